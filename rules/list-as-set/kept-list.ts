/**
 * A list that outlives the function that searches it: a field, module state, a variable of the function around, a list that is
 * handed on. Filling it through a search takes n²/2 steps, whatever loop makes the calls, and even if that loop stands elsewhere.
 */
import { callersOf } from '../../model/callers.ts';
import { isGuardedBySize, usesOf } from '../../model/changes.ts';
import { extentOf, isLarge, isPiled, isSmall } from '../../model/extents.ts';
import type { FileModel, Fn, Span, Value } from '../../model/file.ts';
import type { Finding, FixIntent } from '../../model/finding.ts';
import { dependsOnElement } from '../../model/flow.ts';
import { instanceClass } from '../../model/one-row.ts';
import { type FnRef, isInside, nameOf, type Program } from '../../model/program.ts';
import { usesOfProperty } from '../../model/property-uses.ts';
import { relationsOf } from '../../model/relations.ts';
import { isAppend, type Use } from '../../model/use.ts';
import { doubtText, evidenceOf, inWordsOf, loopStep } from '../../model/wording.ts';

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

/**
 * Why searching the list costs more with every call. `filled`, `emptied`: the same function adds to it or takes from it. `membership`: nothing but
 * questions are asked of it. `lookup`: somebody is known to ask again and again. `predicate`: a closure over what a file or a request holds.
 */
type Reason = 'filled' | 'emptied' | 'membership' | 'lookup' | 'predicate';

export function keptList(program: Program, file: FileModel, fn: Fn, search: Search, fix: FixIntent | null): Finding | null {
  // What a person does on a screen is done once at a time.
  const list = /\.[jt]sx$/.test(file.path) ? null : kept(file, fn, search.list, 0);
  // A fixed key is asked for once.
  if (!list || isFixed(file, search.key) || isSmall(extentOf(program, file, search.list))) return null;
  // What is to be made a row of the database stays the list that the mapper makes of it: certificate.destinations.append(found)
  if (isRelation(program, file, list)) return null;
  const uses = usesOfPlace(program, file, list);
  const grown = uses.filter((u) => u.kind === 'grow');
  if (grown.length > 0 && grown.every((u) => isGuardedBySize(file, list, u))) return null;
  const caller = repeatingCaller(program, file, fn);
  const reason = reasonOf(program, file, fn, search, list, uses, caller !== null);
  if (!reason) return null;
  // Of a list that is handed in, whoever hands it in speaks: `addOnce(all, word)` in a loop over words.
  if (list.root.kind === 'binding' && list.path.length === 0 && file.bindings[list.root.binding]?.param !== null && !caller?.recursive) return null;
  const name = nameOf(file, list);
  const what = name ? `\`${name}\`` : 'the list';
  const growth = name && (reason === 'filled' || reason === 'emptied') ? `O(${name}²)` : null;
  // What is only asked may have few elements, whoever asks.
  const isMany = reason === 'filled' && caller?.large === true;
  const evidence = reason === 'filled' ? `the same function adds to ${what}` : `${what} is added to elsewhere, and outlives the call`;
  return {
    rule: 'list-as-set',
    file: file.path,
    span: search.span,
    severity: isMany ? 'warning' : 'info',
    message: `${search.text} scans all of ${what} ${whenOf(reason, what, growth)}. ${inWordsOf(file, remedyOf(reason, search.byProperty ? 'Map' : 'Set'))}`,
    growth,
    evidence: [
      ...evidenceOf(name, extentOf(program, file, list)),
      ...(grown.length > 0 ? [evidence] : []),
      ...(isMany ? [] : doubtText('nothing in the code shows how often it is asked')),
    ],
    trace: [...(caller?.steps ?? []), ...grown.slice(0, 1).map((u) => ({ file: file.path, span: u.span, message: `${what} grows` }))],
    fix,
  };
}

/** A literal, or a constant of a module. */
function isFixed(file: FileModel, { root, path }: Value): boolean {
  const binding = root.kind === 'binding' && path.length === 0 ? file.bindings[root.binding] : undefined;
  return root.kind === 'literal' || (binding?.fn === 0 && binding.elementOf === null && /^(const|import|enum)$/.test(binding.kind));
}

function reasonOf(program: Program, file: FileModel, fn: Fn, search: Search, list: Value, uses: readonly Use[], isRepeated: boolean): Reason | null {
  const here = (use: Use): boolean => isInside(file, use.fn, fn.id);
  // `names[key] = name` puts something in its place, in a language whose lists do not grow by that.
  const grows = uses.filter((u) => u.kind === 'grow' && (u.method !== null || file.language !== 'python'));
  // What is pushed and popped by the same function is a stack, as deep as it goes.
  if (uses.some((u) => u.method === 'pop' && here(u))) return null;
  // Have: for (const v of old.versions) { … next.versions.push(v); }: two lists of one name.
  const own = new Set(usesOf(file, list)?.uses.map((u) => u.span.start));
  if (grows.some((u) => here(u) && own.has(u.span.start))) return 'filled';
  if (grows.length > 0) {
    if ((list.path.length > 0 || servesAsSet(uses)) && uses.some((u) => u.method === 'splice' && here(u))) return 'emptied';
    if (list.path.length > 0 && onlyAsks(uses)) return 'membership';
    if (list.root.kind === 'this' && isRepeated) return 'lookup';
  }
  if (isBuiltOnce(file, list) && onlyAsks(uses)) return 'membership';
  // Have: matches = (id) => failed.includes(id), where `failed` is what a file holds: who makes a predicate will ask it often.
  const isPredicate = (fn.parent ?? 0) !== 0 && fn.passedTo === null && usesParameter(file, fn, search.key);
  return isPredicate && isLarge(extentOf(program, file, list)) ? 'predicate' : null;
}

function whenOf(reason: Reason, what: string, growth: string | null): string {
  if (reason === 'filled') return `before it adds to it${growth ? `: filling ${what} takes ${growth}` : ''}`;
  if (reason === 'emptied') return `for each removal${growth ? `: emptying ${what} takes ${growth}` : ''}`;
  return 'for each question';
}

function remedyOf(reason: Reason, index: 'Set' | 'Map'): string {
  switch (reason) {
    case 'filled':
    case 'lookup':
      return `Keep a ${index} beside it.`;
    case 'emptied':
      return 'A Set deletes in one step.';
    case 'membership':
      return 'Make it a Set.';
    case 'predicate':
      return `Build a ${index} once.`;
  }
}

/** Uses of a variable, or of all properties of the list's name: an object's list is used through many names. */
function usesOfPlace(program: Program, file: FileModel, list: Value): readonly Use[] {
  const property = list.path[list.path.length - 1];
  return property === undefined ? (usesOf(file, list)?.uses.filter((u) => u.path.length === 0) ?? []) : usesOfProperty(program, file, property);
}

function isRelation(program: Program, file: FileModel, list: Value): boolean {
  const owner = list.path.length > 0 ? instanceClass(program, file, { ...list, path: list.path.slice(0, -1), viewOf: null }) : null;
  return owner !== null && relationsOf(program, owner).has(list.path.at(-1) ?? '');
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

/** Have: const NAMES = [...Object.keys(features), ...builtIns]: put together when the module loads, from lists that are longer than one writes by hand. */
function isBuiltOnce(file: FileModel, list: Value): boolean {
  const binding = list.root.kind === 'binding' && list.path.length === 0 ? file.bindings[list.root.binding] : undefined;
  return (
    binding?.fn === 0 &&
    binding.kind === 'const' &&
    binding.init?.kind === 'list' &&
    binding.init.root.kind === 'new-list' &&
    binding.init.elements.length > 0
  );
}

function onlyAsks(uses: readonly Use[]): boolean {
  return uses.every((u) => u.kind === 'test' || isAppend(u));
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
      isAppend(u) ||
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
  const callers = callersOf(program, fn).map(({ file: from, call }) => ({
    from,
    call,
    step: { file: from.path, span: call.span, message: `calls \`${fn.name}\`` },
  }));
  for (const { from, call, step } of callers) {
    const around = from.functions[call.fn];
    if (around && isReachedFrom(program, { file, fn }, { file: from, fn: around }))
      return { large: false, recursive: true, steps: [{ ...step, message: `\`${fn.name}\` comes back to itself` }] };
  }
  for (const { from, call, step } of callers) {
    const reads = call.args.flatMap((a) => a.value.reads);
    const loop = call.loops.map((id) => from.loops[id]).find((l) => l !== undefined && dependsOnElement(from, reads, l));
    if (loop?.over) return { large: isPiled(extentOf(program, from, loop.over)), recursive: false, steps: [loopStep(from, loop), step] };
  }
  return null;
}

/** Further up a recursion is no longer seen for one. */
const FARTHEST = 4;

/** Does `from` lead to the function that it is called by, through callers of callers? */
function isReachedFrom(program: Program, from: FnRef, caller: FnRef): boolean {
  let above: readonly FnRef[] = [caller];
  const seen = new Set<Fn>();
  for (let step = 0; step < FARTHEST; step++) {
    if (above.some((ref) => ref.file === from.file && isInside(ref.file, ref.fn.id, from.fn.id))) return true;
    above = above.flatMap(({ fn }) => {
      if (seen.has(fn)) return [];
      seen.add(fn);
      return callersOf(program, fn).flatMap(({ file, call }) => {
        const next = file.functions[call.fn];
        return next ? [{ file, fn: next }] : [];
      });
    });
  }
  return false;
}
