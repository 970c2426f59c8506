/**
 * A list that outlives the function that takes from its front: one function puts things at its end, another takes them from its head, one per
 * call. Emptying it takes n²/2 steps, whatever makes the calls.
 */
import { isGuardedBySize, usesOf } from '../../model/changes.ts';
import { extentOf, isSmall } from '../../model/extents.ts';
import type { Branch, FileModel, Fn, Value } from '../../model/file.ts';
import { isInside, type Program } from '../../model/program.ts';
import { usesOfProperty } from '../../model/property-uses.ts';
import { isAppend, type Use } from '../../model/use.ts';
import type { Place } from '../../model/walk.ts';

/** Where another function adds to the end of what this one takes the head of; null where it is no queue, or is kept short. */
export function queuedBy(program: Program, file: FileModel, list: Value, { fn, branches }: Place): Use | null {
  // JavaScript's engines move the start of an array instead, until it is very long.
  if (file.language !== 'python') return null;
  const extent = extentOf(program, file, list);
  // It begins empty, and is made to be filled.
  if (isSmall(extent) && extent.count !== 0) return null;
  const puts = usesOfKept(program, file, fn, list).filter((use) => isAppend(use) && use.fn !== 0 && !isInside(file, use.fn, fn.id));
  if (puts.length === 0 || puts.every((use) => isGuardedBySize(file, list, use)) || branches.some((branch) => trims(branch, list))) return null;
  return puts[0] ?? null;
}

/** Uses of a field, of what is called so on an object of another class, or of a variable of the module. */
function usesOfKept(program: Program, file: FileModel, fn: Fn, list: Value): readonly Use[] {
  const { root, path } = list;
  const name = path[path.length - 1];
  if (name === undefined) {
    const binding = root.kind === 'binding' ? file.bindings[root.binding] : undefined;
    return binding?.fn === 0 && fn.id !== 0 && binding.kind !== 'import' ? binding.uses.filter((use) => use.path.length === 0) : [];
  }
  if (path.includes('[]')) return [];
  if (root.kind === 'this' && path.length === 1) return (usesOf(file, list)?.uses ?? []).filter((use) => use.path.length === 0);
  return usesOfProperty(program, file, name);
}

/** Have: if len(self.lines) > 50: self.lines.pop(0), or if self.times[0] < now - 60: self.times.pop(0) */
function trims({ test }: Branch, list: Value): boolean {
  const text = test?.text ?? '';
  const size = `len(${list.text})`;
  const at = text.indexOf(size);
  return text.includes(`${list.text}[`) || (at >= 0 && !/^\s*(>\s*0|>=\s*1|!=\s*0|$)(?!\d)/.test(text.slice(at + size.length)));
}
