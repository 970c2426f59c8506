/**
 * From spans back to the checker's nodes. One walk serves all questions of a file and enters only subtrees that hold one.
 */
import ts from 'typescript';
import type { Question } from './oracle.ts';

interface Wanted {
  value: ts.Node | undefined;
  callee: ts.CallLikeExpression | undefined;
}

/** For each question the outermost expression, or call, that spans exactly what is asked; undefined where there is none. */
export function findNodes(file: ts.SourceFile, questions: readonly Question[]): readonly (ts.Node | undefined)[] {
  const wanted = new Map<number, Map<number, Wanted>>();
  for (const { start, end } of questions) {
    const fromEnd = wanted.get(end) ?? new Map<number, Wanted>();
    wanted.set(end, fromEnd.set(start, { value: undefined, callee: undefined }));
  }
  const starts = [...new Set(questions.map((question) => question.start))].sort((a, b) => a - b);

  const visit = (node: ts.Node): void => {
    if (!anyWithin(starts, node.pos, node.end)) return;
    const found = wanted.get(node.end)?.get(node.getStart(file));
    if (found !== undefined) {
      if (found.value === undefined || (!ts.isExpression(found.value) && ts.isExpression(node))) found.value = node;
      if (found.callee === undefined && ts.isCallLikeExpression(node) && !ts.isDecorator(node)) found.callee = node;
    }
    ts.forEachChild(node, visit);
  };
  ts.forEachChild(file, visit);

  return questions.map(({ about, start, end }) => wanted.get(end)?.get(start)?.[about]);
}

/** Is one of the sorted numbers in [from, to)? */
function anyWithin(sorted: readonly number[], from: number, to: number): boolean {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) < from) low = middle + 1;
    else high = middle;
  }
  return low < sorted.length && (sorted[low] as number) < to;
}
