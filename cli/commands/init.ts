/**
 * `scalelint init`: writes a commented configuration, and says which libraries it recognised. Never overwrites.
 *
 * Where a pyproject.toml is all there is, the configuration is a table at its end: that is where people who write Python keep
 * their tools' settings, and a table at the end of a file changes nothing above it.
 */
import { readFileSync } from 'node:fs';
import { appendFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readToml } from '../../engine/config-toml.ts';
import { dominantLineEnd } from '../../engine/lines.ts';
import type { RuleInfo } from '../report/report.ts';
import { didYouMean, UsageError } from '../usage-error.ts';
import { exists } from './check-request.ts';
import { jsonConfiguration, type Preset, presets, tomlConfiguration } from './configuration-text.ts';
import type { Context, ExitCode } from './context.ts';
import { frameworksIn } from './frameworks.ts';

const name = 'scalelint.jsonc';
const pyproject = 'pyproject.toml';

export async function init({ args, io, engine, colors: c }: Context): Promise<ExitCode> {
  const preset = presetOf(args.operands);
  const manifest = readManifest(join(io.cwd, 'package.json'));
  const toml = read(join(io.cwd, pyproject));
  const taken = takenBy(io.cwd, manifest, toml);
  if (taken !== null)
    throw new UsageError(`${taken} already holds a configuration; nothing was written.`, 'Edit it, or remove it and run `scalelint init` again.');

  const rules = await engine.rules();
  const table = toml === null || exists(join(io.cwd, 'package.json')) ? null : tableFor(toml, rules, preset);
  const target = table === null ? name : pyproject;
  try {
    if (table !== null) await appendFile(join(io.cwd, pyproject), table);
    // `wx`: somebody may have been quicker.
    else await writeFile(join(io.cwd, name), jsonConfiguration(rules, preset), { flag: 'wx' });
  } catch (error) {
    throw new UsageError(`${target} cannot be written (${error instanceof Error ? error.message : String(error)}).`, '');
  }
  const said = preset === 'strict' ? 'hints of all rules count as warnings' : 'the defaults, as comments to start from';
  io.stdout.write(`${c.green('Wrote')} ${table === null ? name : `[tool.scalelint] in ${pyproject}`}: ${said}.\n`);
  if (table === null) io.stdout.write(librariesIn(manifest));
  io.stdout.write(`\nNext: ${c.cyan('scalelint')}\n`);
  return 0;
}

function presetOf(operands: readonly string[]): Preset {
  const [given = 'recommended', ...others] = operands;
  const preset = presets.find((known) => known === given);
  if (preset !== undefined && others.length === 0) return preset;
  const wrong = others[0] ?? given;
  throw new UsageError(
    `\`init\` takes a preset at most, not \`${wrong}\`: it writes a configuration in the current folder.${didYouMean(wrong, presets)}`,
    `Presets: ${presets.join(', ')}.`,
  );
}

function takenBy(folder: string, manifest: Record<string, unknown> | null, toml: string | null): string | null {
  const own = ['scalelint.json', name].find((file) => exists(join(folder, file)));
  if (own !== undefined) return own;
  if (manifest !== null && 'scalelint' in manifest) return 'package.json';
  return toml !== null && readToml(toml) !== 'nothing' ? pyproject : null;
}

/** What goes to the end of a pyproject.toml. Refuses where it could not be read there. */
function tableFor(toml: string, rules: readonly RuleInfo[], preset: Preset): string {
  const end = dominantLineEnd(toml);
  const gap = toml.trim() === '' ? '' : /[\r\n]$/.test(toml) ? end : end + end;
  const table = gap + tomlConfiguration(rules, preset).replaceAll('\n', end);
  const result = readToml(toml + table);
  if (typeof result === 'object' && 'value' in result) return table;
  throw new UsageError(
    `${pyproject} is not valid TOML, or has no place for a table; nothing was written.`,
    'Correct it and run `scalelint init` again.',
  );
}

function librariesIn(manifest: Record<string, unknown> | null): string {
  if (manifest === null) return 'No package.json here, so no libraries were looked for.\n';
  const found = frameworksIn(manifest);
  if (found.length === 0) return 'package.json names no framework or database library that needs special care.\n';
  const list = found.map(({ label, meaning }) => `  ${label}: ${meaning}`).join('\n');
  return `\nFound in package.json\n${list}\nNothing to configure for these. If you wrap them in helpers, name the helpers under "knowledge".\n`;
}

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

function readManifest(file: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse((read(file) ?? '').replace(/^\uFEFF/, ''));
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
