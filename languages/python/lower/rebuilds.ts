/**
 * Places that are given anew all that they hold, and more: `all = all + [x]`, `all = [*all, x]`, `by = {**by, key: x}`, `pair += (x,)`, `data += chunk` of bytes, and what
 * a function that is handed to `reduce` or a helper gives back of that form. `sum(lists, [])` is the same without a name.
 */
import { blankValue } from '../../../model/blank.ts';
import type { Node, Value } from '../../../model/file.ts';
import type { Rebuild } from '../../../model/rebuild.ts';
import type { Syntax } from '../tree.ts';
import { type Lowering, newLoop, type Place, part, resolveName, sourceOf, spanOf, unwrap } from './state.ts';
import { plainString } from './steps.ts';
import { lowerTextCopy } from './text-copies.ts';
import { textOf, valueOf } from './values.ts';
import { walkedBy } from './walked.ts';

/** An expression that holds all of a place: where it names the place, and what it adds. */
interface Copy {
  readonly place: Syntax;
  readonly added: readonly Syntax[];
  readonly how: Rebuild['how'];
  readonly call: Syntax | null;
}

export function lowerRebuild(state: Lowering, node: Syntax, at: Place, out: Node[]): void {
  const [left, right] = [part(node, 'left'), part(node, 'right')];
  if (!left || !right || !/^(identifier|attribute|subscript)$/.test(left.type)) return;
  lowerTextCopy(state, node, { left, right }, at, out);
  if (node.type === 'augmented_assignment') {
    // `+=` extends a list where it is; a tuple and bytes it copies.
    const given = unwrap(right);
    if (part(node, 'operator')?.type !== '+=') return;
    if (given.type === 'tuple' && given.children.length > 0)
      return note(state, node, { place: left, added: given.children, how: 'tuple', call: null }, false, at, out);
    const init = beginsAs(state, left, at);
    const how = init && isBytes(init) ? 'bytes' : init?.root.kind === 'call' && init.path.length === 0 ? 'added' : null;
    if (how) note(state, node, { place: left, added: [given], how, call: null }, false, at, out);
    return;
  }
  const text = sourceOf(state, left);
  const copy = copyIn(state, right, (each) => sourceOf(state, each) === text);
  if (copy) note(state, node, copy, false, at, out);
}

/** What a name or a field is given first. */
function beginsAs(state: Lowering, place: Syntax, at: Place): Value | null {
  const { root, path } = valueOf(state, place, at);
  if (root.kind === 'binding') return path.length === 0 ? (state.bindings[root.binding]?.init ?? null) : null;
  const isField = root.kind === 'this' && root.class !== null && path.length === 1;
  return isField ? (state.fields.get(root.class)?.get(path[0] ?? '')?.init ?? null) : null;
}

function isBytes({ text }: Value): boolean {
  return /^(b["']|bytes\()/i.test(text);
}

/** Only of what the function is handed: nobody else could hand it in again. */
export function lowerReturnedRebuild(state: Lowering, returned: Syntax, at: Place, out: Node[]): void {
  const copy = copyIn(state, returned, (node) => {
    const binding = node.type === 'identifier' ? state.bindings[resolveName(state, sourceOf(state, node), at.scope)] : undefined;
    return binding !== undefined && binding.param !== null && binding.fn === at.fn;
  });
  // What a helper hands on to the next one is a question for neither.
  if (copy && copy.how !== 'call') note(state, returned, copy, true, at, out);
}

/** `sum(lists, [])`: a loop that copies what it has so far for each of the lists. */
export function lowerSum(state: Lowering, node: Syntax, at: Place, out: Node[]): void {
  const [callee, given] = [part(node, 'function'), part(node, 'arguments')];
  const [lists, start] = given?.type === 'argument_list' ? given.children : [given];
  const begins = start && unwrap((start.type === 'keyword_argument' && part(start, 'value')) || start);
  if (!callee || !lists || !begins || sourceOf(state, callee) !== 'sum' || !/^(list|tuple)$/.test(begins.type)) return;
  const loop = newLoop(state, node, at.fn, at.loops[0] ?? null);
  loop.style = 'callback';
  loop.head = spanOf(callee);
  loop.over = walkedBy(state, lists, at).over;
  loop.call = state.callOf.get(node) ?? null;
  const text = textOf(state, node);
  const place = blankValue({ span: spanOf(node), text, reads: [] });
  place.kind = 'list';
  const id = state.rebuilds.length;
  state.rebuilds.push({
    id,
    fn: at.fn,
    span: spanOf(node),
    text,
    place,
    added: [loop.over],
    how: begins.type as Rebuild['how'],
    call: null,
    returned: false,
  });
  loop.body.push({ kind: 'rebuild', id });
  out.push(loop);
}

function note(state: Lowering, node: Syntax, { place, added, how, call }: Copy, returned: boolean, at: Place, out: Node[]): void {
  const id = state.rebuilds.length;
  state.rebuilds.push({
    id,
    fn: at.fn,
    span: spanOf(node),
    text: textOf(state, node),
    place: valueOf(state, place, at),
    added: added.map((each) => valueOf(state, each, at)),
    how,
    call: call && (state.callOf.get(call) ?? null),
    returned,
  });
  out.push({ kind: 'rebuild', id });
}

type IsPlace = (node: Syntax) => boolean;

function copyIn(state: Lowering, expression: Syntax, isPlace: IsPlace): Copy | null {
  const node = unwrap(expression);
  switch (node.type) {
    case 'conditional_expression': {
      const [whenTrue, , whenFalse] = node.children;
      return (whenTrue && copyIn(state, whenTrue, isPlace)) ?? (whenFalse ? copyIn(state, whenFalse, isPlace) : null);
    }
    case 'list':
    case 'tuple':
    case 'set':
      return copyOf(node, 'list_splat', isPlace, (each) => [each], node.type as Rebuild['how']);
    case 'dictionary':
      return copyOf(node, 'dictionary_splat', isPlace, (each) => namesAdded(state, each), 'object');
    case 'binary_operator':
      return copyInSum(state, node, isPlace);
    case 'call':
      return copyInCall(node, isPlace);
    default:
      return null;
  }
}

/** `known or []` is what there is so far, and `list(known)` holds all of it. */
function soFar(state: Lowering, expression: Syntax): Syntax {
  const node = unwrap(expression);
  if (node.type === 'boolean_operator' && part(node, 'operator')?.type === 'or') return soFar(state, part(node, 'left') ?? node);
  const [callee, given] = node.type === 'call' ? [part(node, 'function'), part(node, 'arguments')] : [];
  const [only, ...others] = given?.children ?? [];
  return callee && only && others.length === 0 && /^(list|tuple|dict|set)$/.test(sourceOf(state, callee)) ? soFar(state, only) : node;
}

function copyOf(node: Syntax, splat: string, isPlace: IsPlace, add: (each: Syntax) => readonly Syntax[], how: Rebuild['how']): Copy | null {
  const spread = node.children.find((each) => each.type === splat && each.children[0] && isPlace(unwrap(each.children[0])));
  const place = spread?.children[0];
  const added = node.children.flatMap((each) => (each === spread ? [] : add(each)));
  return place && added.length > 0 ? { place: unwrap(place), added, how, call: null } : null;
}

/** A name that stands there is added once, however often: only those that are computed, and those of other dictionaries, add up. */
function namesAdded(state: Lowering, entry: Syntax): Syntax[] {
  if (entry.type !== 'pair') return entry.children.slice(0, 1);
  const key = part(entry, 'key');
  return key && plainString(state, key) === null ? [key] : [];
}

const KINDS: ReadonlyMap<string, Rebuild['how']> = new Map<string, Rebuild['how']>([
  ['list', 'list'],
  ['tuple', 'tuple'],
  ['list_comprehension', 'list'],
  ['set', 'set'],
  ['set_comprehension', 'set'],
  ['dictionary', 'object'],
  ['dictionary_comprehension', 'object'],
]);

/** `all + [x]`, `[x] + all`, `by | {key: x}` */
function copyInSum(state: Lowering, node: Syntax, isPlace: IsPlace): Copy | null {
  const [left, right, operator] = [part(node, 'left'), part(node, 'right'), part(node, 'operator')?.type];
  if (!left || !right || (operator !== '+' && operator !== '|')) return null;
  for (const [own, other] of [
    [left, right],
    [right, left],
  ] as const) {
    const place = soFar(state, own);
    const given = unwrap(other);
    const how = KINDS.get(given.type) ?? 'joined';
    // `[x] | all` is no copy of a list.
    if (how !== 'joined' && (how === 'list' || how === 'tuple') !== (operator === '+')) continue;
    const added = given.type === 'dictionary' ? given.children.flatMap((each) => namesAdded(state, each)) : [given];
    const isEmpty = how !== 'joined' && given.children.length === 0;
    if (isPlace(place) && added.length > 0 && !isEmpty) return { place, added, how, call: null };
    // `all + [x] + others`
    const inner = own === left && unwrap(left).type === 'binary_operator' ? copyInSum(state, unwrap(left), isPlace) : null;
    if (inner) return inner;
  }
  return null;
}

/** `pd.concat([frame, more])`, `np.append(values, x)`, `frame.append(row)`, `add(names, name)` */
function copyInCall(node: Syntax, isPlace: IsPlace): Copy | null {
  const given = part(node, 'arguments');
  const callee = part(node, 'function');
  if (given?.type !== 'argument_list' || !callee) return null;
  const [first, ...others] = given.children;
  const receiver = part(callee, 'object');
  if (receiver && isPlace(unwrap(receiver)) && first) return { place: unwrap(receiver), added: [first], how: 'call', call: node };
  const listed = first && /^(list|tuple)$/.test(unwrap(first).type) ? unwrap(first).children : [];
  const inList = listed.find((each) => isPlace(unwrap(each)));
  if (inList && listed.length > 1) return { place: unwrap(inList), added: listed.filter((each) => each !== inList), how: 'call', call: node };
  const positional = [first, ...others].filter((each) => each !== undefined && each.type !== 'keyword_argument');
  const place = positional.find((each) => each !== undefined && isPlace(unwrap(each)));
  return place
    ? { place: unwrap(place), added: positional.flatMap((each) => (each && each !== place ? [each] : [])), how: 'call', call: node }
    : null;
}
