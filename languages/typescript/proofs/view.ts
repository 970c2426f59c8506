/**
 * One file as the writers see it: a bound tree and a checker, typed or not.
 *
 * Writers always have a checker, because names and scopes matter to every fix. Where the project's own program is
 * missing, the checker knows this one file only: it resolves names, and every question about types stays open.
 */
import ts from 'typescript';
import type { Span } from '../../../model/file.ts';
import type { Edit } from '../../../model/finding.ts';
import { refuse } from '../../outcome.ts';

export interface CheckedFile {
  readonly program: ts.Program;
  readonly checker: ts.TypeChecker;
  readonly sourceFile: ts.SourceFile;
  /** strictNullChecks is on. */
  readonly strict: boolean;
}

export interface EditContext {
  readonly sourceOf: (file: string) => ts.SourceFile | null;
  readonly checkerFor: (file: string) => CheckedFile | null;
  /** Lowest language level that the fixed text must run on, if the program's own target does not say it. */
  readonly resultLanguageLevel?: ts.ScriptTarget;
}

export interface View {
  readonly file: string;
  readonly source: ts.SourceFile;
  readonly text: string;
  readonly program: ts.Program;
  readonly checker: ts.TypeChecker;
  /** The checker knows the project's types. */
  readonly typed: boolean;
  readonly strict: boolean;
  /** JavaScript: type arguments and annotations must not be written. */
  readonly js: boolean;
  readonly level: ts.ScriptTarget;
}

export function viewOf(file: string, context: EditContext): View {
  const source = context.sourceOf(file);
  const checked = context.checkerFor(file);
  const usable = checked !== null && (source === null || source.text === checked.sourceFile.text) ? checked : null;
  const base = usable?.sourceFile ?? source;
  if (base === null) refuse('the file is not loaded');
  const alone = usable ?? programAlone(base);
  const kind = file.slice(file.lastIndexOf('.'));
  return {
    file,
    source: alone.sourceFile,
    text: alone.sourceFile.text,
    program: alone.program,
    checker: alone.checker,
    typed: usable !== null,
    strict: usable?.strict === true,
    js: kind === '.js' || kind === '.jsx' || kind === '.mjs' || kind === '.cjs',
    level: context.resultLanguageLevel ?? usable?.program.getCompilerOptions().target ?? ts.ScriptTarget.ES2022,
  };
}

/** A program of this one file, without libraries: names and scopes only. */
function programAlone(source: ts.SourceFile): CheckedFile {
  const copy = ts.createSourceFile(source.fileName, source.text, ts.ScriptTarget.Latest, true);
  const options: ts.CompilerOptions = { noLib: true, noResolve: true, allowJs: true, types: [], jsx: ts.JsxEmit.Preserve };
  const host: ts.CompilerHost = {
    getSourceFile: (name) => (name === source.fileName ? copy : undefined),
    getDefaultLibFileName: () => 'lib.d.ts',
    writeFile: () => {},
    getCurrentDirectory: () => '/',
    getCanonicalFileName: (name) => name,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => '\n',
    fileExists: (name) => name === source.fileName,
    readFile: () => undefined,
  };
  const program = ts.createProgram({ rootNames: [source.fileName], options, host });
  const checker = program.getTypeChecker();
  return { program, checker, sourceFile: copy, strict: false };
}

/** The outermost node that covers exactly `span` and passes `test`. */
export function nodeAt<T extends ts.Node>(view: View, span: Span, test: (node: ts.Node) => node is T): T | null {
  let found: T | null = null;
  const visit = (node: ts.Node): void => {
    if (found !== null || node.end < span.end || node.pos > span.start) return;
    if (node.end === span.end && node.getStart(view.source) === span.start && test(node)) found = node;
    else ts.forEachChild(node, visit);
  };
  visit(view.source);
  return found;
}

/** The loop statement, or the call that runs a callback per element; the callback's own span will do. */
export function loopAt(view: View, span: Span): ts.IterationStatement | ts.CallExpression | null {
  const exact = nodeAt(view, span, isLoop);
  if (exact !== null) return exact;
  const fn = nodeAt(
    view,
    span,
    (node): node is ts.ArrowFunction | ts.FunctionExpression => ts.isArrowFunction(node) || ts.isFunctionExpression(node),
  );
  const call = fn === null ? null : dressed(fn).parent;
  return call !== null && ts.isCallExpression(call) ? call : null;
}

function isLoop(node: ts.Node): node is ts.IterationStatement | ts.CallExpression {
  return ts.isIterationStatement(node, false) || ts.isCallExpression(node);
}

/** The innermost node that covers `span`. */
export function nodeAround(view: View, span: Span): ts.Node {
  let best: ts.Node = view.source;
  const visit = (node: ts.Node): void => {
    if (node.getStart(view.source) > span.start || node.end < span.end) return;
    best = node;
    ts.forEachChild(node, visit);
  };
  ts.forEachChild(view.source, visit);
  return best;
}

export function textOf(view: View, node: ts.Node): string {
  return view.text.slice(node.getStart(view.source), node.end);
}

/** The node's text on one line, for titles and reasons. */
export function brief(_view: View, node: ts.Node): string {
  const text = node.getText(node.getSourceFile()).replace(/\s+/g, ' ');
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

export function spanOf(view: View, node: ts.Node): Span {
  return { start: node.getStart(view.source), end: node.end };
}

export function replace(view: View, start: number, end: number, text: string): Edit {
  return { file: view.file, span: { start, end }, text };
}

/** Parentheses, `!`, `as` and `satisfies` say nothing at run time. */
export function bare(node: ts.Expression): ts.Expression {
  let at = node;
  while (
    ts.isParenthesizedExpression(at) ||
    ts.isNonNullExpression(at) ||
    ts.isAsExpression(at) ||
    ts.isSatisfiesExpression(at) ||
    ts.isTypeAssertionExpression(at)
  )
    at = at.expression;
  return at;
}

/** The node with the parentheses and casts around it. */
export function dressed(node: ts.Node): ts.Node {
  let at = node;
  while (
    ts.isParenthesizedExpression(at.parent) ||
    ts.isNonNullExpression(at.parent) ||
    ts.isAsExpression(at.parent) ||
    ts.isSatisfiesExpression(at.parent) ||
    ts.isTypeAssertionExpression(at.parent)
  )
    at = at.parent;
  return at;
}

export function isInside(node: ts.Node, outer: ts.Node): boolean {
  for (let at: ts.Node | undefined = node; at !== undefined; at = at.parent) if (at === outer) return true;
  return false;
}

export function functionAround(node: ts.Node): ts.FunctionLikeDeclaration | null {
  for (let at: ts.Node | undefined = node.parent; at !== undefined; at = at.parent) {
    if (ts.isFunctionLike(at) && 'body' in at) return at as ts.FunctionLikeDeclaration;
    if (ts.isClassStaticBlockDeclaration(at)) return null;
  }
  return null;
}

/** A replaced range must not swallow a comment. */
export function keepsComments(view: View, start: number, end: number): void {
  const scanner = ts.createScanner(ts.ScriptTarget.Latest, false, view.source.languageVariant, view.text.slice(start, end));
  for (let token = scanner.scan(); token !== ts.SyntaxKind.EndOfFileToken; token = scanner.scan()) {
    if (token === ts.SyntaxKind.SingleLineCommentTrivia || token === ts.SyntaxKind.MultiLineCommentTrivia)
      refuse('a comment stands inside the code that would be replaced');
  }
}
