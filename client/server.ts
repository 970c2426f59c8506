/** Starts, stops and restarts the language server, and keeps quiet about it: what happens is in the status item and in the log. */
import { setImmediate, setTimeout } from 'node:timers/promises';
import { type Disposable, type ExtensionContext, type LogOutputChannel, workspace } from 'vscode';
import {
  CloseAction,
  ErrorAction,
  LanguageClient,
  type LanguageClientOptions,
  RevealOutputChannelOn,
  type ServerOptions,
  TransportKind,
} from 'vscode-languageclient/node';
import { protocolSelector } from './languages.ts';
import { restartPolicy } from './restart-policy.ts';
import type { StatusItem } from './status.ts';
import type { Status } from './status-text.ts';

export interface Server extends Disposable {
  /** Starts or stops it as the settings wish; `restart` also when it runs already. */
  apply(how?: 'restart'): Promise<void>;
  /** Is told of each client that has started. */
  onStarted(tell: (client: LanguageClient) => void): void;
  /** The running client; rejects with the reason when there is none. */
  running(): Promise<LanguageClient>;
  stop(): Promise<void>;
}

const startLimit = 30_000;

export function createServer(context: ExtensionContext, log: LogOutputChannel, status: StatusItem): Server {
  const toldOfStart: ((client: LanguageClient) => void)[] = [];
  let current: LanguageClient | null = null;
  let mayRestart = restartPolicy();
  // Starting and stopping take a while, and settings may change meanwhile: one after the other.
  let queue: Promise<void> = Promise.resolve();
  const next = (step: () => Promise<void>): Promise<void> => (queue = queue.then(step).catch((error: unknown) => log.error(String(error))));

  const start = async (): Promise<void> => {
    status.phase('starting');
    const client: LanguageClient = new QuietClient('scalelint', 'scalelint', serverOptions(context), {
      ...clientOptions(log),
      errorHandler: {
        error: () => ({ action: ErrorAction.Continue, handled: true }),
        closed: () => {
          crashed(client);
          return { action: CloseAction.DoNotRestart, handled: true, message: 'The server has stopped.' };
        },
      },
      initializationFailedHandler: () => false,
    });
    current = client;
    client.onNotification('scalelint/status', (said: Status) => status.noted(said));
    try {
      // A server that hangs while starting would keep all who wait for it.
      await Promise.race([client.start(), setTimeout(startLimit, undefined, { ref: false })]);
      if (!client.isRunning()) throw new Error('The server did not answer in time.');
      if (current !== client) return;
      log.info(`Server ${client.initializeResult?.serverInfo?.version ?? ''} runs.`);
      status.phase('running');
      for (const tell of toldOfStart) tell(client);
    } catch (error) {
      log.error('The server did not start.', error);
      crashed(client);
      await end(client);
    }
  };

  const stop = async (): Promise<void> => {
    // The change of settings that led here is being sent to the server too.
    await setImmediate();
    const client = current;
    current = null;
    if (client !== null) await end(client);
  };

  // Also one that is still starting, or has crashed: it says that it cannot be stopped, and ends its process all the same.
  const end = (client: LanguageClient): Promise<void> => client.dispose().catch((error: unknown) => log.debug('Stopping the server:', error));

  const crashed = (client: LanguageClient): void => {
    // A crash while starting is told twice, and one that was replaced is no longer of interest.
    if (current !== client) return;
    current = null;
    if (mayRestart(Date.now())) {
      log.warn('The server has stopped unexpectedly and is started again.');
      void apply();
    } else {
      log.error('The server has stopped unexpectedly too often. "scalelint: Restart Server" starts it again.');
      status.phase('failed');
    }
  };

  const apply = (how?: 'restart'): Promise<void> =>
    next(async () => {
      const wanted = isEnabledSomewhere();
      if (how === 'restart') mayRestart = restartPolicy();
      if (how === 'restart' || !wanted) await stop();
      if (!wanted) status.phase('off');
      else if (current === null) await start();
    });

  return {
    apply,
    onStarted: (tell) => void toldOfStart.push(tell),
    async running() {
      await queue;
      if (current?.isRunning()) return current;
      throw new Error(
        isEnabledSomewhere() ? 'The server is not running. "scalelint: Restart Server" starts it.' : 'scalelint is switched off by scalelint.enable.',
      );
    },
    stop: () => next(stop),
    dispose: () => void next(stop),
  };
}

/** Some failures, a failed start among them, are reported in a pop-up whatever the options say. */
class QuietClient extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}

/** The same value may be set for all folders and for each of them. */
function isEnabledSomewhere(): boolean {
  const folders = workspace.workspaceFolders ?? [];
  const scopes = folders.length > 0 ? folders : [undefined];
  return scopes.some((scope) => workspace.getConfiguration('scalelint', scope).get('enable', true));
}

function serverOptions(context: ExtensionContext): ServerOptions {
  return {
    module: context.asAbsolutePath('dist/server.js'),
    transport: TransportKind.stdio,
    // As much as VS Code gives its own TypeScript server.
    // The collector may be called, so that memory comes back when nobody types.
    options: { execArgv: ['--max-old-space-size=2048', '--expose-gc'] },
  };
}

function clientOptions(log: LogOutputChannel): LanguageClientOptions {
  return {
    documentSelector: protocolSelector,
    outputChannel: log,
    traceOutputChannel: log,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    initializationOptions: { commands: ['scalelint.explain'] },
    diagnosticPullOptions: {
      onChange: workspace.getConfiguration('scalelint').get('run') !== 'onSave',
      onSave: true,
      onFocus: true,
    },
    // A page on a rule is all that a link in a hover may open.
    markdown: { isTrusted: { enabledCommands: ['scalelint.explain'] } },
  };
}
