/** For tests: results made by hand from marked source text, and an outside world that remembers what was written to it. */
import type { CheckRequest } from '../engine/check.ts';
import { codeIn } from '../engine/notebook.ts';
import type { CheckResult, Problem, Skipped } from '../engine/result.ts';
import type { Finding, Fix, Refusal, TraceStep } from '../model/finding.ts';
import type { Engine } from './engine.ts';
import type { Io } from './io.ts';
import type { RuleInfo } from './report/report.ts';

export const rules: readonly RuleInfo[] = [
  {
    name: 'nested-loop-lookup',
    summary: 'A list is searched once per element of another.',
    subject: 'algorithms',
    severity: 'warning',
    fixes: 'sometimes',
    languages: ['typescript', 'python'],
  },
  {
    name: 'n-plus-one-query',
    summary: 'One query per element instead of one for all.',
    subject: 'database',
    severity: 'error',
    fixes: 'sometimes',
    languages: ['typescript', 'python'],
  },
  {
    name: 'sync-io-in-hot-path',
    summary: 'Blocking calls where many requests wait.',
    subject: 'io',
    severity: 'warning',
    fixes: 'never',
    languages: ['typescript'],
  },
];

export interface FindingSpec extends Partial<Omit<Finding, 'span' | 'trace'>> {
  readonly file: string;
  /** The text that the finding points at: its first occurrence in the file. */
  readonly at: string;
  readonly trace?: readonly { readonly file?: string; readonly at: string; readonly message: string }[];
  readonly fixed?: Fix | Refusal;
}

export interface ResultSpec {
  /** Absolute paths. Of a notebook, what its file holds. */
  readonly sources: Readonly<Record<string, string>>;
  readonly findings?: readonly FindingSpec[];
  readonly suppressed?: readonly { readonly finding: FindingSpec; readonly reason: string }[];
  readonly skipped?: readonly Skipped[];
  readonly problems?: readonly Problem[];
}

export function resultOf(spec: ResultSpec): CheckResult {
  const answers = new Map<Finding, Fix | Refusal>();
  const spanOf = (file: string, at: string) => {
    const start = codeOf(spec.sources, file).text.indexOf(at);
    if (start === -1) throw new Error(`${file} does not contain ${at}`);
    return { start, end: start + at.length };
  };
  const build = ({ at, fixed, trace = [], ...rest }: FindingSpec): Finding => {
    const finding: Finding = {
      rule: 'nested-loop-lookup',
      severity: 'warning',
      message: '`banned.includes(…)` scans all of `banned` once per `user`: O(users × banned). Build a Set before the loop.',
      growth: 'O(users × banned)',
      evidence: [],
      fix: fixed === undefined ? null : { kind: 'dedupe', file: rest.file, call: spanOf(rest.file, at) },
      ...rest,
      span: spanOf(rest.file, at),
      trace: trace.map((step): TraceStep => ({ file: step.file ?? rest.file, span: spanOf(step.file ?? rest.file, step.at), message: step.message })),
    };
    if (fixed !== undefined) answers.set(finding, fixed);
    return finding;
  };
  const { sources, findings = [], suppressed = [], skipped = [], problems = [] } = spec;
  return {
    findings: findings.map(build),
    suppressed: suppressed.map(({ finding, reason }) => ({ finding: build(finding), reason })),
    skipped,
    problems,
    files: Object.keys(sources),
    sources: new Map(Object.keys(sources).map((file) => [file, codeOf(sources, file).text])),
    notebooks: new Map(
      Object.keys(sources).flatMap((file) => {
        const { notebook } = codeOf(sources, file);
        return notebook ? [[file, notebook] as const] : [];
      }),
    ),
    lines: Object.values(sources).reduce((sum, text) => sum + text.split('\n').length, 0),
    timings: [{ phase: 'lower', milliseconds: 12 }],
    fix: async (finding) => answers.get(finding) ?? { refused: 'nobody knows how' },
  };
}

function codeOf(sources: ResultSpec['sources'], file: string) {
  const code = codeIn(file, sources[file] ?? '');
  if (!('text' in code)) throw new Error(`${file} holds no code`);
  return code;
}

/** Replaces the first occurrence of `before`. */
export function replacement(sources: Readonly<Record<string, string>>, file: string, before: string, after: string, fix: Partial<Fix> = {}): Fix {
  const start = codeOf(sources, file).text.indexOf(before);
  return {
    title: 'Build a Set of `banned` before the loop',
    level: 'safe',
    proofs: [],
    unproven: [],
    edits: [{ file, span: { start, end: start + before.length }, text: after }],
    ...fix,
  };
}

export interface Recorded {
  readonly io: Io;
  readonly out: () => string;
  readonly err: () => string;
}

export function fakeIo(options: { cwd: string; stdin?: string; env?: Record<string, string>; tty?: boolean; columns?: number }): Recorded {
  const out: string[] = [];
  const err: string[] = [];
  return {
    io: {
      cwd: options.cwd,
      stdout: { write: (text) => void out.push(text) },
      stderr: { write: (text) => void err.push(text) },
      stdin: (async function* () {
        yield options.stdin ?? '';
      })(),
      env: options.env ?? {},
      isTTY: { stdout: options.tty === true, stderr: options.tty === true },
      columns: options.columns,
    },
    out: () => out.join(''),
    err: () => err.join(''),
  };
}

export function fakeEngine(check: (request: CheckRequest) => CheckResult | Promise<CheckResult>): Engine {
  return { check: async (request) => check(request), printModel: async (file) => `model of ${file}`, rules: async () => rules };
}
