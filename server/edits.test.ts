import { describe, expect, test } from 'vitest';
import type { TextDocumentEdit } from 'vscode-languageserver-protocol/node';
import { rewrite } from '../engine/apply-edits.ts';
import type { Finding, Fix } from '../model/finding.ts';
import { type EditContext, workspaceEdit } from './edits.ts';
import { fixAllEdits } from './fix-all.ts';
import { positionsOfText } from './positions.ts';

const texts = new Map([
  ['/a.ts', 'one\ntwo\n'],
  ['/b.ts', 'three\r\nfour\r\n'],
]);

const context = (features: EditContext['features']): EditContext => ({
  features,
  targetOf(path) {
    const text = texts.get(path);
    return text === undefined
      ? null
      : {
          text,
          parts: [
            { uri: `file://${path}`, version: path === '/a.ts' ? 7 : null, source: text, start: 0, positions: positionsOfText(text, 'utf-16') },
          ],
        };
  },
});

const all = context({ documentChanges: true, changeAnnotations: true });
const a = { file: '/a.ts', span: { start: 4, end: 7 }, text: '2' };
const b = { file: '/b.ts', span: { start: 0, end: 0 }, text: 'zero\n' };

describe('edits of a fix', () => {
  test('carry the version of the open document', () => {
    expect(workspaceEdit([a], 'x', all)).toEqual({
      documentChanges: [
        {
          textDocument: { uri: 'file:///a.ts', version: 7 },
          edits: [{ range: { start: { line: 1, character: 0 }, end: { line: 1, character: 3 } }, newText: '2' }],
        },
      ],
    });
  });

  test('of several files are one edit, annotated with what it is for, in the line ends of each file', () => {
    const edit = workspaceEdit([a, b], 'Use a Set', all);
    expect(edit?.changeAnnotations).toEqual({ scalelint: { label: 'Use a Set', needsConfirmation: false } });
    const changes = edit?.documentChanges as TextDocumentEdit[];
    expect(changes.map(({ textDocument }) => textDocument.version)).toEqual([7, null]);
    expect(changes.flatMap(({ edits }) => edits)).toMatchObject([
      { newText: '2', annotationId: 'scalelint' },
      { newText: 'zero\r\n', annotationId: 'scalelint' },
    ]);
  });

  test('are plain for clients that know no more', () => {
    const edit = workspaceEdit([a, b], 'x', context({ documentChanges: false, changeAnnotations: false }));
    expect(Object.keys(edit ?? {})).toEqual(['changes']);
    expect(Object.keys(edit?.changes ?? {})).toEqual(['file:///a.ts', 'file:///b.ts']);
  });

  test('are all made or none', () => {
    expect(workspaceEdit([a, { ...b, file: '/stale.ts' }], 'x', all)).toBeNull();
    expect(workspaceEdit([], 'x', all)).toBeNull();
  });
});

describe('all fixes of a file', () => {
  const text = 'f();\ng();\n';
  const finding = (rule: string): Finding => ({
    rule,
    file: '/c.ts',
    span: { start: 0, end: 0 },
    severity: 'warning',
    message: '',
    growth: null,
    evidence: [],
    trace: [],
    fix: null,
  });
  const fix = (level: Fix['level'], ...edits: [number, number, string, string?][]): Fix => ({
    title: 't',
    level,
    edits: edits.map(([start, end, by, file = '/c.ts']) => ({ file, span: { start, end }, text: by })),
    proofs: [],
    unproven: [],
  });
  const apply = async (fixes: readonly Fix[], goOn = () => true): Promise<string> => {
    const given = new Map(fixes.map((one, i) => [`r${i}`, one]));
    const edits = await fixAllEdits({
      path: '/c.ts',
      text,
      findings: [...given.keys()].map(finding),
      fix: async ({ rule }) => given.get(rule) ?? { refused: 'no' },
      mayEdit: () => true,
      goOn,
    });
    return rewrite(text, edits);
  };

  test('are made together; what several insert at one place is there once', async () => {
    const shared: [number, number, string] = [0, 0, "import 'x';\n"];
    expect(await apply([fix('safe', shared, [0, 1, 'F']), fix('safe', shared, [5, 6, 'G'])])).toBe("import 'x';\nF();\nG();\n");
  });

  test('leave out what overlaps, what needs a judgement and what reaches into other files', async () => {
    expect(
      await apply([
        fix('safe', [0, 3, 'a()']),
        fix('safe', [1, 4, '!']),
        fix('suggestion', [5, 6, 'x']),
        fix('safe', [5, 6, 'y'], [0, 0, 'z', '/d.ts']),
      ]),
    ).toBe('a();\ng();\n');
  });

  test('stop when there is no more time', async () => {
    let asked = 0;
    expect(await apply([fix('safe', [0, 1, 'F']), fix('safe', [5, 6, 'G'])], () => asked++ < 1)).toBe('F();\ng();\n');
  });

  test('are none when there is nothing to fix', async () => expect(await apply([])).toBe(text));
});
