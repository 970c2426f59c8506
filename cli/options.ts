/** Every flag that `check` knows, once: parsing, did-you-mean and the help text all read this list. */
export interface Option {
  readonly name: string;
  readonly short?: string;
  /** What stands for the value in the help text; a flag without one is on or off. */
  readonly value?: string;
  readonly repeatable?: boolean;
  readonly help: string;
  readonly group: 'Output' | 'Fixes' | 'What to report' | 'Other';
}

export const formats = ['pretty', 'concise', 'json', 'sarif', 'github'] as const;
export type Format = (typeof formats)[number];

export const severities = ['info', 'warning', 'error'] as const;

export const options: readonly Option[] = [
  {
    name: 'format',
    short: 'f',
    value: 'FORMAT',
    repeatable: true,
    group: 'Output',
    help: `${formats.join(', ')} (default: pretty). FORMAT=FILE writes to a file; repeat it for several at once`,
  },
  { name: 'output-file', short: 'o', value: 'FILE', group: 'Output', help: 'write the report to FILE instead of standard output' },
  { name: 'quiet', short: 'q', group: 'Output', help: 'only findings: no summary, no hints' },
  { name: 'verbose', group: 'Output', help: 'list skipped files and timings; show every finding in full' },
  { name: 'color', group: 'Output', help: 'colours, even when nobody seems to look' },
  { name: 'no-color', group: 'Output', help: 'no colours (NO_COLOR and FORCE_COLOR work too)' },
  { name: 'fix', group: 'Fixes', help: 'apply safe fixes: proven not to change behaviour' },
  { name: 'fix-suggestions', group: 'Fixes', help: 'also apply fixes that need your judgement; review the result' },
  { name: 'diff', group: 'Fixes', help: 'print what --fix would change, as a unified diff, and change nothing' },
  { name: 'rule', value: 'NAME', repeatable: true, group: 'What to report', help: 'check this rule only (repeatable)' },
  { name: 'severity', value: 'LEVEL', group: 'What to report', help: 'report from info, warning or error up (default: warning)' },
  {
    name: 'profile',
    value: 'FILE',
    repeatable: true,
    group: 'What to report',
    help: 'say where it is hot: what costs time rises, what takes none sinks (repeatable)',
  },
  { name: 'stdin-filename', value: 'FILE', group: 'What to report', help: 'check standard input as if it were FILE' },
  { name: 'help', short: 'h', group: 'Other', help: 'show help' },
  { name: 'version', short: 'v', group: 'Other', help: 'print the version' },
];
