/** Profiles from the outside: a real process is told to use one, and what it shows changes. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { cpuProfileOf } from '../profiles/testing.ts';
import type { UseProfilesResult, WorkspaceCheckResult } from './protocol.ts';
import { type Client, eventually } from './testing/client.ts';
import { allowed, clientsPerTest } from './testing/workspace.ts';

const start = clientsPerTest();

/** `allowed` is called so, and something else takes the rest of a second. */
const profile = (milliseconds: number): string =>
  JSON.stringify(
    cpuProfileOf([
      [['allowed@file:///app/a.ts:1:24'], milliseconds],
      [['other@node:fs:1:1'], 1000 - milliseconds],
    ]),
  );

const use = (client: Client, ...names: string[]): Promise<UseProfilesResult> =>
  client.connection.sendRequest('scalelint/useProfiles', { uris: names.map((name) => pathToFileURL(join(client.root, name)).href) });

const shown = (client: Client, name: string, wanted: (message: string, severity: number | undefined) => boolean) =>
  eventually(
    () => client.diagnostics(name),
    ([first]) => first !== undefined && wanted(String(first.message), first.severity),
  );

for (const pull of [true, false]) {
  test(`findings say their share, and sink, until the profile is given up (${pull ? 'asked for' : 'sent'})`, async () => {
    const client = await start({ 'a.ts': allowed, 'hot.cpuprofile': profile(370), 'cold.cpuprofile': profile(1) }, { pull });
    client.open('a.ts', allowed);
    const diagnostics = (wanted: (message: string, severity: number | undefined) => boolean) =>
      pull
        ? shown(client, 'a.ts', wanted)
        : eventually(
            async () => client.published.get(client.uri('a.ts'))?.at(-1)?.diagnostics ?? [],
            ([first]) => first !== undefined && wanted(String(first.message), first.severity),
          );
    const [before] = await diagnostics((_, severity) => severity === 2);

    expect(await use(client, 'hot.cpuprofile')).toEqual({ profiles: ['hot.cpuprofile'], notes: [] });
    const [hot] = await diagnostics((message) => message.includes('%'));
    expect(hot).toMatchObject({
      severity: 2,
      message: `${String(before?.message)}\n37 % of the time in \`hot.cpuprofile\` is spent in \`allowed\`.`,
    });
    // The fix is still the finding's.
    expect((await client.actions('a.ts', 'banned.includes(user.id)', ['quickfix'])).length).toBeGreaterThan(0);

    await use(client, 'cold.cpuprofile');
    await diagnostics((message, severity) => severity === 4 && message.includes('less than 1 %'));

    expect(await use(client)).toEqual({ profiles: [], notes: [] });
    await diagnostics((message, severity) => severity === 2 && message === before?.message);
  });
}

test('an edit moves the code, and the profile still knows it', async () => {
  const client = await start({ 'a.ts': allowed, 'hot.cpuprofile': profile(370) });
  client.open('a.ts', allowed);
  await use(client, 'hot.cpuprofile');
  await shown(client, 'a.ts', (message) => message.includes('37 %'));
  client.replace('a.ts', 'export', '// one\n// two\nexport');
  await shown(client, 'a.ts', (message) => message.includes('37 %'));
});

test('the check of the workspace uses it too', async () => {
  const client = await start({ 'a.ts': allowed, 'cold.cpuprofile': profile(1) });
  await use(client, 'cold.cpuprofile');
  const result = await client.connection.sendRequest<WorkspaceCheckResult>('scalelint/checkWorkspace', {});
  expect(result).toMatchObject({ warnings: 0, hints: 1, problems: [] });
});

test('a file that is no profile is refused in a sentence, and one of other code says so', async () => {
  const client = await start({
    'a.ts': allowed,
    'b.ts': 'export const b = 1;\n',
    'hot.cpuprofile': profile(370).replaceAll('/app/a.ts', '/app/other.ts'),
  });
  client.open('a.ts', allowed);
  await expect(use(client, 'a.ts')).rejects.toThrow('the profile `a.ts` is no profile of a kind that can be read');
  await expect(use(client, 'missing.cpuprofile')).rejects.toThrow('the profile `missing.cpuprofile` does not exist.');
  await shown(client, 'a.ts', (_, severity) => severity === 2);
  const { notes } = await use(client, 'hot.cpuprofile');
  expect(notes).toEqual([expect.stringMatching(/^The profile `hot.cpuprofile` says nothing about the code that was checked. It is mostly about/)]);
  writeFileSync(join(client.root, 'hot.cpuprofile'), profile(370));
  expect((await use(client, 'hot.cpuprofile')).notes).toEqual([]);
});
