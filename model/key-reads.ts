/** Places that load a related row and ask it for nothing but its key, which the row at hand has in a column of its own. */
import { blankValue } from './blank.ts';
import type { Call, FileModel, Value } from './file.ts';
import { relationsNamed } from './named-relations.ts';
import { instanceClass, loadedWith } from './one-row.ts';
import { memo, type Program } from './program.ts';
import { type ClassRef, type Relation, relationsOf } from './relations.ts';
import { isLoaded } from './rows.ts';
import { thingOf } from './things.ts';
import type { Use } from './use.ts';

export interface KeyRead {
  readonly use: Use;
  /** `book.author.id`, as far as the names go, and the column that says the same: `author_id`. */
  readonly text: string;
  readonly column: string;
  readonly relation: Relation;
}

interface Holder {
  readonly text: string;
  readonly value: Value;
  readonly uses: readonly Use[];
}

/** By the function that reads the key. */
export function keyReads(program: Program, file: FileModel): readonly KeyRead[] {
  return memo<FileModel, readonly KeyRead[]>(program, 'key reads', file, [], () =>
    holdersIn(file).flatMap((holder) => ofHolder(program, file, holder)),
  );
}

/** Variables, and `self` with what is asked of it. */
function holdersIn(file: FileModel): Holder[] {
  const variables = file.bindings.map(
    ({ id, name, span, uses }): Holder => ({
      text: name,
      value: { ...blankValue({ span, text: name, reads: [id] }), root: { kind: 'binding', binding: id } },
      uses,
    }),
  );
  const instances = file.classes.map(
    ({ id, span, fields }): Holder => ({
      text: 'self',
      value: { ...blankValue({ span, text: 'self', reads: [] }), root: { kind: 'this', class: id } },
      uses: fields.flatMap(({ name, uses }) => uses.map((use) => ({ ...use, path: [name, ...use.path] }))),
    }),
  );
  return [...variables, ...instances].filter(({ uses }) => uses.some(({ path }) => isKey(path.at(-1))));
}

function isKey(name: string | undefined): boolean {
  return name === 'id' || name === 'pk';
}

function ofHolder(program: Program, file: FileModel, { text, value, uses }: Holder): KeyRead[] {
  return uses.flatMap((use): KeyRead[] => {
    const path = use.path.slice(0, -1);
    const name = path.at(-1);
    if (!isKey(use.path.at(-1)) || name === undefined || path.includes('[]') || /^(assign|property|call)$/.test(use.kind)) return [];
    const key = use.path.at(-1) ?? '';
    const owner = instanceClass(program, file, { ...value, path: path.slice(0, -1) });
    const relation = owner
      ? relationsOf(program, owner).get(name)
      : path.length === 1 && key === 'pk'
        ? byName(program, file, value, name, key)
        : null;
    if (!relation || !hasColumn(relation, key)) return [];
    // Loaded all the same: if book.author: …, book.author.name, function(book.author); or set before: book.author = author.
    const isOther = (other: Use): boolean => other !== use && other.fn === use.fn && startsWith(other.path, path) && !isKey(other.path[path.length]);
    if (uses.some(isOther) || isThere(program, file, value, path)) return [];
    return [{ use, text: [text, ...use.path].join('.'), column: `${[text, ...path].join('.')}_id`, relation }];
  });
}

/**
 * `{each.author.pk for each in found}`, where nobody says what `found` is: only rows of Django know their key as `pk`, and whatever has an
 * `author` in this project has it as a foreign key.
 */
function byName(program: Program, file: FileModel, value: Value, name: string, key: string): Relation | null {
  const element = value.root.kind === 'binding' ? file.bindings[value.root.binding] : undefined;
  if (!element || element.elementOf === null || element.part || element.param !== null || thingOf(program, file, value)) return null;
  const all = relationsNamed(program, name);
  return all?.every((relation) => hasColumn(relation, key)) ? (all[0] ?? null) : null;
}

function startsWith(path: readonly string[], start: readonly string[]): boolean {
  return start.every((name, i) => path[i] === name);
}

/** Its query has loaded the relation, whatever for, or somebody chose what it loads. */
function isThere(program: Program, file: FileModel, value: Value, path: readonly string[]): boolean {
  if (value.root.kind === 'this') return false;
  const loaded = loadedWith(program, file, value);
  return loaded === null || isLoaded({ loaded }, path.join('.'));
}

/** A foreign key of Django to what others know by its `id`. */
function hasColumn({ holds, back, remedy, target, file, span }: Relation, key: string): boolean {
  if (holds !== 'one' || back !== null || remedy !== 'select_related' || !target) return false;
  const declared = file.calls.find((call) => call.span.start === span.start && call.span.end === span.end);
  if (!declared || declared.args.some((a) => a.name === 'to_field' || a.spread) || isGeneric(declared)) return false;
  return key === 'pk' || !hasOwnKey(target);
}

function isGeneric({ text }: Call): boolean {
  return /Generic/.test(text);
}

/** Have: code = CharField(primary_key=True) */
function hasOwnKey(target: ClassRef): boolean {
  return target.class.fields.some(({ init }) => {
    const call = init?.root.kind === 'call' ? target.file.calls[init.root.call] : undefined;
    return call?.args.some((a) => a.name === 'primary_key' && a.value.literal !== false) === true;
  });
}
