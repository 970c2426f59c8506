/** Diagnostics from the outside: a real process, spoken to over standard input and output. */
import { describe, expect, test } from 'vitest';
import { CancellationTokenSource, type Diagnostic } from 'vscode-languageserver-protocol/node';
import { type Client, eventually } from './testing/client.ts';
import { allowed, clientsPerTest, perhaps, search } from './testing/workspace.ts';

const start = clientsPerTest();

const found = (client: Client, name: string, count: number): Promise<Diagnostic[]> =>
  eventually(
    () => client.diagnostics(name),
    (all) => all.filter(({ severity }) => severity !== 4).length === count,
  );

describe('a client that asks', () => {
  test('is answered, with the path, the page and a hint at the loop', async () => {
    const client = await start({ 'a.ts': allowed });
    client.open('a.ts', allowed);
    const [finding, loop] = await found(client, 'a.ts', 1);
    const at = { uri: client.uri('a.ts'), range: client.rangeOf('a.ts', search) };
    const head = { uri: client.uri('a.ts'), range: client.rangeOf('a.ts', 'users.filter') };
    expect(finding).toMatchObject({
      range: at.range,
      severity: 2,
      source: 'scalelint',
      code: 'nested-loop-lookup',
      message: expect.stringContaining('O(users × banned)'),
      relatedInformation: [{ message: 'takes `req, res`' }, { location: head, message: 'loop over `users`' }],
    });
    expect(finding?.codeDescription?.href).toMatch(/^https:.*\/nested-loop-lookup\/rule\.md$/);
    expect(loop).toMatchObject({
      range: head.range,
      severity: 4,
      message: 'loop over `users` repeats `banned.includes(…)`: O(users × banned)',
      relatedInformation: [{ location: at, message: finding?.message }],
    });
    expect(client.published.size).toBe(0);
  });

  test('hears nothing new when nothing is', async () => {
    const client = await start();
    client.open('a.ts', allowed);
    await found(client, 'a.ts', 1);
    const report = await client.pull('a.ts');
    expect(report).toMatchObject({ kind: 'full', resultId: expect.any(String) });
    expect(await client.pull('a.ts', report.resultId)).toEqual({ kind: 'unchanged', resultId: report.resultId });
    client.replace('a.ts', 'export', '\nexport');
    expect((await client.pull('a.ts', report.resultId)).kind).toBe('full');
  });

  test('is told to ask again when a helper changes what is true of its callers', async () => {
    const main = `import { has } from './helper';
export function kept(users: { id: string }[], list: string) {
  const banned = list.split('\\n');
  return users.filter((user) => has(banned, user.id));
}

export function show(_req: unknown, res: { send(all: unknown): void }, users: { id: string }[], list: string) {
  res.send(kept(users, list));
}
`;
    const slow = 'export function has(all: string[], one: string) {\n  return all.includes(one);\n}\n';
    const client = await start({ 'main.ts': main, 'helper.ts': slow });
    client.open('main.ts', main);
    client.open('helper.ts', slow);
    const [finding] = await found(client, 'main.ts', 1);
    expect(finding?.relatedInformation?.map(({ location }) => location.uri)).toContain(client.uri('helper.ts'));
    const { refreshes } = client.counts;
    client.replace('helper.ts', 'all.includes(one)', 'all[0] === one');
    await eventually(
      () => client.counts.refreshes,
      (n) => n > refreshes,
    );
    await found(client, 'main.ts', 0);
    client.replace('helper.ts', 'all[0] === one', 'all.includes(one)');
    await found(client, 'main.ts', 1);
    // Closed without saving: the disk has the truth again, and there it is slow.
    client.replace('helper.ts', 'all.includes(one)', 'false');
    await found(client, 'main.ts', 0);
    client.close('helper.ts');
    await found(client, 'main.ts', 1);
  });

  test('may cancel, and be answered afterwards', async () => {
    const client = await start();
    client.open('a.ts', allowed);
    const cancelling = new CancellationTokenSource();
    const params = { textDocument: { uri: client.uri('a.ts') } };
    const answer = client.connection.sendRequest('textDocument/diagnostic', params, cancelling.token);
    // The request is written in a later turn; cancelling before that would not send it.
    setTimeout(() => cancelling.cancel(), 5);
    await expect(answer).rejects.toMatchObject({ code: -32800 });
    await found(client, 'a.ts', 1);
  });
});

describe('a client that does not ask', () => {
  test('is sent findings with versions, and never an empty list in between', async () => {
    const client = await start({}, { pull: false });
    expect(client.initialized.capabilities.diagnosticProvider).toBeUndefined();
    client.open('a.ts', allowed);
    const sent = () => client.published.get(client.uri('a.ts')) ?? [];
    await eventually(sent, (all) => all.at(-1)?.diagnostics.length === 2);
    client.replace('a.ts', 'export', '// moved\nexport');
    await eventually(sent, (all) => all.at(-1)?.diagnostics[0]?.range.start.line === 3);
    client.replace('a.ts', '{ id', '{ { id');
    client.replace('a.ts', '// moved', '// moved\n// once more');
    await eventually(sent, (all) => all.at(-1)?.diagnostics[0]?.range.start.line === 4);
    expect(sent().map(({ diagnostics }) => diagnostics.length)).not.toContain(0);
    expect(sent().at(-1)?.version).toBeGreaterThan(2);
    client.close('a.ts');
    await eventually(sent, (all) => all.at(-1)?.diagnostics.length === 0);
  });

  test('because it cannot be told to ask again, is sent them too', async () => {
    const client = await start(
      {},
      {
        capabilities: (all) => {
          delete all.workspace?.diagnostics;
        },
      },
    );
    client.open('a.ts', allowed);
    await eventually(
      () => client.published.get(client.uri('a.ts')) ?? [],
      (all) => all.length > 0,
    );
  });
});

describe('while typing', () => {
  test('findings survive a syntax error with their code', async () => {
    const client = await start();
    client.open('a.ts', allowed);
    await found(client, 'a.ts', 1);
    client.replace('a.ts', 'export', '\n\nexport function half( {\nexport');
    const [kept] = await client.diagnostics('a.ts');
    expect(kept?.range).toEqual(client.rangeOf('a.ts', search));
    client.replace('a.ts', search, 'false');
    expect(await client.diagnostics('a.ts')).toEqual([]);
  });

  test('a storm of edits ends with the right answer', async () => {
    const client = await start();
    client.open('a.ts', `// 0\n${allowed}`);
    for (let i = 0; i < 200; i++) {
      client.replace('a.ts', `// ${i}`, `// ${i + 1}${i % 10 === 0 ? '\n' : ''}`);
      if (i % 3 === 0) void client.pull('a.ts').catch(() => {});
    }
    const [finding] = await found(client, 'a.ts', 1);
    expect(finding?.range).toEqual(client.rangeOf('a.ts', search));
    client.replace('a.ts', search, 'false');
    await found(client, 'a.ts', 0);
  });

  test.each(['utf-8', 'utf-32', 'utf-16'])('columns are counted in %s', async (encoding) => {
    const text = allowed.replace('return users', "const 名 = '😀é'; return users");
    const client = await start({}, { encodings: [encoding] });
    expect(client.initialized.capabilities.positionEncoding).toBe(encoding);
    client.open('a.ts', text);
    const [finding] = await found(client, 'a.ts', 1);
    expect(finding?.range).toEqual(client.rangeOf('a.ts', search));
    // An edit behind such characters lands where the client means it.
    client.replace('a.ts', '; return users', '; return users ?? users');
    const [moved] = await found(client, 'a.ts', 1);
    expect(moved?.range).toEqual(client.rangeOf('a.ts', search));
  });
});

test('Python files are checked too', async () => {
  const text = [
    'from django.http import HttpRequest',
    'def kept(request: HttpRequest):',
    '    banned = open("banned.txt").read().split("\\n")',
    '    users = open("users.txt").readlines()',
    '    return [u for u in users if u in banned]',
    '',
  ].join('\n');
  const client = await start();
  client.open('a.py', text, 'python');
  const [finding] = await found(client, 'a.py', 1);
  expect(finding).toMatchObject({ range: client.rangeOf('a.py', 'u in banned'), code: 'nested-loop-lookup', source: 'scalelint' });
});

describe('what is left out', () => {
  test('documents that are no files, and other languages', async () => {
    const client = await start({}, { pull: false });
    client.open('untitled:Untitled-1', allowed);
    client.open('a.md', allowed, 'markdown');
    client.open('b.ts', allowed);
    await eventually(
      () => client.published,
      (all) => all.has(client.uri('b.ts')),
    );
    expect([...client.published.keys()]).toEqual([client.uri('b.ts')]);
  });

  test('hints, if they are not wanted; they are faint if they are', async () => {
    const client = await start();
    client.open('a.ts', perhaps);
    const [hint] = await eventually(
      () => client.diagnostics('a.ts'),
      (all) => all.length === 1,
    );
    expect(hint).toMatchObject({ severity: 4, code: 'nested-loop-lookup' });
    client.settings = { hints: 'hide' };
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await eventually(
      () => client.diagnostics('a.ts'),
      (all) => all.length === 0,
    );
  });

  test('everything, if it is turned off', async () => {
    const client = await start({}, { settings: { enable: false } });
    client.open('a.ts', allowed);
    expect(await client.diagnostics('a.ts')).toEqual([]);
    client.settings = {};
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await found(client, 'a.ts', 1);
  });

  test('files that are too large, and the status says so', async () => {
    const client = await start({}, { settings: { maxFileSize: 1 }, options: { status: true } });
    client.open('a.ts', allowed + '// long\n'.repeat(200));
    const status = await eventually(
      () => client.statuses.at(-1),
      (last) => last?.state === 'limited',
    );
    expect(status?.skipped).toMatch(/larger than 1 KB/);
    expect(await client.diagnostics('a.ts')).toEqual([]);
  });
});

test('a rule that is turned off on disk stops reporting, and starts again', async () => {
  const client = await start();
  client.open('a.ts', allowed);
  await found(client, 'a.ts', 1);
  client.write('scalelint.json', '{ "rules": { "nested-loop-lookup": "off" } }');
  client.changedOnDisk('scalelint.json', 1);
  await found(client, 'a.ts', 0);
  client.write('scalelint.json', '{}');
  client.changedOnDisk('scalelint.json');
  await found(client, 'a.ts', 1);
});
