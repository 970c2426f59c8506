/**
 * A query in a loop that asks for one key of each element: the keys of all before the loop, the list made fit to be walked twice, and why neither
 * can be had.
 */
import type { Edit } from '../../../model/finding.ts';
import { type Ledger, prove, refuse } from '../../outcome.ts';
import { part, unwrap } from '../lower/state.ts';
import { isWritten } from '../lower/uses.ts';
import type { Name } from '../proofs/names.ts';
import { isPythonsOwn } from '../proofs/pythons-own.ts';
import { kindOf } from '../proofs/value-kind.ts';
import { around, brief, builtinCall, frameOf, isInside, nodeAt, nodesIn, replace, statementOf, textOf, type View } from '../proofs/view.ts';
import type { Syntax } from '../tree.ts';
import { freeName, pluralOf } from './free-name.ts';
import { type Insertion, insertionBefore } from './insertion.ts';
import { loopAt, runsInLoop } from './loop-at.ts';
import type { BatchIntent } from './write-loop.ts';

export interface LookupLoop {
  readonly loop: Syntax;
  readonly call: Syntax;
  /** The call, or where it is awaited that. */
  readonly asked: Syntax;
  readonly isAwaited: boolean;
  readonly left: Syntax;
  readonly right: Syntax;
  readonly insertion: Insertion;
}

export function lookupLoopAt(view: View, intent: BatchIntent): LookupLoop {
  const call = nodeAt(view, intent.call, /^call$/) ?? refuse('the query is not where it was');
  const loop = loopAt(view, intent.loop);
  if (!isInside(call, loop) || call === loop) refuse('the query is not inside the loop');
  runsInLoop(view, call, loop);
  if (around(call, /^while_statement$/) !== around(loop, /^while_statement$/)) refuse('the query is asked again until its answer changes');
  if (around(call, /^interpolation$/)) refuse('the query stands in a text');
  const holder = headOf(loop);
  const { left, right } = walkedBy(view, holder);
  if (!left || !right || holder.children[0]?.type === 'async') refuse('the loop is no plain `for`');
  if (isInside(call, right)) refuse('the query stands in the head of the loop');
  if (/\.a?iterator\(/.test(textOf(view, right))) refuse('the loop reads a few rows at a time, and all of them would be gathered');
  for (let at = loop; at.parent && !/^(block|module)$/.test(at.parent.type); at = at.parent)
    if (/^(conditional_expression|boolean_operator|while_statement|elif_clause)$/.test(at.parent.type)) refuse('the loop may not run at all');
  for (const node of nodesIn(loop)) {
    const leaves = /^(break|return)_statement$/.test(node.type) && frameOf(node) === frameOf(loop);
    if (leaves && around(node, /^(for|while)_statement$/) === loop) refuse('the loop may stop before its end');
    if (node.type === 'yield' && frameOf(node) === frameOf(loop)) refuse('the loop hands out one after the other');
  }
  const isAwaited = call.parent?.type === 'await';
  return { loop, call, asked: isAwaited ? (call.parent as Syntax) : call, isAwaited, left, right, insertion: insertionBefore(view, loop) };
}

/** The statement itself, or the one clause of a comprehension. */
function headOf(loop: Syntax): Syntax {
  if (loop.type === 'for_statement') return loop;
  const [clause, more] = loop.children.filter((c) => c.type === 'for_in_clause');
  return clause && !more ? clause : refuse('the loop is no plain `for`');
}

/** `at, book` of `enumerate(books)` are a book of `books` and its number. */
function walkedBy(view: View, holder: Syntax): { left: Syntax | null; right: Syntax | null } {
  const [left, right] = [part(holder, 'left'), part(holder, 'right')];
  const [inner, more] = right && builtinCall(view, right) === 'enumerate' ? (part(right, 'arguments')?.children ?? []) : [];
  const [, second] = left && /^(pattern_list|tuple_pattern)$/.test(left.type) && left.children.length === 2 ? left.children : [];
  return inner && !more && second ? { left: second, right: inner } : { left, right };
}

/** The names that differ for each element, and those that the loop makes besides. */
export function dependsOnLoop(view: View, { loop, left }: LookupLoop, node: Syntax): 'element' | 'loop' | null {
  let found: 'element' | null = null;
  for (const each of nodesIn(node)) {
    const name = each.type === 'identifier' ? view.names.of(each) : null;
    const binds = name?.mentions.filter((m) => m.binds && isInside(m.node, loop)) ?? [];
    if (binds.some((m) => !isInside(m.node, left))) return 'loop';
    if (binds.length > 0) found = 'element';
  }
  return found;
}

/** What can be said of all elements before the loop: a name, an attribute, an item by a plain key, a text of those. */
export function isPlainKey(view: View, at: LookupLoop, key: Syntax): void {
  if (dependsOnLoop(view, at, key) !== 'element') refuse(`\`${brief(view, key)}\` is made inside the loop`);
  for (const node of nodesIn(key))
    if (
      /^(call|await|lambda|named_expression|conditional_expression|boolean_operator|binary_operator|.*comprehension|generator_expression)$/.test(
        node.type,
      )
    )
      refuse(`\`${brief(view, key)}\` is computed`);
  for (const node of nodesIn(at.loop))
    if (/^(attribute|subscript)$/.test(node.type) && isWritten(node) && [...nodesIn(key)].some((each) => textOf(view, each) === textOf(view, node)))
      refuse(`\`${brief(view, node)}\` is given another value in the loop`);
  const isField = key.type === 'attribute' && part(key, 'object')?.type === 'identifier';
  const asksKind = /\b(isinstance|hasattr)\(/.test(textOf(view, at.loop));
  if ((!isField || asksKind) && isGuarded(at)) refuse(`\`${brief(view, key)}\` is looked at before it is asked for`);
}

/** Something is asked first: `if row.author: …`, `continue`. */
function isGuarded({ loop, call }: LookupLoop): boolean {
  if (loop.type !== 'for_statement') return loop.children.some((c) => c.type === 'if_clause') || isChosen(call, loop);
  const body = part(loop, 'body') ?? loop;
  const statement = body.children.find((each) => isInside(call, each));
  const before = body.children.filter((each) => statement && each.start < statement.start);
  return isChosen(call, body) || before.some((each) => [...nodesIn(each)].some((n) => /^(continue|raise)_statement$/.test(n.type)));
}

function isChosen(node: Syntax, outer: Syntax): boolean {
  for (let at = node.parent; at && at !== outer; at = at.parent)
    if (/^(if_statement|elif_clause|else_clause|except_clause|conditional_expression|boolean_operator|case_clause|if_clause)$/.test(at.type))
      return true;
  return false;
}

/** What is read before the loop must be there: nothing of a comprehension around. */
export function isVisible(view: View, { insertion }: LookupLoop, node: Syntax): void {
  for (const each of nodesIn(node)) {
    const name = each.type === 'identifier' ? view.names.of(each) : null;
    if (name && !isBoundOutside(name, insertion)) refuse(`\`${name.text}\` is made anew inside the loop`);
  }
}

function isBoundOutside(name: Name, { anchor }: Insertion): boolean {
  return name.scope === null || !isInside(name.scope.node, anchor) || name.scope.node === anchor.parent;
}

export interface Keys {
  /** What holds the keys, to be walked once. */
  readonly text: string;
  readonly lines: readonly string[];
  readonly edits: readonly Edit[];
}

/** `ids`, or `{book.author_id for book in books}`; and where nobody knows whether the loop's list can be walked twice, a list of it. */
export function keysOf(view: View, ledger: Ledger, at: LookupLoop, key: Syntax, brackets: '{}' | '[]'): Keys {
  const { left, right } = at;
  isVisible(view, at, right);
  const { text, lines, edits } = walkedTwice(view, ledger, at);
  if (textOf(view, left) === textOf(view, key)) return { text, lines, edits };
  const [open, close] = brackets;
  return { text: `${open}${textOf(view, key)} for ${onlyRead(view, left, key)} in ${text}${close}`, lines, edits };
}

/** `name, _` of `name, sum`, where the key is the name. */
function onlyRead(view: View, left: Syntax, key: Syntax): string {
  const read = new Set([...nodesIn(key)].filter((node) => node.type === 'identifier').map((node) => textOf(view, node)));
  if (left.type === 'identifier') return textOf(view, left);
  const unread = [...nodesIn(left)].filter((node) => node.type === 'identifier' && !read.has(textOf(view, node)));
  return unread.reduceRight((text, { start, end }) => `${text.slice(0, start - left.start)}_${text.slice(end - left.start)}`, textOf(view, left));
}

/** A query of Django, and lists that come from Redis. */
const ROWS =
  /\.((all|filter|exclude|order_by|values|values_list|distinct|select_related|prefetch_related)\([^()]*\)|(keys|lrange|zrange)\([^()]+\))$/;

function walkedTwice(view: View, ledger: Ledger, { left, right, insertion, loop }: LookupLoop): Keys {
  const text = textOf(view, right);
  const as = (name: string, list: string): Keys => ({
    text: name,
    lines: [`${name} = ${list}`],
    edits: [replace(view, right.start, right.end, name)],
  });
  if (builtinCall(view, right) === 'range') return { text, lines: [], edits: [] };
  const isNamed = right.type === 'identifier';
  if (isNamed && isList(view, right, insertion)) {
    prove(ledger, `\`${text}\` can be walked twice`);
    return { text, lines: [], edits: [] };
  }
  isPythonsOwn(view, ledger, 'list', loop);
  const list = isListed(view, right) && !ROWS.test(text) ? text : `list(${text})`;
  const scope = isNamed ? view.names.of(right)?.scope : null;
  if (isNamed && scope?.node === frameOf(insertion.anchor)) return { text, lines: [`${text} = list(${text})`], edits: [] };
  return as(freeName(view, nameFor(text, textOf(view, left)), frameOf(loop)), right.type === 'expression_list' ? `[${text}]` : list);
}

/** A list, or a query that keeps its rows: by every value that it is given, or by the last, where that stands just before. */
function isList(view: View, name: Syntax, { anchor, region }: Insertion): boolean {
  if (/^(list|tuple|set|dict|range)$/.test(kindOf(view, name, region).what)) return true;
  const binds = (view.names.of(name)?.mentions ?? []).flatMap((m) => (m.binds ? [m.node] : []));
  const last = binds.filter((node) => node.start < anchor.start).pop();
  const isNear = last !== undefined && statementOf(last)?.parent === anchor.parent && binds.every((node) => node.start < anchor.start);
  return (
    binds.length > 0 &&
    (isNear ? [last] : binds).every((node) => {
      const value = node.parent?.type === 'assignment' ? part(node.parent, 'right') : null;
      return value !== null && isListed(view, unwrap(value));
    })
  );
}

function isListed(view: View, value: Syntax): boolean {
  if (/^(list|sorted|set|tuple|dict)$/.test(builtinCall(view, value) ?? '')) return true;
  return /^(list|set|tuple|dictionary|(list|set|dictionary)_comprehension)$/.test(value.type) || ROWS.test(textOf(view, value));
}

/** `Book.objects.filter(…)` => `books`, `self.rows` => `rows`; else after the element */
function nameFor(list: string, element: string): string {
  const model = list.includes('.values_list(') ? undefined : /(?:^|\.)([A-Z]\w*)\.objects\b/.exec(list)?.[1];
  const last = /(?:^|\.)([a-z_]\w*)$/.exec(list)?.[1];
  return model ? pluralOf(model) : (last ?? (/^\w{3,}$/.test(element) ? pluralOf(element) : 'elements'));
}

/** `isChange`: another call in the loop may change what the query reads. */
export function othersKeep(view: View, { loop, call }: LookupLoop, isChange: (call: Syntax) => boolean): void {
  for (const node of nodesIn(loop))
    if (node !== call && node.type === 'call' && isChange(node)) refuse(`\`${brief(view, node)}\` may change what the query reads`);
}
