/** Any editor that speaks the protocol: Neovim with the built command line, from the first finding to the mended file. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { killGroup, onceAtExit } from './cleanup.ts';
import { fast, fastPython, findingAt, pythonFindingAt, shop, slow, type Workspace, writeWorkspace } from './workspaces.ts';

const cli = resolve(import.meta.dirname, '../../dist/cli.js');
const limit = 100_000;

interface Report {
  readonly failure?: string;
  readonly findings?: readonly object[];
  readonly hover?: string;
  readonly actions?: readonly string[];
}

let workspace: Workspace;
let home: string;
let removeHome: () => void;

beforeAll(() => {
  workspace = writeWorkspace({ ...shop, 'allowed.ts': slow });
  home = mkdtempSync(join(tmpdir(), 'scalelint-neovim-'));
  removeHome = onceAtExit(() => rmSync(home, { recursive: true, force: true }));
});

afterAll(() => {
  workspace.remove();
  removeHome();
});

/** Neovim and the server are one process group, of which nothing is left afterwards. */
async function drive(file: string): Promise<Report> {
  const report = join(home, `${basename(file)}.json`);
  const own = { HOME: home, TMPDIR: home, XDG_CONFIG_HOME: home, XDG_DATA_HOME: home, XDG_STATE_HOME: home, XDG_CACHE_HOME: home };
  const ours = { SCALELINT_NODE: process.execPath, SCALELINT_CLI: cli, SCALELINT_REPORT: report };
  const args = ['--headless', '--clean', '-n', file, '-c', `luafile ${join(import.meta.dirname, 'neovim.lua')}`];
  const neovim = spawn(inject('editors').neovim, args, {
    cwd: workspace.folder,
    env: { ...process.env, ...own, ...ours },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const end = onceAtExit(() => killGroup(neovim));
  let said = '';
  for (const stream of [neovim.stdout, neovim.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const timer = setTimeout(end, limit);
  try {
    await once(neovim, 'close');
  } finally {
    clearTimeout(timer);
    end();
  }
  if (!existsSync(report)) throw new Error(`Neovim ended without a report.\n${said}`);
  return JSON.parse(readFileSync(report, 'utf8')) as Report;
}

/** What Neovim logged is kept, since its home goes. */
function complaint({ failure, ...seen }: Report): string {
  const folder = mkdtempSync(join(tmpdir(), 'scalelint-failed-'));
  cpSync(home, folder, { recursive: true });
  return `${failure}\nSeen until then: ${JSON.stringify(seen, null, 2)}\nThe logs are in ${folder}`;
}

test.each([
  { file: 'allowed.ts', at: findingAt, fix: 'Build a Set of `banned` before the loop', mended: fast },
  { file: 'shop/moderation.py', at: pythonFindingAt, fix: 'Build a set of `banned` before the loop', mended: fastPython },
])(
  'in Neovim the finding in $file is shown, read, mended and saved',
  async ({ file, at, fix, mended }) => {
    const report = await drive(file);
    if (report.failure !== undefined) throw new Error(complaint(report));
    expect(report.findings).toEqual([
      { ...at, message: expect.stringContaining('scans all of `banned`'), source: 'scalelint', code: 'nested-loop-lookup' },
    ]);
    expect(report.hover).toContain('steps now');
    expect(report.actions?.[0]).toBe(fix);
    expect(report.actions?.join('\n')).toContain('Ignore `nested-loop-lookup` here');
    expect(readFileSync(workspace.path(file), 'utf8')).toBe(mended);
  },
  limit + 10_000,
);
