/**
 * `eager-load`: the query loads related objects along with its rows.
 *
 *     Book.objects.filter(read=True)
 *     =>
 *     Book.objects.filter(read=True).select_related('author')
 *
 *     session.scalars(select(Order)).all()
 *     =>
 *     session.scalars(select(Order).options(selectinload(Order.items))).all()
 *
 * Always a suggestion: it loads more at once, and nobody but the reader knows whether every row's relation is needed.
 */
import type { Edit, Fix, FixIntent } from '../../../model/finding.ts';
import { assume, fixOf, newLedger, prove, refuse } from '../../outcome.ts';
import { part, unwrap } from '../lower/state.ts';
import { brief, frameOf, isInside, nodeAt, nodesIn, replace, textOf, type View } from '../proofs/view.ts';
import type { Syntax } from '../tree.ts';
import { importName } from './add-import.ts';
import { lineEnd, lineStart, quote } from './layout.ts';

type Intent = FixIntent & { kind: 'eager-load' };

/** After these there is no query any more, but what it found. */
const RUNS =
  /^(a?get|a?first|a?last|a?earliest|a?latest|a?count|a?exists|a?aggregate|a?create|a?update|a?delete|a?in_bulk|a?iterator|one|one_or_none|scalar|scalars|execute)$/;
/** After these there are no objects to hang related ones on, or no way to ask for more. */
const CLOSES = /^(values|values_list|union|intersection|difference|raw|dates|datetimes)$/;

export function eagerLoad(view: View, intent: Intent): Fix {
  const found = nodeAt(view, intent.query, /./) ?? refuse('the query is not where it was');
  const query = intent.method === 'options' ? statementIn(view, found) : beforeWalk(view, found, intent.method);
  const chain = chainOf(view, query);
  const [last] = chain;
  if (last && RUNS.test(last.method)) refuse(`\`${last.method}\` runs the query`);
  const closed = chain.find(({ method }) => CLOSES.test(method));
  if (closed) refuse(`after \`${closed.method}\` the query yields no objects that load others`);
  const some = intent.method === 'select_related' ? chain.find(({ method }) => /^(only|defer)$/.test(method)) : undefined;
  if (some) refuse(`\`${some.method}\` may leave out the column that leads to the others`);
  if (intent.method === 'select_related' && chain.some(({ method }) => method === 'select_for_update'))
    refuse('`select_for_update` would lock the others as well, or fail where there may be none');
  staysLoaded(view, query, intent);
  const [only, more] = chain;
  if (only?.method === 'all' && !more) isAskedAnew(view, only.call);
  const known = intent.method === 'options' ? [] : chain.filter(({ method }) => method === intent.method);
  const already = known.flatMap(({ call }) => namesIn(view, call));
  const names = intent.names.filter((name) => !already.includes(name));
  if (names.length === 0 || known.some(({ call, method }) => method === 'select_related' && given(call).length === 0))
    refuse('the query loads it already');

  const ledger = newLedger();
  prove(ledger, 'the query has not run yet');
  assume(ledger, `most rows' ${intent.names.map((n) => `\`${n}\``).join(' and ')} will be needed`);
  const imports: Edit[] = [];
  let written = names.map((name) => quote(view, name));
  if (intent.method === 'options') {
    const loader = importName(view, 'sqlalchemy.orm', 'selectinload', query);
    imports.push(...loader.edits);
    written = names.map((name) => loaded(view, name, loader.local, query));
  }
  const title = `Load ${names.map((n) => `\`${n}\``).join(' and ')} with the query`;
  const isOpen =
    last?.method === intent.method && given(last.call).length > 0 && !given(last.call).some((a) => a.type === 'none' || a.type.endsWith('_splat'));
  if (isOpen && last) return fixOf(title, ledger, [...imports, merged(view, last.call, written)]);
  return fixOf(title, ledger, [...imports, ...appended(view, query, `.${intent.method}(${written.join(', ')})`)]);
}

/** Writes that reach other rows than the one at hand: of a model's manager, of a relation to others, of a session. */
const WRITES = /\.objects\b.*\.a?(create|update|delete|get_or_create|update_or_create|bulk_create|bulk_update)$/s;
const SESSION_WRITES = /(^|\.)(session|db)\.(add|add_all|merge|delete|flush|commit|refresh|expire|expire_all|rollback|bulk_\w+)$/;

/** What was loaded with the rows does not see what their loop writes, before it looks. */
function staysLoaded(view: View, query: Syntax, { method, names }: Intent): void {
  const ofRelation = new RegExp(`\\.(${names.join('|')})\\.a?(add|create|remove|set|clear|get_or_create|update_or_create)$`);
  for (const loop of nodesIn(frameOf(query))) {
    const walked = loop.type === 'for_statement' ? part(loop, 'right') : null;
    if (!walked || !(isInside(query, walked) || isBoundTo(view, walked, query))) continue;
    for (const node of nodesIn(part(loop, 'body') ?? loop)) {
      const callee = node.type === 'call' ? part(node, 'function') : null;
      const writes = method === 'options' ? [SESSION_WRITES] : [WRITES, ofRelation];
      if (callee && writes.some((each) => each.test(textOf(view, callee)))) refuse(`\`${brief(view, node)}\` may change what was loaded`);
    }
  }
}

function isBoundTo(view: View, walked: Syntax, query: Syntax): boolean {
  const inner = [...nodesIn(walked)].find((node) => node.type === 'identifier' && node.field !== 'function');
  const binds = inner ? (view.names.of(inner)?.mentions.filter((m) => m.binds) ?? []) : [];
  return binds.some(({ node }) => node.parent?.type === 'assignment' && isInside(query, part(node.parent, 'right') ?? node));
}

/** `author.books.all()` gives what `prefetch_related('books')` loaded; refined further it would ask again. */
function isAskedAnew(view: View, call: Syntax): void {
  const manager = part(part(call, 'function') ?? call, 'object');
  const relation = manager?.type === 'attribute' ? textOf(view, part(manager, 'attribute') ?? manager) : null;
  if (relation === null) return;
  const ofRelation = new RegExp(`(^|_)${relation}(_|\\W*$)`);
  for (const node of nodesIn(view.root)) {
    const callee = node.type === 'call' ? textOf(view, part(node, 'function') ?? node) : '';
    if (/(^|\.)(a?prefetch_related(_objects)?|Prefetch)$/.test(callee) && namesIn(view, node).some((name) => ofRelation.test(name)))
      refuse(`\`${relation}\` may have been prefetched, and would be asked for again`);
  }
}

/** `iterator` walks the query that stands before it. What it prefetches it does only for batches whose size is given. */
function beforeWalk(view: View, query: Syntax, method: Intent['method']): Syntax {
  const [last] = chainOf(view, query);
  if (!last || !/^a?iterator$/.test(last.method) || last.call !== unwrap(query)) return query;
  if (method === 'prefetch_related' && given(last.call).length === 0) refuse(`\`${last.method}\` without a \`chunk_size\` prefetches nothing`);
  return part(part(last.call, 'function') ?? query, 'object') ?? query;
}

const STARTS = /(^|\.)(select|query)$/;
/** These describe a statement of SQLAlchemy further; whatever else is called on it runs it, or works on its rows. */
const DESCRIBES =
  /^(where|filter|filter_by|order_by|limit|offset|join|outerjoin|join_from|group_by|having|distinct|with_for_update|execution_options|select_from|options|slice|params|correlate)$/;

/** The statement that a run of SQLAlchemy is given, or that it is called on. */
function statementIn(view: View, found: Syntax): Syntax {
  const [start, more] = startsIn(view, found);
  if (!start || more) refuse('the statement is not written in one place');
  let end = start;
  for (;;) {
    const link: Syntax | null = end.parent?.type === 'attribute' && end.field === 'object' ? end.parent : null;
    const call: Syntax | null = link?.parent?.type === 'call' && link.field === 'function' ? link.parent : null;
    const method = link ? textOf(view, part(link, 'attribute') ?? link) : '';
    if (!call || !DESCRIBES.test(method) || !isInside(call, found)) return end;
    if (/\b(load_only|defer)\(/.test(textOf(view, call)) && method === 'options') refuse('the statement chooses its columns');
    end = call;
  }
}

/** `select(Order)`, `session.query(Order)`, and Flask-SQLAlchemy's `Order.query`. */
function startsIn(view: View, found: Syntax): Syntax[] {
  return [...nodesIn(found)].filter((node) =>
    node.type === 'call'
      ? STARTS.test(textOf(view, part(node, 'function') ?? node))
      : node.type === 'attribute' && /^(\w+\.)?[A-Z]\w*\.query$/.test(textOf(view, node)),
  );
}

/** `Order.items Item.product` => `selectinload(Order.items).selectinload(Item.product)`, the first class called as the statement calls it. */
function loaded(view: View, path: string, loader: string, query: Syntax): string {
  const [first = '', ...others] = path.split(' ');
  const own = rowsIn(view, query) ?? refuse('the statement does not say which rows it reads');
  for (const owner of others.map((relation) => relation.split('.')[0] ?? ''))
    if (view.names.lookup(owner, query)?.scope?.kind !== 'module') refuse(`\`${owner}\` is not imported here`);
  return [`${loader}(${own}.${first.split('.').pop()})`, ...others.map((other) => `selectinload(${other})`)].join('.');
}

/** `Order` of `select(Order)`, of `Order.query`. */
function rowsIn(view: View, query: Syntax): string | null {
  const start = startsIn(view, query)[0];
  const named = start?.type === 'call' ? part(start, 'arguments')?.children[0] : start ? part(start, 'object') : null;
  const text = named ? textOf(view, named) : '';
  return /^(\w+\.)*[A-Z]\w*$/.test(text) ? text : null;
}

interface Link {
  readonly method: string;
  readonly call: Syntax;
}

/** The calls of a chain, the last first. */
function chainOf(view: View, query: Syntax): Link[] {
  const links: Link[] = [];
  let at: Syntax | null = unwrap(query);
  while (at) {
    const callee: Syntax | null = at.type === 'call' ? part(at, 'function') : null;
    const method = callee?.type === 'attribute' ? part(callee, 'attribute') : null;
    if (callee && method) links.push({ method: textOf(view, method), call: at });
    const next: Syntax | null = callee ?? at;
    const object: Syntax | null = next.type === 'attribute' ? part(next, 'object') : next.type === 'subscript' ? part(next, 'value') : null;
    at = object ? unwrap(object) : null;
  }
  return links;
}

function given(call: Syntax): readonly Syntax[] {
  return part(call, 'arguments')?.children ?? [];
}

function namesIn(view: View, call: Syntax): string[] {
  return given(call).flatMap((argument) => (argument.type === 'string' ? [textOf(view, argument).replace(/^\w*(["'])(.*)\1$/s, '$2')] : []));
}

/** `.select_related('a')` => `.select_related('a', 'b')` */
function merged(view: View, call: Syntax, written: readonly string[]): Edit {
  const last = given(call)[given(call).length - 1] ?? call;
  return replace(view, last.end, last.end, `, ${written.join(', ')}`);
}

/** On a line of its own where the links before it stand so. */
function appended(view: View, query: Syntax, link: string): Edit[] {
  const at = unwrap(query);
  const callee = at.type === 'call' ? part(at, 'function') : null;
  const member = callee?.type === 'attribute' ? part(callee, 'attribute') : null;
  if (at.type === 'await') refuse('the query has run');
  if (!/^(call|attribute|identifier|subscript)$/.test(at.type))
    return [replace(view, query.start, query.start, '('), replace(view, query.end, query.end, `)${link}`)];
  const start = member ? lineStart(view, member.start) : 0;
  const lead = member ? view.text.slice(start, member.start) : '';
  const isOwnLine = /^[ \t]+\.$/.test(lead) && !/\\[ \t]*\r?\n$/.test(view.text.slice(0, start));
  if (!isOwnLine) return [replace(view, at.end, at.end, link)];
  // Behind the comment that says something of the line.
  const end = lineEnd(view, at.end);
  const behind = /^[ \t]*(#.*)?$/.test(view.text.slice(at.end, end)) ? end : at.end;
  return [replace(view, behind, behind, `\n${lead.slice(0, -1)}${link}`)];
}
