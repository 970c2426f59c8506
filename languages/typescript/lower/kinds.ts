/**
 * Completes what values are (list, set, string, …) from annotations, initial values and usage, once the whole file has
 * been read. Where that leaves a doubt the type tier decides.
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
  for (const value of state.values) {
    if (value.kind !== 'unknown') continue;
    const kind = kindOfValue(state, value, 0);
    if (!kind) continue;
    value.kind = kind.kind;
    value.sure = kind.sure;
    if (kind.element) value.element = kind.element;
  }
}

function kindOfValue(state: Lowering, value: Value, depth: number): Kind | null {
  if (depth > 6) return null;
  if (value.kind !== 'unknown') return { kind: value.kind, sure: value.sure, element: value.element };
  if (value.root.kind === 'binding') {
    const binding = state.bindings[value.root.binding];
    if (!binding) return null;
    return value.path.length === 0 ? kindOfBinding(state, binding, depth) : (kindByUse(binding.uses, value.path) ?? kindOfProperty(state, value));
  }
  if (value.root.kind === 'this' && value.root.class !== null && value.path.length >= 1) {
    const field = state.fields.get(value.root.class)?.get(value.path[0] ?? '');
    if (!field) return null;
    if (value.path.length > 1) return kindByUse(field.uses, value.path.slice(1)) ?? kindOfProperty(state, value);
    return kindOfType(field.type) ?? (field.init ? weaken(kindOfValue(state, field.init, depth + 1)) : null) ?? kindByUse(field.uses, []);
  }
  return null;
}

function kindOfBinding(state: Lowering, binding: Binding, depth: number): Kind | null {
  const declared = kindOfType(binding.type);
  if (declared) return declared;
  if (binding.function !== null) return { kind: 'function', sure: 'proven', element: null };
  const init = binding.init ? kindOfValue(state, binding.init, depth + 1) : null;
  if (init) return binding.kind === 'const' ? init : weaken(init);
  return kindByUse(binding.uses, []) ?? (binding.param === null || binding.part ? null : kindHandedIn(state, binding, depth));
}

/** `function has(seen, x) { … }`, which the file itself calls with a list. */
function kindHandedIn(state: Lowering, binding: Binding, depth: number): Kind | null {
  for (const call of callsOf(state).get(binding.fn) ?? []) {
    const value = call.args[binding.param ?? 0]?.value;
    // The function hands on what it was handed.
    if (!value || (value.root.kind === 'binding' && value.root.binding === binding.id)) continue;
    const kind = kindOfValue(state, value, depth + 1);
    if (kind) return { ...kind, sure: 'guessed' };
  }
  return null;
}

const calls = new WeakMap<Lowering, ReadonlyMap<number, readonly Call[]>>();

/** The calls of each function of the file, by the name that it is declared with. */
function callsOf(state: Lowering): ReadonlyMap<number, readonly Call[]> {
  const known = calls.get(state);
  if (known) return known;
  const found = new Map<number, Call[]>();
  // Calls that were declared but stand where nothing is lowered leave gaps.
  for (const call of state.calls) {
    if (!call) continue;
    const { root, path } = call.callee;
    const fn = call.member === null && root.kind === 'binding' && path.length === 0 ? state.bindings[root.binding]?.function : null;
    if (typeof fn === 'number') found.set(fn, [...(found.get(fn) ?? []), call]);
  }
  calls.set(state, found);
  return found;
}

/** A variable may be given something else later, so its initial value only suggests. */
function weaken(kind: Kind | null): Kind | null {
  return kind && { ...kind, sure: kind.sure === 'proven' ? 'declared' : kind.sure };
}

export function kindOfType(type: TypeName | null): Kind | null {
  if (!type) return null;
  const element = elementOfType(type.args[0]);
  switch (type.name) {
    case '[]':
    case 'tuple':
      return { kind: 'list', sure: 'declared', element };
    case 'Set':
    case 'ReadonlySet':
      return { kind: 'set', sure: 'declared', element };
    case 'Map':
    case 'ReadonlyMap':
      return { kind: 'map', sure: 'declared', element };
    case 'string':
      return { kind: 'string', sure: 'declared', element: null };
    case 'number':
    case 'boolean':
    case 'bigint':
    case 'symbol':
    case 'literals':
      return { kind: 'primitive', sure: 'declared', element: null };
    case 'Record':
      return { kind: 'object', sure: 'declared', element: null };
    default:
      return null;
  }
}

function elementOfType(type: TypeName | undefined): ElementKind | null {
  if (!type) return null;
  const primitive = (['string', 'number', 'boolean', 'bigint', 'symbol'] as const).find((name) => name === type.name);
  return primitive ? { kind: primitive, variants: null, nullable: false } : null;
}

/** `pair.a.modules` is a list where the file filters or adds to the `modules` of other things. */
function kindOfProperty(state: Lowering, value: Value): Kind | null {
  const name = value.path[value.path.length - 1];
  return name !== undefined && listProperties(state).has(name) ? { kind: 'list', sure: 'guessed', element: null } : null;
}

const propertyNames = new WeakMap<Lowering, ReadonlySet<string>>();

function listProperties(state: Lowering): ReadonlySet<string> {
  const known = propertyNames.get(state);
  if (known) return known;
  const found = new Set<string>();
  const add = (name: string | undefined, use: Use): void => {
    if (name !== undefined && use.method !== null && LIST_METHODS.has(use.method)) found.add(name);
  };
  for (const binding of state.bindings) for (const use of binding.uses) add(use.path[use.path.length - 1], use);
  for (const { fields } of state.classes)
    for (const field of fields) for (const use of field.uses) add(use.path[use.path.length - 1] ?? field.name, use);
  propertyNames.set(state, found);
  return found;
}

/** No string, set or map has these. */
const LIST_METHODS = new Set(['push', 'splice', 'unshift', 'filter', 'map', 'some', 'every', 'find', 'findIndex', 'sort', 'flatMap']);

const ONLY_LISTS = new Set(['push', 'splice', 'unshift']);

/** Only lists have `push`, `splice` and `unshift`; only sets have `add` beside `has`. */
function kindByUse(uses: readonly Use[], path: readonly string[]): Kind | null {
  let kind: Kind | null = null;
  for (const use of uses) {
    if (use.path.length !== path.length || use.path.some((step, i) => step !== path[i])) continue;
    if (use.method !== null && ONLY_LISTS.has(use.method)) kind = { kind: 'list', sure: 'guessed', element: null };
  }
  return kind;
}
