/**
 * Everything a fix promises, checked after it was applied: the text parses, type-checks, is clean, stays put when applied again,
 * and (for safe fixes) behaves as before. Returns complaints; an empty list is a kept promise.
 */

import type { Fix } from '../../model/finding.ts';
import type { Outcome } from '../behaviour/difference.ts';
import { behaviourDifference } from '../behaviour/difference.ts';
import type { Case } from './case-file.ts';
import { isCode } from './case-file.ts';
import type { Found } from './found.ts';
import { isFix } from './found.ts';
import type { Linted } from './linter.ts';
import { fixedFiles, lint } from './linter.ts';
import type { ProjectFile } from './project.ts';
import { withProject } from './project.ts';
import type { TypeError } from './type-errors.ts';
import { isMissingModule, newTypeErrors, typeErrors, unexpectedErrors } from './type-errors.ts';

const MAX_PASSES = 10;

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
  const types = await typesOf(subject, subject.files);
  const complaints: string[] = [];
  for (const found of offered) complaints.push(...(await checkAlone(subject, before, found, types)));
  if (complaints.length === 0) complaints.push(...(await checkBehaviour(subject, before, offered)));
  if (complaints.length > 0) return { files: subject.files, complaints, any: true };
  return fixAll(subject, before, types);
}

type FoundFix = Found & { readonly fix: Fix };

function ownFixes(subject: Case, linted: Linted): FoundFix[] {
  return linted.found.flatMap((each) => (each.rule === subject.rule && isFix(each.fix) ? [{ ...each, fix: each.fix }] : []));
}

async function checkAlone(subject: Case, before: Linted, found: FoundFix, types: readonly TypeError[]): Promise<string[]> {
  const after = fixedFiles(subject.files, [found.fix], before.folder);
  const complaints: string[] = [];
  if (after.every((file, index) => file.text === subject.files[index]?.text)) complaints.push('nothing changed');
  complaints.push(...typeComplaints(types, await typesOf(subject, after), subject.packages));
  if (complaints.length === 0) complaints.push(...newFindings(before.found, (await lint(after, subject.packages)).found, found));
  return complaints.map((complaint) => `after the fix ${nameOf(subject, found)}: ${complaint}\n${changed(subject.files, after)}`);
}

/** All safe fixes at once, because most change different functions; one by one only to say whose fault it was. */
async function checkBehaviour(subject: Case, before: Linted, offered: readonly FoundFix[]): Promise<string[]> {
  const safe = offered.filter((found) => found.fix.level === 'safe');
  if (safe.length === 0 || subject.directives.some((directive) => directive.kind === 'no-run')) return [];
  const compared = async (fixes: readonly FoundFix[]): Promise<Outcome> => {
    const after = fixedFiles(
      subject.files,
      fixes.map((found) => found.fix),
      before.folder,
    );
    const runs = subject.directives.flatMap((directive) => (directive.kind === 'run' ? [directive.call] : []));
    return behaviourDifference({ before: subject.files, after, packages: subject.packages, runs });
  };
  const together = await compared(safe);
  if (together.ran === 0) {
    return [
      `no function could be run to compare the behaviour of ${safe.length} safe fixes (${together.skipped.join('; ')}): export one, add \`@ run: f(string[])\`, or say \`@ no-run: why\``,
    ];
  }
  if (!together.difference) return [];
  for (const found of safe) {
    const { difference } = await compared([found]);
    if (difference)
      return [
        `after the fix ${nameOf(subject, found)}: it behaves differently:\n      ${difference}\n${changed(subject.files, fixedFiles(subject.files, [found.fix], before.folder))}`,
      ];
  }
  return [`after all safe fixes together it behaves differently, though after none of them alone:\n      ${together.difference}`];
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
          : typeComplaints(types, await typesOf(subject, files), subject.packages);
      return { files, complaints, any: true };
    }
    files = next;
    linted = await lint(files, subject.packages);
  }
  return { files, complaints: [`fixes did not come to rest after ${MAX_PASSES} passes`], any: true };
}

function typesOf(subject: Case, files: readonly ProjectFile[]): Promise<TypeError[]> {
  const names = files.filter((file) => isCode(file.name)).map((file) => file.name);
  return withProject(files, subject.packages, (folder) => typeErrors(folder, names, subject.packages));
}

function typeComplaints(before: readonly TypeError[], after: readonly TypeError[], packages: readonly string[]): string[] {
  const fresh = unexpectedErrors(newTypeErrors(before, after), packages, before.some(isMissingModule));
  return fresh.map(
    (error) => `${error.file}:${error.line + 1}: ${error.syntax ? 'it does not parse' : 'it has a type error'}: TS${error.code}: ${error.message}`,
  );
}

/** The finding itself must be gone, and none may have come. Findings have no identity across texts, so rule, file and message stand for it. */
function newFindings(before: readonly Found[], after: readonly Found[], fixed: FoundFix): string[] {
  const identity = (each: Found): string => `${each.rule}\0${each.file}\0${each.message}`;
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
