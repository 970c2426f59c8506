/**
 * What a check yields: the vocabulary that the CLI and the language server share. Paths are absolute with forward slashes;
 * offsets are UTF-16. Turning them into lines, columns and relative paths is the job of whoever prints them.
 */
import type { Span } from '../model/file.ts';
import type { Finding, Fix, Refusal } from '../model/finding.ts';
import type { Notebook } from './notebook.ts';

/** A file that was deliberately not checked, and why, as a phrase for people: `minified (average line of 3,412 characters)`. */
export interface Skipped {
  readonly file: string;
  readonly reason: string;
}

/** Something went wrong, was contained, and everything else was still checked. */
export interface Problem {
  readonly file: string | null;
  /** What happened, where, and what to do next. */
  readonly message: string;
  readonly span: Span | null;
  /** `fatal`: nothing could be checked because of it (exit code 2). `error`: a file, a rule or a configuration failed (exit code 2 after all other results). `note`: worth knowing. */
  readonly level: 'fatal' | 'error' | 'note';
}

export interface Timing {
  readonly phase: string;
  readonly milliseconds: number;
}

export interface CheckResult {
  /** Sorted by file, then offset, then rule. Suppressed ones are in `suppressed`. */
  readonly findings: readonly Finding[];
  readonly suppressed: readonly { readonly finding: Finding; readonly reason: string }[];
  readonly skipped: readonly Skipped[];
  readonly problems: readonly Problem[];
  /** Absolute paths of the files that were checked. */
  readonly files: readonly string[];
  /** Their texts as they were analysed, and those of the files that they import. */
  readonly sources: ReadonlyMap<string, string>;
  /** Those among the files that are notebooks: where what is in their code is in the file. */
  readonly notebooks: ReadonlyMap<string, Notebook>;
  readonly lines: number;
  readonly timings: readonly Timing[];
  /** Realises a finding's fix intent, or says which proof failed. Asked lazily; answers are remembered. */
  fix(finding: Finding): Promise<Fix | Refusal>;
}
