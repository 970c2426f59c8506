/**
 * What a profiler measured, as plain data: one shape for all formats. Times of one profile have one unit, seconds or samples, and only their
 * shares of the whole are ever compared.
 */

/** A function as the profiler names it. */
export interface Frame {
  /** Empty for a function without a name. */
  readonly name: string;
  /** Path or URL as written; empty for native code. */
  readonly file: string;
  /** One-based, null when the profiler does not say: where the function begins, or a line in it that ran. */
  readonly line: number | null;
  /** One-based, in UTF-16 code units; null when only the line is known. With it, the place is where the function begins. */
  readonly column: number | null;
}

/** One call, below the call that made it. */
export interface StackNode {
  /** Index of its frame. */
  readonly frame: number;
  /** Index of its caller's node, which stands before it; -1 where the stack begins. */
  readonly parent: number;
  /** Time in it while it called nothing. */
  readonly own: number;
}

/**
 * - `stacks`: who called whom, with times.
 * - `functions`: per frame the time in it and in all that it called, recursion counted once, and which part of it a caller asked for.
 * - `lines`: per frame, the time of its lines (one-based), each with what it called.
 */
export type Measure =
  | { readonly kind: 'stacks'; readonly nodes: readonly StackNode[] }
  | {
      readonly kind: 'functions';
      readonly inclusive: readonly number[];
      readonly calls: readonly { readonly from: number; readonly to: number; readonly time: number }[];
    }
  | { readonly kind: 'lines'; readonly lines: readonly (readonly LineTime[])[] };

export interface LineTime {
  readonly line: number;
  readonly time: number;
}

export interface Profile {
  /** For people: `V8 CPU profile`. */
  readonly format: string;
  readonly unit: 'seconds' | 'samples';
  /** All time but that in which nothing ran: idle, and collecting garbage. */
  readonly total: number;
  readonly frames: readonly Frame[];
  readonly measure: Measure;
}

/** The bytes are no profile, or a damaged one. Its message completes “this file …”: `is cut off`. */
export class ProfileError extends Error {}

/** Collects stacks into one tree. Frames and nodes are told apart by `key` and by who called them, so that equal ones are counted together. */
export interface StackTree {
  frame(key: string, frame: Frame): number;
  /** The node of a frame that is called by another node, -1 for none. */
  node(frame: number, parent: number): number;
  spend(node: number, time: number): void;
  readonly frames: readonly Frame[];
  readonly nodes: readonly StackNode[];
}

export function stackTree(): StackTree {
  const frames: Frame[] = [];
  const known = new Map<string, number>();
  const nodes: { frame: number; parent: number; own: number }[] = [];
  const children = new Map<number, Map<number, number>>();
  return {
    frames,
    nodes,
    frame(key, frame) {
      const index = known.get(key) ?? frames.push(frame) - 1;
      known.set(key, index);
      return index;
    },
    node(frame, parent) {
      let own = children.get(parent);
      if (own === undefined) children.set(parent, (own = new Map()));
      const index = own.get(frame) ?? nodes.push({ frame, parent, own: 0 }) - 1;
      own.set(frame, index);
      return index;
    },
    spend(node, time) {
      const spent = nodes[node];
      if (spent !== undefined) spent.own += time;
    },
  };
}

/** What profilers call the time in which no code of a program runs. `(program)` is the engine's own work, which no function asked for. */
const IDLE: ReadonlySet<string> = new Set(['(idle)', '(garbage collector)', '(program)', '(root)']);

function isIdle({ name, file }: Frame): boolean {
  return file === '' && IDLE.has(name);
}

/** A whole profile of stacks. Time in which nothing ran is taken out of it. */
export function profileOfStacks({ frames, nodes }: StackTree, format: string, unit: Profile['unit']): Profile {
  const ran = nodes.map((node) => (isIdle(frames[node.frame]!) ? { ...node, own: 0 } : node));
  const total = ran.reduce((sum, { own }) => sum + own, 0);
  return { format, unit, total, frames, measure: { kind: 'stacks', nodes: ran } };
}
