/**
 * `index-beside-list`: the list grows where it is searched, and is needed as a list; a set is kept next to it.
 *
 *     if x not in seen:
 *         seen.append(x)
 *     =>
 *     if x not in seen_set:
 *         seen.append(x)
 *         seen_set.add(x)
 *
 * The set is made wherever the list is, and every later change of the list must be one that we see and that only adds.
 */
import type { Edit, Fix, FixIntent } from '../../../model/finding.ts';
import { assume, fixOf, type Ledger, newLedger, prove, refuse } from '../../outcome.ts';
import { part } from '../lower/state.ts';
import { comparesAlike } from '../proofs/compares-alike.ts';
import { isPythonsOwn } from '../proofs/pythons-own.ts';
import { isAfter, type Region } from '../proofs/region.ts';
import { useOf } from '../proofs/use-of.ts';
import { elementKind, isFresh, kindOf } from '../proofs/value-kind.ts';
import { argumentsOf, around, brief, frameOf, isInside, nodesIn, textOf, type View } from '../proofs/view.ts';
import type { Syntax } from '../tree.ts';
import { freeName, stemOf, suffixed } from './free-name.ts';
import { linesAfter } from './insertion.ts';
import { type Listed, listedAt } from './listed.ts';
import { askInstead, type Search, searchAt, testsIn } from './search-shape.ts';

export function indexBesideList(view: View, intent: FixIntent & { kind: 'index-beside-list' }): Fix {
  const search = searchAt(view, intent.call);
  if (search.asks !== 'test') refuse('only whether something is in the list can be asked of a set');
  if (search.list.type !== 'identifier') refuse('the list is no variable of this file');
  const ledger = newLedger();
  const name = view.names.of(search.list);
  const first = name?.mentions.find((m) => m.binds);
  if (!name || !first) refuse('the list is no variable of this file');
  const list = listedAt(view, ledger, first.node, 'changes it');
  const searches = testsOf(list);
  const region = regionOf(list, searches);
  for (const { value } of list.makers) {
    if (list.mentions.some((node) => isInside(node, value))) refuse(`\`${list.label}\` is copied: \`${brief(view, value)}\``);
    if (!isFresh(view, value, region)) refuse(`\`${brief(view, value)}\` may be somebody else's list`);
  }
  const grows = growsOf(view, list, region);
  staysOwn(view, list, region, ledger);
  const of = kindOf(view, search.list, region);
  if (of.what !== 'list') refuse(`\`${list.label}\` is no list`);
  comparesAlike(
    view,
    ledger,
    elementKind(view, search.list, region),
    `the elements of \`${list.label}\``,
    searches.map((s) => s.key),
    region,
  );
  isPythonsOwn(view, ledger, 'set', search.node);
  prove(ledger, `every addition to \`${list.label}\` is known`);

  const set = freeName(view, suffixed(stemOf(list.label, list.home), 'set'), list.home);
  const edits: Edit[] = searches.flatMap((each) => askInstead(view, each, set));
  for (const maker of list.makers) {
    const isEmpty = maker.value.children.length === 0 || textOf(view, maker.value).replace(/\s/g, '') === 'list()';
    const type = builtinType(view, maker.assignment);
    edits.push(...linesAfter(view, maker.statement, [`${set}${type} = set(${isEmpty ? '' : list.label})`]));
  }
  for (const grow of grows) edits.push(...record(view, list, grow, set));
  return fixOf(`Keep a set next to \`${list.label}\``, ledger, edits);
}

/** Every `x in seen`: with one of them asking the set, the others need not scan either. */
function testsOf(list: Listed): Search[] {
  const found: Search[] = [];
  for (const node of nodesIn(list.home)) {
    if (node.type === 'comparison_operator') found.push(...testsIn(node).filter((test) => list.mentions.includes(test.list)));
  }
  return found;
}

/** From where the list is made to the end of the loops that ask. */
function regionOf(list: Listed, searches: readonly Search[]): Region {
  let end = 0;
  for (const { node } of searches) {
    // Whoever calls the function, or walks the generator, asks later.
    if (frameOf(node) !== list.home || around(node, /^generator_expression$/)) end = list.home.end;
    let outermost = node;
    for (let at: Syntax | null = node; at && at !== list.home; at = at.parent) if (/^(for|while)_statement$/.test(at.type)) outermost = at;
    end = Math.max(end, outermost.end);
  }
  const start = Math.min(...list.makers.map((m) => m.statement.start));
  return { start: Math.min(start, end), end, frame: list.home };
}

/** The statements that add one thing. Sorting changes nothing that a set knows. */
function growsOf(view: View, list: Listed, region: Region): Syntax[] {
  const grows: Syntax[] = [];
  for (const node of list.mentions) {
    const use = useOf(view, node);
    if (use.kind !== 'change' || (use.method !== null && /^(sort|reverse)$/.test(use.method))) continue;
    if (isAfter(node, region)) continue;
    const shown = `\`${brief(view, use.site)}\``;
    if (!/^(append|insert|clear)$/.test(use.method ?? '')) refuse(`\`${list.label}\` changes by ${shown}, which a set cannot follow`);
    if (use.site.parent?.type !== 'expression_statement') refuse(`${shown} is no statement of its own`);
    grows.push(use.site);
  }
  return grows;
}

function staysOwn(view: View, list: Listed, region: Region, ledger: Ledger): void {
  const handed = list.mentions.find((node) => useOf(view, node).kind === 'escape' && !isAfter(node, region));
  if (handed) assume(ledger, `\`${brief(view, useOf(view, handed).site)}\` does not change \`${list.label}\``);
  else prove(ledger, `nobody else has \`${list.label}\``);
}

function record(view: View, list: Listed, call: Syntax, set: string): readonly Edit[] {
  const statement = call.parent ?? call;
  const method = textOf(view, part(part(call, 'function') ?? call, 'attribute') ?? call);
  if (method === 'clear') return linesAfter(view, statement, [`${set}.clear()`]);
  const given = argumentsOf(call) ?? [];
  const added = given[given.length - 1];
  if (!added || given.length !== (method === 'append' ? 1 : 2)) refuse(`\`${brief(view, call)}\` adds nothing that we see`);
  const isPlain = /^(identifier|integer|string|true|false|none)$/.test(added.type) && !added.children.some((c) => c.type === 'interpolation');
  if (!isPlain && method !== 'append') refuse(`\`${brief(view, added)}\` cannot be read twice`);
  // Have: `seen.append(normalize(x))`, which may not give the same again.
  return linesAfter(view, statement, [`${set}.add(${isPlain ? textOf(view, added) : `${list.label}[-1]`})`]);
}

/** `seen: list[str] = []` => `seen_set: set[str] = set()` */
function builtinType(view: View, assignment: Syntax): string {
  const type = part(assignment, 'type');
  const element = type ? /^list(\[.*\])$/s.exec(textOf(view, type)) : null;
  return element ? `: set${element[1]}` : '';
}
