/**
 * Where can a statement go that runs just before the loop? Before the loop's own statement; in braces where one statement
 * stands alone; at the top of a block body that an arrow function gets in place of its expression.
 */
import ts from 'typescript';
import type { Edit } from '../../../model/finding.ts';
import { refuse } from '../../outcome.ts';
import type { View } from '../proofs/view.ts';
import { replace } from '../proofs/view.ts';
import { bracesAround } from './braces.ts';
import { indentAt, indentUnit, semicolon } from './layout.ts';

export interface Insertion {
  /** The statement, or the arrow's expression, before which the new lines run. */
  readonly anchor: ts.Node;
  /** What runs between the new lines and the last use of what they make. */
  readonly region: readonly ts.Node[];
  /** Indentation of the new lines. */
  readonly indent: string;
  readonly unit: string;
  readonly semi: string;
  readonly edits: (lines: readonly string[]) => readonly Edit[];
}

export function insertionBefore(view: View, loop: ts.Node): Insertion {
  let at: ts.Node = loop;
  let head: ts.Node | null = null;
  while (!ts.isStatement(at)) {
    const parent: ts.Node = at.parent;
    if (ts.isArrowFunction(parent) && parent.body === at) return arrowBody(view, parent, at as ts.Expression);
    if (ts.isParameter(parent)) refuse('the loop is in the default value of a parameter, where no statement can stand');
    if (ts.isPropertyDeclaration(parent)) refuse('the loop is in a class field, where no statement can stand');
    if (ts.isClassLike(parent) || ts.isDecorator(parent) || ts.isHeritageClause(parent) || ts.isEnumMember(parent) || ts.isFunctionLike(parent))
      refuse('there is no place for a statement before the loop');
    // Have: `for (const x of HERE)`, `if (HERE)`: evaluated once, so the rest of the statement does not matter.
    if (ts.isStatement(parent) && isHead(parent, at)) head = at;
    at = parent;
  }
  const wrap = standsAlone(at);
  while (ts.isLabeledStatement(at.parent)) at = at.parent;
  if (wrap === 'else-if') refuse('the loop belongs to an `else if`, which has no place for a statement before it');
  if (beforeSuper(at)) refuse('the loop runs before `super()` has been called');
  return (standsAlone(at) === 'alone' ? inBraces : inList)(view, at as ts.Statement, [head ?? at]);
}

function isHead(statement: ts.Statement, node: ts.Node): boolean {
  if (ts.isForOfStatement(statement) || ts.isForInStatement(statement)) return statement.expression === node;
  if (ts.isForStatement(statement)) return statement.initializer === node;
  if (ts.isIfStatement(statement) || ts.isSwitchStatement(statement)) return statement.expression === node;
  return false;
}

function standsAlone(statement: ts.Node): 'list' | 'alone' | 'else-if' {
  const parent = statement.parent;
  if (ts.isBlock(parent) || ts.isSourceFile(parent) || ts.isModuleBlock(parent) || ts.isCaseOrDefaultClause(parent)) return 'list';
  if (ts.isLabeledStatement(parent)) return standsAlone(parent);
  if (ts.isIfStatement(parent) && parent.elseStatement === statement && ts.isIfStatement(statement)) return 'else-if';
  return 'alone';
}

function beforeSuper(statement: ts.Node): boolean {
  let inside: ts.Node = statement;
  for (let at = statement.parent; at !== undefined; inside = at, at = at.parent) {
    if (ts.isConstructorDeclaration(at)) {
      const body = at.body;
      if (body === undefined || at.parent.heritageClauses?.some((clause) => clause.token === ts.SyntaxKind.ExtendsKeyword) !== true) return false;
      const own = inside === body ? statement : inside;
      const calls = body.statements.findIndex(
        (s) => ts.isExpressionStatement(s) && ts.isCallExpression(s.expression) && s.expression.expression.kind === ts.SyntaxKind.SuperKeyword,
      );
      const mine = body.statements.findIndex((s) => s.pos <= own.pos && s.end >= own.end);
      return calls === -1 || mine <= calls;
    }
    if (ts.isFunctionLike(at) && !ts.isArrowFunction(at)) return false;
  }
  return false;
}

/** Above the comment that belongs to the statement, so that a directive in it keeps pointing at its line. */
function attachedStart(view: View, statement: ts.Node): number {
  let start = statement.getStart(view.source);
  const comments = ts.getLeadingCommentRanges(view.text, statement.getFullStart()) ?? [];
  for (const comment of [...comments].reverse()) {
    const between = view.text.slice(comment.end, start);
    const lineStart = view.text.lastIndexOf('\n', comment.pos - 1) + 1;
    if ((between.match(/\n/g) ?? []).length !== 1 || view.text.slice(lineStart, comment.pos).trim() !== '') break;
    start = comment.pos;
  }
  return start;
}

function inList(view: View, statement: ts.Statement, region: readonly ts.Node[]): Insertion {
  const at = attachedStart(view, statement);
  const indent = indentAt(view, at);
  const semi = semicolon(view);
  const next = view.text[statement.getStart(view.source)] ?? '';
  const edits = (lines: readonly string[]): readonly Edit[] => {
    const guard = semi === '' && /[[(`/+-]/.test(next) ? ';' : '';
    return [replace(view, at, at, `${lines.join(`\n${indent}`)}${guard}\n${indent}`)];
  };
  return { anchor: statement, region, indent, unit: indentUnit(view), semi, edits };
}

function inBraces(view: View, statement: ts.Statement, region: readonly ts.Node[]): Insertion {
  const unit = indentUnit(view);
  const indent = indentAt(view, statement.parent.getStart(view.source)) + unit;
  return { anchor: statement, region, indent, unit, semi: semicolon(view), edits: (lines) => bracesAround(view, statement, lines, []) };
}

/** `(x) => users.filter(…)` => `(x) => {` lines, `return users.filter(…); }` */
function arrowBody(view: View, arrow: ts.ArrowFunction, body: ts.Expression): Insertion {
  const unit = indentUnit(view);
  const outer = indentAt(view, body.getStart(view.source));
  const indent = outer + unit;
  const semi = semicolon(view);
  const start = body.getStart(view.source);
  const edits = (lines: readonly string[]): readonly Edit[] => {
    // Have: the body on a line of its own. The brace belongs behind the arrow.
    const arrowEnd = arrow.equalsGreaterThanToken.end;
    const gap = view.text.slice(arrowEnd, start);
    const ownLine = gap.includes('\n') && gap.trim() === '';
    const base = ownLine ? indentAt(view, arrow.getStart(view.source)) : outer;
    const inner = base + unit;
    const head = `{\n${inner}${lines.map((line) => line.replaceAll(`\n${indent}`, `\n${inner}`)).join(`\n${inner}`)}\n${inner}return `;
    const open = ownLine ? replace(view, arrowEnd, start, ` ${head}`) : replace(view, start, start, head);
    return [open, replace(view, body.end, ownLine ? argumentEnd(view, arrow) : body.end, `${semi}\n${base}}`)];
  };
  return { anchor: body, region: [body], indent, unit, semi, edits };
}

/** Have: `each((x) =>` body `,` line break `)`. Once it has braces, the bracket stands behind them: `})`. */
function argumentEnd(view: View, arrow: ts.ArrowFunction): number {
  const { parent } = arrow;
  if (!ts.isCallExpression(parent) || parent.arguments.length !== 1) return arrow.end;
  return arrow.end + (/^,?[ \t]*\r?\n[ \t]*(?=\))/.exec(view.text.slice(arrow.end, parent.end))?.[0].length ?? 0);
}
