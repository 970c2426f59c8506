/**
 * Queries of the mappers of TypeScript: which class their rows belong to, and which relations they bring along. The knowledge tables say which
 * calls those are, and where they are told.
 */
import { infoOf } from './calls.ts';
import { earlierLinks, laterLinks } from './chains.ts';
import type { Binding, Call, Class, FileModel, TypeName, Value } from './file.ts';
import type { BringRow } from './knowledge.ts';
import type { Program } from './program.ts';
import { type ClassRef, fieldOf } from './relations.ts';
import { calleeThing, thingOf } from './things.ts';
import { typeThing } from './written-types.ts';

export interface QueriedRows {
  readonly of: ClassRef | null;
  /** What the rows' model is called where it has no class: `User` of `db.User.findAll()`. */
  readonly model: string | null;
  /** Null: whatever somebody chose. */
  readonly loaded: ReadonlySet<string> | null;
  readonly call: Call;
  readonly brings: BringRow;
}

/** What yields no rows, or others. */
const ENDS = /^(then|catch|finally|map|flatMap|reduce|forEach|cursor|stream)$/;

const DEEPEST = 6;

/** Of a call, or of the last call of its chain: `User.find().sort('name').populate('team')`. */
export function queriedRows(program: Program, file: FileModel, last: Call): QueriedRows | null {
  if (file.language === 'python') return null;
  for (const call of [last, ...earlierLinks(file, last)]) {
    if (call.member !== null && ENDS.test(call.member)) return null;
    const brings = infoOf(program, file, call).row?.brings;
    if (!brings) continue;
    const given = argumentLoads(file, call, brings);
    const linked = linksLoad(file, [...earlierLinks(file, call), call, ...laterLinks(program, file, call)], brings);
    const built = builderLoads(program, file, call, brings);
    const loaded = given && linked && built ? new Set([...given, ...linked, ...built]) : null;
    return { of: entityOf(program, file, call), model: call.callee.path.at(-1) ?? call.callee.text, loaded, call, brings };
  }
  return null;
}

/** The query whose rows a chain ends with as they are: Order.find().sort('at').lean(), and not Order.find().distinct('state'). */
export function queryPassedOn(program: Program, file: FileModel, last: Call): Call | null {
  const query = queriedRows(program, file, last)?.call;
  if (!query || query === last) return null;
  const links = laterLinks(program, file, query);
  return links.slice(0, links.indexOf(last) + 1).every(({ member }) => LEAVES.test(member ?? '')) ? query : null;
}

const LEAVES = /^(sort|select|lean|populate|where|limit|skip|session|exec|collation|hint|read|orderBy|addOrderBy|include|leftJoinAndSelect)$/;

/** The class of the rows that a list holds, as far as the list's own making shows it. */
export function rowClass(program: Program, file: FileModel, value: Value, depth = 0): ClassRef | null {
  if (depth > DEEPEST) return null;
  // `books.map(({ published }) => published)` holds as many, and no books.
  const view = value.root.kind === 'call' ? file.calls[value.root.call]?.member : null;
  if (value.viewOf) return view === 'map' || view === 'flatMap' ? null : rowClass(program, file, value.viewOf, depth + 1);
  if (value.root.kind === 'binding') {
    const binding = value.path.length === 0 ? file.bindings[value.root.binding] : undefined;
    const isSettled = binding?.param === null && binding.elementOf === null && !binding.uses.some((u) => u.kind === 'assign' && u.path.length === 0);
    return isSettled && binding.init ? rowClass(program, file, binding.init, depth + 1) : null;
  }
  const call = value.root.kind === 'call' ? file.calls[value.root.call] : undefined;
  if (!call) return null;
  const queried = queriedRows(program, file, call);
  if (queried) return isRowsOf(program, file, call, value.path) ? queried.of : null;
  const callee = value.path.length === 0 ? calleeThing(program, file, call.id) : null;
  if (callee?.kind !== 'function') return null;
  const { ref } = callee;
  const [first, ...others] = ref.fn.returns.map((returned) => rowClass(program, ref.file, returned, depth + 1));
  return first && others.every((other) => other?.class === first.class) ? first : null;
}

/** `[users, count]` of `findAndCount()`, `rows` of `findAndCountAll()`; otherwise what the call itself yields. */
export function isRowsOf(program: Program, file: FileModel, call: Call, path: readonly string[]): boolean {
  const isList = infoOf(program, file, call).row?.result?.kind === 'list';
  return path.length === 0 || (path.length === 1 && !isList && (path[0] === '[]' || path[0] === 'rows'));
}

/** `{ relations: ['posts'] }`, `{ include: [{ model: Post, as: 'posts' }] }` */
function argumentLoads(file: FileModel, call: Call, { options, position }: BringRow): readonly string[] | null {
  const argument = options ? call.args[position ?? 0] : undefined;
  if (call.args.some((a) => a.spread)) return null;
  if (!options || !argument) return [];
  const given = literal(file, argument.value);
  // An object that spreads another may bring anything.
  if (given.root.kind !== 'new-object' || given.extent.class !== 'constant') return null;
  const names: string[] = [];
  for (const { name, value } of given.properties) {
    const named = options.includes(name) ? relationsIn(file, value) : [];
    if (!named) return null;
    names.push(...named);
  }
  return names;
}

/** `.populate('author')`, `.leftJoinAndSelect('book.author', 'author')` */
export function linksLoad(file: FileModel, calls: readonly Call[], { links }: BringRow): readonly string[] | null {
  const names: string[] = [];
  for (const call of calls) {
    if (call.member === null || !links?.includes(call.member)) continue;
    const named = call.args[0] ? relationsIn(file, call.args[0].value) : null;
    if (!named) return null;
    names.push(...named.flatMap((name) => [name, name.slice(name.indexOf('.') + 1)]));
  }
  return names;
}

/** `const query = repo.createQueryBuilder('book'); query.leftJoinAndSelect('book.author', 'author'); await query.getMany();` */
function builderLoads(program: Program, file: FileModel, call: Call, brings: BringRow): readonly string[] | null {
  const first = earlierLinks(file, call).at(-1) ?? call;
  const { root, path } = first.callee;
  const builder = root.kind === 'binding' && path.length === 0 ? file.bindings[root.binding] : undefined;
  // A builder is made for one query; what lives longer is a model.
  if (brings.options || !builder || builder.fn === 0) return [];
  if (builder.param !== null || builder.assigned.length > 0) return null;
  const made = builder.init?.root.kind === 'call' ? file.calls[builder.init.root.call] : undefined;
  const calls = [...(made ? [made, ...earlierLinks(file, made)] : []), ...usedBy(program, file, builder)];
  return linksLoad(file, calls, brings);
}

function usedBy(program: Program, file: FileModel, builder: Binding): Call[] {
  return builder.uses.flatMap((use) => {
    const call = use.call === null || use.kind === 'argument' ? undefined : file.calls[use.call];
    return call ? [call, ...laterLinks(program, file, call)] : [];
  });
}

function literal(file: FileModel, value: Value): Value {
  const binding = value.root.kind === 'binding' && value.path.length === 0 ? file.bindings[value.root.binding] : undefined;
  return binding?.kind === 'const' && binding.init && binding.uses.every((u) => u.kind !== 'property' && u.kind !== 'grow') ? binding.init : value;
}

/** Properties that name a relation in an object about it, and those that name relations of its own rows. */
const NAMING = /^(path|as|association|model|relation|field)$/;
const NESTED = /^(include|populate|relations)$/;

/** What a text, a list or an object names, in any of the mappers' words. Null: nobody can tell, or all. */
function relationsIn(file: FileModel, given: Value): readonly string[] | null {
  const value = literal(file, given);
  if (typeof value.literal === 'string') {
    const names = value.literal.split(/[\s,[\]()]+/).filter((name) => name !== '');
    return names.some((name) => name.startsWith('*') || name === '$all') ? null : names.map((name) => name.replace(/\.$/, ''));
  }
  if (value.root.kind === 'new-list') {
    if (value.elements.length !== value.extent.count) return null;
    const all = value.elements.map((element) => relationsIn(file, element));
    return all.some((names) => names === null) ? null : all.flatMap((names) => names ?? []);
  }
  if (value.root.kind === 'new-object') {
    if (value.extent.class !== 'constant' || value.properties.some((p) => p.name === 'all')) return null;
    const naming = value.properties.filter((p) => NAMING.test(p.name) && p.value.root.kind !== 'new-object');
    if (naming.length === 0) return value.properties.filter((p) => p.value.literal !== false).map((p) => p.name);
    const all = [...naming, ...value.properties.filter((p) => NESTED.test(p.name))].map((p) => relationsIn(file, p.value));
    return all.some((names) => names === null) ? null : all.flatMap((names) => names ?? []);
  }
  // `include: [Post]`, `include: [db.Post]`, `include: [User.Posts]`
  const name = value.path.at(-1) ?? (value.root.kind === 'binding' ? file.bindings[value.root.binding]?.name : undefined);
  return name === undefined || !/^[A-Z]/.test(name) ? null : [name];
}

/** `User.find()`, `em.find(User)`, `users: Repository<User>`, `getRepository(User)`, and what builders were made from. */
export function entityOf(program: Program, file: FileModel, call: Call, depth = 0): ClassRef | null {
  const [first] = call.args;
  const given = first ? thingOf(program, file, first.value) : null;
  if (given?.kind === 'class') return given;
  return depth > DEEPEST ? null : entityBehind(program, file, call.callee, depth);
}

function entityBehind(program: Program, file: FileModel, value: Value, depth: number): ClassRef | null {
  const { root, path } = value;
  if (root.kind === 'call') {
    const call = path.length === 0 ? file.calls[root.call] : undefined;
    return call ? entityOf(program, file, call, depth + 1) : null;
  }
  const thing = thingOf(program, file, value);
  if (thing?.kind === 'class') return thing;
  if (root.kind === 'binding' && path.length === 0) {
    const binding = file.bindings[root.binding];
    return typeArgument(program, file, binding?.type ?? null) ?? (binding?.init ? entityBehind(program, file, binding.init, depth + 1) : null);
  }
  if (root.kind !== 'this' || root.class === null || path.length !== 1) return null;
  const found = fieldOf(program, { file, class: file.classes[root.class] as Class }, path[0] ?? '');
  return (
    typeArgument(program, found?.file ?? file, found?.field.type ?? null) ??
    (found?.field.init && depth < DEEPEST ? entityBehind(program, found.file, found.field.init, depth + 1) : null)
  );
}

/** `User` of `Repository<User>` */
function typeArgument(program: Program, file: FileModel, type: TypeName | null): ClassRef | null {
  const thing = type?.args[0] ? typeThing(program, file, type.args[0]) : null;
  return thing?.kind === 'object' ? thing : null;
}
