/** A finding as cases speak of it: by file name and line, its fix already asked for. */
import type { Fix, Refusal } from '../../model/finding.ts';

export interface Found {
  readonly rule: string;
  /** Relative to the project's folder. */
  readonly file: string;
  /** From 0. */
  readonly line: number;
  readonly severity: 'hint' | 'warning';
  readonly message: string;
  readonly growth: string | null;
  readonly evidence: readonly string[];
  readonly fix: Fix | Refusal | null;
}

export function isFix(fix: Fix | Refusal | null): fix is Fix {
  return fix !== null && 'edits' in fix;
}
