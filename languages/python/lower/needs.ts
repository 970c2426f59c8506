/**
 * What becomes of a value that is kept in a variable first: a query that is described in one line and walked in another runs, and
 * coroutines that are gathered later run at the same time.
 */
import type { Binding, Call, Loop, Node, Value } from '../../../model/file.ts';
import type { Use } from '../../../model/use.ts';
import { GATHERS } from './calls.ts';
import type { Lowering } from './state.ts';

export function noteNeeds(state: Lowering): void {
  const walkedAsync = new Set(state.loops.flatMap((loop) => (isAsync(state, loop) && loop.over ? [loop.over.span.start] : [])));
  const returned = new Set(state.functions.flatMap((fn) => fn.returns.flatMap((value) => bindingOf(value) ?? [])));
  const tested = new Set(state.functions.flatMap((fn) => testedIn(fn.body)));
  for (const binding of state.bindings) {
    const { init } = binding;
    if (!init) continue;
    const needs = binding.uses.filter(isNeed);
    const first = needs.reduce<Use | null>((least, use) => (least && least.span.start <= use.span.start ? least : use), null);
    // Whoever walks it first runs it; those who come later find the rows there.
    if (returned.has(binding.id) || tested.has(binding.id) || first)
      needed(state, init, !tested.has(binding.id) && (!first || walkedAsync.has(first.span.start)));
    if (init.root.kind === 'new-list' && binding.uses.some((use) => isGather(state, use))) overlap(state, binding, init);
  }
  for (const call of state.calls) if (call && BEGINS.test(call.text) && call.args[0]?.value.root.kind === 'call') overlapAround(state, call);
  for (const { fields } of state.classes) for (const { init, uses } of fields) if (init && uses.some(isNeed)) needed(state, init, false);
}

/** `async for`, as a statement or in a comprehension. */
function isAsync(state: Lowering, { style, head }: Loop): boolean {
  return style === 'for-await' || (style === 'comprehension' && /^async\b/.test(state.text.slice(head.start, head.start + 6)));
}

function bindingOf(value: Value): number | null {
  return value.root.kind === 'binding' && value.path.length === 0 ? value.root.binding : null;
}

/** `if rows:` and `if not rows:` ask a query whether it has any. */
function testedIn(body: readonly Node[]): number[] {
  const found: number[] = [];
  // Not by recursion: each `elif` is a branch in the one before it.
  const left = [body];
  for (let nodes = left.pop(); nodes; nodes = left.pop()) {
    for (const node of nodes) {
      if (node.kind === 'loop') left.push(node.body);
      if (node.kind !== 'branch') continue;
      const { test } = node;
      const own = test && (bindingOf(test) ?? (/^not \w+$/.test(test.text) && test.reads.length === 1 ? (test.reads[0] ?? null) : null));
      if (own !== null) found.push(own);
      left.push(...node.arms);
    }
  }
  return found;
}

function isNeed(use: Use): boolean {
  // `rows.union(others)` describes another query, `list(rows)` walks it.
  if (use.path.length === 0) return use.kind === 'copy' ? use.method === null : /^(iterate|length|test)$/.test(use.kind);
  return use.path[0] === '[]';
}

/** `elsewhere`: by nobody's thread here. */
function needed(state: Lowering, init: Value, elsewhere: boolean, depth = 0): void {
  // `rows = recent() if days else all()`: either.
  if (init.root.kind !== 'new-list') for (const other of init.elements) needed(state, other, elsewhere, depth);
  // `found = rows`: another name for the same.
  const same = init.root.kind === 'binding' && init.path.length === 0 ? state.bindings[init.root.binding]?.init : null;
  if (same && depth < 4) needed(state, same, elsewhere, depth + 1);
  const call = init.root.kind === 'call' && init.path.length === 0 ? state.calls[init.root.call] : undefined;
  if (!call) return;
  call.awaited = true;
  if (elsewhere) call.handedBack = true;
}

function isGather(state: Lowering, use: Use): boolean {
  return use.call !== null && GATHERS.test(state.calls[use.call]?.text ?? '');
}

/** `jobs = [load(id) for id in ids]` … `await asyncio.gather(*jobs)` */
function overlap(state: Lowering, binding: Binding, init: Value): void {
  for (const loop of state.loops) if (loop.span.start === init.span.start && loop.span.end === init.span.end) loop.parallel = true;
  // `jobs.append(load(id))` in a loop.
  for (const use of binding.uses)
    if (use.kind === 'grow' && use.loops[0] !== undefined) (state.loops[use.loops[0]] as { parallel: boolean }).parallel = true;
}

/** What a task is made of runs beside whoever makes it: `tasks.create_task(load(id))`, `nursery.start_soon(load, id)`. */
const BEGINS = /(^|\.)(create_task|ensure_future)$/;

/** A loop that makes a task of each element and waits for none: `for id in ids: tasks.create_task(load(id))`. */
function overlapAround(state: Lowering, call: Call): void {
  const loop = call.loops[0] === undefined ? undefined : state.loops[call.loops[0]];
  if (loop && !state.calls.some((other) => other?.suspends && other.loops[0] === loop.id && !isGiven(call, other)))
    (loop as { parallel: boolean }).parallel = true;
}

function isGiven(call: Call, other: Call): boolean {
  return call.args.some(({ value }) => value.root.kind === 'call' && value.root.call === other.id);
}
