/** Which files are judged as production code: what runs once on a developer's machine may be as slow as it likes. */
import type { FileModel } from './file.ts';

/** Code whose running time users feel: services, libraries, applications, and command-line tools. */
export function isJudged(file: FileModel): boolean {
  return file.context === 'source' || file.context === 'cli';
}

/** Code that serves many at once: where one blocked thread stops everybody. */
export function isServing(file: FileModel): boolean {
  return file.context === 'source';
}

/** Code that a query per row slows down: what serves, and the commands of Python's frameworks, which walk whole tables. */
export function isQuerying(file: FileModel): boolean {
  return isServing(file) || (file.language === 'python' && file.context === 'cli');
}
