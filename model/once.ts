/**
 * What a loop does at most once, however much it walks: what fills a place that is still empty, and what is meant for the one row that has a
 * certain key.
 */
import type { Branch, FileModel, Loop, Node, Value } from './file.ts';
import { dependsOnElement } from './flow.ts';
import type { Program } from './program.ts';
import { fieldOf } from './relations.ts';
import { rowsOf } from './rows.ts';
import type { Use } from './use.ts';
import { nodesHold, spanHolds } from './within.ts';

/** Have: for court in Court.objects.all(): if court.id == 'cafc': … */
export function loopOfOneRow(program: Program, file: FileModel, { predicate }: Branch, loops: readonly Loop[]): Loop | null {
  if (!predicate || predicate.negated) return null;
  for (const { left, right } of predicate.equalities) {
    for (const [key, other] of [
      [left, right],
      [right, left],
    ] as const) {
      if (loops.some((each) => dependsOnElement(file, other.reads, each))) continue;
      const loop = loops.find((each) => isKeyOfRow(program, file, key, each) || isNamedKey(file, key, other, each));
      if (loop) return loop;
    }
  }
  return null;
}

/** Have: for (const key of Object.keys(row)) if (key === 'price') …: no two keys are the same, as two words of a text may be. */
function isNamedKey(file: FileModel, { root, path }: Value, { literal }: Value, { id, style, over }: Loop): boolean {
  const element = root.kind === 'binding' && path.length === 0 ? file.bindings[root.binding] : undefined;
  if (typeof literal !== 'string' || element?.elementOf !== id || element.part || !over) return false;
  return style === 'for-in' || over.kind === 'set' || over.kind === 'map' || /^Object\.keys\(|\.keys\(\)$/.test(over.text);
}

function isKeyOfRow(program: Program, file: FileModel, { root, path }: Value, loop: Loop): boolean {
  const [name, ...others] = path;
  const row = root.kind === 'binding' ? file.bindings[root.binding] : undefined;
  if (name === undefined || others.length > 0 || row?.elementOf !== loop.id || row.part || !loop.over) return false;
  const of = rowsOf(program, file, loop.over)?.of;
  if (!of) return false;
  const declared = fieldOf(program, of, name);
  const { init } = declared?.field ?? {};
  const made = init?.root.kind === 'call' ? declared?.file.calls[init.root.call] : undefined;
  return /^(id|pk)$/.test(name) || made?.args.some((a) => /^(primary_key|unique)$/.test(a.name ?? '') && a.value.literal === true) === true;
}

/** Does what a loop does with its row happen once? */
export function isOnceIn(program: Program, file: FileModel, loop: Loop, use: Use): boolean {
  const isOnce = (nodes: readonly Node[]): boolean =>
    nodes.some((node) => {
      if (node.kind === 'loop') return isOnce(node.body);
      // What the test itself asks is asked each time.
      if (node.kind !== 'branch' || !spanHolds(node.span, use.span) || (node.test && spanHolds(node.test.span, use.span))) return false;
      const [first = [], ...others] = node.arms;
      const isInFirst = others.every((arm) => arm.length === 0) || (use.call !== null && nodesHold(first, use.call));
      // Have: if not book.cover: book.cover = book.work.cover: each book has a place of its own to fill.
      const isFilledOnce = node.memo && node.test !== null && !node.test.reads.some((id) => file.bindings[id]?.loop === loop.id);
      return isFilledOnce || (isInFirst && loopOfOneRow(program, file, node, [loop]) !== null) || [first, ...others].some(isOnce);
    });
  return isOnce(loop.body);
}
