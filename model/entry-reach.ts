/** Which functions a value stands for: by itself, in the properties of an object, through wrappers, and at the end of a path of members. */
import type { FileModel, Fn, Value } from './file.ts';
import { exportThing } from './modules.ts';
import { mayOffer } from './offered.ts';
import type { FnRef, Program } from './program.ts';
import { memberOf, type Thing, thingOf } from './things.ts';

/** Every function among what is handed over, also by name and in option objects. */
export function functionsIn(program: Program, file: FileModel, value: Value, depth: number): Fn[] {
  if (depth > 3) return [];
  const found = thingOf(program, file, value);
  // `require('./chat')`, where that file exports a function.
  const thing = found?.kind === 'namespace' ? exportThing(program, found.file, 'default', 0) : found;
  if (thing?.kind === 'function') return [thing.ref.fn];
  if (thing?.kind === 'literal')
    return [...thing.value.properties.map((p) => p.value), ...thing.value.elements].flatMap((v) => functionsIn(program, thing.file, v, depth + 1));
  // `asyncHandler(async (req, res) => …)`, `[auth, handler]`
  if (value.root.kind === 'call') {
    const call = file.calls[value.root.call];
    return call?.args.flatMap((a) => functionsIn(program, file, a.value, depth + 1)) ?? [];
  }
  return value.elements.flatMap((e) => functionsIn(program, file, e, depth + 1));
}

/** The functions at the end of a path: `visitor.*`, `create().*`. A list stands for its elements, `()` for what a function returns. */
export function functionsAt(program: Program, file: FileModel, value: Value, path: string): Fn[] {
  return follow(program, file, value, steps(path), 0);
}

export function functionsOf(program: Program, thing: Thing, path: string): Fn[] {
  return followThing(program, thing, steps(path), 0);
}

/** The tables' paths are few, and each is asked of every class. */
const known = new Map<string, readonly string[]>();

function steps(path: string): readonly string[] {
  let found = known.get(path);
  if (!found) {
    found = path
      .replaceAll('()', '.()')
      .split('.')
      .filter((step) => step !== '');
    known.set(path, found);
  }
  return found;
}

function follow(program: Program, file: FileModel, value: Value, path: readonly string[], depth: number): Fn[] {
  if (depth > 10) return [];
  // The last member may be an object of its own: `{ resolve }`, `{ handler }`, `{ enter, exit }`.
  if (path.length === 0) return functionsIn(program, file, value, 1);
  const thing = thingOf(program, file, value);
  if (thing) return followThing(program, thing, path, depth + 1);
  // `mergeResolvers([users, posts])`, `declare((api) => …)`: a library's wrapper.
  const call = value.root.kind === 'call' ? file.calls[value.root.call] : undefined;
  return call?.args.flatMap((a) => follow(program, file, a.value, path, depth + 1)) ?? [];
}

function followThing(program: Program, thing: Thing, path: readonly string[], depth: number): Fn[] {
  const [step, ...rest] = path;
  if (step === undefined) return thing.kind === 'function' ? [thing.ref.fn] : [];
  if (thing.kind === 'literal') {
    const { properties, elements, root } = thing.value;
    if (root.kind === 'new-list') return elements.flatMap((e) => follow(program, thing.file, e, path, depth + 1));
    return properties.filter((p) => isNamed(p.name, step)).flatMap((p) => follow(program, thing.file, p.value, rest, depth + 1));
  }
  if (thing.kind === 'function') return step === '()' ? returned(program, thing.ref, rest, depth) : [];
  if (thing.kind !== 'object' && thing.kind !== 'class') return [];
  // A class offers what it inherits as well; a pattern is asked of its own members alone.
  if (step === '*') return [];
  if (!step.includes('*') && !mayOffer(program, thing.file, thing.class, step)) return [];
  const names = step.includes('*') ? thing.class.methods.filter((m) => isNamed(m.name, step) && !m.private).map((m) => m.name) : [step];
  return names.flatMap((name) => {
    const member = memberOf(program, thing, name);
    return member ? followThing(program, member, rest, depth + 1) : [];
  });
}

/** `*` is any name, `*Payload` those that end so, `get_*` those that begin so. */
export function isNamed(name: string, step: string): boolean {
  if (step.startsWith('*')) return name.endsWith(step.slice(1));
  return step.endsWith('*') ? name.startsWith(step.slice(0, -1)) : name === step;
}

function returned(program: Program, { file, fn }: FnRef, path: readonly string[], depth: number): Fn[] {
  return fn.returns.flatMap((value) => follow(program, file, value, path, depth + 1));
}
