/**
 * The installed extension seen from inside of VS Code's extension host, through its API. `SCALELINT_VSCODE` names the VS Code to run it in:
 * an executable, or a version such as `stable` to download; else VS Code's server stands in.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { downloadAndUnzipVSCode, resolveCliArgsFromVSCodeExecutablePath, runTests } from '@vscode/test-electron';
import { build } from 'rolldown';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { onceAtExit } from './cleanup.ts';
import type { Outcome } from './suite/runner.ts';
import { quietSettings } from './vscode-server.ts';
import { caller, notebook, renamed, shop, slow, slowHelper, type Workspace, writeWorkspace } from './workspaces.ts';

let at: string;
let remove: () => void;
let workspace: Workspace;
const inTemporary = (name: string): string => join(at, name);

beforeAll(async () => {
  at = mkdtempSync(join(tmpdir(), 'scalelint-host-'));
  remove = onceAtExit(() => rmSync(at, { recursive: true, force: true }));
  workspace = writeWorkspace({
    ...shop,
    'analysis.ipynb': notebook,
    'src/allowed.ts': slow,
    'src/caller.ts': caller,
    'src/helper.ts': slowHelper,
    'src/notes.md': '# Notes\n',
    'src/settings.ts': slow,
    'src/two.ts': `${slow}\n${renamed(slow, 'alsoAllowed')}`,
  });
  mkdirSync(inTemporary('data/User'), { recursive: true });
  writeFileSync(inTemporary('data/User/settings.json'), JSON.stringify(quietSettings));
  // The extension under test is the installed one; the host insists on one in development.
  mkdirSync(inTemporary('host'));
  writeFileSync(inTemporary('host/package.json'), '{ "name": "host", "publisher": "e2e", "version": "0.0.1", "engines": { "vscode": "*" } }');
  await build({
    input: join(import.meta.dirname, 'suite/index.ts'),
    platform: 'node',
    external: ['vscode'],
    output: { file: inTemporary('suite.cjs'), format: 'cjs', codeSplitting: false },
    logLevel: 'warn',
  });
});

afterAll(() => {
  workspace?.remove();
  remove();
});

interface Executable {
  readonly path: string;
  /** The command that installs extensions, with its first arguments. */
  readonly install: readonly string[];
}

async function executable(): Promise<Executable> {
  const wanted = process.env.SCALELINT_VSCODE;
  if (wanted === undefined || wanted === '') {
    const path = inTemporary('code');
    const script = join(import.meta.dirname, 'stand-in.ts');
    writeFileSync(path, `#!/bin/sh\nexec "${process.execPath}" --no-warnings "${script}" "$@"\n`, { mode: 0o755 });
    return { path, install: [path] };
  }
  const path = existsSync(wanted) ? wanted : await downloadAndUnzipVSCode({ version: wanted, cachePath: inTemporary('downloaded') });
  return { path, install: resolveCliArgsFromVSCodeExecutablePath(path, { reuseMachineInstall: true }) };
}

test('the extension does in VS Code what its manifest and the protocol promise', async () => {
  const { path, install } = await executable();
  const places = [`--extensions-dir=${inTemporary('extensions')}`, `--user-data-dir=${inTemporary('data')}`];
  const [command = '', ...first] = install;
  const installed = spawnSync(command, [...first, ...places, `--install-extension=${inject('vsix')}`], { encoding: 'utf8', timeout: 120_000 });
  expect(installed.status, `${installed.stdout}${installed.stderr}`).toBe(0);

  let said = '';
  const output = new Writable({
    write(chunk: Uint8Array, _encoding, done) {
      said += chunk.toString();
      done();
    },
  });
  const results = inTemporary('results.json');
  const failure = await runTests({
    vscodeExecutablePath: path,
    reuseMachineInstall: true,
    extensionDevelopmentPath: inTemporary('host'),
    extensionTestsPath: inTemporary('suite.cjs'),
    extensionTestsEnv: { SCALELINT_RESULTS: results },
    launchArgs: [workspace.folder, ...places],
    stdout: output,
    stderr: output,
  }).then(
    () => null,
    (error: unknown) => error,
  );
  if (!existsSync(results)) throw new Error(`The suite did not run: ${String(failure)}\n${said}`);
  const outcomes = JSON.parse(readFileSync(results, 'utf8')) as Outcome[];
  expect(
    outcomes.filter(({ error }) => error !== null),
    said,
  ).toEqual([]);
  expect(outcomes.length).toBeGreaterThan(5);
  expect(failure, said).toBe(null);
}, 300_000);
