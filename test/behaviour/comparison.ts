/** What is asked of the behaviour harness, and what it answers, whatever the language. */
import type { ProjectFile } from '../cases/project.ts';

export interface Comparison {
  readonly before: readonly ProjectFile[];
  readonly after: readonly ProjectFile[];
  readonly packages: readonly string[];
  /** Calls to make, such as `f(string[])`; without any, all exports of changed files are called. */
  readonly runs: readonly string[];
  readonly count?: number;
}

export interface Outcome {
  /** How many functions and classes could be run. */
  readonly ran: number;
  /** How many generated inputs were run both before and after. */
  readonly executions: number;
  /** Why others could not. */
  readonly skipped: readonly string[];
  /** A counter-example, in words. */
  readonly difference: string | null;
  /** Changed places that no run came by, where this is known. */
  readonly unreached: readonly string[];
}

/** Inputs per function or class. */
export const RUNS = Number(process.env.BEHAVIOUR_RUNS ?? 100);
