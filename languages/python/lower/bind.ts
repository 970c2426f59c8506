/** Which variable a name becomes that a statement binds: a new one, the one that it is already, or one from further out. */
import type { Binding, BindingKind } from '../../../model/file.ts';
import type { Syntax } from '../tree.ts';
import { type Lowering, type Mutable, newBinding, type Place, resolveName, type Scope, sourceOf, spanOf } from './state.ts';
import { typeName } from './types.ts';

/** Names that belong to the function, whatever loop they stand in. */
export function home(at: Place): Scope {
  let scope: Scope = at.scope;
  while ((scope.kind === 'loop' || scope.kind === 'comprehension') && scope.parent) scope = scope.parent;
  return scope;
}

/** Binds a name, the first time as a declaration. A name that a loop around binds already is that one. */
export function bind(state: Lowering, name: Syntax, kind: BindingKind, at: Place): Mutable<Binding> {
  const text = sourceOf(state, name);
  for (let scope: Scope | null = at.scope; scope && scope.kind === 'loop'; scope = scope.parent) {
    const id = scope.names.get(text);
    if (id !== undefined) return again(state, id);
  }
  const scope = home(at);
  const known = scope.names.get(text);
  if (known !== undefined) return again(state, known);
  const binding = newBinding(state, text, kind, spanOf(name), scope.fn, at.loops[0] ?? null);
  scope.names.set(text, binding.id);
  state.firsts.add(name);
  state.bound.set(binding.id, 1);
  return binding;
}

/** `names: list[str] = load()` */
export function annotate(state: Lowering, name: Syntax, type: Syntax, at: Place): void {
  const binding = state.bindings[resolveName(state, sourceOf(state, name), at.scope)];
  if (binding) state.annotations.push(() => (binding.type ??= typeName(state, type, at.scope)));
}

function again(state: Lowering, id: number): Mutable<Binding> {
  state.bound.set(id, (state.bound.get(id) ?? 0) + 1);
  return state.bindings[id] as Mutable<Binding>;
}

/** `global counter`: the name of the module, or of the function around. */
export function shareName(state: Lowering, name: string, at: Place, isGlobal: boolean): void {
  const own = home(at);
  const around: Scope[] = [];
  for (let scope = own.parent; scope; scope = scope.parent) around.push(scope);
  const functions = around.slice(0, -1).filter((scope) => scope.kind !== 'class');
  // The function around may bind it further down.
  const outer = isGlobal ? around.at(-1) : (functions.find((scope) => scope.names.has(name)) ?? functions.find((scope) => scope.kind === 'function'));
  if (!outer) return;
  let id = outer.names.get(name);
  if (id === undefined) {
    id = newBinding(state, name, 'let', { start: 0, end: 0 }, outer.fn, null).id;
    outer.names.set(name, id);
  }
  own.names.set(name, id);
  // Whoever says `global` is about to change it.
  state.bound.set(id, (state.bound.get(id) ?? 0) + 2);
}
