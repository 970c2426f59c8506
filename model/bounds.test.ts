/** Bounds of small programs, lowered without types: what is named, what is absorbed, and where nothing is said. */
import { describe, expect, test } from 'vitest';
import { fewByName, knowledge, parseSource, smallByName } from '../languages/typescript/frontend.ts';
import { growthText, ONE, type Place, plus, raised, type Sum, sizeAt, times } from './bound-terms.ts';
import { boundOf, boundText } from './bounds.ts';
import { indexKnowledge } from './knowledge-index.ts';
import { createProgram, type Program } from './program.ts';

function link(files: Readonly<Record<string, string>>): Program {
  const models = Object.entries(files).map(([path, text]) => parseSource(path, text).lower('source', []));
  return createProgram({
    files: new Map(models.map((model) => [model.path, model])),
    knowledge: indexKnowledge([knowledge]),
    smallNames: () => smallByName,
    fewNames: fewByName,
    templateNamed: () => null,
    declaredTable: () => null,
    sqlSchema: () => null,
    mounts: () => [],
    endsWorkers: () => false,
    resolve: (_, specifier) => ({ kind: 'file', path: specifier.replace('./', '/') }),
    packageOf: () => ({ root: '/', dependencies: new Set() }),
  });
}

/** The bound of the function `f` of a program. */
function bound(text: string, others: Readonly<Record<string, string>> = {}): string | null {
  const program = link({ '/main.ts': text, ...others });
  const file = program.files.get('/main.ts');
  const fn = file?.functions.find((each) => /(^|\.)f$/.test(each.name));
  if (!file || !fn) throw new Error('the program has no function f');
  return boundText(boundOf(program, file, fn));
}

const TYPES = 'interface Order { id: string; items: string[] } interface User { id: string; orders: Order[]; invoices: Order[] }\n';
const f = (parameters: string, body: string): string | null => bound(`${TYPES}export function f(${parameters}) { ${body} }`);

describe('loops', () => {
  test.each([
    ['for (const user of users) use(user);', 'O(users)'],
    ['for (let i = 0; i < users.length; i++) use(users[i]);', 'O(users)'],
    ['for (let i = 0, n = users.length; i < n; i++) use(users[i]);', 'O(users)'],
    ['const n = users.length; for (let i = 0; i < n; i++) use(users[i]);', 'O(users)'],
    ['for (let i = users.length - 1; i >= 0; i--) use(users[i]);', 'O(users)'],
    ['for (const i in users) use(users[i]);', 'O(users)'],
    ['users.forEach((user) => use(user));', 'O(users)'],
    ['return users.map((user) => user.id).filter((id) => id);', 'O(users)'],
    ['for (const user of users) if (user.id) break;', 'O(users)'],
    ['for (const user of users) for (const id of banned) use(user, id);', 'O(users × banned)'],
    ['for (const user of users) use(user); for (const id of banned) use(id);', 'O(users + banned)'],
    ['for (const a of users) for (const b of users) use(a, b);', 'O(users²)'],
    ['for (let i = 0; i < users.length; i++) for (let j = i + 1; j < users.length; j++) use(i, j);', 'O(users²)'],
    ['for (let i = 0; i < users.length; i++) for (let j = 0; j < i; j++) use(i, j);', 'O(users²)'],
    ['for (const a of users) for (const b of users) for (const c of users) use(a, b, c);', 'O(users³)'],
    ['for (let i = n; i > 1; i >>= 1) use(i);', 'O(log n)'],
    ['for (const user of users) for (let i = 1; i < n; i *= 2) use(user, i);', 'O(users × log n)'],
    ['for (let i = 0; i < n; i++) use(i);', 'O(n)'],
    ['Array.from({ length: n }, (_, i) => use(i));', 'O(n)'],
    ['for (const day of ["mon", "tue"]) for (const user of users) use(day, user);', 'O(users)'],
    ['for (let i = 0; i < 10; i++) use(i);', 'O(1)'],
    ['use(users);', 'O(1)'],
    ['for (const user of users) if (user.id) { for (const id of banned) use(id); return; }', 'O(users + banned)'],
    ['for (let i = 0; i < users.length; i += 100) send(users.slice(i, i + 100));', 'O(users)'],
  ])('%s', (body, expected) => expect(f('users: User[], banned: string[], n: number', body)).toBe(expected));
});

describe('steps that cost more than one', () => {
  test.each([
    ['for (const user of users) banned.includes(user.id);', 'O(users × banned)'],
    ['users.filter((user) => !banned.includes(user.id));', 'O(users × banned)'],
    ['for (const id of banned) users.find((user) => user.id === id);', 'O(banned × users)'],
    ['users.sort();', 'O(users log users)'],
    ['[...users].sort((a, b) => a.id.localeCompare(b.id));', 'O(users log users)'],
    ['users.sort((a, b) => banned.indexOf(a.id) - banned.indexOf(b.id));', 'O(users log users × banned)'],
    ['for (const id of banned) users.sort();', 'O(banned × users log users)'],
    ['const set = new Set(banned); return users.filter((user) => set.has(user.id));', 'O(banned + users)'],
    ['for (const user of users) banned.shift();', 'O(users × banned)'],
    ['for (const user of users) send(...banned);', 'O(users × banned)'],
    ['for (const user of users) send([...banned, user.id]);', 'O(users × banned)'],
    ['for (const user of users) send({ ...user });', 'O(users)'],
    ['for (const user of users) name.includes(user.id);', 'O(users)'],
    ['for (const user of users) banned.filter(Boolean);', 'O(users × banned)'],
    ['return banned.slice(0, 5).join();', 'O(1)'],
  ])('%s', (body, expected) => expect(f('users: User[], banned: string[], name: string', body)).toBe(expected));
});

describe('what hangs on an element is one total', () => {
  test.each([
    ['for (const user of users) for (const order of user.orders) use(order);', 'O(users[].orders)'],
    ['for (const user of users) for (const order of user.orders) for (const item of order.items) use(item);', 'O(users[].orders[].items)'],
    ['for (const user of users) user.orders.forEach((order) => order.items.forEach(use));', 'O(users[].orders[].items)'],
    ['for (let i = 0; i < users.length; i++) for (const order of users[i].orders) use(order);', 'O(users[].orders)'],
    ['users.forEach(({ orders }) => orders.forEach((order) => use(order)));', 'O(users[].orders)'],
    ['return users.flatMap((user) => user.orders).map((order) => order.id);', 'O(users[].orders)'],
    ['for (const user of users.filter((u) => u.id)) for (const order of user.orders) use(order);', 'O(users[].orders)'],
    ['for (const user of users) { const { orders } = user; for (const order of orders) use(order); }', 'O(users[].orders)'],
    ['for (const user of users) for (const order of user.orders) for (const id of banned) use(order, id);', 'O(users[].orders × banned)'],
    ['for (const id of banned) for (const user of users) for (const order of user.orders) use(order, id);', 'O(banned × users[].orders)'],
    ['for (const a of users) for (const user of users) for (const order of user.orders) use(a, order);', 'O(users × users[].orders)'],
    [
      'for (const user of users) { for (const o of user.orders) use(o); for (const i of user.invoices) use(i); }',
      'O(users[].orders + users[].invoices)',
    ],
    ['for (const user of users) user.orders.sort();', 'O(users[].orders log users[].orders)'],
    [
      'const all: string[] = []; for (const u of users) for (const o of u.orders) all.push(o.id); all.sort();',
      'O(users[].orders log users[].orders)',
    ],
    ['const all: Order[] = []; for (const u of users) all.push(...u.orders); for (const o of all) use(o);', 'O(users[].orders)'],
    [
      'for (const user of users) { const own: string[] = []; for (const o of user.orders) own.push(o.id); own.sort(); }',
      'O(users[].orders log users[].orders)',
    ],
    ['for (const row of grid) for (const cell of row) use(cell);', 'O(grid[])'],
  ])('%s', (body, expected) => expect(f('users: User[], banned: string[], grid: number[][]', body)).toBe(expected));
});

describe('where sizes get their names', () => {
  test.each([
    ['{ users }: { users: User[] }', 'for (const user of users) use(user);', 'O(users)'],
    ['shop: { users: User[] }', 'for (const user of shop.users) use(user);', 'O(users)'],
    ['a: { users: User[] }, b: { users: User[] }', 'for (const x of a.users) for (const y of b.users) use(x, y);', 'O(a.users × b.users)'],
    ['users: User[]', 'const ids = users.map((u) => u.id); for (const id of ids) for (const other of ids) use(id, other);', 'O(users²)'],
    ['users: User[], more: User[]', 'const all = [...users, ...more]; for (const user of all) use(user);', 'O(users + more)'],
    ['users: User[], more: User[]', 'for (const user of users.concat(more)) use(user);', 'O(users + more)'],
    ['users: User[] | undefined', 'for (const user of users ?? []) use(user);', 'O(users)'],
    ['byId: Map<string, User>', 'for (const [id, user] of byId) use(id, user);', 'O(byId)'],
    ['byId: Record<string, User>', 'for (const id of Object.keys(byId)) use(id);', 'O(byId)'],
    ['users: User[]', 'const ids: string[] = []; for (const u of users) ids.push(u.id); for (const id of ids) use(id);', 'O(users)'],
    ['text: string', 'for (const line of text.split("\\n")) use(line);', 'O(text)'],
  ])('(%s) %s', (parameters, body, expected) => expect(f(parameters, body)).toBe(expected));

  test('fields and lists of the module', () => {
    expect(bound('class Shop { users: string[] = []; add(u: string) { this.users.push(u); } f() { for (const u of this.users) use(u); } }')).toBe(
      'O(users)',
    );
    expect(
      bound('const seen: string[] = []; export function add(x: string) { seen.push(x); } export function f() { for (const x of seen) use(x); }'),
    ).toBe('O(seen)');
  });
});

describe('calls', () => {
  const helper = 'function has(list: string[], key: string) { return list.includes(key); }\n';

  test('a helper speaks of what it is handed', () => {
    expect(bound(`${helper}export function f(users: string[], banned: string[]) { return users.filter((u) => !has(banned, u)); }`)).toBe(
      'O(users × banned)',
    );
    expect(bound(`${helper}export function f(users: string[]) { for (const u of users) has(["a", "b"], u); }`)).toBe('O(users)');
    expect(bound(`${helper}export function f(users: string[]) { for (const u of users) has(load(), u); }`)).toBeNull();
  });

  test('through files, named callbacks and results', () => {
    const other = { '/lib.ts': 'export function total(xs: number[]) { let n = 0; for (const x of xs) n += x; return n; }' };
    expect(bound(`import { total } from './lib.ts'; export function f(rows: number[][]) { return rows.map(total); }`, other)).toBe('O(rows[])');
    const active = 'function active(xs: string[]) { return xs.filter((x) => x); }\n';
    expect(bound(`${active}export function f(users: string[]) { for (const a of active(users)) for (const b of active(users)) use(a, b); }`)).toBe(
      'O(users²)',
    );
  });

  test('children through a helper are one total', () => {
    const sum = 'function sum(user: { orders: number[] }) { for (const o of user.orders) use(o); }\n';
    expect(bound(`${sum}export function f(users: { orders: number[] }[]) { for (const user of users) sum(user); }`)).toBe('O(users[].orders)');
  });

  test('object literals, fields of the receiver and captured names', () => {
    const options = 'function go({ xs }: { xs: string[] }) { for (const x of xs) use(x); }\n';
    expect(bound(`${options}export function f(names: string[]) { go({ xs: names }); }`)).toBe('O(names)');
    const shop = 'class Shop { users: string[] = []; add(u: string) { this.users.push(u); } list() { for (const u of this.users) use(u); }';
    expect(bound(`${shop} f(ids: string[]) { for (const id of ids) this.list(); } }`)).toBe('O(ids × users)');
    expect(bound('export function f(xs: string[]) { const each = () => { for (const x of xs) use(x); }; each(); each(); }')).toBe('O(xs)');
  });

  test('nobody who calls it with little makes it cheap', () => {
    expect(bound('export function f(xs: string[]) { for (const x of xs) use(x); }\nf(["a", "b"]);')).toBe('O(xs)');
  });
});

describe('nothing is said', () => {
  test.each([
    ['of a while loop', 'while (next()) use(users);'],
    ['of an endless loop', 'for (;;) use(users);'],
    ['of a list that nothing names', 'for (const row of load()) use(row);'],
    ['of rows that are looked up', 'for (const user of users) for (const x of index.get(user.id) ?? []) use(x);'],
    ['of a list that grows while it is walked', 'for (const user of users) users.push(user);'],
    ['of a counter that goes on', 'let at = 0; for (const user of users) for (let j = at; j < ids.length; j++) at = j;'],
    ['of a counter without a start', 'let j = 0; for (const user of users) for (; j < ids.length; j++) use(j);'],
    ['of a limit that is computed', 'for (let i = 0; i < users.length + ids.length; i++) use(i);'],
    ['of a limit that is multiplied', 'for (let i = 0; i < n * n; i++) use(i);'],
    ['of lists made by a mapping', 'for (const list of users.map(() => ids)) for (const x of list) use(x);'],
    ['of a variable list', 'let all: string[] = ids; all = more(all); for (const x of all) use(x);'],
    ['of an accumulator that is copied', 'users.reduce<string[]>((all, u) => [...all, u.id], []);'],
    ['of a list that is copied while it grows', 'let all: string[] = []; for (const u of users) all = [...all, u.id];'],
    ['of work that a memo may spare', 'let sorted: string[] | null = null; for (const u of users) if (!sorted) sorted = ids.toSorted();'],
    ['of a list that somebody else fills', 'const out: string[] = []; fill(out); for (const x of out) use(x);'],
    ['of recursion', 'if (n > 0) f(users, ids, n - 1, index);'],
    ['of a slice that moves', 'for (let i = 0; i < ids.length; i++) use(ids.slice(i, i + 3));'],
  ])('%s', (_, body) => expect(f('users: User[], ids: string[], n: number, index: Map<string, Order[]>', body)).toBeNull());

  test('of calls that a memo inside may spare', () => {
    const kept = 'let kept: string[] | null = null; function sorted(xs: string[]) { if (!kept) kept = xs.toSorted(); return kept; }\n';
    expect(bound(`${kept}export function f(xs: string[]) { sorted(xs); }`)).toBe('O(xs log xs)');
    expect(bound(`${kept}export function f(xs: string[], ys: string[]) { for (const y of ys) sorted(xs); }`)).toBeNull();
  });

  test('of functions that call each other', () => {
    expect(bound('export function f(n: number) { if (n) g(n - 1); }\nfunction g(n: number) { f(n); }')).toBeNull();
  });

  test('of a closure that another function runs in a loop', () => {
    const each = 'function each(xs: string[], run: (x: string) => void) { for (const x of xs) run(x); }\n';
    expect(bound(`${each}export function f(xs: string[], ys: string[]) { each(xs, () => { for (const y of ys) use(y); }); }`)).toBeNull();
    expect(bound(`${each}export function f(xs: string[]) { each(xs, (x) => use(x)); }`)).toBe('O(xs)');
  });

  test('by chains of calls as deep as can be', () => {
    const chain = Array.from({ length: 3000 }, (_, i) => `function g${i}(x: number) { g${i + 1}(x); }`).join('\n');
    expect(bound(`export function f(x: number) { g0(x); }\n${chain}`)).toBeNull();
  });
});

describe('sums', () => {
  const place = (name: string, ...path: string[]): Place => ({ root: { kind: 'outside', file: '', binding: 0, name }, path: [name, ...path] });
  const size = (...path: [string, ...string[]]): Sum => sizeAt(place(...path), []);
  const text = (sum: Sum | null): string | null => sum && growthText(sum);

  test('what is dominated is absorbed', () => {
    const [a, b] = [size('a'), size('b')];
    expect(text(plus(a, times(a, b)))).toBe('O(a × b)');
    expect(text(plus(times(a, a), a, ONE))).toBe('O(a²)');
    expect(text(plus(raised(a, 1, 1), a))).toBe('O(a log a)');
    expect(text(plus(raised(a, 1, 1), times(a, a)))).toBe('O(a²)');
    expect(text(plus(a, size('a', '[]', 'c')))).toBe('O(a[].c)');
    expect(text(plus(times(a, size('a', '[]', 'c')), size('a', '[]', 'c')))).toBe('O(a × a[].c)');
  });

  test('many terms are no help', () => {
    expect(plus(...['a', 'b', 'c', 'd'].map((name) => size(name)))).toHaveLength(4);
    expect(plus(...['a', 'b', 'c', 'd', 'e'].map((name) => size(name)))).toBeNull();
  });
});
