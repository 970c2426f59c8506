/** Calls that wait on purpose, whatever they are called on. */
import type { Call } from './file.ts';

const PAUSES = /(^|[._])(sleep|delay|setTimeout|pause|throttle|wait(_?for_?seconds)?)$/i;

/** Have: await sleep(1000), time.sleep(1), new Promise((resolve) => setTimeout(resolve, 100)) */
export function isPause({ text }: Call): boolean {
  return PAUSES.test(text);
}
