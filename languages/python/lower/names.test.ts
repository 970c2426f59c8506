/** Which variable a name means. Each mention is told as a letter, in order: `a b a` are two variables that share a name. */
import { beforeAll, describe, expect, test } from 'vitest';
import { binding, lowered, meanings } from '../testing/lowered.ts';
import { prepareParser } from '../tree.ts';

beforeAll(() => prepareParser());

/** Mentions of `x`. */
function means(text: string, expected: string): void {
  expect(meanings(text, 'x')).toBe(expected);
}

describe('functions', () => {
  test.each([
    ['its own', 'x = 1\ndef f():\n    x = 2\n    print(x)\nprint(x)\n', 'a b b a'],
    ['one from outside', 'x = 1\ndef f():\n    print(x)\n', 'a a'],
    ['one that is declared later', 'def f():\n    print(x)\nx = 1\n', 'a a'],
    ['a parameter, and what its default reads outside', 'def f(x, y=x):\n    return x\nx = 1\n', 'a b a b'],
    ['parameters that are only positional, only named, and the rest', 'def f(x, /, y, *z, **w): print(x)\ndef g(*, x): print(x)\n', 'a a b b'],
    ['*x and **x', 'def f(*x):\n    print(*x)\ndef g(**x):\n    h(**x)\n', 'a a b b'],
    ['lambdas', 'f = lambda x: x\ng = lambda y=x: x\nx = 1\n', 'a a b b b'],
    ['the name of an argument is no variable', 'def f(x):\n    return g(x=x)\n', 'a - a'],
    ['an attribute is no variable', 'def f(x):\n    return x.x\n', 'a a -'],
    ['decorators, bases and defaults stand outside', '@x\ndef f(x=x): pass\nclass A(x):\n    x = 1\nx = 2\n', 'a b a a c a'],
    ['a function in a function', 'def f(x):\n    def g():\n        return x\n    return g\n', 'a a'],
    ['inside the expressions of an f-string only', 'def f(x):\n    print(f"x {x} {1:>{x}} x")\n', 'a - a a -'],
    ['`del`, `+=` and annotations', 'def f():\n    x: int = 1\n    x += 1\n    del x\n', 'a a a'],
  ])('%s', (_, text, expected) => means(text, expected));

  test('a name that is bound twice may change', () => {
    expect(binding(lowered('x = 1\nx = 2\n'), 'x').kind).toBe('let');
    expect(binding(lowered('x = 1\n'), 'x').kind).toBe('const');
  });

  test('what nobody declares belongs to the language', () => {
    expect(binding(lowered('print(len(xs))\n'), 'len').kind).toBe('global');
  });
});

describe('global and nonlocal', () => {
  test.each([
    ['the name of the module', 'x = 1\ndef f():\n    global x\n    x = 2\n    print(x)\nprint(x)\n', 'a - a a a'],
    ['a name of the module that only the function declares', 'def f():\n    global x\n    x = 2\nprint(x)\n', '- a a'],
    ['the name of the function around', 'def f():\n    x = 1\n    def g():\n        nonlocal x\n        x = 2\n    return x\n', 'a - a a'],
    [
      'one that the function around binds further down',
      'def f():\n    def g():\n        nonlocal x\n        x = 2\n    x = 1\n    return x\n',
      '- a a a',
    ],
    ['past a function that has none', 'def f():\n    x = 1\n    def g():\n        def h():\n            nonlocal x\n            x = 2\n', 'a - a'],
    ['global from two functions deep', 'x = 1\ndef f():\n    x = 2\n    def g():\n        global x\n        x = 3\n', 'a b - a'],
  ])('%s', (_, text, expected) => means(text, expected));

  test('who says so is about to change it', () => {
    expect(binding(lowered('x = 1\ndef f():\n    global x\n    x = 2\n'), 'x').kind).toBe('let');
  });
});

describe('classes', () => {
  test.each([
    ['methods do not see the names of their class', 'x = 0\nclass A:\n    x = 1\n    y = x\n    def f(self):\n        return x\n', 'a b b a'],
    ['nor do comprehensions, but for what they walk first', 'x = 0\nclass A:\n    x = [1]\n    y = [x for z in x]\n', 'a b a b'],
    ['nor classes inside', 'class A:\n    x = 1\n    class B:\n        y = x\n', 'a b'],
    ['nor lambdas', 'class A:\n    x = 1\n    y = lambda: x\n', 'a b'],
    ['a loop in the body of a class is still its body', 'class A:\n    x = 1\n    for i in y:\n        z = x\n', 'a a'],
    ['the default of a parameter is read in the body', 'class A:\n    x = 1\n    def f(self, y=x): pass\n', 'a a'],
    ['a class in a function sees the function', 'def f(x):\n    class A:\n        y = x\n        def g(self): return x\n', 'a a a'],
  ])('%s', (_, text, expected) => means(text, expected));
});

describe('loops', () => {
  test.each([
    ['two loops have two variables', 'for x in xs:\n    print(x)\nfor x in ys:\n    print(x)\n', 'a a b b'],
    ['the variable stays after the loop', 'for x in xs: pass\nprint(x)\n', 'a a'],
    ['a loop in a loop', 'for x in xs:\n    for x in ys:\n        print(x)\n    print(x)\n', 'a b b a'],
    ['given a new value inside', 'for x in xs:\n    x = x.strip()\n    print(x)\n', 'a a a a'],
    ['what is walked is read outside', 'def f(x):\n    for x in x:\n        print(x)\n', 'a b a b'],
    ['all names of a pattern', 'for i, (x, *y) in xs:\n    print(x)\n', 'a a'],
    ['attributes and elements bind nothing', 'for x.y in x: pass\nfor x[0] in x: pass\n', 'a a a a'],
    ['closures in a loop', 'for x in xs:\n    def f():\n        return x\n', 'a a'],
    ['async for', 'async def f():\n    async for x in xs: print(x)\n', 'a a'],
    ['else runs after the loop', 'for x in xs:\n    pass\nelse:\n    print(x)\n', 'a a'],
  ])('%s', (_, text, expected) => means(text, expected));

  test('a loop binds its variable anew, and a variable made in the body belongs to the loop', () => {
    const model = lowered('def f(xs):\n    for x in xs:\n        y = x\n');
    expect(binding(model, 'x')).toMatchObject({ elementOf: 0, loop: 0 });
    expect(binding(model, 'y')).toMatchObject({ elementOf: null, loop: 0 });
  });

  test('parts of an element are told from the element', () => {
    const model = lowered('for a, (b, *c) in xs: pass\nfor d in xs: pass\n');
    expect(['a', 'b', 'c', 'd'].map((name) => binding(model, name).part)).toEqual(['[]', '[]', '[]', null]);
  });
});

describe('comprehensions', () => {
  test.each([
    ['have names of their own', 'x = 1\nys = [x for x in xs]\nprint(x)\n', 'a b b a'],
    ['read what they walk first outside', 'def f(x):\n    return [x for x in x]\n', 'a b b a'],
    ['a set, a dict, a generator', 'a = {x for x in x}\nb = {x: 1 for x in x}\nc = sum(x for x in x)\n', 'a a b c c b d d b'],
    ['later clauses see earlier ones', '[y for x in xs for y in x.ys]\n', 'a a'],
    ['conditions see the clauses before them', '[1 for x in xs if x for y in x if y]\n', 'a a a'],
    ['one in another', '[[x for x in y] for x in x]\n', 'a a b c'],
    ['one in what another walks', '[x for x in [x for x in x]]\n', 'a a b b c'],
    ['what another walks sees nothing of it', 'def f(x):\n    return [x for x in [x for y in ys]]\n', 'a b b a'],
    ['a lambda in a comprehension', '[lambda: x for x in xs]\n', 'a a'],
  ])('%s', (_, text, expected) => {
    // Which of two that nest is met first depends on the order they stand in; only who is who matters.
    expect(partition(meanings(text, 'x'))).toBe(partition(expected));
  });

  test('walrus: the name belongs to the function, and is made by the loop', () => {
    expect(meanings('def f(xs):\n    ys = [y := x for x in xs]\n    return y\n', 'y')).toBe('a a');
    expect(binding(lowered('def f(xs):\n    return [y for x in xs if (y := g(x))]\n'), 'y')).toMatchObject({ fn: 1, loop: 0 });
  });
});

/** The same letters, renamed in the order they come. */
function partition(letters: string): string {
  const seen: string[] = [];
  return letters
    .split(' ')
    .map((letter) => (seen.includes(letter) ? seen.indexOf(letter) : seen.push(letter) - 1))
    .join(' ');
}

describe('other statements', () => {
  test.each([
    ['walrus', 'while (x := read()):\n    print(x)\nprint(x)\n', 'a a a'],
    ['except', 'try:\n    pass\nexcept E as x:\n    print(x)\n', 'a a'],
    ['except*', 'try:\n    pass\nexcept* E as x:\n    print(x)\n', 'a a'],
    ['with', 'with open(p) as x:\n    print(x)\n', 'a a'],
    ['with several, and with a pattern', 'with a as (x, y), b as [z, x]:\n    print(x)\n', 'a a a'],
    ['async with', 'async def f():\n    async with a as x: print(x)\n', 'a a'],
    ['stars', 'a, *x = xs\n(b, [c, *x]) = ys\nprint(x)\n', 'a a a'],
    ['several targets', 'x = y = z = x\n', 'a a'],
    ['swap', 'x, y = 1, 2\nx, y = y, x\n', 'a a a'],
    ['elements and attributes bind nothing', 'def f(x):\n    x[0] = x.y = 1\n', 'a a a'],
    ['a function or a class binds its name', 'def x(): pass\nx()\n', 'a a'],
    ['a definition of the same name is no use of it', 'def x(): pass\nclass x: pass\nx()\n', 'a - a'],
    ['either way of a branch', 'if a:\n    x = 1\nelse:\n    x = 2\nprint(x)\n', 'a a a'],
  ])('%s', (_, text, expected) => means(text, expected));

  test.each([
    ['a name alone', 'x', ['x']],
    ['a sequence; `_` is none', '[x, *y, _]', ['x', 'y']],
    ['a tuple', '(x, (y, 1))', ['x', 'y']],
    ['a mapping', '{"x": y, **z}', ['y', 'z']],
    ['a class', 'Point(x, y=z, w=[a, *b])', ['x', 'z', 'a', 'b']],
    ['a class of a module', 'geometry.Point(x)', ['x']],
    ['as', '(1 | 2) as x', ['x']],
    ['alternatives', '[x] | (x, _)', ['x']],
    ['what is only compared with', 'Color.RED | None | "x" | -1', []],
  ])('match: %s', (_, pattern, names) => {
    const model = lowered(`def f(subject):\n    match subject:\n        case ${pattern} if check():\n            pass\n`);
    expect(model.bindings.filter((b) => b.kind !== 'global' && b.kind !== 'function' && b.param === null).map((b) => b.name)).toEqual(names);
  });

  test('a captured name is read in the guard and in the case', () => {
    means('match y:\n    case [x] if x:\n        print(x)\n', 'a a a');
  });

  // A second case that captures the same name gives it a new value, which no use tells.
  test.fails('a name that two cases capture', () => {
    means('match y:\n    case [x]:\n        print(x)\n    case {"k": x}:\n        print(x)\n', 'a a a a');
  });
});

test('what enumerate counts is no part of an element', () => {
  const parts = (text: string) =>
    lowered(text)
      .bindings.filter((b) => b.elementOf !== null)
      .map((b) => `${b.name}${b.part ? ' (part)' : ''}`);
  expect(parts('for i, x in enumerate(xs, 1): pass\n')).toEqual(['i (part)', 'x']);
  expect(parts('[x for (i, x) in enumerate(xs)]\n')).toEqual(['i (part)', 'x']);
  expect(parts('for i, (k, v) in enumerate(xs): pass\n')).toEqual(['i (part)', 'k (part)', 'v (part)']);
  expect(parts('for k, v in xs: pass\n')).toEqual(['k (part)', 'v (part)']);
});

describe('a definition after an import of the same name', () => {
  const kind = (text: string) => lowered(text).bindings.find((b) => b.name === 'Author')?.kind;

  test('is what the name stands for', () => {
    expect(kind('from schemas import Author\nclass Author(Base): pass\n')).toBe('class');
    expect(kind('from schemas import Author\n@table\nclass Author(Base): pass\n')).toBe('class');
    expect(kind('from schemas import Author\ndef Author(): pass\n')).toBe('function');
  });

  test('is one of two in a branch', () => {
    expect(kind('try:\n    from schemas import Author\nexcept ImportError:\n    class Author: pass\n')).toBe('import');
    expect(kind('from schemas import Author\nif debug:\n    def Author(): pass\n')).toBe('import');
  });
});

describe('imports', () => {
  test.each([
    ['a module', 'import x\nx.f()\n', 'a a'],
    ['a module in a package binds the package', 'import x.y\nx.y.f()\n', 'a a'],
    ['under another name', 'from b import y as x\nprint(x)\n', 'a a'],
    ['from', 'from a import x, y\nprint(x)\n', 'a a'],
    ['from, over several lines', 'from a import (\n    x,\n    y as z,\n)\nprint(x)\n', 'a a'],
    ['inside a function', 'def f():\n    import x\n    return x\nprint(x)\n', 'a a b'],
    ['tried', 'try:\n    import x\nexcept ImportError:\n    x = None\nprint(x)\n', 'a a a'],
  ])('%s', (_, text, expected) => means(text, expected));

  test('where they lead is left as written', () => {
    const { imports } = lowered(
      'import os, a.b\nimport numpy as np\nfrom . import c\nfrom ..d.e import f as g, h\nfrom i import *\nfrom __future__ import annotations\n',
    );
    expect(imports.map((each) => `${each.specifier} ${each.imported}`)).toEqual(['os *', 'a *', 'a.b *', 'numpy *', '. c', '..d.e f', '..d.e h']);
  });

  test('a module offers what it binds and imports, and all that a star brings', () => {
    const { exports, bindings } = lowered('from a import *\nfrom b import c\ndef f(): pass\n_g = 1\nfor h in i: pass\nclass J: k = 1\n');
    expect(exports.map((each) => each.name)).toEqual(['*', 'c', 'f', '_g', 'h', 'J']);
    expect(bindings.filter((b) => b.exported).map((b) => b.name)).toEqual(['f', 'h', 'J']);
  });
});
