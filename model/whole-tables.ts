/** Does a query ask for all rows of a table? What asks without conditions grows with everything that was ever stored. */
import { callAt, earlierLinks, laterLinks, madeBy } from './chains.ts';
import type { Call, FileModel, Span, Value } from './file.ts';
import type { Program } from './program.ts';
import { sqlOf } from './sql-text.ts';

/** What shapes rows, and leaves them as many as they are. */
const SHAPES =
  /^(select|include|omit|relations|populate|attributes|fields|columns|projection|orderBy|order|sort|lean|raw|nest|exec|execute|toArray|all|order_by|select_related|prefetch_related|values|values_list|only|defer|iterator|distinct|scalars|unique|options)$/;

const FINDS = /^(find|findMany|findAll|all)$/;

/** `later`: the links that shape what it yields, where other calls than the query's own follow. */
export function isWholeTable(program: Program, file: FileModel, call: Call, later: readonly Call[] = laterLinks(program, file, call)): boolean {
  return (
    FINDS.test(call.member ?? '') &&
    // What a builder has gathered before is conditions, as often as not.
    call.callee.root.kind !== 'call' &&
    !isOfOne(file, call.callee) &&
    call.args.every(
      (argument, at) => !argument.spread && ((at === 0 && /^[A-Z]\w*$/.test(argument.value.text)) || isUnconditional(argument.value)),
    ) &&
    later.every(leavesAll)
  );
}

/** Have: author.books.all(), self.steps.all(): what belongs to one row. `Author.objects.all()` and `Author.all()` ask a class. */
function isOfOne(file: FileModel, { root, path }: Value): boolean {
  // Have: loans = Loan.objects.filter(book=book), then loans.all()
  if (file.language === 'python' && path.length === 0) return root.kind === 'binding' && !/^[A-Z]/.test(file.bindings[root.binding]?.name ?? '');
  if (file.language !== 'python' || path.length === 0 || /(objects|manager)$/i.test(path.at(-1) ?? '')) return false;
  const name = root.kind === 'binding' ? file.bindings[root.binding]?.name : undefined;
  return !/^[A-Z]/.test(name ?? '');
}

/** Does a link of a query's chain leave as many rows as there are? */
export function leavesAll({ member }: Call): boolean {
  return member !== null && SHAPES.test(member);
}

/** `{}`, `{ include: { author: true } }`, `{ where: {} }`; an object that spreads another may hold conditions. */
function isUnconditional(value: Value): boolean {
  const isEmpty = (given: Value): boolean => given.root.kind === 'new-object' && given.extent.class === 'constant' && given.properties.length === 0;
  return (
    value.root.kind === 'new-object' &&
    value.extent.class === 'constant' &&
    value.properties.every((p) => SHAPES.test(p.name) || (p.name === 'where' && isEmpty(p.value)))
  );
}

const BEGINS = /^(query|select|selectFrom|from|createQueryBuilder)$/;
const RUNS = /^(select|selectAll|from|scalars|execute|exec|fetchall|fetch_all|getMany|all|leftJoinAndSelect)$/;

/** Have: session.query(Order).order_by(Order.id).all(), session.scalars(select(Order)), db.select().from(orders) */
export function isWholeChain(program: Program, file: FileModel, call: Call): boolean {
  const links = [...earlierLinks(file, call), call, ...laterLinks(program, file, call)];
  const [first, ...others] = [...links].sort((a, b) => a.span.end - b.span.end);
  if (!first) return false;
  // Have: Order.objects.order_by('id'), Order.objects.select_related('customer')
  if (/(^|\.)[A-Z]\w*\.objects$/.test(first.callee.text)) return links.every(leavesAll);
  if (BEGINS.test(first.member ?? first.text))
    return asksOfOneTable(file, first) && others.every((link) => leavesAll(link) || RUNS.test(link.member ?? ''));
  const [given] = /^(scalars|execute|exec)$/.test(first.member ?? '') ? first.args : [];
  const described = given && madeBy(file, given.value);
  return described !== undefined && BEGINS.test(lastOf(file, described)) && isWholeChain(program, file, described) && others.every(leavesAll);
}

/** `select(Order)`, `session.query(Order.id)`, `db.select({ id: orders.id })`; a statement in text says more, however it is put together. */
function asksOfOneTable({ language }: FileModel, { args, member }: Call): boolean {
  if (language === 'python') return args.length > 0 && args.every(({ value }) => /^(\w+\.)*[A-Z]\w*(\.\w+)?$/.test(value.text));
  return member !== 'query' && args.every(({ value }) => value.root.kind === 'new-object' || value.root.kind === 'binding');
}

function lastOf(file: FileModel, call: Call): string {
  const first = earlierLinks(file, call).at(-1) ?? call;
  return first.member ?? first.text;
}

/** Have: select id, name from orders order by id */
export function isWholeStatement({ args }: Call): boolean {
  const [first] = args;
  const text = first && first.value.root.kind !== 'function' ? sqlOf(first.value) : '';
  return (
    /^\s*select\s[^?]*\sfrom\s[^?]*$/i.test(text) && !/…$|\b(where|limit|having|distinct|fetch|top|join|group\s+by|count|max|min|sum)\b/i.test(text)
  );
}

/** Have: Book.objects.annotate(copies=Count('copy')), and the class alone where a view asks for all of it. */
export function isWholeQueryset(program: Program, file: FileModel, query: Span): boolean {
  const call = callAt(file, query);
  if (!call) return true;
  const links = [...earlierLinks(file, call), call, ...laterLinks(program, file, call)];
  const [first] = [...links].sort((a, b) => a.span.end - b.span.end);
  const isTable = /(^|\.)[A-Z]\w*\.\w*(objects|manager)$/.test(first?.callee.text ?? '');
  return isTable && links.every((link) => leavesAll(link) || /^(annotate|alias|using)$/.test(link.member ?? ''));
}
