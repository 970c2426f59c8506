/**
 * A list that outlives the function that searches it: a field, module state, a variable of the function around, a list that is
 * handed on. Filling it through a search takes n²/2 steps, whatever loop makes the calls, and even if that loop stands elsewhere.
 */
import { callersOf } from '../../model/callers.ts';
import { usesOf } from '../../model/changes.ts';
import { extentOf, isLarge, isSmall } from '../../model/extents.ts';
import type { FileModel, Fn, Span, Value } from '../../model/file.ts';
import type { Finding, FixIntent } from '../../model/finding.ts';
import { dependsOnElement } from '../../model/flow.ts';
import { isInside, nameOf, type Program } from '../../model/program.ts';
import { usesOfProperty } from '../../model/property-uses.ts';
import type { Use } from '../../model/use.ts';
import { evidenceOf, loopStep } from '../../model/wording.ts';

/** A search as far as this question goes: by a method, or by a loop written by hand. */
export interface Search {
  readonly span: Span;
  /** As people would point at it: `` `seen.includes(…)` ``. */
  readonly text: string;
  readonly list: Value;
  readonly key: Value;
  /** Asks for an element's property, so that a Map has to answer. */
  readonly byProperty: boolean;
}

export function keptList(program: Program, file: FileModel, fn: Fn, search: Search, fix: FixIntent | null): Finding | null {
  // What a person does on a screen is done once at a time.
  const list = /\.[jt]sx$/.test(file.path) ? null : kept(file, fn, search.list, 0);
  // A fixed key is asked for once.
  if (!list || search.key.root.kind === 'literal' || isSmall(extentOf(program, file, search.list))) return null;
  const uses = usesOfPlace(program, file, list);
  const here = (use: Use): boolean => isInside(file, use.fn, fn.id);
  const grows = uses.filter((u) => u.kind === 'grow');
  const fills = grows.some(here);
  const empties = !fills && grows.length > 0 && (list.path.length > 0 || servesAsSet(uses)) && uses.some((u) => u.method === 'splice' && here(u));
  // Have: matches = (id) => failed.includes(id), where `failed` is what a file holds: who makes a predicate will ask it often.
  const predicate = (fn.parent ?? 0) !== 0 && fn.passedTo === null && isLarge(extentOf(program, file, list)) && usesParameter(file, fn, search.key);
  if (!fills && !empties && !predicate && !(grows.length > 0 && onlyAsks(uses) && list.path.length > 0)) return null;
  const name = nameOf(file, list);
  const what = name ? `\`${name}\`` : 'the list';
  const growth = name && (fills || empties) ? `O(${name}²)` : null;
  const cost = fills ? `before it adds to it: filling ${what} takes` : empties ? `for each removal: emptying ${what} takes` : '';
  const index = search.byProperty ? 'Map' : 'Set';
  const remedy = fills
    ? `Keep a ${index} beside it.`
    : empties
      ? 'A Set deletes in one step.'
      : predicate
        ? `Build a ${index} once.`
        : 'Make it a Set.';
  const caller = repeatingCaller(program, file, fn);
  // Of a list that is handed in, whoever hands it in speaks: `addOnce(all, word)` in a loop over words.
  if (list.root.kind === 'binding' && list.path.length === 0 && file.bindings[list.root.binding]?.param !== null && !caller?.recursive) return null;
  return {
    rule: 'list-as-set',
    file: file.path,
    span: search.span,
    severity: caller?.large ? 'warning' : 'info',
    message: `${search.text} scans all of ${what} ${growth ? `${cost} ${growth}` : fills || empties ? cost.replace(/:.*/, '') : 'for each question'}. ${remedy}`,
    growth,
    evidence: [
      ...evidenceOf(name, extentOf(program, file, list)),
      ...(fills ? [`the same function adds to ${what}`] : grows.length > 0 ? [`${what} is added to elsewhere, and outlives the call`] : []),
    ],
    trace: [...(caller ? caller.steps : []), ...grows.slice(0, 1).map((u) => ({ file: file.path, span: u.span, message: `${what} grows` }))],
    fix,
  };
}

/** Uses of a variable, or of all properties of the list's name: an object's list is used through many names. */
function usesOfPlace(program: Program, file: FileModel, list: Value): readonly Use[] {
  const property = list.path[list.path.length - 1];
  return property === undefined ? (usesOf(file, list)?.uses.filter((u) => u.path.length === 0) ?? []) : usesOfProperty(program, file, property);
}

/** The list itself, if it was there before the function ran and stays when it returns. */
function kept(file: FileModel, fn: Fn, list: Value, depth: number): Value | null {
  if (list.viewOf) return kept(file, fn, list.viewOf, depth);
  if (depth > 3 || list.path.includes('[]')) return null;
  if (list.root.kind === 'this') return list.path.length === 1 ? list : null;
  const binding = list.root.kind === 'binding' ? file.bindings[list.root.binding] : undefined;
  if (!binding || binding.kind === 'global' || binding.kind === 'import') return null;
  // What hangs on an element, or on what the function is handed, was there before.
  if (binding.param !== null || !isInside(file, binding.fn, fn.id)) return binding.elementOf === null || list.path.length > 0 ? list : null;
  if (list.path.length > 0) return binding.elementOf === null ? null : list;
  // `const reactions = dependency.reactions`, `const paths = cache.get(parent) || []`: another name for something kept.
  const made = binding.init;
  if (!made || made.viewOf) return null;
  if (made.root.kind === 'binding' || made.root.kind === 'this') return made.path.length > 0 ? list : null;
  const call = made.root.kind === 'call' ? file.calls[made.root.call] : undefined;
  const [cache] = call?.member === 'get' ? call.callee.reads : [];
  return cache !== undefined && !isInside(file, file.bindings[cache]?.fn ?? fn.id, fn.id) ? list : null;
}

function onlyAsks(uses: readonly Use[]): boolean {
  return uses.every((u) => u.kind === 'test' || (u.kind === 'grow' && u.method === 'push'));
}

function usesParameter(file: FileModel, fn: Fn, key: Value): boolean {
  return key.reads.some((id) => file.bindings[id]?.param !== null && file.bindings[id]?.fn === fn.id);
}

/** Added to, asked, deleted from, walked: positions matter to nobody. */
function servesAsSet(uses: readonly Use[]): boolean {
  return uses.every(
    (u) =>
      u.kind === 'test' ||
      u.kind === 'iterate' ||
      u.kind === 'length' ||
      u.kind === 'copy' ||
      (u.kind === 'grow' && u.method === 'push') ||
      (u.kind === 'search' && /^(indexOf|includes|find|findIndex)$/.test(u.method ?? '')) ||
      u.method === 'splice',
  );
}

/** A caller that we know repeats the call, with another element each time; or the function itself, by recursion. */
function repeatingCaller(
  program: Program,
  file: FileModel,
  fn: Fn,
): { readonly large: boolean; readonly recursive: boolean; readonly steps: Finding['trace'] } | null {
  for (const { file: from, call } of callersOf(program, fn)) {
    const step = { file: from.path, span: call.span, message: `calls \`${fn.name}\`` };
    if (from === file && isInside(file, call.fn, fn.id))
      return { large: false, recursive: true, steps: [{ ...step, message: `\`${fn.name}\` calls itself` }] };
    const reads = call.args.flatMap((a) => a.value.reads);
    const loop = call.loops.map((id) => from.loops[id]).find((l) => l !== undefined && dependsOnElement(from, reads, l));
    if (loop?.over) return { large: isLarge(extentOf(program, from, loop.over)), recursive: false, steps: [loopStep(from, loop), step] };
  }
  return null;
}
