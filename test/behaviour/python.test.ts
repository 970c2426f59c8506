/** The judge of Python fixes is judged first: wrong ones that look right must be caught, and right ones let through. */
import { describe, expect, test } from 'vitest';
import { errorsOf } from '../cases/type-errors.ts';
import { behaviourDifference } from './difference.ts';
import { WITHOUT_PYTHON } from './python-worker.ts';

type Texts = string | Readonly<Record<string, string>>;

const filesOf = (texts: Texts) => Object.entries(typeof texts === 'string' ? { 'a.py': texts } : texts).map(([name, text]) => ({ name, text }));

async function judge(before: Texts, after: Texts, runs: string[] = []): Promise<string> {
  const outcome = await behaviourDifference({ before: filesOf(before), after: filesOf(after), packages: [], runs });
  if (outcome.difference) return outcome.difference;
  if (outcome.ran === 0) return `nothing ran: ${outcome.skipped.join(', ')}`;
  return outcome.unreached.length > 0 ? `unreached: ${outcome.unreached.join(', ')}` : 'same';
}

const KEPT = `
def kept(xs: list[str], ys: list[str]):
    return [x for x in xs if x in ys]
`;
const KEPT_BY_SET = `
def kept(xs: list[str], ys: list[str]):
    found = set(ys)
    return [x for x in xs if x in found]
`;
const untyped = (text: string): string => text.replaceAll(/: (?:list|Iterable)\[\w+\]/g, '');
const DEDUPE = `
def dedupe(words: list[str]):
    seen = []
    for word in words:
        if word not in seen:
            seen.append(word)
    return seen
`;

describe.skipIf(WITHOUT_PYTHON)('wrong fixes are caught', () => {
  test('a set of elements that have no hash', async () => {
    expect(await judge(untyped(KEPT), untyped(KEPT_BY_SET))).toContain('TypeError');
    const dataclass = (text: string): string =>
      `from dataclasses import dataclass\n\n@dataclass\nclass User:\n    id: str\n${text.replaceAll('list[str]', 'list[User]')}`;
    expect(await judge(dataclass(KEPT), dataclass(KEPT_BY_SET))).toContain('TypeError');
  });

  test('NaN, which a set finds when it is the same object and == does not', async () => {
    const before = 'def f(xs: list[float], ys: list[float]):\n    return [x for x in xs if any(x == y for y in ys)]\n';
    expect(
      await judge(before, 'def f(xs: list[float], ys: list[float]):\n    found = set(ys)\n    return [x for x in xs if x in found]\n'),
    ).toContain('nan');
  });

  test('an iterator, which a search uses up', async () => {
    const iterable = (text: string): string => `from typing import Iterable\n${text.replaceAll('ys: list', 'ys: Iterable')}`;
    expect(await judge(iterable(KEPT), iterable(KEPT_BY_SET))).toMatch(/iter\(|'ab?/);
    expect(await judge(untyped(KEPT).replace('xs, ys', 'xs, ys'), untyped(KEPT_BY_SET), ['kept(list[str], Iterator[str])'])).toContain('iter(');
  });

  test('a string, in which parts are found', async () => {
    const sequence = (text: string): string => `from typing import Sequence\n${text.replaceAll('ys: list', 'ys: Sequence')}`;
    expect(await judge(sequence(KEPT), sequence(KEPT_BY_SET))).toMatch(/was \[.+\] and is \[\]/);
  });

  test('order that a set loses', async () => {
    expect(await judge(DEDUPE, 'def dedupe(words: list[str]):\n    return list(set(words))\n')).toContain('dedupe([');
  });

  test('the last of equal keys instead of the first', async () => {
    const user = 'class User:\n    def __init__(self, id: str, name: str):\n        self.id = id\n        self.name = name\n\n';
    const before = `${user}def f(users: list[User], ids: list[str]):\n    return [next((u for u in users if u.id == i), None) for i in ids]\n`;
    const last = `${user}def f(users: list[User], ids: list[str]):\n    by_id = {u.id: u for u in users}\n    return [by_id.get(i) for i in ids]\n`;
    expect(await judge(before, last)).toMatch(/was User|same as/);
    const first = last.replace('{u.id: u for u in users}', '{}\n    for u in users:\n        by_id.setdefault(u.id, u)');
    expect(await judge(before, first)).toBe('same');
  });

  test('what is hoisted out of a loop that may not run, or that may fail before', async () => {
    const before = 'def f(xs: list[str], ys: list[str]):\n    for x in xs:\n        print(ys[0] == x)\n';
    expect(await judge(before, 'def f(xs: list[str], ys: list[str]):\n    y = ys[0]\n    for x in xs:\n        print(y == x)\n')).toContain(
      'IndexError',
    );
    const fails = 'def f(xs: list[int], ys: dict[int, int]):\n    return [1 // x + ys[1] for x in xs]\n';
    expect(await judge(fails, 'def f(xs: list[int], ys: dict[int, int]):\n    return [ys[1] + 1 // x for x in xs]\n')).toMatch(
      /ZeroDivisionError.*KeyError/,
    );
  });

  test('a set that is made before the list is complete', async () => {
    const before = 'def f(xs: list[str], ys: list[str]):\n    ys.append("a")\n    return [x for x in xs if x in ys]\n';
    const after = 'def f(xs: list[str], ys: list[str]):\n    found = set(ys)\n    ys.append("a")\n    return [x for x in xs if x in found]\n';
    expect(await judge(before, after)).toContain("'a'");
  });

  test('a set beside a list that a callback may change', async () => {
    const before = 'def f(xs, ys: list[str], note):\n    for x in xs:\n        if x in ys:\n            note(ys)\n    return ys\n';
    const after = before
      .replace('    for', '    found = set(ys)\n    for')
      .replace('in ys:\n', 'in found:\n')
      .replace('return ys', 'return [*found]');
    expect(await judge(before, after, ['f(list[str], list[str], Callable[[list[str]], None])'])).toContain('f(');
  });

  test('1, 1.0 and True, which are one key', async () => {
    const before = 'def f(xs: list[float]):\n    return [str(x) for x in xs]\n';
    const after = 'def f(xs: list[float]):\n    texts = {x: str(x) for x in xs}\n    return [texts[x] for x in xs]\n';
    expect(await judge(before, after)).toMatch(/True|1\.0|-0\.0/);
  });

  test('elements whose comparison fails', async () => {
    const before = 'def f(xs, y):\n    return any(x == y for x in xs)\n';
    const after = 'def f(xs, y):\n    try:\n        return any(x == y for x in xs)\n    except ValueError:\n        return False\n';
    expect(await judge(before, after)).toContain('ValueError');
  });

  test('equal objects that are not the same object', async () => {
    const before = 'def f(rows: list[dict[str, str]]):\n    return [row for row in rows if row]\n';
    expect(await judge(before, before.replace('[row for', '[{**row} for'))).toContain('objects that were one are two');
  });

  test('arguments that change', async () => {
    expect(await judge(DEDUPE, DEDUPE.replace('    return', '    words.sort()\n    return'))).toContain('.args');
  });

  test('the words of an exception, where the program says them', async () => {
    const before = 'def f(x: str):\n    if x == "a":\n        raise TypeError("no a")\n';
    expect(await judge(before, before.replace('no a', 'no'))).toContain('no a');
    const own = 'def f(x: str):\n    return x + 1\n';
    expect(await judge(own, 'def f(y: str, x=None):\n    return y.missing\n')).toContain('AttributeError');
  });

  test('what is printed, and how often a library is asked', async () => {
    const before = 'import requests\n\ndef f(ids: list[str]):\n    return [requests.get(i).json() for i in ids]\n';
    expect(await judge(before, before.replace('i in ids', 'i in dict.fromkeys(ids)'))).toContain('requests.get(');
    const printed = 'def f(xs: list[str]):\n    for x in xs:\n        print(x)\n';
    expect(await judge(printed, printed.replace('in xs', 'in reversed(xs)'))).toContain('printed');
  });

  test('an order of events that asynchronous code changes', async () => {
    const before =
      'import asyncio\nimport httpx\n\nasync def f(client: httpx.AsyncClient, ids: list[str]):\n    return [await client.get(i) for i in ids]\n';
    const after = before.replace('[await client.get(i) for i in ids]', 'await asyncio.gather(*[client.get(i) for i in ids])');
    expect(await judge(before, after)).toContain('awaited');
  });

  test('what a class answers, and state that others may see', async () => {
    const before = [
      'class Bans:',
      '    def __init__(self):',
      '        self._ids = []',
      '    def add(self, id: str):',
      '        self._ids.append(id)',
      '    def has(self, id: str):',
      '        return id in self._ids',
      '    def count(self):',
      '        return len(self._ids)',
      '',
    ].join('\n');
    const after = before.replace('[]', 'set()').replace('append', 'add');
    expect(await judge(before, after)).toContain('.count()');
    const without = (text: string): string => text.slice(0, text.indexOf('    def count'));
    expect(await judge(without(before), without(after))).toBe('same');
    const open = (text: string): string => `LIMIT = ["a", "b"]\n\ndef f(x: str):\n    return x in LIMIT\n${text}`;
    expect(await judge(open(''), open('').replace('["a", "b"]', '{"a", "b"}'))).toContain('LIMIT');
    const closed = open('').replaceAll('LIMIT', '_LIMIT');
    expect(await judge(closed, closed.replace('["a", "b"]', '{"a", "b"}'))).toBe('same');
  });

  test('code that no longer ends', async () => {
    const before = 'def f(n: int):\n    while n > 0:\n        n -= 1\n';
    expect(await judge(before, before.replace('n -= 1', 'n = max(n - 1, 1)'))).toContain('does not end');
  });
});

describe.skipIf(WITHOUT_PYTHON)('right fixes are let through', () => {
  test('a set of strings', async () => expect(await judge(KEPT, KEPT_BY_SET)).toBe('same'));

  test('dict.fromkeys keeps the order', async () => {
    expect(await judge(DEDUPE, 'def dedupe(words: list[str]):\n    return list(dict.fromkeys(words))\n')).toBe('same');
  });

  test('a set beside the list', async () => {
    const after = DEDUPE.replace('seen = []', 'seen = []\n    known = set()')
      .replace('in seen', 'in known')
      .replace('.append(word)', '.append(word)\n            known.add(word)');
    expect(await judge(DEDUPE, after)).toBe('same');
  });

  test('a file beside, found by its own name and by a relative one', async () => {
    const helper = 'def is_in(items: list[str], item: str):\n    return item in items\n';
    const before = { 'shop/a.py': `from .b import is_in\nfrom shop import b\n${KEPT.replace('x in ys', 'is_in(ys, x) and b')}`, 'shop/b.py': helper };
    const after = { ...before, 'shop/a.py': before['shop/a.py'].replace('is_in(ys, x) and b', 'b.is_in(ys, x)') };
    expect(await judge(before, after)).toBe('same');
    expect(await judge(before, { ...before, 'shop/b.py': helper.replace('item in', 'item not in') })).toContain('is_in');
  });

  test('sleep and its asynchronous twin, files, clocks and chance', async () => {
    const before = 'import time\n\nasync def f(seconds: float):\n    time.sleep(seconds)\n    return time.time()\n';
    const after = 'import asyncio\nimport time\n\nasync def f(seconds: float):\n    await asyncio.sleep(seconds)\n    return time.time()\n';
    expect(await judge(before, after)).toBe('same');
    const read =
      'import random\n\ndef f(path: str):\n    with open(path) as file:\n        return [line for line in file if random.random() < 0.5]\n';
    expect(await judge(read, read.replace('in file', 'in file.readlines()'))).toBe('same');
  });

  test('models, routes and generators', async () => {
    const before = [
      'from django.db import models',
      'from flask import Flask',
      '',
      'app = Flask(__name__)',
      '',
      'class User(models.Model):',
      '    name = models.CharField(max_length=20)',
      '    def is_in(self, names: list[str]):',
      '        return self.name in names',
      '',
      '@app.get("/users")',
      'def users(names: list[str]):',
      '    for user in User.objects.all():',
      '        if user.name in names:',
      '            yield user',
      '',
    ].join('\n');
    expect(
      await judge(before, before.replace('    for user', '    known = set(names)\n    for user').replace('user.name in names', 'user.name in known')),
    ).toBe('same');
    expect(await judge(before, before.replace('yield user', 'yield user.name'))).toContain('was');
  });

  test('what one run leaves behind, which the next does not find', async () => {
    for (const [state, change] of [
      ['_seen = []\n', '_seen.append(x)\n    return min(len(_seen), 2)'],
      ['_count = 0\n', 'global _count\n    _count += 1\n    return min(_count, 2)'],
      ['class _Box:\n    count = 0\n', '_Box.count += 1\n    return min(_Box.count, 2)'],
      ['import functools\n\n@functools.cache\ndef _all():\n    return []\n', '_all().append(x)\n    return min(len(_all()), 2)'],
    ] as const) {
      const before = `${state}\ndef f(x: int):\n    ${change}\n`;
      expect(await judge(before, before.replace(', 2)', ', 1)'))).toBe('same');
    }
  });

  test('sets of objects, whose order is no promise', async () => {
    const before = 'def f(users):\n    return sum(1 for u in set(users)), [*{id(u) for u in users}]\n';
    expect(await judge(before, `${before}\n`)).toBe('same');
  });
});

describe.skipIf(WITHOUT_PYTHON)('what was not compared is said', () => {
  test('places that no run reaches', async () => {
    const before = 'def f(n: int):\n    if n > 1000 and n < 10:\n        return [n]\n    return n\n';
    expect(await judge(before, before.replace('[n]', '(n,)'))).toBe('unreached: a.py:3: return (n,)');
  });

  test('functions without inputs, modules that cannot be loaded', async () => {
    const before = 'import re\n\ndef f(pattern: re.Pattern):\n    return pattern\n';
    expect(await judge(before, before.replace('return pattern', 'return (pattern)[:]'))).toContain('no inputs for');
    const broken = 'def f():\n    return 1\n\nraise ValueError("no")\n';
    expect(await judge(broken, broken.replace('1', '2'))).toContain('cannot be loaded');
    expect(await judge('def f(x):\n    return x.a.b.c.d + 1\n', 'def f(x):\n    return 1 + x.a.b.c.d\n')).toContain('no input leads to an answer');
  });
});

test.skipIf(WITHOUT_PYTHON)('a checker names what is no Python, what is not defined and what is not used', async () => {
  const errors = async (text: string): Promise<string[]> =>
    (await errorsOf([{ name: 'a.py', text }], [])).map((error) => `${error.line + 1} ${error.code}: ${error.message}`);
  expect(await errors('x = (1\n')).toEqual(["1 syntax: '(' was never closed"]);
  expect(await errors('import re\n\ndef f(x):\n    y = x\n    return z\n')).toEqual([
    '1 unused: `re` is never used',
    '4 unused: `y` is never used',
    '5 undefined: `z` is not defined',
  ]);
  expect(await errors('from re import match as m\n\ndef f(x):\n    y = x\n    def g():\n        return m(y, __name__)\n    return g\n')).toEqual([]);
});
