/**
 * `set-instead-of-list`: a list that serves membership only becomes a set, where it is made and where it grows; `in` stays as it is.
 *
 * A set has no order and keeps one of equal elements, so nobody may walk it, index it or hand it on; whoever counts it must be sure that
 * nothing is added twice.
 */
import type { Edit, Fix, FixIntent } from '../../../model/finding.ts';
import { fixOf, newLedger, prove, refuse } from '../../outcome.ts';
import { part, unwrap } from '../lower/state.ts';
import { isTested } from '../lower/uses.ts';
import { comparesAlike } from '../proofs/compares-alike.ts';
import { either, type Kind, kind } from '../proofs/kind.ts';
import { isPythonsOwn } from '../proofs/pythons-own.ts';
import type { Region } from '../proofs/region.ts';
import { useOf } from '../proofs/use-of.ts';
import { kindOf } from '../proofs/value-kind.ts';
import { argumentsOf, around, brief, builtinCall, isInside, nodesIn, replace, sameText, textOf, type View } from '../proofs/view.ts';
import type { Syntax } from '../tree.ts';
import { importName } from './add-import.ts';
import { withoutUnused } from './drop-import.ts';
import { isUnseen } from './free-name.ts';
import { type Listed, listedAt, type Maker } from './listed.ts';
import { testsIn } from './search-shape.ts';

export function setInsteadOfList(view: View, intent: FixIntent & { kind: 'set-instead-of-list' }): Fix {
  const ledger = newLedger();
  const list = listedAt(view, ledger, intent.declaration, 'uses it as a list');
  const region: Region = { start: list.home.start, end: list.home.end, frame: list.home };
  const use: Use = { view, list, region, keys: [], edits: [], elements: kind('nothing'), counts: null, grows: [], fixed: null };
  for (const maker of list.makers) make(use, maker);
  for (const mention of list.mentions) follow(use, mention);
  if (use.fixed && use.grows.length > 0) refuse(`\`${brief(view, use.fixed)}\` is a tuple, which does not grow`);
  if (use.keys.length === 0) refuse(`nobody asks what is in \`${list.label}\``);
  if (!list.isField) isUnseen(view, list.home);
  if (use.counts) countsAlike(use, use.counts);
  prove(ledger, `every use of \`${list.label}\` is known`);
  comparesAlike(view, ledger, use.elements, `the elements of \`${list.label}\``, use.keys, region);
  isPythonsOwn(view, ledger, 'set', list.makers[0]?.statement ?? list.home);
  return fixOf(`Make \`${list.label}\` a set`, ledger, use.edits);
}

interface Use {
  readonly view: View;
  readonly list: Listed;
  readonly region: Region;
  readonly keys: Syntax[];
  readonly edits: Edit[];
  /** What the list may hold. */
  elements: Kind;
  /** Who sees how many there are. */
  counts: Syntax | null;
  /** A tuple that is one of its values. */
  fixed: Syntax | null;
  readonly grows: { readonly statement: Syntax; readonly added: Syntax }[];
}

/** `[]` => `set()`, `['a', 'b']` => `{'a', 'b'}`, `list(xs)` => `set(xs)` */
function make(use: Use, { assignment, value, statement }: Maker): void {
  const { view, list, edits } = use;
  if (list.mentions.some((node) => isInside(node, value))) refuse(`\`${list.label}\` is copied: \`${brief(view, value)}\``);
  if (/#\s*type:/.test(view.text.slice(statement.end).split(/[\r\n]/, 1)[0] ?? '')) refuse('its type stands in a comment');
  annotate(use, assignment);
  const node = unwrap(value);
  const name = builtinCall(view, node);
  if (node.type === 'tuple' || name === 'tuple') use.fixed = node;
  if (/^(list|tuple)$/.test(node.type) && node.children.length === 0) {
    if (/#/.test(textOf(view, node))) refuse('a comment stands in the empty list');
    edits.push(replace(view, node.start, node.end, 'set()'));
  } else if (/^(list|tuple|list_comprehension)$/.test(node.type)) {
    edits.push(replace(view, node.start, node.start + 1, '{'), replace(view, node.end - 1, node.end, '}'));
  } else if (name === 'list' || name === 'tuple') {
    const callee = part(node, 'function') ?? node;
    edits.push(replace(view, callee.start, callee.end, 'set'));
  } else refuse(`\`${brief(view, node)}\` does not make a list here`);
  const of = kindOf(view, node, use.region);
  use.elements = either(use.elements, of.element ?? of.parts?.reduce(either, kind('nothing')) ?? kind('unknown'));
}

/** `list[str]` => `set[str]` */
function annotate({ view, edits, list }: Use, assignment: Syntax): void {
  const type = part(assignment, 'type');
  if (!type) return;
  const [, name = ''] = /^((?:typing\.)?\w+)(?:\[.*\])?$/s.exec(textOf(view, type)) ?? [];
  const set =
    name === 'list'
      ? 'set'
      : name === 'typing.List'
        ? 'typing.Set'
        : name === 'List'
          ? null
          : refuse(`the type of \`${list.label}\` is not written as a list`);
  if (set !== null) edits.push(replace(view, type.start, type.start + name.length, set));
  else {
    const imported = importName(view, 'typing', 'Set', assignment);
    const named = [...nodesIn(type)].find((node) => node.type === 'identifier') ?? type;
    edits.push(...withoutUnused(view, named, [...imported.edits, replace(view, type.start, type.start + name.length, imported.local)]));
  }
}

function follow(use: Use, node: Syntax): void {
  const { view, list, edits } = use;
  const { kind: does, method, site } = useOf(view, node);
  const unknown = (): never => refuse(`\`${list.label}\` is also used as a list: \`${brief(view, site)}\``);
  const test = node.parent && around(node, /^comparison_operator$/);
  const asked = test ? testsIn(test).find((each) => each.list === node) : undefined;
  if (asked) {
    if (asked.node.children.length > 3) unknown();
    if (!use.keys.some((key) => sameText(view, key, asked.key))) use.keys.push(asked.key);
    return;
  }
  if (does === 'change' && site.type === 'call' && site.parent?.type === 'expression_statement') {
    const given = argumentsOf(site) ?? [];
    const [first] = given;
    const callee = part(part(site, 'function') ?? site, 'attribute') ?? site;
    if (method === 'clear' && given.length === 0 && !use.fixed) return;
    if (given.length !== 1 || !first || part(site, 'arguments')?.children.length !== 1) unknown();
    if (method === 'append') {
      edits.push(replace(view, callee.start, callee.end, 'add'));
      use.elements = either(use.elements, kindOf(view, first as Syntax, use.region));
      use.grows.push({ statement: site.parent, added: first as Syntax });
      return;
    }
    if (method === 'extend') {
      edits.push(replace(view, callee.start, callee.end, 'update'));
      const of = kindOf(view, first as Syntax, use.region);
      use.elements = either(use.elements, of.what === 'text' ? kind('plain') : (of.element ?? kind('unknown')));
      use.grows.push({ statement: site.parent, added: site });
      return;
    }
  }
  if (does === 'read' && method === null && builtinCall(view, site) === 'len') {
    use.counts = site;
    return;
  }
  if (does === 'read' && isTested(node) && site.type !== 'comparison_operator') return;
  unknown();
}

/** Nothing is added that is there already, so that the set is as long as the list. */
function countsAlike(use: Use, counts: Syntax): void {
  const { view, list } = use;
  for (const { value } of list.makers)
    if (!hasNoTwins(view, unwrap(value))) refuse(`\`${list.label}\` may begin with duplicates, which \`${brief(view, counts)}\` counts`);
  for (const { statement, added } of use.grows) {
    if (!isGuarded(view, list, statement, added))
      refuse(`\`${brief(view, statement)}\` may add what is there already, which \`${brief(view, counts)}\` counts`);
  }
}

function hasNoTwins(view: View, node: Syntax): boolean {
  if (!/^(list|tuple)$/.test(node.type)) return builtinCall(view, node) !== null && argumentsOf(node)?.length === 0;
  const texts = node.children.map((c) => textOf(view, c));
  return (
    node.children.every((c) => c.type === 'string' && c.children.length === 0) && new Set(texts.map((t) => t.slice(1, -1))).size === texts.length
  );
}

/** Have: `if x not in seen: seen.append(x)`, with nothing before it in the branch. */
function isGuarded(view: View, list: Listed, statement: Syntax, added: Syntax): boolean {
  const block = statement.parent;
  const branch = block?.parent;
  if (branch?.type !== 'if_statement' || block?.field !== 'consequence' || block.children[0] !== statement || added.type !== 'identifier')
    return false;
  const condition = part(branch, 'condition');
  const test = condition ? unwrap(condition) : null;
  if (test?.type !== 'comparison_operator') return false;
  const [asked] = testsIn(test);
  return (
    asked !== undefined &&
    test.children[1]?.type === 'not in' &&
    test.children.length === 3 &&
    list.mentions.includes(asked.list) &&
    sameText(view, asked.key, added)
  );
}
