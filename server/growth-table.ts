/**
 * What a growth like `O(users × banned)` means in steps: how many at 100, at 10,000 and at a million, now and after the
 * remedy. Steps only, no times: how long a step takes, nobody knows from here.
 */

/** One product of a growth: `users² log users` is one factor with power 2 and one logarithm. */
interface Factor {
  /** Null for a number: `12` in `O(users × 12)`. */
  readonly name: string | null;
  readonly value: number;
  readonly power: number;
  readonly logs: number;
}

export interface GrowthTable {
  /** What `n` stands for, each name once. */
  readonly names: readonly string[];
  readonly rows: readonly { readonly n: string; readonly now: string; readonly after: string | null }[];
}

const sizes = [100, 10_000, 1_000_000];

/** `roundTrips`: each step waits for a database or a network, and the remedy asks once. Null when the growth is not understood, or does not grow. */
export function growthTable(growth: string, { roundTrips = false } = {}): GrowthTable | null {
  const terms = parseGrowth(growth);
  const names = [...new Set(terms?.flatMap((term) => term.flatMap((factor) => factor.name ?? [])))];
  if (terms === null || names.length === 0) return null;
  const [term] = terms;
  const after = terms.length > 1 || term === undefined ? null : roundTrips ? () => 1 : afterRemedy(term);
  return {
    names,
    rows: sizes.map((n) => ({
      n: n.toLocaleString('en-US'),
      now: countText(terms.reduce((sum, factors) => sum + stepsOf(factors, n), 0)),
      after: after && countText(after(n)),
    })),
  };
}

/** An index: each list is walked once instead of once per element of the other. A single plain size has no better. */
function afterRemedy(term: readonly Factor[]): ((n: number) => number) | null {
  const walked = term.filter((factor) => factor.name !== null);
  if (walked.reduce((degree, factor) => degree + factor.power, 0) < 2 && walked.length === term.length) return null;
  return (n) => n * walked.length;
}

function stepsOf(factors: readonly Factor[], n: number): number {
  return factors.reduce((product, { name, value, power, logs }) => product * (name === null ? value : n ** power * Math.log2(n) ** logs), 1);
}

function parseGrowth(growth: string): Factor[][] | null {
  const inside = /^O\((.+)\)$/.exec(growth)?.[1];
  if (inside === undefined) return null;
  const terms = inside.split(' + ').map((term) => term.split(' × ').map(parseFactor));
  return terms.every((term) => term.every((factor) => factor !== null)) ? (terms as Factor[][]) : null;
}

/** `users`, `users²`, `log users`, `users² log users`, `12`. */
function parseFactor(text: string): Factor | null {
  if (/^[\d,]+$/.test(text)) return { name: null, value: Number(text.replaceAll(',', '')), power: 1, logs: 0 };
  const match = /^(?:([^\s⁰¹²³⁴⁵⁶⁷⁸⁹]+)([⁰¹²³⁴⁵⁶⁷⁸⁹]*))?(?:(?:^| )log([⁰¹²³⁴⁵⁶⁷⁸⁹]*) ([^\s⁰¹²³⁴⁵⁶⁷⁸⁹]+))?$/.exec(text);
  if (match === null) return null;
  const [, size, power = '', logs, logOf] = match;
  const name = size ?? logOf;
  if (name === undefined || (logOf !== undefined && logOf !== name)) return null;
  return { name, value: 0, power: size === undefined ? 0 : exponentOf(power), logs: logOf === undefined ? 0 : exponentOf(logs ?? '') };
}

function exponentOf(digits: string): number {
  return digits === '' ? 1 : Number([...digits].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(digit)).join(''));
}

const words = [
  [1e18, 'quintillion'],
  [1e15, 'quadrillion'],
  [1e12, 'trillion'],
  [1e9, 'billion'],
  [1e6, 'million'],
  [1e4, 'thousand'],
] as const;

/** `200`, `10 thousand`, `1.3 million`: two digits are all that a growth can promise. */
export function countText(count: number): string {
  const rounded = Number(count.toPrecision(2));
  if (rounded >= 1e21) return 'more than anybody can wait for';
  for (const [unit, word] of words) {
    const scale = word === 'thousand' ? 1e3 : unit;
    if (rounded >= unit) return `${(rounded / scale).toLocaleString('en-US')} ${word}`;
  }
  return rounded.toLocaleString('en-US');
}
