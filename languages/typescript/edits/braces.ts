/**
 * Statements next to another one: in braces where it stands alone (`if (x) HERE`), on lines of their own otherwise.
 */
import ts from 'typescript';
import type { Edit } from '../../../model/finding.ts';
import type { View } from '../proofs/view.ts';
import { replace } from '../proofs/view.ts';
import { indentAt, indentUnit } from './layout.ts';

/** `if (x) for (…) …` => `if (x) {` before, the statement, after `}` */
export function bracesAround(view: View, statement: ts.Statement, before: readonly string[], after: readonly string[]): readonly Edit[] {
  const outer = indentAt(view, statement.parent.getStart(view.source));
  const indent = outer + indentUnit(view);
  const from = statement.getFullStart();
  const to = statement.getStart(view.source);
  const hasComment = view.text.slice(from, to).trim() !== '';
  const followed = ts.isIfStatement(statement.parent) && statement.parent.thenStatement === statement && statement.parent.elseStatement !== undefined;
  const head = `{\n${indent}${before.map((line) => `${line}\n${indent}`).join('')}`;
  const open = hasComment ? replace(view, to, to, head) : replace(view, from, to, ` ${head}`);
  const gap = followed ? (/^[ \t]*\r?\n[ \t]*/.exec(view.text.slice(statement.end))?.[0].length ?? 0) : 0;
  const tail = after.map((line) => `\n${indent}${line}`).join('');
  return [open, replace(view, statement.end, statement.end + gap, `${tail}\n${outer}}${gap > 0 ? ' ' : ''}`)];
}

export function statementsAfter(view: View, statement: ts.Statement, lines: readonly string[]): readonly Edit[] {
  const parent = statement.parent;
  if (!ts.isBlock(parent) && !ts.isSourceFile(parent) && !ts.isModuleBlock(parent) && !ts.isCaseOrDefaultClause(parent))
    return bracesAround(view, statement, [], lines);
  const isOneLine = ts.isBlock(parent) && !view.text.slice(parent.getStart(view.source), parent.end).includes('\n');
  const indent = indentAt(view, statement.getStart(view.source));
  const own = isOneLine && view.text[statement.end - 1] !== ';' ? ';' : '';
  return [replace(view, statement.end, statement.end, own + lines.map((line) => (isOneLine ? ` ${line}` : `\n${indent}${line}`)).join(''))];
}
