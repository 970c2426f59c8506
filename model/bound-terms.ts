/**
 * Sums of products of named sizes, with logarithms: `users × banned + orders log orders`. What bounds are made of, how
 * they add, multiply and absorb each other, and how they read.
 */

/** Where a size is measured: an input of a function, and the properties below it. `[]` stands for “each element's”. */
export interface Place {
  readonly root: PlaceRoot;
  readonly path: readonly string[];
}

/** A destructured parameter has no name of its own; its properties have. */
export type PlaceRoot =
  | { readonly kind: 'param'; readonly param: number; readonly name: string | null }
  | { readonly kind: 'this' }
  | { readonly kind: 'outside'; readonly file: string; readonly binding: number; readonly name: string };

/** `place^power × log(place)^logs`. A path with `[]` is one total over all elements: the orders of all users together. */
export interface Factor {
  readonly place: Place;
  readonly power: number;
  readonly logs: number;
  /** Loops whose element this hangs on: repeating it by one of them gives the total instead of a product. Empty in a finished bound. */
  readonly within: readonly number[];
}

export type Term = readonly Factor[];

/** The empty product is one step; a sum has at least one term. */
export type Sum = readonly Term[];

export const ONE: Sum = [[]];

/** More than this is no help to anybody. */
const MOST_TERMS = 4;

export function isOne(sum: Sum): boolean {
  return sum.every((term) => term.length === 0);
}

export function keyOf(place: Place): string {
  const { root } = place;
  const start = root.kind === 'param' ? `parameter ${root.param}` : root.kind === 'this' ? 'this' : `${root.file}#${root.binding}`;
  return [start, ...place.path].join('\n');
}

export function sizeAt(place: Place, within: readonly number[]): Sum {
  return [[{ place, power: 1, logs: 0, within }]];
}

function sameWithin(a: Factor, b: Factor): boolean {
  return a.within.length === b.within.length && a.within.every((loop, i) => loop === b.within[i]);
}

function sameFactor(a: Factor, b: Factor): boolean {
  return sameWithin(a, b) && keyOf(a.place) === keyOf(b.place);
}

function product(a: Term, b: Term): Term {
  const factors = [...a];
  for (const factor of b) {
    const at = factors.findIndex((f) => sameFactor(f, factor));
    const known = factors[at];
    if (known) factors[at] = { ...known, power: known.power + factor.power, logs: known.logs + factor.logs };
    else factors.push(factor);
  }
  return factors;
}

export function plus(...sums: readonly (Sum | null)[]): Sum | null {
  if (sums.some((sum) => sum === null)) return null;
  return simplified(sums.flatMap((sum) => sum ?? []));
}

export function times(a: Sum, b: Sum): Sum | null {
  return simplified(a.flatMap((x) => b.map((y) => product(x, y))));
}

/** `sum^power × log(sum)^logs`; the logarithm of anything but one plain size is not spoken of. */
export function raised(sum: Sum, power: number, logs: number): Sum | null {
  let result: Sum | null = ONE;
  for (let i = 0; i < power && result; i++) result = times(result, sum);
  if (!result || logs === 0 || isOne(sum)) return result;
  const factor = sum.length === 1 && sum[0]?.length === 1 ? sum[0][0] : undefined;
  return factor?.power === 1 && factor.logs === 0 ? times(result, [[{ ...factor, power: 0, logs }]]) : null;
}

/** What a loop of a certain size makes of its body. What hangs on its element adds up to a total that absorbs the loop. */
export function repeated(body: Sum, loop: number, size: Sum): Sum | null {
  const terms: (Sum | null)[] = body.map((term) => {
    const leave = (f: Factor): Factor => (f.within.includes(loop) ? { ...f, within: f.within.filter((id) => id !== loop) } : f);
    const left = term.map(leave).reduce<Term>((all, f) => product(all, [f]), []);
    return term.some((f) => f.power > 0 && f.within.includes(loop)) ? [left] : times(size, [left]);
  });
  return plus(...terms);
}

/** Without the loops that were left behind: a part of a total is at most the total. Null when it hangs on some other loop. */
export function settled(sum: Sum, loops: ReadonlySet<number>): Sum | null {
  if (sum.some((term) => term.some((f) => f.within.some((loop) => !loops.has(loop))))) return null;
  return simplified(sum.map((term) => term.reduce<Term>((all, f) => product(all, [{ ...f, within: [] }]), [])));
}

function simplified(terms: Sum): Sum | null {
  const kept: Term[] = [];
  for (const term of terms) {
    if (kept.some((other) => isDominated(term, other))) continue;
    for (let i = kept.length - 1; i >= 0; i--) if (isDominated(kept[i] as Term, term)) kept.splice(i, 1);
    kept.push(term);
  }
  return kept.length > MOST_TERMS ? null : kept;
}

/** `users` beside `users × banned`, beside `users log users`, beside the orders of all users. */
function isDominated(small: Term, large: Term): boolean {
  const left = new Map(large.map((factor) => [factor, factor.power]));
  // What a factor needs beyond its namesake must come from totals below it.
  const wants = small.map((factor) => {
    const same = large.find((other) => sameFactor(factor, other));
    if (!same) return { factor, power: factor.power, logs: factor.logs };
    if (same.power > factor.power) {
      left.set(same, same.power - factor.power - (factor.logs > same.logs ? 1 : 0));
      return { factor, power: 0, logs: 0 };
    }
    left.set(same, 0);
    return { factor, power: factor.power - same.power, logs: Math.max(0, factor.logs - same.logs) };
  });
  return wants.every((want) => {
    let { power, logs } = want;
    for (const [other, spare] of left) {
      if (!sameWithin(want.factor, other) || !keyOf(other.place).startsWith(`${keyOf(want.factor.place)}\n[]`)) continue;
      const taken = Math.min(power, spare);
      power -= taken;
      if (taken < spare || other.logs >= logs) logs = 0;
      left.set(other, spare - taken);
    }
    return power === 0 && logs === 0;
  });
}

/** `O(users × banned)`, `O(users + orders)`, `O(users log users)`, `O(1)`. */
export function growthText(sum: Sum): string {
  const places = new Map(sum.flatMap((term) => term.map((factor) => [keyOf(factor.place), factor.place] as const)));
  const names = new Map([...places].map(([key, place]) => [key, shortName(place)]));
  const nameOf = (place: Place): string => {
    const short = names.get(keyOf(place)) ?? '';
    // Different lists of the same name go by their whole expressions.
    return [...names.values()].filter((name) => name === short).length > 1 ? wholeName(place) : short;
  };
  const terms = sum.map((term) => term.map((factor) => factorText(factor, nameOf(factor.place))).join(' × '));
  return `O(${terms.map((text) => text || '1').join(' + ')})`;
}

function factorText({ power, logs }: Factor, name: string): string {
  const size = power === 0 ? [] : [`${name}${exponent(power)}`];
  return [...size, ...(logs === 0 ? [] : [`log${exponent(logs)} ${name}`])].join(' ');
}

function exponent(n: number): string {
  return n === 1 ? '' : [...String(n)].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]).join('');
}

function stepsOf({ root, path }: Place): string[] {
  if (root.kind === 'this') return ['this', ...path];
  return root.name === null ? [...path] : [root.name, ...path];
}

/** `users` of `shop.users`, `users[].orders` of the orders of all of them. */
function shortName(place: Place): string {
  const steps = stepsOf(place);
  const each = steps.indexOf('[]');
  return joined(steps.slice(each < 0 ? -1 : Math.max(0, each - 1)));
}

function wholeName(place: Place): string {
  return joined(stepsOf(place));
}

function joined(steps: readonly string[]): string {
  return steps.join('.').replaceAll('.[]', '[]');
}
