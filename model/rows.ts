/**
 * Which class the rows of a query belong to, and which of their relations the query loads with them: followed through the chain of
 * calls that describes the query, variables, functions that give it back, and managers of the project. What cannot be followed is null.
 */

import { callersOf } from './callers.ts';
import { infoOf } from './calls.ts';
import { earlierLinks } from './chains.ts';
import { collected } from './collected.ts';
import type { Binding, Call, Class, FileModel, Fn, Span, Value } from './file.ts';
import { handedFor, namedCalls } from './handed-in.ts';
import type { BringRow } from './knowledge.ts';
import { instanceClass, loadedThrough } from './one-row.ts';
import { pagerOf } from './pagers.ts';
import { fileAt, memo, type Program } from './program.ts';
import { isRowsOf, linksLoad, queriedRows } from './queried-rows.ts';
import { joined, LOADS, loadedBy, loadsIn } from './query-loads.ts';
import { type ClassRef, fieldOf, lineage, type Relation, relationsOf } from './relations.ts';
import { rowsOfSuper } from './renders.ts';
import { thingOf, YIELDS_ROW } from './things.ts';
import { typeThing } from './written-types.ts';

export interface Rows {
  /** Null where the rows' model is no class of the project; `model` is what it is called then. */
  readonly of: ClassRef | null;
  readonly model: string | null;
  /** Names of relations that are loaded with the rows, dotted where they lead further: `author.publisher`. Null: whatever somebody chose. */
  readonly loaded: ReadonlySet<string> | null;
  /** The expression that describes the query, where it ends. */
  readonly file: FileModel;
  readonly query: Span;
  /** How the query is told to load more, where the knowledge tables say it: Python's calls are added to the chain. */
  readonly brings: BringRow | null;
  /** That is only the class: whoever is told it makes the query. */
  readonly isImplied?: boolean;
  /** Others bring the same rows: what is added to this one query is missing in theirs. */
  readonly isOneOfSeveral?: boolean;
  /** Leads from each of the rows back to one and the same owner, which brings what it has loaded: `author` of `author.books.all()`. */
  readonly owner?: string;
}

export const DEEPEST = 20;

export function rowsOf(program: Program, file: FileModel, value: Value, depth = 0): Rows | null {
  if (depth > DEEPEST) return null;
  return memo<Value, Rows | null>(program, 'rows', value, null, () => {
    if (value.viewOf) return holdsOthers(file, value) ? null : rowsOf(program, file, value.viewOf, depth + 1);
    const { root, path } = value;
    if (root.kind === 'call') {
      const call = file.calls[root.call];
      if (!call) return null;
      if (file.language !== 'python') return rowsOfQuery(program, file, call, path, depth + 1);
      return path.length === 0 ? rowsOfCall(program, file, call, depth + 1) : null;
    }
    if (root.kind === 'binding') {
      const binding = file.bindings[root.binding];
      // `Book.objects`, `author.books`, and `Book` itself where it stands for its table.
      return (
        (path.length === 0 && binding ? rowsOfBinding(program, file, binding, depth + 1) : null) ?? rowsOfManager(program, file, value, depth + 1)
      );
    }
    if (root.kind === 'this' && root.class !== null) {
      const field = path.length === 1 ? fieldOf(program, { file, class: file.classes[root.class] as Class }, path[0] ?? '') : null;
      const told = field?.field.init ? rowsOf(program, field.file, field.field.init, depth + 1) : null;
      return told ?? rowsOfManager(program, file, value, depth + 1);
    }
    return null;
  });
}

/** `repo.find()`, `[books, count]` of `repo.findAndCount()`, and what a function of the project gives back. */
function rowsOfQuery(program: Program, file: FileModel, call: Call, path: readonly string[], depth: number): Rows | null {
  const queried = queriedRows(program, file, call);
  if (queried) {
    const { of, model, loaded, brings } = queried;
    return isRowsOf(program, file, call, path) ? { of, model, loaded, file, query: queried.call.span, brings } : null;
  }
  const { target } = path.length === 0 ? infoOf(program, file, call) : { target: null };
  return target && agreed(target.fn.returns.map((value) => rowsOf(program, target.file, value, depth)));
}

/** `[book.title for book in books]`, `map(title_of, books)`: as many as the rows, and something else. */
function holdsOthers(file: FileModel, { root, text }: Value): boolean {
  if (root.kind === 'call') return /^(map|flatMap|starmap)$/.test(file.calls[root.call]?.member ?? file.calls[root.call]?.text ?? '');
  return root.kind === 'new-list' && /\bfor\b/.test(text) && !/^[[({]\s*(\w+)\s+(async\s+)?for\s+\1\s+in\b/.test(text);
}

/** Calls that change which rows there are, or in which order, and nothing else about them. */
const REFINES =
  /^(all|filter|exclude|order_by|distinct|annotate|alias|select_for_update|using|reverse|iterator|aiterator|only|defer|extra|complex_filter|none|filter_by|where|join|outerjoin|limit|offset|group_by|having|with_for_update|execution_options|scalars|unique|partitions|yield_per|slice|select_from|enable_eagerloads|populate_existing|fetchall|as_manager|get_queryset|union|union_all)$/;
export const RUNS = /^(execute|scalars|scalar|stream|stream_scalars|exec)$/;
const STARTS = /^(select|query)$/;

const PLAIN = /^(values|values_list|dates|datetimes|tuples|dicts|namedtuples)$/;

/** Rows that are dictionaries or tuples: `Book.objects.values('title')`. */
export function hasPlainRows(file: FileModel, call: Call): boolean {
  return [call, ...earlierLinks(file, call)].some((link) => link.member !== null && PLAIN.test(link.member));
}

function rowsOfCall(program: Program, file: FileModel, call: Call, depth: number): Rows | null {
  const name = call.member ?? call.text;
  const [first] = call.args;
  // `select(Book)`, `session.query(Book)`
  if (STARTS.test(name) && first && call.args.length === 1) {
    const thing = thingOf(program, file, first.value);
    if (thing?.kind === 'class') return { ...plainRows({ file: thing.file, class: thing.class }), file, query: call.span };
  }
  // `session.scalars(statement)`
  if (call.member && RUNS.test(call.member) && first) {
    const told = rowsOf(program, file, first.value, depth);
    if (told) return told;
  }
  const whole = pagerOf(program, file, call)?.args[0]?.value;
  if (whole) return rowsOf(program, file, whole, depth);
  if (name === 'get_queryset') {
    const own = rowsOfSuper(program, file, call);
    if (own) return own;
  }
  if (/^(get_list_or_404|paginate_queryset)$/.test(name) && first) return rowsOf(program, file, first.value, depth);
  if (call.member && LOADS.test(call.member)) {
    const rows = rowsOf(program, file, call.callee, depth);
    return rows && { ...rows, loaded: joined(rows.loaded, loadedBy(program, file, call)), file, query: call.span };
  }
  if (call.member && REFINES.test(call.member)) {
    const rows = rowsOf(program, file, call.callee, depth);
    if (rows) return { ...rows, loaded: joined(rows.loaded, leadsNowhere(file, call)), file, query: call.span };
  }
  const { target } = infoOf(program, file, call);
  const returned = target && agreed(target.fn.returns.map((value) => rowsOf(program, target.file, value, depth)));
  return returned ?? (call.member && !YIELDS_ROW.test(call.member) ? refinedByProject(program, file, call, depth) : null);
}

/** Relations that the conditions of a query leave nothing to ask about. */
function leadsNowhere(file: FileModel, { member, args }: Call): ReadonlySet<string> {
  // `filter_by(shop_id=shop_id)` of SQLAlchemy: all rows have the same shop, which the session asks for once and keeps.
  if (member === 'filter_by') return new Set(args.flatMap((a) => a.name?.replace(/_id$/, '') ?? []));
  if (member !== 'filter' && member !== 'where') return new Set();
  const missing = args.flatMap(({ name, value }) => {
    // `filter(parent__isnull=True)`
    if (name?.endsWith('__isnull') && value.literal === true) return [name.slice(0, -'__isnull'.length).replaceAll('__', '.')];
    // `filter(Book.shop_id.is_(None))`
    const asked = value.root.kind === 'call' && value.path.length === 0 ? file.calls[value.root.call] : undefined;
    const isNone = asked?.member === 'is_' && asked.args[0]?.value.text === 'None';
    return isNone ? [(asked.callee.path.at(-1) ?? '').replace(/_id$/, '')] : [];
  });
  return new Set(missing);
}

/** `Book.objects.published()`: a method of a manager or queryset of the project, which may load relations as well. */
function refinedByProject(program: Program, file: FileModel, call: Call, depth: number): Rows | null {
  const rows = rowsOf(program, file, call.callee, depth);
  if (!rows || call.member === null) return null;
  const methods = collected(program, 'methods of querysets', call.member, querySetMethods);
  if (methods.length === 0) return null;
  const loaded = methods.flatMap(({ path, fn }) => {
    const home = fileAt(program, path);
    return home ? loadsIn(program, home, fn) : [];
  });
  return {
    ...rows,
    loaded: loaded.includes(null) ? null : joined(rows.loaded, new Set(loaded.filter((name) => name !== null))),
    file,
    query: call.span,
  };
}

function querySetMethods(file: FileModel): ReadonlyMap<string, readonly { readonly path: string; readonly fn: number }[]> {
  const found = new Map<string, { path: string; fn: number }[]>();
  for (const owner of file.classes) {
    if (!/(QuerySet|Queryset|Manager)\b/.test(owner.name) && !owner.extends.some((base) => /(QuerySet|Manager)/.test(base.text))) continue;
    for (const { name, fn } of owner.methods) found.set(name, [...(found.get(name) ?? []), { path: file.path, fn }]);
  }
  return found;
}

/** Of rows of a class that its query loads nothing with. */
export function plainRows(of: ClassRef): Pick<Rows, 'of' | 'model' | 'loaded' | 'brings'> {
  return { of, model: of.class.name, loaded: new Set(), brings: null };
}

/** What every one of several says; those that say nothing do not count. */
function agreed(all: readonly (Rows | null)[]): Rows | null {
  const told = all.filter((rows): rows is Rows => rows !== null);
  const [first] = told;
  if (!first || told.some((rows) => !isSameModel(rows, first))) return null;
  let { loaded } = first;
  for (const rows of told) loaded = joined(loaded, rows.loaded);
  return told.length > 1 ? { ...first, loaded, isOneOfSeveral: true } : first;
}

function isSameModel(a: Rows, b: Rows): boolean {
  return a.of || b.of ? a.of?.class === b.of?.class : a.model === b.model;
}

function rowsOfBinding(program: Program, file: FileModel, binding: Binding, depth: number): Rows | null {
  if (binding.elementOf !== null && binding.param === null) return null;
  if (binding.param !== null)
    return binding.assigned.length > 0 ? null : (handedRows(program, file, binding, depth) ?? annotatedRows(program, file, binding));
  const rows = binding.init ? rowsOf(program, file, binding.init, depth) : null;
  if (!rows) return null;
  // `books = books.select_related('author')`
  let { loaded } = rows;
  for (const value of binding.assigned) {
    const other = rowsOf(program, file, value, depth);
    // `books = books.values('title')`
    const refined = value.root.kind === 'call' ? file.calls[value.root.call] : undefined;
    if (refined && value.reads.includes(binding.id) && hasPlainRows(file, refined)) return null;
    // What is made of the same variable is being asked about already.
    if (!other && !value.reads.includes(binding.id)) return null;
    if (other && !isSameModel(other, rows)) return null;
    loaded = joined(loaded, other ? other.loaded : loadedOnTheWay(program, file, value, binding.id));
  }
  for (const use of binding.uses) {
    const call = use.call !== null ? file.calls[use.call] : undefined;
    if (call && use.method !== null && LOADS.test(use.method)) loaded = joined(loaded, loadedBy(program, file, call));
    const linked = call && use.method !== null && rows.brings ? linksLoad(file, [call], rows.brings) : [];
    loaded = joined(loaded, linked && new Set(linked));
    // Given to somebody who may load what they like: `prefetch_related_objects(books, 'author')`, `em.populate(books, ['author'])`.
    if (call && use.kind === 'argument' && /prefetch|select_related|eager|preload|populate|fetchGraph|loadRelated/i.test(call.text)) loaded = null;
  }
  return { ...rows, loaded };
}

/** `books = books.filter(…).select_related('author')`, `books = with_authors(books)`: what is loaded between a variable and its next value. */
function loadedOnTheWay(program: Program, file: FileModel, { root }: Value, id: number): ReadonlySet<string> | null {
  const call = root.kind === 'call' ? file.calls[root.call] : undefined;
  let loaded: ReadonlySet<string> | null = new Set();
  for (const link of call ? [call, ...earlierLinks(file, call)] : []) {
    if (link.member !== null && LOADS.test(link.member)) loaded = joined(loaded, loadedBy(program, file, link));
    if (!link.args.some(({ value }) => value.reads.includes(id))) continue;
    const { target } = infoOf(program, file, link);
    const inside = target ? loadsIn(program, target.file, target.fn.id) : [null];
    loaded = inside.includes(null) ? null : joined(loaded, new Set(inside.filter((name) => name !== null)));
  }
  return loaded;
}

/** What all callers that are known hand in. */
function handedRows(program: Program, file: FileModel, binding: Binding, depth: number): Rows | null {
  const fn = file.functions[binding.fn] as Fn;
  // The call graph rests on what rows are; where names show who calls, nothing goes in circles.
  const named = namedCalls(program, { file, fn });
  const given = (named.length > 0 ? named : callersOf(program, fn)).map(({ file: from, call }) => {
    const value = handedFor(call, fn, binding);
    return value ? rowsOf(program, from, value, depth) : null;
  });
  return given.length > 0 && given.every((rows) => rows !== null) ? agreed(given) : null;
}

/** `books: QuerySet[Book]`: whoever made the query has loaded what they like. */
function annotatedRows(program: Program, file: FileModel, { type, span }: Binding): Rows | null {
  const [row] = type && QUERY_SETS.test(type.name) ? type.args : [];
  const thing = row ? typeThing(program, file, row) : null;
  return thing?.kind === 'object' ? { ...plainRows(thing), loaded: null, file, query: span } : null;
}

const QUERY_SETS = /(^|\.)\w*(QuerySet|Manager)$/;

/** The relation that a call asks for all rows of: `book.tags.all()`. They may have been loaded with the book. */
export function relationAsked(program: Program, file: FileModel, call: Call): Relation | null {
  const { root, path } = call.callee;
  const name = path[path.length - 1];
  if (call.member !== 'all' || name === undefined || (root.kind !== 'binding' && root.kind !== 'this')) return null;
  const owner = instanceClass(program, file, { ...call.callee, path: path.slice(0, -1), viewOf: null });
  return (owner && relationsOf(program, owner).get(name)) ?? null;
}

/** `author.publisher` is loaded by itself, and by whatever leads further. */
export function isLoaded({ loaded, owner }: Pick<Rows, 'loaded' | 'owner'>, path: string): boolean {
  // What the owner leads to is asked for once: all rows share it.
  return (
    loaded === null ||
    (owner !== undefined && path.startsWith(`${owner}.`)) ||
    [...loaded].some((name) => name === path || name.startsWith(`${path}.`))
  );
}

/** What is answered from rows that are there already. */
const COUNTED = /^(count|exists)$/;

/** `author.books.count()` and `author.books.all().count()` of authors that were loaded with their books: counted without a query. */
export function isCountOfLoaded(program: Program, file: FileModel, call: Call): boolean {
  if (!COUNTED.test(call.member ?? '') || call.args.length > 0) return false;
  const before = call.callee.root.kind === 'call' && call.callee.path.length === 0 ? file.calls[call.callee.root.call] : undefined;
  if (before && (before.member !== 'all' || before.args.length > 0)) return false;
  const { root, path } = (before ?? call).callee;
  const owner = root.kind === 'binding' ? file.bindings[root.binding] : undefined;
  const over = owner && owner.elementOf !== null && !owner.part ? file.loops[owner.elementOf]?.over : null;
  const rows = over && path.length > 0 ? rowsOf(program, file, over) : null;
  const name = path.join('.');
  return rows !== null && isLoaded(rows, name);
}

/** `Book.objects`, `author.books`, `self.tags`. */
function rowsOfManager(program: Program, file: FileModel, value: Value, depth: number): Rows | null {
  const name = value.path[value.path.length - 1];
  if (name === undefined) return null;
  const holder: Value = { ...value, path: value.path.slice(0, -1), viewOf: null };
  const thing = thingOf(program, file, holder);
  if (thing?.kind === 'class' && isManagerName(program, thing, name)) {
    return { ...plainRows({ file: thing.file, class: thing.class }), loaded: managerLoads(program, thing, name), file, query: value.span };
  }
  const owner = thing?.kind === 'object' ? { file: thing.file, class: thing.class } : instanceClass(program, file, holder, depth + 1);
  const relation = owner && relationsOf(program, owner).get(name);
  if (relation?.holds !== 'many' || !relation.target) return null;
  const loaded = loadedThrough(program, file, holder, relation, depth + 1);
  return { ...plainRows(relation.target), loaded, file, query: value.span, ...(relation.back !== null && { owner: relation.back }) };
}

function isManagerName(program: Program, owner: ClassRef, name: string): boolean {
  if (/^(objects|_default_manager|_base_manager|query)$/.test(name)) return true;
  const init = fieldOf(program, owner, name)?.field.init;
  return init?.root.kind === 'call' && /(Manager|QuerySet|as_manager|from_queryset)/.test(init.text);
}

/** A manager whose `get_queryset` loads relations for everybody. */
function managerLoads(program: Program, owner: ClassRef, name: string): ReadonlySet<string> | null {
  const found = fieldOf(program, owner, name);
  const thing = found?.field.init ? thingOf(program, found.file, found.field.init) : null;
  if (thing?.kind !== 'object') return new Set();
  const loaded = lineage(program, thing).flatMap(({ file, class: each }) => {
    const method = each.methods.find((m) => m.name === 'get_queryset' || m.name === 'get_query_set');
    return method ? loadsIn(program, file, method.fn) : [];
  });
  return loaded.includes(null) ? null : new Set(loaded.filter((each) => each !== null));
}
