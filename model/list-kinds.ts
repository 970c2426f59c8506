/**
 * Is it a list? Where nothing is typed, `seen.includes(x)` may search a string as well as a list. Other files often tell: who hands it in, who
 * returns it, and what properties of that name are given elsewhere.
 */
import { callersOf } from './callers.ts';
import { infoOf } from './calls.ts';
import { collected } from './collected.ts';
import type { CollectionKind, FileModel, TypeName, Value } from './file.ts';
import { handedFor } from './handed-in.ts';
import { memo, type Program } from './program.ts';
import { fieldOf } from './relations.ts';
import { thingOf } from './things.ts';
import { isAppend } from './use.ts';
import { declarationOf } from './written-types.ts';

const DEEPEST = 4;

export function isList(program: Program, file: FileModel, value: Value): boolean {
  if (value.kind !== 'unknown') return value.kind === 'list';
  return memo<Value, boolean>(program, 'is list', value, false, () => kindOf(program, file, value, 0) === 'list');
}

function kindOf(program: Program, file: FileModel, value: Value, depth: number): CollectionKind {
  if (value.kind !== 'unknown' || depth > DEEPEST) return value.kind;
  const { root, path } = value;
  if (path.length > 0) return kindOfProperty(program, file, value, depth);
  if (root.kind === 'call') {
    const call = file.calls[root.call];
    const target = call && infoOf(program, file, call).target;
    if (!target) return 'unknown';
    const returned = agreed(target.fn.returns.map((r) => kindOf(program, target.file, r, depth + 1)));
    return returned === 'unknown' ? kindOfType(target.fn.returnType) : returned;
  }
  const binding = root.kind === 'binding' ? file.bindings[root.binding] : undefined;
  if (!binding) return 'unknown';
  if (binding.kind === 'import') return kindOfImport(program, file, binding.id, depth);
  if (binding.init && binding.param === null) return kindOf(program, file, binding.init, depth + 1);
  const fn = file.functions[binding.fn];
  if (binding.param === null || binding.elementOf !== null || !fn) return 'unknown';
  const given = callersOf(program, fn).map(({ file: from, call }) => {
    const handed = handedFor(call, fn, binding);
    return handed ? kindOf(program, from, handed, depth + 1) : 'unknown';
  });
  return agreed(given);
}

/** `from words import STOP_WORDS`: as where it is declared. */
function kindOfImport(program: Program, file: FileModel, id: number, depth: number): CollectionKind {
  const declared = declarationOf(program, file, id);
  const binding = declared?.file.bindings[declared.binding];
  if (!declared || !binding || binding.kind === 'import') return 'unknown';
  if (binding.uses.some((use) => use.kind === 'assign' && use.path.length === 0)) return kindOfType(binding.type);
  const typed = kindOfType(binding.type);
  return typed === 'unknown' && binding.init ? kindOf(program, declared.file, binding.init, depth + 1) : typed;
}

/** What an annotation makes of it. */
function kindOfType(type: TypeName | null): CollectionKind {
  return KINDS.get(type?.name ?? '') ?? 'unknown';
}

const KINDS: ReadonlyMap<string, CollectionKind> = new Map([
  ['[]', 'list'],
  ['tuple', 'list'],
  ['Set', 'set'],
  ['Map', 'map'],
  ['string', 'string'],
  ['number', 'primitive'],
  ['boolean', 'primitive'],
]);

/** `policy.banned`, where the class of `policy` says what that is. */
function kindOfField(program: Program, file: FileModel, value: Value, depth: number): CollectionKind {
  const owner = thingOf(program, file, { ...value, path: value.path.slice(0, -1), viewOf: null });
  const found = owner?.kind === 'object' ? fieldOf(program, owner, value.path[value.path.length - 1] ?? '') : null;
  if (!found) return 'unknown';
  const typed = kindOfType(found.field.type);
  return typed === 'unknown' && found.field.init ? kindOf(program, found.file, found.field.init, depth + 1) : typed;
}

/** `state.options.words` is what the object literals of the program put under that name, where they all put a list there. */
function kindOfProperty(program: Program, file: FileModel, value: Value, depth: number): CollectionKind {
  if (value.path.at(-1) === '[]') return kindOfElement(program, file, { ...value, path: value.path.slice(0, -1), viewOf: null }, value.index, depth);
  const thing = thingOf(program, file, value);
  if (thing) return thing.kind === 'literal' ? kindOf(program, thing.file, thing.value, depth + 1) : 'unknown';
  const name = value.path[value.path.length - 1];
  if (name === undefined) return 'unknown';
  // In Python an attribute is no key of a dictionary.
  if (file.language === 'python') return kindOfField(program, file, value, depth);
  return agreed(collected(program, 'kinds of properties', name, propertyKinds).map((entry) => entry.kind));
}

/** `by_id` of `ids, by_id = load()`, `groups[-1]`: as what the tuple or list is made of, at that place or everywhere. */
function kindOfElement(program: Program, file: FileModel, whole: Value, index: number | null, depth: number): CollectionKind {
  const { root, path, elements } = whole;
  if (depth > DEEPEST || path.length > 0) return 'unknown';
  if (root.kind === 'new-list') {
    if (elements.length === 0 || elements.length !== whole.extent.count) return 'unknown';
    const meant = index === null ? elements : elements.slice(index, index + 1);
    const kinds = new Set(meant.map((element) => kindOf(program, file, element, depth + 1)));
    const [only] = kinds;
    return kinds.size === 1 && only ? only : 'unknown';
  }
  if (root.kind === 'call') {
    const call = file.calls[root.call];
    const target = call && infoOf(program, file, call).target;
    if (!target) return 'unknown';
    const returned = agreed(target.fn.returns.map((r) => kindOfElement(program, target.file, r, index, depth + 1)));
    return returned === 'unknown' ? kindOfElementType(target.fn.returnType, index) : returned;
  }
  const binding = root.kind === 'binding' ? file.bindings[root.binding] : undefined;
  if (!binding) return 'unknown';
  const typed = kindOfElementType(binding.type, index);
  if (typed !== 'unknown' || !binding.init || binding.param !== null) return typed;
  const made = [binding.init, ...binding.assigned].map((init) => kindOfElement(program, file, init, index, depth + 1));
  const added = binding.uses.flatMap((use) =>
    isAppend(use) && use.path.length === 0 && use.call !== null ? (file.calls[use.call]?.args ?? []) : [],
  );
  return agreed([...made, ...added.map(({ value }) => kindOf(program, file, value, depth + 1))]);
}

/** `list[set[str]]`, `tuple[list[str], int]` */
function kindOfElementType(type: TypeName | null, index: number | null): CollectionKind {
  if (type?.name === '[]') return kindOfType(type.args[0] ?? null);
  return type?.name === 'tuple' && index !== null ? kindOfType(type.args[index] ?? null) : 'unknown';
}

/** What all say that say anything. */
function agreed(kinds: readonly CollectionKind[]): CollectionKind {
  const said = new Set(kinds.filter((kind) => kind !== 'unknown'));
  const [only] = said;
  return said.size === 1 && only ? only : 'unknown';
}

function propertyKinds(file: FileModel): ReadonlyMap<string, readonly { readonly kind: CollectionKind }[]> {
  const found = new Map<string, { kind: CollectionKind }[]>();
  if (file.language === 'python') return found;
  const visit = (value: Value, depth: number): void => {
    for (const { name, value: given } of value.properties) {
      const known = found.get(name) ?? [];
      if (given.kind !== 'unknown' && !known.some((entry) => entry.kind === given.kind)) found.set(name, [...known, { kind: given.kind }]);
      if (depth < DEEPEST) visit(given, depth + 1);
    }
    if (depth < DEEPEST) for (const element of value.elements) visit(element, depth + 1);
  };
  for (const call of file.calls) for (const { value } of call.args) visit(value, 0);
  for (const { init } of file.bindings) if (init) visit(init, 0);
  for (const fn of file.functions) for (const value of fn.returns) visit(value, 0);
  return found;
}
