// Desktop applications and editor extensions: one process serves one user, who waits for it.
//- main.ts
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { app, BrowserWindow, ipcMain } from 'electron';
import type { IpcMainInvokeEvent } from 'electron';

const settings = JSON.parse(readFileSync('settings.json', 'utf8')); //= once, when the program starts

app.whenReady().then(() => {
  const window = new BrowserWindow(settings);
  window.loadFile(readFileSync('start.txt', 'utf8')); //= once, when the window opens
});
app.on('ready', () => readFileSync('splash.html', 'utf8')); //= once
app.on('before-quit', () => writeFileSync('state.json', '{}')); //= once, and nothing waits any more
app.on('browser-window-focus', () => readFileSync('recent.json', 'utf8')); //! sync-io-in-hot-path hint

ipcMain.handle('open', async (_event, path: string) => {
  return readFileSync(path, 'utf8'); //! sync-io-in-hot-path hint 💡
});
ipcMain.on('save', (_event, path: string, text: string) => writeFileSync(path, text)); //! sync-io-in-hot-path hint

export function rename(_event: IpcMainInvokeEvent, name: string): boolean {
  return existsSync(name); //! sync-io-in-hot-path hint
}

export function backup(name: string): void {
  writeFileSync(`${name}.bak`, readFileSync(name)); //= no message reaches this
}
//- preload.ts
import { readFileSync } from 'node:fs';
import { contextBridge, ipcRenderer } from 'electron';

ipcRenderer.on('theme', (_event, name: string) => {
  readFileSync(`themes/${name}.css`, 'utf8'); //! sync-io-in-hot-path hint
});
contextBridge.exposeInMainWorld('version', readFileSync('version.txt', 'utf8')); //= once, when the window opens
//- extension.ts
import { existsSync, readFileSync, statSync } from 'node:fs';
import * as vscode from 'vscode';

export function activate(context: vscode.ExtensionContext): void {
  const rules = readFileSync('rules.json', 'utf8'); //= once, when the extension starts
  const watcher = vscode.workspace.createFileSystemWatcher('**/*.toml');
  context.subscriptions.push(
    vscode.workspace.onDidSaveTextDocument((document) => {
      if (rules !== '') statSync(document.fileName); //! sync-io-in-hot-path hint
    }),
    vscode.commands.registerCommand('shop.open', () => readFileSync('shop.json', 'utf8')), //! sync-io-in-hot-path hint
    vscode.languages.registerHoverProvider('toml', {
      provideHover: () => new vscode.Hover(readFileSync('hover.md', 'utf8')), //! sync-io-in-hot-path hint
    }),
    vscode.window.registerTreeDataProvider('shop', new Shops()),
    watcher,
  );
  watcher.onDidChange((file) => readFileSync(file.fsPath, 'utf8')); //! sync-io-in-hot-path hint
}

class Shops implements vscode.TreeDataProvider<string> {
  private readonly names = existsSync('shops'); //= once, when the view is made

  getChildren(shop?: string): string[] {
    return this.names ? [readFileSync(`shops/${shop}`, 'utf8')] : []; //! sync-io-in-hot-path hint
  }

  getTreeItem(shop: string): vscode.TreeItem {
    return new vscode.TreeItem(shop);
  }

  reload(): string {
    return readFileSync('shops.json', 'utf8'); //= nothing calls it
  }
}

export class Links implements vscode.DocumentLinkProvider {
  provideDocumentLinks(document: vscode.TextDocument): vscode.DocumentLink[] {
    return existsSync(document.fileName) ? [] : []; //! sync-io-in-hot-path hint
  }
}

export function deactivate(): void {
  readFileSync('end.json', 'utf8'); //= once, when the extension ends
}
