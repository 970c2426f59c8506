/**
 * Which piece of text does a name belong to that is declared here? Blocks, with the parameters of the function or `catch` whose body they are.
 */
import ts from 'typescript';
import type { Span } from '../../../model/file.ts';

/** The scope of what a statement beside the node declares. */
export function scopeAround(node: ts.Node): ts.Node {
  for (let at = node.parent; at !== undefined; at = at.parent) {
    const scope = scopeOf(at);
    if (scope !== null) return scope;
  }
  return node.getSourceFile();
}

/** Have: `(x) => xs.filter(…)`: a body without braces gets some before anything is declared in it. */
function scopeOf(node: ts.Node): ts.Node | null {
  if (ts.isBlock(node)) return ts.isFunctionLike(node.parent) || ts.isCatchClause(node.parent) ? node.parent : node;
  if (ts.isModuleBlock(node) || ts.isCaseBlock(node) || ts.isSourceFile(node) || ts.isFunctionLike(node) || ts.isClassStaticBlockDeclaration(node))
    return node;
  return null;
}

/** The innermost scope around an offset of a file's text. */
export function scopesIn(file: string, text: string): (offset: number) => Span {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  return (offset) => {
    let found: ts.Node = source;
    const visit = (node: ts.Node): void => {
      if (offset <= node.getStart(source) || offset >= node.end) return;
      found = scopeOf(node) ?? found;
      ts.forEachChild(node, visit);
    };
    ts.forEachChild(source, visit);
    return ts.isSourceFile(found) ? { start: 0, end: text.length } : { start: found.getStart(source), end: found.end };
  };
}
