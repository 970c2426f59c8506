/**
 * One check at a time, the most urgent first. There is one thread: two checks side by side would only both be late. Between two jobs
 * messages are read, so that an edit or a cancellation is known before work begins that it makes useless.
 */

export interface Queue {
  /** Resolves when the job is done or dropped. A job that waits under the same key is replaced and keeps its better priority. */
  add(key: string, priority: number, run: () => Promise<void>): Promise<void>;
  drop(key: string): void;
}

/** Lets messages in that came while a check held the thread: what is read after the second turn was there before the first. */
export async function messagesRead(): Promise<void> {
  for (let turn = 0; turn < 2; turn++) await new Promise<void>((resolve) => setImmediate(resolve));
}

interface Job {
  readonly key: string;
  priority: number;
  run: () => Promise<void>;
  readonly done: Promise<void>;
  readonly finish: () => void;
}

/** `onFailure`: a job that throws ends nobody else's. */
export function createQueue(onFailure: (error: unknown) => void): Queue {
  const waiting = new Map<string, Job>();
  let working = false;

  async function work(): Promise<void> {
    working = true;
    for (;;) {
      await messagesRead();
      let next: Job | undefined;
      for (const job of waiting.values()) if (next === undefined || job.priority < next.priority) next = job;
      if (next === undefined) break;
      waiting.delete(next.key);
      try {
        await next.run();
      } catch (error) {
        onFailure(error);
      }
      next.finish();
    }
    working = false;
  }

  return {
    add(key, priority, run) {
      const known = waiting.get(key);
      if (known !== undefined) {
        known.run = run;
        known.priority = Math.min(known.priority, priority);
        return known.done;
      }
      let finish = (): void => {};
      const done = new Promise<void>((resolve) => {
        finish = resolve;
      });
      waiting.set(key, { key, priority, run, done, finish });
      if (!working) void work();
      return done;
    },
    drop(key) {
      waiting.get(key)?.finish();
      waiting.delete(key);
    },
  };
}
