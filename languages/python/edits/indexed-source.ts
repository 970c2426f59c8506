/** What a set is made of: the list that is searched, or what that list itself was made of. */
import { assume, type Ledger, prove, refuse } from '../../outcome.ts';
import { part, unwrap } from '../lower/state.ts';
import { isSlice } from '../lower/uses.ts';
import type { Kind } from '../proofs/kind.ts';
import type { Region } from '../proofs/region.ts';
import { kindOf } from '../proofs/value-kind.ts';
import { argumentsOf, brief, builtinCall, textOf, type View } from '../proofs/view.ts';
import type { Syntax } from '../tree.ts';

export interface Source {
  /** What `set(…)` is given; null where `made` stands for itself. */
  readonly text: string;
  /** Have: `x in [u.id for u in users]`: the set is written as `{u.id for u in users}`. */
  readonly made: string | null;
  /** In back-ticks, for titles. */
  readonly label: string;
  /** What the new name begins with. */
  readonly named: string;
}

/** The list behind an expression that can be read once instead of each time. */
export function sourceOf(view: View, list: Syntax): Source {
  const label = `\`${brief(view, list)}\``;
  const named = textOf(view, list);
  const text = named;
  switch (list.type) {
    case 'identifier':
      return { text, made: null, label, named };
    case 'attribute': {
      readsPlainly(view, list);
      return { text, made: null, label, named };
    }
    case 'subscript': {
      const value = part(list, 'value');
      if (!value || list.children.some((c) => c !== value && !isConstant(c))) refuse(`${label} may be another list each time`);
      readsPlainly(view, value);
      return { text, made: null, label, named: textOf(view, value) };
    }
    case 'boolean_operator': {
      const [left, right] = [part(list, 'left'), part(list, 'right')];
      const isEmpty = right !== null && /^(list|tuple|set)$/.test(unwrap(right).type) && unwrap(right).children.length === 0;
      if (!left || !isEmpty || part(list, 'operator')?.type !== 'or') refuse(`${label} may be another list each time`);
      return { ...sourceOf(view, unwrap(left)), text, made: null, label };
    }
    case 'list':
    case 'tuple':
      if (list.children.length === 0 || !list.children.every((c) => isPlain(c))) refuse(`${label} may be another list each time`);
      return { text, made: `{${text.slice(1, -1).replace(/,\s*$/, '')}}`, label, named: 'known' };
    case 'list_comprehension': {
      const [clause, more] = list.children.filter((c) => c.type === 'for_in_clause');
      const right = clause ? part(clause, 'right') : null;
      const body = part(list, 'body');
      if (!clause || more || !right || !body || !list.children.every((c) => readsOnly(view, c))) refuse(`${label} may be another list each time`);
      const from = sourceOf(view, unwrap(right));
      const last = unwrap(body).type === 'attribute' ? textOf(view, part(unwrap(body), 'attribute') ?? body) : null;
      return { text, made: `{${text.slice(1, -1)}}`, label, named: last ?? from.named };
    }
    case 'call':
      return callSource(view, list, label);
    default:
      return refuse(`${label} may be another list each time`);
  }
}

/** `list(xs)`, `d.values()` */
function callSource(view: View, call: Syntax, label: string): Source {
  const name = builtinCall(view, call);
  const [first, more] = argumentsOf(call) ?? [];
  if (name !== null && /^(list|tuple|sorted)$/.test(name) && first && !more && part(call, 'arguments')?.children.length === 1) {
    const inner = sourceOf(view, unwrap(first));
    return { ...inner, label };
  }
  const callee = part(call, 'function');
  const receiver = callee?.type === 'attribute' ? part(callee, 'object') : null;
  const method = callee?.type === 'attribute' ? textOf(view, part(callee, 'attribute') ?? callee) : '';
  if (receiver && /^(keys|values|copy)$/.test(method) && part(call, 'arguments')?.children.length === 0) {
    const inner = sourceOf(view, receiver);
    return { text: textOf(view, call), made: null, label, named: inner.named };
  }
  return refuse(`${label} may answer differently each time`);
}

function readsPlainly(view: View, node: Syntax): void {
  let at = unwrap(node);
  while (at.type === 'attribute') at = unwrap(part(at, 'object') ?? at.children[0] ?? at);
  if (at.type !== 'identifier') refuse(`\`${brief(view, node)}\` may be another list each time`);
}

function isConstant(node: Syntax): boolean {
  return /^(integer|string|slice|unary_operator|-)$/.test(node.type) && node.children.every(isConstant);
}

function isPlain(node: Syntax): boolean {
  return /^(identifier|integer|float|string|true|false|none)$/.test(node.type) && node.children.every((c) => c.type !== 'interpolation');
}

/** No calls, no waiting, no new names. */
function readsOnly(view: View, node: Syntax): boolean {
  if (/^(call|await|yield|named_expression|lambda)$/.test(node.type)) return false;
  if (node.type === 'subscript' && isSlice(node)) return false;
  return node.children.every((c) => readsOnly(view, c));
}

/** The list is one that `in` walks, and that can be walked twice. */
export function isKnownList(view: View, ledger: Ledger, list: Syntax, label: string, region: Region): Kind {
  const of = kindOf(view, list, region);
  switch (of.what) {
    case 'list':
    case 'tuple':
      // Where its elements are declared, they say so.
      if (!of.declared) prove(ledger, `${label} is a list`);
      else if (of.element === null) assume(ledger, `${label} is a list, as declared`);
      return of;
    case 'text':
      return refuse(`${label} is a text, where \`in\` looks for a part`);
    case 'set':
    case 'dict':
    case 'range':
      return refuse(`${label} answers at once as it is`);
    case 'iterator':
    case 'file':
      return refuse(`${label} can be walked only once`);
    case 'number':
    case 'float':
    case 'plain':
    case 'own':
    case 'never':
      return refuse(`${label} is no list`);
    default:
      assume(ledger, `${label} is a list`);
      return of;
  }
}
