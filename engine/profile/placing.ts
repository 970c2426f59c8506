/**
 * From the functions of a profile to those of the program: by file, place and name. A function of the same name elsewhere in the file, the only
 * one there, is taken for it too, because code moves; anything else that does not agree is nobody.
 */
import { existsSync } from 'node:fs';
import type { FileModel, Fn } from '../../model/file.ts';
import { standingAround } from '../../model/hot-path.ts';
import type { Program } from '../../model/program.ts';
import type { Frame, Profile } from '../../profiles/profile.ts';
import { type Lines, linesOf } from '../lines.ts';
import { type FileFinder, fileFinder, pathOfFrame } from './frame-paths.ts';
import { type Original, type SourceMap, sourceMapOf } from './source-maps.ts';

/** A function of the program that runs closures as part of itself. */
export interface Placed {
  readonly file: FileModel;
  readonly fn: Fn;
  /** How many lines further down it is now. */
  readonly moved: number;
}

export interface Placing {
  /** Per frame; null for code of others, and for what was not found. */
  readonly frames: readonly (Placed | null)[];
  /** Frames whose file is one of the program's, and what became of them. */
  readonly counts: { readonly agree: number; readonly moved: number; readonly missing: number };
}

export interface Sources {
  readonly program: Program;
  readonly sources: ReadonlyMap<string, string>;
}

export function placeFrames(profile: Profile, { program, sources }: Sources, root: string): Placing {
  const callers = callersOfNameless(profile);
  const find = fileFinder(program.files.keys(), root);
  const generated = generatedFiles(root);
  const tables = new Map<string, Lines>();
  const counts = { agree: 0, moved: 0, missing: 0 };
  const placed = profile.frames.map((frame, i): Placed | null => {
    const at = inProgram(frame, find, generated);
    const file = at && program.files.get(at.path);
    // The body of a class runs once, as a function of its name.
    if (!at || !file || (file.language === 'python' && file.classes.some(({ name }) => name === at.name))) return null;
    let lines = tables.get(file.path);
    if (lines === undefined) tables.set(file.path, (lines = linesOf(sources.get(file.path) ?? '')));
    const exact = functionAt(file, lines, at);
    const near = exact ?? namesakeOf(file, at.name);
    const around = near && standingAround(program, file, near.id);
    // Where the code has changed, another closure may stand on that line by now.
    const isElsewhere = around && !at.mapped && around.kind !== 'module' && callers.get(i)?.every((name) => !isNamed(file, around, name));
    const fn = isElsewhere ? null : near;
    const standing = fn && around;
    counts[!fn ? 'missing' : exact ? 'agree' : 'moved']++;
    return standing ? { file, fn: standing, moved: exact || at.line === null ? 0 : startLine(lines, fn) - at.line } : null;
  });
  return { frames: placed, counts };
}

/** Names of the functions that ran each nameless one, where the same file has them. */
function callersOfNameless({ frames, measure }: Profile): ReadonlyMap<number, readonly string[]> {
  const found = new Map<number, string[]>();
  const note = (of: number, by: number | undefined): boolean => {
    const [frame, caller] = [frames[of], frames[by ?? -1]];
    if (!frame || !caller || caller.file !== frame.file || isNameless(caller)) return false;
    const names = found.get(of);
    if (names) names.push(caller.name);
    else found.set(of, [caller.name]);
    return true;
  };
  if (measure.kind === 'functions') for (const { from, to } of measure.calls) if (isNameless(frames[to])) note(to, from);
  if (measure.kind === 'stacks')
    for (const { frame, parent } of measure.nodes) {
      if (!isNameless(frames[frame])) continue;
      // What a library runs for a function, such as `filter`, stands in between.
      for (let at = measure.nodes[parent], steps = 0; at && steps < 20 && !note(frame, at.frame); at = measure.nodes[at.parent]) steps++;
    }
  return found;
}

function isNameless(frame: Frame | undefined): boolean {
  return frame !== undefined && (frame.name === '' || (frame.name.startsWith('<') && frame.name !== '<module>'));
}

interface At extends Pick<Frame, 'name' | 'line' | 'column'> {
  readonly path: string;
  /** Found through a source map: the name is that of the generated code, and the place is near. */
  readonly mapped: boolean;
}

function inProgram({ name, file, line, column }: Frame, find: FileFinder, mapOf: (path: string) => SourceMap | null): At | null {
  const path = pathOfFrame(file);
  if (path === null) return null;
  const known = find(path);
  if (known !== null) return { path: known, name, line, column, mapped: false };
  const original: Original | null = line === null ? null : (mapOf(path)?.(line, column) ?? null);
  const source = original && pathOfFrame(original.file);
  const found = source ? find(source) : null;
  return original && found !== null ? { path: found, name, line: original.line, column: original.column, mapped: true } : null;
}

/** Where builds put what they make. */
const OUTPUT = ['', 'dist/', 'build/', 'out/', 'public/'];

/** Source maps of generated files, wherever below `root` the end of their path leads. */
function generatedFiles(root: string): (path: string) => SourceMap | null {
  const known = new Map<string, SourceMap | null>();
  return (path) => {
    const map = known.get(path);
    if (map !== undefined) return map;
    const parts = path.split('/');
    const places = [path, ...parts.flatMap((_, i) => OUTPUT.map((folder) => `${root}/${folder}${parts.slice(i).join('/')}`))];
    const isCode = /\.[cm]?js$/.test(path);
    const opened = isCode ? places.filter((place) => existsSync(place)).map((place) => sourceMapOf(place, root)) : [];
    const found = opened.find((one) => one !== null) ?? null;
    known.set(path, found);
    return found;
  };
}

function functionAt(file: FileModel, lines: Lines, at: At): Fn | null {
  const { line, column, mapped } = at;
  if (line === null || line > lines.count) return null;
  const [module] = file.functions;
  if (at.name === '<module>' || (at.name === '' && line === 1 && column === 1)) return module ?? null;
  if (column === null) return functionOnLine(file, lines, at, line);
  const offset = lines.offsetAt({ line, column });
  const fn = innermost(file, ({ span }) => span.start <= offset && offset < span.end);
  if (fn === null || mapped) return fn;
  // Other code may stand there by now.
  const begins = Math.min(fn.span.start, fn.nameSpan.start);
  if (at.name === '') return offset - fn.span.start <= 'export default async function* '.length ? fn : null;
  return isNamed(file, fn, at.name) && startLine(lines, fn) <= line && begins <= offset ? fn : null;
}

/** Only a line is known: of the function's beginning, of its first decorator, or of what ran in it. */
function functionOnLine(file: FileModel, lines: Lines, { name }: At, line: number): Fn | null {
  const around = (fn: Fn): boolean => startLine(lines, fn) <= line && line <= lines.positionAt(fn.span.end).line;
  // Python runs comprehensions as functions of their own.
  if (/^<(list|set|dict)comp>$|^<genexpr>$/.test(name)) return innermost(file, around);
  if (name === '<lambda>' || name === '') {
    const here = file.functions.filter((fn) => fn.kind === 'closure' && startLine(lines, fn) === line);
    return here.length === 1 ? (here[0] ?? null) : null;
  }
  const found = innermost(file, (fn) => isNamed(file, fn, name) && around(fn));
  if (found !== null || !lines.textOf(line).trimStart().startsWith('@')) return found;
  const below = file.functions.filter((fn) => isNamed(file, fn, name) && startLine(lines, fn) > line);
  return below.reduce<Fn | null>((first, fn) => (first === null || fn.span.start < first.span.start ? fn : first), null);
}

/** The only function of the file with this name. */
function namesakeOf(file: FileModel, name: string): Fn | null {
  if (name === '' || name.startsWith('<')) return null;
  const named = file.functions.filter((fn) => isNamed(file, fn, name));
  return named.length === 1 ? (named[0] ?? null) : null;
}

function innermost(file: FileModel, isIt: (fn: Fn) => boolean): Fn | null {
  let best: Fn | null = null;
  for (const fn of file.functions)
    if (fn.kind !== 'module' && isIt(fn) && (best === null || fn.span.end - fn.span.start < best.span.end - best.span.start)) best = fn;
  return best;
}

/** Profilers write a method's name alone or behind its class, an accessor's behind `get`, and a constructor's as its class. */
function isNamed(file: FileModel, fn: Fn, name: string): boolean {
  if (fn.kind === 'module') return false;
  const last = lastName(name);
  if (fn.kind === 'constructor')
    return (
      last === '__init__' || last === 'constructor' || (file.language === 'typescript' && fn.class !== null && file.classes[fn.class]?.name === last)
    );
  return lastName(fn.name) === last;
}

function lastName(name: string): string {
  return name
    .replace(/^(?:get|set|async|static|bound) /, '')
    .replace(/^.*[.:#]/, '')
    .trim();
}

function startLine(lines: Lines, { span }: Fn): number {
  return lines.positionAt(span.start).line;
}
