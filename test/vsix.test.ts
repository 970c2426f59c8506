/** The packaged extension: what lies in the VSIX and what does not, that its parts agree, and that the server in it starts alone. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { packageExtension, sizeLimit } from '../scripts/package.ts';

interface Manifest {
  readonly engines: { readonly vscode: string };
  readonly main: string;
  readonly icon: string;
  readonly activationEvents: readonly string[];
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly configuration: { readonly properties: Record<string, { readonly markdownDescription?: string; readonly default?: unknown }> };
    readonly jsonValidation: readonly { readonly url: string; readonly fileMatch: readonly string[] }[];
    readonly walkthroughs: readonly { readonly steps: readonly { readonly description: string; readonly media: { readonly svg: string } }[] }[];
  };
}

const at = mkdtempSync(join(tmpdir(), 'scalelint-vsix-test-'));
const vsix = join(at, 'scalelint.vsix');
let files: ReadonlyMap<string, Buffer> = new Map();

beforeAll(async () => {
  await packageExtension(vsix);
  const entries = [...unzip(readFileSync(vsix))].filter(([path]) => path.startsWith('extension/'));
  files = new Map(entries.map(([path, content]) => [path.slice('extension/'.length), content]));
  for (const [path, content] of files) {
    mkdirSync(dirname(join(at, path)), { recursive: true });
    writeFileSync(join(at, path), content);
  }
}, 180_000);

afterAll(() => rmSync(at, { recursive: true, force: true }));

const text = (path: string): string => files.get(path)?.toString('utf8') ?? '';
const manifest = (): Manifest => JSON.parse(text('package.json')) as Manifest;

describe('what is in it', () => {
  test('nothing but what is read at run time', () => {
    const known = [
      /^(package\.json|package\.nls\.json|readme\.md|changelog\.md|LICENSE\.txt)$/,
      /^dist\/(extension\.cjs|server\.js|[\w-]+\.js)$/,
      /^dist\/(web-tree-sitter|tree-sitter-python)\.wasm$/,
      /^dist\/lib\/lib(\.[\w.]+)?\.d\.ts$/,
      /^dist\/rules\/[a-z-]+\.md$/,
      /^dist\/schema\/scalelint\.schema\.json$/,
      /^media\/(icon\.png|sample\.ts|\w+\.svg)$/,
    ];
    expect([...files.keys()].filter((path) => !known.some((pattern) => pattern.test(path)))).toEqual([]);
    expect(files.has('dist/cli.js')).toBe(false);
  });

  test('all that is read at run time', () => {
    const { main, icon, contributes } = manifest();
    const rules = ts.sys.getDirectories(resolve(import.meta.dirname, '../rules'));
    const wanted = [
      ...['dist/server.js', 'dist/lib/lib.d.ts', 'dist/lib/lib.es5.d.ts', 'dist/lib/lib.dom.d.ts', 'media/sample.ts', icon, main],
      ...contributes.jsonValidation.map(({ url }) => url),
      ...contributes.walkthroughs.flatMap(({ steps }) => steps.map(({ media }) => media.svg)),
      ...rules.map((rule) => `dist/rules/${rule}.md`),
    ];
    expect(rules.length).toBeGreaterThan(3);
    expect(wanted.filter((path) => !files.has(path.replace(/^\.\//, '')))).toEqual([]);
  });

  test('not too much', () => expect(statSync(vsix).size).toBeLessThan(sizeLimit));

  test('no packages', () => {
    const imports = [...files.keys()]
      .filter((path) => /\.c?js$/.test(path))
      .flatMap((path) => ts.preProcessFile(text(path), true, true).importedFiles.map((file) => `${path}: ${file.fileName}`));
    expect(imports).toContain('dist/extension.cjs: vscode');
    const isBundled = (line: string): boolean => /: \.\//.test(line) || isBuiltin(line.replace(/^.*: /, '')) || line === 'dist/extension.cjs: vscode';
    expect(imports.filter((line) => !isBundled(line))).toEqual([]);
  });

  test('an icon of the right size', () => {
    const icon = files.get(manifest().icon)!;
    expect([icon.subarray(1, 4).toString(), icon.readUInt32BE(16), icon.readUInt32BE(20)]).toEqual(['PNG', 256, 256]);
  });
});

describe('the manifest', () => {
  test('declares the commands that the extension registers, and no others', () => {
    const { commands, jsonValidation } = manifest().contributes;
    const strings = new Set([...text('dist/extension.cjs').matchAll(/["'`](scalelint\.\w+)["'`]/g)].map((match) => match[1]!));
    // What else bears our name: context keys, the status item, settings, configuration files.
    const others = ['hasProfile', 'hasWorkspaceResults', 'profile', 'sampleChanged', 'status', 'run', 'enable'].map((name) => `scalelint.${name}`);
    const registered = [...strings].filter((name) => ![...others, ...jsonValidation.flatMap(({ fileMatch }) => fileMatch)].includes(name));
    expect(registered.sort()).toEqual(commands.map(({ command }) => command).sort());
  });

  test('has few settings, each described and with a default', () => {
    const settings = Object.entries(manifest().contributes.configuration.properties);
    expect(settings.length).toBeLessThanOrEqual(12);
    expect(
      settings.filter(
        ([name, { markdownDescription, default: value }]) => !/^scalelint\.[a-z][\w.]*$/i.test(name) || !markdownDescription || value === undefined,
      ),
    ).toEqual([]);
  });

  test('names its texts, and has no idle ones', () => {
    const texts = Object.keys(JSON.parse(text('package.nls.json')) as object);
    const named = [...text('package.json').matchAll(/"%([\w.]+)%"/g)].map((match) => match[1]!);
    expect(named.length).toBeGreaterThan(20);
    expect([...new Set(named)].sort()).toEqual(texts.sort());
  });

  test('links to commands that exist', () => {
    const declared = manifest().contributes.commands.map(({ command }) => command);
    const linked = [...text('package.nls.json').matchAll(/\(command:(scalelint\.\w+)\)/g)].map((match) => match[1]!);
    expect(linked.length).toBeGreaterThan(3);
    expect(linked.filter((command) => !declared.includes(command))).toEqual([]);
  });

  test('activates by language only', () => {
    const languages = ['typescript', 'typescriptreact', 'javascript', 'javascriptreact', 'python'];
    expect(manifest().activationEvents).toEqual(languages.map((id) => `onLanguage:${id}`));
  });
});

describe('the server', () => {
  test('starts from the unpacked folder, finds and stops', async () => {
    const server = spawn(process.execPath, [join(at, 'dist/server.js'), '--stdio'], { cwd: at });
    try {
      const receive = messages(server);
      send(server, { id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } });
      const { result } = (await receive((message) => message.id === 1)) as { result: { capabilities: object; serverInfo: object } };
      expect(result).toMatchObject({ serverInfo: { name: 'scalelint' }, capabilities: { codeActionProvider: {} } });
      send(server, { method: 'initialized', params: {} });
      const textDocument = { uri: 'file:///sample.ts', languageId: 'typescript', version: 1, text: text('media/sample.ts') };
      send(server, { method: 'textDocument/didOpen', params: { textDocument } });
      const found = await receive((message) => message.method === 'textDocument/publishDiagnostics' && JSON.stringify(message).includes('"code"'));
      expect(JSON.stringify(found)).toContain('nested-loop-lookup');
      send(server, { id: 2, method: 'shutdown' });
      await receive((message) => message.id === 2);
      const ended = new Promise((resolve) => server.once('exit', resolve));
      send(server, { method: 'exit' });
      expect(await ended).toBe(0);
    } finally {
      server.kill();
    }
  });
});

interface Message {
  readonly id?: number;
  readonly method?: string;
}

function send(server: ChildProcessWithoutNullStreams, message: object): void {
  const body = JSON.stringify({ jsonrpc: '2.0', ...message });
  server.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
}

/** Answers with the next message that is wanted; rejects when the server ends before. */
function messages(server: ChildProcessWithoutNullStreams): (isWanted: (message: Message) => boolean) => Promise<Message> {
  let buffer = Buffer.alloc(0);
  let complaints = '';
  const received: Message[] = [];
  let wake = (): void => {};
  let hasEnded = false;
  server.stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString()));
  server.on('close', () => {
    hasEnded = true;
    wake();
  });
  server.stdout.on('data', (chunk: Buffer) => {
    buffer = Buffer.concat([buffer, chunk]);
    for (let message = take(); message !== null; message = take()) received.push(message);
    wake();
  });
  const take = (): Message | null => {
    const head = /^Content-Length: (\d+)[\s\S]*?\r\n\r\n/.exec(buffer.toString('latin1'));
    if (head === null) return null;
    const end = head[0].length + Number(head[1]);
    if (buffer.length < end) return null;
    const body = buffer.subarray(head[0].length, end).toString('utf8');
    buffer = buffer.subarray(end);
    return JSON.parse(body) as Message;
  };
  return async (isWanted) => {
    for (;;) {
      const found = received.findIndex(isWanted);
      if (found >= 0) return received.splice(found, 1)[0]!;
      if (hasEnded) throw new Error(`The server ended: ${complaints}`);
      await new Promise<void>((resolve) => (wake = resolve));
    }
  };
}

/** Files of a zip archive, by its central directory: enough for what vsce writes (stored or deflated, no zip64). */
function unzip(zip: Buffer): Map<string, Buffer> {
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  const contents = new Map<string, Buffer>();
  let entry = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const nameLength = zip.readUInt16LE(entry + 28);
    const name = zip.toString('utf8', entry + 46, entry + 46 + nameLength);
    const local = zip.readUInt32LE(entry + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const data = zip.subarray(start, start + zip.readUInt32LE(entry + 20));
    if (!name.endsWith('/')) contents.set(name, zip.readUInt16LE(entry + 10) === 0 ? data : inflateRawSync(data));
    entry += 46 + nameLength + zip.readUInt16LE(entry + 30) + zip.readUInt16LE(entry + 32);
  }
  return contents;
}
