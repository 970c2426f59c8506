/**
 * How often a matcher that goes back and tries again may read the same text, where it does not match in the end. A text that can be read in two ways by
 * going round from a state to itself doubles the ways with each round: exponential. One that can be read by either of two loops, one behind the other, may
 * be split between them at each place: polynomial. Both need an end at which all of them fail.
 */
import { type Automaton, automatonOf } from './automaton.ts';
import { ALL, type Alternative, alternativesOf, type Chars } from './parse.ts';

/** `restarts`: it is begun anew at each place of the text, and reads the same run from there: quadratic. */
export type Backtracking = 'exponential' | 'polynomial' | 'restarts';

/** `begins`: it is tried at the beginning of the text alone. `ends`: all of the text must match. Null: nothing is known to go wrong. */
export function backtrackingOf(source: string, flags: string, { begins = false, ends = false } = {}): Backtracking | null {
  const found = (alternativesOf(source, flags) ?? []).map((each) => ofAlternative(each, begins || flags.includes('y'), ends));
  return (['exponential', 'polynomial', 'restarts'] as const).find((kind) => found.includes(kind)) ?? null;
}

function ofAlternative({ pattern, fromBegin, toEnd }: Alternative, begins: boolean, ends: boolean): Backtracking | null {
  const automaton = automatonOf(pattern, !(fromBegin || begins));
  if (!automaton) return null;
  const loops = loopsOf(automaton);
  const failing = loops.filter((loop) => !loop.includes(0) && canFail(automaton, loop, toEnd || ends));
  if (failing.some((loop) => isAmbiguous(automaton, loop))) return 'exponential';
  for (const kind of ['polynomial', 'restarts'] as const)
    for (const first of loops)
      if (first.includes(0) === (kind === 'restarts') && failing.some((second) => second !== first && areInterchangeable(automaton, first, second)))
        return kind;
  return null;
}

/** Strongly connected states that go round. */
function loopsOf({ follow }: Automaton): readonly (readonly number[])[] {
  const reach = follow.map((_, from) => reachable([from], (at) => [...(follow[at]?.keys() ?? [])]));
  const loops: number[][] = [];
  const seen = new Set<number>();
  for (const [state, reached] of reach.entries()) {
    if (seen.has(state) || !reached.has(state)) continue;
    const loop = [...reached].filter((other) => reach[other]?.has(state));
    for (const each of loop) seen.add(each);
    loops.push(loop);
  }
  return loops;
}

/** What is reached by one step or more. */
function reachable(from: readonly number[], next: (at: number) => readonly number[]): Set<number> {
  const found = new Set(from.flatMap((each) => next(each)));
  for (const at of found) for (const each of next(at)) found.add(each);
  return found;
}

/** After the loop has read what it likes, the text ends, or goes on with a character, so that every way of reading it ends without a match. */
function canFail({ reads, follow, last }: Automaton, loop: readonly number[], toEnd: boolean): boolean {
  const pumped = loop.reduce((all, state) => all | (reads[state] ?? 0n), 0n);
  // Where else somebody may be who has read the same.
  const states = reads.flatMap((own, state) => (state > 0 && (own & pumped) !== 0n ? [state] : []));
  if (!states.some((state) => last.has(state))) return true;
  if (!toEnd) return false;
  let goesOn: Chars = 0n;
  for (const state of states) for (const next of follow[state]?.keys() ?? []) goesOn |= reads[next] ?? 0n;
  return goesOn !== ALL;
}

/** Two ways round from a state to itself that read the same. */
function isAmbiguous({ reads, follow }: Automaton, loop: readonly number[]): boolean {
  const inside = new Set(loop);
  const pairs = (a: number, b: number): number[] => {
    const found: number[] = [];
    for (const x of follow[a]?.keys() ?? [])
      for (const y of follow[b]?.keys() ?? [])
        if (inside.has(x) && inside.has(y) && ((reads[x] ?? 0n) & (reads[y] ?? 0n)) !== 0n) found.push(x * SIDE + y);
    return found;
  };
  const next = (pair: number): number[] => pairs(Math.floor(pair / SIDE), pair % SIDE);
  return loop.some((state) => {
    if ([...(follow[state] ?? [])].some(([to, ways]) => ways > 1 && inside.has(to) && (reads[to] ?? 0n) !== 0n)) return true;
    // From both at the same state apart, and together again.
    const apart = [...reachable([state * SIDE + state], next)].filter((pair) => Math.floor(pair / SIDE) !== pair % SIDE);
    return apart.some((pair) => reachable([pair], next).has(state * SIDE + state));
  });
}

/** More than there are states. */
const SIDE = 256;
const MOST_TRIPLES = 60_000;

/** Something that goes round in the first, leads from it to the second, and goes round there. */
function areInterchangeable({ reads, follow }: Automaton, first: readonly number[], second: readonly number[]): boolean {
  const [inFirst, inSecond] = [new Set(first), new Set(second)];
  const after = (at: number): number[] => [...(follow[at]?.keys() ?? [])];
  return first.some((p) =>
    second.some((q) => {
      const wanted = (p * SIDE + q) * SIDE + q;
      const found = new Set([(p * SIDE + p) * SIDE + q]);
      for (const triple of found) {
        if (found.size > MOST_TRIPLES) return false;
        const [a, b, c] = [Math.floor(triple / SIDE / SIDE), Math.floor(triple / SIDE) % SIDE, triple % SIDE];
        for (const x of after(a)) {
          if (!inFirst.has(x)) continue;
          for (const z of after(c)) {
            const both = (reads[x] ?? 0n) & (reads[z] ?? 0n);
            if (!inSecond.has(z) || both === 0n) continue;
            for (const y of after(b)) if ((both & (reads[y] ?? 0n)) !== 0n) found.add((x * SIDE + y) * SIDE + z);
          }
        }
        if (found.has(wanted)) return true;
      }
      return false;
    }),
  );
}
