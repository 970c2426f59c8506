/** Notebooks from the outside: a document for each cell, one module for all of them. */
import { describe, expect, test } from 'vitest';
import type { Diagnostic, InlayHint } from 'vscode-languageserver-protocol/node';
import { NotebookCellKind } from 'vscode-languageserver-protocol/node';
import { openNotebook } from './notebooks.ts';
import type { WorkspaceCheckResult } from './protocol.ts';
import { type Client, eventually } from './testing/client.ts';
import { clientsPerTest } from './testing/workspace.ts';

const start = clientsPerTest();

const name = 'analysis.ipynb';
const makes = '%matplotlib inline\nbanned = open("banned.txt").read().split("\\n")';
const searches = 'users = open("users.txt").readlines()\nfor user in users:\n    if user in banned:\n        print(user)';
const search = 'user in banned';

const found = (client: Client, cell: number, count: number): Promise<Diagnostic[]> =>
  eventually(
    () => client.diagnostics(client.cell(name, cell)),
    (all) => all.filter(({ severity }) => severity !== 4).length === count,
  );

describe('a client that asks', () => {
  test('is answered for each cell: a list of one is searched in another', async () => {
    const client = await start();
    expect(client.initialized.capabilities.notebookDocumentSync).toEqual({
      notebookSelector: [{ notebook: { scheme: 'file', notebookType: 'jupyter-notebook' }, cells: [{ language: 'python' }] }],
      save: true,
    });
    client.openNotebook(name, [makes, searches]);
    const second = client.cell(name, 1);
    const [finding, loop] = await found(client, 1, 1);
    expect(finding).toMatchObject({ range: client.rangeOf(second, search), code: 'nested-loop-lookup' });
    expect(finding?.relatedInformation?.[0]?.location).toEqual({ uri: second, range: client.rangeOf(second, 'for user in users') });
    expect(loop).toMatchObject({ severity: 4, range: client.rangeOf(second, 'for user in users') });
    expect(loop?.relatedInformation?.[0]?.location).toEqual({ uri: second, range: client.rangeOf(second, search) });
    expect(await client.diagnostics(client.cell(name, 0))).toEqual([]);
  });

  test('hears of what another cell changes', async () => {
    const client = await start();
    client.openNotebook(name, [makes, searches]);
    await found(client, 1, 1);
    const { refreshes } = client.counts;
    client.replace(client.cell(name, 0), '.split("\\n")', '.split("\\n")[:3]');
    await found(client, 1, 0);
    expect(client.counts.refreshes).toBeGreaterThanOrEqual(refreshes);
    client.replace(client.cell(name, 0), '[:3]', '  # 😀');
    await found(client, 1, 1);
    client.replace(client.cell(name, 1), 'users = ', '\nusers = ');
    const [moved] = await found(client, 1, 1);
    expect(moved?.range).toEqual(client.rangeOf(client.cell(name, 1), search));
  });

  test('may put cells in and take them away', async () => {
    const client = await start();
    client.openNotebook(name, [makes, searches]);
    await found(client, 1, 1);
    client.replaceCells(name, 0, 0, ['x = 1', '%%bash\nfor x in *; do ls $x; done']);
    const [finding] = await found(client, 1, 1);
    expect(finding?.range).toEqual(client.rangeOf(client.cell(name, 1), search));
    client.replaceCells(name, 2, 1, []);
    await found(client, 1, 0);
    expect(await client.diagnostics(client.cell(name, 0))).toEqual([]);
  });

  test('is told more where it points, and offered edits of the cell', async () => {
    const client = await start();
    const helper = 'def allowed(user, banned: list[str]):\n    return user not in banned';
    const calls = `${makes}\nfor user in open("users.txt").readlines():\n    allowed(user, banned)`;
    client.openNotebook(name, [helper, calls]);
    const second = client.cell(name, 1);
    await found(client, 1, 1);
    const hover = await client.hover(second, 'allowed(user');
    expect(hover).toContain('[this cell:3]');
    expect(hover).toContain(`[a cell above:2](<${client.cell(name, 0)}>)`);

    const actions = await client.actions(second, 'allowed(user');
    const ignore = actions.find(({ title }) => title.startsWith('Ignore'));
    const { edit } = await client.connection.sendRequest<{ edit: object }>('codeAction/resolve', ignore);
    client.apply(edit);
    expect(client.text(second)).toBe(calls.replace('    allowed', '    # scalelint-ignore nested-loop-lookup: why this is fine\n    allowed'));
    await found(client, 1, 0);
  });

  test('fixes a cell on save, and that cell alone', async () => {
    const client = await start();
    const unused = '# scalelint-ignore nested-loop-lookup: none\nx = 1';
    client.openNotebook(name, [unused, `${unused}\ny = 2`]);
    await eventually(
      () => client.diagnostics(client.cell(name, 1)),
      ([finding]) => finding?.code === 'unused-suppression',
    );
    const [action] = await client.actions(client.cell(name, 1), 'x', ['source.fixAll.scalelint']);
    client.apply(action?.edit ?? {});
    expect(client.text(client.cell(name, 0))).toBe(unused);
    expect(client.text(client.cell(name, 1))).toBe('x = 1\ny = 2');
  });

  test('is shown how loops grow, in the cell', async () => {
    const client = await start({}, { settings: { growthHints: 'all' } });
    client.openNotebook(name, [
      'def f(users: list, banned: list):\n    for user in users:\n        user in banned',
      'def g(xs: list):\n    return [x for x in xs]',
    ]);
    const ask = (cell: number): Promise<InlayHint[]> =>
      client.connection.sendRequest('textDocument/inlayHint', {
        textDocument: { uri: client.cell(name, cell) },
        range: { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } },
      });
    await client.pull(client.cell(name, 0));
    const lines = async (cell: number): Promise<number[]> => (await ask(cell)).map(({ position }) => position.line);
    expect(await lines(0)).toEqual([0, 1]);
    expect(await lines(1)).toEqual([0, 1]);
  });
});

test('a client that does not ask is sent the findings of each cell, and they go with it', async () => {
  const client = await start({}, { pull: false });
  client.openNotebook(name, [makes, searches]);
  const sent = () => client.published.get(client.cell(name, 1))?.at(-1);
  await eventually(sent, (last) => last?.diagnostics.length === 2 && last.version === 1);
  expect([...client.published.keys()]).toEqual([client.cell(name, 1)]);
  client.replaceCells(name, 1, 1, []);
  await eventually(sent, (last) => last?.diagnostics.length === 0);
  client.replaceCells(name, 1, 0, [searches]);
  await eventually(
    () => client.published.get(client.cell(name, 2))?.at(-1)?.diagnostics.length,
    (count) => count === 2,
  );
  client.closeNotebook(name);
  await eventually(
    () => client.published.get(client.cell(name, 2))?.at(-1)?.diagnostics.length,
    (count) => count === 0,
  );
});

test('in a closed notebook the check of the workspace names lines of the file', async () => {
  const cell = (source: string): object => ({ cell_type: 'code', metadata: {}, source });
  const json = JSON.stringify({ cells: [cell(makes), cell(searches)], metadata: {}, nbformat: 4 }, null, 1);
  const client = await start({ [name]: json });
  const result = await client.connection.sendRequest<WorkspaceCheckResult>('scalelint/checkWorkspace', {});
  expect(result).toMatchObject({ files: 1, warnings: 1, problems: [] });
  const [finding] = client.published.get(client.uri(name))?.at(-1)?.diagnostics ?? [];
  const lines = json.split('\n');
  const line = lines.findIndex((text) => text.includes(search));
  const character = lines[line]?.indexOf(search) ?? -1;
  expect(finding?.range).toEqual({ start: { line, character }, end: { line, character: character + search.length } });
});

describe('an open notebook', () => {
  const document = (uri: string, text: string, languageId = 'python') => ({ uri, languageId, version: 1, text });
  const cell = (uri: string, kind: NotebookCellKind = NotebookCellKind.Code) => ({ kind, document: uri });

  test('is the Python of its code cells, in their order', () => {
    const cells = [cell('a'), cell('t', NotebookCellKind.Markup), cell('s'), cell('b')];
    const texts = [document('b', 'b()'), document('a', '!ls\na()'), document('t', 'text', 'markdown'), document('s', 'SELECT', 'sql')];
    const { file } = openNotebook('file:///n.ipynb', '/n.ipynb', cells, texts, 'utf-16');
    expect(file.text).toBe('   \na()\n      \nb()\n');
    expect(file.parts.map(({ uri, start: at }) => [uri, at])).toEqual([
      ['a', 0],
      ['s', 8],
      ['b', 15],
    ]);
  });

  test('follows its cells when they move', () => {
    const notebook = openNotebook('file:///n.ipynb', '/n.ipynb', [cell('a'), cell('b')], [document('a', 'a'), document('b', 'b')], 'utf-16');
    expect(notebook.change({ structure: { array: { start: 0, deleteCount: 2, cells: [cell('b'), cell('a')] } } })).toEqual({
      changes: [{ start: 0, end: 3, length: 3 }],
      closed: [],
    });
    expect([notebook.file.text, notebook.file.version]).toEqual(['b\na\n', 2]);
    const edit = {
      document: { uri: 'a', version: 5 },
      changes: [{ range: { start: { line: 0, character: 1 }, end: { line: 0, character: 1 } }, text: 'x' }],
    };
    expect(notebook.change({ textContent: [edit] }).changes).toEqual([{ start: 3, end: 3, length: 1 }]);
    expect(notebook.file.parts.map(({ uri, version }) => [uri, version])).toEqual([
      ['b', 1],
      ['a', 5],
    ]);
  });
});
