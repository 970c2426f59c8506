/**
 * What lowering one Python file carries along: the model under construction, the maps from syntax to its ids, and where in the
 * program a node stands. Declaring (scopes.ts) fills the maps first, so that a use may stand before its declaration.
 */
import { blankBinding, blankFn, blankLoop } from '../../../model/blank.ts';
import type { Binding, BindingKind, Call, Class, Export, Fn, FnKind, Import, Loop, Span, Value } from '../../../model/file.ts';
import type { Rebuild } from '../../../model/rebuild.ts';
import type { WithBlock } from '../../../model/with-block.ts';
import type { Syntax } from '../tree.ts';

/** Builds need to write what the model offers to read only. */
export type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** The names of a function, class, comprehension or module, or those that a `for` binds anew on each iteration. */
export interface Scope {
  readonly kind: 'function' | 'class' | 'loop' | 'comprehension';
  readonly fn: number;
  readonly names: Map<string, number>;
  readonly parent: Scope | null;
}

/** Where a node stands. */
export interface Place {
  readonly fn: number;
  readonly scope: Scope;
  /** Loops around it, innermost first, through lambdas that run where they are handed over. */
  readonly loops: readonly number[];
  /** The loop statement that a `break` here leaves. */
  readonly statement: number | null;
  /** The class whose body it stands in, methods excluded. */
  readonly class: number | null;
}

/** What the first parameter of a method stands for. */
export interface Self {
  readonly binding: number;
  readonly class: number;
}

export interface Lowering {
  readonly text: string;
  readonly functions: Mutable<Fn>[];
  readonly loops: Mutable<Loop>[];
  readonly calls: Mutable<Call>[];
  readonly rebuilds: Rebuild[];
  readonly bindings: Mutable<Binding>[];
  readonly classes: Mutable<Class>[];
  readonly imports: Import[];
  readonly exports: Export[];
  readonly withs: WithBlock[];
  readonly scopes: Map<Syntax, Scope>;
  readonly fnOf: Map<Syntax, number>;
  /** Loop statements, clauses of comprehensions, and calls that run a function once per element. */
  readonly loopOf: Map<Syntax, number>;
  readonly loopOfClosure: Map<Syntax, number>;
  readonly callOf: Map<Syntax, number>;
  readonly classOf: Map<Syntax, number>;
  readonly fields: Map<number, Map<string, Mutable<Class['fields'][number]>>>;
  /** `self` and `cls`, by binding. */
  readonly selves: Map<number, number>;
  /** Names that no scope of the file declares. */
  readonly globals: Map<string, number>;
  /** Targets that bind their name for the first time: no use of it. */
  readonly firsts: Set<Syntax>;
  /** How many times a name is bound. */
  readonly bound: Map<number, number>;
  readonly elements: Map<number, number[]>;
  /** Annotations, to be read once every name of the file is known: `"User"` may stand before its class. */
  readonly annotations: (() => void)[];
  /** Every value, so that kinds can be completed once all uses are known. */
  readonly values: Value[];
}

export function spanOf(node: Syntax): Span {
  return { start: node.start, end: node.end };
}

export function sourceOf(state: Lowering, node: Syntax): string {
  return state.text.slice(node.start, node.end);
}

/** The child that plays a part: `left`, `body`. */
export function part(node: Syntax, field: string): Syntax | null {
  for (const child of node.children) if (child.field === field) return child;
  return null;
}

export function parts(node: Syntax, field: string): Syntax[] {
  return node.children.filter((child) => child.field === field);
}

/** What parentheses hold. */
export function unwrap(node: Syntax): Syntax {
  let at = node;
  while (at.type === 'parenthesized_expression' && at.children[0]) at = at.children[0];
  return at;
}

/** The outermost parentheses around a node. */
export function wrapped(node: Syntax): Syntax {
  let at = node;
  while (at.parent?.type === 'parenthesized_expression') at = at.parent;
  return at;
}

export function newFn(state: Lowering, kind: FnKind, name: string, span: Span, nameSpan: Span, parent: number | null): Mutable<Fn> {
  const fn: Mutable<Fn> = blankFn({ id: state.functions.length, kind, name, span, nameSpan, parent });
  state.functions.push(fn);
  return fn;
}

export function newLoop(state: Lowering, node: Syntax, fn: number, parent: number | null): Mutable<Loop> {
  const loop: Mutable<Loop> = blankLoop({ id: state.loops.length, span: spanOf(node), fn, parent });
  state.loops.push(loop);
  state.loopOf.set(node, loop.id);
  return loop;
}

export function newBinding(state: Lowering, name: string, kind: BindingKind, span: Span, fn: number, loop: number | null): Mutable<Binding> {
  const binding: Mutable<Binding> = blankBinding({ id: state.bindings.length, name, kind, span, fn, loop });
  state.bindings.push(binding);
  return binding;
}

/** The binding that a name means in a scope; a name that nothing declares is a global. The names of a class are seen in its own body only. */
export function resolveName(state: Lowering, name: string, from: Scope): number {
  let isInner = false;
  for (let scope: Scope | null = from; scope; scope = scope.parent) {
    const found = scope.kind === 'class' && isInner ? undefined : scope.names.get(name);
    if (found !== undefined) return found;
    if (scope.kind !== 'loop') isInner = true;
  }
  const known = state.globals.get(name);
  if (known !== undefined) return known;
  const binding = newBinding(state, name, 'global', { start: 0, end: 0 }, 0, null);
  state.globals.set(name, binding.id);
  return binding.id;
}

/** The class that a name stands for an instance of (or for itself): `self`, `cls`. */
export function selfClass(state: Lowering, name: string, scope: Scope): number | null {
  return state.selves.size === 0 ? null : (state.selves.get(resolveName(state, name, scope)) ?? null);
}
