import { describe, expect, test } from 'vitest';
import { parseArguments } from './arguments.ts';
import { UsageError } from './usage-error.ts';

const complaint = (...argv: string[]) => {
  try {
    parseArguments(argv);
  } catch (error) {
    if (error instanceof UsageError) return error.message;
    throw error;
  }
  return null;
};

describe('what is understood', () => {
  test('check is the default command', () => {
    expect(parseArguments(['src', 'lib'])).toMatchObject({
      command: 'check',
      named: false,
      operands: ['src', 'lib'],
      fix: 'none',
      severity: 'warning',
    });
    expect(parseArguments(['check', 'src'])).toMatchObject({ command: 'check', named: true, operands: ['src'] });
    expect(parseArguments(['explain', 'n-plus-one-query'])).toMatchObject({ command: 'explain', operands: ['n-plus-one-query'] });
  });

  test('values in every spelling', () => {
    for (const argv of [['--format', 'json'], ['--format=json'], ['-f', 'json'], ['-fjson']])
      expect(parseArguments(argv).reports).toEqual([{ format: 'json', file: null }]);
    expect(parseArguments(['--rule', 'a', '--rule=b,c']).rules).toEqual(['a', 'b', 'c']);
  });

  test('several reports at once', () => {
    expect(parseArguments(['-f', 'pretty', '-f', 'sarif=out/x=1.sarif']).reports).toEqual([
      { format: 'pretty', file: null },
      { format: 'sarif', file: 'out/x=1.sarif' },
    ]);
    expect(parseArguments(['-f', 'json', '-o', 'out.json']).reports).toEqual([{ format: 'json', file: 'out.json' }]);
  });

  test('what follows -- is a path, and - is standard input', () => {
    expect(parseArguments(['--', '--fix']).operands).toEqual(['--fix']);
    expect(parseArguments(['-', '--stdin-filename', 'a.ts'])).toMatchObject({ operands: ['-'], stdinFilename: 'a.ts' });
  });

  test('--fix-suggestions includes --fix', () => expect(parseArguments(['--fix', '--fix-suggestions']).fix).toBe('suggestion'));
});

test.each([
  [['--formt', 'json'], 'unknown option `--formt`. Did you mean `--format`?'],
  [['-x'], 'unknown option `-x`.'],
  [['--format', 'jsn'], 'unknown format `jsn`. Did you mean `json`?'],
  [['--severity', 'warn'], 'unknown severity `warn`. Did you mean `warning`?'],
  [['--format'], '`--format` needs a value: `--format FORMAT`.'],
  [['--format', '--fix'], '`--format` needs a value: `--format FORMAT`.'],
  [['--format', 'sarif='], '`--format sarif=` names no file: `--format sarif=FILE`.'],
  [['--fix=yes'], '`--fix` takes no value, but was given `yes`.'],
  [['--severity', 'info', '--severity', 'error'], '`--severity` can be given only once.'],
  [['-f', 'json', '-f', 'sarif'], 'only one format can go to standard output, not json and sarif.'],
  [['-f', 'json=a', '-o', 'b'], '`--output-file` has no report left to write: every format already names its file.'],
  [['rules', '--fix'], '`--fix` belongs to `scalelint check`, not to `rules`.'],
])('%j is refused', (argv, message) => expect(complaint(...argv)).toBe(message));
