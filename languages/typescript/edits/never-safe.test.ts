/**
 * Programs made to break a careless writer. None may get a `safe` fix, except where executing it shows that it is one.
 */
import ts from 'typescript';
import { expect, it } from 'vitest';
import type { FixIntent } from '../../../model/finding.ts';
import type { Find } from './testing/try-fix.ts';
import { tryFix } from './testing/try-fix.ts';

const before =
  (call: string, loop: string) =>
  (find: Find): FixIntent => ({ kind: 'index-before-loop', file: find.file, loop: find.loop(loop), call: find.call(call), form: '' });
const has = before('list.includes(x)', 'for (const x');

it.each<[string, string, (find: Find) => FixIntent]>([
  [
    'an alias by another name',
    'export function run(xs: string[], list: string[]) { const other = list; let n = 0; for (const x of xs) { if (list.includes(x)) n++; other.push(x); } return n; }',
    has,
  ],
  [
    'an alias in an object',
    'export function run(xs: string[]) { const list: string[] = []; const o = { list }; let n = 0; for (const x of xs) { if (list.includes(x)) n++; o.list.push(x); } return n; }',
    has,
  ],
  [
    'a closure that pushes',
    'export function run(xs: string[]) { const list: string[] = []; const add = (x: string) => { list.push(x); }; let n = 0; for (const x of xs) { if (list.includes(x)) n++; add(x); } return n; }',
    has,
  ],
  [
    'a closure that is called by others',
    'declare function emit(): void; export function run(xs: string[], on: (f: () => void) => void) { const list: string[] = []; on(() => { list.push("a"); }); let n = 0; for (const x of xs) { if (list.includes(x)) n++; emit(); } return n; }',
    has,
  ],
  [
    'a list that was handed out',
    'declare function keep(l: string[]): void; declare function emit(): void; export function run(xs: string[]) { const list: string[] = []; keep(list); let n = 0; for (const x of xs) { if (list.includes(x)) n++; emit(); } return n; }',
    has,
  ],
  [
    'a list that was stored',
    'declare function emit(): void; const all: string[][] = []; export function run(xs: string[]) { const list: string[] = []; all.push(list); let n = 0; for (const x of xs) { if (list.includes(x)) n++; emit(); } return n; }',
    has,
  ],
  [
    'stored later, in an outer loop',
    'declare function emit(): void; declare function keep(l: string[]): void; export function run(xs: string[]) { const list: string[] = []; let n = 0; for (let i = 0; i < 2; i++) { for (const x of xs) { if (list.includes(x)) n++; emit(); } keep(list); } return n; }',
    has,
  ],
  [
    'given to a callback',
    'declare function emit(): void; export function run(xs: string[], f: (v: string, i: number, l: string[]) => void) { const list = xs.map((x) => x); list.forEach(f); let n = 0; for (const x of xs) { if (list.includes(x)) n++; emit(); } return n; }',
    has,
  ],
  [
    'sort hands it back',
    'declare function emit(): void; declare function keep(l: string[]): void; export function run(xs: string[]) { const list = xs.map((x) => x); keep(list.sort()); let n = 0; for (const x of xs) { if (list.includes(x)) n++; emit(); } return n; }',
    has,
  ],
  [
    'a generator between',
    'export function run(xs: Iterable<string>, list: string[]) { let n = 0; for (const x of xs) if (list.includes(x)) n++; return n; }',
    has,
  ],
  [
    'a getter in the loop',
    'class C { constructor(readonly l: string[]) {} get next(): string { this.l.push("b"); return "a"; } }\nexport function run(xs: C[], list: string[]) { let n = 0; for (const x of xs) if (list.includes(x.next)) n++; return n; }',
    before('list.includes(x.next)', 'for (const x'),
  ],
  ['yield', 'export function* run(xs: string[], list: string[]) { for (const x of xs) { yield list.includes(x); } }', has],
  [
    'a module variable and a call',
    'let list: string[] = ["a"]; export function reset() { list = []; } export function run(xs: string[], f: () => void) { let n = 0; for (const x of xs) { if (list.includes(x)) n++; f(); } return n; }',
    has,
  ],
  [
    'a local function that reassigns',
    'export function run(xs: string[]) { let list = ["a"]; function reset() { list = []; } let n = 0; for (const x of xs) { if (list.includes(x)) { n++; reset(); } } return n; }',
    has,
  ],
  [
    'the head changes it',
    'export function run(list: string[]) { let n = 0; for (const x of list.splice(0)) if (list.includes(x)) n++; return n; }',
    has,
  ],
  [
    'a condition changes it',
    'export function run(xs: string[], list: string[]) { let n = 0; for (let i = 0; i < xs.length && list.push("q"); i++) if (list.includes(xs[i]!)) n++; return n; }',
    before('list.includes(xs[i]!)', 'for (let i'),
  ],
  [
    'Object.assign on an element',
    'export function run(xs: string[], us: { id: string }[]) { let n = 0; for (const x of xs) { const u = us.find((u) => u.id === x); if (u) { Object.assign(u, { id: "q" }); n++; } } return n; }',
    before('us.find((u) => u.id === x)', 'for (const x'),
  ],
  [
    'a callee that changes an element',
    'function mark(u: { id: string }) { u.id = "done"; }\nexport function run(xs: string[], us: { id: string }[]) { let n = 0; for (const x of xs) { const u = us.find((u) => u.id === x); if (u) { mark(u); n++; } } return n; }',
    before('us.find((u) => u.id === x)', 'for (const x'),
  ],
  [
    'a computed part that differs',
    'export function run(xs: string[], us: Record<string, string>[]) { let f = "a"; let n = 0; for (const x of xs) { if (us.some((u) => u[f] === x)) n++; f = "b"; } return n; }',
    before('us.some((u) => u[f] === x)', 'for (const x'),
  ],
  [
    'checked inside only',
    'export function run(xs: string[], us?: { id: string }[]) { return xs.map((x) => us === undefined ? null : us.find((u) => u.id === x)); }',
    before('us.find((u) => u.id === x)', 'xs.map('),
  ],
  [
    'a path checked inside only',
    'export function run(xs: string[], c?: { list: string[] }) { return xs.map((x) => c !== undefined && c.list.includes(x)); }',
    before('c.list.includes(x)', 'xs.map('),
  ],
  [
    'an async callback',
    'export async function run(xs: string[], list: string[]) { return Promise.all(xs.map(async (x) => { await null; return list.includes(x); })); }',
    before('list.includes(x)', 'xs.map('),
  ],
  [
    'a lazy method',
    'export function run(xs: string[], list: string[]) { const fs = []; for (const x of xs) fs.push({ get: () => list.includes(x) }); list.length = 0; return fs.map((f) => f.get()); }',
    has,
  ],
  [
    'a subclass field',
    'class C { list: string[] = []; go() {} run(xs: string[]) { let n = 0; for (const x of xs) { if (this.list.includes(x)) n++; this.go(); } return n; } }\nexport const c = new C();',
    before('this.list.includes(x)', 'for (const x'),
  ],
  [
    'this of a function',
    'export function run(this: { list: string[] }, xs: string[]) { return xs.filter(function (this: { list: string[] }, x) { return this.list.includes(x); }, { list: ["z"] }); }',
    before('this.list.includes(x)', 'xs.filter('),
  ],
  [
    'a destructuring write',
    'export function run(xs: string[], list: string[]) { let n = 0; for (const x of xs) { if (list.includes(x)) n++; [list[0]] = ["q"]; } return n; }',
    has,
  ],
  [
    'a for-of target',
    'export function run(xs: string[], list: string[]) { let n = 0; for (const x of xs) { if (list.includes(x)) n++; for (list[0] of ["q"]) n++; } return n; }',
    has,
  ],
  [
    'a keyed write to an object',
    'export function run(xs: string[], o: Record<string, number>) { let n = 0; for (const x of xs) { if (Object.keys(o).includes(x)) n++; o[x] = 1; } return n; }',
    before('Object.keys(o).includes(x)', 'for (const x'),
  ],
  [
    'a delete',
    'export function run(xs: string[], o: Record<string, number>) { let n = 0; for (const x of xs) { if (Object.keys(o).includes(x)) n++; delete o[x]; } return n; }',
    before('Object.keys(o).includes(x)', 'for (const x'),
  ],
  [
    'keys of an array that grows',
    'export function run(xs: string[], o: string[]) { let n = 0; for (const x of xs) { if (Object.keys(o).includes(x)) n++; o.push(x); } return n; }',
    before('Object.keys(o).includes(x)', 'for (const x'),
  ],
  [
    'toString of an object',
    'export function run(xs: { toString(): string }[], list: string[]) { let n = 0; for (const x of xs) if (list.includes(`${x}`)) n++; return n; }',
    before('list.includes(`${x}`)', 'for (const x'),
  ],
  [
    'eval-like construction',
    'class T { constructor(l: string[]) { l.push("a"); } }\nexport function run(xs: string[], list: string[]) { let n = 0; for (const x of xs) { if (list.includes(x)) n++; new T(list); } return n; }',
    has,
  ],
  [
    'a sort comparator that changes it',
    'export function run(xs: string[], list: string[]) { return xs.sort((x, y) => { list.push(y); return list.includes(x) ? 1 : -1; }); }',
    before('list.includes(x)', 'xs.sort('),
  ],
  [
    'a reviver from outside',
    'export function run(xs: string[], list: string[], f: (x: string) => string) { let n = 0; for (const x of xs) { if (list.includes(x)) n++; xs.map(f); } return n; }',
    has,
  ],
])('%s', (_name, code, intent) => {
  const { fix } = tryFix({ code, intent });
  expect('refused' in fix ? 'refused' : fix.level, 'refused' in fix ? '' : JSON.stringify(fix)).not.toBe('safe');
});

it.each<[string, string, (find: Find) => FixIntent]>([
  [
    'a list of parameters, taken apart',
    'export function run({ xs, list }: { xs: string[]; list: string[] }) { const out: string[] = []; for (const x of xs) if (!list.includes(x)) out.push(x); return out; }',
    has,
  ],
  [
    'filled by a loop before',
    'declare function note(x: string): void; export function run(xs: string[]) { const list: string[] = []; for (const x of xs) list.push(x + "!"); let n = 0; for (const y of xs) if (list.includes(y)) { note(y); n++; } return n; }',
    before('list.includes(y)', 'for (const y'),
  ],
  [
    'returned and counted afterwards',
    'declare function note(x: string): void; export function run(xs: string[]) { const list = xs.slice(1); for (const x of xs) if (list.includes(x)) note(x); return list; }',
    has,
  ],
  [
    'narrowed before the loop',
    'export function run(xs: string[], us?: { id: string }[]) { if (!us) return []; return xs.map((x) => us.find((u) => u.id === x)); }',
    before('us.find((u) => u.id === x)', 'xs.map('),
  ],
  [
    'Maps and Sets are written',
    'export function run(xs: string[], list: string[]) { const m = new Map<string, number>(); for (const x of xs) if (list.includes(x)) m.set(x, (m.get(x) ?? 0) + 1); return m; }',
    has,
  ],
  [
    'an object of our own is written',
    'export function run(xs: { k: string }[], us: { id: string; n: number }[]) { const o: Record<string, number> = {}; for (const x of xs) o[x.k] = us.find((u) => u.id === x.k)?.n ?? 0; return o; }',
    before('us.find((u) => u.id === x.k)', 'for (const x'),
  ],
  [
    'optional, as a condition',
    'export function run(xs: string[], list?: string[]) { let n = 0; for (const x of xs) if (!list?.includes(x)) n++; return n; }',
    before('list?.includes(x)', 'for (const x'),
  ],
  [
    'deep paths and a class field',
    'class C { private readonly list: string[] = []; run(xs: string[]) { return xs.filter((x) => this.list.includes(x)); } }\nexport const c = new C();',
    before('this.list.includes(x)', 'xs.filter('),
  ],
  [
    'a computed part',
    'export function run(xs: string[], us: Record<string, string>[], f: string) { return xs.filter((x) => us.some((u) => u[f] === x)); }',
    before('us.some((u) => u[f] === x)', 'xs.filter('),
  ],
])('safe: %s', (_name, code, intent) => {
  const { fix } = tryFix({ code, intent });
  expect('refused' in fix ? fix.refused : fix.unproven).toEqual([]);
});

const asSet = (find: Find): FixIntent => ({
  kind: 'set-instead-of-list',
  file: find.file,
  declaration: find.node('list', ts.isVariableDeclaration),
  uses: [],
});
const asDedupe = (find: Find): FixIntent => ({
  kind: 'dedupe',
  file: find.file,
  call: find.node('', (node) => ts.isCallExpression(node) && /\.filter$/.test(node.expression.getText())),
});
const kept = (find: Find): FixIntent => ({
  kind: 'index-beside-list',
  file: find.file,
  loop: find.loop('for (const x'),
  call: find.call('list.includes(x)'),
  form: '',
  declaration: { start: 0, end: 0 },
  grows: [],
});
const joined = (find: Find): FixIntent => ({
  kind: 'index-inner-loop',
  file: find.file,
  loop: find.loop('for (const a'),
  inner: find.loop('for (const b'),
});

it.each<[string, string, (find: Find) => FixIntent]>([
  [
    'set: added between check and addition',
    'export function run(xs: string[]) { const list: string[] = []; for (const x of xs) { if (!list.includes(x)) { list.push("a"); list.push(x); } } return list.length; }',
    asSet,
  ],
  [
    'set: the key changes between',
    'export function run(xs: string[]) { const list: string[] = []; for (let x of xs) { if (!list.includes(x)) { x = "a"; list.push(x); } } return list.length; }',
    asSet,
  ],
  [
    'set: added in a closure',
    'export function run(xs: string[]) { const list: string[] = []; const add = (x: string) => { list.push(x); }; for (const x of xs) { if (!list.includes(x)) { add(x); list.push(x); } } return list.length; }',
    asSet,
  ],
  [
    'set: checked with or',
    'export function run(xs: string[], b: boolean) { const list: string[] = []; for (const x of xs) { if (!list.includes(x) || b) { list.push(x); } } return list.length; }',
    asSet,
  ],
  [
    'set: checked in the else branch',
    'export function run(xs: string[]) { const list: string[] = []; for (const x of xs) { if (!list.includes(x)) { } else { list.push(x); } } return list.length; }',
    asSet,
  ],
  [
    'set: checked before an inner loop',
    'export function run(xs: string[]) { const list: string[] = []; for (const x of xs) { if (!list.includes(x)) { for (let i = 0; i < 2; i++) list.push(x); } } return list.length; }',
    asSet,
  ],
  [
    'set: JSON of it',
    'export function run(xs: string[]) { const list: string[] = []; for (const x of xs) list.push(x); return list.includes("a") ? JSON.stringify(list) : ""; }',
    asSet,
  ],
  [
    'set: compared',
    'export function run(xs: string[]) { const list: string[] = []; list.push("b"); return list.includes("a") || `${list}` === "b"; }',
    asSet,
  ],
  ['set: includes from an index', 'export function run(x: string) { const list = ["a", "b"]; return list.includes(x, 1); }', asSet],
  ['set: duplicates at the start', 'export function run(x: string) { const list = ["a", "a"]; return list.includes(x) ? list.length : 0; }', asSet],
  [
    'set: recursion between check and addition',
    'interface T { id: string; kids: T[] }\nexport function run(t: T) { const list: string[] = []; const go = (t: T) => { const id = t.id; if (!list.includes(id)) { t.kids.forEach(go); list.push(id); } }; go(t); return list.length; }',
    asSet,
  ],
  [
    'set: a closure with a check of its own',
    'export function run(xs: string[]) { const list: string[] = []; const add = (x: string) => { if (!list.includes(x)) list.push(x); }; for (const x of xs) { if (!list.includes(x)) { add(x); list.push(x); } } return list.length; }',
    asSet,
  ],
  [
    'set: await between check and addition',
    'export async function run(xs: string[]) { const list: string[] = []; await Promise.all(xs.map(async (x) => { if (!list.includes(x)) { await null; list.push(x); } })); return list.length; }',
    asSet,
  ],
  ['dedupe: holes', 'export const run = (xs: string[]) => xs.map((x) => x).filter((x, i, all) => all.indexOf(x) === i);', asDedupe],
  ['dedupe: NaN', 'export const run = (s: string) => s.split(",").map(Number).filter((x, i, all) => all.indexOf(x) === i);', asDedupe],
  [
    'dedupe: a list with an index write',
    'export function run(s: string) { const xs = s.split(","); xs[9] = "a"; return xs.filter((x, i) => xs.indexOf(x) === i); }',
    asDedupe,
  ],
  [
    'beside: recursion',
    'interface T { kids: string[] }\nexport function run(all: Map<string, T>, xs: string[]) { const list: string[] = []; const go = (xs: string[]) => { for (const x of xs) { if (!list.includes(x)) { go(all.get(x)?.kids ?? []); list.push(x); } } }; go(xs); return list; }',
    kept,
  ],
  [
    'beside: recursion by a parameter',
    'export function run(all: Map<string, string[]>, xs: string[], list: string[]) { for (const x of xs) { if (!list.includes(x)) { run(all, all.get(x) ?? [], list); list.push(x); } } }',
    kept,
  ],
  [
    'beside: removed by an alias',
    'export function run(xs: string[]) { const list: string[] = []; const other = list; for (const x of xs) { if (!list.includes(x)) list.push(x); other.pop(); } return list; }',
    kept,
  ],
  [
    'beside: removed by a helper',
    'export function run(xs: string[]) { const list: string[] = []; const undo = () => { list.pop(); }; for (const x of xs) { if (!list.includes(x)) list.push(x); else undo(); } return list; }',
    kept,
  ],
  [
    'beside: given away',
    'declare function f(l: string[]): void; export function run(xs: string[]) { const list: string[] = []; for (const x of xs) { if (!list.includes(x)) list.push(x); f(list); } return list; }',
    kept,
  ],
  [
    'beside: emptied in the outer loop',
    'export function run(xs: string[]) { const list: string[] = []; let n = 0; for (const x of xs) { if (!list.includes(x)) list.push(x); if (list.length > 3) { list.length = 0; n++; } } return n; }',
    kept,
  ],
  [
    'inner: the outer key changes',
    'export function run(as: { k: string }[], bs: { k: string }[]) { let n = 0; for (const a of as) { for (const b of bs) { if (a.k === b.k) { n++; a.k = "z"; } } } return n; }',
    joined,
  ],
  [
    'inner: a callee that changes keys',
    'declare function f(x: object): void; export function run(as: { k: string }[], bs: { k: string }[]) { for (const a of as) { for (const b of bs) { if (a.k === b.k) f(b); } } }',
    joined,
  ],
  [
    'inner: the outer variable changes',
    'export function run(as: string[], bs: string[]) { let n = 0; for (const a of as) { let k = a; for (const b of bs) { if (k === b) { n++; k = "z"; } } } return n; }',
    joined,
  ],
  [
    'inner: made per outer element',
    'export function run(as: { k: string; bs: { k: string }[] }[]) { let n = 0; for (const a of as) { for (const b of a.bs) { if (a.k === b.k) n++; } } return n; }',
    joined,
  ],
])('%s', (_name, code, intent) => {
  const { fix } = tryFix({ code, intent });
  expect('refused' in fix ? 'refused' : fix.level, 'refused' in fix ? '' : JSON.stringify(fix)).not.toBe('safe');
});

it.each<[string, string, (find: Find) => FixIntent, (() => unknown[])[]]>([
  [
    'set: guarded by a property',
    'export function run(us: { id: string }[]) { const list: string[] = []; for (const u of us) { if (!list.includes(u.id)) list.push(u.id); } return list.length; }',
    asSet,
    [() => [[{ id: 'a' }, { id: 'a' }]]],
  ],
  [
    'set: in a closure',
    'export function run(xs: string[]) { const list: string[] = []; xs.forEach((x) => { if (list.includes(x)) return; list.push(x); }); return [...list]; }',
    asSet,
    [() => [['a', 'b', 'a', ,]]],
  ],
  [
    'beside: in an outer loop',
    'export function run(xs: string[]) { const list: string[] = []; for (let i = 0; i < 2; i++) { for (const x of xs) { if (!list.includes(x)) list.push(x + i); } } return list; }',
    kept,
    [() => [['a', 'b', 'a', 'a0', 'b1']]],
  ],
  ['dedupe: of keys', 'export const run = (o: object) => Object.keys(o).filter((x, i, all) => all.indexOf(x) === i);', asDedupe, [() => [{ a: 1 }]]],
])('safe: %s', (_name, code, intent, inputs) => {
  const { fix } = tryFix({ code, intent, inputs });
  expect('refused' in fix ? fix.refused : fix.unproven).toEqual([]);
});
