/** From the command line to what the engine is asked; everything that cannot be meant ends here, with a hint. */
import { readdirSync, statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import type { CheckRequest } from '../../engine/check.ts';
import { type NamedProfile, ProfileError, readProfileFile } from '../../engine/profile/profile-file.ts';
import { commands } from '../help.ts';
import { readAll } from '../io.ts';
import type { RuleInfo } from '../report/report.ts';
import { didYouMean, UsageError } from '../usage-error.ts';
import type { Context } from './context.ts';

export async function checkRequest({ args, io }: Context, rules: readonly RuleInfo[]): Promise<CheckRequest> {
  const names = rules.map(({ name }) => name);
  const byName = new Map(rules.map((rule) => [rule.name, rule]));
  for (const name of args.rules) {
    const rule = byName.get(name);
    if (rule === undefined) throw unknownRule(name, names);
    if (rule.subject === 'suppressions')
      throw new UsageError(
        `\`${name}\` judges comments by what all rules find, so it cannot run alone.`,
        'Run without --rule, and with --severity info.',
      );
  }
  const profiles = args.profiles.map((path) => profileAt(path, io.cwd));
  const common = { cwd: io.cwd, ...(args.rules.length === 0 ? {} : { rules: args.rules }), profiles, minimumSeverity: 'info' as const };

  const fromStdin = args.operands.includes('-');
  if (args.stdinFilename !== null || fromStdin) {
    if (args.stdinFilename === null)
      throw new UsageError('standard input has no name, so its language is unknown.', 'Name it: `scalelint --stdin-filename src/orders.ts -`.');
    const others = args.operands.filter((path) => path !== '-');
    if (others.length > 0)
      throw new UsageError(`standard input is checked alone, not together with ${others.map((path) => `\`${path}\``).join(', ')}.`);
    return { ...common, paths: [], stdin: { filename: resolve(io.cwd, args.stdinFilename), text: await readAll(io.stdin) } };
  }

  // Paths are the engine's business; but a lone word that is no path is perhaps a command.
  const word = args.operands[0];
  if (word !== undefined && !args.named && /^[a-z]+$/i.test(word) && !exists(resolve(io.cwd, word))) {
    const command = didYouMean(
      word,
      commands.map(({ name }) => name),
      (name) => `scalelint ${name}`,
    );
    if (command !== '') throw new UsageError(`\`${word}\` is neither a command nor a file or folder.${command}`);
  }
  return { ...common, paths: args.operands.length === 0 ? ['.'] : args.operands };
}

function profileAt(path: string, cwd: string): NamedProfile {
  try {
    return readProfileFile(path, cwd);
  } catch (error) {
    if (!(error instanceof ProfileError)) throw error;
    throw new UsageError(`${error.message}${exists(resolve(cwd, path)) ? '' : siblingHint(path, cwd)}`);
  }
}

export function unknownRule(rule: string, names: readonly string[]): UsageError {
  return new UsageError(`unknown rule \`${rule}\`.${didYouMean(rule, names)}`, 'Run `scalelint rules` to list them.');
}

export function noSuchPath(path: string, cwd: string): UsageError {
  return new UsageError(`no such file: \`${path}\`.${siblingHint(path, cwd)}`);
}

/** ` Did you mean …?` for what stands beside it under a similar name. */
function siblingHint(path: string, cwd: string): string {
  const full = resolve(cwd, path);
  return didYouMean(basename(full), siblings(dirname(full)), (name) => (dirname(path) === '.' ? name : `${dirname(path)}/${name}`));
}

function siblings(folder: string): string[] {
  try {
    return readdirSync(folder).slice(0, 2000);
  } catch {
    return [];
  }
}

export function exists(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}
