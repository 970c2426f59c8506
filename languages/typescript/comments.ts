/** Comments and the statements they stand above, for suppressions. Read only from files that contain one. */
import ts from 'typescript';
import type { Span } from '../../model/file.ts';

/** Every comment of the file, delimiters included, in order. */
export function commentsOf(file: ts.SourceFile): Span[] {
  const found = new Map<number, Span>();
  const add = (ranges: readonly ts.CommentRange[] | undefined): void => {
    for (const range of ranges ?? []) found.set(range.pos, { start: range.pos, end: range.end });
  };
  const visit = (node: ts.Node): void => {
    if (node.kind !== ts.SyntaxKind.JsxText) {
      add(ts.getLeadingCommentRanges(file.text, node.pos));
      if (node.parent?.kind !== ts.SyntaxKind.JsxElement || node.kind === ts.SyntaxKind.JsxExpression)
        add(ts.getTrailingCommentRanges(file.text, node.end));
      for (const child of node.getChildren(file)) visit(child);
    }
  };
  visit(file);
  return [...found.values()].sort((a, b) => a.start - b.start);
}

/** Where a comment about a place goes: above this. `inJsx`: among the children of an element, where only `{/* … *\/}` is a comment. */
export interface Statement extends Span {
  readonly inJsx: boolean;
}

/** The innermost statement, class member or (inside JSX) element around an offset. */
export function statementAt(file: ts.SourceFile, offset: number): Statement {
  let best: Statement = { start: 0, end: file.end, inJsx: false };
  const visit = (node: ts.Node): void => {
    if (offset < node.pos || offset >= node.end) return;
    const start = node.getStart(file);
    if ((ts.isStatement(node) && !ts.isBlock(node)) || ts.isClassElement(node) || isNestedElement(node)) {
      if (offset >= start) best = { start, end: node.end, inJsx: isNestedElement(node) };
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return best;
}

function isNestedElement(node: ts.Node): boolean {
  return (
    (ts.isJsxElement(node) || ts.isJsxSelfClosingElement(node) || ts.isJsxExpression(node)) &&
    (ts.isJsxElement(node.parent) || ts.isJsxFragment(node.parent))
  );
}
