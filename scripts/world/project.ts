/** The projects on which fixes are proven, pinned; `projects.json` lists them. Commands are the project's own, run by the shell in its folder. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Project {
  readonly name: string;
  readonly version: string;
  readonly repository: string;
  readonly commit: string;
  readonly language: 'typescript' | 'javascript' | 'python';
  /** Debian's packages that it needs beside what the commands install. */
  readonly debian?: readonly string[];
  /** What scalelint checks; all of it by default. */
  readonly paths?: readonly string[];
  readonly install: readonly string[];
  /** Builds and type checks, each of which must end well. */
  readonly build: readonly string[];
  /** Runs the tests and writes their outcomes to `$REPORT`, as JUnit's XML or Jest's JSON. */
  readonly test: string;
  /** What of its suite is left out and why, or what else its figures need to be read with: a sentence for the page. */
  readonly left?: string;
  /** Why its tests say something else after suggestions, found by reading. */
  readonly reason?: string;
}

export const projects: readonly Project[] = JSON.parse(readFileSync(join(import.meta.dirname, 'projects.json'), 'utf8'));
