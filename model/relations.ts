/**
 * The relations between the classes of a project's database: which attribute of a row leads to a row of another class, or to many, and whether it
 * is loaded with its owner or only when somebody touches it.
 */
import { argumentNamed } from './arguments.ts';
import { collected } from './collected.ts';
import type { Call, Class, Field, FileModel, Span, Value } from './file.ts';
import type { RelationRow } from './knowledge-tables.ts';
import { type FnRef, fileAt, memo, type Program } from './program.ts';
import { bindingThing, calleeThing, knowledgeSymbol, thingOf } from './things.ts';

export interface ClassRef {
  readonly file: FileModel;
  readonly class: Class;
}

export interface Relation {
  readonly name: string;
  readonly holds: 'one' | 'many';
  /** What the query of its rows is told: see `RelationRow`. */
  readonly remedy: string | null;
  /** Where it is declared, for the path of a finding. */
  readonly file: FileModel;
  readonly span: Span;
  /** The class of the rows that it leads to, if the project has it. */
  readonly target: ClassRef | null;
  /** What leads from its rows back to their owner, which they know then. */
  readonly back: string | null;
  /** Loaded together with its owner, whatever the query says. */
  readonly isEager: boolean;
  /** Whoever reads the attribute asks the database, where it was not loaded. */
  readonly isLazy: boolean;
}

const DEEPEST = 6;

/** All relations of a class by name: its own, those of its base classes, and the ways back from classes that refer to it. */
export function relationsOf(program: Program, ref: ClassRef): ReadonlyMap<string, Relation> {
  return memo<Class, Map<string, Relation>>(program, 'relations', ref.class, new Map(), () => {
    const found = new Map<string, Relation>();
    // Have: class Snapshot(Owned): @property def created_by(self): return self.crawl.created_by
    const hidden = new Set<string>();
    for (const each of lineage(program, ref, 0)) {
      for (const relation of [...ownRelations(program, each), ...waysBack(program, each.class.name)])
        if (!found.has(relation.name) && !hidden.has(relation.name)) found.set(relation.name, relation);
      for (const { name } of each.class.methods) hidden.add(name);
    }
    return found;
  });
}

/** A class and the classes of the project that it extends, itself first. */
export function lineage(program: Program, ref: ClassRef, depth = 0): ClassRef[] {
  if (depth > DEEPEST) return [];
  const bases = ref.class.extends.flatMap((base) => {
    const thing = thingOf(program, ref.file, base);
    return thing?.kind === 'class' ? lineage(program, thing, depth + 1) : [];
  });
  return [ref, ...bases];
}

/** The field of this name that a class has itself or inherits, and the file that it stands in. */
export function fieldOf(program: Program, owner: ClassRef, name: string): { readonly file: FileModel; readonly field: Field } | null {
  for (const { file, class: each } of lineage(program, owner)) {
    const field = each.fields.find((f) => f.name === name);
    if (field) return { file, field };
  }
  return null;
}

/** The method of this name that a class has itself or inherits. */
export function methodOf(program: Program, of: ClassRef, name: string): FnRef | null {
  for (const { file, class: owner } of lineage(program, of)) {
    const method = owner.methods.find((m) => m.name === name);
    const fn = method ? file.functions[method.fn] : undefined;
    if (fn) return { file, fn };
  }
  return null;
}

function ownRelations(program: Program, { file, class: owner }: ClassRef): Relation[] {
  return owner.fields.flatMap((field) => {
    const declared = field.init && declaration(program, file, field.init);
    if (!declared || !field.init) return decorated(program, file, field);
    const { call, row } = declared;
    const target =
      targetOf(program, file, owner, call, row) ?? typedTarget(program, file, field.type?.args[0]?.binding ?? field.type?.binding ?? null);
    const isList = field.type?.name === '[]' || field.type?.name === 'Set' || field.type?.name === 'Map';
    const uselist = call.args.find((a) => a.name === 'uselist')?.value.literal;
    // `customer = relationship('Customer')` beside a column `customer_id`.
    const isOne = field.type === null ? owner.fields.some((f) => f.name === `${field.name}_id`) : !isList;
    const holds = row.holds !== 'typed' ? row.holds : uselist === false || (uselist === undefined && isOne) ? 'one' : 'many';
    const lazy = row.eagerBy && optionOf(call, row.eagerBy)?.literal;
    const isEager = lazy !== undefined && (typeof lazy !== 'string' || row.eagerBy?.values.includes(lazy) === true);
    return [{ name: field.name, holds, remedy: row.remedy ?? null, file, span: field.init.span, target, back: null, isEager, isLazy: true }];
  });
}

/** `lazy='joined'`, `sa_relationship_kwargs={'lazy': 'joined'}` */
function optionOf(call: Call, { keyword, within }: NonNullable<RelationRow['eagerBy']>): Value | undefined {
  const named = call.args.find((a) => a.name === (within ?? keyword))?.value;
  return within === undefined ? named : named?.properties.find((p) => p.name === keyword)?.value;
}

/** `@OneToMany(() => Post, (post) => post.author) posts: Promise<Post[]>` */
function decorated(program: Program, file: FileModel, field: Field): Relation[] {
  for (const { callee, args } of field.decorators) {
    const thing = thingOf(program, file, callee);
    const row = thing && program.knowledge.relation(knowledgeSymbol(thing) ?? '');
    if (!row) continue;
    const says = (option: string): boolean =>
      args.some((given) => given.properties.some(({ name, value }) => name === option && value.literal === true));
    const { lazily } = row;
    return [
      {
        name: field.name,
        holds: row.holds === 'one' ? 'one' : 'many',
        remedy: row.remedy ?? null,
        file,
        span: field.span,
        target: null,
        back: null,
        isEager: row.eagerBy !== undefined && says(row.eagerBy.keyword),
        isLazy: lazily === undefined || (lazily !== 'never' && (field.type?.name === lazily.type || says(lazily.option))),
      },
    ];
  }
  return [];
}

/** The library's class that a class extends, by its decorators and the relations that it declares. */
export function ownerType(program: Program, { file, class: owner }: ClassRef): string | null {
  return memo<Class, string | null>(program, 'owner by what it declares', owner, null, () => {
    for (const { callee } of owner.decorators) {
      const thing = thingOf(program, file, callee);
      const base = program.knowledge.row((thing && knowledgeSymbol(thing)) ?? '')?.base;
      if (base !== undefined) return base;
    }
    for (const { init } of owner.fields) {
      const found = init && declaration(program, file, init)?.row.owner;
      if (found) return found;
    }
    return null;
  });
}

function declaration(program: Program, file: FileModel, init: Value): { readonly call: Call; readonly row: RelationRow } | null {
  const call = init.root.kind === 'call' && init.path.length === 0 ? file.calls[init.root.call] : undefined;
  const thing = call && calleeThing(program, file, call.id);
  const symbol = thing ? knowledgeSymbol(thing) : null;
  const row = symbol ? program.knowledge.relation(symbol) : null;
  return call && row ? { call, row } : null;
}

/** `ForeignKey(Author)`, `ForeignKey('Author')`, `ForeignKey('library.Author')`, `ForeignKey('self')`. */
function targetOf(program: Program, file: FileModel, owner: Class, call: Call, row: RelationRow): ClassRef | null {
  const given = argumentNamed(call, row.target.keyword, row.target.position)?.value;
  if (!given) return null;
  if (given.literal === 'self') return { file, class: owner };
  if (typeof given.literal === 'string') return classNamed(program, file, given.literal.split('.').pop() ?? '');
  const thing = thingOf(program, file, given);
  return thing?.kind === 'class' ? thing : null;
}

/** `author: Mapped["Author"] = relationship()` */
function typedTarget(program: Program, file: FileModel, binding: number | null): ClassRef | null {
  const thing = binding === null ? null : bindingThing(program, file, binding);
  if (thing?.kind === 'class') return thing;
  const name = binding === null ? undefined : file.bindings[binding]?.name;
  return name ? classNamed(program, file, name) : null;
}

/** A class by its name: of the same file, or the only one of the project. */
export function classNamed(program: Program, file: FileModel, name: string): ClassRef | null {
  const own = file.classes.find((c) => c.name === name);
  if (own) return { file, class: own };
  const all = collected(program, 'classes by name', name, classesByName);
  const [only] = all;
  const other = only && all.length === 1 ? fileAt(program, only.path) : undefined;
  const found = other && only ? other.classes[only.class] : undefined;
  return other && found ? { file: other, class: found } : null;
}

function classesByName(file: FileModel): ReadonlyMap<string, readonly { readonly path: string; readonly class: number }[]> {
  const found = new Map<string, { path: string; class: number }[]>();
  if (file.language !== 'python' || file.context === 'test' || file.context === 'migration') return found;
  for (const { id, name, fields, extends: bases } of file.classes)
    if (bases.length > 0 && fields.length > 0) found.set(name, [...(found.get(name) ?? []), { path: file.path, class: id }]);
  return found;
}

interface Back {
  readonly path: string;
  readonly class: number;
  readonly field: string;
}

/** `book_set` of an author: what classes that refer to this one are called by it. */
function waysBack(program: Program, name: string): Relation[] {
  return collected<Back>(program, 'relations to classes', name, (file) => referring(program, file)).flatMap(({ path, class: id, field }) => {
    const file = fileAt(program, path);
    const owner = file?.classes[id];
    const declared = owner?.fields.find((f) => f.name === field);
    const found = file && declared?.init ? declaration(program, file, declared.init) : null;
    if (!file || !owner || !declared?.init || !found?.row.back) return [];
    const { back } = found.row;
    const given = found.call.args.find((a) => a.name === back.keyword)?.value.literal;
    if (typeof given === 'string' && (given.endsWith('+') || given.includes('%'))) return [];
    const called = typeof given === 'string' ? given : back.unnamed.replace('*', owner.name.toLowerCase());
    return [
      {
        name: called,
        holds: back.holds,
        remedy: found.row.remedy ?? null,
        file,
        span: declared.init.span,
        target: { file, class: owner },
        // One of many owners is not known by that it belongs to this one.
        back: found.row.holds === 'one' ? field : null,
        isEager: false,
        isLazy: true,
      },
    ];
  });
}

function referring(program: Program, file: FileModel): ReadonlyMap<string, readonly Back[]> {
  const found = new Map<string, Back[]>();
  if (file.language !== 'python' || file.context === 'test' || file.context === 'migration') return found;
  for (const owner of file.classes) {
    for (const field of owner.fields) {
      const declared = field.init && declaration(program, file, field.init);
      if (!declared?.row.back) continue;
      const given = argumentNamed(declared.call, declared.row.target.keyword, declared.row.target.position)?.value;
      const name = typeof given?.literal === 'string' ? (given.literal.split('.').pop() ?? '') : (given?.text.split('.').pop() ?? '');
      const key = name === 'self' ? owner.name : name;
      found.set(key, [...(found.get(key) ?? []), { path: file.path, class: owner.id, field: field.name }]);
    }
  }
  return found;
}
