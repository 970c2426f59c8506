/**
 * Django: all rows by their keys before the loop.
 *
 *     for book in books:
 *         author = Author.objects.get(pk=book.author_id)
 *     =>
 *     authors_by_id = Author.objects.in_bulk({book.author_id for book in books})
 *     for book in books:
 *         author = authors_by_id[book.author_id]
 *
 * `filter(pk=…).first()` becomes `.get(…)`, which gives None as well. Always a suggestion: the rows are read at one moment, and where one is
 * missing a `KeyError` takes the place of `DoesNotExist`. In an `except` around the query the fix says so.
 */
import type { Edit, Fix } from '../../../model/finding.ts';
import { assume, fixOf, type Ledger, newLedger, prove, refuse } from '../../outcome.ts';
import { part } from '../lower/state.ts';
import { isWritten } from '../lower/uses.ts';
import { UNKNOWN } from '../proofs/kind.ts';
import { elementKind } from '../proofs/value-kind.ts';
import { around, brief, builtinCall, frameOf, isInside, nodesIn, replace, textOf, type View } from '../proofs/view.ts';
import type { Syntax } from '../tree.ts';
import { holdsText, identifies } from './django-model.ts';
import { withoutUnused } from './drop-import.ts';
import { freeName, pluralOf } from './free-name.ts';
import { quote } from './layout.ts';
import { dependsOnLoop, isPlainKey, isVisible, keysOf, type LookupLoop, lookupLoopAt, othersKeep } from './lookup-loop.ts';
import type { BatchIntent } from './write-loop.ts';

export function inBulk(view: View, intent: BatchIntent): Fix {
  const at = lookupLoopAt(view, intent);
  const wanted = wantedBy(view, at);
  if (wanted.method.startsWith('a') !== at.isAwaited) refuse('the query is not awaited where it stands');
  const model = modelOf(view, wanted.base);
  const { name: field, value: key } = wanted.key;
  const isUnique = identifies(intent.rows, field);
  if (isUnique === 'no') refuse(`it does not show that \`${field}\` is another for each row`);
  isPlainKey(view, at, key);
  isVisible(view, at, wanted.base);

  const ledger = newLedger();
  prove(ledger, 'the query depends on the element by one key only');
  if (isUnique === 'unknown') assume(ledger, `\`${field}\` is the primary key of \`${model}\``);
  areOfItsType(view, ledger, at, key, holdsText(intent.rows, field));
  keepsRows(view, at, model);
  assume(ledger, `nothing changes rows of \`${model}\`, which several elements may share`);
  const isFirst = wanted.method.endsWith('first');
  const edits: Edit[] = isFirst ? [] : missing(view, ledger, at, model);

  const keys = keysOf(view, ledger, at, key, '{}');
  const suffix = /^(pk|id)$/.test(field) ? 'id' : field;
  const name = freeName(view, `${pluralOf(model)}_by_${suffix}`, frameOf(at.insertion.anchor));
  const others = wanted.others.length > 0 ? `.filter(${wanted.others.map((each) => textOf(view, each)).join(', ')})` : '';
  const options = suffix === 'id' ? '' : `, field_name=${quote(view, field)}`;
  const query = `${textOf(view, wanted.base)}${others}.${at.isAwaited ? 'ain_bulk' : 'in_bulk'}(${keys.text}${options})`;
  const lookup = isFirst ? `${name}.get(${textOf(view, key)})` : `${name}[${textOf(view, key)}]`;
  edits.push(...keys.edits, ...at.insertion.edits([...keys.lines, `${name} = ${at.isAwaited ? 'await ' : ''}${query}`]));
  edits.push(replace(view, at.asked.start, at.asked.end, lookup));
  return fixOf(`Read all rows of \`${model}\` with one query before the loop`, ledger, edits);
}

interface Wanted {
  readonly method: string;
  /** What is asked, without the key: `Author.objects`. */
  readonly base: Syntax;
  readonly key: { readonly name: string; readonly value: Syntax };
  /** Conditions that are the same for all. */
  readonly others: readonly Syntax[];
}

/** `base.get(pk=key, …)`, or `base.filter(pk=key, …).first()`. */
function wantedBy(view: View, at: LookupLoop): Wanted {
  const called = methodOf(view, at.call);
  const isFirst = /^a?first$/.test(called.method);
  const filter = isFirst && called.object.type === 'call' && called.given.length === 0 ? methodOf(view, called.object) : called;
  if (isFirst ? filter.method !== 'filter' : !/^a?get$/.test(called.method)) refuse(`\`${brief(view, at.call)}\` asks for more than one key`);
  const keyed: { name: string; value: Syntax }[] = [];
  const others: Syntax[] = [];
  for (const each of filter.given) {
    const value = each.type === 'keyword_argument' ? part(each, 'value') : null;
    const depends = dependsOnLoop(view, at, each);
    if (depends === 'loop') refuse(`\`${brief(view, each)}\` is made inside the loop`);
    if (!value || each.type.endsWith('_splat')) refuse(`\`${brief(view, each)}\` is no plain condition`);
    if (depends === null) others.push(each);
    else keyed.push({ name: textOf(view, part(each, 'name') ?? each), value });
  }
  const [key, more] = keyed;
  if (!key || more) refuse('the query hangs on more than one value of the element');
  if (dependsOnLoop(view, at, filter.object) !== null) refuse(`\`${brief(view, filter.object)}\` is another for each element`);
  return { method: called.method, base: filter.object, key, others };
}

function methodOf(view: View, call: Syntax): { method: string; object: Syntax; given: readonly Syntax[] } {
  const callee = part(call, 'function');
  const object = callee?.type === 'attribute' ? part(callee, 'object') : null;
  if (!callee || !object) refuse(`\`${brief(view, call)}\` is no method of a query`);
  return { method: textOf(view, part(callee, 'attribute') ?? callee), object, given: part(call, 'arguments')?.children ?? [] };
}

/** What `in_bulk` can follow: the manager of a model, perhaps refined. */
function modelOf(view: View, base: Syntax): string {
  const text = textOf(view, base).replace(/\s+/g, '');
  const model = /^((?:\w+\.)*[A-Z]\w*)\.(?:objects|_default_manager)(?:\.(?:all|filter|exclude|select_related|prefetch_related|using)\(.*\))?$/.exec(
    text,
  )?.[1];
  if (!model || /\.(values|values_list|distinct|none|union|only|defer|order_by)\(|\[[^\]]*:/.test(text))
    refuse(`\`${brief(view, base)}\` is no manager of a model`);
  return model;
}

/** `Book.objects.get(pk='7')` finds the row, and a dictionary with the key 7 does not have '7'. So the key must come from a row, or be written as a number. */
function areOfItsType(view: View, ledger: Ledger, at: LookupLoop, key: Syntax, isText: boolean): void {
  const text = brief(view, key);
  const binds = at.right.type === 'identifier' ? (view.names.of(at.right)?.mentions ?? []).filter((m) => m.binds) : [];
  const sources = [at.right, ...binds.flatMap(({ node }) => (node.parent?.type === 'assignment' ? (part(node.parent, 'right') ?? []) : []))];
  const isOfRows = sources.some((each) => /\.values(_list)?\(|^[{[]\w+\.(\w+_id|pk|id) for /.test(textOf(view, each)));
  const { what } = key.type === 'identifier' ? elementKind(view, at.right, at.insertion.region) : UNKNOWN;
  if (isOfRows || (isText ? what === 'text' : what === 'number')) return prove(ledger, `\`${text}\` is of the type that the rows have`);
  if (key.type === 'attribute' && /(_id|\.pk|\.id)$/.test(text)) return assume(ledger, `\`${text}\` is a key as the rows have it`);
  if (isText && what === 'unknown') return assume(ledger, `\`${text}\` is a text, as it is in the rows`);
  refuse(`\`${text}\` may be another type than the keys of the rows, which are found by a dictionary no longer`);
}

const CHANGES = /^(a?create|a?update|a?delete|a?get_or_create|a?update_or_create|a?bulk_create|a?bulk_update)$/;
const OF_ROW = /^(a?save|a?delete|a?refresh_from_db|set_\w+)$/;

/** The same row may serve several elements, and must be as it was read. */
function keepsRows(view: View, at: LookupLoop, model: string): void {
  const target = at.asked.parent?.type === 'assignment' && at.asked.field === 'right' ? part(at.asked.parent, 'left') : null;
  const row = target?.type === 'identifier' ? view.names.of(target) : null;
  const isRow = (node: Syntax | null): boolean =>
    node !== null && (node === at.asked || (node.type === 'identifier' && row !== null && view.names.of(node) === row));
  othersKeep(view, at, (call) => {
    const callee = part(call, 'function');
    const method = callee?.type === 'attribute' ? textOf(view, part(callee, 'attribute') ?? callee) : '';
    const object = callee?.type === 'attribute' ? part(callee, 'object') : null;
    if (builtinCall(view, call) === 'setattr' || /^a?refresh_from_db$/.test(method)) return true;
    return (OF_ROW.test(method) && isRow(object)) || (CHANGES.test(method) && textOf(view, callee ?? call).startsWith(`${model}.`));
  });
  const isHandedOn = [...nodesIn(at.loop)].some(
    (node) => isRow(node) && !/^(attribute|assignment)$/.test(node.parent?.type ?? '') && node.field !== 'left',
  );
  for (const node of nodesIn(frameOf(at.loop))) {
    const object = node.type === 'attribute' ? part(node, 'object') : null;
    const isElsewhere = object?.type === 'identifier' && textOf(view, object) !== 'self' && !isInside(node, at.loop);
    if (isHandedOn && isElsewhere && isWritten(node)) refuse(`\`${brief(view, node)}\` may change a row that several elements share`);
  }
  for (const node of nodesIn(at.loop)) {
    const object = node.type === 'attribute' ? part(node, 'object') : null;
    if (isRow(object) && (isWritten(node) || node.parent?.type === 'delete_statement'))
      refuse(`\`${brief(view, node)}\` changes the row, which several elements may share`);
  }
}

/** Who handles a row that is missing? An `except` around the query alone learns of the other error; one further out refuses. */
function missing(view: View, ledger: Ledger, at: LookupLoop, model: string): Edit[] {
  const edits: Edit[] = [];
  const frame = frameOf(at.call);
  for (let node: Syntax | null = at.call; node && node !== frame; node = node.parent) {
    const tried = node.parent?.type === 'try_statement' && node.field === 'body' ? node.parent : null;
    if (!tried) continue;
    for (const clause of tried.children.filter((c) => c.type === 'except_clause')) {
      const named = clause.children.filter((c) => c.type !== 'block').flatMap((c) => [...nodesIn(c)]);
      const errors = named.filter((n) => /^(identifier|attribute)$/.test(n.type) && /(^|\.)(\w*DoesNotExist)$/.test(textOf(view, n)));
      const [error] = errors.filter((n) => !errors.some((o) => o !== n && isInside(n, o)));
      if (!error) continue;
      const isAlone = isInside(tried, at.loop) && node.children.length === 1 && named[0] === error;
      if (!isAlone) refuse(`\`${brief(view, error)}\` is handled together with more than this query`);
      if (around(clause, /^for_statement$/) !== at.loop) refuse('another loop stands around the query');
      const name = [...nodesIn(error)].find((n) => n.type === 'identifier') ?? error;
      edits.push(...withoutUnused(view, name, [replace(view, error.start, error.end, 'KeyError')]));
    }
  }
  if (edits.length > 0) prove(ledger, 'what is missing is handled as before');
  else assume(ledger, `nobody waits for \`${model}.DoesNotExist\``);
  return edits;
}
