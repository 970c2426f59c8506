/**
 * Who declares a symbol: the language, a package, a built-in module, or the project itself. Knowledge about libraries is
 * looked up by this name, so it must not depend on how a package happens to be installed.
 */
import ts from 'typescript';
import { packageOfPath } from './resolve.ts';

/**
 * `lib` for the language's own; a bare package name, `@types/x` counting as `x`; `fs`, `fs/promises` … for built-in modules (no `node:`);
 * `global` for globals that the runtime's types declare outside any module; null for the project's own files.
 */
export function moduleOf(program: ts.Program, declaration: ts.Node): string | null {
  const file = declaration.getSourceFile();
  if (program.isSourceFileDefaultLibrary(file)) return 'lib';
  const ambient = ambientModule(declaration);
  const installed = packageOfPath(file.fileName);
  if (ambient !== null && !ambient.startsWith('.')) {
    return installed === 'node' || installed === 'bun-types' ? ambient.replace(/^node:/, '') : (packageOfPath(`/node_modules/${ambient}`) ?? ambient);
  }
  return installed === 'node' ? 'global' : installed;
}

/** The name of the `declare module 'x'` around a declaration. */
function ambientModule(declaration: ts.Node): string | null {
  for (let node: ts.Node | undefined = declaration; node !== undefined; node = node.parent) {
    if (ts.isModuleDeclaration(node) && ts.isStringLiteral(node.name)) return node.name.text;
  }
  return null;
}

/** The name under which a package exports what it declares: `default` for its own function, and not the name that a bundler gave it. */
export function exportedName(checker: ts.TypeChecker, declaration: ts.Declaration, name: string): string {
  const symbol = (declaration as { readonly symbol?: ts.Symbol }).symbol;
  const module = (declaration.getSourceFile() as { readonly symbol?: ts.Symbol }).symbol ?? ambientSymbol(declaration);
  const exports = module?.exports;
  if (symbol === undefined || exports === undefined) return name;
  const leadsHere = (candidate: ts.Symbol | undefined): boolean =>
    candidate !== undefined &&
    (candidate === symbol || ((candidate.flags & ts.SymbolFlags.Alias) !== 0 && checker.getAliasedSymbol(candidate) === symbol));
  if (leadsHere(exports.get(ts.InternalSymbolName.ExportEquals)) || leadsHere(exports.get(ts.InternalSymbolName.Default))) return 'default';
  if (leadsHere(exports.get(ts.escapeLeadingUnderscores(name)))) return name;
  if (/\$\d+$/.test(name)) {
    for (const [exported, candidate] of exports) if (leadsHere(candidate)) return ts.unescapeLeadingUnderscores(exported);
  }
  return name;
}

function ambientSymbol(declaration: ts.Node): ts.Symbol | undefined {
  for (let node: ts.Node | undefined = declaration; node !== undefined; node = node.parent) {
    if (ts.isModuleDeclaration(node) && ts.isStringLiteral(node.name)) return (node as { readonly symbol?: ts.Symbol }).symbol;
  }
  return undefined;
}
