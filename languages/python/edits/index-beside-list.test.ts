/** `index-beside-list`: a set that always knows what the list holds. */
import { beforeAll, describe, expect, test } from 'vitest';
import { prepareParser } from '../tree.ts';
import { allBehaveAlike, besideList, isRefused, isSafe, isSuggested } from './testing/try-fix.ts';

beforeAll(() => prepareParser());

const fresh = besideList('x not in seen', 'for', 'seen');

describe('safe', () => {
  test('test, append, return', () => {
    isSafe(
      `def run(text):
    seen = []
    for x in str(text).split():
        if x not in seen:
            seen.append(x)
    return seen
`,
      fresh,
      `def run(text):
    seen = []
    seen_set = set()
    for x in str(text).split():
        if x not in seen_set:
            seen.append(x)
            seen_set.add(x)
    return seen
`,
      ["'a b a c'", "''"],
    );
  });

  test('one line, another question, more that adds, a comment, and a list that begins with something', () => {
    isSafe(
      `def run(n):
    seen: list[str] = ["1"]  # first
    hits = 0
    for i in range(n):
        x = str(i % 4)
        if x in seen: hits += 1; continue
        if x not in seen: seen.append(x)  # new
        if i > 5: seen.append(str(i) + "!"); hits += 1
        seen.sort()
    seen.pop()
    return seen, hits
`,
      fresh,
      `def run(n):
    seen: list[str] = ["1"]  # first
    seen_set: set[str] = set(seen)
    hits = 0
    for i in range(n):
        x = str(i % 4)
        if x in seen_set: hits += 1; continue
        if x not in seen_set:
            seen.append(x)  # new
            seen_set.add(x)
        if i > 5: seen.append(str(i) + "!"); seen_set.add(seen[-1]); hits += 1
        seen.sort()
    seen.pop()
    return seen, hits
`,
      ['0', '9'],
    );
  });

  test('a list made anew for each row, and emptied', () => {
    isSafe(
      `def run(rows):
    out = []
    for n in range(3):
        seen = []
        for x in range(n * 2):
            if x % 3 not in seen: seen.append(x % 3)
            if len(seen) == 2: seen.clear()
        out.append(len(seen))
    return out
`,
      besideList('x % 3 not in seen', 'for n', 'seen'),
      `def run(rows):
    out = []
    for n in range(3):
        seen = []
        seen_set = set()
        for x in range(n * 2):
            if x % 3 not in seen_set:
                seen.append(x % 3)
                seen_set.add(seen[-1])
            if len(seen) == 2:
                seen.clear()
                seen_set.clear()
        out.append(len(seen))
    return out
`,
      ['None'],
    );
  });
});

describe('a suggestion', () => {
  test('elements of which nothing is known', () => {
    const after = isSuggested(
      'def run(xs):\n\tseen = []\n\tfor x in xs:\n\t\tif x not in seen: seen.append(x)\n\treturn seen\n',
      fresh,
      /`seen` and `x` can be hashed/,
      ['[1, 1, 2]', '[]'],
    );
    expect(after).toContain('\t\tif x not in seen_set:\n\t\t\tseen.append(x)\n\t\t\tseen_set.add(x)\n');
  });

  test('a list that is handed to somebody while it grows', () => {
    isSuggested(
      'def run(n, show):\n    seen = []\n    for i in range(n):\n        x = str(i)\n        if x not in seen: seen.append(x)\n        show(seen)\n',
      fresh,
      /`show\(seen\)`|`\(seen\)` does not change/,
    );
  });

  test("a helper inside that adds, and may be called when the list is somebody else's", () => {
    const after = isSuggested(
      `def run(n):
    seen = []
    def add(x):
        k = str(x)
        if k not in seen:
            seen.append(k)
    for i in range(n): add(i % 3)
    return seen
`,
      besideList('k not in seen', 'for', 'seen'),
      /does not change `seen`/,
      ['5'],
    );
    expect(after).toContain('            seen.append(k)\n            seen_set.add(k)\n');
  });

  test('a list of the module', () => {
    isSuggested(
      'seen = []\ndef run(n):\n    for i in range(n):\n        x = str(i)\n        if x not in seen: seen.append(x)\n',
      fresh,
      /no other module has `seen` and changes it/,
    );
  });
});

describe('refused', () => {
  const cases: readonly (readonly [name: string, code: string, reason: RegExp])[] = [
    [
      'something is taken out',
      'def f(xs):\n    seen = []\n    for x in xs:\n        if x not in seen: seen.append(x)\n        if x: seen.pop()\n',
      /changes by `seen.pop\(\)`/,
    ],
    [
      'an element is replaced',
      'def f(xs):\n    seen = []\n    for x in xs:\n        if x not in seen: seen.append(x)\n        seen[0] = x\n',
      /which a set cannot follow/,
    ],
    ['a whole list is added', 'def f(xs):\n    seen = []\n    for x in xs:\n        if x not in seen: seen.extend(x)\n', /which a set cannot follow/],
    ['`+=`', 'def f(xs):\n    seen = []\n    for x in xs:\n        if x not in seen: seen += [x]\n', /is given its value by/],
    [
      'an addition that is no statement',
      'def f(xs):\n    seen = []\n    return [seen.append(x) or x for x in xs if x not in seen]\n',
      /no statement of its own/,
    ],
    [
      'another list from then on',
      'def f(xs, ys):\n    seen = []\n    for x in xs:\n        if x not in seen: seen.append(x)\n        seen = ys\n',
      /somebody else's list/,
    ],
    [
      'two names for one list',
      'def f(xs):\n    seen = out = []\n    for x in xs:\n        if x not in seen: seen.append(x)\n    return out\n',
      /is given its value by/,
    ],
    ['a copy each time', 'def f(xs):\n    seen = []\n    for x in xs:\n        if x not in seen: seen = seen + [x]\n', /is copied/],
    ['a parameter', 'def f(xs, seen):\n    for x in xs:\n        if x not in seen: seen.append(x)\n', /is given its value by/],
    ['lists as elements', 'def f(xs):\n    seen = []\n    for x in xs:\n        if x not in seen: seen.append([x])\n', /cannot be hashed/],
    ['a deque', 'def f(xs):\n    seen = deque()\n    for x in xs:\n        if x not in seen: seen.append(x)\n', /somebody else's list/],
    ['a class attribute', 'class A:\n    seen = []\n    for x in XS:\n        if x not in seen: seen.append(x)\n', /attribute of a class/],
    [
      'a loop around that empties it by hand',
      'def f(xs):\n    seen = []\n    for y in xs:\n        for x in y:\n            if x not in seen: seen.append(x)\n        del seen[:]\n',
      /which a set cannot follow/,
    ],
  ];
  for (const [name, code, reason] of cases)
    test(name, () =>
      isRefused(code, besideList('x not in seen', /for x/.test(code) ? (code.includes('[seen') ? '[seen' : 'for x') : 'for', 'seen'), reason),
    );
});

test('what came with inputs behaves as before', allBehaveAlike);
