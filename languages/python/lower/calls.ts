/** A call as the model knows it, the loop it may be, and the language's own operation that it performs. `x in xs` counts as one. */
import type { Argument, Call, Loop, Operation } from '../../../model/file.ts';
import type { Syntax } from '../tree.ts';
import { toldByHandler } from './caught.ts';
import { CONSUMERS, callbackLoop } from './iteration.ts';
import { type Lowering, type Mutable, newBinding, newLoop, type Place, part, sourceOf, spanOf, unwrap, wrapped } from './state.ts';
import { isSlice, isTested } from './uses.ts';
import { textOf, valueOf } from './values.ts';
import { walkedBy } from './walked.ts';

export function lowerCall(state: Lowering, node: Syntax, at: Place): Mutable<Call> {
  const id = state.callOf.get(node) ?? state.callOf.size;
  state.callOf.set(node, id);
  const callee = unwrap(part(node, 'function') ?? node);
  const member = callee.type === 'attribute' ? part(callee, 'attribute') : null;
  const receiver = member ? part(callee, 'object') : null;
  const given = part(node, 'arguments');
  const name = sourceOf(state, member ?? callee);
  const need = needOf(state, node);
  const call: Mutable<Call> = {
    id,
    fn: at.fn,
    span: spanOf(node),
    nameSpan: spanOf(member ?? callee),
    text: textOf(state, callee),
    callee: valueOf(state, receiver ?? callee, at),
    member: member ? name : null,
    args: (given?.type === 'argument_list' ? given.children : given ? [given] : []).map((a) => argument(state, a, at)),
    // By convention only classes have such names.
    isNew: /^_*[A-Z]/.test(name),
    awaited: need !== 'none',
    suspends: need === 'suspended',
    handedBack: need === 'returned',
    chained: isChained(node),
    result: resultOf(state, node),
    loops: at.loops,
    op: null,
    declared: toldByHandler(state, node, member ? name : null),
  };
  call.op = languageOperation(call);
  call.args.forEach((each, index) => {
    const closure = each.closure === null ? undefined : state.functions[each.closure];
    if (closure) closure.passedTo = { call: id, arg: index };
  });
  state.calls[id] = call;
  return call;
}

function argument(state: Lowering, node: Syntax, at: Place): Argument {
  const name = node.type === 'keyword_argument' ? part(node, 'name') : null;
  const isSpread = node.type === 'list_splat' || node.type === 'dictionary_splat';
  const plain = (name ? part(node, 'value') : isSpread ? node.children[0] : node) ?? node;
  return {
    name: name ? sourceOf(state, name) : null,
    value: valueOf(state, plain, at),
    spread: isSpread,
    closure: state.fnOf.get(unwrap(plain)) ?? null,
  };
}

/** `x in xs` asks `xs` whether it contains `x`. */
export function lowerMembership(state: Lowering, node: Syntax, at: Place): Call | null {
  const position = node.children.findIndex((c) => c.field === 'operators' && (c.type === 'in' || c.type === 'not in'));
  const [key, list] = [node.children[position - 1], node.children[position + 1]];
  const id = state.callOf.get(node);
  if (!key || !list || id === undefined) return null;
  const on = valueOf(state, list, at);
  const value = valueOf(state, key, at);
  const call: Call = {
    id,
    fn: at.fn,
    span: { start: key.start, end: list.end },
    nameSpan: spanOf(node.children[position] ?? node),
    text: textOf(state, node),
    callee: on,
    member: MEMBERSHIP,
    args: [{ name: null, value, spread: false, closure: null }],
    isNew: false,
    awaited: false,
    suspends: false,
    handedBack: false,
    chained: false,
    result: 'tested',
    loops: at.loops,
    op: { kind: 'scan', form: 'includes', on, key: value, predicate: null, library: null, access: null, batch: null, weight: null, blocks: false },
    declared: null,
  };
  state.calls[id] = call;
  return call;
}

const MEMBERSHIP = '__contains__';

/** Fills the loop that a call is, if it runs a function per element; its body is the lambda, or a call of the named function. */
export function lowerCallbackLoop(state: Lowering, node: Syntax, call: Mutable<Call>, at: Place): Mutable<Loop> | null {
  const shape = callbackLoop(state, node);
  if (!shape) return null;
  const callback = unwrap(shape.callback);
  const isInline = callback.type === 'lambda';
  if (!isInline && !isNamedFunction(state, callback, at)) return null;
  const known = state.loopOf.get(node);
  const loop = known === undefined ? newLoop(state, node, at.fn, at.loops[0] ?? null) : (state.loops[known] as Mutable<Loop>);
  loop.style = 'callback';
  loop.head = { start: node.start, end: (part(node, 'function') ?? node).end };
  loop.over = walkedBy(state, shape.over, at).over;
  loop.call = call.id;
  if (isInline) {
    loop.closure = state.fnOf.get(callback) ?? null;
    loop.elements = state.elements.get(loop.id) ?? [];
    return loop;
  }
  const element = newBinding(state, 'element', 'param', spanOf(callback), at.fn, loop.id);
  element.elementOf = loop.id;
  loop.elements = [element.id];
  loop.body = [{ kind: 'call', id: namedCallback(state, callback, call, loop.id, element.id, at) }];
  return loop;
}

/** `sorted(names, key=ranking.index)` */
const SEARCHES = /\.(index|count|__contains__)$/;

function isNamedFunction(state: Lowering, callback: Syntax, at: Place): boolean {
  if (SEARCHES.test(sourceOf(state, callback))) return true;
  const value = valueOf(state, callback, at);
  if (value.root.kind === 'this') return value.path.length === 1;
  const binding = value.root.kind === 'binding' ? state.bindings[value.root.binding] : undefined;
  if (!binding) return false;
  return value.path.length === 0 ? binding.function !== null || binding.kind === 'import' : value.path.length === 1 && binding.kind === 'import';
}

function namedCallback(state: Lowering, callback: Syntax, call: Call, loop: number, element: number, at: Place): number {
  const id = state.callOf.size;
  state.callOf.set(callback, id);
  const member = callback.type === 'attribute' ? part(callback, 'attribute') : null;
  const receiver = member ? part(callback, 'object') : null;
  const handed = {
    ...valueOf(state, callback, at),
    text: 'element',
    root: { kind: 'binding', binding: element } as const,
    path: [],
    reads: [element],
  };
  const made: Mutable<Call> = {
    ...call,
    id,
    span: spanOf(callback),
    nameSpan: spanOf(member ?? callback),
    text: textOf(state, callback),
    callee: valueOf(state, receiver ?? callback, at),
    member: member ? sourceOf(state, member) : null,
    args: [{ name: null, value: handed, spread: false, closure: null }],
    isNew: false,
    awaited: true,
    chained: false,
    result: 'used',
    loops: [loop, ...at.loops],
    op: null,
    declared: null,
  };
  made.op = languageOperation(made);
  state.calls[id] = made;
  return id;
}

/** `asyncio.gather(*(f(x) for x in xs))`: the iterations overlap. */
export function isGathered(state: Lowering, comprehension: Syntax): boolean {
  let holder = wrapped(comprehension).parent;
  if (holder?.type === 'list_splat') holder = holder.parent;
  const call = holder?.type === 'argument_list' ? holder.parent : comprehension.parent?.type === 'call' ? comprehension.parent : null;
  const callee = call?.type === 'call' ? part(call, 'function') : null;
  return callee ? GATHERS.test(sourceOf(state, callee)) : false;
}

export const GATHERS = /(^|\.)(gather|wait|as_completed|gather_with_\w+)$/;

function isChained(node: Syntax): boolean {
  const outer = wrapped(node);
  return (
    outer.parent?.type === 'attribute' &&
    outer.field === 'object' &&
    wrapped(outer.parent).parent?.type === 'call' &&
    wrapped(outer.parent).field === 'function'
  );
}

type Need = 'none' | 'at once' | 'suspended' | 'returned';

/**
 * Does somebody need what a call yields, here or at the end of the chain of calls that it begins? Awaited, walked, tested, indexed, given
 * to a builtin that walks it, or returned: then a query that only described what it wants runs.
 */
function needOf(state: Lowering, node: Syntax): Need {
  let at = wrapped(node);
  for (;;) {
    const parent: Syntax | null = at.parent;
    if (!parent) return 'none';
    if (isTested(at)) return 'at once';
    switch (parent.type) {
      case 'await':
        return 'suspended';
      case 'return_statement':
      case 'yield':
        return 'returned';
      case 'interpolation':
      case 'list_splat':
        return 'at once';
      case 'lambda':
        return at.field === 'body' ? 'at once' : 'none';
      case 'for_statement':
      case 'for_in_clause':
        if (at.field !== 'right') return 'none';
        return parent.children.some((c) => c.type === 'async') ? 'suspended' : 'at once';
      case 'comparison_operator':
        return parent.children.some((c) => c.field === 'operators' && (c.type === 'in' || c.type === 'not in')) && parent.children[0] !== at
          ? 'at once'
          : 'none';
      case 'subscript':
        // `qs[0]` runs it; `qs[:20]` describes fewer rows.
        if (at.field !== 'value') return 'none';
        if (!isSlice(parent)) return 'at once';
        at = wrapped(parent);
        continue;
      case 'argument_list': {
        const callee = parent.parent ? part(parent.parent, 'function') : null;
        const name = callee ? sourceOf(state, callee) : '';
        if (GATHERS.test(name) || /\.(run|ensure_future|create_task|run_until_complete)$/.test(name)) return 'suspended';
        return CONSUMERS.has(name) || /\.(extend|join|update)$/.test(name) ? 'at once' : 'none';
      }
      case 'assignment':
        // `first, *others = load()`
        return at.field === 'right' && /^(pattern_list|tuple_pattern|list_pattern)$/.test(part(parent, 'left')?.type ?? '') ? 'at once' : 'none';
      case 'augmented_assignment':
        // `rows += load()` walks it; `wanted |= load()` describes more rows.
        return at.field === 'right' && part(parent, 'operator')?.type === '+=' ? 'at once' : 'none';
      case 'attribute':
        if (at.field !== 'object') return 'none';
        at = wrapped(parent);
        continue;
      case 'call':
        if (at.field !== 'function') return 'none';
        at = wrapped(parent);
        continue;
      case 'conditional_expression':
      case 'boolean_operator':
      case 'named_expression':
        at = wrapped(parent);
        continue;
      default:
        return 'none';
    }
  }
}

function resultOf(state: Lowering, node: Syntax): Call['result'] {
  let at = wrapped(node);
  while (at.parent?.type === 'await') at = wrapped(at.parent);
  if (isTested(at)) return 'tested';
  if (at.parent?.type === 'expression_statement') return 'discarded';
  const taker = at.parent?.type === 'argument_list' ? at.parent.parent : null;
  const callee = taker?.type === 'call' ? part(taker, 'function') : null;
  return callee && sourceOf(state, callee) === 'len' ? 'counted' : 'used';
}

/** What lists do themselves. `on` must prove to be a list before a rule believes a scan. */
function languageOperation(call: Call): Operation | null {
  const on = call.member === null ? (call.args[0]?.value ?? null) : call.callee;
  const key = call.args[0]?.value ?? null;
  const operation = (kind: Operation['kind'], form: string, searched: Operation['key'] = null): Operation => ({
    kind,
    form,
    on,
    key: searched,
    predicate: null,
    library: null,
    access: null,
    batch: null,
    weight: null,
    blocks: false,
  });
  if (call.member === null) return call.text === 'sorted' ? operation('sort', 'sorted') : null;
  switch (call.member) {
    case 'index':
      return call.args.length === 1 ? operation('scan', 'indexOf', key) : null;
    case MEMBERSHIP:
      return call.args.length === 1 ? operation('scan', 'includes', key) : null;
    case 'count':
    case 'remove':
      return call.args.length === 1 ? operation('scan', call.member, key) : null;
    case 'sort':
      return operation('sort', 'sort');
    case 'pop':
      return key?.literal === 0 ? operation('shift', 'pop') : null;
    case 'insert':
      return key?.literal === 0 && call.args.length === 2 ? operation('shift', 'insert') : null;
    case 'copy':
      return operation('copy', 'copy');
    case 'append':
      return operation('grow', 'append');
    default:
      return null;
  }
}
