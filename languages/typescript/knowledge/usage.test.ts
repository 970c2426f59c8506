/** Every row of the knowledge tables against code as our users write it. `usage/use.ts` says how the snippets are to be read. */
import { describe, expect, test } from 'vitest';
import { knowledge } from './index.ts';
import { knownWrong, uses } from './usage/index.ts';
import { understand } from './usage/understand.ts';

const titled = <U extends { readonly call: string }>(all: readonly U[]): [string, U][] => all.map((use) => [use.call, use]);

describe.each(Object.entries(uses))('%s', (_, family) => {
  test.each(titled(family))('%s', (_call, use) => expect(understand(use).text, use.setUp).toBe(use.says));
});

// A limit that is gone must be seen: its snippet goes to the uses then.
describe('known to be wrong', () => {
  test.each(titled(knownWrong))('%s', (_call, use) => {
    expect(use.says).not.toBe(use.should);
    expect(understand(use).text, `${use.because}\n${use.setUp}`).toBe(use.says);
  });
});

test('every row that costs or repeats is used by a snippet', () => {
  const used = new Set(
    Object.values(uses)
      .flat()
      .map((use) => understand(use).row),
  );
  const costly = knowledge.rows.filter((row) => row.op !== undefined || row.callbacks === 'each' || row.loads !== undefined);
  expect(costly.length).toBeGreaterThan(3000);
  expect(costly.filter((row) => !used.has(row)).map((row) => row.symbol)).toEqual([]);
});
