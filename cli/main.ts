/** The command line from the outside: arguments in, exit code out. Every failure ends here as a sentence. */

import { product } from '../engine/product.ts';
import { parseArguments } from './arguments.ts';
import { colorsFor } from './colors.ts';
import { check } from './commands/check.ts';
import { config } from './commands/config.ts';
import type { Context, ExitCode } from './commands/context.ts';
import { explain } from './commands/explain.ts';
import { init } from './commands/init.ts';
import { lsp } from './commands/lsp.ts';
import { model } from './commands/model.ts';
import { listRules } from './commands/rules.ts';
import { type Engine, realEngine } from './engine.ts';
import { commandHelp, commands, help } from './help.ts';
import type { Io } from './io.ts';
import { UsageError } from './usage-error.ts';

const run = new Map<string, (context: Context) => Promise<ExitCode>>(Object.entries({ check, explain, rules: listRules, model, init, config }));

export async function main(argv: readonly string[], io: Io, engine: Engine = realEngine): Promise<ExitCode> {
  const errors = colorsFor({ env: io.env, isTTY: { stdout: io.isTTY.stderr, stderr: io.isTTY.stderr } }, undefined);
  try {
    if (argv[0] === 'lsp' && !argv.some((word) => word === '--help' || word === '-h')) return await lsp(argv);
    const args = parseArguments(argv);
    const colors = colorsFor(io, args.color);
    if (args.version) {
      io.stdout.write(`${product.name} ${product.version}\n`);
      return 0;
    }
    const command = commands.find(({ name }) => name === args.command);
    if (args.help) {
      io.stdout.write(args.named && command !== undefined ? commandHelp(command, colors) : help(colors));
      return 0;
    }
    return await (run.get(args.command) ?? check)({ args, io, colors, engine });
  } catch (error) {
    if (error instanceof UsageError) {
      io.stderr.write(`${errors.red('error')}: ${error.message}\n${error.hint === '' ? '' : `${errors.dim(error.hint)}\n`}`);
    } else {
      io.stderr.write(
        `${errors.red('error')}: scalelint itself failed. Please report this, with the file that it was about if you can.\n\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
      );
    }
    return 2;
  }
}
