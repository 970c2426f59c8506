/** What a mention of a name does with the thing it names. */
import { beforeAll, describe, expect, test } from 'vitest';
import { binding, lowered, uses } from '../testing/lowered.ts';
import { prepareParser } from '../tree.ts';

beforeAll(() => prepareParser());

/** Statements in a function that is handed `x` and `y`, and what they do with `x`. */
const does = (statement: string): string[] => uses(`def f(x, y):\n    ${statement}\n`, 'x');

describe.each([
  [
    'grow',
    [
      ['x.append(y)', 'x.extend(y)', 'x.insert(0, y)', 'x.add(y)', 'x.update(y)', 'x.setdefault(y, [])', 'x.appendleft(y)'],
      ['x[y] = 1', 'x["a"] = 1', 'x[y] += 1', 'x += [y]', 'x += [a for a in y]', 'x |= {y}', 'x |= y', 'x += sorted(y)'],
    ],
  ],
  [
    'shrink',
    [['x.pop()', 'x.popleft()', 'x.remove(y)', 'x.discard(y)', 'x.clear()', 'del x[0]', 'del x[1:]', 'del x', 'x[1:2] = y', 'x -= y', 'x &= y']],
  ],
  ['reorder', [['x.sort()', 'x.sort(key=len)', 'x.reverse()']]],
  ['assign', [['x = y', 'x: int = y', 'x += y', 'x += 1', '(x := y)', 'x, z = y', 'z, *x = y', 'with y as x: pass', 'with y as (x, z): pass']]],
  ['test', [['y in x', 'y not in x', 'if y in x: pass', 'y in (x)', 'z = y in x']]],
  ['search', [['x.index(y)', 'x.count(y)']]],
  ['iterate', [['for z in x: pass', '[z for z in x]', '[z for w in y for z in x]', 'any(z == y for z in x)', 'x.items()', 'x.keys()', 'x.values()']]],
  [
    'copy',
    [
      [
        'list(x)',
        'sorted(x)',
        'set(x)',
        'tuple(x)',
        'dict(x)',
        'sum(x)',
        'any(x)',
        'enumerate(x)',
        'zip(x, y)',
        'map(y, x)',
        'print(x)',
        'isinstance(x, y)',
      ],
    ],
  ],
  ['copy', [['x.copy()', 'x[:]', 'x[1:]', 'x[:2][0]', '[*x]', 'f(*x)', 'f(**x)', '{**x}', '",".join(x)', 'x + y', 'x * 2', 'x.union(y)']]],
  ['length', [['len(x)', 'if len(x) > 3: pass']]],
  ['argument', [['f(x)', 'f(a=x)', 'y.append(x)', 'y.extend(x)', 'random.shuffle(x)', 'type(x)']]],
  [
    'escape',
    [
      [
        'return x',
        'return [x]',
        'return x, y',
        'return {"a": x}',
        'yield x',
        'yield from x',
        'z = x',
        'z = [x]',
        'y.z = x',
        'y[0] = x',
        'z = lambda: x',
        'return x or []',
        'return x if y else None',
      ],
    ],
  ],
  ['call', [['x()', 'x.unknown()', 'x.unknown(y)']]],
  [
    'read',
    [
      [
        'x',
        'x in y',
        'x == y',
        'x is None',
        'not x',
        'if x: pass',
        'while x: pass',
        'assert x',
        'y[x]',
        'f"{x}"',
        'await x',
        'x.get(y)',
        'z = lambda a=x: a',
      ],
    ],
  ],
] as const)('%s', (kind, groups) => {
  test.each(groups.flat().map((each) => [each]))('%s', (statement) => {
    if (statement === 'z = lambda a=x: a') expect(does(statement)).toEqual(['escape']);
    else expect(does(statement)).toEqual([kind]);
  });
});

describe('what hangs on the name', () => {
  test.each([
    ['x.a', ['a read']],
    ['x.a.b', ['a b read']],
    ['x["a"].b', ['a b read']],
    ['x[0]', ['[] read']],
    ['x[y].a', ['[] a read']],
    ['x.a.append(y)', ['a grow']],
    ['x[y].append(1)', ['[] grow']],
    ['x["a"].append(1)', ['a grow']],
    ['x.a = y', ['a assign']],
    ['x.a.b = y', ['a b assign']],
    ['x.a[0] = y', ['a grow']],
    ['x[0][1] = y', ['[] grow']],
    ['y in x.a', ['a test']],
    ['for z in x.a: pass', ['a iterate']],
    ['return x.a', ['a escape']],
    ['(x).a', ['a read']],
  ])('%s', (statement, expected) => expect(does(statement)).toEqual(expected));
});

describe('several at once', () => {
  test.each([
    ['x = x + [y]', ['copy', 'assign']],
    ['x, y = y, x', ['escape', 'assign']],
    ['x[x] = x', ['escape', 'grow', 'read']],
    ['x.append(len(x))', ['grow', 'length']],
    ['x.sort(key=lambda a: x.index(a))', ['reorder', 'search']],
  ])('%s', (statement, expected) => expect(does(statement)).toEqual(expected));
});

describe('the first mention declares', () => {
  test.each(['x = []', 'x: list[int] = []', '(x := [])', 'for x in []: pass', 'with a as x: pass', 'import x', 'def x(): pass', 'class x: pass'])(
    '%s',
    (statement) => {
      expect(uses(`${statement}\n`, 'x')).toEqual([]);
    },
  );
});

describe('where', () => {
  test('the function and the loops around it, innermost first', () => {
    const [use] = binding(lowered('def f(x):\n    for a in b:\n        for c in d:\n            x.append(c)\n'), 'x').uses;
    expect(use).toMatchObject({ fn: 1, loops: [1, 0] });
  });

  test('through lambdas that a loop runs', () => {
    const [use] = binding(lowered('def f(x):\n    for a in b:\n        map(lambda c: x.append(c), d)\n'), 'x').uses;
    expect(use).toMatchObject({ fn: 2, loops: [1, 0] });
  });

  test('the call that does it, and the method', () => {
    const model = lowered('def f(x):\n    x.append(g(x))\n');
    const [grow, argument] = binding(model, 'x').uses;
    expect(grow).toMatchObject({ method: 'append', path: [] });
    expect(model.calls[grow?.call ?? -1]?.text).toBe('x.append');
    expect(argument).toMatchObject({ method: null });
    expect(model.calls[argument?.call ?? -1]?.text).toBe('g');
  });

  test('calls in what an assignment writes to are calls of their own', () => {
    expect(lowered('x[f(a)] = g(b)\n').calls.map((call) => call.text)).toEqual(['f', 'g']);
    expect(lowered('f(a).b = g()\n').calls.map((call) => call.text)).toEqual(['f', 'g']);
    expect(lowered('f(a)[0], b = g()\n').calls.map((call) => call.text)).toEqual(['f', 'g']);
  });
});

describe('wrong today', () => {
  // `or` with an empty list on the right is still the same list when there is one.
  test.fails('a default in place', () => expect(does('(x or []).append(y)')).toEqual(['grow']));

  // The grammar takes `*x.values()` in a set for a call of something starred.
  test.fails('a starred call', () => expect(does('z = {*x.values()}')).toEqual(['iterate']));

  // `x` in `if x:` asks a lazy query whether it has rows.
  test.fails('what is tested for truth is told from what is only read', () => expect(does('if x: pass')).not.toEqual(does('x is y')));
});
