/** Whole tables that are read: by a query without conditions, or by a function of the project that hands the rows of one on as they are. */
import { blankValue } from './blank.ts';
import { infoOf } from './calls.ts';
import { earlierLinks, laterLinks } from './chains.ts';
import type { Binding, Call, FileModel, Value } from './file.ts';
import type { TraceStep } from './finding.ts';
import { type FnRef, memo, type Program } from './program.ts';
import { queriedRows } from './queried-rows.ts';
import type { ClassRef } from './relations.ts';
import { RUNS, relationAsked, rowsOf } from './rows.ts';
import { isMemoized } from './summaries.ts';
import { thingOf } from './things.ts';
import { isWholeTable, leavesAll } from './whole-tables.ts';

export interface WholeRead {
  /** The query itself. */
  readonly file: FileModel;
  readonly query: Call;
  /** What the table is called, as far as the code says. */
  readonly table: string | null;
  readonly of: ClassRef | null;
  /** From the call that was asked about to the query. */
  readonly path: readonly TraceStep[];
}

const DEEPEST = 3;

/** Of the last call that shapes the rows; whatever follows is done with them in code. */
export function wholeRead(program: Program, file: FileModel, call: Call, depth = 0): WholeRead | null {
  const [next] = laterLinks(program, file, call);
  if (depth > DEEPEST || (next && leavesAll(next))) return null;
  return memo<Call, WholeRead | null>(program, 'whole read', call, null, () => {
    const { target } = infoOf(program, file, call);
    return target ? throughFunction(program, file, call, target, depth) : ownQuery(program, file, call);
  });
}

function ownQuery(program: Program, file: FileModel, call: Call): WholeRead | null {
  const links = [call, ...earlierLinks(file, call)].reverse();
  const query = file.language === 'python' ? pythonQuery(program, file, links) : typescriptQuery(program, file, links);
  if (!query) return null;
  const rows = file.language === 'python' ? rowsOf(program, file, valueOf(call)) : queriedRows(program, file, query);
  // Have: author.books.all(): one author's books.
  if (rows && 'owner' in rows && rows.owner !== undefined) return null;
  const of = rows?.of ?? null;
  const table = of?.class.name ?? nameOfTable(file, query);
  return { file, query, table, of, path: [{ file: file.path, span: call.span, message: 'loads all rows' }] };
}

/** `user` of `prisma.user.findMany()`, `Post` of `Post.find()`; not what anything may be called. */
function nameOfTable(file: FileModel, { callee: { root, path } }: Call): string | null {
  const name = path.at(-1) ?? (root.kind === 'binding' ? file.bindings[root.binding]?.name : undefined);
  return name === undefined || /^(objects|query|manager|entityManager|model|repository|repo|em|collection)$/i.test(name) ? null : name;
}

/** Have: await prisma.user.findMany(), await getRepository(User).find({ order: … }) */
function typescriptQuery(program: Program, file: FileModel, links: readonly Call[]): Call | null {
  const at = links.findIndex((link) => {
    const { row } = infoOf(program, file, link);
    return row?.op?.kind === 'query' && row.op.access === 'read' && row.result?.extent === 'table';
  });
  const query = links[at];
  return query && isWholeTable(program, file, query, links.slice(at + 1)) ? query : null;
}

/** Have: Book.objects.all().order_by('title'), session.query(Book).all(), session.scalars(select(Book)).all() */
function pythonQuery(program: Program, file: FileModel, links: readonly Call[]): Call | null {
  const [first, ...others] = links;
  // Have: Book.objects.order_by('title')[:100].select_related('author')
  const isSliced = others.some(({ text }) => /\[[^[\]]*:[^[\]]*\]\.\w+$/.test(text));
  if (!first || isSliced || !others.every(leavesAllInPython)) return null;
  if (first.member === 'query') return isOfOneTable(program, file, first) ? (others.find(({ member }) => member === 'all') ?? null) : null;
  if (RUNS.test(first.member ?? '')) return isSelectOfAll(program, file, first) ? first : null;
  const { row } = infoOf(program, file, first);
  const isQuery = row?.op?.kind === 'query' && row.op.access === 'read';
  return isQuery && leavesAll(first) && isOfClass(program, file, first) ? first : null;
}

function leavesAllInPython(link: Call): boolean {
  return leavesAll(link) || link.member === 'fetchall';
}

function isOfOneTable(program: Program, file: FileModel, { args }: Call): boolean {
  const [only] = args;
  return args.length === 1 && only !== undefined && thingOf(program, file, only.value)?.kind === 'class';
}

function isSelectOfAll(program: Program, file: FileModel, { args: [given] }: Call): boolean {
  const value = given && settled(file, given.value);
  const last = value?.root.kind === 'call' && value.path.length === 0 ? file.calls[value.root.call] : undefined;
  if (!last) return false;
  const [first, ...others] = [last, ...earlierLinks(file, last)].reverse();
  return first !== undefined && (first.member ?? first.text) === 'select' && isOfOneTable(program, file, first) && others.every(leavesAll);
}

/** Have: statement = select(Book); session.scalars(statement) */
function settled(file: FileModel, value: Value): Value {
  const binding = value.root.kind === 'binding' && value.path.length === 0 ? file.bindings[value.root.binding] : undefined;
  return binding?.kind === 'const' && binding.init ? binding.init : value;
}

/** `Book.objects`, rather than rows that belong to somebody. */
function isOfClass(program: Program, file: FileModel, call: Call): boolean {
  if (relationAsked(program, file, call)) return false;
  const { callee } = call;
  const owner = /^(objects|query)$/.test(callee.path.at(-1) ?? '') ? { ...callee, path: callee.path.slice(0, -1) } : callee;
  return thingOf(program, file, owner)?.kind === 'class';
}

/** Have: async findAll() { return this.users.find(); } */
function throughFunction(program: Program, file: FileModel, call: Call, target: FnRef, depth: number): WholeRead | null {
  const { fn } = target;
  const [only, ...others] = fn.returns;
  // What is remembered is loaded for others as well.
  if (!only || others.length > 0 || fn.generator || isMemoized(program, target) || fn.decorators.some(({ name }) => /cache|memo/i.test(name)))
    return null;
  const value = settled(target.file, only);
  const last = value.root.kind === 'call' && value.path.length === 0 ? target.file.calls[value.root.call] : undefined;
  const read = last && !isUsedOtherwise(target.file, only) ? wholeRead(program, target.file, last, depth + 1) : null;
  return read && { ...read, path: [{ file: file.path, span: call.span, message: `calls \`${fn.name}\`` }, ...read.path] };
}

/** Have: const users = await repository.find(); cache.set(users); return users; */
function isUsedOtherwise(file: FileModel, { root }: Value): boolean {
  return root.kind === 'binding' && (file.bindings[root.binding]?.uses.length ?? 0) > 1;
}

/** What the call yields, all of it: not `Book.objects.all()[:20]`. */
export function isWhole({ root, path, span }: Value, call: Call): boolean {
  return root.kind === 'call' && root.call === call.id && path.length === 0 && span.end === call.span.end;
}

/** The variable that holds what a call yields. */
export function holderOf(program: Program, file: FileModel, call: Call): Binding | null {
  const holders = memo<FileModel, ReadonlyMap<number, Binding>>(program, 'holders of rows', file, new Map(), () => {
    const found = new Map<number, Binding>();
    for (const binding of file.bindings) {
      const { init } = binding;
      const made = init?.root.kind === 'call' && !binding.part ? file.calls[init.root.call] : undefined;
      if (init && made && isWhole(init, made)) found.set(made.id, binding);
    }
    return found;
  });
  return holders.get(call.id) ?? null;
}

function valueOf(call: Call): Value {
  return { ...blankValue({ span: call.span, text: call.text, reads: [] }), root: { kind: 'call', call: call.id } };
}
