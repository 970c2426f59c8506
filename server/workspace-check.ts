/**
 * The check of whole workspace folders on request. It is the command line's check, in a thread of its own, so that typing goes on
 * meanwhile and cancelling ends it at once. What it finds in files that are not open is sent to the client, until it is
 * taken away, the file changes or is opened.
 */
import { Worker } from 'node:worker_threads';
import { type CancellationToken, type Connection, type Diagnostic, LSPErrorCodes, ResponseError } from 'vscode-languageserver/node';
import { type Notebook, spanInFile } from '../engine/notebook.ts';
import { isInside } from '../engine/paths.ts';
import type { Finding } from '../model/finding.ts';
import { type App, diagnosticContext, partOnDisk } from './app.ts';
import { diagnosticOf, isVisible, type Locate } from './diagnostics.ts';
import { type Part, placeOf } from './parts.ts';
import { positionsOfText } from './positions.ts';
import type { WorkspaceCheckResult } from './protocol.ts';
import { uriOf } from './uris.ts';

/** What the thread is given and says; plain data. */
export interface FolderCheck {
  readonly folders: readonly string[];
  /** Paths of the profiles that are used. */
  readonly profiles: readonly string[];
}
export type ThreadMessage =
  | { readonly kind: 'progress'; readonly phase: string; readonly done: number; readonly total: number }
  | { readonly kind: 'done'; readonly outcome: FolderOutcome };

export interface FolderOutcome {
  readonly files: number;
  readonly skipped: number;
  readonly problems: readonly string[];
  readonly findings: readonly Finding[];
  /** Of the files that findings and their paths are in. */
  readonly texts: ReadonlyMap<string, string>;
  /** Those among them that are notebooks. */
  readonly notebooks: ReadonlyMap<string, Notebook>;
}

export interface WorkspaceCheck {
  run(token: CancellationToken, onProgress: (percentage: number, message: string) => void): Promise<WorkspaceCheckResult>;
  /** Takes findings in closed files away: of all files, or of those that changed or were opened. */
  clear(paths?: readonly string[]): void;
}

export function createWorkspaceCheck(connection: Connection, app: App): WorkspaceCheck {
  const published = new Set<string>();

  function clear(paths: readonly string[] = [...published]): void {
    for (const path of paths) if (published.delete(path)) void connection.sendDiagnostics({ uri: uriOf(path), diagnostics: [] });
  }

  function publish({ findings, texts, notebooks }: FolderOutcome): void {
    clear();
    const perFile = new Map<string, Diagnostic[]>();
    const known = new Map<string, Part>();
    const partFor = (path: string): Part => {
      const part = known.get(path) ?? closedPart(path, texts.get(path) ?? '', notebooks.get(path), app.features);
      known.set(path, part);
      return part;
    };
    const locate: Locate = (path, span) => placeOf({ parts: [partFor(path)] }, span);
    for (const finding of findings) {
      const path = finding.file;
      const context = { ...diagnosticContext(app, path), locate };
      const shown = { finding, span: finding.span, trace: finding.trace };
      if (app.documents.at(path) !== null || !isVisible(shown, context.settings)) continue;
      perFile.set(path, [...(perFile.get(path) ?? []), diagnosticOf(partFor(path), shown, context)]);
    }
    for (const [path, diagnostics] of perFile) {
      published.add(path);
      void connection.sendDiagnostics({ uri: uriOf(path), diagnostics });
    }
  }

  return {
    clear,
    async run(token, onProgress) {
      const started = performance.now();
      const { folders } = app.sessions;
      const outermost = folders.filter((folder) => !folders.some((other) => other !== folder && isInside(folder, other)));
      const outcome = await inThread({ folders: outermost, profiles: app.sessions.profiles.map(({ path }) => path) }, token, onProgress);
      publish(outcome);
      const count = (severity: Finding['severity']): number => outcome.findings.filter((finding) => finding.severity === severity).length;
      return {
        files: outcome.files,
        errors: count('error'),
        warnings: count('warning'),
        hints: count('info'),
        skipped: outcome.skipped,
        milliseconds: Math.round(performance.now() - started),
        problems: outcome.problems,
      };
    },
  };
}

/** A closed notebook has no cells for the client: a place in it is one in the lines of its file. */
function closedPart(path: string, text: string, notebook: Notebook | undefined, features: App['features']): Part {
  const part = partOnDisk(path, text, features);
  if (!notebook) return part;
  const positions = positionsOfText(notebook.json, features.encoding);
  return { ...part, positions: { ...positions, rangeOf: (span) => positions.rangeOf(spanInFile(notebook, span)) } };
}

/** The same program as this one, from source or built. */
function entry(): URL {
  return new URL(import.meta.url.endsWith('.ts') ? './bin.ts' : './server.js', import.meta.url);
}

function inThread(work: FolderCheck, token: CancellationToken, onProgress: (percentage: number, message: string) => void): Promise<FolderOutcome> {
  // Its output is kept from ours, which belongs to the protocol.
  const thread = new Worker(entry(), { workerData: work, stdout: true });
  return new Promise<FolderOutcome>((resolve, reject) => {
    token.onCancellationRequested(() => reject(new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled')));
    thread.on('message', (message: ThreadMessage) => {
      if (message.kind === 'done') resolve(message.outcome);
      else
        onProgress(
          message.total === 0 ? 0 : Math.round((message.done / message.total) * 100),
          `${message.phase} ${message.done} of ${message.total}`,
        );
    });
    thread.on('error', reject);
    thread.on('exit', () => reject(new Error('The check of the workspace ended early.')));
  }).finally(() => void thread.terminate());
}
