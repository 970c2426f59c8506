/** Which input of a function a value is, or hangs on: a parameter, a field, a list outside of it. Null for what the function makes itself. */
import type { Place, Sum } from './bound-terms.ts';
import type { Binding, Call, FileModel, Fn, Loop, Value } from './file.ts';
import type { Program } from './program.ts';
import { declarationOf } from './written-types.ts';

/** The function whose inputs give the names. */
export interface Scope {
  readonly program: Program;
  readonly file: FileModel;
  readonly fn: Fn;
  /** What the result of a call to a function of the project has as its size. */
  readonly resultSize: (call: Call) => Sum | null;
  readonly sizes: Map<Value | Binding | Loop, Sum | null>;
}

/** A place, and the loops whose element it hangs on. */
export interface Located {
  readonly place: Place;
  readonly within: readonly number[];
}

const DEEPEST = 12;

/** Which input it is, or is a part of; null for what is made in the function. */
export function locate(scope: Scope, value: Value, depth = 0): Located | null {
  if (depth > DEEPEST) return null;
  const { root } = value;
  // Filtering, sorting and copying keep the elements; mapping makes others.
  if (value.viewOf) return value.path.length === 0 && keepsElements(scope.file, value) ? locate(scope, value.viewOf, depth + 1) : null;
  if (root.kind === 'this' && value.path.length > 0) return below(scope, { place: { root: { kind: 'this' }, path: [] }, within: [] }, value, depth);
  const binding = root.kind === 'binding' ? scope.file.bindings[root.binding] : undefined;
  const base = binding && locateBinding(scope, binding, depth);
  return base ? below(scope, base, value, depth) : null;
}

function keepsElements(file: FileModel, value: Value): boolean {
  const call = value.root.kind === 'call' ? file.calls[value.root.call] : undefined;
  if (!call) return true;
  if (call.text === 'Array.from') return call.args.length === 1;
  return call.isNew || !['map', 'flatMap', 'flat', 'concat', 'toSpliced', 'with', 'all', 'allSettled'].includes(call.member ?? '');
}

/** The properties of a place. An index is one element of many, and only as good as a name where a loop walks the whole. */
function below(scope: Scope, base: Located, value: Value, depth: number): Located | null {
  let path = base.place.path;
  const within = [...base.within];
  for (const step of value.path) {
    if (step === '[]') {
      const whole = { ...base.place, path };
      const loop = value.reads
        .flatMap((id) => scope.file.loops[scope.file.bindings[id]?.elementOf ?? -1] ?? [])
        .find((l) => l.over !== value && isWalkOf(scope, l, whole, depth));
      if (!loop) return null;
      within.push(loop.id);
    }
    path = [...path, step];
  }
  return { place: { ...base.place, path }, within };
}

export function isWalkOf(scope: Scope, loop: Loop, place: Place, depth: number): boolean {
  const over = loop.over && locate(scope, loop.over, depth + 1);
  const same = over && over.place.path.length === place.path.length && over.place.path.every((step, i) => step === place.path[i]);
  return same ? JSON.stringify(over.place.root) === JSON.stringify(place.root) : false;
}

function locateBinding(scope: Scope, binding: Binding, depth: number): Located | null {
  const { file } = scope;
  if (isInput(scope, binding)) {
    const plain = scope.fn.params[binding.param ?? 0]?.binding === binding.id;
    const root = { kind: 'param', param: binding.param ?? 0, name: plain ? binding.name : null } as const;
    return isReassigned(binding) ? null : { place: { root, path: plain ? [] : [binding.name] }, within: [] };
  }
  if (binding.elementOf !== null) {
    const loop = file.loops[binding.elementOf];
    const over = loop?.over && !isIndex(file, binding, loop) ? locate(scope, loop.over, depth + 1) : null;
    if (!over || !loop) return null;
    const step = isPartOfElement(file, binding, loop) ? ['[]', binding.name] : ['[]'];
    return { place: { ...over.place, path: [...over.place.path, ...step] }, within: [...over.within, loop.id] };
  }
  if (['function', 'class', 'enum', 'type', 'global', 'catch'].includes(binding.kind)) return null;
  if (binding.kind === 'import') {
    const declared = declarationOf(scope.program, file, binding.id);
    const there = declared?.file.bindings[declared.binding];
    return declared && there && declared.file !== file ? outside(declared.file, there) : null;
  }
  if (isInside(scope, binding.fn) && binding.fn !== 0) {
    const grown = binding.uses.some((u) => u.kind === 'grow' && u.path.length === 0);
    return binding.init && !isReassigned(binding) && !grown ? locate(scope, binding.init, depth + 1) : null;
  }
  return outside(file, binding);
}

function outside(file: FileModel, binding: Binding): Located {
  return { place: { root: { kind: 'outside', file: file.path, binding: binding.id, name: binding.name }, path: [] }, within: [] };
}

export function isInput(scope: Scope, binding: Binding): boolean {
  return binding.param !== null && binding.fn === scope.fn.id;
}

/** Is this the function, or one written inside it? */
export function isInside(scope: Scope, fn: number): boolean {
  for (let at: number | null = fn; at !== null; at = scope.file.functions[at]?.parent ?? null) if (at === scope.fn.id) return true;
  return false;
}

export function isReassigned(binding: Binding): boolean {
  return binding.uses.some((u) => u.kind === 'assign' && u.path.length === 0);
}

/** The counter of a `for`, the second parameter of a callback. */
export function isIndex(file: FileModel, binding: Binding, loop: Loop): boolean {
  if (loop.style === 'for') return true;
  const call = loop.call === null ? undefined : file.calls[loop.call];
  return binding.param !== null && binding.param > (call?.member?.startsWith('reduce') ? 1 : 0) && !/sort/i.test(call?.member ?? '');
}

/** `orders` of `({ orders }) => …`, and of a for-of that takes several. */
function isPartOfElement(file: FileModel, binding: Binding, loop: Loop): boolean {
  const closure = loop.closure === null ? undefined : file.functions[loop.closure];
  if (closure) return binding.param !== null && closure.params[binding.param]?.binding !== binding.id;
  return loop.elements.length > 1;
}
