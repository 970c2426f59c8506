/** What counts as a loop, what it walks, and which loops stand in which. */
import { beforeAll, describe, expect, test } from 'vitest';
import { loops, lowered } from '../testing/lowered.ts';
import { prepareParser } from '../tree.ts';

beforeAll(() => prepareParser());

describe('for', () => {
  test.each([
    ['x in xs', 'for-of xs: x'],
    ['i, x in enumerate(xs)', 'for-of xs: i, x'],
    ['i, x in enumerate(xs, 1)', 'for-of xs: i, x'],
    ['i, (k, v) in enumerate(d.items())', 'for-of d.items(): i, k, v'],
    ['a, b in zip(xs, ys)', 'for-of xs: a, b'],
    ['a, b in zip([1, 2], ys)', 'for-of ys: a, b'],
    ['a, b in zip((1, 2), [3, 4])', 'for-of (1, 2): a, b'],
    ['x in reversed(xs)', 'for-of xs: x'],
    ['i, x in enumerate(reversed(xs))', 'for-of xs: i, x'],
    ['x in iter(xs)', 'for-of xs: x'],
    ['x in tqdm(xs)', 'for-of xs: x'],
    ['k, v in d.items()', 'for-of d.items(): k, v'],
    ['k in d.keys()', 'for-of d.keys(): k'],
    ['x in sorted(xs)', 'for-of sorted(xs): x'],
    ['x in xs[1:]', 'for-of xs[1:]: x'],
    ['x in (xs or [])', 'for-of (xs or []): x'],
    ['x in await load()', 'for-of await load(): x'],
    ['x in user.roles', 'for-of user.roles: x'],
    ['x in 1, 2, 3', 'for-of 1, 2, 3: x'],
    ['x, *rest in xs', 'for-of xs: x, rest'],
    ['self.x in xs', 'for-of xs'],
    ['line in open(path)', 'for-of open(path): line'],
  ])('for %s', (head, expected) => expect(loops(`for ${head}:\n    pass\n`)).toEqual([expected]));

  test.each([
    ['range(len(xs))', 'for-of xs: i'],
    ['range(1, len(xs))', 'for-of xs: i'],
    ['range(len(xs) - 1)', 'for-of xs: i'],
    ['range(0, len(xs), 2)', 'for-of xs: i'],
    ['range(0, len(xs), 100)', 'for-of xs: i (chunk)'],
    ['range(0, len(xs), size)', 'for-of xs: i (chunk)'],
    ['range(len(xs) - 1, -1, -1)', 'for-of xs: i'],
    ['range(n, 0, -1)', 'for-of n: i (counts)'],
    ['reversed(range(len(xs)))', 'for-of xs: i'],
    ['range(n)', 'for-of n: i (counts)'],
    ['range(10)', 'for-of 10: i (counts)'],
    ['range(start, stop)', 'for-of stop: i (counts)'],
  ])('for i in %s', (over, expected) => expect(loops(`for i in ${over}:\n    pass\n`)).toEqual([expected]));

  test('async for', () => {
    expect(loops('async def f():\n    async for x in xs:\n        pass\n')).toEqual(['for-await xs: x']);
  });

  test('one in another; `else` stands outside', () => {
    expect(loops('for x in xs:\n    for y in x.ys:\n        pass\n    else:\n        for z in zs: pass\nelse:\n    for w in ws: pass\n')).toEqual([
      'for-of xs: x',
      '  for-of x.ys: y',
      '  for-of zs: z',
      'for-of ws: w',
    ]);
  });

  test('two loops with one variable bind it once each', () => {
    const model = lowered('for x in xs: a(x)\nfor x in ys: b(x)\n');
    const [first, second] = model.loops;
    expect(first?.elements).not.toEqual(second?.elements);
    expect(model.calls.map((call) => call.args[0]?.value.root)).toEqual(
      [first, second].map((loop) => ({ kind: 'binding', binding: loop?.elements[0] })),
    );
  });

  test('a function in a loop does not run there; a lambda that is handed over may', () => {
    expect(loops('for x in xs:\n    def f():\n        for y in ys: pass\n    g = lambda: [z for z in zs]\n    h(lambda: [w for w in ws])\n')).toEqual(
      ['for-of xs: x', 'for-of ys: y', 'comprehension zs: z', '  comprehension ws: w'],
    );
  });
});

describe('while', () => {
  test('what it walks is not known', () => {
    expect(loops('while xs:\n    x = xs.pop()\n    for y in x: pass\n')).toEqual(['while', '  for-of x: y']);
  });
});

describe('comprehensions', () => {
  test.each([
    ['[x for x in xs]', ['comprehension xs: x']],
    ['{x for x in xs}', ['comprehension xs: x']],
    ['{k: v for k, v in d.items()}', ['comprehension d.items(): k, v']],
    ['sum(x for x in xs)', ['comprehension xs: x']],
    ['[i for i, x in enumerate(xs)]', ['comprehension xs: i, x']],
    ['[xs[i] for i in range(len(xs))]', ['comprehension xs: i']],
    ['[y for x in xs if x for y in x if y]', ['comprehension xs: x', '  comprehension x: y']],
    ['[[y for y in x] for x in xs]', ['comprehension xs: x', '  comprehension x: y']],
    ['[x for x in [y for y in ys]]', ['comprehension ys: y', 'comprehension [y for y in ys]: x']],
    ['[z for x in xs for z in [y for y in x]]', ['comprehension xs: x', '  comprehension x: y', '  comprehension [y for y in x]: z']],
    ['[1 for x in xs if any(y for y in ys)]', ['comprehension xs: x', '  comprehension ys: y']],
  ])('%s', (text, expected) => expect(loops(`${text}\n`)).toEqual(expected));

  test('a loop that a target of an assignment holds is one loop', () => {
    expect(loops('table[max(x for x in xs)] = 1\n')).toEqual(['comprehension xs: x']);
  });

  test('the clauses run outer to inner, each condition before what it guards, the element last', () => {
    const model = lowered('[a(x, y) for x in b() if c(x) for y in d(x) if e(y)]\n');
    const order: string[] = [];
    const walk = (nodes: readonly (typeof model.loops)[number]['body'][number][]): void => {
      for (const node of nodes) {
        if (node.kind === 'call') order.push(model.calls[node.id]?.text ?? '');
        if (node.kind === 'loop') walk(node.body);
        if (node.kind === 'branch') for (const arm of node.arms) walk(arm);
      }
    };
    walk(model.functions[0]?.body ?? []);
    expect(order).toEqual(['b', 'c', 'd', 'e', 'a']);
    const byText = new Map(model.calls.map((call) => [call.text, call.loops.length]));
    expect(['b', 'c', 'd', 'e', 'a'].map((text) => byText.get(text))).toEqual([0, 1, 1, 2, 2]);
  });
});

describe('calls that run a function once per element', () => {
  test.each([
    ['map(lambda x: x, xs)', ['callback xs: x']],
    ['map(lambda x, y: x, xs, ys)', ['callback xs: x, y']],
    ['list(map(lambda x: x, enumerate(xs)))', ['callback xs: x']],
    ['filter(lambda x: x, xs)', ['callback xs: x']],
    ['sorted(xs, key=lambda x: x)', ['callback xs: x']],
    ['xs.sort(key=lambda x: x)', ['callback xs: x']],
    ['max(xs, key=lambda x: x)', ['callback xs: x']],
    ['min(xs, default=0, key=lambda x: x)', ['callback xs: x']],
    ['functools.reduce(lambda sum, x: sum, xs)', ['callback xs: x']],
    ['itertools.groupby(xs, lambda x: x)', []],
    ['pool.map(lambda x: x, xs)', ['callback xs: x']],
    ['max(a, b, key=lambda x: x)', []],
    ['filter(None, xs)', []],
    ['map(unknown, xs)', []],
    ['register(lambda x: x)', []],
  ])('%s', (text, expected) => expect(loops(`${text}\n`)).toEqual(expected));

  test('by name: a function, a method, one that is imported', () => {
    expect(loops('def f(x): pass\nmap(f, xs)\n')).toEqual(['callback xs: element']);
    expect(loops('from a import f\nmap(f, xs)\n')).toEqual(['callback xs: element']);
    expect(loops('import a\nmap(a.f, xs)\n')).toEqual(['callback xs: element']);
    expect(loops('class A:\n    def f(self, xs):\n        return map(self.g, xs)\n')).toEqual(['callback xs: element']);
  });

  test('by name: a search of a list', () => {
    const { calls } = lowered('sorted(xs, key=ys.index)\nfilter(ys.__contains__, xs)\n');
    const searches = calls.filter((call) => call.op?.kind === 'scan');
    expect(searches.map((call) => [call.op?.form, call.op?.on?.text, call.loops.length])).toEqual([
      ['indexOf', 'ys', 1],
      ['includes', 'ys', 1],
    ]);
  });

  test('the function is called with the element', () => {
    const model = lowered('def f(x): pass\nmap(f, xs)\n');
    const call = model.calls.find((each) => each.text === 'f');
    expect(call).toMatchObject({ loops: [0], args: [{ value: { root: { kind: 'binding', binding: model.loops[0]?.elements[0] } } }] });
  });

  // `s.apply(lambda x: …)` of pandas runs once per element, and so does `s.map(f)`.
  test.fails('a receiver that is walked', () => {
    expect(loops('s.map(lambda x: x in ys)\n')).toEqual(['callback s: x']);
  });
});

describe('iterations that overlap', () => {
  test.each([
    ['await asyncio.gather(*[load(x) for x in xs])', ['comprehension xs: x (parallel)']],
    ['await asyncio.gather(*(load(x) for x in xs))', ['comprehension xs: x (parallel)']],
    ['await asyncio.wait([load(x) for x in xs])', ['comprehension xs: x (parallel)']],
    [
      'for done in asyncio.as_completed([load(x) for x in xs]): pass',
      ['for-of asyncio.as_completed([load(x) for x in xs]): done', 'comprehension xs: x (parallel)'],
    ],
    ['jobs = [load(x) for x in xs]\n    await asyncio.gather(*jobs)', ['comprehension xs: x (parallel)']],
    ['jobs = []\n    for x in xs:\n        jobs.append(load(x))\n    await asyncio.gather(*jobs)', ['for-of xs: x (parallel)']],
    ['results = [await load(x) for x in xs]', ['comprehension xs: x']],
    ['jobs = [load(x) for x in xs]\n    print(jobs)', ['comprehension xs: x']],
  ])('%s', (text, expected) => expect(loops(`async def f(xs):\n    ${text}\n`)).toEqual(expected));

  test('tasks of a group run together until the `async with` ends', () => {
    expect(
      loops('async def f(xs):\n    async with asyncio.TaskGroup() as group:\n        for x in xs:\n            group.create_task(load(x))\n'),
    ).toEqual(['for-of xs: x (parallel)']);
    expect(loops('async def f(xs):\n    for x in xs:\n        await asyncio.create_task(load(x))\n')).toEqual(['for-of xs: x']);
  });
});

describe('loops that are meant to go one by one', () => {
  test.each([
    ['# one at a time, to spare the service\nfor x in xs:\n    pass\n', true],
    ['for x in xs:  # sequentially\n    pass\n', true],
    ['# serial\n# and slow\nwhile xs:\n    pass\n', true],
    ['# all users\nfor x in xs:\n    pass\n', false],
    ['# serial\n\nfor x in xs:\n    pass\n', false],
    ['load()  # serially\nfor x in xs:\n    pass\n', false],
  ])('%j', (text, expected) => expect(lowered(text).loops[0]?.deliberate).toBe(expected));
});
