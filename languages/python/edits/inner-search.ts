/** A loop that does something for the elements with one key only: a statement, a comprehension, `next(…)` or `any(…)`. */
import { refuse } from '../../outcome.ts';
import { part, unwrap } from '../lower/state.ts';
import { argumentsOf, brief, builtinCall, isInside, nodesIn, sameText, textOf, type View } from '../proofs/view.ts';
import type { Syntax } from '../tree.ts';

export interface Inner {
  /** `each`: all equal elements are walked; `next`: the first one is taken; `any`: whether there is one. */
  readonly form: 'each' | 'next' | 'any';
  /** The loop statement or the comprehension. */
  readonly node: Syntax;
  /** What a fix replaces, for `next` and `any`: the call. */
  readonly whole: Syntax;
  readonly list: Syntax;
  readonly variable: Syntax;
  /** The side of the equality that is read of the element, and the other one. */
  readonly own: Syntax;
  readonly other: Syntax;
  /** What `next` gives where there is none. */
  readonly otherwise: Syntax | null;
}

const MORE = 'the inner loop does more than act on equal elements';

export function innerAt(view: View, node: Syntax): Inner {
  if (node.type === 'for_statement') return inStatement(view, node);
  if (/_comprehension$|^generator_expression$/.test(node.type)) return inComprehension(view, node);
  return refuse('the inner loop is no `for`');
}

function inStatement(view: View, node: Syntax): Inner {
  const [variable, list, body] = [part(node, 'left'), part(node, 'right'), part(node, 'body')];
  const [first, second] = body?.children ?? [];
  if (!variable || !list || node.children.some((c) => c.type === 'async')) refuse('the inner loop awaits its elements');
  if (first?.type !== 'if_statement' || part(first, 'alternative')) refuse(MORE);
  const condition = part(first, 'condition') ?? first;
  const [skip, more] = part(first, 'consequence')?.children ?? [];
  const skips = skip?.type === 'continue_statement' && !more;
  if (second && !skips) refuse(MORE);
  const test = second ? unwrap(condition) : firstOf(view, condition);
  return { form: 'each', node, whole: node, otherwise: null, ...sidesOf(view, node, variable, list, test, second ? '!=' : '==') };
}

function inComprehension(view: View, node: Syntax): Inner {
  const clauses = node.children.filter((c) => c.field !== 'body');
  const loops = clauses.filter((c) => c.type === 'for_in_clause');
  const body = part(node, 'body') ?? node;
  const call = callAround(view, node);
  for (const clause of [...loops].reverse()) {
    const next = clauses[clauses.indexOf(clause) + 1];
    const [variable, list] = [part(clause, 'left'), part(clause, 'right')];
    if (!variable || !list || clause.children.some((c) => c.type === 'async')) continue;
    const isOnly = loops.length === 1 && clauses.length <= 2;
    if (call?.name === 'any' && isOnly && !next) {
      const sides = sidesOf(view, node, variable, list, unwrap(body), '==');
      return { form: 'any', node, whole: call.node, otherwise: null, ...sides };
    }
    if (next?.type !== 'if_clause' || !next.children[0]) continue;
    const condition = unwrap(next.children[0]);
    const sides = sidesOf(view, node, variable, list, firstOf(view, condition), '==');
    const [, otherwise, more] = call?.name === 'next' ? (argumentsOf(call.node) ?? []) : [];
    const isFirst = isOnly && otherwise && !more && condition === firstOf(view, condition) && sameText(view, body, variable);
    if (call && isFirst) return { form: 'next', node, whole: call.node, otherwise, ...sides };
    return { form: 'each', node, whole: node, otherwise: null, ...sides };
  }
  return refuse(MORE);
}

/** The `next(…)` or `any(…)` that a generator stands in. */
function callAround(view: View, node: Syntax): { name: string; node: Syntax } | null {
  const call = node.parent?.type === 'argument_list' ? node.parent.parent : node.parent;
  const name = node.type === 'generator_expression' && call?.type === 'call' ? builtinCall(view, call) : null;
  return call && (name === 'next' || name === 'any') && argumentsOf(call)?.[0] === node ? { name, node: call } : null;
}

/** The first of what `and` joins: nothing else is asked where it fails. */
function firstOf(view: View, condition: Syntax): Syntax {
  const node = unwrap(condition);
  const left = node.type === 'boolean_operator' && part(node, 'operator')?.type === 'and' ? part(node, 'left') : null;
  return left ? firstOf(view, left) : node;
}

function sidesOf(
  view: View,
  node: Syntax,
  variable: Syntax,
  list: Syntax,
  test: Syntax,
  operator: '==' | '!=',
): Pick<Inner, 'list' | 'variable' | 'own' | 'other'> {
  if (variable.type !== 'identifier') refuse('the inner loop takes its elements apart');
  const [a, sign, b] = test.type === 'comparison_operator' && test.children.length === 3 ? test.children : [];
  if (!a || !b || sign?.type !== operator) refuse('the inner loop does not begin with a comparison');
  const name = view.names.of(variable);
  const reads = (side: Syntax): boolean => [...nodesIn(side)].some((n) => n.type === 'identifier' && view.names.of(n) === name);
  if (reads(a) === reads(b)) refuse('the comparison is not between the two loops');
  const [own, other] = reads(a) ? [a, b] : [b, a];
  for (const side of [own, other]) {
    const odd = [...nodesIn(side)].find((n) => /^(call|await|yield|named_expression|lambda|list|dictionary|set|slice)$|comprehension$/.test(n.type));
    if (odd) refuse(`the equality is no plain comparison: \`${brief(view, odd)}\``);
    if (!/^(identifier|attribute|subscript|string|integer|tuple|parenthesized_expression)$/.test(side.type))
      refuse(`the equality is no plain comparison: \`${brief(view, side)}\``);
  }
  const isPlain = /^(identifier|attribute)$/.test(list.type) && [...nodesIn(list)].every((n) => /^(identifier|attribute)$/.test(n.type));
  if (!isPlain && !/^[\w.]+\.values\(\)$/.test(textOf(view, list))) refuse(`\`${brief(view, list)}\` may be another list each time`);
  const local = [...nodesIn(other)].find((n) => n.type === 'identifier' && isLocal(view, n, node, variable));
  if (local) refuse(`\`${textOf(view, local)}\` differs for each element`);
  return { list, variable, own, other };
}

/** Bound by a later clause of the same comprehension, so that it has no value yet where the list is chosen. */
function isLocal(view: View, node: Syntax, comprehension: Syntax, variable: Syntax): boolean {
  const name = view.names.of(node);
  return (
    name?.scope?.node === comprehension && name.mentions.some((m) => m.binds && m.node.start > variable.start && isInside(m.node, comprehension))
  );
}
