/** `index-before-loop`: programs in which a set would answer otherwise, fail, or have no place. */
import { beforeAll, test } from 'vitest';
import { prepareParser } from '../tree.ts';
import { beforeLoop, isRefused } from './testing/try-fix.ts';

beforeAll(() => prepareParser());

const cases: readonly (readonly [name: string, code: string, call: string, loop: string, reason: RegExp])[] = [
  [
    'it grows in the loop',
    'def f(n):\n    xs = ["1"]\n    for i in range(n):\n        if str(i) in xs: xs.append("2")\n',
    'str(i) in xs',
    'for i',
    /changes in the loop: `xs.append\("2"\)`/,
  ],
  [
    'it changes by another name',
    'def f(n):\n    xs = ["1"]\n    ys = xs\n    for i in range(n):\n        if str(i) in xs: ys.append("2")\n',
    'str(i) in xs',
    'for i',
    /changes in the loop by the name `ys`/,
  ],
  [
    'its method has another name',
    'def f(n, xs):\n    add = xs.append\n    for i in range(n):\n        if str(i) in xs: add("2")\n',
    'str(i) in xs',
    'for i',
    /changes in the loop by the name `add`/,
  ],
  [
    'a function inside changes it, which the loop calls',
    'def f(n):\n    xs = ["1"]\n    def add(x): xs.append(x)\n    for i in range(n):\n        if str(i) in xs: add("2")\n',
    'str(i) in xs',
    'for i',
    /changes in what the loop calls: `xs.append\(x\)`/,
  ],
  [
    'a function of the standard library changes it',
    'def f(n, xs):\n    for i in range(n):\n        if str(i) in xs: heapq.heappush(xs, "2")\n',
    'str(i) in xs',
    'for i',
    /changes in the loop: `heapq.heappush/,
  ],
  ['it is cut in the loop', 'def f(n, xs):\n    for i in range(n):\n        if i in xs: del xs[0]\n', 'i in xs', 'for i', /changes in the loop/],
  [
    'it is given another value',
    'def f(n, xs):\n    for i in range(n):\n        if i in xs: xs = xs[1:]\n',
    'i in xs',
    'for i',
    /another value in the loop/,
  ],
  [
    'it is the variable of a loop around',
    'def f(rows, n):\n    return [[i for i in range(n) if i in xs] for xs in rows]\n',
    'i in xs',
    '[[i',
    /made anew inside the loop/,
  ],
  [
    'its value comes later',
    'def f(n):\n    for i in range(n):\n        if i > 3 and i in xs: pass\n    xs = [1]\n',
    'i in xs',
    'for i',
    /no value before the loop/,
  ],
  [
    'a field that the loop changes',
    'class A:\n    def f(self, n):\n        for i in n:\n            if i in self.xs: self.xs.remove(i)\n',
    'i in self.xs',
    'for i',
    /`xs` changes in the loop/,
  ],
  [
    'its elements are lists',
    'def f(n):\n    xs = [[1], [2]]\n    for i in range(n):\n        if [i] in xs: pass\n',
    '[i] in xs',
    'for i',
    /the elements of `xs` cannot be hashed/,
  ],
  [
    'its elements are declared as dictionaries',
    'def f(rows, xs: list[dict]):\n    for r in rows:\n        if r in xs: pass\n',
    'r in xs',
    'for r',
    /cannot be hashed/,
  ],
  ['the key is a set', 'def f(rows, xs):\n    for r in rows:\n        if {r} in xs: pass\n', '{r} in xs', 'for r', /`{r}` cannot be hashed/],
  [
    'elements of a data class',
    '@dataclass\nclass P:\n    x: int\ndef f(rows, xs: List[P]):\n    for r in rows:\n        if r in xs: pass\n',
    'r in xs',
    'for r',
    /cannot be hashed/,
  ],
  [
    'elements that compare in their own way',
    'class P:\n    def __eq__(self, other): return True\ndef f(rows, xs: List[P]):\n    for r in rows:\n        if r in xs: pass\n',
    'r in xs',
    'for r',
    /cannot be hashed/,
  ],
  [
    'elements declared as slices, which no Python before 3.12 can hash',
    'def f(rows, xs: list[slice]):\n    for r in rows:\n        if r in xs: pass\n',
    'r in xs',
    'for r',
    /cannot be hashed/,
  ],
  ['a key that is a slice', 'def f(rows, xs):\n    for r in rows:\n        if slice(r) in xs: pass\n', 'slice(r) in xs', 'for r', /cannot be hashed/],
  [
    'a key that is bytes to be changed',
    'def f(rows, xs):\n    for r in rows:\n        if bytearray(r) in xs: pass\n',
    'bytearray(r) in xs',
    'for r',
    /cannot be hashed/,
  ],
  [
    'a key made of a class that compares in its own way',
    'class P:\n    def __eq__(self, other): return True\ndef f(rows, xs):\n    for r in rows:\n        if P() in xs: pass\n',
    'P() in xs',
    'for r',
    /cannot be hashed/,
  ],
  ['a text', 'def f(rows):\n    xs = "abc"\n    for r in rows:\n        if r in xs: pass\n', 'r in xs', 'for r', /is a text/],
  ['a text that is declared', 'def f(rows, xs: str):\n    for r in rows:\n        if r in xs: pass\n', 'r in xs', 'for r', /is a text/],
  ['a set already', 'def f(rows, xs: set[str]):\n    for r in rows:\n        if r in xs: pass\n', 'r in xs', 'for r', /answers at once/],
  [
    'a generator, which the first question uses up',
    'def f(rows, n):\n    xs = (i for i in range(n))\n    for r in rows:\n        if r in xs: pass\n',
    'r in xs',
    'for r',
    /walked only once/,
  ],
  [
    'an iterator by its annotation',
    'def f(rows, xs: Iterator[int]):\n    for r in rows:\n        if r in xs: pass\n',
    'r in xs',
    'for r',
    /walked only once/,
  ],
  [
    'an open file',
    'def f(rows):\n    with open("x") as xs:\n        for r in rows:\n            if r in xs: pass\n',
    'r in xs',
    'for r',
    /walked only once/,
  ],
  ['a call', 'def f(rows):\n    for r in rows:\n        if r in load(): pass\n', 'r in load()', 'for r', /may answer differently each time/],
  [
    'one of many lists',
    'def f(rows, xs):\n    for i, r in enumerate(rows):\n        if r in xs[i]: pass\n',
    'r in xs[i]',
    'for i',
    /another list each time/,
  ],
  ['a generator that is walked later', 'def f(rows, xs):\n    return (r for r in rows if r in xs)\n', 'r in xs', '(r for', /not walked at once/],
  ['`filter` that is walked later', 'def f(rows, xs):\n    return filter(lambda r: r in xs, rows)\n', 'r in xs', 'filter(', /not walked at once/],
  [
    'a generator made in the loop',
    'def f(rows, xs, out):\n    for r in rows:\n        out.append(q for q in r if q in xs)\n',
    'q in xs',
    'for r',
    /walks the generator around it/,
  ],
  [
    'a function made in the loop',
    'def f(rows, xs, out):\n    for r in rows:\n        out.append(lambda: r in xs)\n',
    'r in xs',
    'for r',
    /function around it is called/,
  ],
  ['a lambda around the loop', 'def f(xs):\n    return lambda rows: [r for r in rows if r in xs]\n', 'r in xs', '[r for', /lambda around it/],
  ['the body of a class', 'class A:\n    rows = [r for r in ROWS if r in XS]\n', 'r in XS', '[r for', /body of a class/],
  ['a default', 'def f(a=[r for r in ROWS if r in XS]): pass\n', 'r in XS', '[r for', /no place for a line/],
  ['a statement behind another', 'def f(rows, xs):\n    xs = []; return [r for r in rows if r in xs]\n', 'r in xs', '[r for', /shares its line/],
  ['`set` is something else', 'set = list\ndef f(rows, xs):\n    for r in rows:\n        if r in xs: pass\n', 'r in xs', 'for r', /not Python's own/],
  [
    'every name is looked at',
    'def f(rows, xs):\n    for r in rows:\n        if r in xs: pass\n    return locals()\n',
    'r in xs',
    'for r',
    /sees every name/,
  ],
  ['a chain that goes on', 'def f(rows, xs, ys):\n    for r in rows:\n        if r in xs in ys: pass\n', 'r in xs', 'for r', /not where it was/],
  ['a file that does not parse', 'def f(rows, xs):\n    for r in rows:\n        if r in xs: pass\n    )\n', 'r in xs', 'for r', /does not parse/],
];
for (const [name, code, call, loop, reason] of cases) test(name, () => isRefused(code, beforeLoop(call, loop), reason));

test('an error that is caught', () => {
  isRefused(
    'def f(rows, xs):\n    for r in rows:\n        try:\n            print(xs.index(r))\n        except ValueError: pass\n',
    beforeLoop('xs.index(r)', 'for r', 'indexOf'),
    /ValueError/,
  );
});

test('a `while` that changes the list in its body', () => {
  isRefused('def run(us, xs):\n    while any(u in xs for u in us):\n        xs.pop()\n', beforeLoop('u in xs', '(u in'), /changes in the loop/);
});
