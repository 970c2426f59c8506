/** Nothing is left behind: no process and no folder, even when the tests themselves are ended from outside. */
import type { ChildProcess } from 'node:child_process';

/** With all that it has started; it must have been started `detached`. */
export function killGroup({ pid }: Pick<ChildProcess, 'pid'>): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

/** Runs `end` when the result is called, or else when this process ends, unless that is by force. */
export function onceAtExit(end: () => void): () => void {
  // A test's process outlives the one that started it; that it is alone shows in the channel between them.
  const events = ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'] as const;
  const leave = (): never => process.exit(130);
  const run = (): void => {
    process.removeListener('exit', run);
    for (const event of events) process.removeListener(event, leave);
    end();
  };
  process.on('exit', run);
  for (const event of events) process.on(event, leave);
  return run;
}
