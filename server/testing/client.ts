/**
 * A small client for tests: starts the real server as a process, in a workspace of its own, and keeps what it is told. It keeps
 * its documents' texts itself and applies edits by the negotiated encoding, so that a wrong column shows.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  type ClientCapabilities,
  type CodeAction,
  createProtocolConnection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type InitializeResult,
  type ProtocolConnection,
  type Range,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver-protocol/node';
import { positionsOfText } from '../positions.ts';
import type { Status } from '../protocol.ts';

export interface ClientOptions {
  readonly pull?: boolean;
  readonly encodings?: readonly string[];
  /** Merged over what a complete client can do. */
  readonly capabilities?: (all: ClientCapabilities) => void;
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly options?: unknown;
  readonly processId?: number | null;
  readonly command?: readonly string[];
}

export interface Client {
  readonly connection: ProtocolConnection;
  readonly process: ChildProcess;
  readonly initialized: InitializeResult;
  readonly root: string;
  readonly published: Map<string, { diagnostics: Diagnostic[]; version: number | undefined }[]>;
  readonly statuses: Status[];
  readonly logs: string[];
  readonly counts: { refreshes: number; hintRefreshes: number };
  settings: Readonly<Record<string, unknown>>;
  uri(name: string): string;
  write(name: string, text: string): void;
  open(name: string, text: string, language?: string): void;
  /** Each cell is then a document with the address `cell(name, number)`, counted from 0 in the order in which they were made. */
  openNotebook(name: string, cells: readonly string[]): void;
  cell(name: string, number: number): string;
  /** Takes cells away and puts new ones in their place. */
  replaceCells(name: string, start: number, deleteCount: number, cells: readonly string[]): void;
  closeNotebook(name: string): void;
  /** Replaces the first occurrence; incremental. */
  replace(name: string, old: string, by: string): void;
  /** What an edit of the server's makes of the texts. Fails on a version that is not the document's. */
  apply(edit: WorkspaceEdit): void;
  text(name: string): string;
  close(name: string): void;
  rangeOf(name: string, part: string): Range;
  pull(name: string, previousResultId?: string): Promise<DocumentDiagnosticReport>;
  diagnostics(name: string): Promise<Diagnostic[]>;
  actions(name: string, at: string, only?: string[]): Promise<CodeAction[]>;
  hover(name: string, at: string): Promise<string>;
  changedOnDisk(name: string, type?: 1 | 2 | 3): void;
  stop(): Promise<void>;
}

const bin = join(import.meta.dirname, '../bin.ts');

export function temporaryWorkspace(files: Readonly<Record<string, string>>): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'scalelint-server-')));
  for (const [name, text] of Object.entries({ 'tsconfig.json': '{"compilerOptions":{"strict":true}}', ...files })) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  return root;
}

export function completeCapabilities(): ClientCapabilities {
  return {
    general: { positionEncodings: ['utf-16'] },
    textDocument: {
      diagnostic: { relatedInformation: true, codeDescriptionSupport: true },
      publishDiagnostics: { relatedInformation: true, codeDescriptionSupport: true, versionSupport: true },
      hover: { contentFormat: ['markdown', 'plaintext'] },
      inlayHint: {},
      codeAction: {
        codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source'] } },
        isPreferredSupport: true,
        dataSupport: true,
        resolveSupport: { properties: ['edit'] },
      },
    },
    workspace: {
      configuration: true,
      workspaceFolders: true,
      diagnostics: { refreshSupport: true },
      inlayHint: { refreshSupport: true },
      didChangeConfiguration: { dynamicRegistration: true },
      didChangeWatchedFiles: { dynamicRegistration: true },
      workspaceEdit: { documentChanges: true, resourceOperations: ['create'], changeAnnotationSupport: {} },
    },
    window: { workDoneProgress: true },
  };
}

export async function startClient(root: string, options: ClientOptions = {}): Promise<Client> {
  const { pull = true, encodings = ['utf-16'], command = [process.execPath, bin, '--stdio'] } = options;
  const [program = '', ...args] = command;
  const child = spawn(program, args, { cwd: root, stdio: ['pipe', 'pipe', 'pipe'] });
  const logs: string[] = [];
  child.stderr.on('data', (chunk: Buffer) => logs.push(chunk.toString()));
  const connection = createProtocolConnection(child.stdout, child.stdin);
  const published: Client['published'] = new Map();
  const statuses: Status[] = [];
  const counts = { refreshes: 0, hintRefreshes: 0 };
  const documents = new Map<string, { text: string; version: number; notebook?: string }>();
  const notebooks = new Map<string, { cells: string[]; made: number; version: number }>();
  const capabilities = completeCapabilities();
  capabilities.general = { positionEncodings: [...encodings] as never };
  if (!pull) delete capabilities.textDocument?.diagnostic;
  options.capabilities?.(capabilities);

  let initialized: InitializeResult;
  const uri = (name: string): string => (/^[a-z-]{2,}:/.test(name) ? name : pathToFileURL(join(root, name)).href);
  const encoding = (): 'utf-16' => (initialized.capabilities.positionEncoding ?? 'utf-16') as 'utf-16';
  const positions = (text: string) => positionsOfText(text, encoding());
  const kept = (name: string): { text: string; version: number } => {
    const document = documents.get(uri(name));
    if (document === undefined) throw new Error(`${name} is not open`);
    return document;
  };
  const change = (target: string, edits: readonly TextEdit[]): void => {
    const document = documents.get(target);
    if (document === undefined) throw new Error(`${target} is not open`);
    const at = positions(document.text);
    const ordered = edits
      .map((edit) => ({ start: at.offsetAt(edit.range.start), end: at.offsetAt(edit.range.end), edit }))
      .sort((a, b) => a.start - b.start || a.end - b.end);
    let text = '';
    let done = 0;
    for (const { start, end, edit } of ordered) {
      if (start < done) throw new Error('edits overlap');
      text += document.text.slice(done, start) + edit.newText;
      done = end;
    }
    document.text = text + document.text.slice(done);
    document.version++;
    const identifier = { uri: target, version: document.version };
    // From the last to the first, so that each range is right when it is applied.
    const changes = ordered.toReversed().map(({ edit }) => ({ range: edit.range, text: edit.newText }));
    if (document.notebook === undefined)
      void connection.sendNotification('textDocument/didChange', { textDocument: identifier, contentChanges: changes });
    else changeNotebook(document.notebook, { textContent: [{ document: identifier, changes }] });
  };
  const changeNotebook = (target: string, cells: object): void => {
    const notebook = notebooks.get(target);
    if (notebook === undefined) throw new Error(`${target} is not open`);
    notebook.version++;
    void connection.sendNotification('notebookDocument/didChange', {
      notebookDocument: { uri: target, version: notebook.version },
      change: { cells },
    });
  };
  const makeCells = (target: string, texts: readonly string[]) => {
    const notebook = notebooks.get(target) ?? { cells: [], made: 0, version: 1 };
    notebooks.set(target, notebook);
    const items = texts.map((text) => ({
      uri: `${target.replace('file://', 'vscode-notebook-cell:')}#W${notebook.made++}`,
      languageId: 'python',
      version: 1,
      text,
    }));
    for (const { uri: own, text } of items) documents.set(own, { text, version: 1, notebook: target });
    return { items, cells: items.map((item) => ({ kind: 2, document: item.uri })) };
  };

  const client: Omit<Client, 'initialized'> & { initialized?: InitializeResult } = {
    connection,
    process: child,
    root,
    published,
    statuses,
    logs,
    counts,
    settings: options.settings ?? {},
    uri,
    write(name, text) {
      mkdirSync(dirname(join(root, name)), { recursive: true });
      writeFileSync(join(root, name), text);
    },
    open(name, text, language = 'typescript') {
      documents.set(uri(name), { text, version: 1 });
      void connection.sendNotification('textDocument/didOpen', { textDocument: { uri: uri(name), languageId: language, version: 1, text } });
    },
    openNotebook(name, texts) {
      const { items, cells } = makeCells(uri(name), texts);
      notebooks.get(uri(name))?.cells.push(...items.map((item) => item.uri));
      void connection.sendNotification('notebookDocument/didOpen', {
        notebookDocument: { uri: uri(name), notebookType: 'jupyter-notebook', version: 1, cells },
        cellTextDocuments: items,
      });
    },
    cell: (name, number) => `${uri(name).replace('file://', 'vscode-notebook-cell:')}#W${number}`,
    replaceCells(name, start, deleteCount, texts) {
      const { items, cells } = makeCells(uri(name), texts);
      const gone = notebooks.get(uri(name))?.cells.splice(start, deleteCount, ...items.map((item) => item.uri)) ?? [];
      for (const one of gone) documents.delete(one);
      changeNotebook(uri(name), {
        structure: { array: { start, deleteCount, cells }, didOpen: items, didClose: gone.map((one) => ({ uri: one })) },
      });
    },
    closeNotebook(name) {
      const cellTextDocuments = notebooks.get(uri(name))?.cells.map((one) => ({ uri: one })) ?? [];
      for (const one of cellTextDocuments) documents.delete(one.uri);
      notebooks.delete(uri(name));
      void connection.sendNotification('notebookDocument/didClose', { notebookDocument: { uri: uri(name) }, cellTextDocuments });
    },
    replace(name, old, by) {
      const { text } = kept(name);
      if (!text.includes(old)) throw new Error(`${name} does not hold ${old}`);
      change(uri(name), [{ range: client.rangeOf(name, old), newText: by }]);
    },
    apply(edit) {
      for (const one of edit.documentChanges ?? []) {
        if (!('textDocument' in one)) {
          if (one.kind === 'create') writeFileSync(new URL(one.uri), '');
          continue;
        }
        const { uri: target, version } = one.textDocument;
        const edits = one.edits.map(
          (each): TextEdit =>
            'snippet' in each
              ? { range: each.range, newText: each.snippet.value.replace(/\$\{1:([^}]*)\}/, '$1').replace(/\\([\\$}])/g, '$1') }
              : each,
        );
        const document = documents.get(target);
        if (document === undefined) throw new Error(`${target} is not open: apply it to the disk in the test`);
        if (version !== null && version !== document.version) throw new Error('an edit for another version');
        change(target, edits);
      }
      for (const [target, edits] of Object.entries(edit.changes ?? {})) change(target, edits);
    },
    text: (name) => kept(name).text,
    close(name) {
      documents.delete(uri(name));
      void connection.sendNotification('textDocument/didClose', { textDocument: { uri: uri(name) } });
    },
    rangeOf(name, part) {
      const { text } = kept(name);
      const start = text.indexOf(part);
      if (start < 0) throw new Error(`${name} does not hold ${part}`);
      return positions(text).rangeOf({ start, end: start + part.length });
    },
    pull: (name, previousResultId) =>
      connection.sendRequest('textDocument/diagnostic', {
        textDocument: { uri: uri(name) },
        ...(previousResultId === undefined ? {} : { previousResultId }),
      }),
    async diagnostics(name) {
      const report = await client.pull(name);
      if (report.kind !== 'full') throw new Error('unchanged, but nothing was known');
      return report.items;
    },
    actions: (name, at, only) =>
      connection.sendRequest('textDocument/codeAction', {
        textDocument: { uri: uri(name) },
        range: client.rangeOf(name, at),
        context: { diagnostics: [], ...(only === undefined ? {} : { only }) },
      }),
    async hover(name, at) {
      const answer = await connection.sendRequest<{ contents: { value: string } } | null>('textDocument/hover', {
        textDocument: { uri: uri(name) },
        position: client.rangeOf(name, at).start,
      });
      return answer?.contents.value ?? '';
    },
    changedOnDisk: (name, type = 2) => void connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: uri(name), type }] }),
    async stop() {
      if (child.exitCode === null && child.signalCode === null) {
        const exited = new Promise((resolve) => child.once('exit', resolve));
        await connection.sendRequest('shutdown').catch(() => {});
        await connection.sendNotification('exit').catch(() => {});
        await exited;
      }
      connection.dispose();
    },
  };

  connection.onNotification('textDocument/publishDiagnostics', (params: { uri: string; diagnostics: Diagnostic[]; version?: number }) => {
    published.set(params.uri, [...(published.get(params.uri) ?? []), { diagnostics: params.diagnostics, version: params.version }]);
  });
  connection.onNotification('scalelint/status', (status: Status) => void statuses.push(status));
  connection.onNotification('window/logMessage', ({ message }: { message: string }) => void logs.push(message));
  connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) => items.map(() => client.settings));
  connection.onRequest('client/registerCapability', () => null);
  connection.onRequest('window/workDoneProgress/create', () => null);
  connection.onRequest('workspace/diagnostic/refresh', () => {
    counts.refreshes++;
    return null;
  });
  connection.onRequest('workspace/inlayHint/refresh', () => {
    counts.hintRefreshes++;
    return null;
  });
  connection.onError(() => {});
  connection.listen();
  initialized = await connection.sendRequest<InitializeResult>('initialize', {
    processId: options.processId === undefined ? process.pid : options.processId,
    clientInfo: { name: 'test', version: '1' },
    rootUri: null,
    capabilities,
    workspaceFolders: [{ uri: pathToFileURL(root).href, name: 'root' }],
    initializationOptions: options.options,
  });
  client.initialized = initialized;
  await connection.sendNotification('initialized', {});
  return client as Client;
}

/** Waits until it holds; fails with what it was last. */
export async function eventually<T>(ask: () => T | Promise<T>, holds: (value: T) => boolean, patience = 20_000): Promise<T> {
  const until = Date.now() + patience;
  for (;;) {
    const value = await ask();
    if (holds(value)) return value;
    if (Date.now() > until) throw new Error(`It never came to hold; last: ${JSON.stringify(value, null, 1)?.slice(0, 2000)}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
