/**
 * How this file is written: indentation, quotes, semicolons. A fix must look as if its author had typed it.
 */
import ts from 'typescript';
import type { View } from '../proofs/view.ts';

/** White space at the start of the line that holds `position`. */
export function indentAt(view: View, position: number): string {
  const line = view.text.lastIndexOf('\n', position - 1) + 1;
  return /^[ \t]*/.exec(view.text.slice(line, position + 200))?.[0] ?? '';
}

/** One step of indentation: the most common step between neighbouring lines. */
export function indentUnit(view: View): string {
  const counts = new Map<string, number>();
  let previous = '';
  for (const match of view.text.matchAll(/^([ \t]*)[^\s*/]/gm)) {
    const indent = match[1] ?? '';
    if (indent.length > previous.length && indent.startsWith(previous)) {
      const step = indent.slice(previous.length);
      if (step === '\t' || /^ {2,8}$/.test(step)) counts.set(step, (counts.get(step) ?? 0) + 1);
    }
    previous = indent;
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '  ';
}

export function quote(view: View, value: string): string {
  const single = (view.text.match(/'[^'\n]*'/g) ?? []).length;
  const double = (view.text.match(/"[^"\n]*"/g) ?? []).length;
  return double > single ? JSON.stringify(value) : `'${value.replace(/[\\']/g, '\\$&')}'`;
}

/** A line that begins with this node would go on with the statement before it, if the node began with a bracket. */
export function continuesLine(view: View, node: ts.Node): boolean {
  if (semicolon(view) !== '') return false;
  for (let at = node; at.getStart(view.source) === node.getStart(view.source); at = at.parent) {
    if (!ts.isStatement(at)) continue;
    const { parent } = at;
    return ts.isBlock(parent) || ts.isSourceFile(parent) || ts.isModuleBlock(parent) || ts.isCaseOrDefaultClause(parent);
  }
  return false;
}

/** `;` where the file ends its statements so, and `''` where it leaves them out. */
export function semicolon(view: View): string {
  let withOne = 0;
  let without = 0;
  const visit = (node: ts.Node): void => {
    if (ts.isExpressionStatement(node) || ts.isVariableStatement(node) || ts.isReturnStatement(node) || ts.isImportDeclaration(node)) {
      if (view.text[node.end - 1] === ';') withOne++;
      else without++;
    }
    ts.forEachChild(node, visit);
  };
  visit(view.source);
  return without > withOne ? '' : ';';
}
