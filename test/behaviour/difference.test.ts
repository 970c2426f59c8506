/** The judge is judged first: fixes that only look right must be caught, and right ones let through. */
import { expect, test } from 'vitest';
import { behaviourDifference } from './difference.ts';

async function judge(before: string, after: string, runs: string[] = [], name = 'a.ts'): Promise<string> {
  const outcome = await behaviourDifference({ before: [{ name, text: before }], after: [{ name, text: after }], packages: [], runs });
  return outcome.difference ?? (outcome.ran > 0 ? 'same' : `nothing ran: ${outcome.skipped.join(', ')}`);
}

const SCAN = 'export function f(xs: number[], ys: number[]) { return xs.filter((x) => ys.includes(x)); }';

test('a Set answers like includes, NaN, -0 and holes included', async () => {
  expect(await judge(SCAN, 'export function f(xs: number[], ys: number[]) { const s = new Set(ys); return xs.filter((x) => s.has(x)); }')).toBe(
    'same',
  );
});

test('a Set does not answer like indexOf: NaN', async () => {
  const before = SCAN.replace('ys.includes(x)', 'ys.indexOf(x) !== -1');
  expect(
    await judge(before, 'export function f(xs: number[], ys: number[]) { const s = new Set(ys); return xs.filter((x) => s.has(x)); }'),
  ).toContain('NaN');
});

test('a Map keeps the last match, find the first', async () => {
  const before = 'export function f(us: {id: string, n: number}[], ids: string[]) { return ids.map((id) => us.find((u) => u.id === id)); }';
  const after =
    'export function f(us: {id: string, n: number}[], ids: string[]) { const m = new Map(us.map((u) => [u.id, u])); return ids.map((id) => m.get(id)); }';
  expect(await judge(before, after)).toMatch(/was|one/);
  const right =
    'export function f(us: {id: string, n: number}[], ids: string[]) { const m = new Map(); for (const u of us) if (!m.has(u.id)) m.set(u.id, u); return ids.map((id) => m.get(id)); }';
  expect(await judge(before, right)).toBe('same');
});

test('a copy of an object is not the object', async () => {
  const before = 'export function f(us: {id: string}[]) { return us.filter((u) => u.id); }';
  expect(await judge(before, 'export function f(us: {id: string}[]) { return us.filter((u) => u.id).map((u) => ({ ...u })); }')).toContain('one');
});

test('arguments that change, lists that alias, exceptions and callbacks are behaviour', async () => {
  const push = 'export function f(xs: string[], ys: string[]) { for (const x of xs) if (!ys.includes(x)) ys.push(x); return ys.length; }';
  expect(await judge(push, push.replace('return', 'ys.reverse(); return'))).toContain('args');
  expect(
    await judge(
      'export function f(x: string) { if (x === "a") throw new Error("no a"); }',
      'export function f(x: string) { if (x === "a") throw new Error("no"); }',
    ),
  ).toContain('no a');
  const calls = 'export function f(xs: string[], ok: (x: string) => boolean, ys: string[]) { return xs.filter((x) => ok(x) && ys.includes(x)); }';
  expect(await judge(calls, calls.replace('ok(x) && ys.includes(x)', 'ys.includes(x) && ok(x)'))).toContain('callback');
  expect(await judge(calls, calls.replace('ys.includes(x)', 'new Set(ys).has(x)'))).toBe('same');
});

test('classes are played call by call', async () => {
  const before =
    'export class Bans { private ids: string[] = []; add(id: string) { this.ids.push(id); } has(id: string) { return this.ids.includes(id); } count() { return this.ids.length; } }';
  const after =
    'export class Bans { private ids = new Set<string>(); add(id: string) { this.ids.add(id); } has(id: string) { return this.ids.has(id); } count() { return this.ids.size; } }';
  expect(await judge(before, after)).toContain('.add');
  expect(await judge(before.replace(' count() { return this.ids.length; }', ''), after.replace(' count() { return this.ids.size; }', ''))).toBe(
    'same',
  );
});

test('async functions are awaited, JavaScript takes its types from the case', async () => {
  const before = 'export async function f(xs) { return xs.map((x) => x + 1); }';
  expect(await judge(before, before.replace('+ 1', '+ 2'), ['f(numbers)'], 'a.js')).toContain('was');
  expect(await judge(before, `${before} `, ['f(numbers)'], 'a.js')).toBe('same');
});

test('files are read by a stand-in, other libraries are not guessed', async () => {
  const before = "import { readFileSync } from 'node:fs'; export async function f(p: string) { return readFileSync(p, 'utf8'); }";
  const after = "import { readFile } from 'node:fs/promises'; export async function f(p: string) { return await readFile(p, 'utf8'); }";
  expect(await judge(before, after)).toBe('same');
  const query = "import { db } from 'somewhere'; export function f(p: string) { return db(p); }";
  expect(await judge(query, `${query} `)).toContain('needs the library');
});
