/**
 * A pattern as an automaton without empty steps: a state for each place where it reads a character, and who may follow whom, by how many ways. Two ways
 * from one place to the next are two ways to read the same text: `(a+)+` goes round by the inner and by the outer repetition.
 */
import type { Budget } from './budget.ts';
import { ALL, type Chars, type Pattern } from './parse.ts';

export interface Automaton {
  /** What each state reads. State 0 stands before the text, or for all of it that is skipped. */
  readonly reads: readonly Chars[];
  /** Who follows a state, and by how many ways: one, or more than one. */
  readonly follow: readonly ReadonlyMap<number, number>[];
  /** States with which it may end. */
  readonly last: ReadonlySet<number>;
}

/** Patterns of more states are not looked into. */
const MOST_STATES = 120;

/** What a part costs, in steps from one state to another. */
const PER_PART = 5;

interface Part {
  readonly first: readonly number[];
  readonly last: readonly number[];
  readonly isNullable: boolean;
}

const EMPTY: Part = { first: [], last: [], isNullable: true };

/** `skips`: it may begin anywhere in the text, so that its first state goes round over all of it. */
export function automatonOf(pattern: Pattern, skips: boolean, budget: Budget): Automaton | null {
  const reads: Chars[] = [skips ? ALL : 0n];
  const follow: Map<number, number>[] = [new Map()];
  const connect = (from: readonly number[], to: readonly number[]): void => {
    budget.spend(from.length * to.length);
    for (const a of from) for (const b of to) follow[a]?.set(b, Math.min(2, (follow[a].get(b) ?? 0) + 1));
  };
  const build = (each: Pattern): Part => {
    if (reads.length > MOST_STATES) return EMPTY;
    // What reads nothing makes no state, however often it is copied.
    budget.spend(PER_PART);
    switch (each.kind) {
      case 'chars': {
        reads.push(each.chars);
        follow.push(new Map());
        return { first: [reads.length - 1], last: [reads.length - 1], isNullable: false };
      }
      case 'sequence':
        return each.items.map(build).reduce((a, b) => joined(a, b, connect), EMPTY);
      case 'choice': {
        const parts = each.items.map(build);
        return { first: parts.flatMap((p) => p.first), last: parts.flatMap((p) => p.last), isNullable: parts.some((p) => p.isNullable) };
      }
      case 'repeat':
        return repeated(each, build, connect);
      default:
        return EMPTY;
    }
  };
  const whole = build(pattern);
  if (reads.length > MOST_STATES) return null;
  connect([0], whole.first);
  if (skips) connect([0], [0]);
  return { reads, follow, last: new Set([...whole.last, ...(whole.isNullable ? [0] : [])]) };
}

type Connect = (from: readonly number[], to: readonly number[]) => void;

function joined(a: Part, b: Part, connect: Connect): Part {
  connect(a.last, b.first);
  return {
    first: a.isNullable ? [...a.first, ...b.first] : a.first,
    last: b.isNullable ? [...a.last, ...b.last] : b.last,
    isNullable: a.isNullable && b.isNullable,
  };
}

/** `a{2,4}` is `aa(a(a)?)?`, and `a{2,}` is `aa+`: only the last copy goes round. */
function repeated({ item, least, most }: Extract<Pattern, { kind: 'repeat' }>, build: (pattern: Pattern) => Part, connect: Connect): Part {
  const copies = Math.min(MOST_STATES, Number.isFinite(most) ? most : Math.max(1, least));
  let whole = EMPTY;
  for (let i = 0; i < copies; i++) {
    const part = build(item);
    if (i === copies - 1 && !Number.isFinite(most)) connect(part.last, part.first);
    whole = joined(whole, i < least ? part : { ...part, isNullable: true }, connect);
  }
  return whole;
}
