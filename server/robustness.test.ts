/** What goes wrong around a server: broken messages, clients that die, files that vanish. */
import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { eventually } from './testing/client.ts';
import { allowed, clientsPerTest } from './testing/workspace.ts';

const start = clientsPerTest();

const exit = (child: ChildProcess): Promise<unknown> =>
  eventually(
    () => child.exitCode ?? child.signalCode,
    (code) => code !== null,
  );

describe('a broken message', () => {
  test.each([
    ['no JSON', 'Content-Length: 9\r\n\r\n{"a": nul'],
    ['not a request', 'Content-Length: 4\r\n\r\nnull'],
    ['a list', 'Content-Length: 2\r\n\r\n[]'],
    ['no length', 'Content-Type: x\r\n\r\n'],
    ['a length that is none', 'Content-Length: many\r\n\r\n'],
    ['a header without a value', 'nonsense\r\n\r\n'],
  ])('%s', async (_, bytes) => {
    const client = await start();
    client.process.stdin?.write(bytes);
    client.open('a.ts', allowed);
    await eventually(
      () => client.diagnostics('a.ts'),
      (all) => all.length > 0,
    );
  });

  test.each([
    ['textDocument/hover', { textDocument: null }],
    ['textDocument/codeAction', {}],
    ['textDocument/diagnostic', { textDocument: 5 }],
    ['codeAction/resolve', { title: 'x', data: 7 }],
    ['no/such/method', {}],
  ])('%s with wrong parameters is answered as an error', async (method, params) => {
    const client = await start();
    await expect(client.connection.sendRequest(method, params)).rejects.toThrow();
    client.open('a.ts', allowed);
    await eventually(
      () => client.diagnostics('a.ts'),
      (all) => all.length > 0,
    );
  });

  test('a change that cannot be applied is logged, and the next one counts', async () => {
    const client = await start();
    client.open('a.ts', allowed);
    const textDocument = { uri: client.uri('a.ts'), version: 2 };
    await client.connection.sendNotification('textDocument/didChange', { textDocument, contentChanges: [{ range: {}, text: 'x' }] });
    await client.connection.sendNotification('textDocument/didChange', { textDocument, contentChanges: [{ text: allowed }] });
    await eventually(
      () => client.diagnostics('a.ts'),
      (all) => all.length > 0,
    );
    expect(client.logs.join('\n')).toContain('didChange');
  });
});

describe('the process ends', () => {
  test('when it is told to', async () => {
    const client = await start();
    await client.connection.sendRequest('shutdown');
    await client.connection.sendNotification('exit');
    await exit(client.process);
    expect(client.process.exitCode).toBe(0);
  });

  test('when its input ends, in the middle of work too', async () => {
    const client = await start();
    client.open('a.ts', allowed);
    client.pull('a.ts').catch(() => {});
    await new Promise((resolve) => setTimeout(resolve, 50));
    client.process.stdin?.end();
    await exit(client.process);
    expect(client.process.exitCode).toBe(1);
  });

  test('when the process that started it is gone', async () => {
    const parent = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    const client = await start({}, { processId: parent.pid ?? null });
    parent.kill('SIGKILL');
    await exit(client.process);
    expect(client.process.exitCode).toBe(1);
  });
});

test('a file that is deleted while it is open is still checked', async () => {
  const client = await start({ 'a.ts': allowed });
  client.open('a.ts', allowed);
  await eventually(
    () => client.diagnostics('a.ts'),
    (all) => all.length > 0,
  );
  rmSync(join(client.root, 'a.ts'));
  client.changedOnDisk('a.ts', 3);
  client.replace('a.ts', 'export', '\nexport');
  await eventually(
    () => client.diagnostics('a.ts'),
    (all) => all[0]?.range.start.line === 3,
  );
});

test('paths with blanks, per cent signs and other characters', async () => {
  const name = 'my files/100% é#?.ts';
  const client = await start({ [name]: allowed });
  client.open(name, allowed);
  const [finding] = await eventually(
    () => client.diagnostics(name),
    (all) => all.length > 0,
  );
  expect(finding?.relatedInformation?.[0]?.location.uri).toBe(client.uri(name));
});

test('nothing but the protocol is written to standard output', async () => {
  const script = `
    const { serveOnStdio } = await import(${JSON.stringify(join(import.meta.dirname, 'stdio.ts'))});
    serveOnStdio();
    console.log('noise');
    console.info('noise');
    process.stdout.write('noise');
    setTimeout(() => process.exit(0), 100);
  `;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script]);
  const out = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const) child[stream].on('data', (chunk: Buffer) => (out[stream] += chunk.toString()));
  await exit(child);
  expect(out.stdout).toBe('');
  expect(out.stderr.match(/noise/g)).toHaveLength(3);
});
