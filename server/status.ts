/** What the client's status item shows: whether all is well, and if something was left out, what and why. */
import type { FileState } from './checks.ts';
import type { Status } from './protocol.ts';

/** A check that takes longer than this is said to be a problem, whatever it found. */
export const budget = 10_000;

export function statusOf(state: FileState, files: number): Status {
  const { uri } = state.file;
  const { facts } = state;
  if (facts === null) return { uri, state: 'limited', files, milliseconds: 0, skipped: 'scalelint is off in the settings', problems: [] };
  const problems = facts.problems.filter(({ level }) => level !== 'note').map(({ message }) => message);
  const seconds = Math.round(facts.milliseconds / 1000);
  if (facts.milliseconds > budget) problems.push(`The check of this file took ${seconds} seconds.`);
  return {
    uri,
    state: facts.skipped !== null || problems.length > 0 ? 'limited' : 'ready',
    files,
    milliseconds: Math.round(facts.milliseconds),
    skipped: facts.skipped,
    problems: [...new Set(problems)],
  };
}
