/** What a loop walks, without what only numbers, reverses or pairs it. */
import type { Value } from '../../../model/file.ts';
import type { Syntax } from '../tree.ts';
import { type Lowering, type Place, part, sourceOf, unwrap } from './state.ts';
import { awaited, valueOf } from './values.ts';

/** `xs` of `enumerate(xs)`, of `zip(xs, ys)`, and of `range(len(xs))`. */
export function walkedBy(state: Lowering, node: Syntax, at: Place): { over: Value; counts: boolean; step: 'one' | 'chunk' } {
  const inner = awaited(node);
  const callee = inner.type === 'call' ? part(inner, 'function') : null;
  const given = inner.type === 'call' ? part(inner, 'arguments') : null;
  const name = callee?.type === 'identifier' ? sourceOf(state, callee) : '';
  const args = given?.type === 'argument_list' ? given.children : [];
  const [first] = args;
  if (name === 'range' && first) {
    const [, end, step] = args;
    // `range(n - 1, -1, -1)` counts down from n.
    const bound = unwrap(end && step?.type !== 'unary_operator' ? end : first);
    const length = lengthOf(state, bound);
    const isChunk = step !== undefined && !(step.type === 'integer' && Number(sourceOf(state, step)) <= 4) && step.type !== 'unary_operator';
    return { over: valueOf(state, length ?? bound, at), counts: length === null, step: isChunk ? 'chunk' : 'one' };
  }
  if (/^(enumerate|reversed|iter|tqdm|track)$/.test(name) && first) return walkedBy(state, first, at);
  if (name === 'zip') {
    // As many as the shortest of them: the first that is not made on the spot tells.
    const told = args.find((a) => !/^(list|tuple|integer)$/.test(a.type)) ?? first;
    if (told) return walkedBy(state, told, at);
  }
  return { over: valueOf(state, node, at), counts: false, step: 'one' };
}

/** `xs` of `len(xs)`. */
function lengthOf(state: Lowering, node: Syntax): Syntax | null {
  const at = node.type === 'binary_operator' ? (part(node, 'left') ?? node) : node;
  const callee = at.type === 'call' ? part(at, 'function') : null;
  const given = at.type === 'call' ? part(at, 'arguments') : null;
  return callee && given && sourceOf(state, callee) === 'len' ? (given.children[0] ?? null) : null;
}
