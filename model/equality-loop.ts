/**
 * A loop that is a search written by hand: its body is nothing but `if (element.k === key) { … }`, or begins with
 * `if (element.k !== key) continue;`. In Python also `if key in element: … element[key]`, through many dictionaries.
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
  if (!equality) return entrySearch(file, loop);
  const leftOwn = dependsOnElement(file, equality.left.reads, loop);
  const rightOwn = dependsOnElement(file, equality.right.reads, loop);
  if (leftOwn === rightOwn) return null;
  return leftOwn ? { key: equality.right, own: equality.left } : { key: equality.left, own: equality.right };
}

/** Have: next((batch[id] for batch in batches if id in batch), None). One dictionary of all their entries answers it. */
function entrySearch(file: FileModel, loop: Loop): { readonly key: Value; readonly own: Value } | null {
  const [first, second, ...rest] = loop.body;
  const asked = first?.kind === 'call' ? file.calls[first.id] : undefined;
  if (asked?.member !== '__contains__' || second?.kind !== 'branch' || second.test?.text !== asked.text || rest.length > 0) return null;
  const { root, path } = asked.callee;
  const key = asked.args[0]?.value;
  const element = root.kind === 'binding' && path.length === 0 ? file.bindings[root.binding] : undefined;
  if (!key || element?.elementOf !== loop.id || dependsOnElement(file, key.reads, loop)) return null;
  // A network that holds an address, or a range that holds a number, is asked by no key.
  return element.uses.some((use) => use.path[0] === '[]' && use.loops.includes(loop.id)) ? { key, own: asked.callee } : null;
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
