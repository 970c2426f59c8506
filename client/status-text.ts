/** What the language status item says, as a pure function of what is known, so that every state can be tested without an editor. */

/** What the server says about the file that it checked, or about itself when it names none. */
export interface Status {
  readonly uri?: string;
  readonly state: 'ready' | 'checking' | 'limited';
  /** How many open files it watches. */
  readonly files: number;
  readonly milliseconds: number;
  /** What was not checked, and why. */
  readonly skipped: string | null;
  readonly problems: readonly string[];
}

/** `off` is the user's wish, `failed` is not. */
export type Phase = 'off' | 'starting' | 'running' | 'failed';

export interface StatusText {
  readonly text: string;
  readonly detail: string;
  readonly severity: 'information' | 'warning' | 'error';
  readonly busy: boolean;
  readonly offersRestart: boolean;
}

/** @param time when the status came, for people */
export function statusText(phase: Phase, status: Status | null, time: string): StatusText {
  if (phase === 'failed')
    return { ...plain, text: 'scalelint stopped', detail: 'The server crashed too often or did not start', severity: 'error', offersRestart: true };
  if (phase === 'off') return { ...plain, text: 'scalelint is off', detail: 'Switched off by scalelint.enable' };
  if (phase === 'starting') return { ...plain, detail: 'Starting', busy: true };
  if (status === null) return { ...plain, detail: 'Nothing checked yet' };
  const busy = status.state === 'checking';
  const problems = status.problems.join('; ');
  if (problems !== '') return { ...plain, text: 'scalelint has problems', detail: problems, severity: 'warning', busy };
  if (status.skipped !== null) return { ...plain, text: 'scalelint: limited', detail: status.skipped, busy };
  if (busy) return { ...plain, detail: 'Checking', busy };
  const open = `${status.files.toLocaleString('en')} open ${status.files === 1 ? 'file' : 'files'}`;
  return { ...plain, detail: `Checked at ${time} in ${duration(status.milliseconds)}, ${open}` };
}

const plain = { text: 'scalelint', severity: 'information', busy: false, offersRestart: false } as const;

function duration(milliseconds: number): string {
  return milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
}
