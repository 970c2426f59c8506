/**
 * First pass: every scope, declaration, function, loop and call of the file gets its id, so that the second pass can
 * resolve names whatever the order they stand in.
 */
import ts from 'typescript';
import { blankLoop } from '../../../model/blank.ts';
import type { Binding, BindingKind, Decorator, FnKind, Param, TypeName } from '../../../model/file.ts';
import { callbackLoop, isFunction } from './iteration.ts';
import { enclosingFn, type Lowering, loopsAround, type Mutable, newBinding, newFn, resolveName, spanOf, typeName, unwrap, wrapped } from './state.ts';

export function declareAll(state: Lowering): void {
  state.scopes.set(state.file, new Map());
  const whole = { start: 0, end: state.file.end };
  newFn(state, 'module', 'module', whole, { start: 0, end: 0 }, null).directives = directivesOf(state.file.statements);
  state.fnOf.set(state.file, 0);
  ts.forEachChild(state.file, (child) => declare(state, child));
  // What a type stands for may be declared below it.
  for (const node of state.namedTypes) {
    const binding = state.bindings[resolveName(state, node.name.text, node)];
    const base = ts.isTypeAliasDeclaration(node) ? node.type : node.heritageClauses?.[0]?.types[0];
    if (binding?.kind === 'type')
      binding.type = ts.isTypeAliasDeclaration(node)
        ? typeName(state, node.type)
        : base && ts.isExpressionWithTypeArguments(base)
          ? heritageName(state, base)
          : null;
  }
  for (const binding of state.bindings) {
    if (binding.elementOf === null) continue;
    const elements = state.elements.get(binding.elementOf);
    if (elements) elements.push(binding.id);
    else state.elements.set(binding.elementOf, [binding.id]);
  }
}

function declare(state: Lowering, node: ts.Node): void {
  if (ts.isFunctionLike(node) && 'body' in node) return declareFunction(state, node as ts.FunctionLikeDeclaration);
  if (ts.isClassLike(node)) return declareClass(state, node);
  // `class Jwt extends PassportStrategy(Strategy)`: a base is an expression, though it is parsed as a type.
  if (ts.isExpressionWithTypeArguments(node)) return declare(state, node.expression);
  if (ts.isTypeNode(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) return declareTypeName(state, node);
  if (ts.isCallExpression(node) || ts.isNewExpression(node) || ts.isTaggedTemplateExpression(node)) declareCall(state, node);
  else if (ts.isIterationStatement(node, false)) declareLoop(state, node);
  else if (isObjectWithThis(state, node)) declareObject(state, node);
  else if (opensScope(node)) state.scopes.set(node, new Map());
  else if (ts.isImportDeclaration(node) || ts.isImportEqualsDeclaration(node)) return declareImport(state, node);
  else if (ts.isEnumDeclaration(node)) declareName(state, node.name, 'enum', scopeFor(node, false));
  else if (ts.isModuleDeclaration(node) && ts.isIdentifier(node.name)) declareName(state, node.name, 'const', scopeFor(node, false));
  if (ts.isVariableDeclarationList(node)) {
    for (const declaration of node.declarations) declareVariable(state, declaration, node);
  }
  ts.forEachChild(node, (child) => declare(state, child));
}

function opensScope(node: ts.Node): boolean {
  return ts.isBlock(node) || ts.isCatchClause(node) || ts.isCaseBlock(node) || ts.isModuleBlock(node);
}

/** The node whose scope a declaration belongs to: the function for `var`, else the nearest block. */
function scopeFor(node: ts.Node, hoisted: boolean): ts.Node {
  for (let at = node.parent; at; at = at.parent) {
    if (ts.isSourceFile(at) || ts.isModuleBlock(at) || (ts.isFunctionLike(at) && 'body' in at)) return at;
    if (!hoisted && (ts.isBlock(at) || ts.isCaseBlock(at) || ts.isCatchClause(at) || ts.isIterationStatement(at, false))) {
      // The outermost block of a function is the scope of its parameters too.
      return ts.isBlock(at) && ts.isFunctionLike(at.parent) ? at.parent : at;
    }
  }
  return node.getSourceFile();
}

function declareName(state: Lowering, name: ts.Identifier, kind: BindingKind, scope: ts.Node): Mutable<Binding> {
  const names = state.scopes.get(scope) ?? new Map<string, number>();
  state.scopes.set(scope, names);
  const known = names.get(name.text);
  // Overloads, `var` twice, and declaration merging all mean the same name.
  if (known !== undefined) return state.bindings[known] as Mutable<Binding>;
  const binding = newBinding(state, name.text, kind, spanOf(state, name), enclosingFn(state, name), loopsAround(state, name)[0] ?? null);
  names.set(name.text, binding.id);
  return binding;
}

/** A base as written: `CanActivate`, `vscode.TreeDataProvider`. */
export function heritageName(state: Lowering, node: ts.ExpressionWithTypeArguments): TypeName | null {
  const head = ts.isPropertyAccessExpression(node.expression) ? node.expression.expression : node.expression;
  return ts.isIdentifier(head) ? { name: node.expression.getText(state.file), binding: resolveName(state, head.text, head), args: [] } : null;
}

function declareTypeName(state: Lowering, node: ts.Node): void {
  if (!ts.isInterfaceDeclaration(node) && !ts.isTypeAliasDeclaration(node)) return;
  const scope = scopeFor(node, false);
  if (state.scopes.get(scope)?.has(node.name.text)) return;
  declareName(state, node.name, 'type', scope);
  state.namedTypes.push(node);
}

/** All names that a pattern binds, with their declarations. */
export function boundNames(name: ts.BindingName): { name: ts.Identifier; element: ts.BindingElement | null }[] {
  if (ts.isIdentifier(name)) return [{ name, element: null }];
  return name.elements.flatMap((e) =>
    ts.isOmittedExpression(e) ? [] : ts.isIdentifier(e.name) ? [{ name: e.name, element: e }] : boundNames(e.name),
  );
}

function partOf(element: ts.BindingElement | null): string | null {
  if (!element) return null;
  const path = patternPath(element);
  return element.dotDotDotToken ? [...path, '...'].join('.') : path.join('.');
}

/** Which part of what it is given a name takes: `['user', 'id']` of `{ user: { id: userId } }`. */
export function patternPath(element: ts.BindingElement): string[] {
  const own = element.dotDotDotToken ? [] : ts.isObjectBindingPattern(element.parent) ? [(element.propertyName ?? element.name).getText()] : ['[]'];
  const holder = element.parent.parent;
  return ts.isBindingElement(holder) ? [...patternPath(holder), ...own] : own;
}

function declareVariable(state: Lowering, declaration: ts.VariableDeclaration, list: ts.VariableDeclarationList): void {
  const flags = ts.getCombinedNodeFlags(list);
  const kind: BindingKind = flags & ts.NodeFlags.Const ? 'const' : flags & ts.NodeFlags.Let ? 'let' : flags & ts.NodeFlags.Using ? 'const' : 'var';
  const loop = ts.isIterationStatement(list.parent, false) ? (state.loopOf.get(list.parent) ?? null) : null;
  for (const { name, element } of boundNames(declaration.name)) {
    const binding = declareName(state, name, kind, scopeFor(list, kind === 'var'));
    binding.part = partOf(element);
    if (ts.isIdentifier(declaration.name)) binding.type = typeName(state, declaration.type);
    // `let i` of a for statement, the element of a for-of: they differ on each iteration.
    if (loop !== null && !isConstantHead(declaration)) {
      binding.elementOf = loop;
      binding.loop = loop;
    }
  }
}

/** `n` of `for (let i = 0, n = xs.length; …)` is no index. */
function isConstantHead(declaration: ts.VariableDeclaration): boolean {
  const statement = declaration.parent.parent;
  if (!ts.isForStatement(statement) || !ts.isIdentifier(declaration.name)) return false;
  const name = declaration.name.text;
  const changes = (node: ts.Node): boolean => {
    if ((ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) && ts.isIdentifier(node.operand) && node.operand.text === name)
      return true;
    if (
      ts.isBinaryExpression(node) &&
      ts.isIdentifier(node.left) &&
      node.left.text === name &&
      node.operatorToken.kind >= ts.SyntaxKind.FirstAssignment &&
      node.operatorToken.kind <= ts.SyntaxKind.LastAssignment
    )
      return true;
    return ts.forEachChild(node, changes) ?? false;
  };
  return !(statement.incrementor && changes(statement.incrementor)) && !(statement.condition && changes(statement.condition));
}

function declareImport(state: Lowering, node: ts.ImportDeclaration | ts.ImportEqualsDeclaration): void {
  const add = (name: ts.Identifier, specifier: string, imported: string, typeOnly: boolean): void => {
    const binding = declareName(state, name, 'import', state.file);
    state.imports.push({ local: binding.id, specifier, imported, typeOnly, span: spanOf(state, node) });
  };
  if (ts.isImportEqualsDeclaration(node)) {
    const reference = node.moduleReference;
    if (ts.isExternalModuleReference(reference) && ts.isStringLiteralLike(reference.expression))
      add(node.name, reference.expression.text, '*', node.isTypeOnly);
    else declareName(state, node.name, 'import', state.file);
    return;
  }
  if (!ts.isStringLiteral(node.moduleSpecifier)) return;
  const specifier = node.moduleSpecifier.text;
  const clause = node.importClause;
  if (!clause) return;
  const typeOnly = clause.phaseModifier === ts.SyntaxKind.TypeKeyword;
  if (clause.name) add(clause.name, specifier, 'default', typeOnly);
  if (clause.namedBindings && ts.isNamespaceImport(clause.namedBindings)) add(clause.namedBindings.name, specifier, '*', typeOnly);
  else if (clause.namedBindings)
    for (const e of clause.namedBindings.elements) add(e.name, specifier, (e.propertyName ?? e.name).text, typeOnly || e.isTypeOnly);
}

function declareFunction(state: Lowering, node: ts.FunctionLikeDeclaration): void {
  const parent = enclosingFn(state, node);
  if (ts.isFunctionDeclaration(node) && node.name) {
    const binding = declareName(state, node.name, 'function', scopeFor(node, false));
    // An overload signature has no body; the implementation comes last.
    if (!node.body) return;
    binding.function = state.functions.length;
  }
  if (!node.body) return;
  const head = 'name' in node && node.name ? spanOf(state, node.name) : { start: node.getStart(state.file), end: node.body.getStart(state.file) };
  const fn = newFn(state, kindOf(node), functionName(state, node), spanOf(state, node), head, parent);
  fn.async = hasModifier(node, ts.SyntaxKind.AsyncKeyword);
  fn.static = hasModifier(node, ts.SyntaxKind.StaticKeyword);
  fn.generator = 'asteriskToken' in node && node.asteriskToken !== undefined;
  fn.loop = state.loopOfClosure.get(node) ?? null;
  fn.returnType = typeName(state, node.type);
  if (ts.isBlock(node.body)) fn.directives = directivesOf(node.body.statements);
  state.fnOf.set(node, fn.id);
  if (ts.isClassLike(node.parent)) fn.class = state.classOf.get(node.parent) ?? null;
  const names = new Map<string, number>();
  state.scopes.set(node, names);
  if (ts.isFunctionExpression(node) && node.name) names.set(node.name.text, selfBinding(state, node.name, fn.id));
  node.parameters.forEach((parameter, index) => fn.params.push(declareParameter(state, node, parameter, index)));
  for (const p of node.parameters) {
    if (p.initializer) declare(state, p.initializer);
    for (const d of ts.canHaveDecorators(p) ? (ts.getDecorators(p) ?? []) : []) declare(state, d);
  }
  for (const d of ts.canHaveDecorators(node) ? (ts.getDecorators(node) ?? []) : []) declare(state, d);
  declare(state, node.body);
}

/** `'use strict'`, `'use server'`: strings that stand alone before the first statement. */
function directivesOf(statements: readonly ts.Statement[]): string[] {
  const found: string[] = [];
  for (const statement of statements) {
    if (!ts.isExpressionStatement(statement) || !ts.isStringLiteral(statement.expression)) break;
    found.push(statement.expression.text);
  }
  return found;
}

function selfBinding(state: Lowering, name: ts.Identifier, fn: number): number {
  const binding = newBinding(state, name.text, 'function', spanOf(state, name), fn, null);
  binding.function = fn;
  return binding.id;
}

function declareParameter(state: Lowering, node: ts.FunctionLikeDeclaration, parameter: ts.ParameterDeclaration, index: number): Param {
  const type = typeName(state, parameter.type);
  const loop = state.loopOfClosure.get(node) ?? null;
  const varies = loop !== null && variesPerElement(node, index);
  for (const { name, element } of boundNames(parameter.name)) {
    const binding = declareName(state, name, 'param', node);
    binding.param = index;
    binding.part = partOf(element);
    if (ts.isIdentifier(parameter.name)) binding.type = type;
    // The accumulator of a reduce outlives its iterations.
    if (loop !== null) binding.loop = varies ? loop : (state.loops[loop]?.parent ?? null);
    if (varies) binding.elementOf = loop;
  }
  const named = ts.isIdentifier(parameter.name) ? parameter.name : null;
  return {
    name: named?.text ?? parameter.name.getText(state.file).replace(/\s+/g, ' ').slice(0, 40),
    binding: named ? (state.scopes.get(node)?.get(named.text) ?? null) : null,
    optional: parameter.questionToken !== undefined || parameter.initializer !== undefined,
    rest: parameter.dotDotDotToken !== undefined,
    type,
    decorators: [],
  };
}

/** The accumulator of a reduce and the whole list that array methods pass last do not differ per element. */
function variesPerElement(closure: ts.Node, index: number): boolean {
  const call = wrapped(closure).parent;
  if (!ts.isCallExpression(call)) return false;
  const method = callbackLoop(call)?.method ?? '';
  if (method.startsWith('reduce')) return index === 1 || index === 2;
  if (method === 'sort' || method === 'toSorted') return index < 2;
  return index < 2;
}

/** `const pads = { list: [], add(pad) { this.list.push(pad); } }`: an object whose methods share its fields is a class with one instance. */
export function isObjectWithThis(state: Lowering, node: ts.Node): node is ts.ObjectLiteralExpression {
  if (!ts.isObjectLiteralExpression(node) || !node.properties.some((p) => methodIn(p) !== null)) return false;
  const at = state.file.text.indexOf('this', node.pos);
  return at >= 0 && at < node.end;
}

/** The function that a member of an object literal holds, if its `this` is the object. */
export function methodIn(member: ts.ObjectLiteralElementLike): ts.MethodDeclaration | ts.FunctionExpression | ts.AccessorDeclaration | null {
  if (ts.isMethodDeclaration(member) || ts.isAccessor(member)) return member;
  const held = ts.isPropertyAssignment(member) ? unwrap(member.initializer) : null;
  return held && ts.isFunctionExpression(held) ? held : null;
}

function declareObject(state: Lowering, node: ts.ObjectLiteralExpression): void {
  const id = state.classes.length;
  const name = variableName(node) ?? 'object';
  state.classes.push({ id, name, span: spanOf(state, node), binding: null, extends: [], implements: [], decorators: [], fields: [], methods: [] });
  state.classOf.set(node, id);
  state.fields.set(id, new Map());
}

function declareClass(state: Lowering, node: ts.ClassLikeDeclaration): void {
  const id = state.classes.length;
  const name = node.name?.text ?? variableName(node) ?? 'class';
  let binding: number | null = null;
  if (node.name && ts.isClassDeclaration(node)) {
    const declared = declareName(state, node.name, 'class', scopeFor(node, false));
    declared.class = id;
    binding = declared.id;
  }
  state.classes.push({ id, name, span: spanOf(state, node), binding, extends: [], implements: [], decorators: [], fields: [], methods: [] });
  state.classOf.set(node, id);
  state.fields.set(id, new Map());
  state.scopes.set(node, new Map());
  ts.forEachChild(node, (child) => declare(state, child));
}

function declareLoop(state: Lowering, node: ts.IterationStatement): void {
  const id = state.loops.length;
  state.loopOf.set(node, id);
  state.scopes.set(node, new Map());
  state.loops.push(emptyLoop(id, spanOf(state, node), enclosingFn(state, node), loopsAround(state, node)[0] ?? null));
}

export function emptyLoop(id: number, span: { start: number; end: number }, fn: number, parent: number | null): Lowering['loops'][number] {
  return blankLoop({ id, span, fn, parent });
}

function declareCall(state: Lowering, node: ts.CallExpression | ts.NewExpression | ts.TaggedTemplateExpression): void {
  state.callOf.set(node, state.callOf.size);
  if (!ts.isCallExpression(node)) return;
  const loop = callbackLoop(node);
  if (!loop || !isFunction(loop.callback)) return;
  const id = state.loops.length;
  state.loopOf.set(node, id);
  state.loopOfClosure.set(unwrap(loop.callback), id);
  state.loops.push(emptyLoop(id, spanOf(state, node), enclosingFn(state, node), loopsAround(state, node)[0] ?? null));
}

function kindOf(node: ts.FunctionLikeDeclaration): FnKind {
  if (ts.isConstructorDeclaration(node)) return 'constructor';
  if (ts.isGetAccessor(node)) return 'getter';
  if (ts.isSetAccessor(node)) return 'setter';
  if (ts.isMethodDeclaration(node)) return 'method';
  if (ts.isFunctionDeclaration(node)) return 'function';
  const holder = wrapped(node).parent;
  return ts.isCallExpression(holder) || ts.isNewExpression(holder) ? 'closure' : 'function';
}

function functionName(state: Lowering, node: ts.FunctionLikeDeclaration): string {
  const owner = ts.isClassLike(node.parent) ? `${node.parent.name?.text ?? variableName(node.parent) ?? 'class'}.` : '';
  if (ts.isConstructorDeclaration(node)) return `${owner}constructor`;
  if (node.name) return owner + node.name.getText(state.file);
  const held = variableName(node);
  if (held) return held;
  const holder = wrapped(node).parent;
  if (ts.isCallExpression(holder)) return `callback of ${holder.expression.getText(state.file).replace(/\s+/g, ' ').slice(-40)}`;
  return 'anonymous function';
}

/** The name of the variable, property or field that holds an expression. */
function variableName(node: ts.Node): string | null {
  const holder = wrapped(node).parent;
  if (ts.isVariableDeclaration(holder) && ts.isIdentifier(holder.name)) return holder.name.text;
  if (ts.isPropertyAssignment(holder)) return holder.name.getText();
  if (ts.isPropertyDeclaration(holder)) return `${holder.parent.name?.text ?? 'class'}.${holder.name.getText()}`;
  if (ts.isBinaryExpression(holder) && holder.operatorToken.kind === ts.SyntaxKind.EqualsToken && ts.isPropertyAccessExpression(holder.left))
    return holder.left.getText().slice(-60);
  return null;
}

export function hasModifier(node: ts.Node, kind: ts.SyntaxKind): boolean {
  return ts.canHaveModifiers(node) && (ts.getModifiers(node)?.some((m) => m.kind === kind) ?? false);
}

export function decoratorsOf(state: Lowering, node: ts.Node, valueOf: (e: ts.Expression) => Decorator['args'][number]): Decorator[] {
  if (!ts.canHaveDecorators(node)) return [];
  return (ts.getDecorators(node) ?? []).map((decorator) => {
    const expression = decorator.expression;
    const callee = ts.isCallExpression(expression) ? expression.expression : expression;
    return {
      name: callee.getText(state.file),
      callee: valueOf(callee),
      args: ts.isCallExpression(expression) ? expression.arguments.map((a) => valueOf(a)) : [],
    };
  });
}

/** The bindings that differ on each iteration of a loop. */
export function elementsOf(state: Lowering, loop: number): number[] {
  return state.elements.get(loop) ?? [];
}
