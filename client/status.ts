/** The language status item: what scalelint is doing with the file in front of the user. */
import { type Disposable, LanguageStatusSeverity, languages, Uri, window, workspace } from 'vscode';
import { documentSelector } from './languages.ts';
import { type Phase, type Status, statusText } from './status-text.ts';

export interface StatusItem extends Disposable {
  phase(phase: Phase): void;
  noted(status: Status): void;
}

interface Noted {
  readonly status: Status;
  readonly time: string;
}

const severities = {
  information: LanguageStatusSeverity.Information,
  warning: LanguageStatusSeverity.Warning,
  error: LanguageStatusSeverity.Error,
};

export function createStatusItem(): StatusItem {
  const item = languages.createLanguageStatusItem('scalelint.status', documentSelector);
  item.name = 'scalelint';
  let phase: Phase = 'off';
  let general: Noted | null = null;
  const ofFile = new Map<string, Noted>();

  const show = (): void => {
    const document = window.activeTextEditor?.document;
    // The server speaks of the notebook, not of its cells.
    const notebook = window.activeNotebookEditor?.notebook;
    const uri = (notebook?.getCells().some((cell) => cell.document === document) ? notebook : document)?.uri.toString();
    const noted = (uri === undefined ? undefined : ofFile.get(uri)) ?? general;
    const { text, detail, severity, busy, offersRestart } = statusText(phase, noted?.status ?? null, noted?.time ?? '');
    Object.assign(item, { text, detail, busy, severity: severities[severity] });
    item.command = offersRestart ? { command: 'scalelint.restart', title: 'Restart' } : { command: 'scalelint.showLog', title: 'Show Log' };
  };
  show();

  const listeners = [
    window.onDidChangeActiveTextEditor(show),
    workspace.onDidCloseTextDocument((document) => ofFile.delete(document.uri.toString())),
    workspace.onDidCloseNotebookDocument((notebook) => ofFile.delete(notebook.uri.toString())),
  ];
  return {
    phase(next) {
      phase = next;
      // What an earlier server said says nothing about this one.
      if (next !== 'running') {
        general = null;
        ofFile.clear();
      }
      show();
    },
    noted(status) {
      const noted = { status, time: new Date().toLocaleTimeString() };
      if (status.uri === undefined) general = noted;
      // The server escapes some characters of a URI otherwise than the editor does.
      else ofFile.set(Uri.parse(status.uri).toString(), noted);
      show();
    },
    dispose() {
      for (const listener of listeners) listener.dispose();
      item.dispose();
    },
  };
}
