/** `dedupe` and `index-inner-loop`. */
import { beforeAll, describe, expect, test } from 'vitest';
import { prepareParser } from '../tree.ts';
import { allBehaveAlike, FILE, type Intent, innerLoop, isRefused, isSafe, isSuggested } from './testing/try-fix.ts';

beforeAll(() => prepareParser());

const dedupe =
  (call: string): Intent =>
  (find) => ({ kind: 'dedupe', file: FILE, call: find.exactly(call) });

describe('dedupe', () => {
  test('first positions', () => {
    isSafe(
      'def run(text):\n    xs = str(text).split()\n    return [x for i, x in enumerate(xs) if xs.index(x) == i]\n',
      dedupe('[x for i, x in enumerate(xs) if xs.index(x) == i]'),
      'def run(text):\n    xs = str(text).split()\n    return list(dict.fromkeys(xs))\n',
      ["'b a b c a'", "''"],
    );
  });

  test('the first of equal numbers, NaN included', () => {
    isSafe(
      'N = float("nan")\ndef run(x):\n    xs = [1, True, N, 1.0, N, float("nan"), 0, -0.0]\n    return [x for i, x in enumerate(xs) if x not in xs[:i]]\n',
      dedupe('x not in xs[:i]'),
      'N = float("nan")\ndef run(x):\n    xs = [1, True, N, 1.0, N, float("nan"), 0, -0.0]\n    return list(dict.fromkeys(xs))\n',
      ['0'],
    );
  });

  test('a loop', () => {
    isSafe(
      'def run(n):\n    out: list[int] = []\n    for x in range(n):\n        if x not in out:\n            out.append(x)\n    return out\n',
      dedupe('x not in out'),
      'def run(n):\n    out: list[int] = list(dict.fromkeys(range(n)))\n    return out\n',
      ['3'],
    );
  });

  test('elements of which nothing is known', () => {
    isSuggested('def run(xs):\n    return [x for i, x in enumerate(xs) if i == xs.index(x)]\n', dedupe('xs.index(x)'), /can be hashed/, [
      '[1, 2, 1]',
    ]);
  });

  const cases: readonly (readonly [name: string, code: string, call: string, reason: RegExp])[] = [
    ['keeps what comes again', 'def f(xs):\n    return [x for i, x in enumerate(xs) if xs.index(x) != i]\n', 'xs.index(x)', /exactly the first/],
    ['asks another list', 'def f(xs, ys):\n    return [x for i, x in enumerate(xs) if ys.index(x) == i]\n', 'ys.index(x)', /exactly the first/],
    ['counts from one', 'def f(xs):\n    return [x for i, x in enumerate(xs, 1) if xs.index(x) == i]\n', 'xs.index(x)', /exactly the first/],
    ['yields something else', 'def f(xs):\n    return [x.a for i, x in enumerate(xs) if xs.index(x) == i]\n', 'xs.index(x)', /exactly the first/],
    ['asks for more', 'def f(xs):\n    return [x for i, x in enumerate(xs) if xs.index(x) == i and x]\n', 'xs.index(x)', /exactly the first/],
    ['looks ahead', 'def f(xs):\n    return [x for i, x in enumerate(xs) if x not in xs[i:]]\n', 'x not in xs[i:]', /exactly the first/],
    [
      'a list of lists',
      'def f(n):\n    xs = [[1]]\n    return [x for i, x in enumerate(xs) if xs.index(x) == i]\n',
      'xs.index(x)',
      /cannot be hashed/,
    ],
    [
      'its variable is read later',
      'def f(xs):\n    out = []\n    for x in xs:\n        if x not in out: out.append(x)\n    return x\n',
      'x not in out',
      /read after the loop/,
    ],
    [
      'the list was begun before',
      'def f(xs, out):\n    for x in xs:\n        if x not in out: out.append(x)\n',
      'x not in out',
      /not made just before/,
    ],
    ['a comment', 'def f(xs):\n    out = []\n    for x in xs:\n        # why\n        if x not in out: out.append(x)\n', 'x not in out', /a comment/],
    ['`dict` is another', 'def f(xs, dict):\n    return [x for i, x in enumerate(xs) if xs.index(x) == i]\n', 'xs.index(x)', /not Python's own/],
    [
      'an error would leave half of it',
      'def f(xs):\n    try:\n        out = []\n        for x in xs:\n            if x not in out: out.append(x)\n    finally: print(out)\n',
      'x not in out',
      /seen while it grows/,
    ],
  ];
  for (const [name, code, call, reason] of cases) test(`refused: ${name}`, () => isRefused(code, dedupe(call), reason));
});

const USERS = `class U:
    def __init__(self, id, ok=True): self.id = id; self.ok = ok; self.user_id = id
    def __repr__(self): return f'U({self.id})'
`;
const inputs = ['[U(1), U(2), U(1), U(9)], [U(2), U(1), U(2, False), U(1)]', '[], [U(1)]', '[U(1)], []'];

describe('index-inner-loop', () => {
  test('a loop in a loop', () => {
    const after = isSuggested(
      `${USERS}def run(orders, users):
    out = []
    for order in orders:
        for user in users:
            if user.id == order.user_id and user.ok:
                out.append((order, user))
                break
        else:
            out.append(order)
    return out
`,
      innerLoop('for order', 'for user'),
      /`user.id` can be read of each of `users`/,
      inputs,
    );
    expect(after).toContain(
      '    for user in users:\n        users_by_id.setdefault(user.id, []).append(user)\n    for order in orders:\n        for user in users_by_id.get(order.user_id, ()):',
    );
  });

  test('a loop that skips', () => {
    isSuggested(
      `${USERS}def run(orders, users):
    out = []
    for order in orders:
        for user in users:
            if order.user_id != user.id: continue
            out.append((order, user))
    return out
`,
      innerLoop('for order', 'for user'),
      /can be hashed/,
      inputs,
    );
  });

  test('the first, or another value', () => {
    const after = isSuggested(
      `${USERS}def run(orders, users):\n    return [next((u for u in users if u.id == o.user_id), o.id) for o in orders]\n`,
      innerLoop('[next', '(u for'),
      /can be hashed/,
      inputs,
    );
    expect(after).toContain('users_by_id.setdefault(u.id, u)');
    expect(after).toContain('[users_by_id.get(o.user_id, o.id) for o in orders]');
  });

  test('whether there is one', () => {
    const after = isSuggested(
      `${USERS}def run(orders, users):\n    return [any(u.id == o.user_id for u in users) == True for o in orders]\n`,
      innerLoop('[any', '(u.id'),
      /can be hashed/,
      inputs,
    );
    expect(after).toContain('[(o.user_id in users_id_set) == True for o in orders]');
  });

  test('NaN, which a dictionary finds and `==` does not', () => {
    const any = 'return [o for o in os if any(x == o for x in xs)]\n';
    isSuggested(`def run(os: list[float], xs: list[float]):\n    ${any}`, innerLoop('[o for', '(x == o'), /no key is NaN/);
    const whole = isSuggested(`def run(os: list[float], xs: list[int]):\n    ${any}`, innerLoop('[o for', '(x == o'), /^(?!.*NaN)/);
    expect(whole).toContain('set(xs)');
  });

  test('two clauses of one comprehension, and a variable whose name is taken', () => {
    const after = isSuggested(
      `${USERS}def run(orders, users, u=3):\n    return [(o, u) for o in orders for u in users if u.id == o.user_id if u.ok], u\n`,
      innerLoop('[(o, u)', '[(o, u)'),
      /can be hashed/,
      inputs,
    );
    expect(after).toContain('for u2 in users:');
  });

  test('rows that are texts', () => {
    const after = isSuggested(
      'def run(orders, rows):\n    return [r for o in orders for r in rows if r["key id"] == o]\n',
      innerLoop('[r for', '[r for'),
      /can be hashed/,
      ['[1, 2], [{"key id": 2}]'],
    );
    expect(after).toContain('rows_by_key');
  });

  test('the elements themselves', () => {
    const after = isSuggested(
      'def run(orders, userIds):\n    return [o for o in orders if any(u == o for u in userIds)]\n',
      innerLoop('[o for', '(u == o'),
      /can be hashed/,
      ['[1, 2, 3], [3, 1]'],
    );
    expect(after).toContain('    user_ids_set = set(userIds)\n    return [o for o in orders if o in user_ids_set]');
  });

  test('a key with humps', () => {
    expect(
      isSuggested('def run(os, us):\n    return [u for o in os for u in us if u.userId == o]\n', innerLoop('[u for', '[u for'), /can be hashed/),
    ).toContain('us_by_user_id.get(o, ())');
  });

  const cases: readonly (readonly [name: string, code: string, reason: RegExp])[] = [
    [
      'reads a key by what the outer loop gives',
      'for o in os:\n        for u in us:\n            if u[o] == o.id: pass',
      /no value before the loop|made anew/,
    ],
    [
      'reads a key by what the outer loop changes',
      'for o in os:\n        for u in us:\n            if fs[u] == o.id: fs[o] = u',
      /`fs` changes in the loop/,
    ],
    ['is a generator that is walked later', 'for o in os:\n        fs.add(u for u in us if u.id == o.id)', /walks the generator around it/],
    ['does more', 'for o in os:\n        for u in us:\n            print(u)\n            if u.id == o.id: pass', /more than act on equal elements/],
    ['has an `else`', 'for o in os:\n        for u in us:\n            if u.id == o.id: pass\n            else: print(u)', /more than act/],
    ['asks by `<`', 'for o in os:\n        for u in us:\n            if u.id < o.id: pass', /does not begin with a comparison/],
    ['calls', 'for o in os:\n        for u in us:\n            if u.id() == o.id: pass', /no plain comparison/],
    [
      'reads its variable later',
      'for o in os:\n        for u in us:\n            if u.id == o.id: break\n        print(u)',
      /is read when the inner loop is over/,
    ],
    [
      'keeps its variable in a function',
      'for o in os:\n        for u in us:\n            if u.id == o.id: fs.append(lambda: u)',
      /is read when the inner loop is over/,
    ],
    ['changes the key', 'for o in os:\n        for u in us:\n            if u.id == o.key: u.id = 3', /`id` changes in the loop/],
    ['changes the other key', 'for o in os:\n        for u in us:\n            if u.id == o.key: o.key = u', /`key` changes in the loop/],
    ['gives the key another value', 'for k in os:\n        for u in us:\n            if u.id == k: k = u', /another value while the inner loop runs/],
    ['adds to the list', 'for o in os:\n        for u in us:\n            if u.id == o.id: us.append(o)', /`us` changes in the loop/],
    ['walks a part of each', 'for o in os:\n        for u in o.us:\n            if u.id == o.id: pass', /no value before the loop|made anew/],
    ['walks a query', 'for o in os:\n        for u in load():\n            if u.id == o.id: pass', /another list each time/],
    ['takes its elements apart', 'for o in os:\n        for a, b in us:\n            if a == o.id: pass', /takes its elements apart/],
    ['compares lists', 'for o in os:\n        for u in us:\n            if u.id == [o]: pass', /no plain comparison/],
  ];
  for (const [name, body, reason] of cases) {
    const inner = body.includes('for a, b') ? 'for a' : body.includes('(u for') ? '(u for' : 'for u';
    test(`refused: ${name}`, () =>
      isRefused(`def run(os, us, fs):\n    ${body}\n`, innerLoop(body.startsWith('for k') ? 'for k' : 'for o', inner), reason));
  }
});

test('what came with inputs behaves as before', allBehaveAlike);
