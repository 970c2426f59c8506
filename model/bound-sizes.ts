/**
 * How many elements something has, in the names of a function's inputs: parameters, fields, lists outside of it. A local
 * list is as large as what it is made from or filled by. Null wherever that has no name.
 */
import { argumentOf } from './arguments.ts';
import { isIndex, isInput, isInside, isReassigned, isWalkOf, locate, type Scope } from './bound-places.ts';
import { ONE, plus, raised, repeated, type Sum, sizeAt, times } from './bound-terms.ts';
import { callersOf } from './callers.ts';
import { infoOf } from './calls.ts';
import { changeIn, growsSomewhere } from './changes.ts';
import { extentOf, isSmall } from './extents.ts';
import type { Binding, Call, FileModel, Loop, Value } from './file.ts';
import { headsOf } from './loop-heads.ts';
import { growsParameter } from './summaries.ts';

export function sizeOf(scope: Scope, value: Value): Sum | null {
  return remembered(scope, value, () => {
    const length = value.root.kind === 'new-object' ? value.properties.find((p) => p.name === 'length') : undefined;
    // `Array.from({ length: n }, …)`
    if (length) return sizeOf(scope, length.value);
    if (isSmallHere(scope, value)) return ONE;
    const last = value.path[value.path.length - 1];
    if (last === 'length' || last === 'size') return sizeOf(scope, { ...value, path: value.path.slice(0, -1) });
    const own = ownSize(scope, value);
    if (value.root.kind === 'new-list' || value.elements.length === 0) return own;
    // `xs ?? ys`, `test ? xs : ys`
    const others = value.elements.map((e) => sizeOf(scope, e));
    return plus(...(value.root.kind === 'unknown' ? others : [own, ...others]));
  });
}

function remembered(scope: Scope, key: Value | Binding | Loop, answer: () => Sum | null): Sum | null {
  const known = scope.sizes.get(key);
  if (known !== undefined) return known;
  scope.sizes.set(key, null);
  const found = answer();
  scope.sizes.set(key, found);
  return found;
}

function ownSize(scope: Scope, value: Value): Sum | null {
  const { root } = value;
  if (root.kind === 'literal') return ONE;
  if (root.kind === 'call') {
    const call = scope.file.calls[root.call];
    return call && value.path.length === 0 ? callSize(scope, call, value.viewOf) : null;
  }
  if (value.viewOf) return sizeOf(scope, value.viewOf);
  if (root.kind === 'new-list') return plus(ONE, ...value.elements.filter((e) => isSpread(scope.file, e)).map((e) => sizeOf(scope, e)));
  const binding = root.kind === 'binding' && value.path.length === 0 ? scope.file.bindings[root.binding] : undefined;
  if (binding) {
    const local = remembered(scope, binding, () => localSize(scope, binding));
    if (local) return local;
  }
  const located = locate(scope, value);
  return located && sizeAt(located.place, located.within);
}

/** Known to stay small, for whatever reason but that the callers that we know hand in little: a bound holds for all callers. */
function isSmallHere(scope: Scope, value: Value): boolean {
  const { program, file, fn } = scope;
  const extent = extentOf(program, file, value);
  if (!isSmall(extent)) return false;
  // A list outside of any function is as large as all calls together have made it.
  if (extent.class === 'constant' && isKept(file, value) && growsSomewhere(file, value)) return false;
  const binding = value.root.kind === 'binding' && value.path.length === 0 ? file.bindings[value.root.binding] : undefined;
  if (binding?.fn !== fn.id || binding.param === null) return true;
  const { param } = binding;
  return !callersOf(program, fn).some(({ file: from, call }) => {
    const argument = argumentOf(call, fn, param);
    return argument !== undefined && extentOf(program, from, argument.value) === extent;
  });
}

function isKept(file: FileModel, value: Value): boolean {
  return value.root.kind === 'this' || (value.root.kind === 'binding' && file.bindings[value.root.binding]?.fn === 0);
}

/** Is this element of a list literal spread into it? Calls that yield lists nearly always are. */
function isSpread(file: FileModel, element: Value): boolean {
  const uses =
    element.root.kind === 'binding' ? file.bindings[element.root.binding]?.uses : file.classes.flatMap((c) => c.fields.flatMap((f) => f.uses));
  if (element.root.kind === 'call') return element.kind === 'list' || element.kind === 'unknown';
  return uses?.some((u) => u.kind === 'copy' && u.span.start === element.span.start && u.span.end === element.span.end) ?? false;
}

/** What a call yields. */
function callSize(scope: Scope, call: Call, view: Value | null): Sum | null {
  const { target } = infoOf(scope.program, scope.file, call);
  if (target) return scope.resultSize(call);
  const receiver = call.callee;
  const [first] = call.args;
  switch (call.member) {
    case 'flatMap': {
      const loop = scope.file.loops.find((l) => l.call === call.id);
      const returns = loop?.closure == null ? [] : (scope.file.functions[loop.closure]?.returns ?? []);
      const each = returns.length === 0 ? null : plus(...returns.map((r) => sizeOf(scope, r)));
      return loop && each ? repeatedBy(scope, each, loop) : null;
    }
    case 'flat': {
      const located = locate(scope, receiver);
      return located && sizeAt({ ...located.place, path: [...located.place.path, '[]'] }, located.within);
    }
    case 'concat':
      return plus(sizeOf(scope, receiver), ...call.args.map((a) => (a.value.kind === 'primitive' ? ONE : sizeOf(scope, a.value))));
    case 'slice':
      return sliceSize(scope, call);
    case 'fill':
    case 'split':
      return sizeOf(scope, receiver);
    default:
  }
  if (call.member === null && call.text === 'Array' && first && !first.spread && call.args.length === 1) return sizeOf(scope, first.value);
  return view && sizeOf(scope, view);
}

/** The chunk that a loop in steps cuts out is its own part of the whole; where else the ends depend on a loop we cannot tell. */
export function sliceSize(scope: Scope, call: Call): Sum | null {
  const { file } = scope;
  const loops = call.args.flatMap((a) => a.value.reads.flatMap((id) => file.bindings[id]?.elementOf ?? []));
  const [loop] = loops.flatMap((id) => file.loops[id] ?? []);
  if (!loop) return sizeOf(scope, call.callee);
  const whole = locate(scope, call.callee);
  return whole && loop.step === 'chunk' && isWalkOf(scope, loop, whole.place, 0) ? sizeAt(whole.place, [...whole.within, loop.id]) : null;
}

/** Null for what is no local list, and for one whose size is not known. */
function localSize(scope: Scope, binding: Binding): Sum | null {
  if (binding.elementOf !== null) {
    const loop = scope.file.loops[binding.elementOf];
    if (!loop?.over || isInput(scope, binding) || !isIndex(scope.file, binding, loop)) return null;
    // `for (let j = 0; j < i; j++)`: at most as far as the loop of `i` goes.
    return sizeOf(scope, loop.over);
  }
  if (!isInside(scope, binding.fn) || !binding.init || isReassigned(binding)) return null;
  const grows = binding.uses.filter((u) => u.kind === 'grow' && u.path.length === 0);
  // An empty list that is handed on is filled there.
  const handedOn = binding.uses.some((u) => {
    const call = u.kind === 'argument' && u.call !== null ? scope.file.calls[u.call] : undefined;
    const target = call && infoOf(scope.program, scope.file, call).target;
    return call && ((binding.init?.extent.count === 0 && !target) || target?.fn.params.some((_, i) => growsParameter(scope.program, target, i)));
  });
  if (handedOn) return null;
  const added = grows.map((use): Sum | null => {
    const call = use.call === null ? undefined : scope.file.calls[use.call];
    let amount = plus(ONE, ...(call?.args.filter((a) => a.spread).map((a) => sizeOf(scope, a.value)) ?? []));
    const own = binding.loop === null ? -1 : use.loops.indexOf(binding.loop);
    for (const id of own < 0 ? use.loops : use.loops.slice(0, own)) {
      const loop = scope.file.loops[id];
      if (loop && isInside(scope, loop.fn)) amount = amount && repeatedBy(scope, amount, loop);
    }
    return amount;
  });
  return plus(sizeOf(scope, binding.init), ...added);
}

export function repeatedBy(scope: Scope, body: Sum, loop: Loop): Sum | null {
  const size = loopSize(scope, loop);
  return size && repeated(body, loop.id, size);
}

/** How often a loop runs its body. */
export function loopSize(scope: Scope, loop: Loop): Sum | null {
  return remembered(scope, loop, () => {
    const { file } = scope;
    const { over } = loop;
    if (!over || ['function', 'primitive', 'other'].includes(loop.counts ? '' : over.kind)) return null;
    // What grows while it is walked ends nobody knows when.
    if (changeIn(file, over, loop) === 'grows') return null;
    if (loop.style === 'for' && !headsOf(scope.program, file).get(loop.id)) return null;
    const size = sizeOf(scope, over);
    if (!size) return null;
    if (loop.step === 'halving') return raised(size, 0, 1);
    const member = loop.call === null ? null : file.calls[loop.call]?.member;
    if (member !== 'sort' && member !== 'toSorted') return size;
    const logs = raised(size, 0, 1);
    return logs && times(size, logs);
  });
}
