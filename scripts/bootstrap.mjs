/**
 * Makes `npm start` and `npm test` work in a fresh clone: installs what is missing, builds what is stale, then runs the job
 * under a Node that is new enough. Itself it needs no package, no build, and nothing newer than Node 18.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(fileURLToPath(import.meta.url), '../..');
const oldest = [22, 12];
/** Whatever can change the bundle. */
const sources = [
  'cli',
  'client',
  'engine',
  'languages',
  'model',
  'rules',
  'schema',
  'server',
  'rolldown.config.ts',
  'package.json',
  'package-lock.json',
];
const stamp = join(root, 'dist/.stamp');
const packaged = join(root, 'node_modules/.bin/node');

export function isNewEnough(version) {
  const [major, minor] = version.replace(/^v/, '').split('.').map(Number);
  return major > oldest[0] || (major === oldest[0] && minor >= oldest[1]);
}

/**
 * Compares contents, because a checkout or an `npm install` may touch either file without changing what is installed.
 * @param {string | null} wanted text of package-lock.json
 * @param {string | null} installed text of node_modules/.package-lock.json, which npm writes last
 */
export function isInstalled(wanted, installed) {
  if (wanted === null || installed === null) return false;
  const have = JSON.parse(installed).packages;
  return Object.entries(JSON.parse(wanted).packages).every(([path, entry]) => {
    if (path === '') return true;
    const version = have[path]?.version;
    // An optional package may be meant for another platform.
    return version === entry.version || (version === undefined && entry.optional === true);
  });
}

/** When the newest file or folder below changed; a folder changes when something in it is deleted. */
export function newest(path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return 0;
  if (!stat.isDirectory()) return stat.mtimeMs;
  const inside = readdirSync(path).filter((name) => name !== 'cases' && !name.endsWith('.test.ts'));
  return inside.reduce((latest, name) => Math.max(latest, newest(join(path, name))), stat.mtimeMs);
}

function read(path) {
  const file = join(root, path);
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(2);
}

/** Runs to the end, with its output kept back unless it fails. */
function runQuietly(what, command, args, shell = false) {
  const done = spawnSync(command, args, { cwd: root, shell, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (done.status !== 0) fail(`${done.stdout ?? ''}${done.stderr ?? ''}${done.error?.message ?? ''}\n${what} failed.`);
}

function install() {
  if (isInstalled(read('package-lock.json'), read('node_modules/.package-lock.json'))) return;
  process.stderr.write(existsSync(join(root, 'node_modules')) ? 'Updating dependencies…\n' : 'Installing dependencies (first run)…\n');
  // What an outer npm or the environment says about leaving out development packages is not meant for this. No package needs a script of its
  // own, and ours would come back here.
  const args = ['ci', '--include=dev', '--include=optional', '--ignore-scripts', '--no-global', '--no-audit', '--no-fund'];
  const npm = process.env.npm_execpath;
  if (npm?.endsWith('.js')) runQuietly('npm ci', process.execPath, [npm, ...args]);
  else runQuietly('npm ci', 'npm', args, process.platform === 'win32');
  // npm puts the packaged Node before the system's. Where it does not run (another C library), it must not stand in the way.
  if (existsSync(packaged) && spawnSync(packaged, ['--version']).status !== 0) rmSync(packaged);
}

/** The running Node if it will do; else the one that comes as a package where the platform has one. */
function findNode() {
  if (isNewEnough(process.version)) return process.execPath;
  if (existsSync(packaged)) return realpathSync(packaged);
  return fail(`scalelint needs Node ${oldest.join('.')} or newer; this is ${process.version}. Install a newer Node and run the command again.`);
}

function build(node, always) {
  const changed = Math.max(...sources.map((source) => newest(join(root, source))));
  if (!always && newest(stamp) > changed && existsSync(join(root, 'dist/cli.js'))) return;
  const started = new Date();
  runQuietly('Building dist/', node, [join(root, 'node_modules/rolldown/bin/cli.mjs'), '--config', 'rolldown.config.ts']);
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(stamp, '');
  // What changes while the build runs must count as newer.
  utimesSync(stamp, started, started);
}

/** Ends this process with the exit code of the other. */
function become(node, args, cwd) {
  const done = spawnSync(node, args, { cwd, stdio: 'inherit' });
  if (done.error) fail(done.error.message);
  process.exit(done.status ?? 1);
}

function main([job, ...args]) {
  if (!['check', 'scalelint', 'test', 'build', 'run'].includes(job)) fail('usage: node scripts/bootstrap.mjs check|scalelint|test|build|run …');
  install();
  const node = findNode();
  // npm runs scripts in the package's folder; paths are meant relative to where the user stands.
  const here = process.env.INIT_CWD ?? process.cwd();
  if (job === 'run') become(node, [resolve(root, args[0]), ...args.slice(1)], root);
  build(node, job === 'build');
  if (job === 'check') become(node, [join(root, 'dist/cli.js'), 'check', ...args], here);
  if (job === 'scalelint') become(node, [join(root, 'dist/cli.js'), ...args], here);
  if (job === 'test') become(node, [join(root, 'node_modules/vitest/vitest.mjs'), 'run', ...args], root);
}

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) main(process.argv.slice(2));
