/**
 * Reads a case: splits it into the files of a little project, takes the markers out, and remembers which line each was about.
 * The linter sees the files without markers, so that a comment of ours can never change what it does.
 */
import { basename, dirname, extname } from 'node:path';
import type { Language } from '../../model/file.ts';
import type { Directive, Marker } from './marker.ts';
import { readLine } from './marker.ts';

export interface CaseFile {
  /** Relative to the project's folder. */
  readonly name: string;
  /** Without markers. */
  readonly text: string;
  /** For each line of `text`, the line of the case file it came from; both count from 0. */
  readonly origin: readonly number[];
}

export interface PlacedMarker {
  readonly marker: Marker;
  readonly file: string;
  /** Line of the file without markers, from 0. */
  readonly line: number;
  /** Where the marker itself stands in the case file, from 0. */
  readonly origin: number;
}

export interface Case {
  readonly path: string;
  /** Whose `cases` folder it lies in; null for traps, which are about every rule. */
  readonly rule: string | null;
  /** The case file's own name: `basic.ts`. */
  readonly name: string;
  readonly source: string;
  /** Packages that are installed in the project. */
  readonly packages: readonly string[];
  readonly files: readonly CaseFile[];
  readonly markers: readonly PlacedMarker[];
  readonly directives: readonly Directive[];
}

export function isAbout(subject: Case, rule: string): boolean {
  return subject.rule === null || subject.rule === rule;
}

const CODE = /\.(?:[cm]?[jt]sx?|py)$/;

export function isCode(name: string): boolean {
  return CODE.test(name);
}

/** JavaScript counts as TypeScript. */
export function languageOf(name: string): Language {
  return extname(name) === '.py' ? 'python' : 'typescript';
}

export function parseCase(path: string, source: string): Case {
  const name = basename(path);
  const language = languageOf(name);
  const packages: string[] = [];
  const markers: PlacedMarker[] = [];
  const directives: Directive[] = [];
  const files: { name: string; lines: string[]; origin: number[] }[] = [{ name, lines: [], origin: [] }];
  let pending: { marker: Marker; origin: number }[] = [];

  const fail = (index: number, problem: string): never => {
    throw new Error(`${path}:${index + 1}: ${problem}`);
  };

  for (const [index, line] of source.split('\n').entries()) {
    const split = /^(?:\/\/|#)- (?:with: (?<packages>.+)|(?<file>\S+))\s*$/.exec(line)?.groups;
    if (split?.packages) {
      packages.push(...split.packages.split(',').map((each) => each.trim()));
      continue;
    }
    if (split?.file) {
      if (pending.length > 0) fail(index, 'a marker stands before a new file, above no line of code');
      if (files.some((each) => each.name === split.file)) fail(index, `\`${split.file}\` appears twice`);
      files.push({ name: split.file, lines: [], origin: [] });
      continue;
    }
    const file = files.at(-1);
    if (!file) break;
    let code: string | null = line;
    if (isCode(file.name)) {
      try {
        const read = readLine(line, language);
        code = read.code;
        pending.push(...read.markers.map((marker) => ({ marker, origin: index })));
        directives.push(...read.directives);
      } catch (error) {
        fail(index, (error as Error).message);
      }
    }
    if (code === null) continue;
    if (pending.length > 0 && isCodeLine(code, language)) {
      for (const each of pending) markers.push({ ...each, file: file.name, line: file.lines.length });
      pending = [];
    }
    file.lines.push(code);
    file.origin.push(index);
  }
  if (pending.length > 0) fail(pending[0]?.origin ?? 0, 'this marker stands above no line of code');

  return {
    path,
    rule: basename(dirname(path)) === 'cases' ? basename(dirname(dirname(path))) : null,
    name,
    source,
    packages,
    files: files
      .filter((file) => file.lines.some((line) => line.trim() !== ''))
      .map((file) => ({ name: file.name, text: `${file.lines.join('\n').replace(/^\n+|\n+$/g, '')}\n`, origin: trimmedOrigin(file) })),
    markers: markers.map((each) => ({ ...each, line: each.line - leadingBlanks(files, each.file) })),
    directives,
  };
}

function isCodeLine(line: string, language: Language): boolean {
  const comment = language === 'python' ? /^\s*#/ : /^\s*(?:\/\/|\/\*|\*|\{\/\*)/;
  return line.trim() !== '' && !comment.test(line);
}

function leadingBlanks(files: readonly { name: string; lines: readonly string[] }[], name: string): number {
  const lines = files.find((file) => file.name === name)?.lines ?? [];
  const first = lines.findIndex((line) => line !== '');
  return Math.max(first, 0);
}

function trimmedOrigin(file: { name: string; lines: readonly string[]; origin: readonly number[] }): number[] {
  return file.origin.slice(leadingBlanks([file], file.name));
}

/** The text of a `.fixed` file: the case's code files after all fixes, separated as in the case. */
export function joinFiles(files: readonly { readonly name: string; readonly text: string }[], first: string): string {
  const comment = languageOf(first) === 'python' ? '#' : '//';
  return files
    .filter((file) => isCode(file.name))
    .map((file) => (file.name === first ? file.text : `${comment}- ${file.name}\n${file.text}`))
    .join('\n');
}
