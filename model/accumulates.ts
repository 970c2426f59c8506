/** Does a place that is copied to add to it become larger with each iteration of a loop, and does nobody need the copies? */
import { isCappedIn, isGuardedBySize, usesOf } from './changes.ts';
import { extentOf, isLarge, isSmall } from './extents.ts';
import type { FileModel, Loop, Node, Value } from './file.ts';
import { isShortLoop, waitsInLoop } from './loop-work.ts';
import { isWithin, type Program } from './program.ts';
import type { Rebuild } from './rebuild.ts';
import type { Use } from './use.ts';
import { spanHolds } from './within.ts';

/** The innermost loop with which it grows. `isTable`: what is copied is so much that even waiting for its parts is little beside it. */
export function accumulates(program: Program, file: FileModel, rebuild: Rebuild, loops: readonly Loop[], isTable: boolean): Loop | null {
  const { place } = rebuild;
  if (isOnePlace(place) && isSmall(extentOf(program, file, place))) return null;
  // What a callback gives back is kept by `reduce` alone.
  if (rebuild.returned && !isReduced(file, rebuild, loops[0])) return null;
  for (const loop of loops) {
    // Have: while len(head) < 8: head += stream.read(8 - len(head))
    if (loop.test?.text.includes(`len(${place.text}) <`)) return null;
    if (startsAnew(file, rebuild, loop) || isCappedIn(file, place, loop)) return null;
    // Have: while (node) { path = [node, ...path]; node = node.parent; } Nothing says how long that goes on, and mostly it is not long.
    // Bytes come from a file or a connection, and go on for as long as it does.
    if ((!loop.over && rebuild.how !== 'bytes') || loop.step === 'halving' || isShortLoop(program, file, loop)) continue;
    // Have: for layer in self.layers: states += (layer(x),). Tuples are for few, unless there is a sign of many.
    if (rebuild.how === 'tuple' && !isOfAnyLength(file, place) && !(loop.over && isLarge(extentOf(program, file, loop.over)))) return null;
    // Bytes are handed on to be read, as in `if parse(data): break`.
    if ((rebuild.how !== 'bytes' && keepsVersions(file, rebuild, loop)) || isGuarded(file, rebuild)) return null;
    return isTable || rebuild.how === 'bytes' || !waitsInLoop(program, file, loop) ? loop : null;
  }
  return null;
}

/** One place, and not one of many: `groups[key]`. */
export function isOnePlace(place: Value): boolean {
  return !place.path.includes('[]');
}

/** Have: parts: tuple[str, ...] = () */
function isOfAnyLength(file: FileModel, { root, path }: Value): boolean {
  return root.kind === 'binding' && path.length === 0 && file.bindings[root.binding]?.type?.name === '[]';
}

function isReduced(file: FileModel, { fn, place }: Rebuild, loop: Loop | undefined): boolean {
  const call = loop && loop.call !== null ? file.calls[loop.call] : undefined;
  const binding = place.root.kind === 'binding' ? file.bindings[place.root.binding] : undefined;
  return loop?.closure === fn && call !== undefined && /(^|\.)reduce(Right)?$/.test(call.text) && binding?.param === 0;
}

/** Uses of the place in a loop, other than what copies it. */
function otherUses(file: FileModel, { place }: Rebuild, loop: Loop): readonly Use[] {
  const uses = usesOf(file, place);
  if (!uses) return [];
  return uses.uses.filter(
    (use) =>
      use.loops.includes(loop.id) &&
      use.path.length <= uses.path.length &&
      use.path.every((step, i) => step === uses.path[i]) &&
      !file.rebuilds.some((each) => spanHolds(each.span, use.span)),
  );
}

/** Is it another place on each iteration, or empty again? Then it is as large as what one iteration makes it. */
function startsAnew(file: FileModel, rebuild: Rebuild, loop: Loop): boolean {
  const { place } = rebuild;
  const binding = place.root.kind === 'binding' ? file.bindings[place.root.binding] : undefined;
  if (binding && binding.loop !== null && isWithin(file, binding.loop, loop.id)) return true;
  // Have: for (const key of keys) groups[key] = [...groups[key], x];
  const keys = isOnePlace(place) ? [] : place.reads.flatMap((id) => file.bindings[id] ?? []);
  if (keys.some((key) => key.elementOf === loop.id && place.text.includes(`[${key.name}]`))) return true;
  return otherUses(file, rebuild, loop).some((use) => use.kind === 'shrink' || (use.kind === 'assign' && !leavesAfter(loop.body, use)));
}

/** Have: while True: chunk = read(); if END in chunk: data = (data + chunk)[:limit]; break; data += chunk */
function leavesAfter(nodes: readonly Node[], use: Use): boolean {
  return nodes.some((node) => {
    if (node.kind !== 'branch' || !spanHolds(node.span, use.span)) return false;
    const [then = [], otherwise = []] = node.arms;
    const leaves = otherwise.length === 0 && then.some((n) => n.kind === 'exit' && n.exit !== 'continue' && n.span.start > use.span.start);
    return leaves || node.arms.some((arm) => leavesAfter(arm, use));
  });
}

/** Have: versions.push(state); yield path; onChange(list): whoever gets it may keep it as it is now. */
function keepsVersions(file: FileModel, rebuild: Rebuild, loop: Loop): boolean {
  const closure = rebuild.returned ? file.functions[rebuild.fn] : undefined;
  return otherUses(file, rebuild, loop).some(
    (use) =>
      (use.kind === 'escape' || use.kind === 'argument') &&
      // Have: xs.reduce((all, x) => { if (!x.ok) return all; return [...all, x]; }, [])
      !closure?.returns.some((value) => value.span.start === use.span.start),
  );
}

/** Have: if (top.length < 10) top = [...top, x]; */
function isGuarded(file: FileModel, { place, span }: Rebuild): boolean {
  const own = usesOf(file, place)?.uses.find((use) => spanHolds(span, use.span));
  return own !== undefined && isGuardedBySize(file, place, own);
}
