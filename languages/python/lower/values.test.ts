/** What expressions are, as far as the file shows: list, set, text, how large, and what they are made of. */
import { beforeAll, describe, expect, test } from 'vitest';
import { initial, lowered } from '../testing/lowered.ts';
import { prepareParser } from '../tree.ts';

beforeAll(() => prepareParser());

const value = (expression: string) => initial(`v = ${expression}\n`, 'v');

describe('kinds by construction', () => {
  test.each([
    ['list', '[] | [1, 2] | (1,) | () | list() | list(a) | tuple(a) | sorted(a) | [a for a in b] | [*a] | [0] * n | a + [1] | [1] + a | a.values()'],
    ['list', 'a.split(",") | a.splitlines() | a.rsplit() | deque() | collections.deque(a) | 1, 2'],
    ['set', '{1} | set() | set(a) | frozenset([1]) | {a for a in b} | {*a} | a.keys() | a | {1} | range(3)'],
    ['map', '{} | {"a": 1} | {1: 2} | {**a} | dict() | dict(a=1) | {a: 1 for a in b} | Counter(a) | defaultdict(list) | collections.OrderedDict()'],
    ['string', '"a" | \'a\' | """a""" | b"a" | r"a" | f"{a}" | "a" "b" | "a" + b | b + "a" | "%s" % a | str(a) | a.strip() | ",".join(a) | repr(a)'],
    ['primitive', '1 | -1 | 1.5 | True | len(a) | sum(a) | int(a) | not a | a == b | a in b | a is None'],
    ['function', 'lambda: 1'],
    ['other', '(a for a in b) | map(f, a) | filter(f, a) | zip(a, b) | enumerate(a) | reversed(a) | iter(a) | a.items()'],
    ['unknown', 'a | a.b | a[0] | f() | a + b | a or b | await f() | json.loads(a) | a[1:] | np.array([1]) | ...'],
  ])('%s: %s', (kind, expressions) => {
    const separate = expressions.replace('a | {1}', 'a ∪ {1}').split(' | ');
    for (const expression of separate.map((each) => each.replace('∪', '|'))) expect([expression, value(expression).kind]).toEqual([expression, kind]);
  });

  test.each([
    ['[1, 2]', 'number'],
    ['["a", f"{b}"]', 'string'],
    ['{"a"}', 'string'],
    ['["a", 1]', 'unknown'],
    ['[a]', 'unknown'],
    ['a.split()', 'string'],
  ])('elements of %s: %s', (expression, kind) => expect(value(expression).element.kind).toBe(kind));

  test.each([
    ['1', 1],
    ['-1', -1],
    ['1_000', 1000],
    ['0x10', 16],
    ['1e3', 1000],
    ['"a"', 'a'],
    ['"""a"""', 'a'],
    ['"a" "b"', 'ab'],
    ['True', true],
    ['False', false],
    ['f"{a}"', null],
    ['a', null],
  ])('literal %s', (expression, literal) => expect(value(expression).literal).toBe(literal));
});

describe('sizes that the expression shows', () => {
  test.each([
    ['[]', 'constant', 0],
    ['[1, 2, 3]', 'constant', 3],
    ['(1, 2)', 'constant', 2],
    ['{1, 2}', 'constant', 2],
    ['{"a": 1, "b": 2}', 'constant', 2],
    ['{1: "a", Color.RED: "b"}', 'constant', 2],
    ['10', 'constant', 10],
    ['a[:20]', 'bounded', 20],
    ['a[-20:]', 'bounded', 20],
    ['a[:limit]', 'bounded', null],
    ['a[: limit + 1]', 'bounded', null],
    ['sorted(a)[:5]', 'bounded', 5],
    ['deque(maxlen=100)', 'bounded', 100],
    ['collections.deque(a, maxlen=LAST)', 'bounded', null],
    ['deque(a, maxlen=None)', 'unknown', null],
    ['[*a]', 'unknown', null],
    ['{**a}', 'unknown', null],
    ['a[1:]', 'unknown', null],
    ['a[:-1]', 'unknown', null],
    ['[0] * n', 'unknown', null],
    ['a', 'unknown', null],
  ])('%s: %s', (expression, size, count) => expect(value(expression).extent).toMatchObject({ class: size, count }));
});

describe('the same thing in other clothes', () => {
  test.each([
    ['list(a)', 'a'],
    ['sorted(a, key=len)', 'a'],
    ['set(a)', 'a'],
    ['a.copy()', 'a'],
    ['a.values()', 'a'],
    ['a[1:]', 'a'],
    ['[*a]', 'a'],
    ['map(f, a)', 'a'],
    ['[b for b in a]', 'a'],
    ['{b: 1 for b in a}', 'a'],
    ['list(map(f, a))', 'map(f, a)'],
    ['[b for c in a for b in c]', undefined],
    ['dict(a)', undefined],
    ['f(a)', undefined],
  ])('%s of %s', (expression, of) => expect(value(expression).viewOf?.text).toBe(of));

  test.each([
    ['(((a)))', 'binding', []],
    ['await a', 'binding', []],
    ['a.b["c"][0]', 'binding', ['b', 'c', '[]']],
    ['a or []', 'binding', []],
    ['a if b else []', 'binding', []],
    ['a if b else None', 'binding', []],
    ['None if b else a', 'binding', []],
    ['f().a', 'call', ['a']],
    ['[a][0]', 'new-list', ['[]']],
  ])('%s', (expression, root, path) => expect(value(expression)).toMatchObject({ root: { kind: root }, path }));

  test.each([
    ['a or b', ['b']],
    ['a if c else b', ['a', 'b']],
    ['[f(), a]', ['f()', 'a']],
    ['[*a, *b]', ['a', 'b']],
    ['a + [b]', ['a', '[b]']],
  ])('%s may be, or is made of, %j', (expression, elements) => expect(value(expression).elements.map((each) => each.text)).toEqual(elements));

  test('entries of a dict by name', () => {
    expect(value('{"a": 1, b: 2, "c": d}').properties.map((each) => `${each.name}: ${each.value.text}`)).toEqual(['a: 1', 'c: d']);
  });
});

describe('what an expression reads', () => {
  const reads = (expression: string): string[] => {
    const model = lowered(`v = ${expression}\n`);
    return (model.bindings.find((b) => b.name === 'v')?.init?.reads ?? []).map((id) => model.bindings[id]?.name ?? '');
  };

  test.each([
    ['a.b + c[d]', ['a', 'c', 'd']],
    ['f(a, b=c, *d, **e)', ['f', 'a', 'c', 'd', 'e']],
    ['[a for a in b if c]', ['a', 'b', 'c']],
    ['lambda a: a + b', ['a', 'b']],
    ['f"{a} {b:{c}}"', ['a', 'b', 'c']],
    ['"a"', []],
  ])('%s', (expression, expected) => expect(reads(expression).toSorted()).toEqual(expected.toSorted()));

  test('what a comprehension walks first is read outside', () => {
    const model = lowered('def f(x):\n    v = [x for x in x]\n');
    const [parameter, element] = model.bindings.filter((b) => b.name === 'x');
    expect(model.bindings.find((b) => b.name === 'v')?.init?.reads.toSorted()).toEqual([parameter?.id, element?.id]);
    expect(model.loops[0]?.over?.root).toEqual({ kind: 'binding', binding: parameter?.id });
  });

  test('`self` varies with nothing', () => {
    const model = lowered('class A:\n    def f(self):\n        v = self.a\n');
    expect(model.bindings.find((b) => b.name === 'v')?.init).toMatchObject({ reads: [], root: { kind: 'this', class: 0 }, path: ['a'] });
  });
});

describe('equalities of a condition', () => {
  const predicate = (condition: string): string | null => {
    const [branch] = lowered(`if ${condition}: pass\n`).functions[0]?.body.filter((node) => node.kind === 'branch') ?? [];
    if (branch?.kind !== 'branch' || !branch.predicate) return null;
    const { equalities, exact, negated } = branch.predicate;
    return `${equalities.map((e) => `${e.left.text} = ${e.right.text}`).join(', ')}${exact ? ' only' : ''}${negated ? ' not' : ''}`;
  };

  test.each([
    ['a.b == c', 'a.b = c only'],
    ['a != b', 'a = b only not'],
    ['a == b and c == d', 'a = b, c = d'],
    ['a == b and c', 'a = b'],
    ['a == b or a == c', 'a = b, a = c'],
    ['a == b or c', null],
    ['(a == b)', 'a = b only'],
    ['a < b', null],
    ['a is b', null],
    ['a == b == c', null],
    ['a', null],
  ])('%s', (condition, expected) => expect(predicate(condition)).toBe(expected));
});

describe('long and nested expressions take no longer than they are', () => {
  test.each([
    ['lists that are added', `[a]${' + [b]'.repeat(200)}`],
    ['lists of lists', `${'list('.repeat(100)}a${')'.repeat(100)}`],
    ['comprehensions in comprehensions', `${'[a for a in '.repeat(60)}b${']'.repeat(60)}`],
    ['either of either', `${'(a if b else '.repeat(150)}c${')'.repeat(150)}`],
  ])('%s', { timeout: 10_000 }, (_, expression) => expect(value(expression)).toBeDefined());
});
