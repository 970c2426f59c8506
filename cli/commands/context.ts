/** What every command is given. */
import type { Arguments } from '../arguments.ts';
import type { Colors } from '../colors.ts';
import type { Engine } from '../engine.ts';
import type { Io } from '../io.ts';

export interface Context {
  readonly args: Arguments;
  readonly io: Io;
  readonly colors: Colors;
  readonly engine: Engine;
}

/** 0: clean; 1: findings; 2: wrong usage, wrong configuration or an internal error. */
export type ExitCode = 0 | 1 | 2;
