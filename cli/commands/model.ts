/** `scalelint model FILE`: what scalelint understood of a file. */
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { UsageError } from '../usage-error.ts';
import { exists, noSuchPath } from './check-request.ts';
import type { Context, ExitCode } from './context.ts';

export async function model({ args, io, engine }: Context): Promise<ExitCode> {
  const file = oneFile(args.operands, io.cwd, 'model');
  if (!/\.([cm]?[jt]sx?|py|ipynb)$/.test(file) || !statSync(file).isFile())
    throw new UsageError(`\`model\` reads one TypeScript, JavaScript or Python file, and ${args.operands[0]} is none.`);
  const text = await engine.printModel(file);
  io.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
  return 0;
}

export function oneFile(operands: readonly string[], cwd: string, command: string): string {
  const [file, ...others] = operands;
  if (file === undefined || others.length > 0) throw new UsageError(`\`${command}\` takes exactly one file: \`scalelint ${command} FILE\`.`);
  const path = resolve(cwd, file);
  if (!exists(path)) throw noSuchPath(file, cwd);
  return path;
}
