/** Whatever text there is: broken, deep, long, with any line ends and letters. Lowering never throws, and every position is a place in the text. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { FileModel, Span } from '../../../model/file.ts';
import { parsePython } from '../frontend.ts';
import { fn, loops, lowered, outline } from '../testing/lowered.ts';
import { prepareParser } from '../tree.ts';

beforeAll(() => prepareParser());

/** A little of everything. */
const PROGRAM = `from __future__ import annotations
import a.b, c as d
from .e import (f, g as h)

class A[T](Base[T], metaclass=M):
    x: list[str] = field(default_factory=list)

    @property
    async def m(self, /, y: "A" = None, *args: int, z=1, **kwargs) -> dict[str, int] | None:
        global counter
        async with open(y) as (p, q), r() as s:
            for i, (j, *k) in enumerate(zip(self.x, y.x[1:], *args), 1):
                if (n := j) not in self.seen and i % 2 == 0 or not k:
                    self.seen[n], w = lambda v=1: v, {**kwargs, "a": [t for u in y if u for t in u.x if t == n]}
                    continue
                elif i: break
                else: yield from (await o for o in i)
            else:
                del self.x[0], p
        match y:
            case {"k": [1, *rest], **others} if rest: raise E from None
            case A(x=P.q | None) as whole: return await whole.m(*rest, **others)
        try: assert i, f"{i!r:>{j}} {'nested'}"
        except* (E, F) as error: counter += 1
        finally: return x if y else {1, 2} | {z}
        while True: pass
`;

/** Every span of a model, by where it hangs. */
function spans(model: FileModel): { readonly path: string; readonly span: Span }[] {
  const found: { path: string; span: Span }[] = [];
  const visit = (value: unknown, path: string): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('start' in value && 'end' in value) found.push({ path, span: value as Span });
    for (const [key, child] of Object.entries(value)) visit(child, `${path}.${key}`);
  };
  visit(model, 'model');
  return found;
}

function isSound(text: string): FileModel {
  const model = lowered(text);
  for (const { path, span } of spans(model)) {
    if (!(span.start >= 0 && span.start <= span.end && span.end <= text.length))
      expect.fail(`${path} is no place in the text: ${span.start} to ${span.end}`);
  }
  for (const list of [model.functions, model.loops, model.calls, model.bindings, model.classes]) {
    for (const [i, each] of list.entries()) if (each?.id !== i) expect.fail(`number ${i} says that it is ${each?.id}`);
  }
  expect(JSON.parse(JSON.stringify(model))).toEqual(model);
  return model;
}

describe('a little of everything', () => {
  test('is read without an error, every call of it', () => {
    const model = isSound(PROGRAM);
    expect(model.broken).toBe(false);
    expect(model.calls.map((call) => call.text).filter((text) => text === '')).toEqual([]);
  });

  test('calls, functions and names stand where they are said to', () => {
    const model = lowered(PROGRAM);
    for (const call of model.calls.filter((each) => each.member !== '__contains__'))
      expect(PROGRAM.slice(call.span.start, call.span.end)).toMatch(/^[\s\S]*[)]$/);
    for (const each of model.functions.filter((f) => f.kind === 'method'))
      expect(each.name).toContain(PROGRAM.slice(each.nameSpan.start, each.nameSpan.end));
    for (const each of model.bindings.filter((b) => b.span.end > 0)) expect(PROGRAM.slice(each.span.start, each.span.end)).toBe(each.name);
  });

  test('cut off anywhere', () => {
    for (let end = 0; end < PROGRAM.length; end += 7) isSound(PROGRAM.slice(0, end));
  });

  test('begun anywhere', () => {
    for (let start = 0; start < PROGRAM.length; start += 13) isSound(PROGRAM.slice(start));
  });

  test.each(['(', ')', '[', ']', '{', '"', '"""', ':', '\n', '\\', '=', '\t', '*', '@', '.', '\0', '\u{1f600}'])(
    'with %j put in anywhere',
    (extra) => {
      for (let at = 0; at < PROGRAM.length; at += 41) isSound(PROGRAM.slice(0, at) + extra + PROGRAM.slice(at));
    },
  );

  test('with any line left out', () => {
    const lines = PROGRAM.split('\n');
    for (let i = 0; i < lines.length; i++) isSound(lines.filter((_, at) => at !== i).join('\n'));
  });
});

describe('texts that are no program', () => {
  test.each([
    ['nothing', ''],
    ['a line end', '\n'],
    ['spaces', '   '],
    ['a comment', '# nothing'],
    ['a byte order mark', '\ufeff'],
    ['prose', 'Once upon a time, there was (a king.'],
    ['TypeScript', 'const x: string[] = []; for (const y of x) { y.z(); }'],
    ['Python 2', 'print "a"\nexec "b" in c\nraise E, "d"\nexcept E, e: pass\n'],
    ['zeros', '\0\0\0'],
    ['half of a letter', 'x = "\ud83d"\ny = f(x)\n'],
    ['brackets that never close', '([{'.repeat(200)],
    ['strings that never close', 'x = """a\ny = f("b'],
    ['keywords only', 'for while if else def class lambda yield await async with match case'],
  ])('%s', (_, text) => {
    isSound(text);
  });

  test('what stands around an error is still read', () => {
    const model = isSound('def f(xs):\n    return [x for x in xs if x in ys]\n\ndef g(:\n    pass\n\ndef h(zs):\n    for z in zs: use(z)\n');
    expect(model.broken).toBe(true);
    expect(model.functions.map((each) => each.name)).toEqual(expect.arrayContaining(['f', 'h']));
    expect(model.loops.map((loop) => loop.over?.text)).toEqual(expect.arrayContaining(['xs', 'zs']));
  });

  test('an error is told with its place', () => {
    const text = 'x = 1\ny = = 2\n';
    const { syntaxError } = parsePython('/main.py', text, false);
    expect(syntaxError?.span.start).toBeGreaterThanOrEqual(text.indexOf('y'));
    expect(syntaxError?.message).not.toBe('');
    expect(parsePython('/main.py', 'x = 1\n', false).syntaxError).toBeNull();
  });
});

describe('every release writes programs of its own', () => {
  test.each([
    ['3.8', 'def f(a, /, b): print(f"{a=}", (n := 1))\n'],
    ['3.9', '@(yield_ or other)[0].wrap\ndef f(a: list[int]): return {**a} | {"b": 1}\n'],
    ['3.10', 'with (open(a) as b, open(c) as d,): pass\nmatch e:\n    case [1, x] | {"k": x}: pass\n'],
    ['3.11', 'try: pass\nexcept* E as e: pass\nx = a[*b]\ndef f(*args: *Ts): pass\n'],
    ['3.12', 'type X[T] = list[T]\ndef f[T: (int, str), *Ts, **P](a: T): pass\nclass A[T]: pass\nf"{f"{"a"}"}"\n'],
    ['3.14', 't"{a}"\ntry: pass\nexcept E, F: pass\n'],
    ['soft keywords', 'match = case = type = _ = 1\nprint(match, case, type, _)\nmatch[0](type)\n'],
    ['numbers', 'x = 0xFF_FF, 0o17, 0b1, 1_0.5e-3j\n'],
    ['async all over', 'async def f():\n    return [x async for x in y if await z], (await a for b in c)\n'],
    ['lines that go on', 'x = a \\\n    if b \\\n    else c \\\n    (d, \\\n    e)\nassert x == \\\n    1\n'],
  ])('%s', (_, text) => expect(isSound(text).broken).toBe(false));

  // The grammar does not know them yet.
  test.fails('3.13: defaults of type parameters', () => expect(isSound('def f[T = int](a: T): pass\n').broken).toBe(false));
});

describe('lines', () => {
  const text = 'def f(xs, ys):\n    for x in xs:\n        if x in ys:\n            use(x)\n';

  test.each([
    ['CRLF', text.replaceAll('\n', '\r\n')],
    ['tabs', text.replaceAll('    ', '\t')],
    ['form feeds', `\f${text.replace('    for', '\f    for')}\f\n`],
    ['a byte order mark', `\ufeff${text}`],
    ['no line end at the end', text.trimEnd()],
    ['blank lines and comments', text.replaceAll('\n', '\n\n   # between\n\n')],
    ['lines that go on', text.replace('x in ys', 'x \\\n  in \\\n  ys').replace('(xs, ys)', '(xs,\n\n  ys)')],
    ['several statements in a line', 'def f(xs, ys):\n    for x in xs: (x in ys) and use(x); a = 1\n'],
  ])('%s', (name, changed) => {
    const model = isSound(changed);
    expect(model.broken).toBe(false);
    expect(loops(changed)).toEqual(['for-of xs: x']);
    if (name !== 'lines that go on' && name !== 'several statements in a line') expect(outline(changed)).toBe(outline(text));
    const call = model.calls.find((each) => each.text === 'use');
    expect(changed.slice(call?.span.start, call?.span.end)).toBe('use(x)');
    expect(fn(model, 'f').body.map((node) => node.kind)).toEqual(['loop']);
  });

  test('a line that goes on is no part of an expression', () => {
    const [call] = lowered('f(a, \\\n  b)\n').calls;
    expect(call?.args.map((each) => each.value.text)).toEqual(['a', 'b']);
    expect(outline('def f():\n    return g() \\\n        if h() else i()\n')).toBe('h(); if { g() | i() }; return');
  });

  test('positions are UTF-16 units', () => {
    const letters = '# \u{1f600} ümlaut 漢字\nname = "\u{1f469}\u200d\u{1f680}"; use(naïve, "\u{1f600}", x)\n';
    const [call] = isSound(letters).calls;
    expect(letters.slice(call?.span.start, call?.span.end)).toBe('use(naïve, "\u{1f600}", x)');
    expect(call?.args.map((each) => letters.slice(each.value.span.start, each.value.span.end))).toEqual(['naïve', '"\u{1f600}"', 'x']);
  });

  test('names in any letters', () => {
    expect(loops('for größe in größen:\n    pass\nfor 名 in 名前:\n    pass\n')).toEqual(['for-of größen: größe', 'for-of 名前: 名']);
  });
});

describe('deep', () => {
  const nested = (head: string, depth: number): string =>
    `${Array.from({ length: depth }, (_, i) => `${' '.repeat(i)}${head}:\n`).join('')}${' '.repeat(depth)}pass\n`;

  test.each([
    ['parentheses', `x = ${'('.repeat(3000)}y${')'.repeat(3000)}\n`],
    ['calls in a chain', `x = a${'.b().c()'.repeat(1000)}\n`],
    ['calls in calls', `x = ${'f('.repeat(2000)}y${')'.repeat(2000)}\n`],
    ['named arguments', `x = ${'f(a='.repeat(2000)}y${')'.repeat(2000)}\n`],
    ['attributes', `x = a${'.b'.repeat(5000)}\n`],
    ['indices', `x = a${'[0]'.repeat(5000)}\n`],
    ['lists', `x = ${'['.repeat(3000)}${']'.repeat(3000)}\n`],
    ['dicts', `x = ${'{"a": '.repeat(2000)}1${'}'.repeat(2000)}\n`],
    ['sums', `x = ${Array.from({ length: 5000 }, () => 'a').join(' + ')}\n`],
    ['texts that are added', `x = "a"${' + "b"'.repeat(5000)}\n`],
    ['and', `if ${Array.from({ length: 5000 }, () => 'a == b').join(' and ')}: pass\n`],
    ['not', `x = ${'not '.repeat(5000)}y\n`],
    ['either', `x = ${'a if b else '.repeat(3000)}c\n`],
    ['lambdas', `x = ${'lambda: '.repeat(2000)}y\n`],
    ['awaits', `async def f():\n    ${'await '.repeat(3000)}y\n`],
    ['comprehensions', `x = ${'[a for a in '.repeat(300)}y${']'.repeat(300)}\n`],
    ['targets', `${'('.repeat(2000)}y${',)'.repeat(2000)} = z\n`],
    ['assignments', `${'a = '.repeat(3000)}1\n`],
    ['types', `x: ${'list['.repeat(2000)}int${']'.repeat(2000)} = 1\n`],
    ['types in a string', `x: "${'list['.repeat(2000)}int${']'.repeat(2000)}" = 1\n`],
    ['patterns', `match x:\n    case ${'['.repeat(2000)}y${']'.repeat(2000)}: pass\n`],
    ['f-strings', `x = ${'f"{'.repeat(80)}y${'}"'.repeat(80)}\n`],
    ['decorators', `${'@a\n'.repeat(3000)}def f(): pass\n`],
    ['if', nested('if a', 99)],
    ['for', nested('for a in b', 99)],
    ['def', nested('def f()', 99)],
    ['class', nested('class A', 99)],
    ['elif', `if a: pass\n${'elif b: pass\n'.repeat(2000)}`],
    ['early returns', `def f():\n${'    if a in b: return\n    b[a] = 1\n'.repeat(500)}`],
  ])('%s', { timeout: 20_000 }, (_, text) => {
    expect(lowered(text).functions.length).toBeGreaterThan(0);
  });

  test('what a person writes is read to its end', () => {
    const chain = lowered(`x = query${'.filter(a)'.repeat(100)}\n`);
    expect(chain.calls).toHaveLength(100);
    expect(chain.calls.at(-1)?.callee.root.kind).toBe('binding');
    expect(lowered(`x = ${'f('.repeat(60)}g()${')'.repeat(60)}\n`).calls).toHaveLength(61);
  });
});

/** Each would take minutes if every line looked at all others. */
describe('long', () => {
  const LINES = 20_000;
  const repeated = (head: string, line: (i: number) => string): string => head + Array.from({ length: LINES }, (_, i) => line(i)).join('');

  test.each([
    ['constants', repeated('', (i) => `K${i} = "v${i}"\n`)],
    ['a list', `x = [\n${'    f("a", 1),\n'.repeat(LINES)}]\n`],
    ['a dict', `x = {\n${repeated('', (i) => `    "k${i}": f("a", [1, 2]),\n`)}}\n`],
    ['one function', repeated('def f(xs, ys):\n', (i) => `    a${i} = xs[${i}] + ys.get("k${i}")\n`)],
    ['one name', repeated('def f(xs, ys):\n', (i) => `    xs.append(ys[${i}])\n`)],
    ['methods', repeated('class A:\n', (i) => (i % 2 === 0 ? `    def m${i}(self):\n` : `        return self.a${i}\n`))],
    ['branches', repeated('def f(x, cache):\n', (i) => (i % 2 === 0 ? `    if x not in cache:\n` : `        cache[x] = g(${i})\n`))],
    ['loops', repeated('def f(xs, ys):\n', (i) => (i % 2 === 0 ? `    for x in xs:\n` : '        ys.append(x)\n'))],
    ['imports', repeated('', (i) => `from a.b${i} import c${i}\n`)],
    ['calls of one function', repeated('def f(a, b): return a in b\n', (i) => `f(${i}, [])\n`)],
  ])('%s', { timeout: 30_000 }, (_, text) => {
    const before = performance.now();
    lowered(text);
    expect(performance.now() - before).toBeLessThan(15_000);
  });
});
