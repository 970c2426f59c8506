/** Which calls are loops: those that run a function once per element of what they are given. */
import type { Syntax } from '../tree.ts';
import { type Lowering, part, sourceOf, unwrap } from './state.ts';

export interface CallbackLoop {
  /** What is walked. */
  readonly over: Syntax;
  /** A lambda, or the name of a function. */
  readonly callback: Syntax;
}

/** `map(f, xs)`, `filter(f, xs)`, `sorted(xs, key=f)`, `xs.sort(key=f)`, `executor.map(f, xs)`. */
export function callbackLoop(state: Lowering, call: Syntax): CallbackLoop | null {
  const callee = part(call, 'function');
  const given = part(call, 'arguments');
  if (!callee || given?.type !== 'argument_list') return null;
  const [first, second] = given.children;
  const name = sourceOf(state, callee.type === 'attribute' ? (part(callee, 'attribute') ?? callee) : callee);
  const key = given.children.find((c) => c.type === 'keyword_argument' && sourceOf(state, part(c, 'name') ?? c) === 'key');
  const by = key ? part(key, 'value') : null;
  if (callee.type === 'identifier') {
    if (/^(map|filter|reduce|filterfalse|starmap|takewhile|dropwhile)$/.test(name) && first && second && isCallback(first))
      return { over: second, callback: first };
    // `max(a, b, key=f)` asks two things, and walks neither.
    const isOne = second?.type === 'keyword_argument';
    if (/^(sorted|min|max|groupby)$/.test(name) && first && isOne && by && isCallback(by)) return { over: first, callback: by };
    return null;
  }
  const receiver = part(callee, 'object');
  if (name === 'sort' && by && receiver && isCallback(by)) return { over: receiver, callback: by };
  if (/^(map|imap|imap_unordered|starmap|reduce|filterfalse)$/.test(name) && first && second && isCallback(first))
    return { over: second, callback: first };
  return null;
}

/** What a comprehension walks first: it is evaluated outside, where `x` in `[x for x in x]` still means something else. */
export function firstSource(comprehension: Syntax): Syntax | null {
  const clause = comprehension.children.find((c) => c.type === 'for_in_clause');
  return clause ? part(clause, 'right') : null;
}

function isCallback(node: Syntax): boolean {
  return /^(lambda|identifier|attribute)$/.test(unwrap(node).type);
}

/** Calls of builtins that walk all that they are given, so that a lazy query behind it runs. */
export const CONSUMERS: ReadonlySet<string> = new Set([
  'list',
  'tuple',
  'set',
  'frozenset',
  'dict',
  'sorted',
  'len',
  'sum',
  'any',
  'all',
  'min',
  'max',
  'bool',
  'next',
  'enumerate',
  'zip',
  'reversed',
  'map',
  'filter',
  'iter',
  'str',
  'print',
]);
