/** In which order things run, what runs only at times, and what runs once because it fills what was empty. */
import { beforeAll, describe, expect, test } from 'vitest';
import { fn, lowered, outline } from '../testing/lowered.ts';
import { prepareParser } from '../tree.ts';

beforeAll(() => prepareParser());

/** The body of a function with these statements. */
const body = (...statements: readonly string[]): string => outline(`def f(x, cache):\n${statements.map((each) => `    ${each}\n`).join('')}`);

describe('order', () => {
  test.each([
    ['arguments before the call', 'g(h(), *i(), k=j(), **l())', 'h(); i(); j(); l(); g()'],
    ['receiver first', 'a().b(c()).d()', 'a(); c(); a().b(); a().b(c()).d()'],
    ['the value before its target', 'g()[h()] = i()', 'i(); g(); h()'],
    ['several targets', 'a[g()] = b[h()] = i()', 'i(); h(); g()'],
    ['with', 'with g() as a, h() as b: i()', 'g(); h(); i()'],
    ['f-strings', 'print(f"{g()} {h():{i()}}")', 'g(); h(); i(); print()'],
    ['raise', 'raise E(g()) from h()', 'g(); E(); h(); throw'],
    ['assert', 'assert g(), h()', 'g(); h()'],
    ['walrus', '(a := g())', 'g()'],
    ['in', 'g() in h()', 'g(); h(); g() in h()()'],
    ['yield', 'yield g()', 'g()'],
    ['del', 'del g()[0]', 'g()'],
  ])('%s', (_, statement, expected) => expect(body(statement)).toBe(expected));

  test('what a function is made of runs where it is made', () => {
    expect(body('@g()', 'def inner(a=h(), *, b: i() = j()): k()')).toBe('g(); h(); i(); j()');
  });

  test('the body of a function or a lambda runs when it is called', () => {
    expect(body('def inner(): g()', 'h()')).toBe('h()');
    expect(body('return lambda: g()')).toBe('return');
  });

  test('a class body runs where it stands', () => {
    expect(body('class A(g(), metaclass=h()):', '    x = i()', '    def m(self): j()')).toBe('g(); h(); i()');
  });
});

describe('branches', () => {
  test.each([
    ['if', ['if a: g()', 'elif b(): h()', 'else: i()'], 'if { g() | b(); if { h() | i() } }'],
    ['and', ['x and g()'], 'if { g() }'],
    ['or', ['x or g()'], 'if { g() }'],
    ['either', ['g() if x else h()'], 'if { g() | h() }'],
    ['match', ['match x:', '    case 1: g()', '    case [a] if h(a): i()', '    case _: j()'], 'if { g() | h(); i() | j() }'],
    ['the end of an iterator', ['try: g()', 'except StopIteration: h()'], 'g(); if { h() }'],
    ['try', ['try: g()', 'except E: h()', 'except* F: i()', 'else: j()', 'finally: k()'], 'g(); except { h() }; except { i() }; j(); k()'],
    ['a condition of a comprehension', ['[g(a) for a in x if h(a)]'], 'for { h(); if { g() } }'],
    ['while', ['while g():', '    h()', 'else: i()'], 'for { g(); h() }; i()'],
  ])('%s', (_, statements, expected) => expect(body(...statements)).toBe(expected));

  test('the way out of a loop', () => {
    expect(body('for a in x:', '    if a: break', '    if b: continue', '    if c: return', '    g()')).toBe(
      'for { if { break |  }; if { continue |  }; if { return |  }; g() }',
    );
  });

  test('`break` leaves the innermost loop statement, not a comprehension', () => {
    const model = lowered('for a in x:\n    for b in y:\n        break\n    continue\n');
    const exits: (number | null)[] = [];
    const walk = (nodes: readonly (typeof model.loops)[number]['body'][number][]): void => {
      for (const node of nodes) {
        if (node.kind === 'exit') exits.push(node.loop);
        if (node.kind === 'loop') walk(node.body);
      }
    };
    walk(model.functions[0]?.body ?? []);
    expect(exits).toEqual([1, 0]);
  });

  test.each([
    ['if x: pass', ['x'], ['no x']],
    ['if not x: pass', ['no x'], ['x']],
    ['if x is None: pass', ['no x'], ['x']],
    ['if x is not None: pass', ['x'], ['no x']],
    ['if x and y: pass', ['x', 'y'], []],
    ['if x or y: pass', [], ['no x', 'no y']],
    ['if not x and not y: pass', ['no x', 'no y'], []],
    ['if x == 1: pass', [], []],
  ])('%s', (text, first, second) => {
    const model = lowered(`def f(x, y):\n    ${text}\n`);
    const [node] = fn(model, 'f').body;
    expect(node).toMatchObject({ kind: 'branch' });
    if (node?.kind !== 'branch') return;
    expect(node.tells.map((arm) => arm.map((told) => `${told.holds ? '' : 'no '}${model.bindings[told.binding]?.name}`))).toEqual([first, second]);
  });
});

describe('what fills what it found empty runs once', () => {
  test.each([
    ['a missing key', ['if x not in cache:', '    cache[x] = g()'], 'x not in cache(); memo { g() |  }'],
    ['negated', ['if not (x in cache):', '    cache[x] = g()'], 'x in cache(); memo { g() |  }'],
    ['a missing value', ['hit = cache.get(x)', 'if hit is None:', '    hit = cache[x] = g()'], 'cache.get(); memo { g() |  }'],
    ['walrus', ['if (hit := cache.get(x)) is None:', '    cache[x] = hit = g()'], 'cache.get(); memo { g() |  }'],
    ['a method that fills', ['hit = cache.get(x)', 'if not hit:', '    cache.set(x, g())'], 'cache.get(); memo { g(); cache.set() |  }'],
    ['or', ['return cache.get(x) or g()'], 'cache.get(); memo { g() }; return'],
    ['an early return', ['if x in cache:', '    return cache[x]', 'cache[x] = g()', 'h()'], 'x in cache(); if { return |  }; memo { g(); h() }'],
    [
      'an early return of a value',
      ['hit = cache.get(x)', 'if hit is not None: return hit', 'cache[x] = g()'],
      'cache.get(); if { return |  }; memo { g() }',
    ],
    [
      'an early return of what is asked for if there is a cache',
      ['if y is not None:', '    if (hit := y[a].get(x)) is not None:', '        return hit', 'b = g()', 'y[a][x] = b'],
      'if { y[a].get(); if { return |  } |  }; memo { g() }',
    ],
    ['an attribute', ['if x.y is None:', '    x.y = g()'], 'memo { g() |  }'],
    ['hasattr', ['if not hasattr(x, "y"):', '    x.y = g()'], 'hasattr(); memo { g() |  }'],
    ['a variable', ['if x is None: x = g()'], 'memo { g() |  }'],
    ['who leaves with nothing guards nothing', ['if x not in cache: return', 'cache[x] = g()'], 'x not in cache(); if { return |  }; g()'],
    ['a key that is asked for and never filled', ['if x not in cache:', '    g()'], 'x not in cache(); if { g() |  }'],
    ['another place is filled', ['if x not in cache:', '    other[x] = g()'], 'x not in cache(); if { g() |  }'],
    ['the full place is filled', ['if x in cache:', '    cache[x] = g()'], 'x in cache(); if { g() |  }'],
  ])('%s', (_, statements, expected) => expect(body(...statements)).toBe(expected));

  test('a field', () => {
    const method = (...statements: readonly string[]): string =>
      outline(`class A:\n    def m(self, k):\n${statements.map((each) => `        ${each}\n`).join('')}`, 'A.m');
    expect(method('if self._x is None:', '    self._x = g()', 'return self._x')).toBe('memo { g() |  }; return');
    expect(method('if self._x is not None:', '    return self._x', 'self._x = g()')).toBe('if { return |  }; memo { g() }');
    expect(method('if k in self._c: return self._c[k]', 'self._c[k] = g()')).toBe('k in self._c(); if { return |  }; memo { g() }');
  });

  // `except KeyError: pass` after `return cache[key]` guards the rest as well as `if key in cache` does.
  test.fails('a miss that raises', () => {
    expect(body('try: return cache[x]', 'except KeyError: pass', 'cache[x] = g()')).toBe('return; memo { g() }');
  });
});

describe('functions', () => {
  test.each([
    ['def f(): pass', {}],
    ['async def f(): pass', { async: true }],
    ['def f(): yield 1', { generator: true }],
    ['def f():\n    x = yield', { generator: true }],
    ['def f(): return 1', { generator: false }],
  ])('%s', (text, expected) => expect(fn(lowered(`${text}\n`), 'f')).toMatchObject({ async: false, generator: false, ...expected }));

  test('what it gives back', () => {
    const returns = (text: string): string[] => fn(lowered(text), 'f').returns.map((value) => value.text);
    expect(returns('def f(a):\n    if a: return b\n    return c\n')).toEqual(['b', 'c']);
    expect(returns('f = lambda a: a.b\n')).toEqual(['a.b']);
    // A context manager or a dependency hands out one thing; of several none is the one.
    expect(returns('def f():\n    yield a\n')).toEqual(['a']);
    expect(returns('def f():\n    yield a\n    yield b\n')).toEqual([]);
  });

  test('parameters', () => {
    const { params } = fn(lowered('def f(a, /, b=1, *c, d, e=2, **g): pass\n'), 'f');
    expect(params.map((p) => `${p.name}${p.optional ? '?' : ''}${p.rest ? '…' : ''}`)).toEqual(['a', 'b?', 'c…', 'd', 'e?', 'g…']);
  });

  test('arguments go by position or by name', () => {
    const [call] = lowered('f(a, *b, c=d, **e)\n').calls;
    expect(call?.args.map((each) => [each.name, each.value.text, each.spread])).toEqual([
      [null, 'a', false],
      [null, 'b', true],
      ['c', 'd', false],
      [null, 'e', true],
    ]);
  });

  test('lambdas take the name of the variable that holds them', () => {
    expect(lowered('f = lambda: 1\ng(lambda: 2)\n').functions.map((each) => `${each.name} ${each.kind}`)).toEqual([
      'module module',
      'f function',
      'lambda closure',
    ]);
  });

  test('decorators with what is called and its arguments', () => {
    const { decorators } = fn(lowered('@app.get("/users", tags=["a"])\n@cache\ndef f(): pass\n'), 'f');
    expect(decorators.map((each) => [each.name, each.args.map((a) => a.literal)])).toEqual([
      ['app.get', ['/users']],
      ['cache', []],
    ]);
  });
});
