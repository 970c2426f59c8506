/** What a function makes anew each time that it is called, from what it is handed or from what never changes, and gives nobody. */
import { argumentOf } from '../../model/arguments.ts';
import { infoOf } from '../../model/calls.ts';
import type { Call, FileModel, Fn, Value } from '../../model/file.ts';
import type { TraceStep } from '../../model/finding.ts';
import { parametersBehind } from '../../model/flow.ts';
import { type FnRef, memo, type Program } from '../../model/program.ts';
import { leavesParameter } from '../../model/reading.ts';
import { isMemoized, sitesOf } from '../../model/summaries.ts';
import { spanHolds } from '../../model/within.ts';
import { type Derived, derivedBy, isAsked } from './derived.ts';

/** Beyond this many calls in between, who reads it no longer sees why. */
const DEEPEST = 3;

interface Inside {
  readonly derived: Derived;
  /** Parameters that decide what comes out. */
  readonly params: ReadonlySet<number>;
  /** The one that is read whole; null where it is slow whatever it is given. */
  readonly whole: number | null;
  readonly steps: readonly TraceStep[];
}

export interface Handed {
  readonly derived: Derived;
  readonly from: readonly Value[];
  readonly source: Value | null;
  readonly sourceFile: FileModel;
  readonly steps: readonly TraceStep[];
  readonly helper: string;
}

/** As the call sees it: what it hands in stands for the parameters. */
export function derivedInside(program: Program, file: FileModel, call: Call): Handed[] {
  const { target } = infoOf(program, file, call);
  if (!target || call.args.some((a) => a.spread)) return [];
  return insideOf(program, target).flatMap(({ derived, params, whole, steps }): Handed[] => {
    if (steps.length > DEEPEST) return [];
    const from = [...params].flatMap((param) => argumentOf(call, target.fn, param)?.value ?? []);
    const source = whole === null ? null : (argumentOf(call, target.fn, whole)?.value ?? null);
    if (from.length < params.size || (whole !== null && !source)) return [];
    const step = { file: file.path, span: call.span, message: `calls \`${target.fn.name}\`` };
    return [{ derived, from, source, sourceFile: file, steps: [step, ...steps], helper: call.text }];
  });
}

function insideOf(program: Program, ref: FnRef): readonly Inside[] {
  return memo<Fn, readonly Inside[]>(program, 'made inside', ref.fn, [], () => {
    if (isMemoized(program, ref) || ref.fn.generator) return [];
    return sitesOf(program, ref).flatMap(({ call, place, target }) => {
      if (place.memo || place.failed || place.loops.length > 0 || place.calleeLoops.length > 0 || place.fn !== ref.fn) return [];
      return target ? through(program, ref, call, target) : own(program, ref, call);
    });
  });
}

function own(program: Program, ref: FnRef, call: Call): Inside[] {
  const derived = derivedBy(program, ref.file, call);
  if (!derived || !isAsked(program, ref.file, derived) || isGivenBack(ref, call)) return [];
  const reads = derived.given.flatMap((value) => value.reads);
  const params = parametersBehind(ref.file, reads, ref.fn.id);
  const { source } = derived;
  const whole = source ? parameterOf(ref, source) : null;
  // Other things than parameters may be another each time.
  const isKnown = reads.every((id) => isParameter(ref, id) || ref.file.bindings[id]?.kind === 'global' || isInside(derived, ref, id));
  if (!isKnown || (source && (whole === null || !leavesParameter(program, ref, whole) || isUsedBeside(ref, whole, derived)))) return [];
  return [{ derived, params, whole, steps: [{ file: ref.file.path, span: call.span, message: `makes \`${derived.text}\`` }] }];
}

/** Have: function reached(graph, from) { const left = new Set(graph); for (…of graph) … }: to walk all of it is what the function is for. */
function isUsedBeside({ file, fn }: FnRef, param: number, { span }: Derived): boolean {
  const id = fn.params[param]?.binding ?? null;
  const uses = id === null ? [] : (file.bindings[id]?.uses ?? []);
  return uses.some((use) => !/^(length|test|read)$/.test(use.kind) && !spanHolds(span, use.span));
}

function through(program: Program, ref: FnRef, call: Call, target: FnRef): Inside[] {
  if (target.fn === ref.fn || call.args.some((a) => a.spread)) return [];
  return insideOf(program, target).flatMap(({ derived, params, whole, steps }): Inside[] => {
    const given = [...params].map((param) => argumentOf(call, target.fn, param)?.value);
    const outer = given.map((value) => (value ? parameterOf(ref, value) : null));
    const source = whole === null ? null : argumentOf(call, target.fn, whole)?.value;
    const at = source ? parameterOf(ref, source) : null;
    if (outer.some((param) => param === null) || (whole !== null && at === null)) return [];
    const step = { file: ref.file.path, span: call.span, message: `calls \`${target.fn.name}\`` };
    return [{ derived, params: new Set(outer.flatMap((param) => param ?? [])), whole: at, steps: [step, ...steps] }];
  });
}

/** `known` itself, where that is a parameter that keeps its value. */
function parameterOf({ file, fn }: FnRef, { root, path }: Value): number | null {
  const binding = root.kind === 'binding' && path.length === 0 ? file.bindings[root.binding] : undefined;
  return binding && isParameter({ file, fn }, binding.id) ? binding.param : null;
}

function isParameter({ file, fn }: FnRef, id: number): boolean {
  const binding = file.bindings[id];
  return (
    binding?.fn === fn.id && binding.param !== null && !binding.part && !binding.uses.some((use) => use.kind === 'assign' && use.path.length === 0)
  );
}

function isInside(derived: Derived, { file }: FnRef, id: number): boolean {
  const span = file.bindings[id]?.span;
  return span !== undefined && spanHolds(derived.span, span);
}

function isGivenBack({ fn }: FnRef, call: Call): boolean {
  return fn.returns.some(({ root, path }) => root.kind === 'call' && root.call === call.id && path.length === 0);
}
