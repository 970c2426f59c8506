/**
 * Completes what values are (list, set, string, …) from annotations, initial values and usage, once the whole file has
 * been read. Where that leaves a doubt the type tier decides.
 */
import type { Binding, CollectionKind, ElementKind, Sure, TypeName, Value } from '../../../model/file.ts';
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
    return value.path.length === 0 ? kindOfBinding(state, binding, depth) : kindByUse(binding.uses, value.path);
  }
  if (value.root.kind === 'this' && value.root.class !== null && value.path.length >= 1) {
    const field = state.fields.get(value.root.class)?.get(value.path[0] ?? '');
    if (!field) return null;
    if (value.path.length > 1) return kindByUse(field.uses, value.path.slice(1));
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
  return kindByUse(binding.uses, []);
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
