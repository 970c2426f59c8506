/** What is left of a cell. A dot stands for a blank, so that lengths show. */
import { expect, test } from 'vitest';
import { pythonOf } from './magics.ts';

const left = (source: string): string => pythonOf(source).replaceAll(' ', '.');

test.each([
  ['%matplotlib inline\nx = 1', '..................\nx.=.1'],
  ['!pip install pandas', '...................'],
  ['!pip install \\\n  pandas\nx', '..............\n........\nx'],
  ['frame.head?\nx', '...........\nx'],
  ['?frame\nframe??  \n', '......\n.........\n'],
  [';print a\n,print a\n/print a', '........\n........\n........'],
])('commands are blank: %j', (source, python) => expect(left(source)).toBe(python));

test('blocks and assignments keep a value, so that they stay Python', () => {
  expect(left('for f in xs:\n    !rm {f}\n')).toBe('for.f.in.xs:\n...._......\n');
  expect(left('files = !ls *.txt\nspeed = %timeit -o f()')).toBe('files.=._........\nspeed.=._.............');
  expect(left('if x:\n  x?\n')).toBe('if.x:\n.._.\n');
});

test.each([
  'rest = (a\n% b)',
  'rest = a \\\n% b',
  'sql = """\nLIKE\n%foo\n!bar\n"""',
  "sql = r'''\\\n%foo\n'''",
  'x = 1  # really?\n',
  'x = "what?"\n',
  'f(\n  """?""",\n)\n',
  'a != b; c %= 2\nd = e % f',
  "print('it''s')\nx",
  'x = {\n  "a": 1, # (\n}\n',
])('Python is left alone: %j', (source) => expect(pythonOf(source)).toBe(source));

test('a string that is not closed ends with its line', () => expect(left('x = "half\n!ls')).toBe('x.=."half\n...'));

test('cell magics: those that run their body keep it, all others leave nothing', () => {
  expect(left('%%time\nx = 1\n')).toBe('......\nx.=.1\n');
  expect(left('\n%%capture out\n%%timeit -n 3\n!ls\nx')).toBe('\n.............\n.............\n...\nx');
  for (const other of ['bash', 'html', 'sql', 'writefile a.py', 'python2', '!'])
    expect(left(`%%${other}\nx = 1`)).toBe(`${'.'.repeat(other.length + 2)}\n.....`);
  expect(left('%%time\n%%bash\nx')).toBe('......\n......\n.');
  expect(left('%sql\nSELECT *\nFROM t')).toBe('....\n........\n......');
  expect(left('%sql SELECT 1\nx = 1')).toBe('.............\nx.=.1');
});

test('lengths and line ends stay', () => {
  const source = '%time "😀"\r\n!a\\\r\n b\r\nx = 1\r\n';
  expect(pythonOf(source)).toHaveLength(source.length);
  expect(left(source)).toBe('..........\r\n...\r\n..\r\nx.=.1\r\n');
});
