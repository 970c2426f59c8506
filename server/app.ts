/** The parts of the running server that its answers need, and the two questions that all of them ask: where is a place, and what may be edited. */
import type { Session } from '../engine/session.ts';
import type { Fix, Refusal } from '../model/finding.ts';
import type { Checks, Shown } from './checks.ts';
import type { ClientFeatures } from './client-features.ts';
import type { Configuration } from './configuration.ts';
import type { DiagnosticContext } from './diagnostics.ts';
import type { Documents, OpenFile } from './documents.ts';
import type { EditTarget } from './edits.ts';
import { type Positions, positionsOfText } from './positions.ts';
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
  const known = new Map<string, Positions | null>();
  const positionsOf = (asked: string): Positions | null => {
    const open = app.documents.at(asked);
    if (open !== null) return open.positions;
    let positions = known.get(asked);
    if (positions === undefined) {
      const text = app.sessions.textOf(asked);
      positions = text === undefined ? null : positionsOfText(text, app.features.encoding);
      known.set(asked, positions);
    }
    return positions;
  };
  return {
    features: app.features,
    settings: settingsNow(app, path),
    locate(asked, span) {
      const positions = positionsOf(asked);
      return positions && { uri: app.documents.at(asked)?.uri ?? uriOf(asked), range: positions.rangeOf(span) };
    },
  };
}

/** The text that a session's edits were made for, unless the client's is newer. */
export function editTarget(app: App, session: Session, path: string): EditTarget | null {
  const text = session.textOf(path);
  const open = app.documents.at(path);
  if (open !== null) return open.text === text ? { uri: open.uri, version: open.version, text, positions: open.positions } : null;
  return text === undefined ? null : { uri: uriOf(path), version: null, text, positions: positionsOfText(text, app.features.encoding) };
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
  const answer = await app.sessions.of(file.path).session.fix(same.finding);
  return file.version === version ? answer : null;
}

export function isSame(a: Shown, b: Shown): boolean {
  return a.finding.rule === b.finding.rule && a.span.start === b.span.start && a.span.end === b.span.end;
}
