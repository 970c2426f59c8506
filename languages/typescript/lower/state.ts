/**
 * What lowering one file carries along: the model under construction and the maps from syntax nodes to its ids.
 * Declaring (scopes.ts) fills the maps first, so that a use may stand before its declaration.
 */
import ts from 'typescript';
import { blankBinding, blankFn } from '../../../model/blank.ts';
import type { Binding, BindingKind, Call, Class, Export, Fn, FnKind, Import, Loop, Span, TypeName, Value } from '../../../model/file.ts';
import type { Rebuild } from '../../../model/rebuild.ts';

/** Builds need to write what the model offers to read only. */
export type Mutable<T> = { -readonly [K in keyof T]: T[K] };

export interface Lowering {
  readonly file: ts.SourceFile;
  readonly functions: Mutable<Fn>[];
  readonly loops: Mutable<Loop>[];
  readonly calls: Mutable<Call>[];
  readonly rebuilds: Rebuild[];
  readonly bindings: Mutable<Binding>[];
  readonly classes: Mutable<Class>[];
  readonly imports: Import[];
  readonly exports: Export[];
  /** Names declared by the scope that a node opens. */
  readonly scopes: Map<ts.Node, Map<string, number>>;
  readonly fnOf: Map<ts.Node, number>;
  /** Loop statements, and the calls that are loops because they run a callback per element. */
  readonly loopOf: Map<ts.Node, number>;
  /** Closures that a callback loop runs per element. */
  readonly loopOfClosure: Map<ts.Node, number>;
  readonly callOf: Map<ts.Node, number>;
  readonly classOf: Map<ts.Node, number>;
  /** Fields by class and name. */
  readonly fields: Map<number, Map<string, Mutable<Class['fields'][number]>>>;
  /** Names that no scope of the file declares. */
  readonly globals: Map<string, number>;
  /** Bindings that identifiers stand for; null for names that are none. */
  readonly references: Map<ts.Identifier, number | null>;
  readonly namedTypes: (ts.InterfaceDeclaration | ts.TypeAliasDeclaration)[];
  /** Per loop, the bindings that differ on each iteration. */
  readonly elements: Map<number, number[]>;
  /** Every value, so that kinds can be completed once all uses are known. */
  readonly values: Value[];
}

export function spanOf(state: Lowering, node: ts.Node): Span {
  return { start: node.getStart(state.file), end: node.end };
}

export function newFn(state: Lowering, kind: FnKind, name: string, span: Span, nameSpan: Span, parent: number | null): Mutable<Fn> {
  const fn: Mutable<Fn> = blankFn({ id: state.functions.length, kind, name, span, nameSpan, parent });
  state.functions.push(fn);
  return fn;
}

export function newBinding(state: Lowering, name: string, kind: BindingKind, span: Span, fn: number, loop: number | null): Mutable<Binding> {
  const binding: Mutable<Binding> = blankBinding({ id: state.bindings.length, name, kind, span, fn, loop });
  state.bindings.push(binding);
  return binding;
}

/** The binding that an identifier means where it stands; a name that nothing declares is a global. */
export function resolveName(state: Lowering, name: string, at: ts.Node): number {
  for (let node: ts.Node | undefined = at; node; node = node.parent) {
    const found = state.scopes.get(node)?.get(name);
    if (found !== undefined) return found;
  }
  const known = state.globals.get(name);
  if (known !== undefined) return known;
  const binding = newBinding(state, name, 'global', { start: 0, end: 0 }, 0, null);
  state.globals.set(name, binding.id);
  return binding.id;
}

/** The function whose body a node stands in; the module body is 0. */
export function enclosingFn(state: Lowering, node: ts.Node): number {
  for (let at: ts.Node | undefined = node.parent; at; at = at.parent) {
    const fn = state.fnOf.get(at);
    if (fn !== undefined) return fn;
  }
  return 0;
}

/** The class whose `this` a node sees, through arrow functions. */
export function thisClass(state: Lowering, node: ts.Node): number | null {
  for (let at: ts.Node | undefined = node.parent; at; at = at.parent) {
    if (ts.isClassLike(at)) return state.classOf.get(at) ?? null;
    if (ts.isFunctionDeclaration(at)) return null;
    if (ts.isFunctionExpression(at)) {
      const holder = wrapped(at).parent;
      return ts.isPropertyAssignment(holder) ? (state.classOf.get(holder.parent) ?? null) : null;
    }
    if ((ts.isMethodDeclaration(at) || ts.isAccessor(at)) && ts.isObjectLiteralExpression(at.parent)) return state.classOf.get(at.parent) ?? null;
  }
  return null;
}

/**
 * Loops around a node, innermost first. A loop reaches into a closure that is handed to a call or run at once,
 * because that is where the closure most likely runs; it does not reach into functions that are only declared inside it.
 */
export function loopsAround(state: Lowering, node: ts.Node): number[] {
  const loops: number[] = [];
  let child: ts.Node = node;
  for (let at: ts.Node | undefined = node.parent; at; child = at, at = at.parent) {
    const ofClosure = state.loopOfClosure.get(at);
    if (ofClosure !== undefined && !isParameterOf(child, at)) loops.push(ofClosure);
    else if (ts.isFunctionLike(at) && !isArgumentOrCallee(at)) break;
    if (ts.isClassLike(at)) break;
    const loop = state.loopOf.get(at);
    if (loop !== undefined && ts.isIterationStatement(at, false) && isRepeatedPart(at, child)) loops.push(loop);
  }
  return loops;
}

function isParameterOf(child: ts.Node, fn: ts.Node): boolean {
  return ts.isParameter(child) && child.parent === fn && child.initializer === undefined;
}

function isArgumentOrCallee(fn: ts.Node): boolean {
  let node = fn;
  while (ts.isParenthesizedExpression(node.parent)) node = node.parent;
  const parent = node.parent;
  return (
    (ts.isCallExpression(parent) || ts.isNewExpression(parent)) &&
    (parent.expression === node || (parent.arguments?.some((a) => a === node) ?? false))
  );
}

/** What a loop evaluates once (the list of a for-of, the start of a for) does not stand in it. */
function isRepeatedPart(loop: ts.IterationStatement, child: ts.Node): boolean {
  if (ts.isForOfStatement(loop) || ts.isForInStatement(loop)) return child !== loop.expression;
  if (ts.isForStatement(loop)) return child !== loop.initializer || ts.isVariableDeclarationList(child);
  return true;
}

/** Wrappers that change nothing about which value an expression is. */
export function unwrap(node: ts.Expression): ts.Expression {
  let at = node;
  for (;;) {
    if (
      ts.isParenthesizedExpression(at) ||
      ts.isAsExpression(at) ||
      ts.isNonNullExpression(at) ||
      ts.isSatisfiesExpression(at) ||
      ts.isTypeAssertionExpression(at)
    )
      at = at.expression;
    else return at;
  }
}

/** The outermost wrapper (parentheses, `as`, `!`) around a node. */
export function wrapped(node: ts.Node): ts.Node {
  let at = node;
  while (
    at.parent &&
    (ts.isParenthesizedExpression(at.parent) ||
      ts.isAsExpression(at.parent) ||
      ts.isNonNullExpression(at.parent) ||
      ts.isSatisfiesExpression(at.parent) ||
      ts.isTypeAssertionExpression(at.parent))
  )
    at = at.parent;
  return at;
}

export function typeName(state: Lowering, node: ts.TypeNode | undefined): TypeName | null {
  if (!node) return null;
  if (ts.isArrayTypeNode(node)) return { name: '[]', binding: null, args: present([typeName(state, node.elementType)]) };
  if (ts.isTupleTypeNode(node)) return { name: 'tuple', binding: null, args: present(node.elements.map((e) => typeName(state, e))) };
  if (ts.isTypeOperatorNode(node)) return typeName(state, node.type);
  if (ts.isParenthesizedTypeNode(node)) return typeName(state, node.type);
  if (ts.isNamedTupleMember(node) || ts.isRestTypeNode(node) || ts.isOptionalTypeNode(node)) return typeName(state, node.type);
  if (ts.isUnionTypeNode(node)) {
    const rest = node.types.filter(
      (t) => t.kind !== ts.SyntaxKind.UndefinedKeyword && !(ts.isLiteralTypeNode(t) && t.literal.kind === ts.SyntaxKind.NullKeyword),
    );
    if (rest.length === 1) return typeName(state, rest[0]);
    if (rest.every((t) => ts.isLiteralTypeNode(t))) return { name: 'literals', binding: null, args: [] };
    return { name: 'union', binding: null, args: present(rest.map((t) => typeName(state, t))) };
  }
  if (ts.isTypeReferenceNode(node)) {
    const args = present((node.typeArguments ?? []).map((a) => typeName(state, a)));
    const name = node.typeName.getText(state.file);
    if (name === 'Array' || name === 'ReadonlyArray') return { name: '[]', binding: null, args };
    const head = ts.isIdentifier(node.typeName) ? node.typeName : leftmost(node.typeName);
    // A type parameter stands for whatever the caller has.
    return { name, binding: isTypeParameter(head) ? null : resolveName(state, head.text, node), args };
  }
  switch (node.kind) {
    case ts.SyntaxKind.StringKeyword:
      return { name: 'string', binding: null, args: [] };
    case ts.SyntaxKind.NumberKeyword:
      return { name: 'number', binding: null, args: [] };
    case ts.SyntaxKind.BooleanKeyword:
      return { name: 'boolean', binding: null, args: [] };
    case ts.SyntaxKind.BigIntKeyword:
      return { name: 'bigint', binding: null, args: [] };
    case ts.SyntaxKind.SymbolKeyword:
      return { name: 'symbol', binding: null, args: [] };
    default:
      return null;
  }
}

function isTypeParameter(name: ts.Identifier): boolean {
  for (let at: ts.Node | undefined = name.parent; at; at = at.parent) {
    const declared =
      ts.isFunctionLike(at) || ts.isClassLike(at) || ts.isInterfaceDeclaration(at) || ts.isTypeAliasDeclaration(at) ? at.typeParameters : undefined;
    if (declared?.some((p) => p.name.text === name.text)) return true;
  }
  return false;
}

function leftmost(name: ts.EntityName): ts.Identifier {
  return ts.isIdentifier(name) ? name : leftmost(name.left);
}

function present<T>(items: readonly (T | null)[]): T[] {
  return items.filter((item): item is T => item !== null);
}
