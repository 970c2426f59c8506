/**
 * What one mention of a list does with it: reads it, changes it, gives the name another value, or hands the list to somebody who may do
 * anything with it from then on.
 */
import { part, wrapped } from '../lower/state.ts';
import { isTested, isWritten } from '../lower/uses.ts';
import type { Syntax } from '../tree.ts';
import { builtinCall, textOf, type View } from './view.ts';

export interface UseOf {
  readonly kind: 'read' | 'change' | 'bind' | 'escape';
  /** The method that is called on it. */
  readonly method: string | null;
  /** The call, the subscript or the statement that does it. */
  readonly site: Syntax;
}

const CHANGES =
  /^(append|extend|insert|remove|pop|clear|sort|reverse|add|discard|update|setdefault|popitem|appendleft|popleft|extendleft|rotate|__\w+__)$/;
const READS = /^(index|count|copy|keys|values|items|get|union|intersection|difference|issubset|issuperset|isdisjoint)$/;

/** Functions that only look at what they are given, or copy or walk it. */
const LOOKERS =
  /^(len|list|tuple|set|frozenset|dict|sorted|sum|any|all|min|max|bool|next|enumerate|zip|reversed|iter|str|repr|print|isinstance|id|type|format)$/;

/** Functions of the standard library that change the list which they are given first. */
const CHANGERS =
  /^(heapq\.)?(heapify|heappush|heappop|heappushpop|heapreplace)$|^(bisect\.)?insort(_left|_right)?$|^random\.shuffle$|^operator\.i(add|concat|mul)$/;

/** `node`: the identifier, or the `self.field`, that names the list. */
export function useOf(view: View, node: Syntax): UseOf {
  const at = wrapped(node);
  const parent = at.parent ?? at;
  const plain = (kind: UseOf['kind'], site: Syntax = parent): UseOf => ({ kind, method: null, site });
  if (isWritten(at) || isErased(at)) return plain('bind');
  switch (parent.type) {
    case 'attribute':
      return memberUse(view, at, parent);
    case 'subscript':
      if (at.field !== 'value') return plain('escape');
      return plain(isWritten(wrapped(parent)) || isErased(wrapped(parent)) ? 'change' : 'read');
    case 'for_statement':
    case 'for_in_clause':
    case 'binary_operator':
    case 'interpolation':
    case 'list_splat':
    case 'not_operator':
    case 'if_clause':
    case 'expression_statement':
    case 'type':
      return plain('read');
    case 'comparison_operator':
      return plain(isSought(at, parent) ? 'escape' : 'read');
    case 'argument_list':
      return plain(isChangedBy(view, at, parent) ? 'change' : isLookedAt(view, at, parent) ? 'read' : 'escape', parent.parent ?? parent);
    case 'boolean_operator':
    case 'conditional_expression':
      return isTested(at) ? plain('read') : useOf(view, parent);
    default:
      return plain(isTested(at) ? 'read' : 'escape');
  }
}

/** Have: `xs in registry`, which hands it to the registry. */
function isSought(at: Syntax, comparison: Syntax): boolean {
  const operator = comparison.children[comparison.children.indexOf(at) + 1];
  return operator?.type === 'in' || operator?.type === 'not in';
}

function memberUse(view: View, at: Syntax, access: Syntax): UseOf {
  const outer = wrapped(access);
  const call = outer.parent?.type === 'call' && outer.field === 'function' ? outer.parent : null;
  const name = part(access, 'attribute');
  const method = name ? textOf(view, name) : '';
  if (isWritten(outer) || isErased(outer)) return { kind: 'change', method: null, site: access };
  if (!call) return { kind: 'escape', method: null, site: access };
  if (at.field !== 'object') return { kind: 'escape', method, site: call };
  return { kind: CHANGES.test(method) ? 'change' : READS.test(method) ? 'read' : 'escape', method, site: call };
}

/** Have: `heapq.heappush(queue, x)`, `list.append(xs, x)` */
function isChangedBy(view: View, at: Syntax, list: Syntax): boolean {
  const callee = list.parent?.type === 'call' && list.children[0] === at ? part(list.parent, 'function') : null;
  const text = callee ? textOf(view, callee) : '';
  const method = /^(?:list|deque|dict)\.(\w+)$/.exec(text)?.[1];
  return CHANGERS.test(text) || (method !== undefined && CHANGES.test(method));
}

function isLookedAt(view: View, at: Syntax, list: Syntax): boolean {
  const call = list.parent;
  if (call?.type !== 'call') return false;
  const name = builtinCall(view, call);
  if (name !== null) return LOOKERS.test(name) || (/^(map|filter)$/.test(name) && list.children[0] !== at);
  const callee = part(call, 'function');
  const receiver = callee?.type === 'attribute' ? part(callee, 'object') : null;
  // Have: ', '.join(names)
  return receiver?.type === 'string' && textOf(view, callee ?? call).endsWith('.join');
}

/** `del xs`, `del xs[0]` */
function isErased(node: Syntax): boolean {
  const { parent } = node;
  if (parent?.type === 'delete_statement') return true;
  return parent !== null && /^(expression_list|tuple|list)$/.test(parent.type) && parent.parent?.type === 'delete_statement';
}
