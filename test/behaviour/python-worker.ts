/**
 * One Python for all questions of a test file: starting it takes longer than most answers. It is started by the first question and ends with
 * this process.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import type { Socket } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** Tests that need Python are left out when this is said, and fail when it is neither said nor there. */
export const WITHOUT_PYTHON = process.env.SCALELINT_NO_PYTHON === '1';

const MISSING =
  'Python cases run under Python 3.11 or newer, and neither `python3` nor `python` is one. Install it, or set SCALELINT_NO_PYTHON=1 to leave these tests out.';
const WORKER = join(import.meta.dirname, 'python/worker.py');

/** Milliseconds for an answer. The worker ends endless code itself, except where Python does not listen. */
const PATIENCE = 110_000;

interface Worker {
  readonly child: ChildProcess;
  /** Who waits for an answer, in the order of their questions. */
  readonly waiting: { resolve(reply: string): void; reject(error: Error): void }[];
}

let worker: Worker | null = null;

/** Answers come in the order of questions. */
export async function askPython(question: object): Promise<unknown> {
  worker ??= start();
  const { child, waiting } = worker;
  const line = await new Promise<string>((resolve, reject) => {
    const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE);
    const done =
      <T>(settle: (value: T) => void) =>
      (value: T): void => {
        clearTimeout(timer);
        settle(value);
      };
    waiting.push({ resolve: done(resolve), reject: done(reject) });
    child.stdin?.write(`${JSON.stringify(question)}\n`);
  });
  const reply = JSON.parse(line) as { answer: unknown } | { failed: string };
  if ('failed' in reply) throw new Error(`the Python half of the harness failed:\n${reply.failed}`);
  return reply.answer;
}

function start(): Worker {
  const python = ['python3', 'python'].find((name) => spawnSync(name, ['-c', 'import asyncio; asyncio.Runner']).status === 0);
  if (!python) throw new Error(MISSING);
  // Sets of strings have the same order in every run.
  const child = spawn(python, ['-B', WORKER], { stdio: ['pipe', 'pipe', 'inherit'], env: { ...process.env, PYTHONHASHSEED: '0', PYTHONUTF8: '1' } });
  const started: Worker = { child, waiting: [] };
  // Nobody waits for a worker that nobody asks.
  for (const each of [child, child.stdin as Socket, child.stdout as Socket]) each.unref();
  createInterface({ input: child.stdout }).on('line', (line) => started.waiting.shift()?.resolve(line));
  child.on('exit', (code, signal) => {
    if (worker === started) worker = null;
    for (const each of started.waiting) each.reject(new Error(`Python ended before it answered (${signal ?? code}).`));
  });
  return started;
}
