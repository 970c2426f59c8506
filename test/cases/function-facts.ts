/** `~ effect: query` and `~ O(…)`: what the linker says of one function, rather than what a rule says of a line. */
import type { Case, PlacedMarker } from './case-file.ts';
import { isCode } from './case-file.ts';
import { describe } from './expectations.ts';
import { withProject } from './project.ts';

/** What the engine knows of the functions that begin on a line; null while it cannot be asked. */
export interface FunctionFacts {
  readonly effects: readonly string[];
  readonly bound: string | null;
}

export type AskFacts = (folder: string, files: readonly string[], file: string, line: number) => Promise<FunctionFacts | null>;

export async function factFailures(subject: Case, ask: AskFacts): Promise<string[]> {
  return withProject(subject.files, subject.packages, async (folder) => {
    const failures: string[] = [];
    const code = subject.files.filter((file) => isCode(file.name)).map((file) => file.name);
    for (const placed of subject.markers) {
      const { marker } = placed;
      if (marker.kind !== 'bound' && marker.kind !== 'effect') continue;
      const facts = await ask(folder, code, placed.file, placed.line);
      if (!facts) failures.push(place(subject, placed, 'a function', 'no function begins on this line'));
      else if (marker.kind === 'bound' && facts.bound !== marker.bound)
        failures.push(place(subject, placed, marker.bound, facts.bound ?? 'no bound'));
      else if (marker.kind === 'effect' && !facts.effects.includes(marker.effect))
        failures.push(place(subject, placed, `the effect ${marker.effect}`, facts.effects.join(', ') || 'no effect'));
    }
    return failures;
  });
}

function place(subject: Case, placed: PlacedMarker, expected: string, got: string): string {
  return describe(subject, placed.file, placed.line, expected, got);
}
