/** Collections that live as long as the program: variables of modules, fields of classes and of objects that there is one of. And whether anything is ever taken out of them. */
import { collected } from './collected.ts';
import type { Class, FileModel, Value } from './file.ts';
import { importersOf } from './handed-in.ts';
import { fileAt, type Program } from './program.ts';
import type { Use } from './use.ts';

export interface Kept {
  readonly name: string;
  readonly init: Value;
  readonly uses: readonly Use[];
  /** Code of other files can reach it. */
  readonly shared: boolean;
  /** The class that has it, if one does. */
  readonly owner: Class | null;
}

export function* keptIn(program: Program, file: FileModel): Iterable<Kept> {
  for (const { name, init, uses, fn, kind, loop, exported } of file.bindings)
    if (fn === 0 && loop === null && /^(const|let|var)$/.test(kind) && init && isEmptyCollection(init))
      yield { name, init, uses, shared: exported, owner: null };
  for (const owner of file.classes)
    for (const { name, init, uses, static: isStatic, private: isPrivate } of owner.fields)
      if (init && isEmptyCollection(init) && (isStatic || isOnlyOne(program, file, owner))) yield { name, init, uses, shared: !isPrivate, owner };
}

const EMPTY =
  /^(new (Map|Set)\s*(<.*)?\(\s*\)|\{\s*\}|\[\s*\]|Object\.create\(null\)|(dict|set|list|OrderedDict|collections\.OrderedDict)\(\)|(collections\.)?defaultdict\(\w*\))$/;

function isEmptyCollection(init: Value): boolean {
  return EMPTY.test(init.text);
}

const MADE_ONCE = /(^|\.)(Injectable|Controller|Resolver|Service|WebSocketGateway|singleton|Singleton)$/;

/** A framework makes one of it, or a module does while it loads, and nobody else. */
export function isOnlyOne(program: Program, file: FileModel, owner: Class): boolean {
  const made = owner.decorators.find((d) => MADE_ONCE.test(d.name));
  if (made) return !made.args.some((a) => /REQUEST|TRANSIENT|scope/i.test(a.text));
  const makes = makesOf(program, file, owner);
  return makes.length > 0 && makes.every((use) => use.fn === 0 && use.loops.length === 0);
}

function makesOf(program: Program, file: FileModel, owner: Class): Use[] {
  const binding = owner.binding === null ? undefined : file.bindings[owner.binding];
  if (!binding) return [];
  const calls = (uses: readonly Use[] | undefined): Use[] =>
    (uses ?? []).filter((use) => use.kind === 'call' && use.path.length === 0 && use.method === null);
  const elsewhere = importersOf(program, file.path).flatMap(({ path, imported, local }) =>
    imported === binding.name || imported === 'default' ? calls(fileAt(program, path)?.bindings[local]?.uses) : [],
  );
  return [...calls(binding.uses), ...elsewhere];
}

/** Is something taken out of it after the module loaded, is it replaced, counted, or handed to others who may do so? */
export function mayShrink(program: Program, { name, uses, shared }: Kept): boolean {
  return uses.some((use) => use.path.length === 0 && use.fn !== 0 && SHRINKS.test(use.kind)) || (shared && isShrunkElsewhere(program, name));
}

const SHRINKS = /^(shrink|assign|length|argument|escape|reorder)$/;

/** By its name: somebody takes something out of what is called so. */
function isShrunkElsewhere(program: Program, name: string): boolean {
  return (
    collected<{ readonly name: string }>(program, 'shrunk', name, (file) => {
      const names = new Set<string>();
      const note = (own: string, use: Use): void => {
        if (use.kind === 'shrink' || (use.kind === 'assign' && use.fn !== 0)) names.add(use.path[use.path.length - 1] ?? own);
      };
      for (const binding of file.bindings) for (const use of binding.uses) note(binding.name, use);
      for (const { fields } of file.classes)
        for (const field of fields) for (const use of field.uses) if (file.functions[use.fn]?.kind !== 'constructor') note(field.name, use);
      return new Map([...names].map((each) => [each, [{ name: each }]]));
    }).length > 0
  );
}

/** Does every request find the same thing here? A global, what a module makes while it loads or imports, and what an object holds that there is one of. */
export function outlivesRequests(program: Program, file: FileModel, { root, path }: Value): boolean {
  if (path.length > 2 || path.includes('[]')) return false;
  const isSet = (use: Use): boolean => use.kind === 'assign' && use.path.length === 0 && use.fn !== 0;
  if (root.kind === 'binding') {
    const binding = file.bindings[root.binding];
    if (!binding || binding.loop !== null || binding.elementOf !== null) return false;
    if (binding.kind === 'global' || binding.kind === 'import') return true;
    return binding.fn === 0 && /^(const|let|var)$/.test(binding.kind) && binding.init !== null && !binding.uses.some(isSet);
  }
  const owner = root.kind === 'this' && root.class !== null ? file.classes[root.class] : undefined;
  if (!owner || !isOnlyOne(program, file, owner)) return false;
  const field = owner.fields.find((f) => f.name === path[0]);
  return path.length === 0 || (field !== undefined && !field.uses.some((use) => isSet(use) && file.functions[use.fn]?.kind !== 'constructor'));
}
