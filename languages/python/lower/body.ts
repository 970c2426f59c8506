/** Second pass: statements become loops, branches, exits and calls, in the order they run, and each mention of a name is noted as a use. */
import type { Branch, Exit, Node, Value } from '../../../model/file.ts';
import type { Syntax } from '../tree.ts';
import { lowerCall, lowerCallbackLoop, lowerMembership } from './calls.ts';
import { lowerClass, noteField, startField } from './classes.ts';
import { noteEntry } from './entries.ts';
import { lowerComprehension, lowerFor, lowerWhile } from './loops.ts';
import { fillsWhatItTests, guardsRest } from './memo.ts';
import { predicateOf } from './predicates.ts';
import { lowerRebuild, lowerReturnedRebuild, lowerSum } from './rebuilds.ts';
import { type Lowering, type Mutable, type Place, part, parts, resolveName, selfClass, sourceOf, spanOf, unwrap } from './state.ts';
import { toldPerArm, toldWhere } from './told.ts';
import { useOf } from './uses.ts';
import { isReference, partOf, toldBy, valueOf } from './values.ts';

/** Statements of one block. An early return on a cache hit makes what follows a memo. */
export function lowerStatements(state: Lowering, statements: readonly Syntax[], at: Place, out: Node[]): void {
  for (const [i, statement] of statements.entries()) {
    if (statement.type === 'if_statement') {
      lowerIf(state, statement, statements.slice(0, i), at, out);
      if (!guardsRest(state, statement, statements.slice(0, i), statements.slice(i + 1))) continue;
      const rest: Node[] = [];
      lowerStatements(state, statements.slice(i + 1), at, rest);
      out.push(branch(statement, { memo: true, arms: [rest] }));
      return;
    }
    visit(state, statement, at, out);
    // What follows never runs.
    if (/^(return|raise)_statement$/.test(statement.type)) return lowerStatements(state, statements.slice(i + 1), at, []);
  }
}

export function branch(node: Syntax, parts: Partial<Branch> & { arms: Branch['arms'] }): Branch {
  return { kind: 'branch', span: spanOf(node), test: null, predicate: null, tells: [], memo: false, recovers: false, ...parts };
}

export function visit(state: Lowering, node: Syntax, at: Place, out: Node[]): void {
  switch (node.type) {
    case 'identifier':
      return lowerName(state, node, at);
    case 'integer':
    case 'import_statement':
    case 'import_from_statement':
    case 'future_import_statement':
    case 'global_statement':
    case 'nonlocal_statement':
    case 'case_pattern':
      return;
    case 'type':
      // `Annotated[Session, Depends(open_session)]`
      if (sourceOf(state, node).includes('(')) visitEach(state, node.children, at, out);
      return;
    case 'module':
    case 'block':
      return lowerStatements(state, node.children, at, out);
    case 'function_definition':
    case 'lambda':
      return lowerFunction(state, node, at, out);
    case 'decorated_definition':
      return visitEach(state, node.children, at, out);
    case 'decorator':
      return visitEach(state, node.children, at, out);
    case 'class_definition':
      return lowerClass(state, node, at, out);
    case 'if_statement':
      return lowerIf(state, node, [], at, out);
    case 'conditional_expression': {
      const [whenTrue, condition, whenFalse] = node.children;
      if (!whenTrue || !condition || !whenFalse) return visitEach(state, node.children, at, out);
      visit(state, condition, at, out);
      return pushArms(state, node, [[whenTrue], [whenFalse]], condition, at, out);
    }
    case 'boolean_operator':
      return lowerBoolean(state, node, at, out);
    case 'match_statement': {
      const subject = part(node, 'subject');
      if (subject) visit(state, subject, at, out);
      const cases = part(node, 'body')?.children.filter((c) => c.type === 'case_clause') ?? [];
      return pushArms(
        state,
        node,
        cases.map((c) => c.children.filter((child) => child.type !== 'case_pattern')),
        null,
        at,
        out,
      );
    }
    case 'try_statement':
      return lowerTry(state, node, at, out);
    case 'for_statement':
      return lowerFor(state, node, at, out);
    case 'while_statement':
      return lowerWhile(state, node, at, out);
    case 'list_comprehension':
    case 'set_comprehension':
    case 'dictionary_comprehension':
    case 'generator_expression':
      return lowerComprehension(state, node, at, out);
    case 'return_statement':
    case 'raise_statement': {
      visitEach(state, node.children, at, out);
      const [given] = node.children;
      if (node.type === 'return_statement' && given) {
        state.functions[at.fn]?.returns.push(valueOf(state, given, at));
        lowerReturnedRebuild(state, given, at, out);
      }
      out.push(exit(node, node.type === 'return_statement' ? 'return' : 'throw', null));
      return;
    }
    case 'yield': {
      visitEach(state, node.children, at, out);
      const fn = state.functions[at.fn];
      const [given] = node.children;
      // The one thing that a context manager or a dependency hands out.
      if (fn && given && !fn.generator) fn.returns.push(valueOf(state, given, at));
      else if (fn) fn.returns = [];
      if (fn) fn.generator = true;
      return;
    }
    case 'break_statement':
    case 'continue_statement':
      out.push(exit(node, node.type === 'break_statement' ? 'break' : 'continue', at.statement));
      return;
    case 'assignment':
      lowerAssignment(state, node, at, out);
      return lowerRebuild(state, node, at, out);
    case 'augmented_assignment':
      visitEach(state, node.children, at, out);
      return lowerRebuild(state, node, at, out);
    case 'named_expression': {
      const [name, value] = [part(node, 'name'), part(node, 'value')];
      if (value) visit(state, value, at, out);
      if (name) visit(state, name, at, out);
      if (name && value) setInit(state, name, valueOf(state, value, at), at);
      return;
    }
    case 'with_item':
      return lowerWith(state, node, at, out);
    case 'call':
      return lowerCallNode(state, node, at, out);
    case 'comparison_operator': {
      visitEach(state, node.children, at, out);
      const call = state.callOf.has(node) ? lowerMembership(state, node, at) : null;
      if (call) out.push({ kind: 'call', id: call.id });
      return;
    }
    case 'attribute':
      return lowerAttribute(state, node, at, out);
    case 'keyword_argument': {
      const value = part(node, 'value');
      if (value) visit(state, value, at, out);
      return;
    }
    default:
      visitEach(state, node.children, at, out);
  }
}

export function visitEach(state: Lowering, nodes: readonly Syntax[], at: Place, out: Node[]): void {
  for (const node of nodes) visit(state, node, at, out);
}

function lowerName(state: Lowering, node: Syntax, at: Place): void {
  if (state.firsts.has(node) || !isReference(node)) return;
  const id = resolveName(state, sourceOf(state, node), at.scope);
  if (!state.selves.has(id)) state.bindings[id]?.uses.push(useOf(state, node, at));
}

function lowerAttribute(state: Lowering, node: Syntax, at: Place, out: Node[]): void {
  const object = part(node, 'object');
  if (!object) return;
  const owner = object.type === 'identifier' ? selfClass(state, sourceOf(state, object), at.scope) : null;
  if (owner === null) return visit(state, object, at, out);
  noteField(state, owner, node, at)?.uses.push(useOf(state, node, at));
}

function lowerFunction(state: Lowering, node: Syntax, at: Place, out: Node[]): void {
  const id = state.fnOf.get(node);
  const fn = id === undefined ? undefined : state.functions[id];
  const scope = state.scopes.get(node);
  if (!fn || !scope || id === undefined) return;
  const decorators = node.parent?.type === 'decorated_definition' ? node.parent.children.filter((c) => c.type === 'decorator') : [];
  fn.decorators = decorators.flatMap((d) => decoratorOf(state, d, at) ?? []);
  // What default values do happens where the function is defined.
  for (const parameter of part(node, 'parameters')?.children ?? []) {
    const [type, value] = [part(parameter, 'type'), part(parameter, 'value')];
    if (type) visit(state, type, at, out);
    if (!value) continue;
    visit(state, value, at, out);
    const name = part(parameter, 'name');
    const binding = name ? state.bindings[scope.names.get(sourceOf(state, name)) ?? -1] : undefined;
    if (binding && binding.init === null) binding.init = valueOf(state, value, at);
  }
  const body = part(node, 'body');
  if (!body) return;
  const isLambda = node.type === 'lambda';
  const loops = !isLambda || fn.kind !== 'closure' ? [] : fn.loop === null ? at.loops : [fn.loop, ...at.loops];
  const inside: Place = { fn: id, scope, loops, statement: null, class: null };
  visit(state, body, inside, fn.body);
  if (!isLambda) return;
  fn.returns.push(valueOf(state, body, inside));
  lowerReturnedRebuild(state, body, inside, fn.body);
}

/** `@app.get('/users')` */
export function decoratorOf(state: Lowering, node: Syntax, at: Place): Mutable<Lowering['functions'][number]['decorators'][number]> | null {
  const [given] = node.children;
  if (!given) return null;
  const callee = given.type === 'call' ? part(given, 'function') : given;
  if (!callee) return null;
  const list = given.type === 'call' ? part(given, 'arguments') : null;
  const args = list?.children.filter((c) => c.type !== 'keyword_argument') ?? [];
  return { name: sourceOf(state, callee), callee: valueOf(state, callee, at), args: args.map((a) => valueOf(state, a, at)) };
}

function lowerIf(state: Lowering, node: Syntax, before: readonly Syntax[], at: Place, out: Node[]): void {
  const condition = part(node, 'condition');
  const body = part(node, 'consequence');
  if (!condition || !body) return visitEach(state, node.children, at, out);
  visit(state, condition, at, out);
  const then: Node[] = [];
  lowerStatements(state, body.children, at, then);
  const otherwise: Node[] = [];
  lowerAlternatives(state, parts(node, 'alternative'), at, otherwise);
  out.push(
    branch(node, {
      ...testOf(state, condition, at),
      memo: fillsWhatItTests(state, condition, body, before),
      arms: [then, otherwise],
    }),
  );
}

/** `elif` is an `if` in the `else`. */
function lowerAlternatives(state: Lowering, alternatives: readonly Syntax[], at: Place, out: Node[]): void {
  const [first, ...rest] = alternatives;
  if (!first) return;
  const condition = first.type === 'elif_clause' ? part(first, 'condition') : null;
  const body = part(first, first.type === 'elif_clause' ? 'consequence' : 'body');
  if (!body) return;
  if (!condition) return lowerStatements(state, body.children, at, out);
  visit(state, condition, at, out);
  const arms: Node[][] = [[], []];
  lowerStatements(state, body.children, at, arms[0] as Node[]);
  lowerAlternatives(state, rest, at, arms[1] as Node[]);
  out.push(branch(first, { ...testOf(state, condition, at), memo: fillsWhatItTests(state, condition, body, []), arms }));
}

export function testOf(state: Lowering, condition: Syntax, at: Place): Pick<Branch, 'test' | 'predicate' | 'tells'> {
  return {
    test: valueOf(state, condition, at),
    predicate: predicateOf(state, condition, at),
    tells: toldPerArm(state, condition, at),
  };
}

function pushArms(state: Lowering, node: Syntax, arms: readonly (readonly Syntax[])[], condition: Syntax | null, at: Place, out: Node[]): void {
  const lowered = arms.map((nodes) => {
    const arm: Node[] = [];
    visitEach(state, nodes, at, arm);
    return arm;
  });
  if (!lowered.some((arm) => arm.length > 0)) return;
  out.push(branch(node, { arms: lowered, tells: condition ? toldPerArm(state, condition, at) : [] }));
}

/** `x and f(x)`: the right side runs only where the left allows it; `cache.get(k) or load(k)` only where nothing was there. */
function lowerBoolean(state: Lowering, node: Syntax, at: Place, out: Node[]): void {
  const [left, right] = [part(node, 'left'), part(node, 'right')];
  if (!left || !right) return visitEach(state, node.children, at, out);
  visit(state, left, at, out);
  const arm: Node[] = [];
  visit(state, right, at, arm);
  if (arm.length === 0) return;
  const isAnd = part(node, 'operator')?.type === 'and';
  const value = valueOf(state, left, at);
  const call = value.root.kind === 'call' && value.path.length === 0 ? state.calls[value.root.call] : undefined;
  const memo = !isAnd && call?.member === 'get' && call.args.length === 1;
  out.push(branch(node, { test: value, memo, tells: isAnd ? [toldWhere(state, left, true, at)] : [], arms: [arm] }));
}

function lowerTry(state: Lowering, node: Syntax, at: Place, out: Node[]): void {
  for (const child of node.children) {
    if (child.type !== 'except_clause' && child.type !== 'except_group_clause') {
      const block = child.type === 'block' ? child : (child.children.find((c) => c.type === 'block') ?? child);
      lowerStatements(state, block.children, at, out);
      continue;
    }
    const arm: Node[] = [];
    visitEach(state, child.children, at, arm);
    if (arm.length > 0) out.push(branch(child, { recovers: !isEndOfWalk(state, child), arms: [arm] }));
  }
}

/** Have: try: child = next(children) … except StopIteration: queue.pop(0). Every iterator ends, and nothing failed. */
function isEndOfWalk(state: Lowering, clause: Syntax): boolean {
  return clause.children[0] !== undefined && /^Stop(Async)?Iteration$/.test(sourceOf(state, clause.children[0]));
}

/** `with open(path) as file`: the name stands for what is opened. */
function lowerWith(state: Lowering, node: Syntax, at: Place, out: Node[]): void {
  const given = part(node, 'value');
  const pattern = given?.type === 'as_pattern' ? given : null;
  const value = pattern ? pattern.children[0] : given;
  if (!value) return;
  visit(state, value, at, out);
  const held = valueOf(state, value, at);
  const body = node.parent?.parent && part(node.parent.parent, 'body');
  if (body) state.withs.push({ value: held, span: spanOf(body), fn: at.fn });
  const target = pattern ? part(pattern, 'alias')?.children[0] : undefined;
  if (!target) return;
  visit(state, target, at, out);
  if (target.type === 'identifier') setInit(state, target, held, at);
}

function lowerAssignment(state: Lowering, node: Syntax, at: Place, out: Node[]): void {
  const [left, right, type] = [part(node, 'left'), part(node, 'right'), part(node, 'type')];
  if (type) visit(state, type, at, out);
  if (right) visit(state, right, at, out);
  if (!left) return;
  visit(state, left, at, out);
  const given = right ? lastOf(right) : null;
  assign(state, unwrap(left), given, at);
}

/** `a = b = value` */
function lastOf(node: Syntax): Syntax {
  const inner = node.type === 'assignment' ? part(node, 'right') : null;
  return inner ? lastOf(inner) : node;
}

function assign(state: Lowering, target: Syntax, right: Syntax | null, at: Place): void {
  if (!right) return;
  if (target.type === 'identifier') return setInit(state, target, valueOf(state, right, at), at);
  if (target.type === 'attribute') {
    const object = part(target, 'object');
    const owner = object?.type === 'identifier' ? selfClass(state, sourceOf(state, object), at.scope) : null;
    const field = owner === null ? null : noteField(state, owner, target, at);
    if (field && field.init === null) startField(state, field, target, valueOf(state, right, at), at);
    return;
  }
  if (target.type === 'subscript') return noteEntry(state, target, right, at);
  if (!/^(pattern_list|tuple_pattern|list_pattern|tuple|list)$/.test(target.type)) return;
  const values = unwrap(right);
  const isSame = /^(expression_list|tuple|list)$/.test(values.type) && values.children.length === target.children.length;
  const star = target.children.find((each) => each.type.startsWith('list_splat'));
  for (const [i, each] of target.children.entries()) {
    const name = unwrap(each);
    const index = star && star.start < each.start ? null : i;
    const own = isSame ? values.children[i] : undefined;
    if (own) assign(state, name, own, at);
    else if (name.type === 'identifier') setInit(state, name, partOf(state, valueOf(state, right, at), name, index), at);
  }
}

function setInit(state: Lowering, name: Syntax, init: Value, at: Place): void {
  const binding = state.bindings[resolveName(state, sourceOf(state, name), at.scope)];
  if (!binding || binding.param !== null || binding.elementOf !== null || binding.kind === 'import') return;
  if (binding.init !== null) {
    binding.assigned = [...binding.assigned, init];
    return;
  }
  if (!toldBy(init)) return;
  binding.init = init;
  if (init.root.kind === 'function' && init.path.length === 0) binding.function = init.root.fn;
}

function lowerCallNode(state: Lowering, node: Syntax, at: Place, out: Node[]): void {
  const callee = part(node, 'function');
  const given = part(node, 'arguments');
  if (callee) visit(state, callee, at, out);
  if (given) visit(state, given, at, out);
  const call = lowerCall(state, node, at);
  const loop = lowerCallbackLoop(state, node, call, at);
  out.push({ kind: 'call', id: call.id });
  if (loop) out.push(loop);
  lowerSum(state, node, at, out);
}

function exit(node: Syntax, kind: Exit['exit'], loop: number | null): Exit {
  return { kind: 'exit', exit: kind, span: spanOf(node), loop };
}
