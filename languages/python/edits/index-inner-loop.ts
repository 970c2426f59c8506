/**
 * `index-inner-loop`: an inner loop that does something for equal elements only walks just those.
 *
 *     for order in orders:
 *         for user in users:
 *             if user.id == order.user_id: …
 *     =>
 *     (a dictionary of lists by `id`, before the outer loop)
 *     for order in orders:
 *         for user in users_by_id.get(order.user_id, ()):
 *             if user.id == order.user_id: …
 *
 * The test stays: it costs nothing now, keeps NaN out, and leaves the body untouched. `next(…, None)` needs the first of each group only,
 * `any(…)` none at all. A suggestion wherever a property is read: it may be computed, and every element's is read once, wanted or not.
 */
import type { Edit, Fix, FixIntent } from '../../../model/finding.ts';
import { assume, fixOf, type Ledger, newLedger, prove, refuse } from '../../outcome.ts';
import { part, unwrap } from '../lower/state.ts';
import { comparesAlike } from '../proofs/compares-alike.ts';
import { isBoundBefore } from '../proofs/is-bound-before.ts';
import { isPythonsOwn } from '../proofs/pythons-own.ts';
import { readsOf, staysUnchanged } from '../proofs/stays-unchanged.ts';
import { kindOf } from '../proofs/value-kind.ts';
import { brief, isInside, nodesIn, replace, textOf, type View } from '../proofs/view.ts';
import type { Syntax } from '../tree.ts';
import { freeName, snake, stemOf, suffixed } from './free-name.ts';
import { type Inner, innerAt } from './inner-search.ts';
import { type Insertion, insertionBefore } from './insertion.ts';
import { loopAt, runsInLoop } from './loop-at.ts';
import { isReadOutside } from './loop-variables.ts';

export function indexInnerLoop(view: View, intent: FixIntent & { kind: 'index-inner-loop' }): Fix {
  const loop = loopAt(view, intent.loop);
  const inner = innerAt(view, loopAt(view, intent.inner));
  if (!isInside(inner.node, loop)) refuse('the inner loop is not inside the outer one');
  runsInLoop(view, inner.variable, loop);
  const ledger = newLedger();
  const insertion = insertionBefore(view, loop);
  const { region, anchor } = insertion;
  const label = `\`${brief(view, inner.list)}\``;
  isWalkable(view, ledger, inner, insertion, label);
  const variable = view.names.of(inner.variable);
  const reads = readsOf(view, inner.list);
  const names = new Set([...reads.names, ...[...readsOf(view, inner.own).names].filter((name) => name !== variable)]);
  const sides = [inner.own, inner.other].flatMap((side) => readsOf(view, side).attributes);
  comparesAlike(view, ledger, kindOf(view, inner.own, region), `\`${brief(view, inner.own)}\``, [inner.other], region);
  if (inner.form !== 'each') equalThemselves(view, ledger, inner, insertion);
  readsPlainly(view, ledger, inner, label);
  isBoundBefore(view, ledger, { ...reads, names }, anchor);
  staysUnchanged(view, ledger, { names, attributes: [...reads.attributes, ...sides] }, region, label);
  for (const name of readsOf(view, inner.other).names) {
    if (name.scope?.node !== inner.node && name.mentions.some(({ node, binds }) => binds && isInside(node, inner.node)))
      refuse(`\`${name.text}\` is given another value while the inner loop runs`);
  }
  if (isReadOutside(view, inner.variable, inner.node)) refuse(`\`${textOf(view, inner.variable)}\` is read when the inner loop is over`);

  const built = build(view, ledger, inner, insertion);
  return fixOf(built.title, ledger, [...insertion.edits(built.lines), ...built.edits]);
}

function isWalkable(view: View, ledger: Ledger, { list }: Inner, { region }: Insertion, label: string): void {
  const of = kindOf(view, list, region);
  if (/^(iterator|file)$/.test(of.what)) refuse(`${label} can be walked only once`);
  if (of.what === 'unknown' || of.declared) assume(ledger, `${label} is a list`);
  else prove(ledger, `${label} can be walked again and again`);
}

/** Where the test goes: a dictionary finds the very same NaN, and `==` does not. One side that is none is enough. */
function equalThemselves(view: View, ledger: Ledger, { own, other }: Inner, { region }: Insertion): void {
  const canBeNaN = [own, other].map((side) => /^(float|unknown|own)$/.test(kindOf(view, side, region).what));
  if (canBeNaN.every(Boolean)) assume(ledger, 'no key is NaN');
  else prove(ledger, 'no key is NaN');
}

/** Every key is read once, before anybody knows whether it is wanted. */
function readsPlainly(view: View, ledger: Ledger, { own, other }: Inner, label: string): void {
  if ([own, other].every((side) => /^(identifier|integer|string)$/.test(side.type))) return prove(ledger, 'the keys are plain values');
  assume(ledger, `\`${brief(view, own)}\` can be read of each of ${label}, without effect`);
}

function keyName(view: View, own: Syntax): string {
  const node = unwrap(own);
  if (node.type === 'attribute') return textOf(view, part(node, 'attribute') ?? node);
  const index = node.type === 'subscript' ? part(node, 'subscript') : null;
  const text = index?.type === 'string' ? textOf(view, index).replace(/^\w*["']|["']$/g, '') : '';
  return /^[A-Za-z_]\w*$/.test(text) ? text : 'key';
}

interface Built {
  readonly title: string;
  readonly lines: readonly string[];
  readonly edits: readonly Edit[];
}

function build(view: View, ledger: Ledger, inner: Inner, insertion: Insertion): Built {
  const { frame } = insertion.region;
  const { unit } = insertion;
  const list = textOf(view, inner.list);
  const stem = stemOf(list.replace(/\(\)$/, '').replace(/\.values$/, ''), frame);
  const asked = textOf(view, inner.other);
  const isItself = inner.own.type === 'identifier';
  const key = isItself ? 'value' : keyName(view, inner.own);
  if (inner.form === 'any') {
    isPythonsOwn(view, ledger, 'any', inner.node);
    isPythonsOwn(view, ledger, 'set', insertion.anchor);
    const name = freeName(view, suffixed(isItself ? stem : `${stem}_${snake(key)}`, 'set'), frame);
    const line = `${name} = ${isItself ? `set(${list})` : `{${textOf(view, inner.own)} for ${textOf(view, inner.variable)} in ${list}}`}`;
    const test = `${asked} in ${name}`;
    const edit = replace(view, inner.whole.start, inner.whole.end, standsAlone(inner.whole) ? test : `(${test})`);
    return { title: `Build a set of ${isItself ? '' : `the \`${key}\` of `}\`${list}\` before the loop`, lines: [line], edits: [edit] };
  }
  const name = freeName(view, `${stem}_by_${snake(key)}`, frame);
  const variable = freeVariable(view, inner, insertion);
  const own = renamed(view, inner.own, inner.variable, variable);
  const stored = inner.form === 'next' ? `setdefault(${own}, ${variable})` : `setdefault(${own}, []).append(${variable})`;
  const lines = [`${name} = {}`, `for ${variable} in ${list}:`, `${unit}${name}.${stored}`];
  if (inner.form === 'next') {
    const otherwise = inner.otherwise && textOf(view, inner.otherwise) !== 'None' ? `, ${textOf(view, inner.otherwise)}` : '';
    const edit = replace(view, inner.whole.start, inner.whole.end, `${name}.get(${asked}${otherwise})`);
    return { title: `Keep the first of \`${list}\` per \`${key}\` before the loop`, lines, edits: [edit] };
  }
  const edit = replace(view, inner.list.start, inner.list.end, `${name}.get(${asked}, ())`);
  return { title: `Group \`${list}\` by \`${key}\` before the loop`, lines, edits: [edit] };
}

/** A comprehension keeps its variable to itself; the new loop does not. */
function freeVariable(view: View, inner: Inner, { region }: Insertion): string {
  const text = textOf(view, inner.variable);
  if (view.names.of(inner.variable)?.scope?.kind !== 'comprehension') return text;
  const isFree = [...view.names.all].every(
    ([node, name]) => name.text !== text || name.scope?.kind === 'comprehension' || !isInside(node, region.frame),
  );
  return isFree ? text : freeName(view, text, region.frame);
}

function renamed(view: View, expression: Syntax, variable: Syntax, to: string): string {
  const name = view.names.of(variable);
  let text = textOf(view, expression);
  for (const node of [...nodesIn(expression)].reverse()) {
    if (node.type !== 'identifier' || view.names.of(node) !== name) continue;
    text = text.slice(0, node.start - expression.start) + to + text.slice(node.end - expression.start);
  }
  return text;
}

/** A comparison may stand here without parentheses. */
function standsAlone(node: Syntax): boolean {
  return !/^(comparison_operator|binary_operator|unary_operator|attribute|subscript|call|await|list_splat)$/.test(node.parent?.type ?? '');
}
