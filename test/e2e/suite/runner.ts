/** A test runner of a few lines, because what runs in the extension host must come along with its bundle. */
import { writeFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';

export interface Outcome {
  readonly name: string;
  readonly error: string | null;
}

export type Suite = Readonly<Record<string, () => Promise<void>>>;

const patience = 30_000;

/** One after the other, each whatever became of those before. Rejects when one failed, which is what makes VS Code end with an error. */
export async function runAll(suite: Suite): Promise<void> {
  const outcomes: Outcome[] = [];
  for (const [name, run] of Object.entries(suite)) {
    const error = await run().then(
      () => null,
      (reason: unknown) => (reason instanceof Error ? (reason.stack ?? reason.message) : String(reason)),
    );
    outcomes.push({ name, error });
    // biome-ignore lint/suspicious/noConsole: VS Code hands the console's lines on to whoever runs the suite.
    console.log(`[suite] ${error === null ? 'passed' : 'FAILED'}: ${name}${error === null ? '' : `\n${error}`}`);
  }
  const file = process.env.SCALELINT_RESULTS;
  if (file !== undefined) writeFileSync(file, JSON.stringify(outcomes, null, 2));
  const failed = outcomes.filter(({ error }) => error !== null);
  if (failed.length > 0) throw new Error(`${failed.length} of ${outcomes.length} failed.`);
}

/** The first answer that is neither null nor a failure. While other extensions start, VS Code cancels what was asked for. */
export async function eventually<T>(what: string, ask: () => T | null | Promise<T | null>): Promise<T> {
  let last: unknown = null;
  for (const until = Date.now() + patience; Date.now() < until; await setTimeout(50)) {
    try {
      const answer = await ask();
      if (answer !== null) return answer;
    } catch (error) {
      last = error;
    }
  }
  throw new Error(`${what}: not within ${patience / 1000} s${last === null ? '' : `, last ${String(last)}`}`);
}
