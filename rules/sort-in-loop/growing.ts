/** Which loop adds to a list and sorts it again, itself or through a function that does both. */
import { argumentOf } from '../../model/arguments.ts';
import { isCappedIn, isGuardedBySize, usesOf } from '../../model/changes.ts';
import { extentOf, isSmall } from '../../model/extents.ts';
import type { Call, FileModel, Loop, Node, Value } from '../../model/file.ts';
import { variesIn } from '../../model/flow.ts';
import { type FnRef, isWithin, type Program } from '../../model/program.ts';
import type { Use } from '../../model/use.ts';
import type { Place } from '../../model/walk.ts';
import { spanHolds } from '../../model/within.ts';

export interface Growing {
  readonly loop: Loop;
  readonly list: Value;
  /** Somebody looks at the list while the loop runs, and so needs its order. */
  readonly isRead: boolean;
  readonly changes: 'grows' | 'no';
}

/** Have: for (const x of xs) { best.push(x); best.sort(); } */
export function growsBeside(file: FileModel, call: Call, list: Value, { loops, branches }: Place): Growing | null {
  const place = list.viewOf || call.member === null ? null : usesOf(file, list);
  if (!place || list.path.includes('[]')) return null;
  const uses = place.uses.filter((use) => isSamePlace(use, place.path));
  for (const loop of loops) {
    const inside = uses.filter((use) => use.loops.includes(loop.id));
    if (isAnew(file, list, loop, inside)) return null;
    const grows = inside.filter((use) => use.kind === 'grow');
    if (grows.length === 0) continue;
    const tests = branches.filter((branch) => spanHolds(loop.span, branch.span) && branch.test?.text.includes(list.text));
    if (tests.length > 0 || isKeptShort(file, list, loop, inside)) return null;
    // Have: while (open.length > 0) { open.sort(); visit(open.shift()); … open.push(next); }
    if (!loop.over && !mentions(loop.test?.text ?? '', list.text)) continue;
    return { loop, list, isRead: inside.some((use) => use.kind !== 'grow' && use.call !== call.id), changes: 'grows' };
  }
  return null;
}

/** What is sorted each time that a function is called, which adds to it as well: a parameter, or a field of its class. */
export function sortsAndGrows(
  program: Program,
  file: FileModel,
  call: Call,
  target: FnRef,
  { loops }: Place,
): { readonly sort: Call; readonly growing: Growing } | null {
  for (const sort of target.file.calls) {
    if (sort.fn !== target.fn.id || sort.op?.kind !== 'sort' || sort.op.form !== 'sort' || sort.loops.length > 0 || sort.callee.viewOf) continue;
    const place = usesOf(target.file, sort.callee);
    const uses = place?.uses.filter((use) => use.fn === target.fn.id && isSamePlace(use, place.path)) ?? [];
    const isOnly = uses.every((use) => use.kind !== 'assign' && use.kind !== 'shrink');
    const grows = uses.filter((use) => use.kind === 'grow' && use.loops.length === 0 && use.span.start < sort.span.start);
    if (!isOnly || grows.length === 0 || grows.some((use) => isGuardedBySize(target.file, sort.callee, use))) continue;
    const list = listOf(file, call, target, sort.callee);
    // Who else takes something out of a field is not known here.
    const isTrimmed =
      sort.callee.root.kind === 'this' && place?.uses.some((use) => use.kind === 'assign' && use.fn !== target.fn.id && !isMade(target, use));
    const loop = loops.find((each) => each.over !== null);
    if (!list || !loop || isTrimmed || isSmall(extentOf(program, file, list)) || loops.some((each) => variesIn(file, list, each))) continue;
    return { sort, growing: { loop, list, isRead: true, changes: 'grows' } };
  }
  return null;
}

function isMade({ file }: FnRef, use: Use): boolean {
  return file.functions[use.fn]?.kind === 'constructor';
}

function listOf(file: FileModel, call: Call, target: FnRef, { root, path }: Value): Value | null {
  if (root.kind === 'this') return call.member === null ? null : call.callee;
  const binding = root.kind === 'binding' && path.length === 0 ? target.file.bindings[root.binding] : undefined;
  if (!binding || binding.param === null || binding.fn !== target.fn.id) return null;
  const given = argumentOf(call, target.fn, binding.param);
  return given && !given.spread && (given.value.root.kind === 'binding' || given.value.root.kind === 'this') && !isElement(file, given.value)
    ? given.value
    : null;
}

function isElement(file: FileModel, { root, path }: Value): boolean {
  return path.includes('[]') || (root.kind === 'binding' && file.bindings[root.binding]?.elementOf !== null);
}

function isSamePlace(use: Use, path: readonly string[]): boolean {
  return use.path.length === path.length && use.path.every((step, i) => step === path[i]);
}

/** Made anew on each iteration, or given another value. */
function isAnew(file: FileModel, list: Value, loop: Loop, inside: readonly Use[]): boolean {
  const binding = list.root.kind === 'binding' ? file.bindings[list.root.binding] : undefined;
  if (binding && binding.loop !== null && isWithin(file, binding.loop, loop.id)) return true;
  return inside.some((use) => use.kind === 'assign') || variesIn(file, list, loop);
}

/** Have: best.push(x); best.sort(); if (best.length > 10) best.pop(); best.length = 10; best.splice(10); del best[10:] */
function isKeptShort(file: FileModel, list: Value, loop: Loop, inside: readonly Use[]): boolean {
  if (isCappedIn(file, list, loop)) return true;
  return inside.some(
    (use) =>
      (use.kind === 'grow' && isGuardedBySize(file, list, use)) ||
      (use.kind === 'shrink' &&
        (use.call === null || /^(splice|clear)$/.test(use.method ?? '') || isOverLimit(file.functions[use.fn]?.body ?? [], list, use))),
  );
}

/** Have: if (best.length > 10) best.pop(); */
function isOverLimit(nodes: readonly Node[], list: Value, use: Use): boolean {
  return nodes.some((node) => {
    if (node.kind === 'loop') return isOverLimit(node.body, list, use);
    if (node.kind !== 'branch' || !spanHolds(node.span, use.span)) return false;
    const text = node.test?.text ?? '';
    const isSize = [`${list.text}.length >`, `len(${list.text}) >`].some((size) => text.includes(size)) && !/>=?\s*[01]$/.test(text);
    return isSize || node.arms.some((arm) => isOverLimit(arm, list, use));
  });
}

function mentions(text: string, list: string): boolean {
  const at = text.indexOf(list);
  return at >= 0 && !/[\w$.]/.test(text[at - 1] ?? ' ') && !/[\w$]/.test(text[at + list.length] ?? ' ');
}
