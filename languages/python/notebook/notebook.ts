/**
 * A notebook file (`.ipynb`, nbformat 3 and 4) as a Python module, and the way back: from places of the module to places of the file, and
 * from a changed cell to an edit that leaves all other characters of the file alone.
 */
import { findNodeAtLocation, type Node, type ParseError, type ParseErrorCode, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { Span } from '../../../model/file.ts';
import { type Cell, type CellModule, type CellSource, joinCells } from './cells.ts';

export interface NotebookCell extends Cell {
  /** What the file has between the lines of the cell, where it keeps them as a list: a comma and blanks. Null where they are one string. */
  readonly between: string | null;
}

/** Plain data: threads hand it to each other. */
export interface Notebook extends CellModule<NotebookCell> {
  /** What the file holds. */
  readonly json: string;
  /** In order of place. */
  readonly runs: readonly Run[];
}

/** Characters of a cell that stand in the file as they are, or one that is written with an escape. */
interface Run {
  /** In the module. */
  readonly start: number;
  readonly length: number;
  /** In the file. */
  readonly at: number;
  readonly size: number;
}

/** `broken`: a phrase that ends in the place where the file cannot be read on. */
export type NotebookFile = { readonly notebook: Notebook } | { readonly language: string } | { readonly broken: string; readonly offset: number };

/** Reads the text of a notebook file. Of one that is in another language nothing but that. */
export function readNotebook(json: string): NotebookFile {
  const errors: ParseError[] = [];
  let root: Node | undefined;
  try {
    // A byte order mark is no JSON, and its place is kept.
    root = parseTree(json.replace(/^\uFEFF/, ' '), errors, { disallowComments: true });
  } catch {
    return { broken: 'it is nested too deeply', offset: 0 };
  }
  const [error] = errors;
  if (error) return { broken: wordsOf(error.error), offset: error.offset };
  const lists = root && cellLists(root);
  if (!root || !lists) return { broken: 'it has no cells', offset: 0 };
  const language = languageOf(root);
  if (!isPython(language)) return { language };

  const sources: (CellSource & { readonly node: Node })[] = [];
  let number = 0;
  for (const node of lists.flatMap((list) => list.children ?? [])) {
    number++;
    const source = node.type === 'object' && stringAt(node, ['cell_type']) === 'code' ? sourceNode(node) : undefined;
    if (source) sources.push({ number, node: source, source: literalsOf(source).map(decoded).join(''), isPython: isPython(cellLanguage(node)) });
  }
  const module = joinCells(sources);
  const cells = module.cells.map((cell, i): NotebookCell => ({ ...cell, between: betweenLines(sources[i]!.node, json) }));
  return { notebook: { text: module.text, cells, json, runs: cells.flatMap((cell, i) => runsOf(cell, sources[i]!.node, json)) } };
}

/** Where a span of the module stands in the file. */
export function spanInFile(notebook: Notebook, { start, end }: Span): Span {
  const from = placeOf(notebook, start);
  return { start: from, end: end > start ? Math.max(from, endOf(notebook, end - 1)) : from };
}

/** The edit of the file that makes `source` the text of a cell; null where nothing changes. */
export function cellEdit(notebook: Notebook, cell: NotebookCell, source: string): { readonly span: Span; readonly text: string } | null {
  const before = cell.source;
  const longest = Math.min(before.length, source.length);
  let head = 0;
  while (head < longest && before.charCodeAt(head) === source.charCodeAt(head)) head++;
  let tail = 0;
  while (tail < longest - head && before.charCodeAt(before.length - 1 - tail) === source.charCodeAt(source.length - 1 - tail)) tail++;
  if (head === before.length && head === source.length) return null;

  const from = cell.start + head;
  const to = cell.start + before.length - tail;
  const lines = source.slice(head, source.length - tail).split('\n');
  const isLast = tail === 0;
  // The list has a string for each line, and none for what follows the last line end.
  const opensLine = isLast && head === before.length && before.endsWith('\n') && (lines[0] !== '' || lines.length > 1);
  const closes = isLast && lines.length > 1 && lines.at(-1) === '';
  const next = cell.between === null ? '' : `"${cell.between}"`;
  const written = lines.map((line) => JSON.stringify(line).slice(1, -1));
  const text = `${opensLine ? next : ''}${closes ? `${written.slice(0, -1).join(`\\n${next}`)}\\n` : written.join(`\\n${next}`)}`;
  const takesAll = isLast && text === '' && head > 0;
  const start = takesAll ? endOf(notebook, from - 1) : placeOf(notebook, from);
  return { span: { start, end: placeOf(notebook, to) }, text };
}

/** Where a place of the module stands in the file: behind the cell's last character, where it is at its end. */
function placeOf({ runs }: Notebook, offset: number): number {
  const run = runAt(runs, offset);
  if (!run) return 0;
  const inside = offset - run.start;
  return inside < run.length ? run.at + (run.size === run.length ? inside : 0) : run.at + run.size;
}

/** Where the character at a place of the module ends in the file. */
function endOf({ runs }: Notebook, offset: number): number {
  const run = runAt(runs, offset);
  if (!run) return 0;
  return run.at + (run.size === run.length ? Math.min(offset - run.start + 1, run.size) : run.size);
}

/** The last one that begins before or at a place. */
function runAt(runs: readonly Run[], offset: number): Run | undefined {
  let low = 0;
  let high = runs.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (runs[middle]!.start <= offset) low = middle;
    else high = middle - 1;
  }
  return runs[low];
}

function runsOf(cell: Cell, source: Node, json: string): Run[] {
  const runs: Run[] = [];
  let start = cell.start;
  const add = (length: number, at: number, size: number): void => {
    if (length > 0) runs.push({ start, length, at, size });
    start += length;
  };
  for (const literal of literalsOf(source)) {
    const end = literal.offset + literal.length - 1;
    let at = literal.offset + 1;
    while (at < end) {
      const next = json.indexOf('\\', at);
      const escape = next === -1 || next >= end ? end : next;
      add(escape - at, at, escape - at);
      const size = escape === end ? 0 : json.charAt(escape + 1) === 'u' ? 6 : 2;
      if (size > 0) add(1, escape, size);
      at = escape + size;
    }
  }
  return runs;
}

/** The cells of the file; of nbformat 3 those of each of its worksheets. */
function cellLists(root: Node): Node[] | null {
  const cells = arrayAt(root, ['cells']);
  if (cells) return [cells];
  const worksheets = arrayAt(root, ['worksheets'])?.children;
  return worksheets?.flatMap((sheet) => arrayAt(sheet, ['cells']) ?? []) ?? null;
}

/** nbformat 3 calls it `input`. */
function sourceNode(cell: Node): Node | undefined {
  return findNodeAtLocation(cell, ['source']) ?? findNodeAtLocation(cell, ['input']);
}

function literalsOf(source: Node): Node[] {
  return (source.type === 'array' ? (source.children ?? []) : [source]).filter((node) => node.type === 'string');
}

function decoded(literal: Node): string {
  return literal.value as string;
}

/** As the first two lines of the file have it; for a single one as the bracket before it has it. */
function betweenLines(source: Node, json: string): string | null {
  if (source.type !== 'array') return null;
  const [first, second] = literalsOf(source);
  if (!first) return null;
  if (second) return json.slice(first.offset + first.length, second.offset);
  return `,${json.slice(source.offset + 1, first.offset)}`;
}

/** A notebook that names no language is one of Python's, as all were at first. */
function languageOf(root: Node): string {
  const said = stringAt(root, ['metadata', 'language_info', 'name']) ?? stringAt(root, ['metadata', 'kernelspec', 'language']);
  if (said !== undefined) return said;
  // Environments have kernels with names of their own, and are shown as `Python (analysis)`.
  const shown = stringAt(root, ['metadata', 'kernelspec', 'display_name']) ?? '';
  return (/python/i.test(shown) ? undefined : stringAt(root, ['metadata', 'kernelspec', 'name'])) ?? 'python';
}

/** VS Code notes it where a cell differs from its notebook, nbformat 3 in every cell. */
function cellLanguage(cell: Node): string {
  return stringAt(cell, ['metadata', 'vscode', 'languageId']) ?? stringAt(cell, ['language']) ?? 'python';
}

/** `Python`, `python3`, `ipython` */
function isPython(language: string): boolean {
  return /^i?python/i.test(language);
}

function stringAt(node: Node, path: string[]): string | undefined {
  const found = findNodeAtLocation(node, path);
  return found?.type === 'string' ? (found.value as string) : undefined;
}

function arrayAt(node: Node, path: string[]): Node | undefined {
  const found = findNodeAtLocation(node, path);
  return found?.type === 'array' ? found : undefined;
}

/** `CommaExpected` for people: `comma expected`. */
function wordsOf(code: ParseErrorCode): string {
  return printParseErrorCode(code)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
}
