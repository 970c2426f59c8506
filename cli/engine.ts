/**
 * What the command line asks of the engine. Loaded on first use, because `--help` should not wait for a compiler, and handed to `main`, so
 * that reporters and exit codes can be tested with results made by hand.
 */
import type { CheckRequest } from '../engine/check.ts';
import type { CheckResult } from '../engine/result.ts';
import type { RuleInfo } from './report/report.ts';

export interface Engine {
  check(request: CheckRequest): Promise<CheckResult>;
  printModel(file: string): Promise<string>;
  rules(): Promise<readonly RuleInfo[]>;
}

export const realEngine: Engine = {
  check: async (request) => (await import('../engine/check.ts')).check(request),
  printModel: async (file) => (await import('../engine/check.ts')).printModel(file),
  rules: async () => (await import('../engine/rule-list.ts')).ruleList,
};
