/**
 * `index-before-loop`: builds a set of what the loop searches again and again, and asks that instead; positions and counts likewise.
 *
 *     for user in users:
 *         if user in banned: …
 *     =>
 *     banned_set = set(banned)
 *     for user in users:
 *         if user in banned_set: …
 */
import type { Edit, Fix, FixIntent } from '../../../model/finding.ts';
import { assume, fixOf, type Ledger, newLedger, prove, refuse } from '../../outcome.ts';
import { part } from '../lower/state.ts';
import { comparesAlike } from '../proofs/compares-alike.ts';
import { isBoundBefore } from '../proofs/is-bound-before.ts';
import { runsWithin } from '../proofs/lazy.ts';
import { mayBeNone } from '../proofs/may-be-none.ts';
import { isPythonsOwn } from '../proofs/pythons-own.ts';
import { readsOf, staysUnchanged } from '../proofs/stays-unchanged.ts';
import { elementKind } from '../proofs/value-kind.ts';
import { brief, frameOf, isInside, nodesIn, replace, sameText, type View } from '../proofs/view.ts';
import type { Syntax } from '../tree.ts';
import { importName } from './add-import.ts';
import { existingSet } from './existing-index.ts';
import { freeName, stemOf, suffixed } from './free-name.ts';
import { isKnownList, type Source, sourceOf } from './indexed-source.ts';
import { type Insertion, insertionBefore } from './insertion.ts';
import { loopAt, runsInLoop } from './loop-at.ts';
import { askInstead, type Search, searchAt, testsIn } from './search-shape.ts';

export function indexBeforeLoop(view: View, intent: FixIntent & { kind: 'index-before-loop' }): Fix {
  const search = searchAt(view, intent.call);
  const written = writtenOut(view, search);
  if (written !== null) return written;
  const loop = loopAt(view, intent.loop);
  if (!isInside(search.node, loop)) refuse('the search is not inside the loop');
  runsInLoop(view, search.node, loop);
  const ledger = newLedger();
  const insertion = insertionBefore(view, loop);
  const { region, anchor } = insertion;
  const source = sourceOf(view, search.list);
  const of = isKnownList(view, ledger, search.list, source.label, region);
  const searches = [search, ...alike(view, search, loop)];
  const elements = of.what === 'unknown' ? of : elementKind(view, search.list, region);
  comparesAlike(view, ledger, elements, `the elements of ${source.label}`, keysOf(view, searches), region);
  const reads = readsOf(view, search.list);
  isBoundBefore(view, ledger, reads, anchor);
  staysUnchanged(view, ledger, reads, region, source.label);
  findsEach(view, ledger, search);
  const none = (of.what === 'unknown' || of.declared) && mayBeNone(view, search.list, anchor, of.nullable);
  const built = build(view, ledger, search, source, insertion, none);
  const known = search.asks === 'test' ? existingSet(view, ledger, built.line, reads, anchor, region) : null;
  const ask = (name: string): Edit[] => searches.flatMap((each) => askInstead(view, each, name));
  if (known !== null) {
    prove(ledger, `\`${known}\` is a set of ${source.label} as it still is`);
    return fixOf(`Ask \`${known}\` instead`, ledger, ask(known));
  }
  const edits: Edit[] = [...built.imports, ...insertion.edits([built.line]), ...ask(built.name)];
  return fixOf(`Build ${built.what} of ${source.label} before the loop`, ledger, edits);
}

/** Have: `x in ['a', 'b']`: a set of literals is made once, when the file is compiled. */
function writtenOut(view: View, search: Search): Fix | null {
  const { list, key } = search;
  const isConstant = (node: Syntax): boolean => /^(string|integer|float|true|false|none)$/.test(node.type) && node.children.length === 0;
  if (search.asks !== 'test' || !/^(list|tuple)$/.test(list.type) || list.children.length === 0 || !list.children.every(isConstant)) return null;
  const ledger = newLedger();
  const region = { start: list.start, end: list.end, frame: frameOf(list) };
  comparesAlike(view, ledger, elementKind(view, list, region), 'its elements', [key], region);
  const edits = [replace(view, list.start, list.start + 1, '{'), replace(view, list.end - 1, list.end, '}')];
  return fixOf(`Ask a set instead of \`${brief(view, list)}\``, ledger, edits);
}

/** The same question, asked in the same loop with other keys. */
function alike(view: View, search: Search, loop: Syntax): Search[] {
  if (search.asks !== 'test') return [];
  const found: Search[] = [];
  for (const node of nodesIn(loop)) {
    if (node.type !== 'comparison_operator' || frameOf(node) !== frameOf(search.node) || !runsWithin(view, node, loop)) continue;
    for (const test of testsIn(node)) {
      if (test.written !== search.written && sameText(view, test.list, search.list) && means(view, test.list, search.list)) found.push(test);
    }
  }
  return found;
}

/** The same names, not others that are called the same. */
function means(view: View, a: Syntax, b: Syntax): boolean {
  const names = (node: Syntax): unknown[] => [...nodesIn(node)].filter((n) => n.type === 'identifier').map((n) => view.names.of(n));
  const [left, right] = [names(a), names(b)];
  return left.every((name, i) => name === right[i]);
}

function keysOf(view: View, searches: readonly Search[]): Syntax[] {
  const keys: Syntax[] = [];
  for (const { key } of searches) if (!keys.some((known) => sameText(view, known, key))) keys.push(key);
  return keys;
}

/** `xs.index(x)` fails with a ValueError where a dictionary fails with a KeyError. */
function findsEach(view: View, ledger: Ledger, search: Search): void {
  if (search.asks !== 'position') return;
  if (isItsOwn(view, search)) return prove(ledger, `\`${brief(view, search.key)}\` is one of \`${brief(view, search.list)}\``);
  if (isCaught(view, search.node)) refuse('`index` fails with a ValueError, which may be caught, and a dictionary with a KeyError');
  assume(ledger, `\`${brief(view, search.list)}\` holds every \`${brief(view, search.key)}\``);
}

/** Have: `for x in xs: xs.index(x)` */
function isItsOwn(view: View, search: Search): boolean {
  const name = search.key.type === 'identifier' ? view.names.of(search.key) : null;
  const binds = name?.mentions.filter((m) => m.binds) ?? [];
  const loop = binds.length === 1 ? binds[0]?.node.parent : null;
  const walked = loop && /^(for_statement|for_in_clause)$/.test(loop.type) ? part(loop, 'right') : null;
  const inside = loop?.type === 'for_in_clause' ? loop.parent : loop;
  return (
    walked !== null && inside != null && isInside(search.node, inside) && sameText(view, walked, search.list) && means(view, walked, search.list)
  );
}

/** Somebody in the function waits for an error to happen. */
function isCaught(view: View, node: Syntax): boolean {
  for (let at: Syntax | null = node; at && !/^(function_definition|lambda)$/.test(at.type); at = at.parent) {
    if (at.type === 'try_statement') return true;
    if (at.type === 'with_statement' && /suppress|raises/i.test(view.text.slice(at.start, part(at, 'body')?.start ?? at.end))) return true;
  }
  return false;
}

interface Built {
  readonly name: string;
  readonly line: string;
  readonly what: string;
  readonly imports: readonly Edit[];
}

function build(view: View, ledger: Ledger, search: Search, source: Source, insertion: Insertion, none: boolean): Built {
  const { frame } = insertion.region;
  const stem = stemOf(source.named, frame);
  const text = none ? `${source.text} or ()` : source.text;
  if (search.asks === 'count') {
    const counter = importName(view, 'collections', 'Counter', insertion.anchor);
    const name = freeName(view, suffixed(stem, 'counts'), frame);
    return { name, line: `${name} = ${counter.local}(${text})`, what: 'a Counter', imports: counter.edits };
  }
  const builtins = search.asks === 'test' ? ['set'] : ['reversed', 'list', 'enumerate'];
  for (const builtin of builtins) isPythonsOwn(view, ledger, builtin, insertion.anchor);
  if (search.asks === 'position') {
    const name = freeName(view, suffixed(stem, 'positions'), frame);
    const line = `${name} = {value: position for position, value in reversed(list(enumerate(${text})))}`;
    return { name, line, what: 'a dictionary of positions', imports: [] };
  }
  const name = freeName(view, suffixed(stem, 'set'), frame);
  return { name, line: `${name} = ${source.made ?? `set(${text})`}`, what: 'a set', imports: [] };
}
