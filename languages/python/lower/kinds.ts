/**
 * Completes what values are (list, set, string, …) from annotations, initial values and usage, once the whole file has been read. No
 * type checker comes after it: what is only annotated is `declared`, what only usage shows is `guessed`.
 */
import type { Binding, Call, CollectionKind, ElementKind, Sure, TypeName, Value } from '../../../model/file.ts';
import type { Use } from '../../../model/use.ts';
import type { Lowering } from './state.ts';

interface Kind {
  readonly kind: CollectionKind;
  readonly sure: Sure;
  readonly element: ElementKind | null;
}

export function completeKinds(state: Lowering): void {
  const calls = callsByFunction(state);
  for (const value of state.values) {
    if (value.kind !== 'unknown') continue;
    const kind = kindOfValue(state, calls, value, 0);
    if (!kind) continue;
    value.kind = kind.kind;
    value.sure = kind.sure;
    if (kind.element) value.element = kind.element;
  }
}

type Calls = ReadonlyMap<number, readonly Call[]>;

function kindOfValue(state: Lowering, calls: Calls, value: Value, depth: number): Kind | null {
  if (depth > 6) return null;
  if (value.kind !== 'unknown') return { kind: value.kind, sure: value.sure, element: value.element };
  if (value.root.kind === 'binding') {
    const binding = state.bindings[value.root.binding];
    if (!binding) return null;
    return value.path.length === 0 ? kindOfBinding(state, calls, binding, depth) : kindByUse(binding.uses, value.path);
  }
  // `names.copy()`
  if (value.root.kind === 'call' && value.viewOf) return kindOfValue(state, calls, value.viewOf, depth + 1);
  if (value.root.kind === 'this' && value.root.class !== null && value.path.length >= 1) {
    const field = state.fields.get(value.root.class)?.get(value.path[0] ?? '');
    if (!field) return null;
    if (value.path.length > 1) return kindByUse(field.uses, value.path.slice(1));
    return kindOfType(field.type) ?? (field.init ? weaken(kindOfValue(state, calls, field.init, depth + 1)) : null) ?? kindByUse(field.uses, []);
  }
  return null;
}

function kindOfBinding(state: Lowering, calls: Calls, binding: Binding, depth: number): Kind | null {
  if (binding.elementOf !== null) return kindByUse(binding.uses, []);
  const declared = kindOfType(binding.type);
  if (declared) return declared;
  if (binding.function !== null) return { kind: 'function', sure: 'proven', element: null };
  // `def f(xs=())`: a default says what it may be as well, and None says nothing.
  const initial = binding.init && !(binding.init.root.kind === 'literal' && binding.init.nullable) ? binding.init : null;
  const init = initial ? kindOfValue(state, calls, initial, depth + 1) : null;
  if (init) return binding.kind === 'const' ? init : weaken(init);
  return kindByUse(binding.uses, []) ?? (binding.param === null || binding.part ? null : kindHandedIn(state, calls, binding, depth));
}

/** A function that the file itself calls with a list. */
function kindHandedIn(state: Lowering, calls: Calls, binding: Binding, depth: number): Kind | null {
  const param = state.functions[binding.fn]?.params[binding.param ?? 0];
  for (const call of calls.get(binding.fn) ?? []) {
    const given = call.args.find((a) => a.name === binding.name) ?? call.args[binding.param ?? 0];
    const value = given && (given.name === null || given.name === param?.name) ? given.value : undefined;
    // The function hands on what it was handed.
    if (!value || (value.root.kind === 'binding' && value.root.binding === binding.id)) continue;
    const kind = kindOfValue(state, calls, value, depth + 1);
    if (kind) return { ...kind, sure: 'guessed' };
  }
  return null;
}

function callsByFunction(state: Lowering): Calls {
  const found = new Map<number, Call[]>();
  for (const call of state.calls) {
    if (!call) continue;
    const { root, path } = call.callee;
    const fn = call.member === null && root.kind === 'binding' && path.length === 0 ? state.bindings[root.binding]?.function : null;
    if (typeof fn !== 'number') continue;
    const known = found.get(fn);
    if (known) known.push(call);
    else found.set(fn, [call]);
  }
  return found;
}

/** A variable may be given something else later, so its initial value only suggests. */
function weaken(kind: Kind | null): Kind | null {
  return kind && { ...kind, sure: kind.sure === 'proven' ? 'declared' : kind.sure };
}

function kindOfType(type: TypeName | null): Kind | null {
  switch (type?.name) {
    case '[]':
    case 'tuple':
      return { kind: 'list', sure: 'declared', element: elementOfType(type.args[0]) };
    case 'Set':
      return { kind: 'set', sure: 'declared', element: elementOfType(type.args[0]) };
    case 'Map':
      return { kind: 'map', sure: 'declared', element: elementOfType(type.args[0]) };
    case 'string':
      return { kind: 'string', sure: 'declared', element: null };
    case 'number':
    case 'boolean':
    case 'literals':
      return { kind: 'primitive', sure: 'declared', element: null };
    case 'union': {
      const [first, ...rest] = type.args.map(kindOfType);
      return first && rest.every((other) => other?.kind === first.kind) ? { ...first, element: null } : null;
    }
    default:
      return null;
  }
}

function elementOfType(type: TypeName | undefined): ElementKind | null {
  const primitive = (['string', 'number', 'boolean'] as const).find((name) => name === type?.name);
  return primitive ? { kind: primitive, variants: null, nullable: false } : null;
}

const ONLY_LISTS = new Set(['append', 'extend', 'insert', 'sort', 'reverse']);
const ONLY_SETS = new Set(['add', 'discard', 'difference_update', 'issubset', 'issuperset', 'isdisjoint']);
const ONLY_MAPS = new Set(['items', 'keys', 'setdefault']);
const ONLY_STRINGS = new Set(['startswith', 'endswith', 'lower', 'upper', 'strip', 'lstrip', 'rstrip', 'splitlines', 'encode']);

/** What the uses of a name tell of it and of what hangs on it, by path. A name may be used a thousand times, and each of these asks. */
const told = new WeakMap<readonly Use[], Map<string, CollectionKind>>();

function kindByUse(uses: readonly Use[], path: readonly string[]): Kind | null {
  let kinds = told.get(uses);
  if (!kinds) told.set(uses, (kinds = kindsByPath(uses)));
  const kind = kinds.get(path.join('.'));
  return kind ? { kind, sure: 'guessed', element: null } : null;
}

function kindsByPath(uses: readonly Use[]): Map<string, CollectionKind> {
  const found = new Map<string, CollectionKind>();
  for (const use of uses) {
    const kind = use.method === null ? null : kindWith(use.method);
    const path = use.path.join('.');
    if (kind && !found.has(path)) found.set(path, kind);
  }
  return found;
}

/** Only lists have `append`; only dictionaries have `items`; only sets have `add`. `update` tells nothing, and a deque has `append` as well. */
function kindWith(method: string): CollectionKind | null {
  if (ONLY_LISTS.has(method)) return 'list';
  if (ONLY_SETS.has(method)) return 'set';
  if (ONLY_MAPS.has(method)) return 'map';
  return ONLY_STRINGS.has(method) ? 'string' : null;
}
