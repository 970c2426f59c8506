/** Which loop repeats what moves a list's elements, often enough for the list to be long. */
import { isGuardedBySize, usesOf } from '../../model/changes.ts';
import { extentOf, isLarge, isSmall } from '../../model/extents.ts';
import type { Branch, Call, FileModel, Loop, Value } from '../../model/file.ts';
import { isShortLoop } from '../../model/loop-work.ts';
import { isWithin, type Program } from '../../model/program.ts';
import type { Place } from '../../model/walk.ts';
import { samePlace } from '../../model/wording.ts';

/** The loop that goes on for as long as the list has elements: `while (queue.length > 0)`, `while queue:`, `for (const x of queue)`. */
export function drainedBy(program: Program, file: FileModel, list: Value, call: Call, { loops }: Place): Loop | null {
  if (isSmall(extentOf(program, file, list)) || isOneOfMany(list) || isPartsOfText(program, file, list)) return null;
  for (const loop of loops) {
    if (isOwn(file, list, loop)) return null;
    if (goesOnWith(loop, list) || leavesWithout(file, list, loop, call)) return loop;
    if (loop.over && samePlace(loop.over, list)) return loop;
  }
  return null;
}

/** The loop that makes the list as long as what it walks. */
export function filledBy(program: Program, file: FileModel, list: Value, { loops }: Place): Loop | null {
  if (isSmall(extentOf(program, file, list)) || isOneOfMany(list)) return null;
  for (const loop of loops) {
    if (isOwn(file, list, loop)) return null;
    // Have: while (at) { path.unshift(at); at = at.parent; } Nothing says how long that goes on, and mostly it is not long.
    if (!loop.over || isShortLoop(program, file, loop)) continue;
    const place = usesOf(file, list);
    const uses = place?.uses.filter((use) => use.loops.includes(loop.id) && use.path.length === place.path.length) ?? [];
    // Have: latest.unshift(x); if (latest.length > 50) latest.pop();
    if (uses.some((use) => use.kind === 'shrink' || (use.kind === 'grow' && isGuardedBySize(file, list, use)))) return null;
    return loop;
  }
  return null;
}

/** Have: const parts = name.split(separator); Unless they are lines, they are few. */
function isPartsOfText(program: Program, file: FileModel, list: Value): boolean {
  const init = list.root.kind === 'binding' && list.path.length === 0 ? file.bindings[list.root.binding]?.init : undefined;
  const call = init?.root.kind === 'call' ? file.calls[init.root.call] : undefined;
  return call?.member === 'split' && !isLarge(extentOf(program, file, list));
}

/** `queues[name]` */
function isOneOfMany(list: Value): boolean {
  return list.path.includes('[]');
}

/** Made anew on each iteration, or given another value: then it is as long as one iteration makes it. */
function isOwn(file: FileModel, list: Value, loop: Loop): boolean {
  const binding = list.root.kind === 'binding' ? file.bindings[list.root.binding] : undefined;
  if (binding && binding.loop !== null && isWithin(file, binding.loop, loop.id)) return true;
  const place = usesOf(file, list);
  return place?.uses.some((use) => use.kind === 'assign' && use.path.length <= place.path.length && use.loops.includes(loop.id)) ?? false;
}

/** `queue.length`, `queue.length > 0`, `len(queue) != 0`, `(next = queue.shift())`, and in Python `queue` itself. */
function goesOnWith({ test }: Loop, list: Value): boolean {
  const text = test?.text ?? '';
  // Have: while (times.length && times[0] < now - minute) times.shift(); That takes the few that have become old.
  return mentions(text, list.text) && !caps(text, list.text) && !text.includes(`${list.text}[`);
}

function mentions(text: string, list: string): boolean {
  const at = text.indexOf(list);
  return at >= 0 && !/[\w$.]/.test(text[at - 1] ?? ' ') && !/[\w$]/.test(text[at + list.length] ?? ' ');
}

/** Does a test hold the length against a limit? Only what is over it is taken. */
function caps(text: string, list: string): boolean {
  const size = [`${list}.length`, `len(${list})`].find((each) => text.includes(each));
  const limit = size === undefined ? null : /^\s*>=?\s*([\w.$]+)/.exec(text.slice(text.indexOf(size) + size.length));
  return limit !== null && !/^[01]$/.test(limit[1] ?? '');
}

/** Have: while (true) { const next = queue.shift(); if (!next) break; … } */
function leavesWithout(file: FileModel, list: Value, loop: Loop, call: Call): boolean {
  if (loop.style !== 'while' && loop.style !== 'do-while' && loop.style !== 'for') return false;
  const taken = file.bindings.filter((b) => b.init?.root.kind === 'call' && b.init.root.call === call.id).map((b) => b.id);
  const asks = (node: Branch): boolean =>
    node.test !== null && (mentions(node.test.text, list.text) || node.test.reads.some((id) => taken.includes(id)));
  return loop.body.some(
    (node) =>
      node.kind === 'branch' && asks(node) && (node.arms[0]?.some((n) => n.kind === 'exit' && (n.exit === 'break' || n.exit === 'return')) ?? false),
  );
}
