/** The language server: what it can do, and which part answers what. */
import {
  type CancellationToken,
  CancellationTokenSource,
  CodeActionKind,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type InitializeParams,
  type InitializeResult,
  LSPErrorCodes,
  ResponseError,
  type ServerCapabilities,
  TextDocumentSyncKind,
  type WorkDoneProgressParams,
} from 'vscode-languageserver/node';
import { sourceExtensions } from '../engine/discover.ts';
import { deploymentFiles, schemaExtensions, templateExtensions } from '../engine/languages.ts';
import { product } from '../engine/product.ts';
import { type App, diagnosticContext } from './app.ts';
import { createChecks, type FileState } from './checks.ts';
import { type ClientFeatures, featuresOf, optionsOf } from './client-features.ts';
import { codeActions, fixAllKind, resolveAction } from './code-actions.ts';
import { createConfiguration } from './configuration.ts';
import { createDelivery } from './delivery.ts';
import { diagnosticsOf, source } from './diagnostics.ts';
import { createDocuments, type OpenFile } from './documents.ts';
import { growthHints } from './growth-hints.ts';
import { hoverAt } from './hover.ts';
import { createIdleMemory } from './idle-memory.ts';
import { language as cellLanguage } from './notebooks.ts';
import { partOf } from './parts.ts';
import { useProfiles } from './profiles.ts';
import {
  checkWorkspaceMethod,
  clearWorkspaceMethod,
  reportMethod,
  type Status,
  statusMethod,
  type UseProfilesParams,
  useProfilesMethod,
} from './protocol.ts';
import { messagesRead } from './queue.ts';
import { diagnosticsReport } from './report.ts';
import { createSessions } from './sessions.ts';
import { section } from './settings.ts';
import type { Change } from './shift.ts';
import { statusOf } from './status.ts';
import { pathOf, uriOf } from './uris.ts';
import { createWorkspaceCheck } from './workspace-check.ts';

/** Files that decide what is found in others. */
const configurationFiles = '**/{scalelint.json,scalelint.jsonc,package.json,pnpm-workspace.yaml,pyproject.toml,tsconfig*.json,jsconfig*.json}';
const sourceFiles = `**/*{${[...sourceExtensions, ...templateExtensions, ...schemaExtensions].join(',')}}`;

/** A check that lasts longer is announced, so that the status item can say what one waits for. */
const worthAnnouncing = 300;

export function startServer(connection: Connection): void {
  connection.onInitialize((params) => start(connection, params));
}

function start(connection: Connection, params: InitializeParams): InitializeResult {
  const features = featuresOf(params);
  let initialized = (): void => {};
  const configuration = createConfiguration(connection, {
    canAsk: features.configuration,
    initial: optionsOf(params.initializationOptions).settings,
    initialized: new Promise<void>((resolve) => {
      initialized = resolve;
    }),
  });
  const documents = createDocuments(features.encoding);
  const memory = createIdleMemory();
  const sessions = createSessions({ largestFile: (root) => configuration.now(root).maxFileSize * 1000 });
  sessions.setFolders(foldersOf(params));
  const settingsOf = (path: string) => configuration.of(sessions.rootOf(path));

  /** Whether the projects of all open files were read, or are being read. */
  let isIndexed = false;
  const checks = createChecks({
    sessionOf: (path) => sessions.of(path).session,
    settingsOf,
    onStarted(state, tier) {
      const before = state.facts?.milliseconds ?? Number.POSITIVE_INFINITY;
      if (tier === 'types' && before > worthAnnouncing) sayStatus({ ...statusOf(state, documents.all().length), state: 'checking', skipped: null });
    },
    onChecked(state, tier) {
      memory.busy();
      delivery.checked(state, tier);
      if (tier !== 'types') return;
      sayStatus(statusOf(state, documents.all().length));
      void refreshHints(state).catch(failed('growth hints'));
    },
    onIdle() {
      if (isIndexed) return;
      isIndexed = true;
      sessions
        .index()
        .then((isNew) => isNew && checks.worldChanged())
        .catch(failed('reading the project'));
    },
    onFailure: failed('a check'),
  });
  const app: App = { features, documents, sessions, checks, configuration };
  const delivery = createDelivery({
    connection,
    checks,
    pulls: features.pullsDiagnostics,
    diagnosticsOf: ({ file, shown }, part) => diagnosticsOf(file, part, shown, diagnosticContext(app, file.path)),
  });
  const workspaceCheck = createWorkspaceCheck(connection, app);

  function failed(what: string): (error: unknown) => void {
    return (error) => connection.console.error(`${what} failed: ${error instanceof Error ? error.stack : String(error)}`);
  }

  function sayStatus(status: Status): void {
    if (features.wantsStatus) void connection.sendNotification(statusMethod, status);
  }

  /** An error is answered as one, and can be read in the log. What was cancelled before its turn came is not begun. */
  function answering<P, R>(what: string, answer: (params: P, token: CancellationToken) => Promise<R>) {
    return async (asked: P, token: CancellationToken): Promise<R> => {
      try {
        await messagesRead();
        if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
        return await answer(asked, token);
      } catch (error) {
        if (!(error instanceof ResponseError)) failed(what)(error);
        throw error;
      }
    };
  }

  /** What the client shows at line ends, to notice when it is no longer right. */
  const hintsShown = new Map<string, string>();
  async function refreshHints({ file }: FileState): Promise<void> {
    if (!features.refreshesInlayHints) return;
    for (const part of file.parts) {
      const known = hintsShown.get(part.uri);
      if (known !== undefined && JSON.stringify(await growthHints(app, file, part, null)) !== known) return connection.languages.inlayHint.refresh();
    }
  }

  function opened(file: OpenFile | null): void {
    if (file === null) return;
    workspaceCheck.clear([file.path]);
    sessions.hold(file.path, file.text);
    isIndexed = false;
    checks.opened(file);
    delivery.changed(file);
  }
  function changed(change: { readonly file: OpenFile; readonly changes: readonly Change[]; readonly closed?: readonly string[] } | null): void {
    if (change === null) return;
    const { file, changes, closed = [] } = change;
    sessions.hold(file.path, file.text);
    checks.changed(file, changes);
    gone(closed);
    delivery.changed(file);
  }
  function saved(file: OpenFile | null): void {
    if (file === null) return;
    checks.saved(file);
    delivery.changed(file);
  }
  function closed(file: OpenFile | null): void {
    if (file === null) return;
    sessions.release(file.path);
    checks.closed(file);
    gone(file.parts.map(({ uri }) => uri));
  }
  function gone(uris: readonly string[]): void {
    delivery.closed(uris);
    for (const uri of uris) hintsShown.delete(uri);
  }

  connection.onDidOpenTextDocument((document) => opened(documents.open(document)));
  connection.onDidChangeTextDocument((change) => changed(documents.change(change)));
  connection.onDidSaveTextDocument(({ textDocument }) => saved(documents.get(textDocument.uri)));
  connection.onDidCloseTextDocument(({ textDocument }) => closed(documents.close(textDocument.uri)));
  const cells = connection.notebooks.synchronization;
  cells.onDidOpenNotebookDocument((notebook) => opened(documents.openNotebook(notebook)));
  cells.onDidChangeNotebookDocument((change) => changed(documents.changeNotebook(change)));
  cells.onDidSaveNotebookDocument(({ notebookDocument }) => saved(documents.get(notebookDocument.uri)));
  cells.onDidCloseNotebookDocument(({ notebookDocument }) => closed(documents.close(notebookDocument.uri)));
  connection.onDidChangeWatchedFiles(({ changes }) => {
    // The text of an open file is ours to know; that it is saved changes nothing.
    const paths = changes.flatMap(({ uri, type }) => {
      const path = pathOf(uri);
      return path === null || (type === FileChangeType.Changed && documents.at(path) !== null) ? [] : [path];
    });
    if (paths.length === 0) return;
    sessions.touched(paths);
    isIndexed = false;
    workspaceCheck.clear(paths);
    checks.worldChanged();
  });
  connection.onDidChangeConfiguration(({ settings }) => {
    configuration.changed(settings);
    checks.worldChanged();
    if (features.refreshesInlayHints) connection.languages.inlayHint.refresh().catch(failed('growth hints'));
  });

  connection.languages.diagnostics.on(answering('diagnostics', (asked, token) => delivery.pull(asked, documents.get(asked.textDocument.uri), token)));
  connection.onCodeAction(answering('code actions', (asked) => codeActions(app, asked)));
  connection.onCodeActionResolve(answering('the edit of a code action', (action) => resolveAction(app, action)));
  connection.onHover(answering('hover', (asked) => hoverAt(app, asked)));
  connection.languages.inlayHint.on(
    answering('growth hints', async ({ textDocument, range }) => {
      const file = documents.get(textDocument.uri);
      if (file === null) return [];
      await settingsOf(file.path);
      const part = partOf(file, textDocument.uri);
      if (part === null) return [];
      hintsShown.set(part.uri, JSON.stringify(await growthHints(app, file, part, null)));
      return growthHints(app, file, part, range);
    }),
  );

  const client = params.clientInfo === undefined ? 'unknown' : `${params.clientInfo.name} ${params.clientInfo.version ?? ''}`.trim();
  connection.onRequest(reportMethod, () => diagnosticsReport(app, client));
  connection.onRequest(
    useProfilesMethod,
    answering('the use of a profile', (asked: UseProfilesParams | null) => useProfiles(app, asked)),
  );
  connection.onRequest(clearWorkspaceMethod, () => workspaceCheck.clear());
  connection.onRequest(
    checkWorkspaceMethod,
    answering('the check of the workspace', async (asked: WorkDoneProgressParams | null, token) => {
      const own = asked?.workDoneToken === undefined && features.progress ? await connection.window.createWorkDoneProgress() : null;
      const progress = own ?? connection.window.attachWorkDoneProgress(asked?.workDoneToken);
      const cancelled = own === null ? token : eitherOf(token, own.token);
      progress.begin('scalelint: checking the workspace', 0, undefined, true);
      return workspaceCheck.run(cancelled, (percentage, message) => progress.report(percentage, message)).finally(() => progress.done());
    }),
  );

  connection.onInitialized(() => {
    if (features.configurationRegistration)
      connection.client.register(DidChangeConfigurationNotification.type, { section }).catch(failed('asking for changes of settings'));
    if (features.watchRegistration) {
      const watchers = [configurationFiles, sourceFiles, deploymentFiles].map((globPattern) => ({ globPattern }));
      connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }).catch(failed('asking for changes of files'));
    }
    if (features.folders)
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const gone = new Set(removed.map(({ uri }) => folderAt(uri)));
        const come = added.flatMap(({ uri }) => folderAt(uri) ?? []);
        sessions.setFolders([...sessions.folders.filter((folder) => !gone.has(folder)), ...come]);
        isIndexed = false;
        checks.worldChanged();
      });
    initialized();
  });
  connection.onShutdown(() => {
    memory.dispose();
    checks.dispose();
    sessions.dispose();
  });

  return { serverInfo: { name: product.name, version: product.version }, capabilities: capabilitiesFor(features) };
}

function capabilitiesFor(features: ClientFeatures): ServerCapabilities {
  return {
    positionEncoding: features.encoding,
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    notebookDocumentSync: {
      notebookSelector: [{ notebook: { scheme: 'file', notebookType: 'jupyter-notebook' }, cells: [{ language: cellLanguage }] }],
      save: true,
    },
    ...(features.pullsDiagnostics ? { diagnosticProvider: { identifier: source, interFileDependencies: true, workspaceDiagnostics: false } } : {}),
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, fixAllKind], resolveProvider: features.resolvesEdits },
    hoverProvider: true,
    inlayHintProvider: true,
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  };
}

function foldersOf({ workspaceFolders, rootUri, rootPath }: InitializeParams): string[] {
  const uris = workspaceFolders?.map(({ uri }) => uri) ?? [rootUri ?? (rootPath ? uriOf(rootPath) : '')];
  return uris.flatMap((uri) => folderAt(uri) ?? []);
}

/** Without a slash at its end, so that it compares. */
function folderAt(uri: string): string | null {
  return pathOf(uri)?.replace(/(?<=[^:])\/$/, '') ?? null;
}

function eitherOf(...tokens: readonly CancellationToken[]): CancellationToken {
  const either = new CancellationTokenSource();
  for (const token of tokens) token.onCancellationRequested(() => either.cancel());
  return either.token;
}
