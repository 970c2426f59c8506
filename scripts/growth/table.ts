/** The table of a rule's page: what n costs before and after, and how it grows. */
import { exponent, type Measured } from './fit.ts';
import type { GrowthProgram } from './programs.ts';

export interface Outcome {
  readonly program: GrowthProgram;
  readonly before: readonly Measured[];
  readonly after: readonly Measured[];
}

export const BEGIN = '<!-- written by `npm run growth` -->';
export const END = '<!-- end -->';

/** Programs of one rule, whose sizes are the same. */
export function growthTable(outcomes: readonly Outcome[]): string {
  const [first] = outcomes;
  if (first === undefined) return '';
  const head = [first.program.of, ...outcomes.flatMap(({ program: { language, unit } }) => [`${language}: ${NAMES[unit]}`, 'after'])];
  const rows = first.before.map(({ n }, i) => [
    n.toLocaleString('en-US'),
    ...outcomes.flatMap(({ program, before, after }) => [before, after].map((list) => amount(list[i]?.cost ?? 0, program.unit))),
  ]);
  const grows = ['**grows by**', ...outcomes.flatMap(({ before, after }) => [before, after].map((list) => `**${power(exponent(list))}**`))];
  return [head, head.map(() => '---'), ...rows, grows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n')
    .replaceAll('| --- ', '|---')
    .replaceAll('---|', '---|');
}

const NAMES = { time: 'time', wait: 'others wait', queries: 'queries' } as const;

function amount(cost: number, unit: GrowthProgram['unit']): string {
  if (unit === 'queries') return cost.toLocaleString('en-US');
  if (cost >= 1000) return `${rounded(cost / 1000)} s`;
  return `${rounded(cost)} ms`;
}

/** Two digits: more would promise that the next run says the same. */
const rounded = (value: number): string => String(Number(value.toPrecision(2)));

function power(value: number): string {
  const shown = value.toFixed(1);
  return /^-?0\.0$/.test(shown) ? 'n⁰' : `n^${shown}`;
}

/** Puts the table between the page's marks; null where it has none. */
export function withTable(page: string, table: string): string | null {
  const [begin, end] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (begin < 0 || end < begin) return null;
  return `${page.slice(0, begin + BEGIN.length)}\n${table}\n${page.slice(end)}`;
}
