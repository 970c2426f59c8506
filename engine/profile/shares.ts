/**
 * How much of a profile's time each function of the program takes, with all that it calls. A stack counts once for a function, however often that is
 * in it. Of what a function calls, the time in other functions of the program is known apart.
 */
import type { Fn } from '../../model/file.ts';
import type { Profile, StackNode } from '../../profiles/profile.ts';
import type { Placed } from './placing.ts';

export interface Shares {
  /** In the profile's unit. */
  readonly inclusive: ReadonlyMap<Fn, number>;
  /** Of the first function's time, that in the second, which it calls with nothing of the program in between. */
  readonly called: (from: Fn, to: Fn) => number;
  /** All of these. */
  readonly callsOf: (from: Fn) => ReadonlyMap<Fn, number>;
}

const NONE: ReadonlyMap<Fn, number> = new Map();

/** Nothing where only lines were measured. */
export function sharesOf({ measure }: Profile, placed: readonly (Placed | null)[]): Shares {
  const inclusive = new Map<Fn, number>();
  const calls = new Map<Fn, Map<Fn, number>>();
  const addCall = (from: Fn, to: Fn, time: number): void => {
    let own = calls.get(from);
    if (own === undefined) calls.set(from, (own = new Map()));
    own.set(to, (own.get(to) ?? 0) + time);
  };
  if (measure.kind === 'stacks') {
    walk(measure.nodes, (node) => placed[node.frame]?.fn ?? null, {
      first: (fn, time) => void inclusive.set(fn, (inclusive.get(fn) ?? 0) + time),
      call: addCall,
    });
  } else if (measure.kind === 'functions') {
    for (const [i, time] of measure.inclusive.entries()) {
      const fn = placed[i]?.fn;
      // A closure's time is in that of the function which runs it.
      if (fn) inclusive.set(fn, Math.max(inclusive.get(fn) ?? 0, time));
    }
    for (const { from, to, time } of measure.calls) {
      const [caller, callee] = [placed[from]?.fn, placed[to]?.fn];
      if (caller && callee && caller !== callee) addCall(caller, callee, time);
    }
  }
  const callsOf = (from: Fn): ReadonlyMap<Fn, number> => calls.get(from) ?? NONE;
  return { inclusive, callsOf, called: (from, to) => callsOf(from).get(to) ?? 0 };
}

interface Counted {
  /** A function that is not in the stack yet, with all time below. */
  readonly first: (fn: Fn, time: number) => void;
  readonly call: (from: Fn, to: Fn, time: number) => void;
}

/** Stacks may be deeper than ours: no recursion. */
function walk(nodes: readonly StackNode[], fnOf: (node: StackNode) => Fn | null, counted: Counted): void {
  const below = nodes.map(({ own }) => own);
  const children: number[][] = nodes.map(() => []);
  for (let i = nodes.length - 1; i >= 0; i--) {
    const { parent } = nodes[i]!;
    if (parent < 0) continue;
    below[parent]! += below[i]!;
    children[parent]!.push(i);
  }
  /** The functions of the stack, outermost first, and how often each, and each call, is in it. */
  const stack: Fn[] = [];
  const inStack = new Map<Fn, number>();
  const callsInStack = new Map<Fn, Map<Fn, number>>();
  const enter = (fn: Fn, time: number): void => {
    const caller = stack.at(-1);
    if (!inStack.get(fn)) counted.first(fn, time);
    inStack.set(fn, (inStack.get(fn) ?? 0) + 1);
    if (caller !== undefined && caller !== fn) {
      const calls = callsInStack.get(caller) ?? new Map<Fn, number>();
      callsInStack.set(caller, calls);
      if (!calls.get(fn)) counted.call(caller, fn, time);
      calls.set(fn, (calls.get(fn) ?? 0) + 1);
    }
    stack.push(fn);
  };
  const leave = (): void => {
    const fn = stack.pop()!;
    const caller = stack.at(-1);
    inStack.set(fn, inStack.get(fn)! - 1);
    if (caller === undefined || caller === fn) return;
    const calls = callsInStack.get(caller)!;
    calls.set(fn, calls.get(fn)! - 1);
  };
  // A node to enter, or -1 where a function is left.
  const todo = nodes.flatMap(({ parent }, i) => (parent < 0 ? [i] : []));
  for (let at = todo.pop(); at !== undefined; at = todo.pop()) {
    if (at === -1) {
      leave();
      continue;
    }
    const fn = fnOf(nodes[at]!);
    if (fn !== null) {
      enter(fn, below[at]!);
      todo.push(-1);
    }
    for (const child of children[at]!) todo.push(child);
  }
}
