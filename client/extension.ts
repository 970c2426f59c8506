/**
 * The VS Code half of scalelint: starts the language server and offers what only an editor can: a status item, commands, a
 * walkthrough. It knows no rule; findings, fixes and hovers come from the server by protocol.
 */
import { commands, type ExtensionContext, window, workspace } from 'vscode';
import { answering } from './answer.ts';
import { checkWorkspace, clearWorkspace } from './check-workspace.ts';
import { openConfiguration } from './configuration-file.ts';
import { explain } from './explain.ts';
import { toggleGrowthHints } from './growth-hints.ts';
import { isChecked } from './languages.ts';
import { createProfiles } from './profiles.ts';
import { copyReport } from './report.ts';
import { openSample } from './sample.ts';
import { createServer, type Server } from './server.ts';
import { createStatusItem } from './status.ts';

let server: Server | null = null;

export function activate(context: ExtensionContext): void {
  const log = window.createOutputChannel('scalelint', { log: true });
  const status = createStatusItem();
  const started = createServer(context, log, status);
  server = started;
  const profiles = createProfiles(started, log);

  const actions: readonly [name: string, run: (...args: unknown[]) => Promise<void>][] = [
    ['scalelint.checkWorkspace', () => checkWorkspace(started)],
    ['scalelint.clearWorkspace', () => clearWorkspace(started)],
    ['scalelint.fixAll', fixAll],
    ['scalelint.useProfile', () => profiles.choose()],
    ['scalelint.stopProfile', () => profiles.stop()],
    ['scalelint.explain', (rule) => explain(context, rule)],
    ['scalelint.openConfiguration', openConfiguration],
    ['scalelint.toggleGrowthHints', () => toggleGrowthHints(context)],
    ['scalelint.restart', () => started.apply('restart')],
    ['scalelint.showLog', async () => log.show()],
    ['scalelint.copyReport', () => copyReport(context, started)],
    ['scalelint.openSample', () => openSample(context)],
  ];
  context.subscriptions.push(
    log,
    status,
    started,
    profiles,
    ...actions.map(([name, run]) => answering(log, name, run)),
    workspace.onDidChangeConfiguration((event) => {
      // When to ask for diagnostics is settled when a client starts.
      if (event.affectsConfiguration('scalelint.run')) void started.apply('restart');
      else if (event.affectsConfiguration('scalelint.enable')) void started.apply();
    }),
    workspace.onDidChangeWorkspaceFolders(() => void started.apply()),
  );
  void started.apply();
}

export async function deactivate(): Promise<void> {
  await server?.stop();
}

async function fixAll(): Promise<void> {
  // The walkthrough, which offers this too, is not a text editor.
  const editor = window.activeTextEditor ?? window.visibleTextEditors.find(({ document }) => isChecked(document));
  if (editor === undefined || !isChecked(editor.document)) throw new Error('there is no TypeScript, JavaScript or Python file in front.');
  await window.showTextDocument(editor.document, editor.viewColumn);
  await commands.executeCommand('editor.action.codeAction', { kind: 'source.fixAll.scalelint', apply: 'first' });
}
