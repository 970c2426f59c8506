/**
 * First pass: every scope, declaration, function, loop and call of the file gets its id, so that the second pass can resolve
 * names whatever the order they stand in.
 */
import type { Param } from '../../../model/file.ts';
import type { Syntax } from '../tree.ts';
import { annotate, bind, home, shareName } from './bind.ts';
import { capturedNames, importedNames } from './bound-names.ts';
import { callbackLoop, firstSource } from './iteration.ts';
import { type Lowering, type Mutable, newBinding, newFn, newLoop, type Place, part, type Scope, sourceOf, spanOf, unwrap } from './state.ts';
import { handedOut, typeName } from './types.ts';

export function declareAll(state: Lowering, root: Syntax): Place {
  newFn(state, 'module', 'module', spanOf(root), { start: 0, end: 0 }, null);
  state.fnOf.set(root, 0);
  const scope: Scope = { kind: 'function', fn: 0, names: new Map(), parent: null };
  state.scopes.set(root, scope);
  const place: Place = { fn: 0, scope, loops: [], statement: null, class: null };
  declareEach(state, root.children, place);
  for (const read of state.annotations) read();
  for (const binding of state.bindings) {
    if (binding.kind === 'const' && (state.bound.get(binding.id) ?? 0) > 1) binding.kind = 'let';
    if (binding.elementOf === null) continue;
    const elements = state.elements.get(binding.elementOf);
    if (elements) elements.push(binding.id);
    else state.elements.set(binding.elementOf, [binding.id]);
  }
  return place;
}

function declareEach(state: Lowering, nodes: readonly Syntax[], at: Place): void {
  for (const node of nodes) declare(state, node, at);
}

function declare(state: Lowering, node: Syntax, at: Place): void {
  switch (node.type) {
    case 'identifier':
    case 'integer':
      return;
    case 'type':
      // `Annotated[Session, Depends(open_session)]`
      if (!sourceOf(state, node).includes('(')) return;
      break;
    case 'function_definition':
      return declareFunction(state, node, at);
    case 'class_definition':
      return declareClass(state, node, at);
    case 'lambda':
      return declareLambda(state, node, at);
    case 'import_statement':
    case 'import_from_statement':
    case 'future_import_statement':
      return declareImport(state, node, at);
    case 'for_statement':
      return declareFor(state, node, at);
    case 'while_statement': {
      const loop = newLoop(state, node, at.fn, at.loops[0] ?? null);
      return declareEach(state, node.children, { ...at, loops: [loop.id, ...at.loops] });
    }
    case 'list_comprehension':
    case 'set_comprehension':
    case 'dictionary_comprehension':
    case 'generator_expression':
      return declareComprehension(state, node, at);
    case 'assignment':
    case 'augmented_assignment': {
      const [left, type] = [part(node, 'left'), part(node, 'type')];
      if (left) declareTargets(state, left, at, node);
      if (left?.type === 'identifier' && type) annotate(state, left, type, at);
      return declareEach(
        state,
        node.children.filter((c) => c !== left),
        at,
      );
    }
    case 'named_expression': {
      const name = part(node, 'name');
      if (name) bind(state, name, 'const', at);
      break;
    }
    case 'as_pattern_target':
      for (const child of node.children) declareTargets(state, child, at, null);
      return;
    case 'global_statement':
    case 'nonlocal_statement':
      for (const child of node.children) shareName(state, sourceOf(state, child), at, node.type === 'global_statement');
      return;
    case 'case_pattern':
      for (const name of capturedNames(node)) bind(state, name, 'const', at);
      return;
    case 'call':
      return declareCall(state, node, at);
    case 'comparison_operator':
      // `x in xs` is a call in all but looks.
      if (node.children.some((c) => c.field === 'operators' && (c.type === 'in' || c.type === 'not in'))) state.callOf.set(node, state.callOf.size);
      break;
  }
  declareEach(state, node.children, at);
}

/** All names that a target binds: `a, (b, *c)`. Attributes and subscripts bind none. */
function declareTargets(state: Lowering, target: Syntax, at: Place, assignment: Syntax | null): void {
  const node = unwrap(target);
  if (node.type === 'identifier') {
    const binding = bind(state, node, 'const', at);
    if (target !== node || node.parent !== assignment) if (isPattern(target.parent)) binding.part = '[]';
    return;
  }
  if (isPattern(node) || node.type === 'list_splat_pattern' || node.type === 'list_splat') {
    for (const child of node.children) {
      declareTargets(state, child, at, null);
      const name = unwrap(child);
      if (name.type === 'identifier' && state.firsts.has(name)) {
        const id = home(at).names.get(sourceOf(state, name));
        const binding = id === undefined ? undefined : state.bindings[id];
        if (binding) binding.part = '[]';
      }
    }
    return;
  }
  declare(state, node, at);
}

function isPattern(node: Syntax | null): boolean {
  return node !== null && /^(pattern_list|tuple_pattern|list_pattern|tuple|list)$/.test(node.type);
}

function declareFor(state: Lowering, node: Syntax, at: Place): void {
  const loop = newLoop(state, node, at.fn, at.loops[0] ?? null);
  const scope: Scope = { kind: 'loop', fn: at.fn, names: new Map(), parent: at.scope };
  state.scopes.set(node, scope);
  const inside: Place = { ...at, scope, loops: [loop.id, ...at.loops], statement: loop.id };
  for (const child of node.children) {
    if (child.field === 'left') declareElements(state, child, part(node, 'right'), scope, loop.id, inside);
    else declare(state, child, child.field === 'right' || child.field === 'alternative' ? at : inside);
  }
  // After the loop its variable is still there, unless it means something else.
  const outer = home(at);
  for (const [name, id] of scope.names) if (!outer.names.has(name)) outer.names.set(name, id);
}

/** What a loop binds anew on each iteration. */
function declareElements(state: Lowering, target: Syntax, over: Syntax | null, scope: Scope, loop: number, at: Place): void {
  const visit = (node: Syntax, isPart: boolean): void => {
    const inner = unwrap(node);
    if (inner.type !== 'identifier') {
      if (isPattern(inner) || inner.type.startsWith('list_splat')) for (const child of inner.children) visit(child, true);
      else declare(state, inner, at);
      return;
    }
    const name = sourceOf(state, inner);
    if (scope.names.has(name)) return;
    const binding = newBinding(state, name, 'const', spanOf(inner), scope.fn, loop);
    binding.elementOf = loop;
    binding.part = isPart ? '[]' : null;
    scope.names.set(name, binding.id);
    state.firsts.add(inner);
  };
  const [index, element, ...others] = unwrap(target).children;
  if (index && element && others.length === 0 && isPattern(unwrap(target)) && isCounted(state, over)) {
    visit(index, true);
    visit(element, false);
  } else visit(target, false);
}

/** `for i, x in enumerate(xs)`: a number, and all of an element. */
function isCounted(state: Lowering, over: Syntax | null): boolean {
  const callee = over && unwrap(over).type === 'call' ? part(unwrap(over), 'function') : null;
  return callee !== null && sourceOf(state, callee) === 'enumerate';
}

/** Its first source is evaluated outside; each clause sees those before it. */
function declareComprehension(state: Lowering, node: Syntax, at: Place): void {
  const scope: Scope = { kind: 'comprehension', fn: at.fn, names: new Map(), parent: at.scope };
  state.scopes.set(node, scope);
  const first = firstSource(node);
  if (first) state.scopes.set(first, at.scope);
  let inside: Place = { ...at, scope };
  for (const clause of node.children) {
    if (clause.type !== 'for_in_clause') {
      if (clause.field !== 'body') declareEach(state, clause.children, inside);
      continue;
    }
    const right = part(clause, 'right');
    if (right) declare(state, right, right === first ? at : inside);
    const loop = newLoop(state, clause, at.fn, inside.loops[0] ?? null);
    inside = { ...inside, loops: [loop.id, ...inside.loops] };
    const left = part(clause, 'left');
    if (left) declareElements(state, left, right, scope, loop.id, inside);
  }
  const body = part(node, 'body');
  if (body) declare(state, body, inside);
}

function declareCall(state: Lowering, node: Syntax, at: Place): void {
  state.callOf.set(node, state.callOf.size);
  const shape = callbackLoop(state, node);
  const lambda = shape && unwrap(shape.callback);
  if (lambda?.type === 'lambda') {
    const loop = newLoop(state, node, at.fn, at.loops[0] ?? null);
    state.loopOfClosure.set(lambda, loop.id);
  }
  declareEach(state, node.children, at);
}

function declareLambda(state: Lowering, node: Syntax, at: Place): void {
  const holder = node.parent;
  const isArgument = holder?.type === 'argument_list' || holder?.type === 'keyword_argument' || holder?.type === 'parenthesized_expression';
  const fn = newFn(state, isArgument ? 'closure' : 'function', nameOfLambda(state, node), spanOf(node), spanOf(node), at.fn);
  state.fnOf.set(node, fn.id);
  const scope: Scope = { kind: 'function', fn: fn.id, names: new Map(), parent: at.scope };
  state.scopes.set(node, scope);
  const loop = state.loopOfClosure.get(node) ?? null;
  fn.loop = loop;
  const parameters = part(node, 'parameters');
  const inside: Place = { fn: fn.id, scope, loops: loop === null ? (isArgument ? at.loops : []) : [loop, ...at.loops], statement: null, class: null };
  const callee = holder?.parent?.type === 'call' ? part(holder.parent, 'function') : null;
  const accumulates = callee !== null && /(^|\.)reduce$/.test(sourceOf(state, callee));
  if (parameters) declareParameters(state, parameters, fn, scope, at, loop, null, accumulates);
  const body = part(node, 'body');
  if (body) declare(state, body, inside);
}

function nameOfLambda(state: Lowering, node: Syntax): string {
  const holder = node.parent;
  const left = holder?.type === 'assignment' ? part(holder, 'left') : null;
  return left?.type === 'identifier' ? sourceOf(state, left) : 'lambda';
}

const AWAITS = /\b(await|async)\b/;

function declareFunction(state: Lowering, node: Syntax, at: Place): void {
  const name = part(node, 'name');
  const text = name ? sourceOf(state, name) : 'function';
  const owner = at.class === null ? undefined : state.classes[at.class];
  const kind = owner ? (text === '__init__' ? 'constructor' : 'method') : 'function';
  const shown = owner ? `${owner.name}.${kind === 'constructor' ? 'constructor' : text}` : text;
  const fn = newFn(state, kind, shown, spanOf(node), name ? spanOf(name) : spanOf(node), at.fn);
  fn.async = node.children.some((c) => c.type === 'async');
  fn.awaits = fn.async && AWAITS.test(sourceOf(state, part(node, 'body') ?? node));
  fn.class = at.class;
  state.fnOf.set(node, fn.id);
  const decorators = node.parent?.type === 'decorated_definition' ? node.parent.children.filter((c) => c.type === 'decorator') : [];
  const marks = decorators.map((d) => sourceOf(state, d).replace(/^@\s*/, ''));
  fn.static = marks.some((m) => m === 'staticmethod' || m === 'classmethod');
  if (owner && marks.some((m) => /(^|\.)(cached_)?property\b/.test(m))) fn.kind = 'getter';
  if (owner && marks.some((m) => /^\w+\.setter$/.test(m))) fn.kind = 'setter';
  if (name && !owner) {
    const binding = bind(state, name, 'function', at);
    if (binding.kind === 'import' && isOutermost(node)) binding.kind = 'function';
    // Who calls it later calls the last one: of `@overload`s the one that works.
    const isNext = binding.function === null || isOutermost(node);
    if (isNext && binding.init === null && !isForPythonTwo(state, node)) binding.function = fn.id;
  }
  const scope: Scope = { kind: 'function', fn: fn.id, names: new Map(), parent: at.scope };
  state.scopes.set(node, scope);
  const parameters = part(node, 'parameters');
  if (parameters) declareParameters(state, parameters, fn, scope, at, null, owner && !marks.includes('staticmethod') ? at.class : null);
  state.annotations.push(() => (fn.returnType = handedOut(typeName(state, part(node, 'return_type'), at.scope))));
  const body = part(node, 'body');
  if (body) declare(state, body, { fn: fn.id, scope, loops: [], statement: null, class: null });
}

/** `owner`: the class whose method it is, so that the first parameter is no parameter to its callers. */
function declareParameters(
  state: Lowering,
  list: Syntax,
  fn: Mutable<Lowering['functions'][number]>,
  scope: Scope,
  outside: Place,
  loop: number | null,
  owner: number | null = null,
  accumulates = false,
): void {
  const params: Param[] = [];
  for (const [position, node] of list.children.entries()) {
    const name = parameterName(node);
    if (!name) continue;
    const text = sourceOf(state, name);
    const binding = newBinding(state, text, 'param', spanOf(name), fn.id, loop);
    scope.names.set(text, binding.id);
    const value = part(node, 'value');
    if (value) declare(state, value, outside);
    if (position === 0 && owner !== null) {
      state.selves.set(binding.id, owner);
      continue;
    }
    binding.param = params.length;
    // What `reduce` has added up so far is no element, and outlives the iteration.
    if (loop !== null && !(params.length === 0 && accumulates)) binding.elementOf = loop;
    else if (loop !== null) binding.loop = outside.loops[0] ?? null;
    const isRest = name.parent?.type.endsWith('_splat_pattern') ?? false;
    const param: Mutable<Param> = { name: text, binding: binding.id, optional: value !== null, rest: isRest, type: null, decorators: [] };
    params.push(param);
    const type = isRest ? null : part(node, 'type');
    if (type) state.annotations.push(() => (param.type = binding.type = typeName(state, type, outside.scope)));
  }
  fn.params = params;
}

export function parameterName(node: Syntax): Syntax | null {
  if (node.type === 'identifier') return node;
  if (/^(default_parameter|typed_default_parameter)$/.test(node.type)) {
    const name = part(node, 'name');
    return name?.type === 'identifier' ? name : null;
  }
  if (/^(typed_parameter|list_splat_pattern|dictionary_splat_pattern)$/.test(node.type)) {
    const [first] = node.children;
    return first ? parameterName(first) : null;
  }
  return null;
}

function declareClass(state: Lowering, node: Syntax, at: Place): void {
  const name = part(node, 'name');
  const id = state.classes.length;
  state.classes.push({
    id,
    name: name ? sourceOf(state, name) : 'class',
    span: spanOf(node),
    binding: null,
    extends: [],
    implements: [],
    decorators: [],
    fields: [],
    methods: [],
  });
  state.classOf.set(node, id);
  state.fields.set(id, new Map());
  if (name) {
    const binding = bind(state, name, 'class', at);
    if (binding.kind === 'import' && isOutermost(node)) binding.kind = 'class';
    if (binding.class === null) binding.class = id;
    const owner = state.classes[id];
    if (owner) owner.binding = binding.id;
  }
  const scope: Scope = { kind: 'class', fn: at.fn, names: new Map(), parent: at.scope };
  state.scopes.set(node, scope);
  for (const child of node.children)
    if (child.field === 'body') declare(state, child, { ...at, scope, class: id, statement: null });
    else declare(state, child, at);
}

/** Where an import as written leads is for linking to say: `from a import b` may mean a name in `a`, or the module `a.b`. */
function declareImport(state: Lowering, node: Syntax, at: Place): void {
  const span = spanOf(node);
  for (const { name, specifier, imported } of importedNames(state, node)) {
    if (name === null) {
      state.exports.push({ name: '*', span, binding: null, value: null, from: specifier, imported });
      continue;
    }
    // `import a.b` binds `a`; what `a.b` leads to has no name of its own.
    const binding =
      name.type === 'dotted_name' ? newBinding(state, sourceOf(state, name), 'import', spanOf(name), at.fn, null) : bind(state, name, 'import', at);
    state.imports.push({ local: binding.id, specifier, imported, typeOnly: false, span });
  }
}

/**
 * `class Author(Base)` after `from schemas import Author` is what the name stands for from then on; in a `try` or an `if`, one of the two is.
 */
function isOutermost(node: Syntax): boolean {
  const at = node.parent?.type === 'decorated_definition' ? node.parent : node;
  return at.parent?.type === 'module';
}

/** Have: if sys.version_info[0] < 3: def to_bytes(s): … else: def to_bytes(s): … */
function isForPythonTwo(state: Lowering, node: Syntax): boolean {
  for (let at: Syntax | null = node; at?.parent; at = at.parent) {
    if (at.parent.type !== 'if_statement' || at.field !== 'consequence' || !part(at.parent, 'alternative')) continue;
    const condition = part(at.parent, 'condition');
    if (condition && /^(sys\.version_info\b[^<>=]*(<\s*\(?3\b|==\s*\(?2\b)|(six\.)?PY2$|not (six\.)?PY3$)/.test(sourceOf(state, condition)))
      return true;
  }
  return false;
}
