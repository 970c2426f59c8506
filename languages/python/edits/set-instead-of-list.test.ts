/** `set-instead-of-list`: only where nobody sees an order, a position or a duplicate. */
import { beforeAll, describe, expect, test } from 'vitest';
import { prepareParser } from '../tree.ts';
import { allBehaveAlike, isRefused, isSafe, isSuggested, setInstead } from './testing/try-fix.ts';

beforeAll(() => prepareParser());

describe('safe', () => {
  test('made, grown, asked', () => {
    isSafe(
      `def run(n):
    seen: list[str] = []
    hits = 0
    for i in range(n):
        key = str(i % 3)
        if key in seen:
            hits += 1
        seen.append(key)
        if hits > 4: seen.clear()
    if not seen: return None
    return hits
`,
      setInstead('seen'),
      `def run(n):
    seen: set[str] = set()
    hits = 0
    for i in range(n):
        key = str(i % 3)
        if key in seen:
            hits += 1
        seen.add(key)
        if hits > 4: seen.clear()
    if not seen: return None
    return hits
`,
      ['0', '20'],
    );
  });

  test('counted, where nothing is added twice', () => {
    isSafe(
      `def run(n):
    seen = list()
    for i in range(n):
        key = i % 3
        if key not in seen: seen.append(key)
    return len(seen)
`,
      setInstead('seen'),
      `def run(n):
    seen = set()
    for i in range(n):
        key = i % 3
        if key not in seen: seen.add(key)
    return len(seen)
`,
      ['0', '8'],
    );
  });

  test('a private constant, comments and a trailing comma included', () => {
    isSafe(
      `_KNOWN = [
    "a",  # first
    "b",
]
_PAIR = ("a", 1)
def run(text):
    return sum(1 for c in "abc" if c in _KNOWN), _PAIR
`,
      setInstead('_KNOWN'),
      `_KNOWN = {
    "a",  # first
    "b",
}
_PAIR = ("a", 1)
def run(text):
    return sum(1 for c in "abc" if c in _KNOWN), _PAIR
`,
      ["''"],
    );
  });

  test('made of others, and added to by whole lists', () => {
    isSafe(
      `def run(n):
    known = [str(i) for i in range(n)]
    known.extend("x y".split())
    return [i for i in range(9) if str(i) in known]
`,
      setInstead('known'),
      `def run(n):
    known = {str(i) for i in range(n)}
    known.update("x y".split())
    return [i for i in range(9) if str(i) in known]
`,
      ['3'],
    );
  });
});

describe('a suggestion', () => {
  test('a constant that other modules see', () => {
    expect(
      isSuggested(
        'KNOWN = ["a", "b"]\ndef run(x):\n    return str(x) in KNOWN\n',
        setInstead('KNOWN'),
        /no other module has `KNOWN` and uses it as a list/,
        ["'a'"],
      ),
    ).toContain('KNOWN = {"a", "b"}');
  });

  test('a field', () => {
    const after = isSuggested(
      'class Pads:\n    def __init__(self):\n        self._pads = []\n    def add(self, pad):\n        if pad not in self._pads:\n            self._pads.append(pad)\n',
      setInstead('self._pads'),
      /nothing outside of the class has `_pads`/,
    );
    expect(after).toContain('self._pads = set()');
    expect(after).toContain('self._pads.add(pad)');
  });

  test('typing.List brings typing.Set', () => {
    const after = isSuggested(
      'from typing import List\n\ndef run(xs):\n    seen: List[str] = []\n    for x in xs:\n        if x in seen: return x\n        seen.append(x)\n',
      setInstead('seen'),
      /can be hashed/,
      ['["a", "b", "a"]'],
    );
    expect(after).toMatch(/^from typing import Set\n\n/);
    expect(after).toContain('seen: Set[str] = set()');
  });
});

describe('refused', () => {
  const cases: readonly (readonly [name: string, body: string, reason: RegExp])[] = [
    ['returned', 'if x in seen: seen.append(x)\n    return seen', /also used as a list: `return seen`/],
    ['walked', 'if x in seen: seen.append(x)\n    for y in seen: print(y)', /also used as a list/],
    ['sorted', 'if x in seen: seen.append(x)\n    return sorted(seen)', /also used as a list/],
    ['indexed', 'if x in seen: seen.append(x)\n    return seen[-1]', /also used as a list/],
    ['printed', 'if x in seen: seen.append(x)\n    print(f"{seen}")', /also used as a list/],
    ['joined', 'if x in seen: seen.append(x)\n    return "".join(seen)', /also used as a list/],
    ['compared', 'if x in seen: seen.append(x)\n    return seen == ["a"]', /also used as a list/],
    ['taken from', 'if x in seen: seen.remove(x)', /also used as a list/],
    ['counted with duplicates', 'if x in seen: seen.append(x)\n    return len(seen)', /may add what is there already/],
    ['counted, with another key that is checked', 'if str(x) not in seen: seen.append(x)\n    return len(seen)', /may add what is there already/],
    ['kept under another name', 'if x in seen: seen.append(x)\n    other = seen', /also used as a list/],
    ['its method taken', 'add = seen.append\n    add(x)\n    return x in seen', /also used as a list/],
    ['the answer of append used', 'return x in seen or seen.append(x)', /also used as a list/],
    ['handed on', 'if x in seen: use(seen)', /also used as a list/],
    ['grown by `+=`', 'if x in seen: seen += [x]', /is given its value by/],
    ['lists as elements', 'if [x] in seen: seen.append([x])', /cannot be hashed/],
    ['a truth value kept', 'if x in seen: seen.append(x)\n    return seen or None', /also used as a list/],
  ];
  for (const [name, body, reason] of cases) test(name, () => isRefused(`def run(x):\n    seen = []\n    ${body}\n`, setInstead('seen'), reason));

  test('declared as something else than a list', () =>
    isRefused('def run(x):\n    seen: Sequence[str] = []\n    return x in seen\n', setInstead('seen'), /not written as a list/));
  test('a type in a comment', () =>
    isRefused('def run(x):\n    seen = []  # type: List[str]\n    return x in seen\n', setInstead('seen'), /in a comment/));
  test('listed in __all__', () =>
    isRefused('__all__ = ["KNOWN"]\nKNOWN = ["a"]\ndef run(x):\n    return x in KNOWN\n', setInstead('KNOWN'), /in `__all__`/));
  test('a field of another object of the same name', () => {
    isRefused(
      'class A:\n    def __init__(self):\n        self.xs = []\n    def same(self, other):\n        return other.xs[0] in self.xs\n',
      setInstead('self.xs'),
      /`other.xs` may be the same list/,
    );
  });
  test('a field declared in the class', () => {
    isRefused(
      'class A:\n    xs: list = []\n    def __init__(self):\n        self.xs = []\n    def has(self, x):\n        return x in self.xs\n',
      setInstead('self.xs'),
      /declared in the class itself/,
    );
  });
  test('a tuple that something tries to add to', () =>
    isRefused('def run(x):\n    known = (1, 2)\n    known.append(3)\n    return x in known\n', setInstead('known'), /a tuple, which does not grow/));
  test('a literal of lists', () =>
    isRefused('def run(x):\n    known = [[1], [2]]\n    return x in known\n', setInstead('known'), /cannot be hashed/));
});

test('what came with inputs behaves as before', allBehaveAlike);
