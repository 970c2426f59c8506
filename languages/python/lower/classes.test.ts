/** Classes: fields from everywhere that a field may come from, methods of every sort, and who `self` is. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { Class } from '../../../model/file.ts';
import { fn, lowered } from '../testing/lowered.ts';
import { prepareParser } from '../tree.ts';

beforeAll(() => prepareParser());

function onlyClass(text: string): Class {
  const { classes } = lowered(text);
  expect(classes).toHaveLength(1);
  return classes[0] as Class;
}

const fields = (text: string): string[] => onlyClass(text).fields.map((field) => field.name);
/** What happens to the field `x`. */
const uses = (text: string): string[] =>
  onlyClass(text)
    .fields.filter((field) => field.name === 'x')
    .flatMap((field) => field.uses.map((use) => [...use.path, use.kind].join(' ')));

describe('fields', () => {
  test.each([
    ['of the class', 'class A:\n    x = 1\n    y: int\n    z: int = 2\n', ['x', 'y', 'z']],
    ['that the constructor makes', 'class A:\n    def __init__(self):\n        self.x = 1\n        self.y: int = 2\n', ['x', 'y']],
    ['that any method makes or reads', 'class A:\n    def f(self):\n        self.x = self.y\n', ['y', 'x']],
    ['of a class method', 'class A:\n    @classmethod\n    def f(cls):\n        cls.x = 1\n', ['x']],
    ['under any name for self', 'class A:\n    def f(this):\n        this.x = 1\n', ['x']],
    [
      'from a function inside a method',
      'class A:\n    def f(self):\n        def g():\n            self.x = 1\n        return lambda: self.y\n',
      ['x', 'y'],
    ],
    ['in a comprehension', 'class A:\n    def f(self):\n        return [a for a in self.x if a in self.y]\n', ['x', 'y']],
    ['not of a static method', 'class A:\n    @staticmethod\n    def f(self):\n        self.x = 1\n', []],
    ['not of a parameter that hides self', 'class A:\n    def f(self):\n        return lambda self: self.x\n', []],
  ])('%s', (_, text, expected) => expect(fields(text)).toEqual(expected));

  test('types and first values', () => {
    const { fields: all } = onlyClass(
      'class A:\n    a: list[str] = field(default_factory=list)\n    b = None\n    def __init__(self, c: set[str], d):\n        self.b = []\n        self.c = c\n        self.d: dict[str, int] = d\n        self.e = None\n',
    );
    expect(all.map((field) => [field.name, field.type?.name ?? null, field.init?.text ?? null])).toEqual([
      ['a', '[]', 'field(default_factory=list)'],
      ['b', null, '[]'],
      ['c', null, 'c'],
      ['d', 'Map', 'd'],
      ['e', null, null],
    ]);
  });

  test('None before something else is no first value', () => {
    const model = lowered(
      'class A:\n    def __init__(self):\n        self.x = None\n    def f(self):\n        self.x.append(1)\n        use(self.x)\n',
    );
    expect(model.calls.find((call) => call.text === 'use')?.args[0]?.value.kind).toBe('list');
  });

  test('what a constructor gives a field first is its declaration; later values are uses', () => {
    expect(uses('class A:\n    def __init__(self):\n        self.x = []\n    def f(self):\n        self.x.append(1)\n')).toEqual(['grow']);
    expect(uses('class A:\n    def __init__(self):\n        self.x, self.y = [], 1\n        self.x = [1]\n')).toEqual(['assign']);
    expect(uses('class A:\n    def __init__(self, xs):\n        for x in xs:\n            self.x = x\n')).toEqual(['assign']);
    expect(uses('class A:\n    def __init__(self):\n        self.x = None\n        self.x = []\n')).toEqual(['assign']);
    expect(uses('class A:\n    def f(self):\n        self.x = []\n')).toEqual(['assign']);
  });

  test('an empty list says nothing of how large it becomes', () => {
    const extent = (init: string) => onlyClass(`class A:\n    def __init__(self):\n        self.x = ${init}\n`).fields[0]?.init?.extent;
    expect(['[]', '{}', '[1, 2]', '0'].map((init) => extent(init)?.class)).toEqual(['unknown', 'unknown', 'constant', 'constant']);
  });

  test.each([
    ['grow', 'self.x.append(1)', ['grow']],
    ['a key', 'self.x[a] = 1', ['grow']],
    ['test', 'return a in self.x', ['test']],
    ['iterate', 'for b in self.x: pass', ['iterate']],
    ['an attribute of it', 'self.x.y.append(1)', ['y grow']],
    ['assign', 'self.x = []', ['assign']],
    ['add', 'self.x += [a]', ['grow']],
    ['call', 'self.x()', ['call']],
    ['hand on', 'b(self.x)', ['argument']],
    ['give away', 'return self.x', ['escape']],
    ['of somebody else', 'a.x.append(1)', []],
  ])('%s', (_, statement, expected) => expect(uses(`class A:\n    def f(self, a):\n        ${statement}\n`)).toEqual(expected));

  test.each([
    ['what the annotation says', 'class A:\n    x: list[str]\n    def f(self): use(self.x)\n', 'list declared'],
    ['what it starts with', 'class A:\n    def __init__(self): self.x = set()\n    def f(self): use(self.x)\n', 'set declared'],
    ['what the constructor is handed', 'class A:\n    def __init__(self, x: list[str]): self.x = x\n    def f(self): use(self.x)\n', 'list declared'],
    ['what is done with it', 'class A:\n    def f(self):\n        self.x.append(1)\n        use(self.x)\n', 'list guessed'],
  ])('%s', (_, text, expected) => {
    const value = lowered(text).calls.find((call) => call.text === 'use')?.args[0]?.value;
    expect(`${value?.kind} ${value?.sure}`).toBe(expected);
  });
});

describe('methods', () => {
  test('by name and sort', () => {
    const { methods } = onlyClass(
      'class A:\n    def __init__(self): pass\n    def run(self): pass\n    async def load(self): pass\n    def _hidden(self): pass\n    def __len__(self): pass\n    @staticmethod\n    def make(): pass\n    @classmethod\n    def of(cls): pass\n',
    );
    expect(methods.map((m) => `${m.name}${m.static ? ' static' : ''}${m.private ? ' private' : ''}`)).toEqual([
      'constructor',
      'run',
      'load',
      '_hidden private',
      '__len__',
      'make static',
      'of static',
    ]);
  });

  test.each([
    ['@property', 'getter'],
    ['@cached_property', 'getter'],
    ['@functools.cached_property', 'getter'],
    ['@x.setter', 'setter'],
    ['@other', 'method'],
  ])('%s', (decorator, kind) => expect(fn(lowered(`class A:\n    ${decorator}\n    def x(self): pass\n`), 'A.x').kind).toBe(kind));

  test.each([
    ['self is no parameter', 'def f(self, a, b): pass', ['a', 'b']],
    ['nor is cls', '@classmethod\n    def f(cls, a): pass', ['a']],
    ['of a static method all are', '@staticmethod\n    def f(a, b): pass', ['a', 'b']],
    ['self before `/`', 'def f(self, /, a): pass', ['a']],
  ])('%s', (_, method, expected) => {
    expect(fn(lowered(`class A:\n    ${method}\n`), 'A.f').params.map((p) => p.name)).toEqual(expected);
  });

  test('a function in a method is none', () => {
    const { classes, functions } = lowered('class A:\n    def f(self):\n        def g(a): pass\n');
    expect(classes[0]?.methods.map((m) => m.name)).toEqual(['f']);
    expect(functions.map((each) => `${each.name} ${each.kind} ${each.class}`)).toEqual(['module module null', 'A.f method 0', 'g function null']);
  });

  test('methods behind a condition belong to the class', () => {
    expect(fn(lowered('class A:\n    if a:\n        def f(self): return self.x\n'), 'A.f')).toMatchObject({ kind: 'method', class: 0 });
  });

  // The list of methods holds those that stand in the body itself.
  test.fails('and are listed', () => {
    expect(onlyClass('class A:\n    if a:\n        def f(self): pass\n').methods.map((m) => m.name)).toEqual(['f']);
  });
});

describe('what it is built on', () => {
  test.each([
    ['class A(B, c.D): pass', ['B', 'c.D']],
    ['class A(Generic[T], Base[User]): pass', ['Generic', 'Base']],
    ['class A(B, metaclass=M): pass', ['B']],
    ['class A[T](B[T]): pass', ['B']],
    ['class A: pass', []],
    ['class A(): pass', []],
  ])('%s', (text, expected) => expect(onlyClass(`${text}\n`).extends.map((each) => each.text)).toEqual(expected));

  test('decorators', () => {
    expect(onlyClass('@dataclass\n@app.route("/a")\nclass A: pass\n').decorators.map((each) => each.name)).toEqual(['dataclass', 'app.route']);
  });

  test('calls of a class make an instance', () => {
    expect(lowered('User(1)\n_Private()\nmodels.User()\nload()\n').calls.map((call) => call.isNew)).toEqual([true, true, true, false]);
  });
});
