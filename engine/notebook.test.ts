/** A notebook's text to code, and fixes of that code to edits of the file. */
import { describe, expect, test } from 'vitest';
import type { Edit, Fix } from '../model/finding.ts';
import { rewrite } from './apply-edits.ts';
import { codeIn, editsOfFile, inNotebooks, type Notebook } from './notebook.ts';

const cell = (...source: string[]): object => ({ cell_type: 'code', source });
const json = JSON.stringify({ cells: [cell('a = 1\n', '!ls\n', 'b = a'), cell('c = b')], metadata: {} }, null, 1);

function notebookIn(text: string): Notebook {
  const code = codeIn('/n.ipynb', text);
  if (!('notebook' in code) || !code.notebook) throw new Error('no notebook');
  return code.notebook;
}
const notebook = notebookIn(json);
const edit = (part: string, text: string): Edit => {
  const start = notebook.text.indexOf(part);
  return { file: '/n.ipynb', span: { start, end: start + part.length }, text };
};
const fix = (...edits: Edit[]): Fix => ({ title: '', level: 'safe', edits, proofs: [], unproven: [] });

test('only notebooks are read as such', () => {
  expect(codeIn('/a.py', json)).toEqual({ text: json });
  expect(codeIn('/n.ipynb', json)).toMatchObject({ text: 'a = 1\n   \nb = a\nc = b\n' });
  expect(codeIn('/n.ipynb', '{"cells": [], "metadata": {"language_info": {"name": "R"}}}')).toEqual({
    skipped: { file: '/n.ipynb', reason: 'a notebook in R' },
  });
  expect(codeIn('/n.ipynb', '{\n "cells": [1 2]\n}')).toMatchObject({
    problem: { level: 'error', message: expect.stringContaining('/n.ipynb cannot be read as a notebook (line 2, column 14: comma expected).') },
  });
});

describe('fixes', () => {
  test('of several cells are one edit for each', () => {
    const edits = editsOfFile(notebook, [edit('c = b', 'c = a'), edit('1\n', '2\nx\n'), edit('b = a', 'b = "a"')]);
    expect(edits).toHaveLength(2);
    expect(JSON.parse(rewrite(json, edits))).toMatchObject({ cells: [cell('a = 2\n', 'x\n', '!ls\n', 'b = "a"'), cell('c = a')] });
  });

  test('that the cells are in the way of are refused, whole', () => {
    const asked = (file: string): Notebook | null => (file === '/n.ipynb' ? notebook : null);
    const fine = fix(edit('a = 1', 'a = 2'));
    expect(inNotebooks(fine, asked)).toBe(fine);
    expect(inNotebooks(fix(edit('a = 1', 'a = 2'), edit('a\nc', 'x')), asked)).toEqual({ refused: 'it would edit two cells at once' });
    expect(inNotebooks(fix(edit('1\n   \nb', 'x')), asked)).toEqual({ refused: 'a command of the notebook stands in between' });
    const elsewhere = fix({ file: '/a.py', span: { start: 0, end: 99 }, text: '' });
    expect(inNotebooks(elsewhere, asked)).toBe(elsewhere);
  });
});
