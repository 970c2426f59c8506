/** What one mention of a name does with the thing it names: searches it, grows it, walks it, hands it on. */
import type { Value } from '../../../model/file.ts';
import type { Use, UseKind } from '../../../model/use.ts';
import type { Syntax } from '../tree.ts';
import { CONSUMERS } from './iteration.ts';
import { type Lowering, type Place, part, sourceOf, spanOf, wrapped } from './state.ts';
import { stepOf } from './steps.ts';
import { valueOf } from './values.ts';

const VIEWS: ReadonlySet<string> = new Set(['keys', 'values', 'items']);

const METHODS: ReadonlyMap<string, UseKind> = new Map<string, UseKind>([
  ...(['append', 'extend', 'insert', 'add', 'update', 'setdefault', 'appendleft', 'extendleft'] as const).map((m) => [m, 'grow'] as const),
  ...(['pop', 'popleft', 'popitem', 'remove', 'discard', 'clear', 'difference_update', 'intersection_update'] as const).map(
    (m) => [m, 'shrink'] as const,
  ),
  ...(['sort', 'reverse', 'rotate'] as const).map((m) => [m, 'reorder'] as const),
  ...(['index', 'count'] as const).map((m) => [m, 'search'] as const),
  ...[...VIEWS].map((m) => [m, 'iterate'] as const),
  ...(['copy', 'union', 'intersection', 'difference'] as const).map((m) => [m, 'copy'] as const),
  ...(['issubset', 'issuperset', 'isdisjoint'] as const).map((m) => [m, 'iterate'] as const),
  ['get', 'read'],
]);

/** `head` is the identifier, or the `self.field` attribute, that names the place. */
export function useOf(state: Lowering, head: Syntax, at: Place): Use {
  const path: string[] = [];
  let node = wrapped(head);
  let kind: UseKind | null = null;
  let call: number | null = null;
  let method: string | null = null;
  let key: Value | null = null;
  for (;;) {
    const parent = node.parent;
    if (parent?.type === 'attribute' && node.field === 'object') {
      const name = sourceOf(state, part(parent, 'attribute') ?? parent);
      const outer = wrapped(parent).parent;
      if (outer?.type === 'call' && wrapped(parent).field === 'function') {
        method = name;
        // `rows.values('title')` describes another query; a dict's takes nothing.
        kind = VIEWS.has(name) && isGiven(outer) ? 'call' : (METHODS.get(name) ?? 'call');
        call = state.callOf.get(outer) ?? null;
        break;
      }
      path.push(name);
      node = wrapped(parent);
      continue;
    }
    if (parent?.type === 'subscript' && node.field === 'value') {
      const outer = wrapped(parent);
      if (isSlice(parent)) {
        kind = isWritten(outer) || isDeleted(outer) ? 'shrink' : 'copy';
        break;
      }
      if (isWritten(outer)) {
        kind = 'grow';
        const under = part(parent, 'subscript');
        key = under ? valueOf(state, under, at) : null;
        break;
      }
      if (isDeleted(outer)) {
        kind = 'shrink';
        break;
      }
      path.push(stepOf(state, parent));
      node = outer;
      continue;
    }
    break;
  }
  if (kind === null) ({ kind, call } = endOf(state, node));
  return { kind, span: spanOf(node), fn: at.fn, loops: at.loops, path, call, method, key };
}

function isGiven(call: Syntax): boolean {
  const given = part(call, 'arguments');
  return given?.type !== 'argument_list' || given.children.length > 0;
}

export function isSlice(subscript: Syntax): boolean {
  return subscript.children.some((c) => c.field === 'subscript' && c.type === 'slice');
}

/** What happens to a chain of attributes where it ends. */
function endOf(state: Lowering, node: Syntax): { kind: UseKind; call: number | null } {
  const plain = (kind: UseKind): { kind: UseKind; call: null } => ({ kind, call: null });
  const parent = node.parent;
  if (!parent) return plain('read');
  if (isDeleted(node)) return plain('shrink');
  if (isWritten(node))
    return plain(parent.type === 'augmented_assignment' && /^(\+=|\|=|&=|-=)$/.test(operatorOf(parent)) ? growing(state, parent) : 'assign');
  switch (parent.type) {
    case 'for_statement':
    case 'for_in_clause':
      return plain(node.field === 'right' ? 'iterate' : 'read');
    case 'argument_list':
    case 'keyword_argument':
    case 'list_splat':
    case 'dictionary_splat':
      return argument(state, node, parent);
    case 'call':
      return { kind: 'call', call: state.callOf.get(parent) ?? null };
    case 'comparison_operator':
      return isSearched(parent, node) ? { kind: 'test', call: state.callOf.get(parent) ?? null } : plain('read');
    case 'return_statement':
    case 'yield':
    case 'list':
    case 'tuple':
    case 'set':
    case 'pair':
    case 'expression_list':
      return plain('escape');
    case 'lambda':
      return plain(node.field === 'body' ? 'escape' : 'read');
    case 'assignment':
      return plain(node.field === 'right' ? 'escape' : 'read');
    case 'named_expression':
    case 'default_parameter':
    case 'typed_default_parameter':
      return plain(node.field === 'value' ? 'escape' : 'read');
    case 'boolean_operator':
    case 'conditional_expression':
    case 'await':
      return parent.parent?.type === 'expression_statement' ? plain('read') : endOf(state, wrapped(parent));
    case 'binary_operator':
      return plain('copy');
    default:
      return plain('read');
  }
}

function growing(state: Lowering, assignment: Syntax): UseKind {
  const right = part(assignment, 'right');
  const adds = right !== null && /^(list|tuple|set|list_comprehension|set_comprehension|generator_expression)$/.test(right.type);
  const operator = operatorOf(assignment);
  if (operator === '-=' || operator === '&=') return 'shrink';
  return adds || (operator === '|=' && right?.type !== 'integer') || (right !== null && /^(sorted|list)\(/.test(sourceOf(state, right)))
    ? 'grow'
    : 'assign';
}

function operatorOf(node: Syntax): string {
  return part(node, 'operator')?.type ?? '';
}

/** The right side of `in`. */
function isSearched(comparison: Syntax, node: Syntax): boolean {
  const at = comparison.children.indexOf(node);
  const before = comparison.children[at - 1];
  return before?.field === 'operators' && (before.type === 'in' || before.type === 'not in');
}

function argument(state: Lowering, node: Syntax, parent: Syntax): { kind: UseKind; call: number | null } {
  if (parent.type === 'keyword_argument' || parent.type.endsWith('_splat')) {
    const holder = parent.parent;
    if (holder?.type !== 'argument_list') return { kind: 'copy', call: null };
    const call = holder.parent ? (state.callOf.get(holder.parent) ?? null) : null;
    return { kind: parent.type === 'keyword_argument' ? 'argument' : 'copy', call };
  }
  const holder = parent.parent;
  if (holder?.type !== 'call') return { kind: 'read', call: null };
  const call = state.callOf.get(holder) ?? null;
  const callee = part(holder, 'function');
  const name = callee ? sourceOf(state, callee) : '';
  if (name === 'len') return { kind: 'length', call };
  const isJoin = callee?.type === 'attribute' && name.endsWith('.join') && node.field === null;
  return { kind: CONSUMERS.has(name) || isJoin || name === 'isinstance' ? 'copy' : 'argument', call };
}

/** Given a new value: the target of an assignment, of a loop, of `with … as`. */
export function isWritten(node: Syntax): boolean {
  const parent = node.parent;
  if (!parent) return false;
  if (parent.type === 'assignment' || parent.type === 'augmented_assignment') return node.field === 'left';
  if (parent.type === 'for_statement' || parent.type === 'for_in_clause') return node.field === 'left';
  if (parent.type === 'named_expression') return node.field === 'name';
  if (parent.type === 'as_pattern_target') return true;
  if (/^(pattern_list|tuple_pattern|list_pattern|list_splat_pattern)$/.test(parent.type)) return isWritten(parent);
  if (parent.type === 'tuple' || parent.type === 'list') return parent.parent?.type === 'as_pattern_target';
  return false;
}

function isDeleted(node: Syntax): boolean {
  const parent = node.parent;
  return parent?.type === 'delete_statement' || (parent?.type === 'expression_list' && parent.parent?.type === 'delete_statement');
}

/** Only its truth matters, or whether it is None. */
export function isTested(given: Syntax): boolean {
  const node = wrapped(given);
  const parent = node.parent;
  if (!parent) return false;
  switch (parent.type) {
    case 'if_statement':
    case 'elif_clause':
    case 'while_statement':
      return node.field === 'condition';
    case 'not_operator':
    case 'if_clause':
    case 'assert_statement':
      return true;
    case 'conditional_expression':
      return parent.children[1] === node;
    case 'boolean_operator':
      return isTested(parent);
    case 'comparison_operator':
      return parent.children.some((c) => c.type === 'none') && parent.children.length === 3;
    default:
      return false;
  }
}
