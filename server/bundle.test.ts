/** The server as users get it: from `dist/` alone, by both of its entries. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { WorkspaceCheckResult } from './protocol.ts';
import { eventually } from './testing/client.ts';
import { allowed, clientsPerTest } from './testing/workspace.ts';

const start = clientsPerTest();
const installed = mkdtempSync(join(tmpdir(), 'scalelint-installed-'));

beforeAll(() => {
  const root = resolve(import.meta.dirname, '..');
  cpSync(join(root, 'dist'), join(installed, 'dist'), { recursive: true });
  cpSync(join(root, 'package.json'), join(installed, 'package.json'));
});
afterAll(() => rmSync(installed, { recursive: true, force: true }));

test.each([
  ['server.js', '--stdio'],
  ['cli.js', 'lsp', '--stdio', '--clientProcessId=1'],
])('%s %s', async (entry, ...args) => {
  const client = await start({ 'a.ts': allowed, 'b.ts': allowed }, { command: [process.execPath, join(installed, 'dist', entry), ...args] });
  client.open('a.ts', allowed);
  await eventually(
    () => client.diagnostics('a.ts'),
    (all) => all.some(({ code }) => code === 'nested-loop-lookup'),
  );
  // A thread of its own, which must find its way back to the entry.
  expect(await client.connection.sendRequest<WorkspaceCheckResult>('scalelint/checkWorkspace', {})).toMatchObject({ files: 2, warnings: 2 });
});
