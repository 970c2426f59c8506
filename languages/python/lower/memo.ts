/**
 * Work that is done only while its result is still missing: `if key not in cache: cache[key] = …`, `if self._x is None: self._x = …`.
 * Such work does not repeat, so neither hot paths nor loops multiply it.
 */
import type { Syntax } from '../tree.ts';
import { type Lowering, part, sourceOf, unwrap } from './state.ts';

interface Presence {
  /** Text of the place: `cache`, `self._template`. */
  readonly place: string;
  /** The test holds because something is already there. */
  readonly present: boolean;
}

/** Does the test ask whether a place is filled? */
function presence(state: Lowering, test: Syntax): Presence | null {
  const node = unwrap(test);
  if (node.type === 'not_operator') {
    const inner = node.children[0] ? presence(state, node.children[0]) : null;
    return inner && { place: inner.place, present: !inner.present };
  }
  if (node.type === 'boolean_operator') {
    const [left, right] = [part(node, 'left'), part(node, 'right')];
    return (left && presence(state, left)) ?? (right && presence(state, right));
  }
  if (node.type === 'comparison_operator') {
    const [left, operator, right] = node.children;
    if (!left || !right || node.children.length !== 3) return null;
    if (operator?.type === 'in' || operator?.type === 'not in') {
      const place = placeOf(state, right);
      return place === null ? null : { place, present: operator.type === 'in' };
    }
    if (right.type !== 'none') return null;
    const place = placeOf(state, left);
    if (place === null) return null;
    if (operator?.type === 'is' || operator?.type === '==') return { place, present: false };
    return operator?.type === 'is not' || operator?.type === '!=' ? { place, present: true } : null;
  }
  if (node.type === 'call') {
    const callee = part(node, 'function');
    // `hasattr(self, '_x')`
    const [owner, name] = part(node, 'arguments')?.children ?? [];
    if (callee && sourceOf(state, callee) === 'hasattr' && owner && name) {
      const attribute = /^\w*["'](\w+)["']$/.exec(sourceOf(state, name))?.[1];
      return attribute ? { place: `${sourceOf(state, owner)}.${attribute}`, present: true } : null;
    }
  }
  const place = placeOf(state, node);
  return place === null ? null : { place, present: true };
}

function placeOf(state: Lowering, expression: Syntax): string | null {
  const node = unwrap(expression);
  if (node.type === 'identifier' || node.type === 'attribute') return sourceOf(state, node);
  if (node.type === 'subscript') return sourceOf(state, part(node, 'value') ?? node);
  if (node.type === 'named_expression') {
    const value = part(node, 'value');
    return (value && placeOf(state, value)) ?? sourceOf(state, part(node, 'name') ?? node);
  }
  if (node.type !== 'call') return null;
  const callee = part(node, 'function');
  const isGet = callee?.type === 'attribute' && sourceOf(state, part(callee, 'attribute') ?? callee) === 'get';
  return isGet ? sourceOf(state, part(callee, 'object') ?? callee) : null;
}

/** `if key not in cache: … cache[key] = …`: the branch fills what its test found empty. */
export function fillsWhatItTests(state: Lowering, condition: Syntax, body: Syntax, before: readonly Syntax[]): boolean {
  const asked = presence(state, condition);
  return asked !== null && !asked.present && [asked.place, ...readFrom(state, before, asked.place)].some((place) => writes(state, body, place));
}

/** `if place: return …` with a later write to the place: what follows runs only while it is empty. */
export function guardsRest(state: Lowering, statement: Syntax, before: readonly Syntax[], rest: readonly Syntax[]): boolean {
  const condition = part(statement, 'condition');
  const body = part(statement, 'consequence');
  if (!condition || !body || part(statement, 'alternative')) return false;
  // `if cache is not None: if key in cache: return cache[key]`
  const [inner, ...others] = body.children.filter((each) => each.type !== 'comment');
  if (inner?.type === 'if_statement' && others.length === 0) return guardsRest(state, inner, before, rest);
  if (!leaves(body)) return false;
  const asked = presence(state, condition);
  if (!asked?.present) return false;
  const places = [asked.place, ...readFrom(state, before, asked.place)];
  return rest.some((s) => places.some((place) => writes(state, s, place)));
}

/** `hit = cache.get(k)` before `if hit is None`: the place is what the variable was read from last. */
function readFrom(state: Lowering, before: readonly Syntax[], name: string): string[] {
  for (let i = before.length - 1; i >= 0; i--) {
    const assignment = before[i]?.children[0];
    const [left, right] = assignment?.type === 'assignment' ? [part(assignment, 'left'), part(assignment, 'right')] : [];
    if (!left || !right || sourceOf(state, left) !== name) continue;
    const source = placeOf(state, right.type === 'await' ? (right.children[0] ?? right) : right);
    if (source !== null) return [source];
  }
  return [];
}

function leaves(body: Syntax): boolean {
  const last = body.children[body.children.length - 1];
  return last?.type === 'return_statement' || last?.type === 'continue_statement';
}

/** Anything below the node that assigns to the place, sets a key of it, or adds to it. */
function writes(state: Lowering, node: Syntax, place: string): boolean {
  if (node.type === 'assignment' || node.type === 'augmented_assignment') {
    const left = part(node, 'left') ?? node;
    // `first, rest = split(row)`
    for (const each of /^(pattern_list|tuple_pattern|list_pattern)$/.test(left.type) ? left.children : [left]) {
      const target = sourceOf(state, each);
      if (target === place || target.startsWith(`${place}[`) || target.startsWith(`${place}.`)) return true;
    }
  } else if (node.type === 'call') {
    const callee = part(node, 'function');
    const method = callee?.type === 'attribute' ? sourceOf(state, part(callee, 'attribute') ?? callee) : '';
    if (callee && /^(set|add|put|append|setdefault|update)$/.test(method) && sourceOf(state, part(callee, 'object') ?? callee) === place) return true;
    if (callee && sourceOf(state, callee) === 'setattr') return true;
  }
  return node.children.some((child) => writes(state, child, place));
}
