/**
 * Where can a line go that runs just before the loop? Before the statement that holds the loop; on a line of its own where that statement
 * shares the line of its `if` or `for`. Not every place runs just before: a lambda's body runs later, a `while` asks again and again.
 */
import type { Edit } from '../../../model/finding.ts';
import { refuse } from '../../outcome.ts';
import { consumerOf, isLazy } from '../proofs/lazy.ts';
import type { Region } from '../proofs/region.ts';
import { brief, frameOf, isInside, replace, type View } from '../proofs/view.ts';
import type { Syntax } from '../tree.ts';
import { beginsLine, indentAt, indentUnit, lineEnd } from './layout.ts';

export interface Insertion {
  /** The statement before which the new lines run. */
  readonly anchor: Syntax;
  /** What runs between the new lines and the last question. */
  readonly region: Region;
  readonly unit: string;
  readonly edits: (lines: readonly string[]) => readonly Edit[];
}

const COMPREHENSION = /^(list|set|dictionary)_comprehension$|^generator_expression$/;

/** `loop`: a loop statement, a comprehension, or a call that runs a lambda per element. */
export function insertionBefore(view: View, loop: Syntax): Insertion {
  let end = loop.end;
  let at = loop;
  const outlives = (node: Syntax): void => {
    end = Math.max(end, node.end);
  };
  if (isLazy(view, loop)) outlives(walkedBy(view, loop));
  for (let parent = at.parent; parent && parent.type !== 'block' && parent.type !== 'module'; parent = at.parent) {
    if (parent.type === 'lambda') refuse('the loop runs when the lambda around it is called');
    if (COMPREHENSION.test(parent.type)) {
      outlives(parent);
      if (isLazy(view, parent)) outlives(walkedBy(view, parent));
    }
    if (/^(while_statement|elif_clause|case_clause)$/.test(parent.type)) outlives(parent);
    if (/^(function_definition|class_definition|decorated_definition)$/.test(parent.type))
      refuse('there is no place for a line just before the loop');
    at = parent;
  }
  const frame = frameOf(at);
  if (frame.type === 'class_definition') refuse('the loop is in the body of a class, where every name becomes an attribute');
  const edits = (lines: readonly string[]): readonly Edit[] => linesBefore(view, at, lines);
  return { anchor: at, region: { start: at.start, end, frame }, unit: indentUnit(view), edits };
}

function walkedBy(view: View, lazy: Syntax): Syntax {
  return consumerOf(view, lazy) ?? refuse(`\`${brief(view, lazy)}\` is not walked at once, but when somebody asks for its elements`);
}

/** Lines before a statement, above the comment that belongs to it. */
export function linesBefore(view: View, statement: Syntax, lines: readonly string[]): readonly Edit[] {
  if (beginsLine(view, statement.start)) {
    const at = attachedStart(view, statement);
    const indent = indentAt(view, at);
    return [replace(view, at, at, lines.map((line) => `${line}\n${indent}`).join(''))];
  }
  const { gap, indent } = suiteOf(view, statement);
  return [replace(view, gap.start, gap.end, ['', ...lines, ''].join(`\n${indent}`))];
}

/** Lines behind a statement, which gets lines of its own where it shares one with its `if`. */
export function linesAfter(view: View, statement: Syntax, lines: readonly string[]): readonly Edit[] {
  const next = /^[ \t]*;/.test(view.text.slice(statement.end));
  const previous = !beginsLine(view, statement.start) && !isFirst(statement);
  // Have: `seen.append(x); n += 1`
  if (next || previous) return [replace(view, statement.end, statement.end, lines.map((line) => `; ${line}`).join(''))];
  const end = lineEnd(view, statement.end);
  if (view.text.slice(statement.end, end).replace(/#.*/, '').trim() !== '') refuse('there is no place for a line behind the statement');
  if (beginsLine(view, statement.start)) {
    const indent = indentAt(view, statement.start);
    return [replace(view, end, end, lines.map((line) => `\n${indent}${line}`).join(''))];
  }
  const { gap, indent } = suiteOf(view, statement);
  return [replace(view, gap.start, gap.end, `\n${indent}`), replace(view, end, end, lines.map((line) => `\n${indent}${line}`).join(''))];
}

function isFirst(statement: Syntax): boolean {
  return statement.parent?.children[0] === statement;
}

/** Have: `if x not in seen: seen.append(x)`. The gap behind the colon, and how deep the suite would stand on lines of its own. */
function suiteOf(view: View, statement: Syntax): { gap: { start: number; end: number }; indent: string } {
  const block = statement.parent;
  const holder = block?.type === 'block' ? block.parent : null;
  if (!block || !holder || !isFirst(statement)) refuse('the statement shares its line with the one before it');
  const before = view.text.slice(holder.start, statement.start);
  const colon = /:[ \t]*$/.exec(before);
  if (!colon || !isInside(statement, block)) refuse('the statement shares its line with the one before it');
  return {
    gap: { start: holder.start + colon.index + 1, end: statement.start },
    indent: indentAt(view, indentedStart(view, holder)) + indentUnit(view),
  };
}

/** Where the first line of a compound statement begins, of whose parts this is one. */
function indentedStart(view: View, holder: Syntax): number {
  let at = holder;
  while (!beginsLine(view, at.start) && at.parent) at = at.parent;
  return at.start;
}

/** Above the comment that belongs to the statement, so that a directive in it keeps pointing at its line. */
function attachedStart(view: View, statement: Syntax): number {
  let start = statement.start;
  for (const comment of [...view.comments].reverse()) {
    if (comment.end > start) continue;
    const between = view.text.slice(comment.end, start);
    const indent = indentAt(view, start);
    const isAbove = between.trim() === '' && (between.match(/\r\n|\r|\n/g) ?? []).length === 1;
    if (/^#!|coding[:=]/.test(view.text.slice(comment.start, comment.end))) break;
    if (!isAbove || !beginsLine(view, comment.start) || indentAt(view, comment.start) !== indent) break;
    start = comment.start;
  }
  return start;
}
