/** Notebook files to modules and back: which cells there are, where their characters stand in the file, and what an edit makes of it. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placeEdit } from './cells.ts';
import { cellEdit, type Notebook, readNotebook, spanInFile } from './notebook.ts';

const code = (source: string | string[], more: object = {}): object => ({ cell_type: 'code', metadata: {}, outputs: [], source, ...more });
const text = (source: string): object => ({ cell_type: 'markdown', metadata: {}, source });
const file = (cells: object[], metadata: object = {}): string => JSON.stringify({ cells, metadata, nbformat: 4, nbformat_minor: 5 }, null, 1);

function read(json: string): Notebook {
  const found = readNotebook(json);
  if (!('notebook' in found)) throw new Error(JSON.stringify(found));
  return found.notebook;
}

describe('reading', () => {
  test('code cells make one module; they are counted with the others', () => {
    const { text: module, cells } = read(file([text('# Title'), code(['a = 1\n', 'b']), code('%%html\n<b>'), code([]), code('c\n')]));
    expect(module).toBe('a = 1\nb\n      \n   \n\nc\n\n');
    expect(cells.map(({ number, start, source }) => [number, start, source])).toEqual([
      [2, 0, 'a = 1\nb'],
      [3, 8, '%%html\n<b>'],
      [4, 19, ''],
      [5, 20, 'c\n'],
    ]);
  });

  test('nbformat 3: worksheets, `input`, a language for each cell', () => {
    const cell = (input: string[], language: string): object => ({ cell_type: 'code', input, language, outputs: [] });
    const sheets = [
      { cells: [cell(['a\n', 'b'], 'python'), { cell_type: 'heading', source: 'x' }] },
      { cells: [cell(['c'], 'python'), cell(['d'], 'r')] },
    ];
    const { text: module, cells } = read(JSON.stringify({ metadata: { name: '' }, nbformat: 3, nbformat_minor: 0, worksheets: sheets }));
    expect(module).toBe('a\nb\nc\n \n');
    expect(cells.map(({ number }) => number)).toEqual([1, 3, 4]);
  });

  test.each([
    [{ language_info: { name: 'julia' } }, 'julia'],
    [{ kernelspec: { name: 'ir', display_name: 'R', language: 'R' } }, 'R'],
    [{ kernelspec: { name: 'bash', display_name: 'Bash' } }, 'bash'],
    [{ kernelspec: { name: 'python3', display_name: 'mine' } }, null],
    [{ kernelspec: { name: 'analysis', display_name: 'Python (analysis)' } }, null],
    [{ language_info: { name: 'ipython' } }, null],
    [{}, null],
  ])('the language of %j', (metadata, language) => {
    const found = readNotebook(file([code('a')], metadata));
    expect('language' in found ? found.language : null).toBe(language);
  });

  test('a cell that VS Code has set to another language is blank', () => {
    expect(read(file([code('SELECT 1', { metadata: { vscode: { languageId: 'sql' } } }), code('a')])).text).toBe('        \na\n');
  });

  test('what is no notebook says where it cannot be read on', () => {
    expect(readNotebook('{\n "cells": [\n<<<<<<< HEAD\n')).toMatchObject({ broken: expect.any(String), offset: 14 });
    expect(readNotebook('{ "cells": [], }')).toMatchObject({ broken: 'property name expected', offset: 15 });
    expect(readNotebook('{"a": [1]}')).toEqual({ broken: 'it has no cells', offset: 0 });
    expect(readNotebook('')).toMatchObject({ offset: 0 });
    expect(readNotebook('['.repeat(200_000))).toMatchObject({ broken: expect.any(String) });
  });
});

/** As Python's `json` writes it, with or without `ensure_ascii`. */
const literal = (source: string, ascii: boolean): string =>
  ascii ? JSON.stringify(source).replace(/[^ -~]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`) : JSON.stringify(source);
const linesOf = (source: string): string[] => source.match(/[^\n]*\n|[^\n]+/g) ?? [];

const sources = fc.string({ unit: fc.constantFrom('a', 'b', '\n', '\n', '"', '\\', 'é', '😀', '\t', '\u2028'), maxLength: 12 });
const notebooks = fc.record({
  cells: fc.array(sources, { minLength: 1, maxLength: 4 }),
  isList: fc.boolean(),
  ascii: fc.boolean(),
  between: fc.constantFrom(',', ', ', ',\n    ', ',\r\n\t'),
});

function fileOf({ cells, isList, ascii, between }: { cells: string[]; isList: boolean; ascii: boolean; between: string }): string {
  const sourceOf = (source: string): string =>
    isList
      ? `[${between.slice(1)}${linesOf(source)
          .map((line) => literal(line, ascii))
          .join(between)}]`
      : literal(source, ascii);
  return `{"cells": [${cells.map((source) => `{"cell_type": "code", "source": ${sourceOf(source)}}`).join(', ')}]}`;
}

const sourcesIn = (json: string): (string | string[])[] =>
  (JSON.parse(json) as { cells: { source: string | string[] }[] }).cells.map((cell) => cell.source);

test('each character of a cell stands in the file where the map says', () => {
  fc.assert(
    fc.property(notebooks, (made) => {
      const json = fileOf(made);
      const notebook = read(json);
      for (const { start, source } of notebook.cells)
        for (let i = 0; i < source.length; i++) {
          const span = spanInFile(notebook, { start: start + i, end: start + i + 1 });
          expect(JSON.parse(`"${json.slice(span.start, span.end)}"`)).toBe(source.charAt(i));
        }
    }),
  );
});

test('an edited cell is written back, and all other characters stay', () => {
  fc.assert(
    fc.property(notebooks, fc.nat(), sources, (made, which, source) => {
      const json = fileOf(made);
      const notebook = read(json);
      const cell = notebook.cells[which % notebook.cells.length]!;
      // Where nothing was, nothing says how lines are kept.
      fc.pre(cell.source !== '');
      const edit = cellEdit(notebook, cell, source);
      expect(edit === null).toBe(cell.source === source);
      if (edit === null) return;
      const after = json.slice(0, edit.span.start) + edit.text + json.slice(edit.span.end);
      const at = notebook.cells.indexOf(cell);
      const [before, now] = [sourcesIn(json), sourcesIn(after)];
      expect(now.toSpliced(at, 1)).toEqual(before.toSpliced(at, 1));
      const written = now[at]!;
      expect(typeof written === 'string' ? written : written.join('')).toBe(source);
      // One string for each line, as Jupyter writes it.
      if (typeof written !== 'string' && source !== '') expect(written).toEqual(linesOf(source));
      if (made.isList && source !== '' && !made.ascii) expect(after).toBe(fileOf({ ...made, cells: made.cells.with(at, source) }));
    }),
    { numRuns: 1000, examples: [[{ cells: ['\n'], isList: true, ascii: false, between: ',' }, 0, '\n\n']] },
  );
});

describe('edits of the module', () => {
  const notebook = read(file([code('a = 1\n!ls\nb = 2'), code('c')]));
  const place = (start: number, end: number, inserted = ''): unknown => {
    const placed = placeEdit(notebook, { span: { start, end }, text: inserted });
    return typeof placed === 'string' ? placed : [placed.cell.number, placed.span.start, placed.span.end, placed.text];
  };

  test('belong to one cell', () => {
    expect(place(0, 1, 'x')).toEqual([1, 0, 1, 'x']);
    expect(place(15, 15, '\nx')).toEqual([1, 15, 15, '\nx']);
    expect(place(16, 17, 'x')).toEqual([2, 0, 1, 'x']);
    expect(place(10, 17)).toBe('it would edit two cells at once');
  });

  test('may take the last line with its end away, or replace it', () => {
    expect(place(10, 16)).toEqual([1, 10, 15, '']);
    expect(place(10, 16, 'x\n')).toEqual([1, 10, 15, 'x']);
  });

  test('touch no command', () => {
    expect(place(6, 6, 'x\n')).toEqual([1, 6, 6, 'x\n']);
    expect(place(0, 12)).toBe('a command of the notebook stands in between');
  });
});
