/**
 * Configurations in pyproject.toml, in the table `[tool.scalelint]`.
 *
 * The parser says where a text is broken, but not where the keys of a good one stand. So a good text is walked once more for
 * their places, when the first message needs one; what is valid can be walked without looking at mistakes.
 */
import { parse, TomlError } from 'smol-toml';
import type { Span } from '../model/file.ts';
import type { ConfigText, Path } from './config-text.ts';

const home: Path = ['tool', 'scalelint'];

export function readToml(text: string): ConfigText {
  if (!text.includes('scalelint')) return 'nothing';
  let value: unknown;
  try {
    const { tool } = parse(text);
    value = (tool as { scalelint?: unknown } | undefined)?.scalelint;
  } catch (error) {
    return mentioned.test(text) ? { broken: brokenAt(text, error) } : 'nothing';
  }
  if (value === undefined) return 'nothing';
  if (value === false) return 'off';
  let places: ReadonlyMap<string, Span> | null = null;
  return {
    // The parser's tables have no prototype and its dates are objects: messages about types stumble over both.
    value: JSON.parse(JSON.stringify(value)),
    spanOf(path) {
      places ??= placesIn(text);
      return places.get(named([...home, ...path])) ?? null;
    },
    wanted: 'a table, or `false` to turn scalelint off in this folder',
    table: 'a table: `{ … }`',
  };
}

/** A text that does not parse is ours to complain about only if it seems to configure us. */
const mentioned = /^[ \t[\uFEFF]*(["']?)tool\1[ \t]*\.[ \t]*(["']?)scalelint\2[ \t]*[\].=]/m;

function brokenAt(text: string, error: unknown): { span: Span; message: string } {
  const reason = error instanceof Error ? (error.message.split('\n')[0] as string).replace(/^Invalid TOML document: /, '') : String(error);
  const start = error instanceof TomlError ? startOfLine(text, error.line) + error.column - 1 : 0;
  const message = `This is not valid TOML: ${reason}. The whole configuration is ignored until this is corrected.`;
  return { span: { start, end: start }, message };
}

function startOfLine(text: string, line: number): number {
  let start = 0;
  for (let left = line - 1; left > 0; left--) start = text.indexOf('\n', start) + 1;
  return start;
}

function named(path: Path): string {
  return JSON.stringify(path);
}

const blank = /(?:\s|#[^\n]*)*/y;
const keyPart = /[\w-]+|"(?:\\.|[^"\\])*"|'[^']*'/y;
const dot = /[ \t]*\.[ \t]*/y;
const scalar = /"""(?:\\[\s\S]|[^\\])*?"{3,5}|'''[\s\S]*?'{3,5}|"(?:\\.|[^"\\])*"|'[^']*'|[^,\]}#\r\n]*[^,\]}#\s]/y;

/** Where the keys and the list entries of a valid text stand, by their path. What is named twice stands where it is named first. */
function placesIn(text: string): Map<string, Span> {
  const places = new Map<string, Span>();
  /** How many tables `[[…]]` has given a list so far. */
  const tables = new Map<string, number>();
  let at = 0;

  function take(form: RegExp): string {
    form.lastIndex = at;
    const taken = form.exec(text)?.[0] ?? '';
    at += taken.length;
    return taken;
  }

  function put(path: Path, start: number): void {
    if (!places.has(named(path))) places.set(named(path), { start, end: at });
  }

  /** Of a dotted key the parts and the path below `base`; a list of tables means its last one. */
  function takeKey(base: Path): Path {
    let path = base;
    do {
      const count = tables.get(named(path));
      if (count !== undefined) path = [...path, count - 1];
      const start = at;
      path = [...path, plain(take(keyPart))];
      put(path, start);
    } while (take(dot) !== '');
    return path;
  }

  function takeHeader(): Path {
    const start = at;
    const isList = text.startsWith('[[', at);
    at += isList ? 2 : 1;
    take(blank);
    const path = takeKey([]);
    take(blank);
    at += isList ? 2 : 1;
    if (!isList) return path;
    const count = (tables.get(named(path)) ?? 0) + 1;
    tables.set(named(path), count);
    put([...path, count - 1], start);
    return [...path, count - 1];
  }

  function takeEntry(base: Path): void {
    const path = takeKey(base);
    take(blank);
    at++;
    take(blank);
    takeValue(path);
  }

  function takeValue(path: Path): void {
    const close = text[at] === '[' ? ']' : text[at] === '{' ? '}' : null;
    if (close === null) return void take(scalar);
    at++;
    for (let index = 0; ; index++) {
      take(blank);
      if (text[at] === close || at >= text.length) break;
      const start = at;
      if (close === '}') takeEntry(path);
      else {
        takeValue([...path, index]);
        put([...path, index], start);
      }
      take(blank);
      if (text[at] === ',') at++;
    }
    at++;
  }

  let table: Path = [];
  for (take(blank); at < text.length; take(blank)) {
    if (text[at] === '[') table = takeHeader();
    else takeEntry(table);
  }
  return places;
}

/** A key without its quotes. */
function plain(part: string): string {
  return /^["']/.test(part) ? String(parse(`key = ${part}`).key) : part;
}
