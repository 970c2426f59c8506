/** What an expression names or makes: where it begins, what it is as far as syntax shows, and how large. */
import { blankValue, UNKNOWN_ELEMENT, UNKNOWN_EXTENT } from '../../../model/blank.ts';
import type { CollectionKind, ElementKind, Extent, Value } from '../../../model/file.ts';
import { asStatement } from '../../../model/sql-text.ts';
import type { Syntax } from '../tree.ts';
import { firstSource } from './iteration.ts';
import { type Lowering, type Mutable, type Place, part, resolveName, selfClass, sourceOf, spanOf, unwrap } from './state.ts';
import { piecesOf, plainString, stepOf } from './steps.ts';
import { isSlice } from './uses.ts';

type Shape = Partial<Omit<Mutable<Value>, 'span' | 'text' | 'reads'>>;

export function valueOf(state: Lowering, node: Syntax, at: Place): Value {
  const value = plainValue(state, node, awaited(node), at);
  state.values.push(value);
  return value;
}

/** `found = None` before a search says nothing of what is found. */
export function toldBy(init: Value): Value | null {
  return init.root.kind === 'literal' && init.nullable ? null : init;
}

function plainValue(state: Lowering, written: Syntax, node: Syntax, at: Place): Value {
  const value = blankValue({ span: spanOf(written), text: textOf(state, written), reads: readsOf(state, node, at) });
  return Object.assign(value, shapeOf(state, node, at));
}

/** One of the things that a target takes apart. */
export function partOf(state: Lowering, value: Value, name: Syntax, index: number | null): Value {
  const path = [...value.path, '[]'];
  return { ...value, span: spanOf(name), text: sourceOf(state, name), path, index, kind: 'unknown', viewOf: null, elements: [], properties: [] };
}

/** `await x` and `(x)` are x: the same thing in the same size. */
export function awaited(node: Syntax): Syntax {
  let at = unwrap(node);
  while (at.type === 'await' && at.children[0]) at = unwrap(at.children[0]);
  return at;
}

export function textOf(state: Lowering, node: Syntax): string {
  // Very long expressions need not be copied whole only to be cut.
  const text = state.text.slice(node.start, Math.min(node.end, node.start + 200)).replace(/[^\S ]\s*|\s{2,}/g, ' ');
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

/** Every binding that an expression reads, inside its lambdas too. */
export function readsOf(state: Lowering, node: Syntax, at: Place): number[] {
  const reads = new Set<number>();
  let budget = 400;
  const visit = (each: Syntax, scope: Place['scope']): void => {
    if (budget-- < 0) return;
    const inner = state.scopes.get(each) ?? scope;
    if (each.type === 'identifier') {
      if (!isReference(each)) return;
      const id = resolveName(state, sourceOf(state, each), inner);
      // `self` varies with nothing that a loop could change.
      if (!state.selves.has(id)) reads.add(id);
      return;
    }
    for (const child of each.children) visit(child, inner);
  };
  visit(node, at.scope);
  return [...reads];
}

/** An identifier that stands for a binding, rather than for an attribute or the name of an argument. */
export function isReference(node: Syntax): boolean {
  const type = node.parent?.type;
  if (type === 'attribute') return node.field === 'object';
  if (type === 'keyword_argument') return node.field === 'value';
  return type !== 'keyword_pattern' && type !== 'global_statement' && type !== 'nonlocal_statement';
}

function shapeOf(state: Lowering, node: Syntax, at: Place): Shape {
  switch (node.type) {
    case 'identifier': {
      const name = sourceOf(state, node);
      const self = selfClass(state, name, at.scope);
      return self === null ? { root: { kind: 'binding', binding: resolveName(state, name, at.scope) } } : { root: { kind: 'this', class: self } };
    }
    case 'attribute':
      return chain(state, part(node, 'object'), sourceOf(state, part(node, 'attribute') ?? node), at);
    case 'subscript':
      return subscript(state, node, at);
    case 'call':
      return callShape(state, node, at);
    case 'list':
    case 'tuple':
    case 'expression_list':
      return listLiteral(state, node, 'list', at);
    case 'set':
      return listLiteral(state, node, 'set', at);
    case 'dictionary':
      return dictLiteral(state, node, at);
    case 'list_comprehension':
    case 'generator_expression':
      return { ...comprehension(state, node, at), kind: node.type === 'list_comprehension' ? 'list' : 'other' };
    case 'set_comprehension':
      return { ...comprehension(state, node, at), kind: 'set' };
    case 'dictionary_comprehension':
      return { ...comprehension(state, node, at), kind: 'map' };
    case 'string':
    case 'concatenated_string': {
      const literal = plainString(state, node);
      const statement = asStatement(piecesOf(state, node));
      return {
        ...(literal === null ? {} : { root: { kind: 'literal' }, literal: literal.slice(0, 400) }),
        ...(statement === undefined ? {} : { statement }),
        kind: 'string',
        sure: 'proven',
      };
    }
    case 'integer':
    case 'float':
      return number(Number(sourceOf(state, node).replaceAll('_', '')));
    case 'true':
    case 'false':
      return { root: { kind: 'literal' }, kind: 'primitive', sure: 'proven', literal: node.type === 'true' };
    case 'none':
      return { root: { kind: 'literal' }, kind: 'primitive', sure: 'proven', nullable: true };
    case 'lambda':
      return { root: { kind: 'function', fn: state.fnOf.get(node) ?? 0 }, kind: 'function', sure: 'proven' };
    case 'not_operator':
    case 'comparison_operator':
      return { kind: 'primitive', sure: 'proven' };
    case 'unary_operator': {
      const argument = part(node, 'argument');
      return argument?.type === 'integer' && part(node, 'operator')?.type === '-'
        ? number(-Number(sourceOf(state, argument)))
        : { kind: 'primitive', sure: 'guessed' };
    }
    case 'named_expression': {
      const value = part(node, 'value');
      return value ? shapeOf(state, awaited(value), at) : {};
    }
    case 'list_splat':
    case 'keyword_argument': {
      const value = node.type === 'list_splat' ? node.children[0] : part(node, 'value');
      return value ? shapeOf(state, awaited(value), at) : {};
    }
    case 'boolean_operator':
      return either(state, node, at);
    case 'conditional_expression':
      return choice(state, node, at);
    case 'binary_operator':
      return binary(state, node, at);
    default:
      return {};
  }
}

function number(value: number): Shape {
  if (!Number.isFinite(value)) return { root: { kind: 'literal' }, kind: 'primitive', sure: 'proven' };
  return {
    root: { kind: 'literal' },
    kind: 'primitive',
    sure: 'proven',
    // `-0` is `0` to whoever compares, and JSON, which models are kept as, knows no other.
    literal: value + 0,
    extent: { class: 'constant', count: value + 0, why: `the number ${value}` },
  };
}

/** An attribute of something: the same root, one step further. */
function chain(state: Lowering, receiver: Syntax | null, step: string, at: Place): Shape {
  const shape = receiver ? shapeOf(state, awaited(receiver), at) : {};
  return { root: shape.root ?? { kind: 'unknown' }, path: [...(shape.path ?? []), step] };
}

/** `xs[i]` is one of them; `xs[:20]` and `xs[1:]` are lists as large as `xs`, or as what cuts them. */
function subscript(state: Lowering, node: Syntax, at: Place): Shape {
  const value = part(node, 'value');
  if (!value) return {};
  if (!isSlice(node)) {
    const index = part(node, 'subscript');
    return { ...chain(state, value, stepOf(state, node), at), ...(index?.type === 'integer' && { index: Number(sourceOf(state, index)) }) };
  }
  const of = valueOf(state, value, at);
  return { root: of.root, path: [...of.path], kind: of.kind, sure: of.sure, extent: cutOf(state, sourceOf(state, node), at), viewOf: of };
}

/** `xs[:20]`, `xs[20:40]`, `xs[-20:]`, `xs[:limit]`, `xs[:PAGE + 1]` */
function cutOf(state: Lowering, source: string, at: Place): Extent {
  const cut = (count: number | null, shown: string | number): Extent => ({ class: 'bounded', count, why: `cut to ${shown}`, from: 'page' });
  const ends = /\[\s*(\d*)\s*:\s*(\d+)\s*\]$/.exec(source);
  if (ends) return cut(Number(ends[2]) - Number(ends[1]), Number(ends[2]) - Number(ends[1]));
  const last = /\[\s*-(\d+)\s*:\s*\]$/.exec(source);
  if (last) return cut(Number(last[1]), Number(last[1]));
  // One more than a page shows tells whether there are others.
  const [, named, more = '0'] = /\[\s*:\s*([A-Za-z_][\w.]*)\s*(?:\+\s*(\d+)\s*)?\]$/.exec(source) ?? [];
  if (named === undefined) return UNKNOWN_EXTENT;
  const literal = /^\w+$/.test(named) ? state.bindings[resolveName(state, named, at.scope)]?.init?.literal : null;
  return cut(typeof literal === 'number' ? literal + Number(more) : null, `\`${named}\``);
}

/** `a or []` is as large as a. */
function either(state: Lowering, node: Syntax, at: Place): Shape {
  const left = part(node, 'left');
  const right = part(node, 'right');
  if (!left || !right) return {};
  if (part(node, 'operator')?.type === 'and') return { ...shapeOf(state, awaited(right), at), nullable: true };
  const shape = shapeOf(state, awaited(left), at);
  const other = unwrap(right);
  if (isEmpty(other))
    return { ...shape, ...(other.type === 'dictionary' || shape.kind !== undefined ? {} : { kind: 'list', sure: 'guessed' }), nullable: false };
  return { ...shape, elements: [valueOf(state, right, at)] };
}

function choice(state: Lowering, node: Syntax, at: Place): Shape {
  const [whenTrue, , whenFalse] = node.children;
  if (!whenTrue || !whenFalse) return {};
  // `load() if path else None`
  if (unwrap(whenFalse).type === 'none') return { ...shapeOf(state, awaited(whenTrue), at), nullable: true };
  if (unwrap(whenTrue).type === 'none') return { ...shapeOf(state, awaited(whenFalse), at), nullable: true };
  if (isEmpty(unwrap(whenFalse))) return { ...shapeOf(state, awaited(whenTrue), at), nullable: false };
  if (isEmpty(unwrap(whenTrue))) return { ...shapeOf(state, awaited(whenFalse), at), nullable: false };
  const [a, b] = [valueOf(state, whenTrue, at), valueOf(state, whenFalse, at)];
  return a.kind === b.kind ? { kind: a.kind, sure: a.sure, elements: [a, b] } : { elements: [a, b] };
}

function isEmpty(node: Syntax): boolean {
  return /^(list|tuple|dictionary)$/.test(node.type) && node.children.length === 0;
}

/** `xs + [y]`, `"a" + b`, `[0] * n`. */
function binary(state: Lowering, node: Syntax, at: Place): Shape {
  const [left, right] = [part(node, 'left'), part(node, 'right')];
  const operator = part(node, 'operator')?.type;
  if (!left || !right) return {};
  const sides = [valueOf(state, left, at), valueOf(state, right, at)];
  const [a, b] = sides.map((side) => side.kind);
  if (operator === '%' && a === 'string') return { kind: 'string', sure: 'proven' };
  if (operator === '+') {
    if (a === 'string' || b === 'string') return { kind: 'string', sure: 'proven' };
    if (a === 'list' || b === 'list') return { root: { kind: 'new-list' }, kind: 'list', sure: 'guessed', elements: sides };
  }
  if (operator === '*' && (a === 'list' || b === 'list')) return { kind: 'list', sure: 'proven' };
  if ((operator === '|' || operator === '&' || operator === '-') && (a === 'set' || b === 'set')) return { kind: 'set', sure: 'guessed' };
  return {};
}

function listLiteral(state: Lowering, node: Syntax, kind: 'list' | 'set', at: Place): Shape {
  const spreads = node.children.filter((e) => e.type === 'list_splat');
  const onlySpread = node.children.length === 1 && spreads[0]?.children[0] ? valueOf(state, spreads[0].children[0], at) : null;
  const kinds = new Set(node.children.slice(0, 50).map(literalKind));
  const [only] = kinds;
  const count = node.children.length;
  return {
    root: { kind: 'new-list' },
    kind,
    sure: 'proven',
    element: kinds.size === 1 && only && only !== 'unknown' ? { kind: only, variants: null, nullable: false } : UNKNOWN_ELEMENT,
    extent: spreads.length === 0 ? { class: 'constant', count, why: count === 1 ? 'one element' : `${count} elements` } : UNKNOWN_EXTENT,
    viewOf: onlySpread,
    elements: onlySpread
      ? []
      : node.children
          // Of a list of numbers nothing matters; in a tuple each place has a meaning of its own.
          .filter((e) => node.type !== 'list' || !/^(integer|float)$/.test(e.type))
          .slice(0, 40)
          .map((e) => valueOf(state, e.type === 'list_splat' ? (e.children[0] ?? e) : e, at)),
  };
}

function literalKind(node: Syntax): ElementKind['kind'] {
  const inner = unwrap(node);
  if (inner.type === 'string' || inner.type === 'concatenated_string') return 'string';
  if (inner.type === 'integer' || inner.type === 'float') return 'number';
  return 'unknown';
}

function dictLiteral(state: Lowering, node: Syntax, at: Place): Shape {
  const properties: { name: string; value: Value }[] = [];
  for (const entry of node.children.slice(0, 60)) {
    const key = part(entry, 'key');
    const value = part(entry, 'value');
    const name = key && plainString(state, key);
    if (name !== null && value) properties.push({ name, value: valueOf(state, value, at) });
  }
  const isOpen = node.children.some((entry) => entry.type !== 'pair');
  return {
    root: { kind: 'new-object' },
    kind: 'map',
    sure: 'proven',
    extent: isOpen ? UNKNOWN_EXTENT : { class: 'constant', count: node.children.length, why: `${node.children.length} entries` },
    properties,
  };
}

/** As large as what its clauses walk, as far as there is one. */
function comprehension(state: Lowering, node: Syntax, at: Place): Shape {
  const right = firstSource(node);
  const isOnly = node.children.filter((c) => c.type === 'for_in_clause').length === 1;
  return { root: { kind: 'new-list' }, sure: 'proven', viewOf: right && isOnly ? valueOf(state, right, at) : null };
}

/** Builtins that give what they are given in other clothes. */
const VIEWS: ReadonlyMap<string, CollectionKind> = new Map<string, CollectionKind>([
  ['list', 'list'],
  ['sorted', 'list'],
  ['tuple', 'list'],
  ['set', 'set'],
  ['frozenset', 'set'],
  ['dict', 'map'],
  ['reversed', 'other'],
  ['enumerate', 'other'],
  ['iter', 'other'],
  ['zip', 'other'],
  ['OrderedDict', 'map'],
  ['Counter', 'map'],
  ['deque', 'list'],
]);

const TEXT_METHODS =
  /^(lower|upper|strip|lstrip|rstrip|title|capitalize|casefold|replace|join|format|decode|removeprefix|removesuffix|zfill|ljust|rjust|center|isoformat|strftime|hexdigest)$/;

function callShape(state: Lowering, node: Syntax, at: Place): Shape {
  const id = state.callOf.get(node);
  const base: Shape = id === undefined ? {} : { root: { kind: 'call', call: id } };
  const callee = part(node, 'function');
  const given = part(node, 'arguments');
  if (!callee || !given) return base;
  const [first, second] = given.type === 'argument_list' ? given.children : [given];
  const receiver = part(callee, 'object');
  // `deque` and `collections.deque` are one.
  if (receiver && sourceOf(state, receiver) !== 'collections') {
    const method = sourceOf(state, part(callee, 'attribute') ?? callee);
    const none = given.type === 'argument_list' && given.children.length === 0;
    if (none && /^(keys|values|items)$/.test(method)) {
      const kind: CollectionKind = method === 'keys' ? 'set' : method === 'values' ? 'list' : 'other';
      return { ...base, kind, sure: 'guessed', viewOf: valueOf(state, receiver, at) };
    }
    if (none && method === 'copy') return { ...base, viewOf: valueOf(state, receiver, at) };
    if (/^(r?split(lines)?|readlines)$/.test(method))
      return { ...base, kind: 'list', sure: 'guessed', element: { kind: 'string', variants: null, nullable: false } };
    if (TEXT_METHODS.test(method)) return { ...base, kind: 'string', sure: 'guessed' };
    return base;
  }
  const name = sourceOf(state, part(callee, 'attribute') ?? callee);
  const kind = VIEWS.get(name);
  if (kind)
    return {
      ...base,
      kind,
      sure: 'proven',
      ...(name === 'deque' ? keptShort(state, given, at) : {}),
      viewOf: first && first.type !== 'keyword_argument' && name !== 'dict' ? valueOf(state, first, at) : null,
    };
  if ((name === 'map' || name === 'filter') && second) return { ...base, kind: 'other', sure: 'proven', viewOf: valueOf(state, second, at) };
  if (name === 'defaultdict') return { ...base, kind: 'map', sure: 'proven' };
  if (name === 'range') return { ...base, kind: 'set', sure: 'proven' };
  if (name === 'str' || name === 'repr') return { ...base, kind: 'string', sure: 'proven' };
  if (/^(int|float|bool|len|sum|abs|round|hash|ord|id)$/.test(name)) return { ...base, kind: 'primitive', sure: 'proven' };
  return base;
}

/** `deque(maxlen=100)` */
function keptShort(state: Lowering, given: Syntax, at: Place): Shape {
  const argument = given.children.find((c) => c.type === 'keyword_argument' && sourceOf(state, part(c, 'name') ?? c) === 'maxlen');
  const most = argument && part(argument, 'value');
  if (!most || most.type === 'none') return {};
  const { literal, text } = valueOf(state, most, at);
  return { extent: { class: 'bounded', count: typeof literal === 'number' ? literal : null, why: `\`maxlen=${text}\`` } };
}
