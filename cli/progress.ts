/** One line on stderr that rewrites itself, only for people and only when a run takes longer than a moment. */
import type { CheckRequest } from '../engine/check.ts';
import type { Io } from './io.ts';

type OnProgress = NonNullable<CheckRequest['onProgress']>;

const patience = 1000;
const interval = 100;

export function progressLine(io: Io, enabled: boolean, now: () => number = Date.now): { report: OnProgress; clear: () => void } {
  const begun = now();
  let drawn = 0;
  const visible = enabled && io.isTTY.stderr && io.env.TERM !== 'dumb';
  return {
    report({ phase, done, total, file }) {
      const time = now();
      if (!visible || time - begun < patience || time - drawn < interval) return;
      drawn = time;
      const line = `${phase} ${done}/${total}${file === undefined ? '' : `  ${file}`}`;
      io.stderr.write(`\r\u001b[K${line.slice(0, (io.columns ?? 80) - 1)}`);
    },
    clear() {
      if (drawn > 0) io.stderr.write('\r\u001b[K');
      drawn = 0;
    },
  };
}
