/**
 * Everything a fix promises, checked after it was applied: the text parses, type-checks, is clean, stays put when applied again,
 * and (for safe fixes) behaves as before. Returns complaints; an empty list is a kept promise.
 */

import type { Fix } from '../../model/finding.ts';
import type { Outcome } from '../behaviour/comparison.ts';
import { behaviourDifference } from '../behaviour/difference.ts';
import { type Case, isAbout, languageOf } from './case-file.ts';
import type { Found } from './found.ts';
import { isFix } from './found.ts';
import type { Linted } from './linter.ts';
import { fixedFiles, lint } from './linter.ts';
import type { ProjectFile } from './project.ts';
import type { TypeError } from './type-errors.ts';
import { errorsOf, isMissingModule, newTypeErrors, unexpectedErrors } from './type-errors.ts';

const MAX_PASSES = 10;

/** Generated inputs on which code was run before and after safe fixes, in this process so far. */
export const executed = { byTypeScript: 0, byPython: 0 };

export interface Fixed {
  /** After all fixes, pass by pass, until none is left: what the `.fixed` file holds. */
  readonly files: readonly ProjectFile[];
  readonly complaints: readonly string[];
  /** Any fix was offered at all. */
  readonly any: boolean;
}

export async function checkFixes(subject: Case, before: Linted): Promise<Fixed> {
  const offered = ownFixes(subject, before);
  if (offered.length === 0) return { files: subject.files, complaints: [], any: false };
  const types = await errorsOf(subject.files, subject.packages);
  const complaints: string[] = [];
  for (const found of offered) complaints.push(...(await checkAlone(subject, before, found, types)));
  if (complaints.length === 0) complaints.push(...(await checkBehaviour(subject, before, offered)));
  if (complaints.length > 0) return { files: subject.files, complaints, any: true };
  return fixAll(subject, before, types);
}

type FoundFix = Found & { readonly fix: Fix };

function ownFixes(subject: Case, linted: Linted): FoundFix[] {
  return linted.found.flatMap((each) => (isAbout(subject, each.rule) && isFix(each.fix) ? [{ ...each, fix: each.fix }] : []));
}

async function checkAlone(subject: Case, before: Linted, found: FoundFix, types: readonly TypeError[]): Promise<string[]> {
  const after = fixedFiles(subject.files, [found.fix], before.folder);
  const complaints: string[] = [];
  if (after.every((file, index) => file.text === subject.files[index]?.text)) complaints.push('nothing changed');
  complaints.push(...typeComplaints(types, await errorsOf(after, subject.packages), subject.packages));
  if (complaints.length === 0) complaints.push(...newFindings(before.found, (await lint(after, subject.packages)).found, found));
  return complaints.map((complaint) => `after the fix ${nameOf(subject, found)}: ${complaint}\n${changed(subject.files, after)}`);
}

/** Safe fixes, and on inputs for which the case says so suggestions too, behave as the code did before. */
async function checkBehaviour(subject: Case, before: Linted, offered: readonly FoundFix[]): Promise<string[]> {
  const calls = (kind: 'run' | 'same'): string[] => subject.directives.flatMap((each) => (each.kind === kind ? [each.call] : []));
  const safe = offered.filter((found) => found.fix.level === 'safe');
  const isExempt = safe.length === 0 || subject.directives.some((each) => each.kind === 'no-run');
  const complaints = isExempt ? [] : await differences(subject, before, safe, calls('run'), true);
  if (complaints.length === 0 && calls('same').length > 0) return differences(subject, before, offered, calls('same'), false);
  return complaints;
}

/** All fixes at once, because most change different functions; one by one only to say whose fault it was. `whole`: every change must be run. */
async function differences(subject: Case, before: Linted, fixes: readonly FoundFix[], runs: readonly string[], whole: boolean): Promise<string[]> {
  const textsAfter = (some: readonly FoundFix[]): ProjectFile[] =>
    fixedFiles(
      subject.files,
      some.map((found) => found.fix),
      before.folder,
    );
  const compared = (some: readonly FoundFix[]): Promise<Outcome> =>
    behaviourDifference({ before: subject.files, after: textsAfter(some), packages: subject.packages, runs });
  const together = await compared(fixes);
  if (whole) executed[languageOf(subject.name) === 'python' ? 'byPython' : 'byTypeScript'] += together.executions;
  if (together.ran === 0) {
    return [
      `no function could be run to compare the behaviour of ${fixes.length} fixes (${together.skipped.join('; ')}): export one, add \`@ run: f(…)\` with types, or say \`@ no-run: why\``,
    ];
  }
  if (!together.difference) {
    return whole
      ? together.unreached.map((place) => `no run came by a place that fixes change, so it is not compared: ${place}: add \`@ run: …\``)
      : [];
  }
  for (const found of fixes) {
    const { difference } = await compared([found]);
    if (difference)
      return [
        `after the fix ${nameOf(subject, found)}: it behaves differently:\n      ${difference}\n${changed(subject.files, textsAfter([found]))}`,
      ];
  }
  return [`after all fixes together it behaves differently, though after none of them alone:\n      ${together.difference}`];
}

async function fixAll(subject: Case, before: Linted, types: readonly TypeError[]): Promise<Fixed> {
  let files: readonly ProjectFile[] = subject.files;
  let linted = before;
  for (let pass = 0; pass < MAX_PASSES; pass += 1) {
    const fixes = ownFixes(subject, linted).map((found) => found.fix);
    const next = fixedFiles(files, fixes, linted.folder);
    if (next.every((file, index) => file.text === files[index]?.text)) {
      const complaints =
        fixes.length > 0
          ? [`fixes are still offered and change nothing: ${fixes.map((fix) => fix.title).join('; ')}`]
          : typeComplaints(types, await errorsOf(files, subject.packages), subject.packages);
      return { files, complaints, any: true };
    }
    files = next;
    linted = await lint(files, subject.packages);
  }
  return { files, complaints: [`fixes did not come to rest after ${MAX_PASSES} passes`], any: true };
}

function typeComplaints(before: readonly TypeError[], after: readonly TypeError[], packages: readonly string[]): string[] {
  const fresh = unexpectedErrors(newTypeErrors(before, after), packages, before.some(isMissingModule));
  return fresh.map(
    (error) => `${error.file}:${error.line + 1}: ${error.syntax ? 'it does not parse' : 'there is a new error'}: ${error.code}: ${error.message}`,
  );
}

/** The finding itself must be gone, and none may have come. Findings have no identity across texts, so rule, file and message stand for it. */
function newFindings(before: readonly Found[], after: readonly Found[], fixed: FoundFix): string[] {
  // By what it begins with, the expression: a fix of one finding in a loop may name the list that others in it speak of. Its other form is the same call.
  const begins = ({ message }: Found): string => (/^`[^`]*`/.exec(message)?.[0] ?? message).replace(/Sync\b/, '');
  const identity = (each: Found): string => `${each.rule}\0${each.file}\0${begins(each)}`;
  const left = before.map(identity);
  left.splice(left.indexOf(identity(fixed)), 1);
  const complaints: string[] = [];
  for (const each of after) {
    const at = left.indexOf(identity(each));
    if (at !== -1) left.splice(at, 1);
    else
      complaints.push(
        `${identity(each) === identity(fixed) ? 'the finding is still there' : 'there is a new finding'}: ${each.rule}: ${each.message}`,
      );
  }
  return complaints;
}

function nameOf(subject: Case, found: FoundFix): string {
  const origin = subject.files.find((file) => file.name === found.file)?.origin[found.line] ?? found.line;
  return `“${found.fix.title}” (${found.fix.level}) of ${subject.name}:${origin + 1}`;
}

function changed(before: readonly ProjectFile[], after: readonly ProjectFile[]): string {
  return after
    .filter((file, index) => file.text !== before[index]?.text)
    .map((file) => `--- ${file.name}, fixed\n${file.text}`)
    .join('\n');
}
