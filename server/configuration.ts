/**
 * The editor's settings for each folder: asked when first needed, remembered until they change. A client that cannot be asked sends
 * them by itself, in the options of `initialize` or with the notification of a change.
 */
import type { Connection } from 'vscode-languageserver/node';
import { defaults, type Settings, section, settingsOf } from './settings.ts';
import { uriOf } from './uris.ts';

export interface Configuration {
  of(root: string): Promise<Settings>;
  /** As last known. */
  now(root: string): Settings;
  changed(sent: unknown): void;
}

/** A client that never answers must not keep files from being checked. */
const patience = 3000;

export function createConfiguration(
  connection: Pick<Connection, 'workspace' | 'console'>,
  options: { readonly canAsk: boolean; readonly initial: unknown; readonly initialized: Promise<void> },
): Configuration {
  const known = new Map<string, Settings>();
  const asked = new Map<string, Promise<Settings>>();
  let sent = settingsOf(options.initial);

  async function ask(root: string): Promise<Settings> {
    await options.initialized;
    let settings = sent;
    try {
      const answer = connection.workspace.getConfiguration({ scopeUri: uriOf(root), section }) as Promise<unknown>;
      settings = settingsOf(await withPatience(answer));
    } catch (error) {
      connection.console.warn(`The settings could not be read (${error instanceof Error ? error.message : String(error)}); the defaults hold.`);
    }
    known.set(root, settings);
    return settings;
  }

  return {
    async of(root) {
      if (!options.canAsk) return sent;
      const promise = asked.get(root) ?? ask(root);
      asked.set(root, promise);
      return promise;
    },
    now: (root) => (options.canAsk ? (known.get(root) ?? defaults) : sent),
    changed(value) {
      asked.clear();
      if (typeof value === 'object' && value !== null && section in value) sent = settingsOf((value as Record<string, unknown>)[section]);
    },
  };
}

function withPatience<T>(promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`the client did not answer in ${patience / 1000} seconds`)), patience);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
