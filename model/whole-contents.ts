/**
 * All of a file, an upload or an answer in memory, and what becomes of it: followed back from whoever is given it, through variables, helpers and
 * callbacks, to the call that read it. A variable that is asked for anything else (searched, measured, walked again) leads nowhere.
 */
import { argumentNamed, argumentOf } from './arguments.ts';
import type { Caller } from './callers.ts';
import { infoOf } from './calls.ts';
import type { Binding, Call, FileModel, Fn, Span, Value } from './file.ts';
import type { TraceStep } from './finding.ts';
import { option, optionsOf } from './given-options.ts';
import type { WholeRow } from './knowledge-wholes.ts';
import type { Program } from './program.ts';
import { isMemoized } from './summaries.ts';
import { knowledgeSymbol, type Thing, thingOf } from './things.ts';
import { piecesOf } from './whole-pieces.ts';
import { spanHolds } from './within.ts';
import { callText } from './wording.ts';

export interface WholeContent {
  /** What of; `stream`: it came in pieces, which were put together. */
  readonly of: WholeRow['of'] | 'stream';
  readonly pieces: string;
  /** What yields it where it is taken: what reads it, or a helper that does. */
  readonly span: Span;
  /** In words: `` `readFile(…)` ``, `` `response.content` ``. */
  readonly text: string;
  /** What says which one is read: a path, an address; null where nothing does. */
  readonly named: { readonly file: FileModel; readonly value: Value } | null;
  /** From there to what reads it. */
  readonly steps: readonly TraceStep[];
}

/** Helpers of helpers, and variables between them. */
const DEEPEST = 6;

/** `to`: where the content is taken. */
export function wholeContent(program: Program, file: FileModel, value: Value, to: Span, depth = 0): WholeContent | null {
  if (depth > DEEPEST) return null;
  const { root, path } = value;
  if (path.length > 0) return ofProperty(program, file, value, to);
  if (root.kind === 'binding') {
    const binding = file.bindings[root.binding];
    if (!binding || binding.exported || binding.fn === 0 || !isHandedOnOnly(file, binding, [], to)) return null;
    if (binding.param !== null) return handedToClosure(program, file, binding, depth);
    // Have: const { data } = await axios.get(…)
    return binding.kind === 'const' && binding.init ? wholeContent(program, file, binding.init, binding.init.span, depth + 1) : null;
  }
  const call = root.kind === 'call' ? file.calls[root.call] : undefined;
  return call ? ofCall(program, file, call, depth) : null;
}

/** What puts it into other clothes and is the language's own, whatever it is called on. */
const DRESSES = /^(toString|decode|encode|arrayBuffer|strip|trim)$/;

function ofCall(program: Program, file: FileModel, call: Call, depth: number): WholeContent | null {
  const { symbol, target } = infoOf(program, file, call);
  const [first] = call.args;
  if (target) return throughHelper(program, file, call, target, depth);
  if (symbol && first && program.knowledge.isCarrier(symbol)) return wholeContent(program, file, first.value, call.span, depth + 1);
  const read = readBy(program, file, call, symbol);
  if (read) return read;
  const stream = piecesOf(program, file, call);
  if (stream) {
    const steps = [{ file: file.path, span: call.span, message: 'puts all pieces together' }];
    const pieces = 'Hand the stream on as it is, or each piece as it comes.';
    return { of: 'stream', pieces, span: call.span, text: callText(call), named: { file, value: stream }, steps };
  }
  return call.member !== null && DRESSES.test(call.member) ? wholeContent(program, file, call.callee, call.span, depth + 1) : null;
}

/** Have: await readFile(path), file.read(), (await fetch(url)).arrayBuffer(), (await s3.send(command)).Body.transformToByteArray() */
function readBy(program: Program, file: FileModel, call: Call, symbol: string | null): WholeContent | null {
  const own = symbol ? program.knowledge.whole(symbol, undefined) : null;
  const asked = own ? null : yieldedBy(program, file, call.callee);
  const row = own ?? (asked && program.knowledge.whole(asked.symbol, [...asked.asks, call.member ?? ''].join('.')));
  // Have: while (chunk := file.read(65536)): …
  if (!row || (row.bare && call.args.length > 0)) return null;
  const source = asked ?? { file, call: openedBy(program, file, call.callee) ?? call };
  return found(row, file, call, source);
}

/** Have: requests.get(url).content, (await axios.get(url, { responseType: 'arraybuffer' })).data */
function ofProperty(program: Program, file: FileModel, value: Value, to: Span): WholeContent | null {
  const binding = value.root.kind === 'binding' ? file.bindings[value.root.binding] : undefined;
  if (binding && (binding.exported || binding.fn === 0 || !isHandedOnOnly(file, binding, value.path, to))) return null;
  const symbol = symbolOf(thingOf(program, file, value));
  const own = symbol ? program.knowledge.whole(symbol, undefined) : null;
  const asked = own ? null : yieldedBy(program, file, value);
  const row = own ?? (asked && program.knowledge.whole(asked.symbol, asked.asks.join('.')));
  const opened = asked ? null : openedBy(program, file, value);
  const source = asked ?? (opened && { file, call: opened });
  if (!row || !source || (row.only && !isTold(source.file, source.call, row.only))) return null;
  return found(row, file, value, source);
}

function found(row: WholeRow, file: FileModel, read: Call | Value, source: Caller): WholeContent {
  const { span } = read;
  const text = 'callee' in read ? callText(read) : `\`${read.text}\``;
  const steps = [{ file: file.path, span, message: 'reads all of it' }];
  return { of: row.of, pieces: row.pieces, span, text, named: namedBy(row, file, read, source), steps };
}

function namedBy({ named }: WholeRow, file: FileModel, read: Call | Value, source: Caller): WholeContent['named'] {
  if (named === 'receiver') return 'callee' in read ? { file, value: read.callee } : null;
  const value = (named ? argumentNamed(source.call, named.keyword, 0) : source.call.args[0])?.value;
  return value ? { file: source.file, value } : null;
}

function isTold(file: FileModel, call: Call, { option: name, value }: NonNullable<WholeRow['only']>): boolean {
  return call.args.some((_, at) => {
    const options = optionsOf(file, call, at);
    return options !== null && options !== 'none' && option(options, name)?.literal === value;
  });
}

export interface Yielded {
  readonly symbol: string;
  readonly file: FileModel;
  readonly call: Call;
  /** What is asked of what it yields: `Body` of `(await s3.send(command)).Body`. */
  readonly asks: readonly string[];
}

/** The library's call that an expression begins with, through constants and helpers. */
export function yieldedBy(program: Program, file: FileModel, { root, path }: Value, depth = 0): Yielded | null {
  if (depth > DEEPEST) return null;
  if (root.kind === 'binding') {
    const { kind, init } = file.bindings[root.binding] ?? {};
    return kind === 'const' && init ? asking(yieldedBy(program, file, init, depth + 1), path) : null;
  }
  const call = root.kind === 'call' ? file.calls[root.call] : undefined;
  if (!call) return null;
  const { symbol, row, target } = infoOf(program, file, call);
  const [only, ...others] = target?.fn.returns ?? [];
  if (target) return only && others.length === 0 ? asking(yieldedBy(program, target.file, only, depth + 1), path) : null;
  // Have: s3.getObject(params).promise()
  const before = row || call.member === null ? null : asking(yieldedBy(program, file, call.callee, depth + 1), [call.member, ...path]);
  return before ?? (symbol ? { symbol, file, call, asks: path } : null);
}

function asking(yielded: Yielded | null, path: readonly string[]): Yielded | null {
  return yielded && { ...yielded, asks: [...yielded.asks, ...path] };
}

function symbolOf(thing: Thing | null): string | null {
  return thing && knowledgeSymbol(thing);
}

/** The call that made what is read from: `open(path)` of `f.read()`. */
function openedBy(program: Program, file: FileModel, value: Value): Call | null {
  const thing = thingOf(program, file, value);
  return thing?.kind === 'instance' && thing.made?.file === file ? thing.made.call : null;
}

/** Have: const data = await load(path); of a function that gives back what it reads, and does nothing else with it. */
function throughHelper(
  program: Program,
  file: FileModel,
  call: Call,
  { file: home, fn }: { file: FileModel; fn: Fn },
  depth: number,
): WholeContent | null {
  const [only, ...others] = fn.returns.filter((value) => value.literal === null && !/^(null|None|undefined)$/.test(value.text));
  // What is remembered is read for others as well.
  if (!only || others.length > 0 || fn.generator || isMemoized(program, { file: home, fn })) return null;
  const behind = wholeContent(program, home, only, only.span, depth + 1);
  if (!behind) return null;
  const param = behind.named?.file === home ? parameterOf(home, behind.named.value) : null;
  const given = param === null ? undefined : argumentOf(call, fn, param);
  return {
    ...behind,
    span: call.span,
    text: callText(call),
    named: given ? { file, value: given.value } : behind.named,
    steps: [{ file: file.path, span: call.span, message: `calls \`${fn.name}\`` }, ...behind.steps],
  };
}

function parameterOf(file: FileModel, { root, path }: Value): number | null {
  return root.kind === 'binding' && path.length === 0 ? (file.bindings[root.binding]?.param ?? null) : null;
}

/** Have: fs.readFile(path, (error, data) => …), readFile(path).then((data) => …) */
function handedToClosure(program: Program, file: FileModel, binding: Binding, depth: number): WholeContent | null {
  const passed = file.functions[binding.fn]?.passedTo;
  const call = passed ? file.calls[passed.call] : undefined;
  if (!call || binding.part) return null;
  if (call.member === 'then' && passed?.arg === 0 && binding.param === 0) return wholeContent(program, file, call.callee, call.span, depth + 1);
  return binding.param === 1 && passed?.arg === call.args.length - 1 ? readBy(program, file, call, infoOf(program, file, call).symbol) : null;
}

/** Nothing is asked of it but whether it is there, and how long it is where a client is told so. */
function isHandedOnOnly(file: FileModel, binding: Binding, path: readonly string[], to: Span): boolean {
  const loops = loopsAround(file, binding);
  return binding.uses.every((use) => {
    // Have: for (const client of clients) client.end(content): read once for all of them.
    if (spanHolds(to, use.span)) return use.loops.every((loop) => loops.includes(loop));
    // Have: if (!response.ok) …, response.raise_for_status(): the answer is more than its content.
    if (path.length > 0 && use.path.length === 0) return use.kind === 'call' || use.kind === 'read';
    if (path.some((step, i) => use.path[i] !== undefined && use.path[i] !== step)) return true;
    if (use.kind === 'length') return isAnnounced(file, use.span);
    return use.kind === 'read' && use.path.length === path.length;
  });
}

/** Loops that make it anew each time. */
function loopsAround(file: FileModel, { init, fn }: Binding): readonly number[] {
  const id = init?.root.kind === 'call' ? init.root.call : file.functions[fn]?.passedTo?.call;
  return file.calls[id ?? -1]?.loops ?? [];
}

/** Have: res.setHeader('Content-Length', data.length) */
function isAnnounced({ calls }: FileModel, span: Span): boolean {
  return calls.some(
    (call) =>
      spanHolds(call.span, span) &&
      call.args.some(
        ({ value }) => /content-length/i.test(String(value.literal)) || value.properties.some(({ name }) => /content-length/i.test(name)),
      ),
  );
}
