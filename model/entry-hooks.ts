/** Members that a framework calls: of what is known to be a plugin, a guard, a map of resolvers, a visitor. */
import { infoOf } from './calls.ts';
import { functionsAt, functionsOf, isNamed } from './entry-reach.ts';
import type { Class, FileModel, Fn, TypeName, Value } from './file.ts';
import type { HookRow } from './knowledge.ts';
import { importsLibrary } from './modules.ts';
import { memo, type Program } from './program.ts';
import { knowledgeSymbol, type Thing, thingOf } from './things.ts';
import { typeThing } from './written-types.ts';

/** Something with hooks: where it stands, and what is known of its type. */
export interface Hooked {
  readonly row: HookRow;
  readonly thing: Thing | null;
  readonly file: FileModel;
  /** Null for classes. */
  readonly value: Value | null;
}

export function hookedIn(program: Program, file: FileModel): readonly Hooked[] {
  return memo<FileModel, readonly Hooked[]>(program, 'hooked', file, [], () => [...search(program, file)]);
}

function* search(program: Program, file: FileModel): Iterable<Hooked> {
  for (const owner of file.classes)
    for (const row of rowsOfClass(program, file, owner)) yield { row, thing: { kind: 'class', file, class: owner }, file, value: null };
  for (const binding of file.bindings) {
    const row = binding.init && binding.param === null ? rowOfType(program, file, binding.type) : null;
    if (row && binding.init) yield { row, thing: null, file, value: binding.init };
  }
  for (const fn of file.functions) {
    const row = rowOfType(program, file, fn.returnType);
    if (row) for (const value of fn.returns) yield { row, thing: null, file, value };
  }
  yield* givenIn(program, file);
  yield* lookingLike(program, file);
}

export function membersOf(program: Program, { row, thing, file, value }: Hooked): Fn[] {
  return row.members.flatMap((path) => at(program, { row, thing, file, value }, path));
}

/** Those of its members that run once per object that another entry yields. */
export function membersPerObject(program: Program, hooked: Hooked): ReadonlySet<Fn> {
  const { members = [], except = [] } = hooked.row.perObject ?? {};
  const config = hooked.value && thingOf(program, hooked.file, hooked.value);
  const name = config?.kind === 'literal' ? config.value.properties.find((p) => p.name === 'name')?.value.literal : null;
  if (typeof name === 'string' && except.some((pattern) => isNamed(name, pattern))) return new Set();
  const others = new Set(except.flatMap((path) => at(program, hooked, path)));
  return new Set(members.flatMap((path) => at(program, hooked, path)).filter((fn) => !others.has(fn)));
}

function at(program: Program, { thing, file, value }: Hooked, path: string): Fn[] {
  if (value) return functionsAt(program, file, value, path);
  if (thing?.kind !== 'class') return [];
  return functionsOf(program, { kind: 'object', file: thing.file, class: thing.class }, path);
}

/** The types of what a hook is handed: `apply(compiler)`. */
export function handedByHook(program: Program, file: FileModel, fn: Fn): readonly string[] | null {
  const all = memo<FileModel, ReadonlyMap<Fn, readonly string[]>>(program, 'handed by hooks', file, new Map(), () => {
    const found = new Map<Fn, readonly string[]>();
    for (const hooked of hookedIn(program, file))
      for (const { member, types } of hooked.row.hands ?? []) for (const each of at(program, hooked, member)) found.set(each, types);
    return found;
  });
  return all.get(fn) ?? null;
}

/** By `implements` and `extends`, its own and those of its base classes of the project, or by its looks. */
function rowsOfClass(program: Program, file: FileModel, owner: Class, depth = 0): HookRow[] {
  const found = owner.implements.flatMap((type) => rowOfType(program, file, type) ?? []);
  for (const each of owner.extends) {
    const base = thingOf(program, file, each);
    if (base?.kind === 'class' && depth < 8) found.push(...rowsOfClass(program, base.file, base.class, depth + 1));
    const symbol = base && knowledgeSymbol(base);
    const inherited = symbol ? program.knowledge.hook(symbol) : null;
    if (inherited) found.push(inherited);
  }
  for (const row of program.knowledge.lookalikes.class)
    if (
      row.looks &&
      speaksOf(file, row) &&
      belongs(program, file, row) &&
      row.looks.has.every((name) => owner.methods.some((m) => isNamed(m.name, name)))
    )
      found.push(row);
  return [...new Set(found)];
}

function rowOfType(program: Program, file: FileModel, type: TypeName | null): HookRow | null {
  if (!type) return null;
  if (type.name === '[]') return rowOfType(program, file, type.args[0] ?? null);
  const thing = typeThing(program, file, type);
  return thing?.kind === 'instance' && thing.path.length === 0 ? program.knowledge.hook(thing.type) : null;
}

/** `new ApolloServer({ resolvers })`, `app.register(mercurius, { resolvers })`. */
function* givenIn(program: Program, file: FileModel): Iterable<Hooked> {
  for (const call of file.calls) {
    const [first, ...others] = call.args;
    const given = infoOf(program, file, call).row?.given;
    const thing = given || !first || others.length === 0 ? null : thingOf(program, file, first.value);
    const type = given ?? (thing?.kind === 'symbol' ? program.knowledge.row(knowledgeSymbol(thing) ?? '')?.given : null);
    const row = type ? program.knowledge.hook(type) : null;
    if (row) for (const argument of given ? call.args : others) yield { row, thing: null, file, value: argument.value };
  }
}

/** Have: module.exports = { meta, create(context) { return { Identifier(node) { … } }; } }; */
function* lookingLike(program: Program, file: FileModel): Iterable<Hooked> {
  for (const row of program.knowledge.lookalikes.object) {
    if (!speaksOf(file, row) || !belongs(program, file, row)) continue;
    for (const e of file.exports) {
      const binding = e.binding === null ? undefined : file.bindings[e.binding];
      const fn = file.functions[binding?.function ?? (e.value?.root.kind === 'function' && e.value.path.length === 0 ? e.value.root.fn : -1)];
      const values = fn ? fn.returns : [binding?.init ?? e.value].filter((value): value is Value => value !== null && value !== undefined);
      for (const value of values) if (looks(program, file, value, row)) yield { row, thing: null, file, value };
    }
  }
}

function looks(program: Program, file: FileModel, value: Value, row: HookRow): boolean {
  const thing = thingOf(program, file, value);
  return (
    thing?.kind === 'literal' &&
    thing.value.root.kind === 'new-object' &&
    (row.looks?.has.every((name) => thing.kind === 'literal' && thing.value.properties.some((p) => p.name === name)) ?? false)
  );
}

/** Libraries of Python say nothing of files in other languages. */
function speaksOf(file: FileModel, row: HookRow): boolean {
  return row.symbol.startsWith('py:') === (file.language === 'python');
}

function belongs(program: Program, file: FileModel, { looks: like }: HookRow): boolean {
  if (!like) return false;
  const { dependencies, root } = program.packageOf(file.path);
  // The package's own folder may say it: `vite-plugin-svg/index.js`.
  if (like.path && !like.path.test(file.path.slice(root.lastIndexOf('/') + 1))) return false;
  return like.dependsOn.some((name) => dependencies.has(name) || importsLibrary(file, name));
}
