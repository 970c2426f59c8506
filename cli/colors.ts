/** Whether to write colours: the flag decides, then NO_COLOR, FORCE_COLOR, and last whether a person is looking. */
import picocolors from 'picocolors';
import type { Io } from './io.ts';

export type Colors = ReturnType<typeof picocolors.createColors>;

export const plain: Colors = picocolors.createColors(false);

export function colorsFor(io: Pick<Io, 'env' | 'isTTY'>, flag: boolean | undefined): Colors {
  return picocolors.createColors(flag ?? wanted(io));
}

function wanted({ env, isTTY }: Pick<Io, 'env' | 'isTTY'>): boolean {
  if (env.NO_COLOR) return false;
  const force = env.FORCE_COLOR;
  if (force !== undefined) return force !== '0' && force !== 'false';
  return isTTY.stdout && env.TERM !== 'dumb';
}
