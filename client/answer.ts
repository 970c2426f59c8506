/** The only pop-ups there are: answers to commands that the user ran. */
import { CancellationError, commands, type Disposable, type LogOutputChannel, window } from 'vscode';

/** Registers a command whose failure is told to whoever ran it. */
export function answering(log: LogOutputChannel, name: string, run: (...args: unknown[]) => Promise<void>): Disposable {
  return commands.registerCommand(name, async (...args: unknown[]) => {
    try {
      await run(...args);
    } catch (error) {
      if (error instanceof CancellationError) return;
      log.error(`${name} failed.`, error);
      const message = error instanceof Error ? error.message : String(error);
      if ((await window.showErrorMessage(`scalelint: ${message}`, 'Show Log')) !== undefined) log.show();
    }
  });
}
