/** What of a module can be called from outside, and with which types: exported functions, exported classes, and calls a case asks for. */
import { join } from 'node:path';
import ts from 'typescript';
import { createProgram } from '../cases/type-errors.ts';

export interface Target {
  readonly file: string;
  /** `export default` is `default`. */
  readonly name: string;
  readonly checker: ts.TypeChecker;
  readonly params: readonly ts.Type[];
  /** For classes: what can be called on an instance. */
  readonly methods: readonly { readonly name: string; readonly params: readonly ts.Type[] }[] | null;
}

/** `runs` are calls such as `f(string[], {id: string}[])`, for functions whose own types say too little. */
export function findTargets(
  folder: string,
  files: readonly string[],
  packages: readonly string[],
  runs: readonly string[],
  write: (name: string, text: string) => void,
): Target[] {
  const asked = runs.map((run, index) => ({ ...readRun(run), file: `__run${index}.ts` }));
  for (const each of asked) write(each.file, `export declare function run${each.params};\n`);
  const program = createProgram(folder, [...files, ...asked.map((each) => each.file)], packages);
  const checker = program.getTypeChecker();
  const targets: Target[] = [];
  for (const file of files) {
    for (const { name, symbol, node } of exportsOf(program, checker, join(folder, file))) {
      const run = asked.find((each) => each.name === name);
      if (asked.length > 0 && !run) continue;
      const source = run ? exportsOf(program, checker, join(folder, run.file))[0] : { symbol, node };
      if (!source) continue;
      const type = checker.getTypeOfSymbolAtLocation(source.symbol, source.node);
      const construct = type.getConstructSignatures()[0];
      const call = type.getCallSignatures()[0];
      if (construct) targets.push({ file, name, checker, params: paramTypes(checker, construct), methods: methodsOf(checker, construct) });
      else if (call) targets.push({ file, name, checker, params: paramTypes(checker, call), methods: null });
    }
  }
  return targets;
}

function readRun(run: string): { name: string; params: string } {
  const parts = /^([\w$]+)\((.*)\)$/.exec(run);
  if (!parts) throw new Error(`\`run: ${run}\`: write \`run: f(string[], number)\``);
  const types = (parts[2] ?? '').replaceAll(/\b(string|number|boolean)s\b/g, '$1[]');
  const source = ts.createSourceFile('run.ts', `type T = [${types}]`, ts.ScriptTarget.ES2023, true);
  const alias = source.statements[0];
  const elements = alias && ts.isTypeAliasDeclaration(alias) && ts.isTupleTypeNode(alias.type) ? alias.type.elements : [];
  return { name: parts[1] ?? '', params: `(${elements.map((element, index) => `p${index}: ${element.getText(source)}`).join(', ')}): void` };
}

function exportsOf(program: ts.Program, checker: ts.TypeChecker, path: string): { name: string; symbol: ts.Symbol; node: ts.Node }[] {
  const file = program.getSourceFile(path);
  if (!file) return [];
  // The checker has no word for CommonJS modules, but the binder has.
  const module = checker.getSymbolAtLocation(file) ?? (file as ts.SourceFile & { readonly symbol?: ts.Symbol }).symbol;
  if (!module) return [];
  const whole = module.exports?.get(ts.InternalSymbolName.ExportEquals);
  const symbols = whole ? checker.getTypeOfSymbolAtLocation(whole, file).getProperties() : checker.getExportsOfModule(module);
  return symbols.flatMap((symbol) => {
    const node = symbol.valueDeclaration ?? symbol.declarations?.[0];
    return node ? [{ name: symbol.name, symbol, node }] : [];
  });
}

function methodsOf(checker: ts.TypeChecker, construct: ts.Signature): { name: string; params: ts.Type[] }[] {
  return construct
    .getReturnType()
    .getProperties()
    .flatMap((property) => {
      const node = property.valueDeclaration;
      if (!node || !ts.isMethodDeclaration(node) || ts.getCombinedModifierFlags(node) & (ts.ModifierFlags.Private | ts.ModifierFlags.Protected))
        return [];
      const signature = checker.getTypeOfSymbolAtLocation(property, node).getCallSignatures()[0];
      return signature ? [{ name: property.name, params: paramTypes(checker, signature) }] : [];
    });
}

function paramTypes(checker: ts.TypeChecker, signature: ts.Signature): ts.Type[] {
  return signature.getParameters().map((parameter) => {
    const node = parameter.valueDeclaration ?? signature.getDeclaration();
    const type = checker.getTypeOfSymbolAtLocation(parameter, node);
    return type;
  });
}
