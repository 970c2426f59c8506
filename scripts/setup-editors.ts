/**
 * Puts the editors that the end-to-end tests drive in place: VS Code into `.vscode-under-test/`, from npm alone, and Chromium and Neovim
 * from the system's packages. VS Code is code-server: VS Code's own server and workbench, which needs neither a download site nor a compiler.
 * What cannot be had is an error that says how to get it; nothing is ever left out in silence.
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';

export interface Editors {
  /** The Node that VS Code's server needs: newer than ours. */
  readonly node: string;
  /** The script that starts the server. */
  readonly codeServer: string;
  readonly chromium: string;
  readonly neovim: string;
}

const root = resolve(import.meta.dirname, '..');
const home = join(root, '.vscode-under-test');
const stamp = join(home, '.complete');
const nodePackage = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
const packages = [`${nodePackage}@24.21.0`, 'code-server@4.139.1'];

/** What the editor never touches in a test, 230 MB of it: agents, containers, ssh, databases, Windows. */
const unneeded = [
  '@devcontainers/cli',
  '@github/copilot-sdk',
  '@microsoft/mxc-sdk',
  '@vscode/copilot-api',
  '@vscode/sandbox-runtime',
  '@vscode/sqlite3',
  '@vscode/windows-process-tree',
  '@vscode/windows-registry',
  'kerberos',
  'ssh2',
];

/** The two native modules that are loaded at start, in JavaScript: the logger, and the watch on the parent process. */
const replacements = new Map([
  [
    '@vscode/spdlog',
    `const { appendFileSync, mkdirSync } = require('node:fs');
const { dirname } = require('node:path');
const levels = ['trace', 'debug', 'info', 'warn', 'error', 'critical'];
class Logger {
  constructor(_type, _name, file) { this.file = file; this.level = 2; mkdirSync(dirname(file), { recursive: true }); }
  write(level, text) {
    if (level < this.level) return;
    try { appendFileSync(this.file, new Date().toISOString() + ' [' + levels[level] + '] ' + text + '\\n'); } catch {}
  }
  getLevel() { return this.level; }
  setLevel(level) { this.level = level; }
  setPattern() {}
  clearFormatters() {}
  flush() {}
  drop() {}
}
for (const [index, level] of levels.entries()) Logger.prototype[level] = function (text) { this.write(index, text); };
const create = async (name, file) => new Logger('', name, file);
// One assignment for each name: only so does an import find them.
exports.version = 0;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
exports.Logger = Logger;
exports.createRotatingLogger = create;
exports.createAsyncRotatingLogger = create;
`,
  ],
  ['@vscode/native-watchdog', 'exports.start = () => {};\nexports.exit = (code) => process.exit(code || 0);\n'],
]);

/** Says on `report` what takes long. Throws with the line that helps when something cannot be had. */
export function prepareEditors(report: (message: string) => unknown): Editors {
  installVsCode(report);
  const found = (): [chromium: string | null, neovim: string | null] => [
    findProgram('SCALELINT_CHROMIUM', ['chromium', 'chromium-browser', 'google-chrome']),
    findProgram('SCALELINT_NVIM', ['nvim']),
  ];
  let [chromium, neovim] = found();
  if (chromium === null || neovim === null) {
    const missing = [...(chromium === null ? ['chromium'] : []), ...(neovim === null ? ['neovim'] : [])];
    const failure = installFromSystem(missing, report);
    [chromium, neovim] = found();
    if (chromium === null || neovim === null) throw new Error(helpFor(missing, failure));
  }
  return {
    node: join(home, 'node_modules', nodePackage, process.platform === 'win32' ? 'bin/node.exe' : 'bin/node'),
    codeServer: join(home, 'node_modules/code-server/out/node/entry.js'),
    chromium,
    neovim,
  };
}

function helpFor(missing: readonly string[], failure: string): string {
  const line = `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${missing.join(' ')}`;
  return (
    `The end-to-end tests need ${missing.join(' and ')}, and installing failed:\n${failure.trim()}\n\nRun this, then the tests again:\n\n    ${line}\n\n` +
    'Elsewhere than on Debian install them in your own way; SCALELINT_CHROMIUM and SCALELINT_NVIM can say where they are.'
  );
}

function installVsCode(report: (message: string) => unknown): void {
  const wanted = JSON.stringify({ packages, unneeded, replacements: [...replacements] });
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  report('Installing VS Code for the end-to-end tests (first run, about a minute, 600 MB)…');
  const stage = `${home}-${process.pid}`;
  try {
    mkdirSync(stage);
    writeFileSync(join(stage, 'package.json'), '{ "name": "vscode-under-test", "private": true }\n');
    npm(stage, ['install', '--no-save', ...packages]);
    const vscode = join(stage, 'node_modules/code-server/lib/vscode');
    const manifest = JSON.parse(readFileSync(join(vscode, 'package.json'), 'utf8')) as { dependencies: Record<string, string> };
    manifest.dependencies = Object.fromEntries(Object.entries(manifest.dependencies).filter(([name]) => !unneeded.includes(name)));
    writeFileSync(join(vscode, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
    for (const folder of [vscode, join(vscode, 'extensions')]) npm(folder, ['install', '--omit=dev']);
    for (const [name, text] of replacements) writeFileSync(join(vscode, 'node_modules', name, 'index.js'), text);
    writeFileSync(join(stage, '.complete'), wanted);
    rmSync(home, { recursive: true, force: true });
    renameSync(stage, home);
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
}

function npm(cwd: string, args: readonly string[]): void {
  const all = [...args, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const own = process.env.npm_execpath;
  const isScript = own?.endsWith('.js') === true;
  const command = isScript ? process.execPath : 'npm';
  const done = spawnSync(command, isScript ? [own, ...all] : all, { cwd, encoding: 'utf8', shell: !isScript && process.platform === 'win32' });
  if (done.status !== 0) throw new Error(`${done.stdout ?? ''}${done.stderr ?? ''}${done.error?.message ?? ''}\nnpm ${args.join(' ')} failed.`);
}

/** What a variable says, or the first of the names that is in the path. */
function findProgram(variable: string, names: readonly string[]): string | null {
  const said = process.env[variable];
  if (said !== undefined && said !== '') {
    if (!isExecutable(said)) throw new Error(`${variable} says ${said}, which cannot be executed.`);
    return said;
  }
  const folders = (process.env.PATH ?? '').split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable) ?? null;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Returns what went wrong, for the message; whether all is well shows when the programs are looked for again. */
function installFromSystem(names: readonly string[], report: (message: string) => unknown): string {
  report(`Installing ${names.join(' and ')} for the end-to-end tests…`);
  const as = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const install = ['apt-get', 'install', '-y', '--no-install-recommends', ...names];
  const first = run([...as, ...install]);
  if (first === '') return '';
  // On a fresh machine the lists of packages are missing.
  return run([...as, 'apt-get', 'update']) || run([...as, ...install]);
}

/** Empty when all went well. */
function run([command = '', ...args]: readonly string[]): string {
  const done = spawnSync(command, args, { encoding: 'utf8', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, timeout: 600_000 });
  return done.status === 0 ? '' : `${[command, ...args].join(' ')}\n${done.stderr ?? ''}${done.error?.message ?? ''}`;
}

if (process.argv[1] === import.meta.filename) {
  try {
    for (const [name, path] of Object.entries(prepareEditors(console.log))) console.log(`${name}: ${path}`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
