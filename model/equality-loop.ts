/**
 * A loop that is a search written by hand: its body is nothing but `if (element.k === key) { … }`, or begins with
 * `if (element.k !== key) continue;`.
 */
import type { Branch, FileModel, Loop, Value } from './file.ts';
import { dependsOnElement } from './flow.ts';

/** The side of the equality that does not come from the loop's element; null when the loop is no search. */
export function searchedKey(file: FileModel, loop: Loop): Value | null {
  return searchOf(file, loop)?.key ?? null;
}

/** Both sides of the equality: what is looked for, and what each element is asked. */
export function searchOf(file: FileModel, loop: Loop): { readonly key: Value; readonly own: Value } | null {
  // A walk that goes on from where another stopped is no search through all.
  if (!loop.over || loop.counts || loop.step !== 'one' || !(/^(for-of|for|comprehension)$/.test(loop.style) || isForEach(file, loop))) return null;
  const equality = onlyGuard(file, loop)?.predicate?.equalities[0];
  if (!equality) return null;
  const leftOwn = dependsOnElement(file, equality.left.reads, loop);
  const rightOwn = dependsOnElement(file, equality.right.reads, loop);
  if (leftOwn === rightOwn) return null;
  return leftOwn ? { key: equality.right, own: equality.left } : { key: equality.left, own: equality.right };
}

function isForEach(file: FileModel, loop: Loop): boolean {
  return loop.call !== null && file.calls[loop.call]?.member === 'forEach';
}

function onlyGuard(file: FileModel, loop: Loop): Branch | null {
  const body = loop.closure === null ? loop.body : (file.functions[loop.closure]?.body ?? []);
  const [first, ...rest] = body.filter((n) => n.kind !== 'call');
  if (first?.kind !== 'branch' || !first.predicate) return null;
  if (!first.predicate.negated) return rest.length === 0 && (first.arms[1]?.length ?? 0) === 0 ? first : null;
  const skips = first.arms[0]?.some((n) => n.kind === 'exit' && (n.exit === 'continue' || n.exit === 'return')) ?? false;
  return skips ? first : null;
}
