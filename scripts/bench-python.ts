/**
 * Measures a full check of Python projects beside CPython's own parser on the same files: `node scripts/bench-python.ts DIR…`, after a build.
 * Python files only, whatever lies beside them. A check lists tests and migrations and does not read them, which CPython does here: how many
 * lines are read stands beside all. User CPU of whole processes, background threads included, in turn, five times each: medians. A busy
 * machine slows both.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { discover } from '../engine/discover.ts';
import { isLeftOut } from '../engine/left-out.ts';
import { createRootFinder } from '../engine/project-root.ts';

const RUNS = 5;

/** Reads the paths on standard input; prints the seconds of ast.parse, those of the command it is given. */
const MEASURE = `
import ast, os, subprocess, sys
texts = [open(path, 'rb').read() for path in sys.stdin.read().splitlines()]
before = os.times()
for text in texts:
    try:
        ast.parse(text)
    except (SyntaxError, ValueError):
        pass
parsed = os.times().user - before.user
ended = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
if ended.returncode > 1:
    sys.exit(ended.stderr)
print(parsed, os.times().children_user)
`;

function measure(folder: string, files: readonly string[]): readonly number[] {
  const check = [process.execPath, resolve('dist/cli.js'), 'check', '**/*.py'];
  const done = spawnSync('python3', ['-c', MEASURE, ...check], { cwd: folder, input: files.join('\n'), encoding: 'utf8' });
  if (done.status !== 0) throw new Error(done.error?.message ?? done.stderr);
  return done.stdout.trim().split(' ').map(Number);
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}

/** All lines, and those of files that a check reads. */
function linesOf(folder: string, files: readonly string[]): readonly [number, number] {
  const finder = createRootFinder(undefined, [folder]);
  let all = 0;
  let read = 0;
  for (const path of files) {
    const text = readFileSync(path, 'utf8');
    const lines = text.split('\n').length - 1;
    all += lines;
    if (!isLeftOut(path, finder.contextOf(path, text), text)) read += lines;
  }
  return [all, read];
}

const row = (cells: readonly string[]): string => cells.map((cell, i) => (i === 0 ? cell.padEnd(40) : cell.padStart(10))).join('');

console.log(row(['', 'files', 'lines', 'read', 'ast.parse', 'check', 'ratio']));
for (const folder of process.argv.slice(2).map((each) => resolve(process.env.INIT_CWD ?? '.', each))) {
  const { files } = await discover(['.'], folder, { extensions: ['.py'] });
  const runs = Array.from({ length: RUNS }, () => measure(folder, files));
  const [parse, check] = [0, 1].map((i) => median(runs.map((run) => run[i] ?? 0)));
  const ratio = median(runs.map(([a = 0, b = 0]) => b / a));
  console.log(
    row([
      folder,
      String(files.length),
      ...linesOf(folder, files).map(String),
      `${parse?.toFixed(2)} s`,
      `${check?.toFixed(2)} s`,
      `${ratio.toFixed(1)} ×`,
    ]),
  );
}
