/** Reads that wait for each other and need not: neither knows of the other's answer, and both may run at the same time. */
import { infoOf, operationOf } from './calls.ts';
import { laterLinks } from './chains.ts';
import type { Call, FileModel, Node } from './file.ts';
import type { Program } from './program.ts';
import { spanHolds } from './within.ts';

/** Reads in a row, each of which is awaited before the next begins though it needs nothing of those before it. Of a list of statements, in order. */
export function* readsInARow(program: Program, file: FileModel, nodes: readonly Node[]): Iterable<readonly Call[]> {
  let row: Call[] = [];
  for (const [i, node] of nodes.entries()) {
    const call = node.kind === 'call' ? file.calls[node.id] : undefined;
    // What a call is given is worked out before it.
    if (call && isPartOf(file, nodes, i)) continue;
    const read = call && isFreeRead(program, file, call) ? call : null;
    if (read && row.length > 0 && row.every((before) => isApart(program, file, before, read))) {
      row.push(read);
      continue;
    }
    if (row.length > 1) yield row;
    row = read ? [read] : [];
  }
  if (row.length > 1) yield row;
}

function isPartOf(file: FileModel, nodes: readonly Node[], at: number): boolean {
  const node = nodes[at];
  const call = node?.kind === 'call' ? file.calls[node.id] : undefined;
  return nodes.slice(at + 1).some((later) => later.kind === 'call' && call && spanHolds(file.calls[later.id]?.span ?? call.nameSpan, call.span));
}

/** Asks for something, keeps the answer under a name of its own, and may run beside others of its kind. */
function isFreeRead(program: Program, file: FileModel, call: Call): boolean {
  const { symbol } = infoOf(program, file, call);
  const op = operationOf(program, file, call);
  if (!op || !symbol || !call.suspends || call.result !== 'used') return false;
  if (!program.knowledge.runsSideBySide(symbol) || takesPart(program, file, call)) return false;
  const isRead =
    op.kind === 'query'
      ? op.access === 'read'
      : op.kind === 'request' && (/^(get|head)$/.test(call.member ?? '') || (call.text === 'fetch' && call.args.length === 1));
  return isRead && holderOf(program, file, call) !== null;
}

/** One connection answers one after the other, and what a transaction reads belongs together. */
const ONE_CONNECTION = /(^|[._])(tx|trx|t|txn|\w*transaction|conn|\w*[cC]onnection|\w*[sS]ession|\w*[mM]anager|\w*[rR]unner|em)\b/;
const TAKES_PART = /^(tx|trx|transaction|transacting|session|useTransaction|lock|setLock|forUpdate|for)$/i;

function takesPart(program: Program, file: FileModel, call: Call): boolean {
  const links = laterLinks(program, file, call);
  const words = [...call.args, ...links.flatMap(({ args }) => args)].flatMap(({ name, value }) => [
    name ?? '',
    value.text,
    ...value.properties.map((property) => property.name),
  ]);
  return ONE_CONNECTION.test(call.callee.text) || [...words, ...links.map(({ member }) => member ?? '')].some((word) => TAKES_PART.test(word));
}

/** The variables that hold the answer. */
function holderOf(program: Program, file: FileModel, call: Call): readonly number[] | null {
  const last = laterLinks(program, file, call).at(-1) ?? call;
  const held = file.bindings.filter(
    ({ init, fn }) =>
      fn === call.fn &&
      init !== null &&
      (init.root.kind === 'call' && init.root.call === last.id ? true : init.viewOf?.span.start === last.span.start),
  );
  return held.length > 0 ? held.map(({ id }) => id) : null;
}

/** Does the later call read nothing of the earlier one's answer, nor of what is made from it? */
function isApart(program: Program, file: FileModel, earlier: Call, later: Call): boolean {
  const holders = holderOf(program, file, earlier) ?? [];
  const chain = [later, ...laterLinks(program, file, later)];
  const seen = new Set<number>();
  const queue = chain.flatMap(({ args, callee }) => [...args.flatMap(({ value }) => value.reads), ...callee.reads]);
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    if (holders.includes(id)) return false;
    if (seen.has(id)) continue;
    seen.add(id);
    queue.push(...(file.bindings[id]?.init?.reads ?? []));
  }
  return true;
}
