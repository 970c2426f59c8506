/**
 * How diagnostics reach the client: it asks and is told when to ask again, or they are sent to it. Never both for one
 * document, and never an empty list in between.
 */
import { createHash } from 'node:crypto';
import {
  type CancellationToken,
  type Connection,
  type Diagnostic,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver/node';
import type { Tier } from '../engine/session.ts';
import type { Checks, FileState } from './checks.ts';
import type { OpenFile } from './documents.ts';
import { type Part, partOf } from './parts.ts';
import { messagesRead } from './queue.ts';

export interface Delivery {
  pull(params: DocumentDiagnosticParams, file: OpenFile | null, token: CancellationToken): Promise<DocumentDiagnosticReport>;
  /** A check ended: what it found goes out, if it differs from what the client has. */
  checked(state: FileState, tier: Tier): void;
  /** The text changed. A client that asks will ask; others get the answer of the syntax tier at once. */
  changed(file: OpenFile): void;
  /** Documents: files, or cells of a notebook. */
  closed(uris: readonly string[]): void;
}

export interface DeliveryOptions {
  readonly connection: Connection;
  readonly checks: Pick<Checks, 'settled' | 'stateOf'>;
  readonly pulls: boolean;
  readonly diagnosticsOf: (state: FileState, part: Part) => Diagnostic[];
}

/** Several files may be confirmed in a row: one request to ask again is enough for them. */
const refreshAfter = 30;

export function createDelivery({ connection, checks, pulls, diagnosticsOf }: DeliveryOptions): Delivery {
  /** What the client has of each document. */
  const delivered = new Map<string, string>();
  let refreshing = false;

  function refreshSoon(): void {
    if (refreshing) return;
    refreshing = true;
    setTimeout(() => {
      refreshing = false;
      connection.languages.diagnostics.refresh().catch(() => {
        // It may be shutting down; nothing is lost, the next edit makes it ask.
      });
    }, refreshAfter);
  }

  return {
    async pull({ textDocument: { uri }, previousResultId }, file, token) {
      if (file === null) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
      await checks.settled(file.uri);
      await messagesRead();
      if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
      const state = checks.stateOf(file.uri);
      const part = partOf(file, uri);
      if (state === null || part === null) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
      // When newer edits came, the findings have moved with them: this is right for the text as it is now.
      const items = diagnosticsOf(state, part);
      const resultId = idOf(items);
      delivered.set(part.uri, resultId);
      return previousResultId === resultId && uri === part.uri
        ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId }
        : { kind: DocumentDiagnosticReportKind.Full, resultId, items };
    },
    checked(state, tier) {
      for (const part of state.file.parts) {
        const { uri, version } = part;
        const known = delivered.get(uri);
        // The syntax tier runs because the client asks, and is its answer. What it never asked for it does not show.
        if (pulls && (known === undefined || tier === 'syntax')) continue;
        const items = diagnosticsOf(state, part);
        const id = idOf(items);
        if (id === known || (known === undefined && items.length === 0)) continue;
        if (pulls) return refreshSoon();
        delivered.set(uri, id);
        void connection.sendDiagnostics({ uri, ...(version === null ? {} : { version }), diagnostics: items });
      }
    },
    changed(file) {
      if (!pulls) void checks.settled(file.uri);
    },
    closed(uris) {
      for (const uri of uris) {
        if (!pulls && delivered.has(uri)) void connection.sendDiagnostics({ uri, diagnostics: [] });
        delivered.delete(uri);
      }
    },
  };
}

function idOf(items: readonly Diagnostic[]): string {
  return createHash('sha256').update(JSON.stringify(items)).digest('base64url').slice(0, 22);
}
