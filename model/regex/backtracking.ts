/**
 * How often a matcher that goes back and tries again may read the same text, where it does not match in the end. A text that can be read in two ways by
 * going round from a state to itself doubles the ways with each round: exponential. One that can be read by either of two loops, one behind the other, may
 * be split between them at each place: polynomial. Both need an end at which all of them fail.
 */
import { type Automaton, automatonOf } from './automaton.ts';
import { type Budget, within } from './budget.ts';
import { ALL, type Alternative, alternativesOf, type Chars } from './parse.ts';

/** `restarts`: it is begun anew at each place of the text, and reads the same run from there: quadratic. */
export type Backtracking = 'exponential' | 'polynomial' | 'restarts';

/** Some milliseconds. What takes more is not looked into. */
const MOST_STEPS = 50_000;

/** `begins`: it is tried at the beginning of the text alone. `ends`: all of the text must match. Null: nothing is known to go wrong. */
export function backtrackingOf(source: string, flags: string, { begins = false, ends = false, isPython = false } = {}): Backtracking | null {
  const alternatives = alternativesOf(source, flags, isPython) ?? [];
  const found = within(MOST_STEPS, (budget) => alternatives.map((each) => ofAlternative(each, begins || flags.includes('y'), ends, budget)));
  return (['exponential', 'polynomial', 'restarts'] as const).find((kind) => found?.includes(kind)) ?? null;
}

function ofAlternative({ pattern, fromBegin, toEnd }: Alternative, begins: boolean, ends: boolean, budget: Budget): Backtracking | null {
  const automaton = automatonOf(pattern, !(fromBegin || begins), budget);
  if (!automaton) return null;
  const graph = graphOf(automaton, budget);
  const loops = loopsOf(graph);
  const failing = loops.filter((loop) => !loop.includes(0) && canFail(automaton, loop, toEnd || ends, budget));
  if (failing.some((loop) => isAmbiguous(automaton, graph, loop, budget))) return 'exponential';
  for (const kind of ['polynomial', 'restarts'] as const)
    for (const first of loops)
      if (
        first.includes(0) === (kind === 'restarts') &&
        failing.some((second) => second !== first && areInterchangeable(graph, first, second, budget))
      )
        return kind;
  return null;
}

interface Graph extends Pick<Automaton, 'reads'> {
  /** Who follows a state and reads something at all. */
  readonly next: readonly (readonly number[])[];
  /** Whom a state leads to by one step or more: a bit for each. */
  readonly reach: readonly bigint[];
}

function graphOf({ reads, follow }: Automaton, budget: Budget): Graph {
  const next = follow.map((to) => [...to.keys()].filter((each) => reads[each] !== 0n));
  const reach = next.map((to) => to.reduce((all, each) => all | (1n << BigInt(each)), 0n));
  budget.spend(reads.length ** 2);
  for (let via = 0; via < reach.length; via++)
    for (const [from, reached] of reach.entries()) if (leadsTo(reached, via)) reach[from] = reached | (reach[via] ?? 0n);
  return { reads, next, reach };
}

function leadsTo(reached: bigint | undefined, state: number): boolean {
  return (((reached ?? 0n) >> BigInt(state)) & 1n) === 1n;
}

/** Strongly connected states that go round. */
function loopsOf({ reach }: Graph): readonly (readonly number[])[] {
  const loops: number[][] = [];
  const seen = new Set<number>();
  for (const [state, reached] of reach.entries()) {
    if (seen.has(state) || !leadsTo(reached, state)) continue;
    const loop = [...reach.keys()].filter((other) => leadsTo(reached, other) && leadsTo(reach[other], state));
    for (const each of loop) seen.add(each);
    loops.push(loop);
  }
  return loops;
}

/** After the loop has read what it likes, the text ends, or goes on with a character, so that every way of reading it ends without a match. */
function canFail({ reads, follow, last }: Automaton, loop: readonly number[], toEnd: boolean, budget: Budget): boolean {
  budget.spend(reads.length);
  const pumped = loop.reduce((all, state) => all | (reads[state] ?? 0n), 0n);
  // Where else somebody may be who has read the same.
  const states = reads.flatMap((own, state) => (state > 0 && (own & pumped) !== 0n ? [state] : []));
  if (!states.some((state) => last.has(state))) return true;
  if (!toEnd) return false;
  let goesOn: Chars = 0n;
  for (const state of states) {
    budget.spend(follow[state]?.size);
    for (const next of follow[state]?.keys() ?? []) goesOn |= reads[next] ?? 0n;
  }
  return goesOn !== ALL;
}

/** Two ways round from a state to itself that read the same: two who set out from one state are apart for a while, and meet again. */
function isAmbiguous({ follow }: Automaton, { next, reads }: Graph, loop: readonly number[], budget: Budget): boolean {
  const inside = new Set(loop);
  const after = (at: number): readonly number[] => (next[at] ?? []).filter((each) => inside.has(each));
  if (loop.some((state) => after(state).some((to) => (follow[state]?.get(to) ?? 0) > 1))) return true;
  // All of the loop lead to each other, so that it does not matter where they set out and where they meet.
  const pairs = new Set(loop.map((state) => state * SIDE + state));
  for (const pair of pairs) {
    const [a, b] = [Math.floor(pair / SIDE), pair % SIDE];
    const afterB = after(b);
    for (const x of after(a)) {
      budget.spend(afterB.length);
      for (const y of afterB) {
        if (((reads[x] ?? 0n) & (reads[y] ?? 0n)) === 0n) continue;
        if (x === y && a !== b) return true;
        pairs.add(x * SIDE + y);
      }
    }
  }
  return false;
}

/** More than there are states. */
const SIDE = 256;

/** Something that goes round in the first, leads from it to the second, and goes round there. */
function areInterchangeable({ next, reach, reads }: Graph, first: readonly number[], second: readonly number[], budget: Budget): boolean {
  if (!leadsTo(reach[first[0] ?? 0], second[0] ?? 0)) return false;
  const [inFirst, inSecond] = [new Set(first), new Set(second)];
  const after = (at: number): readonly number[] => next[at] ?? [];
  return first.some((p) =>
    second.some((q) => {
      const wanted = (p * SIDE + q) * SIDE + q;
      const found = new Set([(p * SIDE + p) * SIDE + q]);
      for (const triple of found) {
        const [a, b, c] = [Math.floor(triple / SIDE / SIDE), Math.floor(triple / SIDE) % SIDE, triple % SIDE];
        for (const x of after(a)) {
          if (!inFirst.has(x)) continue;
          budget.spend(after(c).length);
          for (const z of after(c)) {
            const both = (reads[x] ?? 0n) & (reads[z] ?? 0n);
            if (!inSecond.has(z) || both === 0n) continue;
            budget.spend(after(b).length);
            for (const y of after(b)) if (leadsTo(reach[y], q) && (both & (reads[y] ?? 0n)) !== 0n) found.add((x * SIDE + y) * SIDE + z);
          }
        }
        if (found.has(wanted)) return true;
      }
      return false;
    }),
  );
}
