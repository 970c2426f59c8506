/**
 * Where the function is declared that a call runs: the symbol that knowledge about libraries is looked up by, or the place
 * in the project's own files that linking goes on from.
 */
import { isBuiltin } from 'node:module';
import ts from 'typescript';
import type { DeclaredCallee } from '../../../model/declared-callee.ts';
import { declarationByName } from './callee-symbol.ts';
import { exportedName, moduleOf } from './declared-in.ts';

export type CalleeReader = (node: ts.CallLikeExpression) => DeclaredCallee | null;

interface Described {
  readonly type: string | null;
  readonly member: string;
  /** It names itself, so that the package may export it under another name. */
  readonly top: boolean;
}

/**
 * `start` is where the function-like node itself begins (`getStart()`: after comments, at its decorators, modifiers, `function`, `(` or name):
 * the declaration with the body for overloads, the arrow or function expression for `const f = …` and `f = …` in a class, the class
 * for `new C()` without a constructor of its own. For an interface's or abstract member it is that member's declaration, with its `type`.
 * `new C()` is `{ type: 'C', member: 'constructor' }`; what a package exports as default or `export =` is the member `default`;
 * a value of the project that is called through the call signature of a package's interface is that interface's member `call`.
 */
export function createCalleeReader(program: ts.Program, checker: ts.TypeChecker): CalleeReader {
  return (node) => {
    const callee = calleeOf(node);
    const constructs = ts.isNewExpression(node) || callee?.kind === ts.SyntaxKind.SuperKeyword;
    const byName = callee === undefined ? undefined : declarationByName(checker, callee, constructs);
    if (byName !== undefined) return describe(byName, undefined, callee, constructs);
    const signature = checker.getResolvedSignature(node);
    const parts = (signature as { readonly compositeSignatures?: readonly ts.Signature[] } | undefined)?.compositeSignatures;
    if (parts !== undefined && parts.length > 1) return agreed(parts.map((part) => describe(part.declaration, part, callee, constructs)));
    const declaration = signature?.declaration ?? (constructs && callee !== undefined ? classOf(callee) : undefined);
    return describe(declaration, signature, callee, constructs);
  };

  function describe(
    declaration: ts.Declaration | undefined,
    signature: ts.Signature | undefined,
    callee: ts.Expression | undefined,
    constructs: boolean,
  ): DeclaredCallee | null {
    if (declaration === undefined || ts.isJSDocSignature(declaration)) return null;
    const module = moduleOf(program, declaration);
    const body = implementationOf(declaration);
    const { type, member, top } = constructs ? constructed(signature, declaration) : (nameOf(declaration) ?? nameAtCall(declaration, callee));
    if (module !== null) {
      const exported = top && module !== 'lib' && module !== 'global' ? exportedName(checker, declaredSymbolHolder(declaration), member) : member;
      return { module, type: type === null ? null : typeName(type, module), member: exported, file: null, start: 0 };
    }
    const file = body.getSourceFile();
    return { module: null, type, member, file: file.fileName, start: body.getStart(file, false) };
  }

  function classOf(callee: ts.Expression): ts.Declaration | undefined {
    const symbol = checker.getTypeAtLocation(callee).getSymbol();
    return symbol?.declarations?.find(ts.isClassLike);
  }

  function implementationOf(declaration: ts.Declaration): ts.Declaration {
    if ((declaration as { readonly body?: ts.Node }).body !== undefined) return declaration;
    const symbol = (declaration as { readonly symbol?: ts.Symbol }).symbol;
    return (
      symbol?.declarations?.find((other) => ts.isFunctionLike(other) && (other as { readonly body?: ts.Node }).body !== undefined) ?? declaration
    );
  }

  /** Interfaces construct too: `SetConstructor` makes a `Set`. */
  function constructed(signature: ts.Signature | undefined, declaration: ts.Declaration): Described {
    const around = ts.isClassLike(declaration) ? declaration : declaration.parent;
    const made = ts.isClassLike(around) ? (around.name?.text ?? 'default') : signature?.getReturnType().getSymbol()?.name;
    const type = made ?? (ts.isFunctionLike(declaration) ? nameOf(declaration)?.member : undefined) ?? null;
    return { type, member: 'constructor', top: false };
  }

  /** A call signature has no name of its own: the property or variable that holds it has. */
  function nameAtCall(declaration: ts.Declaration, callee: ts.Expression | undefined): Described {
    const holder = ts.isInterfaceDeclaration(declaration.parent) ? declaration.parent.name.text : aliasAround(declaration);
    const symbol = callee === undefined ? undefined : checker.getSymbolAtLocation(ts.isPropertyAccessExpression(callee) ? callee.name : callee);
    const target = symbol !== undefined && symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
    const named = target?.valueDeclaration;
    const name = target?.name === 'default' || target?.name === 'export=' ? 'default' : target?.name;
    if (named !== undefined && (ts.isPropertySignature(named) || ts.isPropertyDeclaration(named))) {
      return { type: ownerOf(named) ?? holder, member: name ?? 'default', top: false };
    }
    if (named !== undefined && moduleOf(program, named) === moduleOf(program, declaration) && ts.isVariableDeclaration(named)) {
      return {
        type: null,
        member: moduleOf(program, named) === null ? (name ?? 'default') : exportedName(checker, named, name ?? 'default'),
        top: false,
      };
    }
    const foreign = named !== undefined && moduleOf(program, named) !== moduleOf(program, declaration);
    return { type: holder, member: foreign ? 'call' : (name ?? 'default'), top: false };
  }
}

/** The name without a bundler's suffix. `Object.keys` stands in `ObjectConstructor`: a static member of `Object`. */
function typeName(type: string, module: string): string {
  const name = type.replace(/\$\d+$/, '');
  return module === 'lib' || module === 'global' || isBuiltin(module) ? name.replace(/(?<=.)Constructor$/, '') : name;
}

/** The alternatives of a union: one answer only if they name the same thing. */
function agreed(answers: readonly (DeclaredCallee | null)[]): DeclaredCallee | null {
  const [first = null] = answers;
  if (first === null) return null;
  const same = answers.every(
    (answer) => answer?.module === first.module && answer.member === first.member && answer.file === first.file && answer.start === first.start,
  );
  if (!same) return null;
  return answers.every((answer) => answer?.type === first.type) ? first : { ...first, type: null };
}

function unwrapped(node: ts.Expression): ts.Expression {
  while (ts.isParenthesizedExpression(node) || ts.isNonNullExpression(node) || ts.isAsExpression(node) || ts.isSatisfiesExpression(node))
    node = node.expression;
  return node;
}

function calleeOf(node: ts.CallLikeExpression): ts.Expression | undefined {
  if (ts.isCallExpression(node) || ts.isNewExpression(node)) return unwrapped(node.expression);
  return ts.isTaggedTemplateExpression(node) ? unwrapped(node.tag) : undefined;
}

/** The name that a function-like declaration carries or is given by what holds it; undefined for a bare signature. */
function nameOf(declaration: ts.Declaration): Described | undefined {
  if (ts.isMethodDeclaration(declaration) || ts.isMethodSignature(declaration) || ts.isAccessor(declaration)) {
    return { type: ownerOf(declaration), member: textOf(declaration.name), top: false };
  }
  if (ts.isFunctionDeclaration(declaration)) return { type: null, member: declaration.name?.text ?? 'default', top: true };
  if (ts.isFunctionExpression(declaration) || ts.isArrowFunction(declaration) || ts.isFunctionTypeNode(declaration))
    return nameFromHolder(declaration);
  return undefined;
}

function nameFromHolder(declaration: ts.FunctionExpression | ts.ArrowFunction | ts.FunctionTypeNode): Described | undefined {
  let holder: ts.Node = declaration.parent;
  while (ts.isParenthesizedExpression(holder) || ts.isParenthesizedTypeNode(holder) || ts.isAsExpression(holder) || ts.isSatisfiesExpression(holder))
    holder = holder.parent;
  if (ts.isVariableDeclaration(holder) && ts.isIdentifier(holder.name)) return { type: null, member: holder.name.text, top: true };
  if (ts.isPropertyAssignment(holder) || ts.isPropertyDeclaration(holder) || ts.isPropertySignature(holder))
    return { type: ownerOf(holder), member: textOf(holder.name), top: false };
  if (ts.isParameter(holder) && ts.isIdentifier(holder.name)) return { type: null, member: holder.name.text, top: false };
  if (ts.isExportAssignment(holder)) return { type: null, member: 'default', top: false };
  if (ts.isBinaryExpression(holder)) return nameFromAssignment(holder.left);
  if (ts.isFunctionExpression(declaration) && declaration.name !== undefined) return { type: null, member: declaration.name.text, top: false };
  return ts.isFunctionTypeNode(declaration) ? undefined : { type: null, member: 'anonymous', top: false };
}

/** `exports.f = …`, `module.exports = …`, `C.prototype.m = …`, `C.m = …`. */
function nameFromAssignment(left: ts.Expression): Described {
  if (!ts.isPropertyAccessExpression(left)) return { type: null, member: ts.isIdentifier(left) ? left.text : 'anonymous', top: false };
  const object = left.expression;
  if (left.name.text === 'exports' && ts.isIdentifier(object) && object.text === 'module') return { type: null, member: 'default', top: false };
  if (ts.isPropertyAccessExpression(object) && object.name.text === 'prototype' && ts.isIdentifier(object.expression)) {
    return { type: object.expression.text, member: left.name.text, top: false };
  }
  return { type: null, member: left.name.text, top: false };
}

/** The class or interface that owns a member; the alias for a type literal. */
function ownerOf(member: ts.Node): string | null {
  const { parent } = member;
  if (ts.isClassLike(parent) || ts.isInterfaceDeclaration(parent)) return parent.name?.text ?? null;
  return aliasAround(member);
}

function aliasAround(node: ts.Node): string | null {
  for (let at: ts.Node | undefined = node.parent; at !== undefined && !ts.isStatement(at); at = at.parent) {
    if (ts.isClassLike(at)) return null;
  }
  for (let at: ts.Node | undefined = node.parent; at !== undefined; at = at.parent) {
    if (ts.isTypeAliasDeclaration(at)) return at.name.text;
    if (ts.isStatement(at)) return null;
  }
  return null;
}

/** For `declare const f: () => void` the variable is what is exported. */
function declaredSymbolHolder(declaration: ts.Declaration): ts.Declaration {
  for (let at: ts.Node = declaration; !ts.isStatement(at) && at.parent !== undefined; at = at.parent) if (ts.isVariableDeclaration(at)) return at;
  return declaration;
}

const textOf = (name: ts.PropertyName): string =>
  ts.isIdentifier(name) || ts.isPrivateIdentifier(name) || ts.isStringLiteralLike(name) || ts.isNumericLiteral(name) ? name.text : name.getText();
