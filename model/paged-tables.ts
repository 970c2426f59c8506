/** Which tables the project reads page by page somewhere: whoever wrote that knows that their rows are many. */
import { infoOf } from './calls.ts';
import { earlierLinks, laterLinks } from './chains.ts';
import { collected } from './collected.ts';
import type { Call, FileModel, Value } from './file.ts';
import { pageSettings, turnsPagesOff } from './page-settings.ts';
import { plainName } from './plain-names.ts';
import { fileAt, memo, type Program } from './program.ts';
import { sqlOf } from './sql-text.ts';
import { tableAsked } from './table-asked.ts';

/** Does a query of the same table have an offset or a cursor, or count what it reads a page of? Or a view list it so? */
export function isPagedSomewhere(program: Program, table: string): boolean {
  if (collected<Listing>(program, 'listings', table, listingsIn).some((each) => hasPages(program, each))) return true;
  return pagedTables(program).has(table);
}

/** A query that reads a page of the table, if it is written as one. */
export function pageOf(program: Program, table: string): PageQuery | null {
  return pagedTables(program).get(table) ?? null;
}

/** Where other tables are read page by page, one whose rows are all listed at once may be short: the printers of a workshop. */
export function isUnpagedUnlikeOthers(program: Program, table: string | null): boolean {
  const pagesOthers =
    pagedTables(program).size > 0 || pageSettings(program).says === 'paged' || collected<Listing>(program, 'listings', ALL, listingsIn).length > 0;
  return table !== null && pagesOthers && !isPagedSomewhere(program, table);
}

/** Each query is asked about, and there may be as many pages: they are gone through once. */
function pagedTables(program: Program): ReadonlyMap<string, PageQuery> {
  return memo<object, ReadonlyMap<string, PageQuery>>(program, 'paged tables', program.files, new Map(), () => {
    const found = new Map<string, PageQuery>();
    // Whichever file was read first, the same page of a table stands for all.
    const pages = [...collected<Page>(program, 'pages', ALL, pagesIn)].sort((a, b) =>
      a.path === b.path ? a.call - b.call : a.path < b.path ? -1 : 1,
    );
    for (const { path, call: id } of pages) {
      const file = fileAt(program, path);
      const call = file?.calls[id];
      const table = file && call ? tableOfPage(program, file, call) : null;
      if (file && call && table !== null && !found.has(table)) found.set(table, { file, call });
    }
    return found;
  });
}

interface PageQuery {
  readonly file: FileModel;
  readonly call: Call;
}

interface Page {
  readonly path: string;
  readonly call: number;
}

const ALL = '';
const OFFSET = /^(skip|offset|cursor|startAfter|paginate|findAndCount|findAndCountAll|findManyAndCount|iterator|yield_per)$/;

/** What the file alone shows: which tables they are, other files may say. */
function pagesIn(file: FileModel): ReadonlyMap<string, readonly Page[]> {
  const pages = file.calls.filter(isPage).map(({ id }) => ({ path: file.path, call: id }));
  return new Map(pages.length > 0 && file.context !== 'test' ? [[ALL, pages]] : []);
}

function isPage({ member, args }: Call): boolean {
  if (OFFSET.test(member ?? '')) return true;
  return args.some(
    ({ value }) => value.properties.some((p) => OFFSET.test(p.name)) || (value.root.kind !== 'function' && /\boffset\s+[$?:\d]/i.test(sqlOf(value))),
  );
}

interface Listing {
  /** `default`: as the settings say. */
  readonly pages: 'yes' | 'no' | 'default';
}

const hasPages = (program: Program, { pages }: Listing): boolean =>
  pages === 'yes' || (pages === 'default' && pageSettings(program).says === 'paged');

const LISTS = /(ModelViewSet|ListAPIView|ListCreateAPIView|ListModelMixin|ListView|ViewSet)$/;
/** Django's own `ListView` does not read the settings of REST framework. */
const READS_SETTINGS = /(APIView|ListModelMixin|ViewSet)$/;

/** Views of Python's frameworks, by what they list, and whether any of them has pages: `paginate_by = 25`, `pagination_class = Pages`; and what a `Paginator` is handed. */
function listingsIn(file: FileModel): ReadonlyMap<string, readonly Listing[]> {
  const found = new Map<string, Listing[]>();
  if (file.language !== 'python' || file.context === 'test') return found;
  const note = (table: string | null, pages: Listing['pages']): void => {
    if (table !== null) found.set(table, [...(found.get(table) ?? []), { pages }]);
    if (pages === 'yes') found.set(ALL, [{ pages }]);
  };
  for (const { extends: bases, fields } of file.classes) {
    if (!bases.some(({ text }) => LISTS.test(text))) continue;
    const of = fields.find(({ name }) => name === 'queryset' || name === 'model')?.init;
    const pages = fields.find(({ name }) => name === 'paginate_by' || name === 'pagination_class');
    const byDefault = bases.some(({ text }) => READS_SETTINGS.test(text)) ? 'default' : 'no';
    note(of ? classIn(of.text) : null, pages?.init ? 'yes' : pages && turnsPagesOff(pages) ? 'no' : byDefault);
  }
  for (const { text, args } of file.calls)
    if (/(^|\.)(Paginator|paginate)$/.test(text)) for (const { value } of args) note(classOfQuery(file, value), 'yes');
  return found;
}

/** Have: orders = Order.objects.filter(…); Paginator(orders, 25) */
function classOfQuery(file: FileModel, value: Value, depth = 0): string | null {
  const { root } = value;
  const binding = root.kind === 'binding' ? file.bindings[root.binding] : undefined;
  if (binding?.init && depth < 3) return classOfQuery(file, binding.init, depth + 1);
  const call = root.kind === 'call' ? file.calls[root.call] : undefined;
  return call ? classAsked([call, ...earlierLinks(file, call)]) : null;
}

/** `Order`, `models.Order`, `Order.objects.all()` */
function classIn(text: string): string | null {
  return plain(/^(?:[a-z_]\w*\.)*([A-Z]\w*)/.exec(text)?.[1]);
}

function tableOfPage(program: Program, file: FileModel, link: Call): string | null {
  const links = [link, ...earlierLinks(file, link), ...laterLinks(program, file, link)];
  const query = links.find((each) => infoOf(program, file, each).row?.op?.kind === 'query');
  if (query) return tableOf(program, file, query);
  // Have: session.scalars(select(Order).offset(start).limit(50)), whose query is sent by another call.
  return file.language === 'python' ? classAsked(links) : null;
}

/** A name for the table of a query, the same wherever it is asked: of `prisma.users`, `usersRepository`, `User.find()` and `from users` alike. */
export function tableOf(program: Program, file: FileModel, call: Call): string | null {
  const links = [call, ...earlierLinks(file, call)];
  if (file.language === 'python') return classAsked(links);
  for (const { member, args } of links) {
    const [given] = args;
    const written = /\bfrom\s+["'`[]?(?:\w+["'`\]]?\.["'`[]?)?(\w+)/i.exec(given ? sqlOf(given.value) : '');
    if (written) return plain(written[1]);
    // `knex('users')`, `db.select().from(users)`, `db.selectFrom('users')`
    if (given && (member === null || /^(from|selectFrom|table)$/.test(member))) {
      if (typeof given.value.literal === 'string') return plain(given.value.literal);
      if (member === 'from' && given.value.root.kind === 'binding') return plain(given.value.text);
    }
  }
  for (const link of links) {
    const asked = tableAsked(program, file, link);
    if (asked) return plain(asked.of?.class.name ?? asked.tables[0]);
  }
  return null;
}

/** Have: Order.objects.all(), Order.query.filter(…), session.query(Order).all(), select(Order) */
function classAsked(links: readonly Call[]): string | null {
  const [first] = [...links].sort((a, b) => a.span.end - b.span.end);
  const manager = /^(?:\w+\.)*([A-Z]\w*)\.(?:objects|query|\w+_manager)$/.exec(first?.callee.text ?? '');
  if (manager) return plain(manager[1]);
  const asked = /^(query|select)$/.test(first?.member ?? first?.text ?? '') ? first?.args[0]?.value.text : undefined;
  return plain(/^(?:\w+\.)*?([A-Z]\w*)(?:\.\w+)?$/.exec(asked ?? '')?.[1]);
}

function plain(name: string | undefined): string | null {
  const last = plainName(name?.split('.').pop() ?? '');
  return last === '' ? null : last;
}
