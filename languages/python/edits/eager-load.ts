/**
 * `eager-load`: the query loads related objects along with its rows.
 *
 *     Book.objects.filter(read=True)
 *     =>
 *     Book.objects.filter(read=True).select_related('author')
 *
 * Always a suggestion: it loads more at once, and nobody but the reader knows whether every row's relation is needed.
 */
import type { Edit, Fix, FixIntent } from '../../../model/finding.ts';
import { assume, fixOf, newLedger, prove, refuse } from '../../outcome.ts';
import { part, unwrap } from '../lower/state.ts';
import type { Syntax } from '../tree.ts';
import { importName } from './add-import.ts';
import { lineStart, quote } from './layout.ts';
import { nodeAt, replace, textOf, type View } from './view.ts';

type Intent = FixIntent & { kind: 'eager-load' };

/** After these there is no query any more, but what it found. */
const RUNS =
  /^(a?get|a?first|a?last|a?earliest|a?latest|a?count|a?exists|a?aggregate|a?create|a?update|a?delete|a?in_bulk|a?iterator|one|one_or_none|scalar|scalars|execute)$/;
/** After these there are no objects to hang related ones on, or no way to ask for more. */
const CLOSES = /^(values|values_list|union|intersection|difference|raw|dates|datetimes)$/;

export function eagerLoad(view: View, intent: Intent): Fix {
  const query = nodeAt(view, intent.query, /./) ?? refuse('the query is not where it was');
  const chain = chainOf(view, query);
  const [last] = chain;
  if (last && RUNS.test(last.method)) refuse(`\`${last.method}\` runs the query`);
  const closed = intent.method === 'options' ? undefined : chain.find(({ method }) => CLOSES.test(method));
  if (closed) refuse(`after \`${closed.method}\` the query yields no objects that load others`);
  const some = intent.method === 'select_related' ? chain.find(({ method }) => /^(only|defer)$/.test(method)) : undefined;
  if (some) refuse(`\`${some.method}\` may leave out the column that leads to the others`);
  const known = intent.method === 'options' ? [] : chain.filter(({ method }) => method === intent.method);
  const loaded = known.flatMap(({ call }) => namesIn(view, call));
  const names = intent.names.filter((name) => !loaded.includes(name));
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
    written = names.map((name) => `${loader.local}(${name})`);
  }
  const title = `Load ${names.map((n) => `\`${n}\``).join(' and ')} with the query`;
  const isOpen =
    last?.method === intent.method && given(last.call).length > 0 && !given(last.call).some((a) => a.type === 'none' || a.type.endsWith('_splat'));
  if (isOpen && last) return fixOf(title, ledger, [...imports, merged(view, last.call, written)]);
  return fixOf(title, ledger, [...imports, ...appended(view, query, `.${intent.method}(${written.join(', ')})`)]);
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
  return [replace(view, at.end, at.end, isOwnLine ? `\n${lead.slice(0, -1)}${link}` : link)];
}
