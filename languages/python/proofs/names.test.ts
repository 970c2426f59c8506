/** Which identifiers are one name: Python's rules, not those of blocks. */
import { beforeAll, expect, test } from 'vitest';
import { parseTree, prepareParser } from '../tree.ts';
import { namesOf } from './names.ts';

beforeAll(() => prepareParser());

/** For each identifier `x`, in order of text, a letter: the same for the same name, `-` where nothing in the file binds it. */
function meanings(code: string): string {
  const names = namesOf(parseTree(code, false).root, code);
  const found = [...names.all].filter(([node]) => code.slice(node.start, node.end) === 'x').sort(([a], [b]) => a.start - b.start);
  const letters = new Map<unknown, string>();
  return found
    .map(([, name]) => {
      if (name.scope === null) return '-';
      const letter = letters.get(name) ?? String.fromCharCode(97 + letters.size);
      letters.set(name, letter);
      return letter;
    })
    .join('');
}

const cases: readonly (readonly [name: string, code: string, expected: string])[] = [
  ['a function that binds it has its own, from the first line on', 'x = 1\ndef f():\n    print(x)\n    x = 2\n', 'abb'],
  ['a function that only reads it does not', 'x = 1\ndef f():\n    print(x)\n', 'aa'],
  ['global', 'x = 1\ndef f():\n    global x\n    x = 2\n', 'aa'],
  ['nonlocal', 'def f():\n    x = 1\n    def g():\n        nonlocal x\n        x = 2\n', 'aa'],
  ['a class is no scope for its methods', 'x = 1\nclass A:\n    x = 2\n    def f(self): return x\n', 'aba'],
  ['a comprehension has its own, but for what it walks first', 'x = [1]\ny = [x for x in x]\n', 'abba'],
  ['what the second clause walks is inside', '[y for x in z for y in x]\n', 'aa'],
  ['`:=` in a comprehension binds outside', 'def f(y):\n    z = [x := i for i in y]\n    return x\n', 'aa'],
  ['defaults and annotations stand outside', 'x = 1\ndef f(y: x = x, x=x) -> x: return x\n', 'aaabaab'],
  ['a lambda', 'x = 1\nf = lambda x: x\n', 'abb'],
  ['an attribute and the name of an argument are none', 'f(x=1).x\n', ''],
  ['imports', 'import x.y\nfrom z import a as x\nx\n', 'aaa'],
  ['patterns', 'match y:\n    case [x, *_] if x: pass\n    case A.x: pass\n', 'aa'],
  ['errors and contexts', 'try: pass\nexcept E as x: pass\nwith y as (x, z): pass\n', 'aa'],
  ['nobody binds it', 'print(x)\n', '-'],
];
for (const [name, code, expected] of cases) test(name, () => expect(meanings(code)).toBe(expected));

test('`import *` may bind anything', () => {
  const code = 'from a import *\n';
  expect(namesOf(parseTree(code, false).root, code).hasWildcard).toBe(true);
});
