/** Loops and comprehensions: what they walk, and what each iteration does. */
import type { Loop, Node } from '../../../model/file.ts';
import type { Syntax } from '../tree.ts';
import { branch, lowerStatements, testOf, visit } from './body.ts';
import { isGathered } from './calls.ts';
import { isDeliberate } from './deliberate.ts';
import { firstSource } from './iteration.ts';
import { predicateOf } from './predicates.ts';
import { type Lowering, type Mutable, type Place, part, sourceOf, spanOf } from './state.ts';
import { valueOf } from './values.ts';
import { walkedBy } from './walked.ts';

export function lowerFor(state: Lowering, node: Syntax, at: Place, out: Node[]): void {
  const loop = state.loops[state.loopOf.get(node) ?? 0] as Mutable<Loop>;
  const [left, right, body] = [part(node, 'left'), part(node, 'right'), part(node, 'body')];
  loop.style = node.children.some((c) => c.type === 'async') ? 'for-await' : 'for-of';
  loop.head = { start: node.start, end: right?.end ?? node.end };
  loop.elements = state.elements.get(loop.id) ?? [];
  loop.deliberate = isDeliberate(state, node);
  if (right) {
    visit(state, right, at, out);
    Object.assign(loop, walkedBy(state, right, at));
  }
  const scope = state.scopes.get(node) ?? at.scope;
  const inside: Place = { ...at, scope, loops: [loop.id, ...at.loops], statement: loop.id };
  if (left) visit(state, left, inside, loop.body);
  if (body) lowerStatements(state, body.children, inside, loop.body);
  out.push(loop);
  lowerElse(state, node, at, out);
}

export function lowerWhile(state: Lowering, node: Syntax, at: Place, out: Node[]): void {
  const loop = state.loops[state.loopOf.get(node) ?? 0] as Mutable<Loop>;
  const [condition, body] = [part(node, 'condition'), part(node, 'body')];
  loop.head = { start: node.start, end: condition?.end ?? node.end };
  loop.elements = state.elements.get(loop.id) ?? [];
  loop.deliberate = isDeliberate(state, node);
  const inside: Place = { ...at, loops: [loop.id, ...at.loops], statement: loop.id };
  if (condition) {
    visit(state, condition, inside, loop.body);
    loop.test = valueOf(state, condition, inside);
  }
  if (body) lowerStatements(state, body.children, inside, loop.body);
  out.push(loop);
  lowerElse(state, node, at, out);
}

function lowerElse(state: Lowering, node: Syntax, at: Place, out: Node[]): void {
  const otherwise = part(node, 'alternative');
  const body = otherwise && part(otherwise, 'body');
  if (body) lowerStatements(state, body.children, at, out);
}

/** Each clause is a loop in the one before it, each condition a branch. */
export function lowerComprehension(state: Lowering, node: Syntax, at: Place, out: Node[]): void {
  const scope = state.scopes.get(node) ?? at.scope;
  const body = part(node, 'body');
  const clauses = node.children.filter((c) => c !== body);
  const first = firstSource(node);
  const lower = (from: number, place: Place, into: Node[]): void => {
    const clause = clauses[from];
    if (!clause) {
      if (body) lowerElement(state, node, body, place, into);
      return;
    }
    if (clause.type !== 'for_in_clause') {
      const [condition] = clause.children;
      if (!condition) return lower(from + 1, place, into);
      visit(state, condition, place, into);
      const arm: Node[] = [];
      lower(from + 1, place, arm);
      into.push(branch(clause, { ...testOf(state, condition, place), arms: [arm] }));
      return;
    }
    const loop = state.loops[state.loopOf.get(clause) ?? 0] as Mutable<Loop>;
    const [left, right] = [part(clause, 'left'), part(clause, 'right')];
    loop.style = 'comprehension';
    loop.span = spanOf(node);
    loop.head = spanOf(clause);
    loop.elements = (state.elements.get(loop.id) ?? []).filter((id) => state.bindings[id]?.elementOf === loop.id);
    loop.parallel = isGathered(state, node);
    if (right) {
      const outside = right === first ? at : place;
      visit(state, right, outside, into);
      Object.assign(loop, walkedBy(state, right, outside));
    }
    const inside: Place = { ...place, loops: [loop.id, ...place.loops] };
    if (left) visit(state, left, inside, loop.body);
    lower(from + 1, inside, loop.body);
    into.push(loop);
  };
  lower(0, { ...at, scope }, out);
}

/** `any(x.id == key for x in xs)` asks its question in the element itself. */
function lowerElement(state: Lowering, node: Syntax, body: Syntax, at: Place, out: Node[]): void {
  visit(state, body, at, out);
  const holder = node.parent?.type === 'argument_list' ? node.parent.parent : node.parent;
  const callee = holder?.type === 'call' ? part(holder, 'function') : null;
  if (!callee || sourceOf(state, callee) !== 'any') return;
  const predicate = predicateOf(state, body, at);
  if (predicate) out.push(branch(body, { test: valueOf(state, body, at), predicate, arms: [[]] }));
}
