/**
 * What a glob in the configuration or on the command line means, in one place.
 *
 * As in a .gitignore: a pattern without a slash matches at any depth (`*.gen.ts`, `legacy`), one with a slash counts from the
 * folder it belongs to, a folder stands for everything in it, `!` takes back what an earlier pattern matched, and the last
 * pattern that matches decides. Hidden files match like others.
 */
import picomatch from 'picomatch';

/** Tests a path relative to the folder that the patterns belong to, forward slashes. */
export type GlobTest = (relative: string) => boolean;

export function compileGlobs(patterns: readonly string[]): GlobTest {
  const verdict = compileVerdict(patterns);
  return (relative) => verdict(relative) === true;
}

/** The same, with null where no pattern says anything, so that lists can be stacked. */
export function compileVerdict(patterns: readonly string[]): (relative: string) => boolean | null {
  const tests = patterns.map((pattern) => {
    const negated = pattern.startsWith('!');
    return { negated, matches: compileOne(negated ? pattern.slice(1) : pattern) };
  });
  return (relative) => {
    const last = tests.findLast((one) => one.matches(relative));
    return last === undefined ? null : !last.negated;
  };
}

/** Whether a word on the command line can be meant as a glob. */
export function isGlob(word: string): boolean {
  return picomatch.scan(word).isGlob || /[*?{[]/.test(word);
}

function compileOne(pattern: string): GlobTest {
  const trimmed = pattern.replace(/^\.\//, '').replace(/\/+$/, '');
  const anchored = trimmed.replace(/^\//, '');
  if (anchored === '' || anchored === '.') return () => true;
  const glob = trimmed.includes('/') ? anchored : `**/${anchored}`;
  return picomatch([glob, `${glob}/**`], { dot: true });
}
