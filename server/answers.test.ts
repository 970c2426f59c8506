/** Hover, growth hints, status, the report and the check of the whole workspace, from the outside. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CancellationTokenSource, type InlayHint } from 'vscode-languageserver-protocol/node';
import type { WorkspaceCheckResult } from './protocol.ts';
import { type Client, eventually } from './testing/client.ts';
import { allowed, clientsPerTest, perhaps, search } from './testing/workspace.ts';

const start = clientsPerTest();

const confirmed = (client: Client, name: string) =>
  eventually(
    () => client.diagnostics(name),
    (all) => all.some(({ severity }) => severity !== 4),
  );

describe('hover', () => {
  test('tells the message, the growth in numbers, why, the path, the proofs and where to read more', async () => {
    const client = await start({ 'my file.ts': allowed });
    client.open('my file.ts', allowed);
    await confirmed(client, 'my file.ts');
    const text = await eventually(
      () => client.hover('my file.ts', search),
      (value) => value.includes('Safe fix'),
    );
    const at = client.uri('my file.ts');
    expect(text.split('\n\n')[0]).toMatch(/^`banned\.includes\(…\)` scans all of `banned` once per `user`: O\\\(users × banned\\\)\./);
    expect(text.replaceAll('\u00a0', '')).toContain(
      '| `users`, `banned` | steps now | steps after |\n| --: | --: | --: |\n| 100 | 10 thousand | 200 |\n',
    );
    expect(text).toContain('| 1,000,000 | 1 trillion | 2 million |');
    expect(text).toContain('**Why**');
    expect(text).toContain('`banned`: lines of a text');
    expect(text).toContain(`- [my file.ts:3](<${at}#L3>) loop over \`users\``);
    expect(text).toMatch(/\*\*Safe fix\*\*: Build a Set of `banned` before the loop\n\n✓ /);
    expect(text).toMatch(/\[nested-loop-lookup\]\(<https:[^>]*>\)$/);
    expect(await client.hover('my file.ts', 'export')).toBe('');
  });

  test('is plain for clients that show no Markdown', async () => {
    const client = await start(
      {},
      {
        capabilities: (all) => {
          delete all.textDocument?.hover;
        },
      },
    );
    client.open('a.ts', allowed);
    await confirmed(client, 'a.ts');
    const text = await client.hover('a.ts', search);
    expect(text).toContain('O(users × banned)');
    expect(text).not.toMatch(/\*\*|\\|\|/);
  });

  test('says which proof failed when there is no fix, and what a suggestion assumes', async () => {
    const text = `export function near(users: { at: Date }[], days: string) {
  const known = days.split(',').map((day) => new Date(day));
  return users.filter((user) => known.some((one) => one.getTime() === user.at.getTime()));
}
declare function use(all: string[]): void;
export function used(users: { id: string }[], list: string) {
  const banned = list.split('\n');
  for (const user of users) if (!banned.includes(user.id)) use(banned);
}
`;
    const client = await start();
    client.open('a.ts', text);
    await eventually(
      () => client.hover('a.ts', 'known.some'),
      (value) => value.includes('**No automatic fix**: `one.getTime()` is a call'),
    );
    const suggestion = await client.hover('a.ts', search);
    expect(suggestion).toContain('**Suggestion**: Build a Set of `banned` before the loop');
    expect(suggestion).toContain('? not proven: nothing called in the loop changes `banned`');
    const [action] = await client.actions('a.ts', search);
    expect(action?.title).toContain('assumes nothing called in the loop changes `banned`');
    expect(action?.isPreferred).toBeUndefined();
    expect(await client.actions('a.ts', search, ['source.fixAll.scalelint'])).toEqual([]);
  });
});

describe('growth hints', () => {
  const ask = (client: Client): Promise<InlayHint[]> =>
    client.connection.sendRequest('textDocument/inlayHint', {
      textDocument: { uri: client.uri('a.ts') },
      range: { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } },
    });

  test('are off unless somebody wants them; then they stand at line ends', async () => {
    const client = await start();
    client.open('a.ts', perhaps);
    await client.pull('a.ts');
    expect(await ask(client)).toEqual([]);
    const { hintRefreshes } = client.counts;
    client.settings = { growthHints: 'all' };
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await eventually(
      () => client.counts.hintRefreshes,
      (n) => n > hintRefreshes,
    );
    const hints = await eventually(
      () => ask(client),
      (all) => all.length > 0,
    );
    expect(hints).toContainEqual({
      position: client.rangeOf('a.ts', '{\n').start.line === 0 ? { line: 0, character: perhaps.indexOf('\n') } : null,
      label: 'O(users × banned)',
      tooltip: 'The work of this function grows as O(users × banned).',
      kind: 1,
      paddingLeft: true,
    });
    client.settings = { growthHints: 'loops' };
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await eventually(
      () => ask(client),
      (all) => all.every(({ tooltip }) => String(tooltip).includes('this loop')),
    );
  });
});

test('each folder of a workspace has its own configuration, and unsaved texts count across them', async () => {
  const client = await start({
    'package.json': '{}',
    'one/main.ts': `import { has } from '../two/helper';\n${allowed.replace(search, 'has(banned, user.id)')}`,
    'two/helper.ts': 'export const has = (all: string[], one: string) => false;\n',
    'two/own.ts': allowed,
    'two/scalelint.json': '{ "rules": { "nested-loop-lookup": "error" } }',
  });
  const folder = (name: string) => ({ uri: client.uri(name), name });
  await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
    event: { added: [folder('one'), folder('two')], removed: [{ uri: client.uri(''), name: 'root' }] },
  });
  for (const name of ['one/main.ts', 'two/helper.ts', 'two/own.ts']) client.open(name, readFileSync(join(client.root, name), 'utf8'));
  await eventually(
    () => client.diagnostics('two/own.ts'),
    ([finding]) => finding?.severity === 1,
  );
  expect(await client.diagnostics('one/main.ts')).toEqual([]);
  client.replace('two/helper.ts', 'false', 'all.includes(one)');
  await eventually(
    () => client.diagnostics('one/main.ts'),
    ([finding]) => finding?.severity === 2,
  );
  expect(await client.connection.sendRequest('scalelint/report')).toContain('2 sessions');
});

test('the status tells what was checked, to clients that want to know', async () => {
  const client = await start({}, { options: { commands: [] } });
  client.open('a.ts', allowed);
  const status = await eventually(
    () => client.statuses.at(-1),
    (last) => last?.state === 'ready',
  );
  expect(status).toEqual({ uri: client.uri('a.ts'), state: 'ready', files: 1, milliseconds: expect.any(Number), skipped: null, problems: [] });
  client.write('scalelint.json', '{ "rulez": {} }');
  client.changedOnDisk('scalelint.json', 1);
  await eventually(
    () => client.statuses.at(-1)?.problems ?? [],
    (problems) => problems.some((message) => message.includes('rulez')),
  );
});

test('others hear no notification that they do not know', async () => {
  const client = await start();
  client.open('a.ts', allowed);
  await confirmed(client, 'a.ts');
  expect(client.statuses).toEqual([]);
});

test('the report has what is needed to help, and no source text', async () => {
  const client = await start();
  client.open('a.ts', allowed);
  await confirmed(client, 'a.ts');
  const report = await eventually(
    () => client.connection.sendRequest<string>('scalelint/report'),
    (text) => text.includes(' ms, confirmed'),
  );
  expect(report).toMatch(/^scalelint \d+\.\d+\.\d+\nnode v\d+/);
  expect(report).toContain('client: test 1');
  expect(report).toMatch(/a\.ts \(typescript, \d+ characters\): 1 finding, 0 suppressed, \d+ ms, confirmed/);
  expect(report).toContain('"run":"onType"');
  expect(report).not.toContain('banned');
});

describe('the whole workspace', () => {
  test('is checked on request, shown in closed files, and taken away again', async () => {
    const client = await start({ 'a.ts': allowed, 'b/c.ts': allowed, 'd.ts': perhaps, 'e.ts': 'export const e = 1;\n' });
    client.open('a.ts', allowed);
    const progress: string[] = [];
    client.connection.onNotification('$/progress', ({ value }: { value: { kind: string } }) => void progress.push(value.kind));
    const result = await client.connection.sendRequest<WorkspaceCheckResult>('scalelint/checkWorkspace', {});
    expect(result).toMatchObject({ files: 4, errors: 0, warnings: 2, hints: 1, problems: [] });
    const sent = (name: string): number | undefined => client.published.get(client.uri(name))?.at(-1)?.diagnostics.length;
    expect([sent('a.ts'), sent('b/c.ts'), sent('d.ts'), sent('e.ts')]).toEqual([undefined, 1, 1, undefined]);
    await eventually(
      () => progress,
      (all) => all[0] === 'begin' && all.at(-1) === 'end',
    );
    // Whoever opens it is told by the other way.
    client.open('d.ts', perhaps);
    await eventually(
      () => sent('d.ts'),
      (n) => n === 0,
    );
    await client.connection.sendRequest('scalelint/clearWorkspace');
    expect(sent('b/c.ts')).toBe(0);
  });

  test('can be cancelled', async () => {
    const client = await start(Object.fromEntries(Array.from({ length: 200 }, (_, i) => [`f${i}.ts`, allowed])));
    const cancelling = new CancellationTokenSource();
    const answer = client.connection.sendRequest('scalelint/checkWorkspace', {}, cancelling.token);
    setTimeout(() => cancelling.cancel(), 100);
    await expect(answer).rejects.toMatchObject({ code: -32800 });
    expect(client.published.size).toBe(0);
  });
});
