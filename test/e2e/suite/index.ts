/** What VS Code's API tells about the installed extension. Bundled, and run by the extension host as its `extensionTestsPath`. */
import assert from 'node:assert/strict';
import {
  type CodeAction,
  CodeActionKind,
  ConfigurationTarget,
  commands,
  type Diagnostic,
  DiagnosticSeverity,
  env,
  extensions,
  type Hover,
  type InlayHint,
  languages,
  MarkdownString,
  Range,
  type TextDocument,
  Uri,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import { fast, fastHelper, fastPython, findingAt, lazyView, loadingView, pyproject, pythonFindingAt, renamed, slowHelper } from '../workspaces.ts';
import { eventually, runAll } from './runner.ts';

const extension = extensions.getExtension('scalelint.scalelint');

function uriOf(name: string): Uri {
  return Uri.joinPath(workspace.workspaceFolders![0]!.uri, name);
}

async function show(name: string): Promise<TextDocument> {
  const document = await workspace.openTextDocument(uriOf(name));
  await window.showTextDocument(document, { preview: false });
  return document;
}

function ours({ uri }: TextDocument): Diagnostic[] {
  return languages.getDiagnostics(uri).filter(({ source }) => source === 'scalelint');
}

function warnings(document: TextDocument): Diagnostic[] {
  return ours(document).filter(({ severity }) => severity === DiagnosticSeverity.Warning);
}

/** Until there are as many warnings as expected. */
function counted(document: TextDocument, count: number): Promise<Diagnostic[]> {
  return eventually(`${count} warnings in ${document.uri.path}`, () => (warnings(document).length === count ? warnings(document) : null));
}

/** The first finding of this severity, once there is one. */
function severe(document: TextDocument, wanted: DiagnosticSeverity): Promise<Diagnostic> {
  return eventually(
    `a finding of severity ${wanted} in ${document.uri.path}`,
    () => ours(document).find(({ severity }) => severity === wanted) ?? null,
  );
}

function silent(document: TextDocument): Promise<true> {
  return eventually(`nothing in ${document.uri.path}`, () => (ours(document).length === 0 ? true : null));
}

function actionsAt({ uri }: TextDocument, range: Range, kind: CodeActionKind): Promise<CodeAction[]> {
  return eventually(`actions of kind ${kind.value}`, async () => {
    const all = await commands.executeCommand<CodeAction[]>('vscode.executeCodeActionProvider', uri, range, kind.value, 10);
    return all.length > 0 ? all : null;
  });
}

async function replace(document: TextDocument, text: string): Promise<void> {
  const editor = await window.showTextDocument(document);
  const end = document.positionAt(document.getText().length);
  assert.ok(await editor.edit((edit) => edit.replace(new Range(document.positionAt(0), end), text)));
}

export function run(): Promise<void> {
  return runAll({
    async 'it sleeps until there is something to check'() {
      assert.ok(extension);
      await show('src/notes.md');
      assert.equal(extension.isActive, false);
      await show('src/allowed.ts');
      await eventually('activation', () => (extension.isActive ? true : null));
    },

    async 'all commands of the manifest are there'() {
      const declared = (extension!.packageJSON as { contributes: { commands: { command: string }[] } }).contributes.commands;
      const known = new Set(await commands.getCommands(true));
      assert.ok(declared.length > 5);
      assert.deepEqual(
        declared.filter(({ command }) => !known.has(command)),
        [],
      );
    },

    async 'a finding has a code with a link, a severity, and the loop as related place'() {
      const document = await show('src/allowed.ts');
      const [finding] = await counted(document, 1);
      assert.ok(finding);
      assert.ok(typeof finding.code === 'object');
      assert.equal(finding.code.value, 'nested-loop-lookup');
      assert.match(finding.code.target.toString(), /^https:.*\/rules\/nested-loop-lookup\/rule\.md$/);
      assert.deepEqual([finding.range.start.line + 1, finding.range.start.character + 1], [findingAt.line, findingAt.column]);
      const related = finding.relatedInformation?.map(({ message, location }) => [message, location.range.start.line + 1]);
      assert.deepEqual(related, [
        ['takes `req, res`', 6],
        ['loop over `users`', 3],
      ]);
    },

    async 'the loop has a hint that points back'() {
      const document = await show('src/allowed.ts');
      await counted(document, 1);
      const hints = ours(document).filter(({ severity }) => severity === DiagnosticSeverity.Hint);
      assert.equal(hints.length, 1);
      assert.match(hints[0]!.message, /^loop over `users` repeats `banned\.includes\(…\)`/);
      assert.equal(hints[0]!.relatedInformation?.[0]?.location.range.start.character, findingAt.column - 1);
    },

    async 'a path through two files leads to the other one, and follows its text'() {
      const document = await show('src/caller.ts');
      const [finding] = await counted(document, 1);
      const places = finding?.relatedInformation?.map(({ location }) => location.uri.path.replace(/^.*\//, ''));
      assert.deepEqual(places, ['caller.ts', 'caller.ts', 'helper.ts']);
      const helper = await show('src/helper.ts');
      await replace(helper, fastHelper);
      await counted(document, 0);
      await replace(helper, slowHelper);
      await counted(document, 1);
    },

    async 'the safe fix is the preferred one, and its edit mends the file'() {
      const document = await show('src/allowed.ts');
      const [finding] = await counted(document, 1);
      const actions = await actionsAt(document, finding!.range, CodeActionKind.QuickFix);
      const preferred = actions.filter(({ isPreferred }) => isPreferred);
      assert.deepEqual(
        preferred.map(({ title, kind }) => [title, kind?.value]),
        [['Build a Set of `banned` before the loop', 'quickfix']],
      );
      assert.ok(preferred[0]?.edit);
      assert.ok(await workspace.applyEdit(preferred[0].edit));
      await counted(document, 0);
      assert.equal(document.getText(), fast);
      await commands.executeCommand('undo');
      await counted(document, 1);
    },

    async 'with two findings of a rule, both can be mended at once'() {
      const document = await show('src/two.ts');
      const [finding] = await counted(document, 2);
      const actions = await actionsAt(document, finding!.range, CodeActionKind.QuickFix);
      assert.ok(actions.some(({ title }) => title === 'Fix all `nested-loop-lookup` problems in this file'));
      const [all] = await actionsAt(document, new Range(0, 0, 0, 0), CodeActionKind.SourceFixAll.append('scalelint'));
      assert.equal(all?.kind?.value, 'source.fixAll.scalelint');
      assert.ok(all?.edit);
      assert.ok(await workspace.applyEdit(all.edit));
      await counted(document, 0);
      assert.equal(document.getText(), `${fast}\n${renamed(fast, 'alsoAllowed')}`);
    },

    async 'the hover is Markdown that may run one command only'() {
      const document = await show('src/allowed.ts');
      const [finding] = await counted(document, 1);
      const text = await eventually('the hover', async () => {
        const hovers = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', document.uri, finding!.range.start);
        const contents = hovers.flatMap((hover) => hover.contents).filter((content) => content instanceof MarkdownString);
        return contents.find(({ value }) => value.includes('steps now')) ?? null;
      });
      assert.deepEqual(text.isTrusted, { enabledCommands: ['scalelint.explain'] });
    },

    async 'growth hints stand at the ends of lines'() {
      const document = await show('src/allowed.ts');
      const settings = workspace.getConfiguration('scalelint');
      await settings.update('growthHints', 'all', ConfigurationTarget.Global);
      const whole = new Range(0, 0, document.lineCount, 0);
      const hints = await eventually('growth hints', async () => {
        const all = await commands.executeCommand<InlayHint[]>('vscode.executeInlayHintProvider', document.uri, whole);
        const growth = all.filter(({ label }) => String(label).startsWith('O('));
        return growth.length > 1 ? growth : null;
      });
      await settings.update('growthHints', undefined, ConfigurationTarget.Global);
      assert.ok(hints.every(({ position }) => position.isEqual(document.lineAt(position.line).range.end)));
    },

    async 'a Python file has findings as well, and its safe fix mends it'() {
      const document = await show('shop/moderation.py');
      const [finding] = await counted(document, 1);
      assert.ok(typeof finding?.code === 'object');
      assert.equal(finding.code.value, 'nested-loop-lookup');
      assert.match(finding.message, /^`user\.strip\(\) not in banned` scans all of `banned` once per `user`: O\(lines × banned\)\./);
      assert.deepEqual([finding.range.start.line + 1, finding.range.start.character + 1], [pythonFindingAt.line, pythonFindingAt.column]);
      const actions = await actionsAt(document, finding.range, CodeActionKind.QuickFix);
      const preferred = actions.find(({ isPreferred }) => isPreferred);
      assert.equal(preferred?.title, 'Build a set of `banned` before the loop');
      assert.ok(preferred.edit);
      assert.ok(await workspace.applyEdit(preferred.edit));
      await counted(document, 0);
      assert.equal(document.getText(), fastPython);
      await commands.executeCommand('undo');
      await counted(document, 1);
    },

    async 'a relation that a view touches leads to the models, and ends when the query loads it'() {
      const document = await show('shop/views.py');
      const finding = await severe(document, DiagnosticSeverity.Error);
      assert.equal(document.getText(finding.range), 'order.customer.name');
      const places = finding.relatedInformation?.map(({ location }) => location.uri.path.replace(/^.*\//, ''));
      // The rows that nothing pages through, the loop over them, and the relation.
      assert.deepEqual(places, ['views.py', 'views.py', 'models.py']);
      const actions = await actionsAt(document, finding.range, CodeActionKind.QuickFix);
      const load = actions.find(({ title }) => title.startsWith('Load `customer` with the query (assumes'));
      assert.ok(load?.edit);
      assert.ok(await workspace.applyEdit(load.edit));
      await silent(document);
      assert.equal(document.getText(), loadingView);
      await replace(document, lazyView);
      await severe(document, DiagnosticSeverity.Error);
    },

    async 'a severity in pyproject.toml is obeyed'() {
      const document = await show('shop/views.py');
      const configure = (severity: string): Thenable<void> =>
        workspace.fs.writeFile(uriOf('pyproject.toml'), new TextEncoder().encode(pyproject(severity)));
      await severe(document, DiagnosticSeverity.Error);
      await configure('warning');
      await severe(document, DiagnosticSeverity.Warning);
      await configure('off');
      await silent(document);
      await configure('error');
      await severe(document, DiagnosticSeverity.Error);
    },

    async 'a cell of a notebook is searched for what another one makes, and can be edited'() {
      const notebook = await workspace.openNotebookDocument(uriOf('analysis.ipynb'));
      await window.showNotebookDocument(notebook);
      const [text, making, searching] = notebook.getCells().map((cell) => cell.document);
      assert.ok(text && making && searching);
      const [finding] = await counted(searching, 1);
      assert.equal(searching.getText(finding!.range), 'user in banned');
      assert.deepEqual([ours(text), ours(making)], [[], []]);

      const actions = await actionsAt(searching, finding!.range, CodeActionKind.QuickFix);
      const ignore = actions.find(({ title }) => title.startsWith('Ignore'));
      assert.ok(ignore?.edit);
      assert.ok(await workspace.applyEdit(ignore.edit));
      await counted(searching, 0);
      assert.match(searching.getText(), /\n {4}# scalelint-ignore nested-loop-lookup: .*\n {4}if user in banned:/);
      const edit = new WorkspaceEdit();
      edit.delete(searching.uri, searching.lineAt(2).rangeIncludingLineBreak);
      assert.ok(await workspace.applyEdit(edit));
      await counted(searching, 1);
      const shorter = new WorkspaceEdit();
      shorter.insert(making.uri, making.lineAt(0).range.end, '[:3]');
      assert.ok(await workspace.applyEdit(shorter));
      await counted(searching, 0);
    },

    async 'switched off there is silence, switched on again all is back'() {
      const document = await show('src/settings.ts');
      await counted(document, 1);
      const settings = workspace.getConfiguration('scalelint');
      await settings.update('enable', false, ConfigurationTarget.Workspace);
      await counted(document, 0);
      await settings.update('enable', undefined, ConfigurationTarget.Workspace);
      await counted(document, 1);
    },

    async 'a configuration that appears is obeyed, and forgotten when it goes'() {
      const document = await show('src/settings.ts');
      await counted(document, 1);
      const configuration = uriOf('scalelint.json');
      await workspace.fs.writeFile(configuration, new TextEncoder().encode('{ "rules": { "nested-loop-lookup": "off" } }\n'));
      await counted(document, 0);
      await workspace.fs.delete(configuration);
      await counted(document, 1);
    },

    async 'the report says what a bug report needs, and no source text'() {
      await show('src/allowed.ts');
      // It ends only when its message is closed.
      void commands.executeCommand('scalelint.copyReport');
      const report = await eventually('the report', async () => {
        const text = await env.clipboard.readText();
        return text.startsWith('scalelint ') ? text : null;
      });
      assert.match(report, /^scalelint \d+\.\d+\.\d+, VS Code \d/);
      assert.match(report, /growthHints=off/);
      assert.match(report, /src\/allowed\.ts \(typescript, \d+ characters\): 1 finding, /);
      assert.doesNotMatch(report, /banned/);
    },
  });
}
