/**
 * Finds what a call runs from the name that is called, without checking its arguments. Which overload it is does not
 * matter to us, and choosing one is what makes types of heavily generic libraries slow.
 */
import ts from 'typescript';

/** The function or constructor that the callee's symbol alone stands for; undefined when only resolving the call can tell. */
export function declarationByName(checker: ts.TypeChecker, callee: ts.Expression, constructs: boolean): ts.Declaration | undefined {
  const name = ts.isPropertyAccessExpression(callee) ? callee.name : ts.isIdentifier(callee) ? callee : undefined;
  const found = name === undefined ? undefined : checker.getSymbolAtLocation(name);
  if (found === undefined) return undefined;
  const symbol = found.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(found) : found;
  return constructs ? constructorOf(symbol) : functionOf(symbol);
}

function functionOf(symbol: ts.Symbol): ts.Declaration | undefined {
  if (symbol.flags & (ts.SymbolFlags.Class | ts.SymbolFlags.Enum)) return undefined;
  // A function may be merged with a namespace or an interface of its name.
  const functions = (symbol.declarations ?? []).filter(
    (declaration) => !ts.isModuleDeclaration(declaration) && !ts.isInterfaceDeclaration(declaration),
  );
  const [first] = functions;
  if (first === undefined) return undefined;
  if (functions.length === 1) return initializerOf(first) ?? (isNamedFunction(first) ? first : undefined);
  // Overloads: all in one place, or else it matters which one is meant.
  if (!functions.every((declaration) => isNamedFunction(declaration) && declaration.parent === first.parent)) return undefined;
  return functions.find((declaration) => (declaration as { readonly body?: ts.Node }).body !== undefined) ?? first;
}

const isNamedFunction = (declaration: ts.Declaration): boolean =>
  ts.isFunctionDeclaration(declaration) || ts.isMethodDeclaration(declaration) || ts.isMethodSignature(declaration);

/** `const f = () => …` and `f = () => …` in a class, unless a type is written that may say something else. */
function initializerOf(declaration: ts.Declaration): ts.Declaration | undefined {
  if (!ts.isVariableDeclaration(declaration) && !ts.isPropertyDeclaration(declaration)) return undefined;
  const { initializer, type } = declaration;
  if (initializer === undefined || type !== undefined) return undefined;
  return ts.isArrowFunction(initializer) || ts.isFunctionExpression(initializer) ? initializer : undefined;
}

/** The class's own constructor, or the class if it neither has nor inherits one. */
function constructorOf(symbol: ts.Symbol): ts.Declaration | undefined {
  const classes = (symbol.declarations ?? []).filter(ts.isClassLike);
  const [only] = classes;
  if (only === undefined || classes.length > 1) return undefined;
  const constructors = only.members.filter(ts.isConstructorDeclaration);
  const own = constructors.find((member) => member.body !== undefined) ?? constructors[0];
  if (own !== undefined) return own;
  return (only.heritageClauses ?? []).some((clause) => clause.token === ts.SyntaxKind.ExtendsKeyword) ? undefined : only;
}
