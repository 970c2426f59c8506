/** Lets the user choose what was measured while the code ran, so that findings in hot code rise. The choice lasts as long as the window. */
import { commands, type Disposable, type LanguageStatusItem, type LogOutputChannel, languages, Uri, window, workspace } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { documentSelector } from './languages.ts';
import type { Server } from './server.ts';

export interface Profiles extends Disposable {
  choose(): Promise<void>;
  stop(): Promise<void>;
}

interface Used {
  readonly profiles: readonly string[];
  readonly notes: readonly string[];
}

const context = 'scalelint.hasProfile';

export function createProfiles(server: Server, log: LogOutputChannel): Profiles {
  let chosen: readonly Uri[] = [];
  let item: LanguageStatusItem | null = null;

  const tell = (client: LanguageClient, uris: readonly Uri[]): Promise<Used> =>
    client.sendRequest<Used>('scalelint/useProfiles', { uris: uris.map(String) });

  // A server that was started anew knows of none.
  server.onStarted((client) => {
    if (chosen.length > 0) void tell(client, chosen).catch((error: unknown) => log.error('Using the profile failed.', error));
  });

  const use = async (uris: readonly Uri[]): Promise<Used> => {
    const used = await tell(await server.running(), uris);
    chosen = uris;
    item?.dispose();
    item = uris.length > 0 ? statusOf(used.profiles) : null;
    await commands.executeCommand('setContext', context, uris.length > 0);
    return used;
  };

  return {
    async choose() {
      const folder = workspace.workspaceFolders?.[0]?.uri;
      const picked = await window.showOpenDialog({
        title: 'scalelint: Use Profile',
        openLabel: 'Use',
        canSelectMany: true,
        ...(folder ? { defaultUri: chosen[0] ? Uri.joinPath(chosen[0], '..') : folder } : {}),
        // Known by what is in them; the endings only help to find them.
        filters: { Profiles: ['cpuprofile', 'pstats', 'prof', 'lprof', 'json', 'pprof', 'pb', 'gz'], 'All files': ['*'] },
      });
      if (picked === undefined) return;
      const { notes } = await use(picked);
      if (notes.length > 0) void window.showWarningMessage(`scalelint: ${notes.join(' ')}`);
    },
    async stop() {
      await use([]);
    },
    dispose: () => item?.dispose(),
  };
}

function statusOf(names: readonly string[]): LanguageStatusItem {
  const item = languages.createLanguageStatusItem('scalelint.profile', documentSelector);
  item.name = 'scalelint profile';
  item.text = `Profile: ${names.join(', ')}`;
  item.detail = 'What is hot in it rises';
  item.command = { command: 'scalelint.stopProfile', title: 'Stop Using' };
  return item;
}
