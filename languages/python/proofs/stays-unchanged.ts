/** Does a list stay as it is from the new line to the last question? If not, no fix; if nobody can tell, the reader must. */
import { assume, type Ledger, prove, refuse } from '../../outcome.ts';
import { part } from '../lower/state.ts';
import type { Syntax } from '../tree.ts';
import type { Name } from './names.ts';
import { isAfter, isIn, isOwn, type Region, runsOthers } from './region.ts';
import { useOf } from './use-of.ts';
import { isFresh, kindOf } from './value-kind.ts';
import { brief, builtinCall, frameOf, isInside, nodesIn, textOf, type View } from './view.ts';

/** All that an expression reads: names from outside of it, and attributes of things. */
export interface Reads {
  readonly names: ReadonlySet<Name>;
  readonly attributes: readonly Syntax[];
}

export function readsOf(view: View, expression: Syntax): Reads {
  const names = new Set<Name>();
  const attributes: Syntax[] = [];
  for (const node of nodesIn(expression)) {
    if (node.type === 'attribute' && !isCalled(node)) attributes.push(node);
    const name = node.type === 'identifier' ? view.names.of(node) : null;
    if (name && (name.scope === null ? !isCalled(node) : !isInside(name.scope.node, expression))) names.add(name);
  }
  return { names, attributes };
}

function isCalled(node: Syntax): boolean {
  return node.field === 'function' && node.parent?.type === 'call';
}

/**
 * `except`: what the fix itself takes care of. `label`: what the reader calls the list.
 */
export function staysUnchanged(
  view: View,
  ledger: Ledger,
  reads: Reads,
  region: Region,
  label: string,
  except: ReadonlySet<Syntax> = new Set(),
): void {
  let isProven = true;
  for (const name of reads.names) {
    // A name that nothing in the file binds: whose it is nobody knows.
    isProven &&= name.scope !== null;
    if (name.scope === null) continue;
    for (const { node, binds } of name.mentions) {
      if (!isIn(node, region)) continue;
      const use = useOf(view, node);
      if (except.has(use.site)) continue;
      if (binds)
        refuse(
          isVisibleBefore(name, region) ? `\`${name.text}\` is given another value in the loop` : `\`${name.text}\` is made anew inside the loop`,
        );
      if (use.kind === 'change') refuse(`\`${name.text}\` changes in the loop: \`${brief(view, use.site)}\``);
    }
    if (!isVisibleBefore(name, region)) refuse(`\`${name.text}\` is made anew inside the loop`);
    keepsWithinReach(view, name, region);
    isProven &&= keepsStill(view, name, region);
  }
  for (const attribute of reads.attributes) attributeKeepsStill(view, attribute, region);
  if (isProven && reads.attributes.length === 0) return prove(ledger, `nobody else has ${label}`);
  // Where the reader must judge anyway, what plainly cannot happen needs no word.
  if (ledger.unproven.length > 0 && !othersRun(view, region, reads)) return prove(ledger, `the loop runs nothing that could change ${label}`);
  assume(ledger, `nothing changes ${label} while the loop runs`);
}

/** Have: `remember = known.append`, `def remember(x): known.append(x)`, `target = known`; and the loop calls that, or adds to it. */
function keepsWithinReach(view: View, name: Name, region: Region): void {
  if (name.scope?.node !== region.frame) return;
  for (const { node, binds } of name.mentions) {
    if (isAfter(node, region)) continue;
    const use = useOf(view, node);
    const called = frameOf(node) === region.frame ? null : frameOf(node);
    if (called && (binds || use.kind === 'change') && isNamedIn(view, part(called, 'name') ?? part(called.parent ?? called, 'left'), region))
      refuse(`\`${name.text}\` changes in what the loop calls: \`${brief(view, use.site)}\``);
    const given = assignedTo(node);
    if (!given || binds) continue;
    const isMethod = use.method === null && use.site.type === 'attribute';
    if (isMethod ? isNamedIn(view, given, region) : changesIn(view, given, region))
      refuse(`\`${name.text}\` changes in the loop by the name \`${textOf(view, given)}\``);
  }
}

/** `y` of `y = xs`, `y = xs if … else …`, `y = xs.append`. */
function assignedTo(node: Syntax): Syntax | null {
  let at = node;
  while (at.parent && /^(attribute|conditional_expression|boolean_operator|parenthesized_expression)$/.test(at.parent.type)) at = at.parent;
  const left = /^(assignment|named_expression)$/.test(at.parent?.type ?? '')
    ? (part(at.parent as Syntax, 'left') ?? part(at.parent as Syntax, 'name'))
    : null;
  return left?.type === 'identifier' && left !== at ? left : null;
}

function mentionsIn(view: View, identifier: Syntax | null, region: Region): Syntax[] {
  const name = identifier?.type === 'identifier' ? view.names.of(identifier) : null;
  return (name?.mentions ?? []).flatMap(({ node }) => (isIn(node, region) ? [node] : []));
}

function isNamedIn(view: View, identifier: Syntax | null, region: Region): boolean {
  return mentionsIn(view, identifier, region).length > 0;
}

function changesIn(view: View, identifier: Syntax, region: Region): boolean {
  return mentionsIn(view, identifier, region).some((node) => useOf(view, node).kind === 'change');
}

function isVisibleBefore(name: Name, region: Region): boolean {
  const scope = name.scope?.node;
  return scope !== undefined && scope.start <= region.start && scope.end >= region.end && !(scope.start === region.start && scope.type !== 'module');
}

/** Nothing outside of the region reaches into it: the list is this activation's own, or cannot change. */
function keepsStill(view: View, name: Name, region: Region): boolean {
  const fresh = (value: Syntax): boolean => isFresh(view, value, region);
  if (isOwn(view, name, region, fresh)) return true;
  const mention = name.mentions[0]?.node;
  const of = mention ? kindOf(view, mention, region) : null;
  const isFixed = of !== null && !of.declared && /^(tuple|text|number|plain|range)$/.test(of.what);
  const foreign = name.mentions.filter(({ node, binds }) => binds && frameOf(node) !== region.frame);
  // Have: `CODES = ('a', 'b')` of the module, read in a function.
  if (isFixed)
    return foreign.length === 0 || (name.mentions.filter((m) => m.binds).length === 1 && frameOf(foreign[0]?.node as Syntax).type === 'module');
  return isPrivateConstant(view, name, fresh);
}

/** A list of the module that is made once, never changed and never handed on; and whose name says that it is nobody else's. */
function isPrivateConstant(view: View, name: Name, fresh: (value: Syntax) => boolean): boolean {
  if (name.scope?.kind !== 'module' || view.names.hasWildcard || !name.text.startsWith('_')) return false;
  const binds = name.mentions.filter((m) => m.binds);
  const [only] = binds;
  const value = only?.node.parent?.type === 'assignment' ? part(only.node.parent, 'right') : null;
  if (binds.length !== 1 || !value || !fresh(value)) return false;
  return name.mentions.every(({ node, binds: given }) => given || useOf(view, node).kind === 'read');
}

/** Have: `self.banned.append(x)` or `order.user_id = 1` in the loop. */
function attributeKeepsStill(view: View, attribute: Syntax, region: Region): void {
  const name = part(attribute, 'attribute');
  const member = name ? textOf(view, name) : '';
  for (const node of nodesIn(region.frame)) {
    if (node.type !== 'attribute' || !isIn(node, region) || textOf(view, part(node, 'attribute') ?? node) !== member) continue;
    const use = useOf(view, node);
    if (use.kind === 'change' || use.kind === 'bind') refuse(`\`${member}\` changes in the loop: \`${brief(view, use.site)}\``);
  }
}

/** Code that we do not see runs in the region, or something is changed that may be the same list by another name. */
function othersRun(view: View, region: Region, reads: Reads): boolean {
  for (const statement of nodesIn(region.frame)) {
    if (!isIn(statement, region) || (statement.parent !== null && isIn(statement.parent, region))) continue;
    if (runsOthers(statement, (call) => isHarmless(view, call, region, reads))) return true;
    for (const node of nodesIn(statement)) {
      const changed = node.type === 'subscript' && useOf(view, node).kind === 'bind' ? part(node, 'value') : null;
      if (changed && !isOwnName(view, changed, region)) return true;
    }
  }
  return false;
}

const LOOKS =
  /^(len|str|int|float|bool|repr|range|enumerate|zip|isinstance|list|tuple|set|frozenset|dict|sorted|min|max|sum|any|all|abs|round|print|ord|chr|type|id|hash|reversed|iter)$/;
const OF_TEXT = /^(strip|lstrip|rstrip|lower|upper|casefold|title|split|rsplit|splitlines|startswith|endswith|join|format|encode|decode)$/;
const OF_LISTS = /^(append|add|extend|update|index|count|get|keys|values|items|setdefault)$/;

/** Have: `out.append(x)`, where `out` was made here; `name.strip()`; `len(name)`. */
function isHarmless(view: View, call: Syntax, region: Region, reads: Reads): boolean {
  const builtin = builtinCall(view, call);
  if (builtin === 'next')
    return part(part(call, 'arguments') ?? call, 'body') !== null || part(call, 'arguments')?.children[0]?.type === 'generator_expression';
  if (builtin !== null) return LOOKS.test(builtin) && !textOf(view, part(call, 'arguments') ?? call).includes('key=');
  const callee = part(call, 'function');
  const receiver = callee?.type === 'attribute' ? part(callee, 'object') : null;
  if (!receiver) return false;
  const method = part(callee as Syntax, 'attribute');
  const does = method ? textOf(view, method) : '';
  if (OF_TEXT.test(does)) return true;
  const name = receiver.type === 'identifier' ? view.names.of(receiver) : null;
  return OF_LISTS.test(does) && name !== null && (reads.names.has(name) || isOwnName(view, receiver, region));
}

/** A list or dictionary that the function made itself, and so is none that came from outside. */
function isOwnName(view: View, node: Syntax, region: Region): boolean {
  const name = node.type === 'identifier' ? view.names.of(node) : null;
  if (!name || name.scope?.node !== region.frame) return false;
  return name.mentions.every(({ node: each, binds }) => {
    if (!binds) return true;
    const value = each.parent?.type === 'assignment' ? part(each.parent, 'right') : null;
    return (
      value !== null &&
      (/^(list|dictionary|set|list_comprehension|dictionary_comprehension|set_comprehension)$/.test(value.type) ||
        /^(list|dict|set)$/.test(builtinCall(view, value) ?? ''))
    );
  });
}
