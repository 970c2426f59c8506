/** `scalelint init`: writes a commented configuration, and says which libraries it recognised. Never overwrites. */
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RuleInfo } from '../report/report.ts';
import { UsageError } from '../usage-error.ts';
import { exists } from './check-request.ts';
import type { Context, ExitCode } from './context.ts';
import { frameworksIn } from './frameworks.ts';

const name = 'scalelint.jsonc';

export async function init({ args, io, engine, colors: c }: Context): Promise<ExitCode> {
  if (args.operands.length > 0) throw new UsageError('`init` takes no arguments: it writes scalelint.jsonc in the current folder.');
  const manifest = readManifest(join(io.cwd, 'package.json'));
  const taken =
    ['scalelint.json', name].find((file) => exists(join(io.cwd, file))) ?? (manifest !== null && 'scalelint' in manifest ? 'package.json' : null);
  if (taken !== null)
    throw new UsageError(`${taken} already holds a configuration; nothing was written.`, 'Edit it, or remove it and run `scalelint init` again.');

  try {
    // `wx`: somebody may have been quicker.
    await writeFile(join(io.cwd, name), configurationText(await engine.rules()), { flag: 'wx' });
  } catch (error) {
    throw new UsageError(`${name} cannot be written (${error instanceof Error ? error.message : String(error)}).`, '');
  }
  const found = frameworksIn(manifest);
  io.stdout.write(`${c.green('Wrote')} ${name}: the defaults, as comments to start from.\n`);
  if (manifest === null) io.stdout.write('No package.json here, so no libraries were looked for.\n');
  else if (found.length === 0) io.stdout.write('package.json names no framework or database library that needs special care.\n');
  else
    io.stdout.write(
      `\nFound in package.json\n${found.map(({ label, meaning }) => `  ${label}: ${meaning}`).join('\n')}\nNothing to configure for these. If you wrap them in helpers, name the helpers under "knowledge".\n`,
    );
  io.stdout.write(`\nNext: ${c.cyan('scalelint')}\n`);
  return 0;
}

export function configurationText(rules: readonly RuleInfo[]): string {
  const sorted = [...rules].sort((a, b) => (a.name < b.name ? -1 : 1));
  return `{
  "$schema": "./node_modules/scalelint/dist/schema/scalelint.schema.json",

  // How loud each rule is: "off", "info", "warning" or "error". These are the defaults.
  // \`scalelint explain RULE\` tells what a rule finds.
  "rules": {
${sorted.map(({ name, severity }) => `    // "${name}": "${severity}",`).join('\n')}
  },

  // Other severities for some files. The last entry that matches wins.
  "overrides": [
    // { "files": ["scripts/**"], "rules": { "${(sorted.find(({ subject }) => subject === 'io') ?? sorted[0])?.name ?? 'nested-loop-lookup'}": "off" } },
  ],

  // Never checked, as in a .gitignore. What git ignores, node_modules and build output are left out anyway.
  "exclude": [
    // "src/generated",
  ],

  // What your own helpers cost, where scalelint cannot see it.
  "knowledge": [
    // { "call": "./src/db#query", "effect": "query", "access": "read" },
  ],
}
`;
}

function readManifest(file: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''));
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
