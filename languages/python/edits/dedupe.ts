/**
 * `dedupe`: keeping the first of equal elements is what a dictionary does with its keys, in their order.
 *
 *     [x for i, x in enumerate(xs) if xs.index(x) == i]
 *     =>
 *     list(dict.fromkeys(xs))
 *
 * And so is a loop that does nothing but append what is not in its own list yet.
 */
import type { Fix, FixIntent } from '../../../model/finding.ts';
import { fixOf, type Ledger, newLedger, prove, refuse } from '../../outcome.ts';
import { part, unwrap } from '../lower/state.ts';
import { comparesAlike } from '../proofs/compares-alike.ts';
import { isPythonsOwn } from '../proofs/pythons-own.ts';
import type { Region } from '../proofs/region.ts';
import { elementKind } from '../proofs/value-kind.ts';
import { argumentsOf, around, brief, builtinCall, frameOf, isInside, nodesIn, replace, sameText, textOf, type View } from '../proofs/view.ts';
import type { Syntax } from '../tree.ts';
import { isReadOutside } from './loop-variables.ts';
import { testsIn } from './search-shape.ts';

const REASON = 'it does not keep exactly the first of equal elements';

export function dedupe(view: View, intent: FixIntent & { kind: 'dedupe' }): Fix {
  const node = innermost(view.root, intent.call);
  const comprehension = around(node, /^(list_comprehension|for_statement|function_definition|lambda)$/);
  const ledger = newLedger();
  if (comprehension?.type === 'list_comprehension') return inComprehension(view, ledger, comprehension);
  if (comprehension?.type === 'for_statement') return inLoop(view, ledger, comprehension);
  return refuse(REASON);
}

function innermost(node: Syntax, span: { readonly start: number; readonly end: number }): Syntax {
  const inner = node.children.find((child) => isInside(span, child));
  return inner && !(node.type === 'list_comprehension' && node.start === span.start && node.end === span.end) ? innermost(inner, span) : node;
}

function inComprehension(view: View, ledger: Ledger, node: Syntax): Fix {
  const [clause, condition, more] = node.children.filter((c) => c.field !== 'body');
  const body = part(node, 'body');
  const [left, right] = clause?.type === 'for_in_clause' ? [part(clause, 'left'), part(clause, 'right')] : [];
  if (!body || !left || !right || condition?.type !== 'if_clause' || more || clause?.children.some((c) => c.type === 'async')) refuse(REASON);
  const [list, start] = builtinCall(view, right) === 'enumerate' ? (argumentsOf(right) ?? []) : [];
  const [position, element] = /^(pattern_list|tuple_pattern)$/.test(left.type) ? left.children : [];
  const isWhole = list && !start && part(right, 'arguments')?.children.length === 1;
  if (!isWhole || position?.type !== 'identifier' || element?.type !== 'identifier' || left.children.length > 2) refuse(REASON);
  if (unwrap(list).type !== 'identifier') refuse(`\`${brief(view, list)}\` is read more than once`);
  const test = condition.children[0] ? unwrap(condition.children[0]) : null;
  if (
    !test ||
    !sameText(view, body, element) ||
    !(isFirstPosition(view, test, list, element, position) || isNotBefore(view, test, list, element, position))
  )
    refuse(REASON);
  return fix(view, ledger, node, list, node.start, node.end, `list(dict.fromkeys(${textOf(view, list)}))`);
}

/** Have: `xs.index(x) == i` */
function isFirstPosition(view: View, test: Syntax, list: Syntax, element: Syntax, position: Syntax): boolean {
  const [a, operator, b] = test.type === 'comparison_operator' && test.children.length === 3 ? test.children : [];
  if (!a || !b || (operator?.type !== '==' && operator?.type !== 'is')) return false;
  const [call, other] = unwrap(a).type === 'call' ? [unwrap(a), b] : [unwrap(b), a];
  const callee = call.type === 'call' ? part(call, 'function') : null;
  const given = argumentsOf(call) ?? [];
  if (callee?.type !== 'attribute' || textOf(view, part(callee, 'attribute') ?? callee) !== 'index' || given.length !== 1) return false;
  return sameText(view, part(callee, 'object') ?? callee, list) && sameText(view, given[0] ?? call, element) && sameText(view, other, position);
}

/** Have: `x not in xs[:i]` */
function isNotBefore(view: View, test: Syntax, list: Syntax, element: Syntax, position: Syntax): boolean {
  const [asked] = test.type === 'comparison_operator' && test.children.length === 3 && test.children[1]?.type === 'not in' ? testsIn(test) : [];
  if (asked?.list.type !== 'subscript' || !sameText(view, asked.key, element)) return false;
  return textOf(view, asked.list).replace(/\s/g, '') === `${textOf(view, unwrap(list))}[:${textOf(view, position)}]`;
}

/** Have: `out = []`, and right behind it `for x in xs: if x not in out: out.append(x)`. */
function inLoop(view: View, ledger: Ledger, loop: Syntax): Fix {
  const [left, right, body] = [part(loop, 'left'), part(loop, 'right'), part(loop, 'body')];
  const [branch, second] = body?.children ?? [];
  if (!left || !right || left.type !== 'identifier' || part(loop, 'alternative') || loop.children.some((c) => c.type === 'async')) refuse(REASON);
  if (branch?.type !== 'if_statement' || second || part(branch, 'alternative')) refuse(REASON);
  const condition = part(branch, 'condition');
  const test = condition ? unwrap(condition) : null;
  const [asked] = test?.type === 'comparison_operator' && test.children.length === 3 && test.children[1]?.type === 'not in' ? testsIn(test) : [];
  const [append, third] = part(branch, 'consequence')?.children ?? [];
  if (asked?.list.type !== 'identifier' || !sameText(view, asked.key, left) || third) refuse(REASON);
  if (!append || textOf(view, append).replace(/\s/g, '') !== `${textOf(view, asked.list)}.append(${textOf(view, left)})`) refuse(REASON);
  const siblings = loop.parent?.children ?? [];
  const before = siblings[siblings.indexOf(loop) - 1];
  const made = before?.type === 'expression_statement' && before.children.length === 1 ? before.children[0] : undefined;
  const target = made?.type === 'assignment' ? part(made, 'left') : null;
  const value = made ? part(made, 'right') : null;
  const isEmpty = value !== null && /^(\[\]|list\(\))$/.test(textOf(view, value).replace(/\s/g, ''));
  if (!before || !target || !value || !isEmpty || !sameText(view, target, asked.list))
    refuse(`\`${brief(view, asked.list)}\` is not made just before the loop`);
  const name = view.names.of(asked.list);
  if ([...nodesIn(right)].some((n) => n.type === 'identifier' && view.names.of(n) === name)) refuse(REASON);
  if (right.type === 'expression_list') refuse(`\`${brief(view, right)}\` has no brackets`);
  if (isReadOutside(view, left, loop)) refuse(`\`${textOf(view, left)}\` is read after the loop`);
  if (name?.scope?.node !== frameOf(loop) || around(loop, /^(try_statement|function_definition|module)$/)?.type === 'try_statement')
    refuse(`\`${brief(view, asked.list)}\` may be seen while it grows`);
  return fix(view, ledger, loop, right, value.start, loop.end, `list(dict.fromkeys(${textOf(view, right)}))`);
}

function fix(view: View, ledger: Ledger, node: Syntax, list: Syntax, start: number, end: number, text: string): Fix {
  if (view.comments.some((c) => c.start >= start && c.end <= end)) refuse('a comment stands in there');
  const region: Region = { start: node.start, end: node.end, frame: frameOf(node) };
  const label = `\`${brief(view, list)}\``;
  comparesAlike(view, ledger, elementKind(view, list, region), `the elements of ${label}`, [], region);
  for (const builtin of ['list', 'dict']) isPythonsOwn(view, ledger, builtin, node);
  prove(ledger, 'a dictionary keeps the first of equal keys, in their order');
  return fixOf(`Remove the duplicates of ${label} with a dictionary`, ledger, [replace(view, start, end, text)]);
}
