/** A file with a finding, to see and to mend in the walkthrough. It is a copy: the extension's own folder is not for editing. */
import { commands, type ExtensionContext, Uri, ViewColumn, window, workspace } from 'vscode';

export async function openSample(context: ExtensionContext): Promise<void> {
  const original = Uri.joinPath(context.extensionUri, 'media', 'sample.ts');
  const uri = Uri.joinPath(context.globalStorageUri, 'sample', 'moderation.ts');
  await workspace.fs.copy(original, uri, { overwrite: true });
  // Beside, so that the walkthrough stays in sight.
  await window.showTextDocument(uri, { viewColumn: ViewColumn.Beside });
  // Completes the walkthrough's second step, whichever way the sample is mended.
  const listener = workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
    if (document.uri.toString() !== uri.toString() || contentChanges.length === 0 || !document.isDirty) return;
    listener.dispose();
    void commands.executeCommand('setContext', 'scalelint.sampleChanged', true);
  });
  context.subscriptions.push(listener);
}
