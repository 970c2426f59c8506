/**
 * VS Code's own server on the loopback, with a home, settings and extensions of its own. Everything it starts belongs to one process
 * group, which ends with it, and everything it writes is in one folder, which goes with it.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { closeSync, cpSync, existsSync, mkdirSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Editors } from '../../scripts/setup-editors.ts';
import { killGroup, onceAtExit } from './cleanup.ts';

export interface VsCodeServer {
  readonly url: string;
  /** Private, and gone when the server is stopped. */
  readonly home: string;
  /** Overwrites the user's settings; takes effect in windows that are opened later. */
  configure(settings: Readonly<Record<string, unknown>>): void;
  /** The text of the log that our extension writes in the windows up to now, with what the server says in it. */
  extensionLog(): string;
  keepLogs(folder: string): void;
  stop(): void;
}

export interface ServerOptions {
  readonly editors: Pick<Editors, 'node' | 'codeServer'>;
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Extensions that are installed already, by `installExtension`. */
  readonly extensions: string;
  readonly args?: readonly string[];
}

const startLimit = 60_000;

/** Nothing that talks to a network, asks, announces, or rewrites what is typed. */
export const quietSettings = {
  'chat.disableAIFeatures': true,
  'editor.autoClosingBrackets': 'never',
  'editor.autoIndent': 'none',
  'editor.minimap.enabled': false,
  'editor.quickSuggestions': { comments: 'off', other: 'off', strings: 'off' },
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'files.autoSave': 'off',
  'git.enabled': false,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'typescript.disableAutomaticTypeAcquisition': true,
  'update.mode': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/** Installs a VSIX into the folder `extensions`, as `code --install-extension` does. */
export function installExtension({ node, codeServer }: ServerOptions['editors'], vsix: string, extensions: string): void {
  const home = mkdtempSync(join(tmpdir(), 'scalelint-install-'));
  try {
    const args = [codeServer, ...places(home, extensions), '--install-extension', vsix];
    const done = spawnSync(node, args, { env: environment(home), encoding: 'utf8', timeout: startLimit });
    if (done.status !== 0) throw new Error(`${done.stdout}${done.stderr}\nInstalling ${vsix} failed.`);
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

export async function startServer({ editors, settings = {}, extensions, args = [] }: ServerOptions): Promise<VsCodeServer> {
  const home = mkdtempSync(join(tmpdir(), 'scalelint-vscode-'));
  const data = join(home, 'data');
  const logs = join(data, 'logs');
  const output = join(home, 'server.log');
  const configure: VsCodeServer['configure'] = (more) => {
    mkdirSync(join(data, 'User'), { recursive: true });
    writeFileSync(join(data, 'User/settings.json'), JSON.stringify({ ...quietSettings, ...settings, ...more }, null, 2));
  };
  configure({});
  const port = await freePort();
  const log = openSync(output, 'a');
  const quiet = ['--auth', 'none', '--disable-telemetry', '--disable-update-check', '--disable-getting-started-override'];
  const process_ = spawn(editors.node, [editors.codeServer, ...places(home, extensions), ...quiet, '--bind-addr', `127.0.0.1:${port}`, ...args], {
    env: environment(home),
    stdio: ['ignore', log, log],
    detached: true,
  });
  closeSync(log);
  const stop = onceAtExit(() => {
    killGroup(process_);
    rmSync(home, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  });
  const url = `http://127.0.0.1:${port}`;
  try {
    await answers(`${url}/healthz`, process_);
  } catch (error) {
    const said = readFileSync(output, 'utf8');
    stop();
    throw new Error(`VS Code's server did not start: ${String(error)}\n${said}`);
  }
  return {
    url,
    home,
    configure,
    extensionLog: () =>
      filesBelow(logs)
        .filter((path) => /scalelint[^/]*\.log$/.test(path))
        .map((path) => readFileSync(path, 'utf8'))
        .join(''),
    keepLogs(folder) {
      cpSync(output, join(folder, 'server.log'));
      if (existsSync(logs)) cpSync(logs, join(folder, 'logs'), { recursive: true });
    },
    stop,
  };
}

function places(home: string, extensions: string): string[] {
  const config = join(home, 'config.yaml');
  writeFileSync(config, '');
  return ['--config', config, '--user-data-dir', join(home, 'data'), '--extensions-dir', extensions];
}

/** The temporary folder is private too: sockets of the server go there. */
function environment(home: string): NodeJS.ProcessEnv {
  const gallery = { serviceUrl: '', itemUrl: '', resourceUrlTemplate: '', controlUrl: '', nlsBaseUrl: '' };
  const ours = { HOME: home, TMPDIR: home, XDG_DATA_HOME: home, XDG_CONFIG_HOME: home, XDG_CACHE_HOME: home, XDG_RUNTIME_DIR: home };
  // What vitest sets for its own processes is not meant for others.
  const { NODE_OPTIONS: _, VITEST: __, ...others } = process.env;
  return { ...others, ...ours, CS_DISABLE_GETTING_STARTED_OVERRIDE: '1', EXTENSIONS_GALLERY: JSON.stringify(gallery) };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (typeof address === 'object' && address !== null ? resolve(address.port) : reject(new Error('no port'))));
    });
  });
}

async function answers(url: string, process_: ChildProcess): Promise<void> {
  for (const until = Date.now() + startLimit; Date.now() < until; await setTimeout(50)) {
    if (process_.exitCode !== null) throw new Error(`it ended with ${process_.exitCode}`);
    const isUp = await fetch(url).then(
      (response) => response.ok,
      () => false,
    );
    if (isUp) return;
  }
  throw new Error(`no answer within ${startLimit / 1000} s`);
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
