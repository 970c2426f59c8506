/**
 * A check that stays alive while people edit: it holds unsaved texts, remembers what did not change, and answers for one
 * file at a time. The language server stands on it.
 */
import type { Finding, Fix, Refusal } from '../model/finding.ts';
import { check } from './check.ts';
import type { Problem } from './result.ts';

export interface SessionOptions {
  /** Absolute folder where configurations are looked for when a file has none above it. */
  readonly root: string;
  /** Files with more UTF-16 units are skipped, and say so. */
  readonly largestFile?: number;
}

/** `syntax`: at once, from the parser and from types known before; `types`: confirmed by the type checker. */
export type Tier = 'syntax' | 'types';

export interface FileReport {
  readonly path: string;
  /** The text that all offsets refer to. */
  readonly text: string;
  readonly tier: Tier;
  /** As the command line gives them for the same text: sorted, severities and suppressions applied, hints included. */
  readonly findings: readonly Finding[];
  /** How many findings comments suppress. */
  readonly suppressed: number;
  /** Why the file was not checked, as a phrase for people; null when it was. */
  readonly skipped: string | null;
  /** What went wrong and was contained: in the file, its configuration, a rule. */
  readonly problems: readonly Problem[];
  /** The parser stumbled: findings may be incomplete. */
  readonly broken: boolean;
  readonly milliseconds: number;
}

/** How one loop or function grows, for inlay hints: offset of the line's end-worthy place, and `O(users × banned)`. */
export interface GrowthHint {
  readonly kind: 'loop' | 'function';
  /** The head of the loop, or the name of the function. UTF-16 offsets. */
  readonly start: number;
  readonly end: number;
  readonly bound: string;
}

export interface Session {
  /** An editor holds this text, unsaved or not; call again on every change. Absolute path, forward slashes. */
  hold(path: string, text: string): void;
  /** The editor closed it: the disk has the truth again. */
  release(path: string): void;
  /** Files were created, changed or deleted on disk. Configurations, package.json and tsconfig.json are known by their names. */
  touched(paths: readonly string[]): void;
  /** Findings of one held file. Rejects never: what fails is in `problems`. */
  check(path: string, tier: Tier): Promise<FileReport>;
  /** Realises a finding of the file's latest report, or says which proof failed. Edits may concern other files. */
  fix(finding: Finding): Promise<Fix | Refusal>;
  /** The growth of each loop and function of a held file, where every size has a name. */
  growthOf(path: string): Promise<readonly GrowthHint[]>;
  /** The text of a file as last read or held; undefined when it never was. */
  textOf(path: string): string | undefined;
  dispose(): void;
}

export function createSession(options: SessionOptions): Session {
  const held = new Map<string, string>();
  const fixes = new Map<Finding, () => Promise<Fix | Refusal>>();
  return {
    hold: (path, text) => void held.set(path, text),
    release: (path) => void held.delete(path),
    touched: () => {},
    async check(path, tier) {
      const text = held.get(path) ?? '';
      const result = await check({ cwd: options.root, paths: [], stdin: { filename: path, text } });
      for (const finding of result.findings) fixes.set(finding, () => result.fix(finding));
      return {
        path,
        text,
        tier,
        findings: result.findings,
        suppressed: result.suppressed.length,
        skipped: result.skipped[0]?.reason ?? null,
        problems: result.problems,
        broken: false,
        milliseconds: result.timings.reduce((n, t) => n + t.milliseconds, 0),
      };
    },
    fix: async (finding) => (await fixes.get(finding)?.()) ?? { refused: 'the file has changed since' },
    growthOf: async () => [],
    textOf: (path) => held.get(path),
    dispose: () => held.clear(),
  };
}
