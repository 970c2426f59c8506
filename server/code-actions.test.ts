/** The light bulb and fix-all, from the outside: every edit is applied to the client's text and looked at, or checked again. */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import type { CodeAction, TextDocumentEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver-protocol/node';
import { positionsOfText } from './positions.ts';
import { type Client, type ClientOptions, eventually } from './testing/client.ts';
import { allowed, clientsPerTest, search } from './testing/workspace.ts';

const start = clientsPerTest();

/** Opened and confirmed. */
async function opened(text: string, options: ClientOptions = {}, name = 'a.ts', files: Record<string, string> = {}): Promise<Client> {
  const client = await start({ [name]: text, ...files }, options);
  client.open(name, text, name.endsWith('x') ? 'typescriptreact' : 'typescript');
  await findings(client, name, 1);
  return client;
}

const findings = (client: Client, name: string, least: number) =>
  eventually(
    async () => (await client.diagnostics(name)).filter(({ severity }) => severity !== 4),
    (all) => (least === 0 ? all.length === 0 : all.length >= least),
  );

const named = (actions: readonly CodeAction[], title: RegExp): CodeAction => {
  const action = actions.find((one) => title.test(one.title));
  if (action === undefined) throw new Error(`none of ${actions.map((one) => one.title).join(' | ')}`);
  return action;
};

async function edit(client: Client, action: CodeAction): Promise<WorkspaceEdit> {
  const resolved = action.edit === undefined ? await client.connection.sendRequest<CodeAction>('codeAction/resolve', action) : action;
  if (resolved.edit === undefined) throw new Error('no edit');
  return resolved.edit;
}

const fixed = allowed
  .replace("list.split('\\n');\n", "list.split('\\n');\n  const bannedSet = new Set(banned);\n")
  .replace('banned.includes', 'bannedSet.has');

const syntaxErrors = (text: string): number =>
  (ts.transpileModule(text, { reportDiagnostics: true, fileName: 'a.tsx', compilerOptions: { jsx: ts.JsxEmit.Preserve } }).diagnostics ?? []).length;

describe('the light bulb', () => {
  test('offers the safe fix first, and what else one may want', async () => {
    const client = await opened(allowed, { options: { commands: ['scalelint.explain'] } });
    const actions = await client.actions('a.ts', search);
    expect(actions.map(({ title }) => title)).toEqual([
      'Build a Set of `banned` before the loop',
      'Ignore `nested-loop-lookup` here, with a reason',
      'Turn `nested-loop-lookup` off in the configuration',
      'Explain `nested-loop-lookup`',
    ]);
    expect(actions.map(({ isPreferred, kind, edit: made }) => [isPreferred, kind, made])).toEqual([
      [true, 'quickfix', undefined],
      ...actions.slice(1).map(() => [undefined, 'quickfix', undefined]),
    ]);
    const [finding] = await findings(client, 'a.ts', 1);
    expect(actions[0]?.diagnostics).toEqual([finding]);
    expect(actions.at(-1)?.command).toMatchObject({ command: 'scalelint.explain', arguments: ['nested-loop-lookup'] });
    client.apply(await edit(client, actions[0] as CodeAction));
    expect(client.text('a.ts')).toBe(fixed);
    await findings(client, 'a.ts', 0);
  });

  test('brings edits along for clients that cannot ask for them, and no command that they do not have', async () => {
    const client = await opened(allowed, {
      capabilities: (all) => {
        delete all.textDocument?.codeAction?.resolveSupport;
        delete all.workspace?.workspaceEdit;
      },
    });
    const actions = await client.actions('a.ts', search);
    expect(actions.map(({ edit: made, command }) => [made !== undefined, command])).toEqual([
      [true, undefined],
      [true, undefined],
    ]);
    expect(Object.keys(actions[0]?.edit?.changes ?? {})).toEqual([client.uri('a.ts')]);
    client.apply(actions[0]?.edit as WorkspaceEdit);
    expect(client.text('a.ts')).toBe(fixed);
  });

  test('is silent elsewhere, and for kinds that are not ours', async () => {
    const client = await opened(allowed);
    expect(await client.actions('a.ts', 'export')).toEqual([]);
    expect(await client.actions('a.ts', search, ['refactor'])).toEqual([]);
    expect(await client.actions('a.ts', search, ['source.organizeImports'])).toEqual([]);
  });

  test('refuses an edit for a text that has changed since', async () => {
    const client = await opened(allowed);
    const action = named(await client.actions('a.ts', search), /Build a Set/);
    client.replace('a.ts', 'export', '\nexport');
    await expect(edit(client, action)).rejects.toMatchObject({ code: -32801 });
  });

  test('keeps the line ends of the file', async () => {
    const client = await opened(allowed.replaceAll('\n', '\r\n'));
    client.apply(await edit(client, named(await client.actions('a.ts', search), /Build a Set/)));
    expect(client.text('a.ts')).toBe(fixed.replaceAll('\n', '\r\n'));
  });

  test.each(['utf-8', 'utf-32'])('edits in %s behind an emoji', async (encoding) => {
    const text = allowed.replace('return users', "const face = '😀é'; return users");
    const client = await opened(text, { encodings: [encoding] });
    client.apply(await edit(client, named(await client.actions('a.ts', search), /Build a Set/)));
    expect(client.text('a.ts')).toContain("const face = '😀é';");
    expect(client.text('a.ts')).toContain('!bannedSet.has(user.id)');
    expect(syntaxErrors(client.text('a.ts'))).toBe(0);
  });
});

describe('fix all', () => {
  const renamed = (text: string): string => text.replaceAll('allowed', 'others').replace('function show', 'function list');
  const two = `${allowed}${renamed(allowed)}`;

  test('on save makes all safe fixes from what is known', async () => {
    const client = await opened(two);
    await findings(client, 'a.ts', 2);
    const [action, ...more] = await client.actions('a.ts', 'export', ['source.fixAll']);
    expect([action?.kind, more]).toEqual(['source.fixAll.scalelint', []]);
    client.apply(await edit(client, action as CodeAction));
    expect(client.text('a.ts')).toBe(`${fixed}${renamed(fixed)}`);
    await findings(client, 'a.ts', 0);
    expect(await client.actions('a.ts', 'export', ['source.fixAll'])).toEqual([]);
  });

  test('of one rule, from the light bulb', async () => {
    const client = await opened(two);
    await findings(client, 'a.ts', 2);
    client.apply(await edit(client, named(await client.actions('a.ts', search), /^Fix all `nested-loop-lookup`/)));
    expect(client.text('a.ts')).toBe(`${fixed}${renamed(fixed)}`);
  });
});

describe('ignoring here', () => {
  test('puts a comment above with the same indentation, and the finding is gone', async () => {
    const client = await opened(allowed);
    client.apply(await edit(client, named(await client.actions('a.ts', search), /^Ignore/)));
    expect(client.text('a.ts')).toContain('  // scalelint-ignore nested-loop-lookup: why this is fine\n  return users');
    await findings(client, 'a.ts', 0);
  });

  test('selects the reason where the client has snippets', async () => {
    const client = await opened(allowed, {
      capabilities: (all) => {
        if (all.workspace?.workspaceEdit) all.workspace.workspaceEdit.snippetEditSupport = true;
      },
    });
    const made = await edit(client, named(await client.actions('a.ts', search), /^Ignore/));
    const [change] = made.documentChanges as TextDocumentEdit[];
    expect(change?.edits).toMatchObject([
      { snippet: { kind: 'snippet', value: '  // scalelint-ignore nested-loop-lookup: ${1:why this is fine}\n' } },
    ]);
    client.apply(made);
    await findings(client, 'a.ts', 0);
  });

  test('is a comment in braces inside of JSX', async () => {
    const text = `export function View({ users, list }: { users: { id: string }[]; list: string }) {
  const banned = list.split('\\n');
  return (
    <ul>
      {users.filter((user) => !banned.includes(user.id)).map((user) => <li>{user.id}</li>)}
    </ul>
  );
}
export function show(_req: unknown, res: { send(page: unknown): void }, users: { id: string }[], list: string) {
  res.send(View({ users, list }));
}
`;
    const client = await opened(text, {}, 'a.tsx');
    client.apply(await edit(client, named(await client.actions('a.tsx', search), /^Ignore/)));
    expect(client.text('a.tsx')).toContain('      {/* scalelint-ignore nested-loop-lookup: why this is fine */}\n');
    expect(syntaxErrors(client.text('a.tsx'))).toBe(0);
    await findings(client, 'a.tsx', 0);
  });
});

describe('turning the rule off', () => {
  /** Edits on disk: what an editor would do with a file that is not open. */
  function applyToDisk(made: WorkspaceEdit): string {
    let path = '';
    for (const change of made.documentChanges ?? []) {
      if (!('textDocument' in change)) {
        if (change.kind === 'create') writeFileSync(fileURLToPath(change.uri), '');
        continue;
      }
      path = fileURLToPath(change.textDocument.uri);
      const before = readFileSync(path, 'utf8');
      const [one] = change.edits as TextEdit[];
      if (one === undefined) throw new Error('no edit');
      const { offsetAt } = positionsOfText(before, 'utf-16');
      writeFileSync(path, before.slice(0, offsetAt(one.range.start)) + one.newText + before.slice(offsetAt(one.range.end)));
    }
    return path;
  }

  test.each([
    ['makes a configuration', {}, 'scalelint.json', '{\n  "rules": {\n    "nested-loop-lookup": "off"\n  }\n}\n'],
    [
      'edits the one there is, and keeps its comments',
      { 'scalelint.jsonc': '{\n  // why\n  "rules": { "list-as-set": "error" }\n}\n' },
      'scalelint.jsonc',
      '{\n  // why\n  "rules": {\n    "list-as-set": "error",\n    "nested-loop-lookup": "off"\n  }\n}\n',
    ],
    [
      'in package.json',
      { 'package.json': '{\n\t"name": "x",\n\t"scalelint": {}\n}\n' },
      'package.json',
      '{\n\t"name": "x",\n\t"scalelint": {\n\t\t"rules": {\n\t\t\t"nested-loop-lookup": "off"\n\t\t}\n\t}\n}\n',
    ],
    [
      'wins against an override',
      { 'scalelint.json': '{ "overrides": [{ "files": ["**"], "rules": { "nested-loop-lookup": "error" } }] }' },
      'scalelint.json',
      expect.stringContaining('"files": ["a.ts"]'),
    ],
  ])('%s', async (_, files, name, text) => {
    const client = await opened(allowed, {}, 'a.ts', files);
    const path = applyToDisk(await edit(client, named(await client.actions('a.ts', search), /^Turn/)));
    expect(path).toBe(`${client.root}/${name}`);
    const written = readFileSync(path, 'utf8');
    if (typeof text === 'string') expect(written).toBe(text);
    else expect(written.replace(/\s+/g, ' ').replaceAll('[ ', '[').replaceAll(' ]', ']')).toEqual(text);
    client.changedOnDisk(name);
    await findings(client, 'a.ts', 0);
  });
});
