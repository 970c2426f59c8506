/**
 * Collections in which one request leaves what another decides by: a code that was sent, a session, how often somebody has tried. They live in one process, and the
 * next request may meet another. What is filled again where it is missing is a cache, and none of these.
 */
import { operationOf } from './calls.ts';
import type { Branch, FileModel, Fn, Span, Value } from './file.ts';
import { type HotWay, hotWay, standingAround, waysTo } from './hot-path.ts';
import type { Kept } from './long-lived.ts';
import { callOf, type FnRef, memo, type Program } from './program.ts';
import type { Use } from './use.ts';
import { walk } from './walk.ts';
import { nodesHold, spanHolds } from './within.ts';

export interface ProcessState {
  readonly writes: Use;
  readonly key: Value;
  readonly writer: HotWay;
  readonly reads: Use;
  readonly reader: HotWay;
}

interface Visit {
  readonly use: Use;
  readonly ref: FnRef;
  readonly way: HotWay;
}

export function processStateIn(program: Program, file: FileModel, kept: Kept): ProcessState | null {
  return memo<Value, ProcessState | null>(program, 'process state', kept.init, null, () => stateIn(program, file, kept));
}

function stateIn(program: Program, file: FileModel, { name, init, uses }: Kept): ProcessState | null {
  if (BELONGS_HERE.test(name) || BELONGS_HERE.test(init.text)) return null;
  const own = uses.filter((use) => use.fn !== 0);
  const writes = own.filter((use) => use.kind === 'grow' && use.path.length === 0 && isSetUnderKey(file, use));
  // `codes.get(phone)`, `codes[phone].until`, `const found = codes[phone]`
  const reads = own.filter((use) => (use.path.length === 0 ? READS.test(use.kind) : use.path[0] === '[]' && ELEMENT.test(use.kind)));
  if (writes.length === 0 || reads.length === 0) return null;
  const readers = reads.flatMap((use) => visitsOf(program, file, use) ?? []).filter((visit) => isDecisive(program, file, visit));
  for (const write of writes) {
    const key = keyOf(file, write);
    const writer = key && visitsOf(program, file, write);
    if (!writer || isStoredElsewhere(program, writer.ref)) continue;
    const reader = readers.find((visit) => isOfAnother(program, visit, writer, name));
    if (reader) return { writes: write, key, writer: writer.way, reads: reader.use, reader: reader.way };
  }
  return null;
}

/** Sockets, timers, streams, what runs: none of them can be put anywhere else. By the collection's name, its type, and what is put into it. */
const BELONGS_HERE =
  /(socket|connection|conns?\b|client|stream|timer|timeout|interval|controller|abort|child|process|resolve|promise|emitter|listener|callback|subscri|peer|worker|page|browser|queue|transport|server|watcher|response|\bres\b|\bws\b|thread|event|semaphore|mutex|instance|cache|memo|metric|stats|engine|pool|loop|handler|registry|plugin|provider|adapter|driver|inflight|in_flight)/i;

/** In the same request, only counters, locks and the like are remembered from one to the next: whatever else is asked and set there is a cache. By the names of collection and file. */
const COUNTS =
  /(attempt|rate[-_]?limit|throttl|tries|counter|hits|cool_?down|bucket|strikes|failed|failures|nonce|idempoten|request_?(count|log|times))/i;

const READS = /^(read|test|search|call)$/;
const ELEMENT = /^(read|test|search|call|escape)$/;

function isSetUnderKey(file: FileModel, use: Use): boolean {
  const key = keyOf(file, use);
  if (!key || key.literal !== null || key.reads.length === 0 || key.element.variants !== null) return false;
  const value = use.call === null ? undefined : callOf(file, use.call).args[1]?.value;
  return !value || !(BELONGS_HERE.test(value.text) || value.root.kind === 'function');
}

/** `codes.set(phone, code)`, `revoked.add(token)`, `codes[phone] = code` */
function keyOf(file: FileModel, use: Use): Value | null {
  return use.key ?? (use.call === null || !/^(set|add|setdefault)$/.test(use.method ?? '') ? null : (callOf(file, use.call).args[0]?.value ?? null));
}

function visitsOf(program: Program, file: FileModel, use: Use): Visit | null {
  const fn = standingAround(program, file, use.fn);
  if (!fn) return null;
  const ref = { file, fn };
  const way = hotWay(
    program,
    waysTo(program, ref, null, () => true),
  );
  return way && /^(request|resolver)$/.test(way.entry.kind) ? { use, ref, way } : null;
}

/** What it finds decides whether the request goes on: a branch asks for it and leaves, without having asked anybody else. */
function isDecisive(program: Program, file: FileModel, { use, ref, way }: Visit): boolean {
  let [at, span]: [FnRef, Span] = [{ file, fn: ref.fn }, use.span];
  for (const caller of [...way.calls, null]) {
    if (decidesBy(program, at, span)) return true;
    // Have: const codeOf = (phone) => codes.get(phone); Whoever calls it decides.
    const fn =
      caller && at.fn.returns.some((value) => asksFor(at.file, value, span)) ? standingAround(program, caller.file, caller.call.fn) : undefined;
    if (!caller || !fn) return false;
    [at, span] = [{ file: caller.file, fn }, caller.call.span];
  }
  return false;
}

function decidesBy(program: Program, { file, fn }: FnRef, span: Span): boolean {
  let decides = false;
  walk(program, file, fn, {
    branch(branch) {
      if (branch.memo || !branch.test || !asksFor(file, branch.test, span)) return;
      decides ||= leavesWithout(program, file, branch);
    },
  });
  return decides;
}

/** `if (codes.get(phone) !== code)`, `const found = codes.get(phone); if (!found)` */
function asksFor(file: FileModel, test: Value, span: Span): boolean {
  if (spanHolds(test.span, span)) return true;
  return test.reads.some((id) => {
    const init = file.bindings[id]?.init;
    return init !== null && init !== undefined && spanHolds(init.span, span);
  });
}

function leavesWithout(program: Program, file: FileModel, branch: Branch): boolean {
  const asksOthers = file.calls.some(
    (call) => branch.arms.some((arm) => nodesHold(arm, call.id)) && /^(query|request)$/.test(operationOf(program, file, call)?.kind ?? ''),
  );
  return !asksOthers && branch.arms.some((arm) => arm.some((node) => node.kind === 'exit' && (node.exit === 'return' || node.exit === 'throw')));
}

/** Have: await db.sessions.insert(session); sessions.set(session.id, session) */
function isStoredElsewhere(program: Program, { file, fn }: FnRef): boolean {
  let stores = false;
  walk(program, file, fn, {
    call(call) {
      const op = operationOf(program, file, call);
      stores ||= op?.kind === 'query' && op.access === 'write';
    },
  });
  return stores;
}

/** Another request reads what this one wrote. Have: const hit = titles.get(page); if (hit) return hit; return load(page); where `load` keeps it. */
function isOfAnother(program: Program, reader: Visit, writer: Visit, name: string): boolean {
  if (reader.ref.fn === writer.ref.fn) return COUNTS.test(name) || COUNTS.test(reader.ref.file.path.replace(/^.*\//, ''));
  return !leadsTo(program, reader.ref.fn, writer.ref) && !leadsTo(program, writer.ref.fn, reader.ref) && reader.way.ref.fn !== writer.way.ref.fn;
}

function leadsTo(program: Program, from: Fn, to: FnRef): boolean {
  for (const way of waysTo(program, to, null, () => true)) if (way.ref.fn === from) return true;
  return false;
}
