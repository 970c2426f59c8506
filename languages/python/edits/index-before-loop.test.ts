/** `index-before-loop`: where a set answers as the list does, where only the reader can know, and where it would not. */
import { beforeAll, describe, expect, test } from 'vitest';
import { prepareParser } from '../tree.ts';
import { allBehaveAlike, beforeLoop, isSafe, isSuggested } from './testing/try-fix.ts';

beforeAll(() => prepareParser());

const asked = beforeLoop('user in banned', 'for user');

describe('safe where all is known', () => {
  test('texts against texts, in a loop', () => {
    isSafe(
      `def run(n):
    banned = "2 3 5".split()
    out = []
    # Those that are left.
    for i in range(n):
        if str(i) not in banned:
            out.append(i)
    return out
`,
      beforeLoop('str(i) not in banned', 'for i'),
      `def run(n):
    banned = "2 3 5".split()
    out = []
    banned_set = set(banned)
    # Those that are left.
    for i in range(n):
        if str(i) not in banned_set:
            out.append(i)
    return out
`,
      ['0', '7'],
    );
  });

  test('numbers, NaN and mixed kinds of numbers: identity and equality come first in both', () => {
    isSafe(
      `NAN = float("nan")
def run(n):
    odd = [NAN, 1, True, 2.0, -0.0]
    return [x for x in [NAN, float("nan"), 1.0, 0, 3] if x in odd]
`,
      beforeLoop('x in odd', '[x for'),
      `NAN = float("nan")
def run(n):
    odd = [NAN, 1, True, 2.0, -0.0]
    odd_set = set(odd)
    return [x for x in [NAN, float("nan"), 1.0, 0, 3] if x in odd_set]
`,
      ['1'],
    );
  });

  test('tuples of the module, and tuples as elements', () => {
    isSafe(
      `PAIRS = ((0, "a"), (1, "b"))
def run(names):
    out = 0
    for i, c in enumerate("abc"):
        if (i, c) in PAIRS:
            out += 1
    return out
`,
      beforeLoop('(i, c) in PAIRS', 'for i'),
      `PAIRS = ((0, "a"), (1, "b"))
def run(names):
    out = 0
    pairs_set = set(PAIRS)
    for i, c in enumerate("abc"):
        if (i, c) in pairs_set:
            out += 1
    return out
`.replaceAll('pairs_set', 'PAIRS_set'.toLowerCase()),
      ['[]'],
    );
  });

  test('a list that is handed on only after the loop, or returned from it', () => {
    isSafe(
      `def run(n, keep=list):
    known = ["1", "2"]
    for i in range(n):
        if str(i) in known:
            print(i)
    return keep(known)
`,
      beforeLoop('str(i) in known', 'for i'),
      `def run(n, keep=list):
    known = ["1", "2"]
    known_set = set(known)
    for i in range(n):
        if str(i) in known_set:
            print(i)
    return keep(known)
`,
      ['0', '4'],
    );
  });

  test('lines of a file, tabs, and every question of the loop', () => {
    isSafe(
      `def run(path):
\twith open(path) as lines:
\t\tseen = []
\t\tseen.append("a")
\t\tfor line in lines:
\t\t\tif line in seen or line.strip() in (seen):
\t\t\t\treturn line
`,
      beforeLoop('line in seen', 'for line'),
      `def run(path):
\twith open(path) as lines:
\t\tseen = []
\t\tseen.append("a")
\t\tseen_set = set(seen)
\t\tfor line in lines:
\t\t\tif line in seen_set or line.strip() in seen_set:
\t\t\t\treturn line
`,
    );
  });

  test('positions, where every key is one of the list', () => {
    isSafe(
      `def run(text):
    names = f"{text}".split()
    return [names.index(name) for name in names]
`,
      beforeLoop('names.index(name)', '[names', 'indexOf'),
      `def run(text):
    names = f"{text}".split()
    names_positions = {value: position for position, value in reversed(list(enumerate(names)))}
    return [names_positions[name] for name in names]
`,
      ["'a b a c b'", "''"],
    );
  });

  test('counts, with the import they need', () => {
    isSafe(
      `"""Counts."""
import os
from typing import List

def run(text):
    names = f"{text}".split()
    return [name for name in names if names.count(name) > 1]
`,
      beforeLoop('names.count(name)', '[name for', 'count'),
      `"""Counts."""
import os
from collections import Counter
from typing import List

def run(text):
    names = f"{text}".split()
    names_counts = Counter(names)
    return [name for name in names if names_counts[name] > 1]
`,
      ["'a b a c b'"],
    );
  });
});

describe('a suggestion where the reader must know', () => {
  test('parameters: nobody holds callers to a type', () => {
    isSuggested(
      'def run(users, banned):\n    for user in users:\n        if user in banned: print(user)\n',
      asked,
      /is a list; the elements of `banned` and `user` can be hashed/,
      ['["a", "b"], ["a"]'],
    );
  });

  test('annotations', () => {
    isSuggested(
      'def run(users: list[str], banned: "int" = (), *, known: List[str]):\n    for user in users:\n        if user in known: print(user)\n',
      beforeLoop('user in known', 'for user'),
      /^the elements of `known` and `user` are as declared$/,
    );
  });

  test('unhashable elements would fail: of an unknown key', () => {
    isSuggested(
      'def run(users):\n    banned = ["a"]\n    return [user for user in users if user in banned]\n',
      beforeLoop('user in banned', '[user'),
      /^`user` can be hashed$/,
      ['["a", 1]'],
    );
  });

  test('a class that compares and hashes in its own way', () => {
    isSuggested(
      'class P:\n    def __eq__(self, other): return True\n    def __hash__(self): return 1\ndef run(ps: list[P], xs: list[P]):\n    return [p for p in ps if p in xs]\n',
      beforeLoop('p in xs', '[p'),
      /^what equals the elements of `xs` and `p` has the same hash$/,
    );
  });

  test('a list that another function got may change by any call', () => {
    isSuggested(
      'def run(n, register):\n    banned = ["1"]\n    register(banned)\n    for i in range(n):\n        if str(i) in banned: register(i)\n',
      beforeLoop('str(i) in banned', 'for i'),
      /nothing changes `banned` while the loop runs/,
    );
  });

  test('a list of the module that other modules see', () => {
    isSuggested(
      'BANNED = ["1", "2"]\ndef run(n):\n    return [i for i in range(n) if str(i) in BANNED]\n',
      beforeLoop('str(i) in BANNED', '[i for'),
      /the elements of `BANNED` are as declared/,
      ['3'],
    );
  });

  test('a field', () => {
    isSuggested(
      'class A:\n    def run(self, users):\n        for user in users:\n            if user in self.banned: self.drop(user)\n',
      beforeLoop('user in self.banned', 'for user'),
      /nothing changes `self.banned` while the loop runs/,
    );
  });

  test('waiting lets others run', () => {
    isSuggested(
      'async def run(users, banned):\n    for user in users:\n        if user in banned: await user\n',
      asked,
      /nothing changes `banned` while the loop runs/,
    );
  });

  test('a value that only one branch gives', () => {
    isSuggested(
      'def run(n):\n    if n > 3:\n        banned = ["1"]\n    for i in range(n):\n        if n > 3 and str(i) in banned: print(i)\n',
      beforeLoop('str(i) in banned', 'for i'),
      /`banned` has a value before the loop/,
    );
  });

  test('an error that may be swallowed on the way to the value', () => {
    isSuggested(
      'def run(n):\n    try:\n        banned = ["1"]\n    except ValueError:\n        pass\n    for i in range(n):\n        if str(i) in banned: print(i)\n',
      beforeLoop('str(i) in banned', 'for i'),
      /`banned` has a value before the loop/,
    );
  });

  test('positions of what may not be there: another error', () => {
    isSuggested(
      'def run(names, order):\n    return sorted(names, key=lambda name: order.index(name))\n',
      beforeLoop('order.index(name)', 'sorted(', 'indexOf'),
      /`order` holds every `name`/,
      ['["b", "a"], ["a", "b"]'],
    );
  });

  test('`import *` may hide `set`', () => {
    isSuggested(
      'from x import *\ndef run(n):\n    known = ("1",)\n    return [i for i in range(n) if str(i) in known]\n',
      beforeLoop('str(i) in known', '[i for'),
      /`set` is Python's own/,
    );
  });
});

describe('None is no list', () => {
  test('a list that the same statement asks for first', () => {
    const after = isSuggested(
      'def run(users, banned):\n    return [u for u in users if u in banned] if banned else users\n',
      beforeLoop('u in banned', '[u for'),
      /is a list/,
      ['["a", "b"], None', '["a", "b"], ["a"]', '["a"], []'],
    );
    expect(after).toContain('set(banned or ())');
  });

  test('a parameter that may be left out, asked in the loop', () => {
    const after = isSuggested(
      'def run(users, banned=None):\n    out = []\n    for user in users:\n        if banned is not None and user in banned: out.append(user)\n    return out\n',
      asked,
      /is a list/,
      ['["a"]', '["a", "b"], ["b"]'],
    );
    expect(after).toContain('set(banned or ())');
  });

  test('a parameter that has been seen to before', () => {
    const after = isSuggested(
      'def run(users, banned=None):\n    if banned is None: return []\n    out = []\n    for user in users:\n        if user in banned: out.append(user)\n    return out\n',
      asked,
      /is a list/,
      ['["a"]', '["a", "b"], ["b"]'],
    );
    expect(after).toContain('set(banned)');
  });
});

describe('where the line goes', () => {
  test('out of an `if` of one line', () => {
    const after = isSuggested(
      'def run(us, xs):\n  if us: return [u for u in us if u in xs]\n  else: return []\n',
      beforeLoop('u in xs', '[u for'),
      /list/,
      ['[1, 2], [2]', '[], None'],
    );
    expect(after).toBe('def run(us, xs):\n  if us:\n    xs_set = set(xs)\n    return [u for u in us if u in xs_set]\n  else: return []\n');
  });

  test('above the condition that walks, and what it walks for', () => {
    const after = isSuggested(
      'def run(us, xs):\n    while any(u in xs for u in us):\n        us = us[1:]\n    return us\n',
      beforeLoop('u in xs', '(u in'),
      /list/,
      ['[1, 2], [2]', '[], []'],
    );
    expect(after).toContain('    xs_set = set(xs)\n    while any(u in xs_set for u in us):');
  });

  test('lines that end in \\r\\n', () => {
    const after = isSuggested(
      'def run(us, xs):\r\n    # c\r\n    for u in us:\r\n        if u in xs: pass\r\n',
      beforeLoop('u in xs', 'for u'),
      /list/,
    );
    expect(after).toBe('def run(us, xs):\r\n    xs_set = set(xs)\n    # c\r\n    for u in us:\r\n        if u in xs_set: pass\r\n');
  });

  test('below the interpreter line', () => {
    const after = isSuggested('#!/usr/bin/env python3\nfor u in us:\n    if u in(xs)or u: pass\n', beforeLoop('u in(xs)', 'for u'), /list/);
    expect(after).toBe('#!/usr/bin/env python3\nxs_set = set(xs)\nfor u in us:\n    if u in(xs_set)or u: pass\n');
  });

  test('a name that is taken, and one that only another function has', () => {
    const taken = isSuggested(
      'def run(us, xs, xs_set):\n    for u in us:\n        if u in xs: print(xs_set)\n',
      beforeLoop('u in xs', 'for u'),
      /list/,
    );
    expect(taken).toContain('xs_set2 = set(xs)');
    const free = isSuggested(
      'def other(xs_set): pass\ndef run(us, xs):\n    for u in us:\n        if u in xs: pass\n',
      beforeLoop('u in xs', 'for u'),
      /list/,
    );
    expect(free).toContain('xs_set = set(xs)');
  });

  test('names that begin with a digit, or that the module keeps to itself', () => {
    const after = isSuggested(
      '_3D = [1]\n_KEYS = {}\nfor u in us:\n    if u in _3D: pass\n    if u in _keys.old: pass\n',
      beforeLoop('u in _3D', 'for u'),
      /can be hashed/,
    );
    expect(after).toContain('_3D_SET = set(_3D)\nfor u in us:');
    const inside = isSuggested('def run(us, _3d):\n    for u in us:\n        if u in _3d: pass\n', beforeLoop('u in _3d', 'for u'), /can be hashed/);
    expect(inside).toContain('    _3d_set = set(_3d)\n');
  });

  test('literals become a set where they stand', () => {
    isSafe(
      'def run(n):\n    return [i for i in range(n) if i in [1, 2.0, None] or str(i) in ("3", "4")]\n',
      beforeLoop('i in [1, 2.0, None]', '[i for'),
      'def run(n):\n    return [i for i in range(n) if i in {1, 2.0, None} or str(i) in ("3", "4")]\n',
      ['5'],
    );
    isSuggested('def run(us):\n    return [u for u in us if u in ("3", "4",)]\n', beforeLoop('u in ("3", "4",)', '[u for'), /^`u` can be hashed$/, [
      '["3", 4]',
    ]);
  });

  test('what a list is made of', () => {
    const after = isSuggested(
      'def run(us, xs):\n    return [u for u in us if u in [x.id for x in xs]], [u for u in us if u in list(xs)]\n',
      beforeLoop('u in [x.id for x in xs]', '[u for u in us if u in [x.id'),
      /can be hashed/,
    );
    expect(after).toContain('id_set = {x.id for x in xs}\n    return [u for u in us if u in id_set]');
    const plain = isSuggested(
      'def run(us, xs):\n    return [u for u in us if u in list(xs.values())]\n',
      beforeLoop('u in list(xs.values())', '[u for'),
      /can be hashed/,
      ['[1, 2], {"a": 2}'],
    );
    expect(plain).toContain('xs_set = set(xs.values())');
  });
});

test('what came with inputs behaves as before', allBehaveAlike);
