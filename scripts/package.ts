/**
 * `npm run package` makes the extension: one VSIX for all platforms, with everything bundled. It is staged in a folder of its own, because
 * package.json is the npm package's manifest too and vsce refuses its `files`, and because the command line has no place in it.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build, type RolldownOptions } from 'rolldown';
import bundles from '../rolldown.config.ts';

const root = resolve(import.meta.dirname, '..');
const copied = ['.vscodeignore', 'package.nls.json', 'README.md', 'CHANGELOG.md', 'LICENSE', 'media'];
/** What only npm and the workshop read. */
const unread = ['scripts', 'bin', 'files', 'exports', 'private', 'devDependencies', 'optionalDependencies'];

export const sizeLimit = 3 * 1024 * 1024;

/** Writes the VSIX to `file`, and says what vsce said. Throws when vsce fails, or warns, or the VSIX is too large. */
export async function packageExtension(file: string): Promise<string> {
  const stage = mkdtempSync(join(tmpdir(), 'scalelint-vsix-'));
  try {
    for (const bundle of bundles) await bundleInto(join(stage, 'dist'), bundle);
    for (const path of copied) cpSync(join(root, path), join(stage, path), { recursive: true });
    writeFileSync(join(stage, 'package.json'), manifest());
    return pack(stage, file);
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
}

/** As the build does, but without the command line, and minified: half the size, and the server starts sooner. */
async function bundleInto(dir: string, { input, output, ...bundle }: RolldownOptions): Promise<void> {
  const { cli: _, ...entries } = input as Record<string, string>;
  await build({ ...bundle, input: entries, output: { ...output, dir, minify: true }, cwd: root, logLevel: 'warn' });
}

function manifest(): string {
  const whole = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<string, unknown>;
  const read = Object.entries(whole).filter(([key]) => !unread.includes(key));
  return `${JSON.stringify(Object.fromEntries(read), null, 2)}\n`;
}

function pack(stage: string, file: string): string {
  const vsce = join(root, 'node_modules/@vscode/vsce/vsce');
  const done = spawnSync(process.execPath, [vsce, 'package', '--no-dependencies', '--out', file], { cwd: stage, encoding: 'utf8' });
  const said = `${done.stdout}${done.stderr}`;
  if (done.status !== 0) throw new Error(`${said}\nvsce failed.`);
  if (/\bWARNING\b/.test(said)) throw new Error(`${said}\nvsce warned.`);
  const { size } = statSync(file);
  if (size > sizeLimit) throw new Error(`${said}\nThe VSIX has ${kilobytes(size)}, the limit is ${kilobytes(sizeLimit)}.`);
  return said;
}

function kilobytes(bytes: number): string {
  return `${Math.round(bytes / 1024).toLocaleString('en')} KB`;
}

if (process.argv[1] === import.meta.filename) {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const file = join(root, `scalelint-${version}.vsix`);
  try {
    console.log(await packageExtension(file));
    console.log(`${file}: ${kilobytes(statSync(file).size)}\nInstall it: code --install-extension ${file}`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
