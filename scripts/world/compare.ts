/** What a change did to a project's tests, where not every test says the same twice. */
import type { Outcome, TestRun } from './test-report.ts';

export interface Baseline {
  /** Tests that said the same in both runs. */
  readonly stable: TestRun;
  readonly flaky: readonly string[];
}

export function baselineOf(first: TestRun, second: TestRun): Baseline {
  const names = [...new Set([...first.keys(), ...second.keys()])];
  const flaky = names.filter((name) => first.get(name) !== second.get(name));
  const excluded = new Set(flaky);
  return { stable: new Map([...first].filter(([name]) => !excluded.has(name))), flaky };
}

export interface Change {
  readonly test: string;
  readonly before: Outcome | 'absent';
  readonly after: Outcome | 'absent';
}

/** Every stable test that says something else now, and every test that is new: a change of behaviour either way. */
export function changesSince({ stable, flaky }: Baseline, after: TestRun): Change[] {
  const ignored = new Set(flaky);
  return [...new Set([...stable.keys(), ...after.keys()])]
    .filter((test) => !ignored.has(test))
    .map((test): Change => ({ test, before: stable.get(test) ?? 'absent', after: after.get(test) ?? 'absent' }))
    .filter((change) => change.before !== change.after);
}

export function countOf(run: TestRun, outcome: Outcome): number {
  let n = 0;
  for (const each of run.values()) if (each === outcome) n++;
  return n;
}
