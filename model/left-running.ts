/** Whether a promise is let go: whoever started it goes on, and does not wait for its end. */
import { infoOf } from './calls.ts';
import { laterLinks } from './chains.ts';
import type { Call, FileModel, Value } from './file.ts';
import type { Program } from './program.ts';

/** Have: void send(order), send(order).catch(log), axios.post(url).then(() => {}) */
export function isLeftRunning(program: Program, file: FileModel, call: Call): boolean {
  if (file.language !== 'typescript') return false;
  const later = laterLinks(program, file, call);
  const last = later.at(-1) ?? call;
  if (last.result !== 'discarded' || last.awaited || last.handedBack) return false;
  // `load((error, rows) => response.json(rows))` and `load().then((rows) => response.json(rows))` answer later: only what is done with the result tells.
  if (later.length === 0) return infoOf(program, file, call).target?.fn.async === true;
  return later.every((link) => link.member === 'catch' || (link.member === 'then' && link.args.every(({ value }) => isIdle(file, value))));
}

/** Have: () => {} */
function isIdle(file: FileModel, { root }: Value): boolean {
  return root.kind === 'function' && file.functions[root.fn]?.body.length === 0;
}
