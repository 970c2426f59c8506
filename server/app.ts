/** The parts of the running server that its answers need, and the two questions that all of them ask: where is a place, and what may be edited. */
import { inNotebooks, isNotebook } from '../engine/notebook.ts';
import type { Session } from '../engine/session.ts';
import type { Finding, Fix, Refusal } from '../model/finding.ts';
import type { Checks, Shown } from './checks.ts';
import type { ClientFeatures } from './client-features.ts';
import type { Configuration } from './configuration.ts';
import type { DiagnosticContext } from './diagnostics.ts';
import type { Documents, OpenFile } from './documents.ts';
import type { EditTarget } from './edits.ts';
import { type Part, placeOf } from './parts.ts';
import { positionsOfText } from './positions.ts';
import type { Sessions } from './sessions.ts';
import type { Settings } from './settings.ts';
import { uriOf } from './uris.ts';

export interface App {
  readonly features: ClientFeatures;
  readonly documents: Documents;
  readonly sessions: Sessions;
  readonly checks: Checks;
  readonly configuration: Configuration;
}

export function settingsNow(app: Pick<App, 'sessions' | 'configuration'>, path: string): Settings {
  return app.configuration.now(app.sessions.rootOf(path));
}

/** For one answer: the lines of a file that is not open are counted once. */
export function diagnosticContext(app: Omit<App, 'checks'>, path: string): DiagnosticContext {
  const known = new Map<string, Part | null>();
  const closedPart = (asked: string): Part | null => {
    let part = known.get(asked);
    // Of a notebook the session knows the code, and not where that is in the file.
    if (part === undefined) {
      const text = isNotebook(asked) ? undefined : app.sessions.textOf(asked);
      known.set(asked, (part = text === undefined ? null : partOnDisk(asked, text, app.features)));
    }
    return part;
  };
  return {
    features: app.features,
    settings: settingsNow(app, path),
    locate(asked, span) {
      const file = app.documents.at(asked);
      if (file) return placeOf(file, span);
      const part = closedPart(asked);
      return part && placeOf({ parts: [part] }, span);
    },
  };
}

/** A file that is not open. */
export function partOnDisk(path: string, text: string, { encoding }: Pick<ClientFeatures, 'encoding'>): Part {
  return { uri: uriOf(path), version: null, source: text, start: 0, positions: positionsOfText(text, encoding) };
}

/** The text that a session's edits were made for, unless the client's is newer. */
export function editTarget(app: App, session: Session, path: string): EditTarget | null {
  const text = session.textOf(path);
  const open = app.documents.at(path);
  if (open !== null) return open.text === text ? { text, parts: open.parts } : null;
  return text === undefined || isNotebook(path) ? null : { text, parts: [partOnDisk(path, text, app.features)] };
}

/**
 * The fix of a finding that is shown now, or why there is none. Null when nobody can say: the text does not parse, or changes while
 * one waits.
 */
export async function fixNow(app: App, file: OpenFile, shown: Shown): Promise<Fix | Refusal | null> {
  const { version } = file;
  if (!(await app.checks.fresh(file.uri))) return null;
  // Waiting may have replaced the finding by its confirmed self.
  const same = app.checks.stateOf(file.uri)?.shown.find((one) => isSame(one, shown));
  if (same === undefined) return null;
  const answer = await fixOf(app, app.sessions.of(file.path).session, same.finding);
  return file.version === version ? answer : null;
}

/** What the session answers, unless the cells of a notebook are in the way. */
export async function fixOf(app: App, session: Session, finding: Finding): Promise<Fix | Refusal> {
  const answer = await session.fix(finding);
  if ('refused' in answer) return answer;
  return inNotebooks(answer, (path) => {
    const file = app.documents.at(path);
    return file && { text: file.text, cells: file.parts };
  });
}

export function isSame(a: Shown, b: Shown): boolean {
  return a.finding.rule === b.finding.rule && a.span.start === b.span.start && a.span.end === b.span.end;
}
