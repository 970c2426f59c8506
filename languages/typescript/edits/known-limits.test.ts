/** What `safe` does not cover, as `write-fix.ts` says: safe fixes that behave differently. A limit that heals fails here, and leaves both. */
import { expect, it } from 'vitest';
import type { FixIntent } from '../../../model/finding.ts';
import { behaviour, type Find, tryFix } from './testing/try-fix.ts';

const before =
  (call: string, loop: string) =>
  (find: Find): FixIntent => ({ kind: 'index-before-loop', file: find.file, loop: find.loop(loop), call: find.call(call), form: '' });

const COUNT = 'export function run(xs: string[], ys: string[]) { let n = 0; for (const x of xs) if (ys.indexOf(x) !== -1) n++; return n; }';
const EARLY =
  'export function run(xs: string[]) { return xs.filter((x) => ys.includes(x)); }\nconst first: string[] = run([]);\nconst ys: string[] = [...first, "a"].concat(first);';
const FIND =
  'export function run(xs: string[], ys: { id: string }[]) { try { return xs.map((x) => ys.find((y) => y.id === x)); } catch { return null; } }';

it.each<[string, string, (find: Find) => FixIntent, () => unknown[]]>([
  ['two lists with holes', COUNT, before('ys.indexOf(x)', 'for (const x'), () => [new Array(1), new Array(1)]],
  ['objects, and a hole among them', FIND, before('ys.find((y) => y.id === x)', 'xs.map('), () => [['a'], new Array(1)]],
  ['a module’s constant before it has its value', EARLY, before('ys.includes(x)', 'xs.filter('), () => [['a']]],
  [
    'a list whose method was replaced',
    'export function run(xs: string[], ys: string[]) { return xs.filter((x) => ys.includes(x)); }',
    before('ys.includes(x)', 'xs.filter('),
    () => [['a'], Object.assign(['b'], { includes: () => true })],
  ],
  [
    'a Proxy that counts',
    'export function run(xs: string[], ys: string[]) { return [xs.filter((x) => ys.includes(x)).length, (ys as unknown as { reads: number }).reads]; }',
    before('ys.includes(x)', 'xs.filter('),
    () => {
      let reads = 0;
      const get = (list: string[], key: string | symbol): unknown => {
        reads += 1;
        return key === 'reads' ? reads : Reflect.get(list, key);
      };
      return [['a', 'b', 'c'], new Proxy(['b'], { get })];
    },
  ],
])('%s', (_, code, intent, input) => {
  const { fix, after } = tryFix({ code, intent });
  expect(fix).toMatchObject({ level: 'safe' });
  expect(outcome(after ?? '', input())).not.toEqual(outcome(code, input()));
});

function outcome(code: string, input: unknown[]): string {
  try {
    return behaviour(code, input);
  } catch (error) {
    return String(error);
  }
}
