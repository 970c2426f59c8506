/** What every reporter is given: the result, what of it is to be shown, and how to name places in it. */

import type { Lines, Position } from '../../engine/lines.ts';
import type { CheckResult, Problem, Skipped } from '../../engine/result.ts';
import type { Span } from '../../model/file.ts';
import type { Finding } from '../../model/finding.ts';
import type { Rule } from '../../rules/rule.ts';
import type { Colors } from '../colors.ts';
import type { Io, Out } from '../io.ts';

/** `suppressions`: what the engine itself says about comments that silence findings. */
export interface RuleInfo extends Pick<Rule, 'name' | 'summary' | 'severity' | 'fixes' | 'languages'> {
  readonly subject: Rule['subject'] | 'suppressions';
}

/** One-based lines and columns, `end` exclusive. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** Where people look for something: in a file or, in a notebook, in one of its cells. */
export interface Place {
  /** Relative to where the user stands. */
  readonly file: string;
  /** One-based, among all cells of the notebook; null where there are none. */
  readonly cell: number | null;
  /** Those of the file or the cell; null for a file that was not part of the check. */
  readonly lines: Lines | null;
  readonly range: Range;
}

/** The part of the command line that reporters look at. */
export interface Options {
  readonly quiet: boolean;
  readonly verbose: boolean;
  /** As typed, to suggest the next command. */
  readonly paths: readonly string[];
  /** Fixes have been applied or are shown: do not suggest applying them. */
  readonly fixing: boolean;
}

export interface Report {
  readonly result: CheckResult;
  /** Those at or above the severity that was asked for. */
  readonly findings: readonly Finding[];
  /** With paths in their texts as seen from where the user stands. */
  readonly problems: readonly Problem[];
  readonly skipped: readonly Skipped[];
  /** How many are below it. */
  readonly hidden: number;
  readonly rules: readonly RuleInfo[];
  /** A rule's page, or null when it has none. */
  readonly ruleDoc: (rule: string) => string | null;
  /** Of the whole run. */
  readonly milliseconds: number;
  readonly options: Options;
  readonly env: Io['env'];
  readonly colors: Colors;
  readonly columns: number;
  /** Relative to where the user stands, forward slashes. */
  readonly relative: (file: string) => string;
  /** Relative to the repository, which is what code hosts want; null when the file lies outside of it. */
  readonly inRepository: (file: string) => string | null;
  /** Where the user stands, seen from the repository: '' or `packages/api`. */
  readonly subfolder: string;
  /** Null for a file that was not part of the check. */
  readonly lines: (file: string) => Lines | null;
  /** Where a span of the analysed text stands in the file. */
  readonly range: (file: string, span: Span) => Range;
  readonly placeOf: (file: string, span: Span) => Place;
}

export type Reporter = (report: Report, out: Out) => Promise<void>;
