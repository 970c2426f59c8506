/** Turns the command line into a command and its options, or into a usage error that says what was probably meant. */
import { parseArgs } from 'node:util';
import type { Severity } from '../model/finding.ts';
import { commands } from './help.ts';
import { type Format, formats, options, severities } from './options.ts';
import { didYouMean, UsageError } from './usage-error.ts';

export interface Arguments {
  readonly command: string;
  /** Whether the command was named, or is only the default. */
  readonly named: boolean;
  readonly operands: readonly string[];
  /** Where each report goes; `null` is standard output. */
  readonly reports: readonly { readonly format: Format; readonly file: string | null }[];
  readonly fix: 'none' | 'safe' | 'suggestion';
  readonly diff: boolean;
  readonly rules: readonly string[];
  readonly severity: Exclude<Severity, 'off'>;
  readonly profiles: readonly string[];
  readonly stdinFilename: string | null;
  readonly quiet: boolean;
  readonly verbose: boolean;
  readonly color: boolean | undefined;
  readonly help: boolean;
  readonly version: boolean;
}

/** Options that every command takes. */
const everywhere = new Set(['help', 'version', 'color', 'no-color', 'quiet', 'verbose']);

const names = options.map((option) => option.name);

export function parseArguments(argv: readonly string[]): Arguments {
  const config = Object.fromEntries(
    options.map(({ name, short, value }) => [
      name,
      { type: value === undefined ? ('boolean' as const) : ('string' as const), multiple: true, ...(short === undefined ? {} : { short }) },
    ]),
  );
  const { tokens } = parseArgs({ args: [...argv], options: config, strict: false, allowPositionals: true, tokens: true });

  const given = new Map<string, (string | true)[]>();
  const positionals: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind !== 'option') continue;
    const option = options.find(({ name }) => name === token.name);
    if (option === undefined) throw new UsageError(`unknown option \`${token.rawName}\`.${didYouMean(token.name, names, (name) => `--${name}`)}`);
    if (option.value === undefined && token.value !== undefined)
      throw new UsageError(`\`--${option.name}\` takes no value, but was given \`${token.value}\`.`);
    const missing = token.value === undefined || token.value === '' || (token.inlineValue === false && /^-./.test(token.value));
    if (option.value !== undefined && missing) throw new UsageError(`\`${token.rawName}\` needs a value: \`${token.rawName} ${option.value}\`.`);
    const values = given.get(option.name) ?? [];
    if (option.value !== undefined && option.repeatable !== true && values.length > 0)
      throw new UsageError(`\`--${option.name}\` can be given only once.`);
    given.set(option.name, [...values, token.value ?? true]);
  }

  const has = (name: string) => given.has(name);
  const strings = (name: string) => (given.get(name) ?? []).map(String);
  const named = positionals[0] !== undefined && commands.some(({ name }) => name === positionals[0]);
  const command = named ? (positionals[0] ?? 'check') : 'check';
  const foreign = [...given.keys()].find((name) => command !== 'check' && !everywhere.has(name));
  if (foreign !== undefined && !has('help'))
    throw new UsageError(`\`--${foreign}\` belongs to \`scalelint check\`, not to \`${command}\`.`, `Run \`scalelint ${command} --help\`.`);
  return {
    command,
    named,
    operands: named ? positionals.slice(1) : positionals,
    reports: reportsFrom(strings('format'), strings('output-file')[0] ?? null),
    fix: has('fix-suggestions') ? 'suggestion' : has('fix') ? 'safe' : 'none',
    diff: has('diff'),
    rules: strings('rule')
      .flatMap((value) => value.split(','))
      .map((value) => value.trim())
      .filter((value) => value !== ''),
    severity: oneOf(severities, strings('severity')[0] ?? 'warning', 'severity'),
    profiles: strings('profile'),
    stdinFilename: strings('stdin-filename')[0] ?? null,
    quiet: has('quiet'),
    verbose: has('verbose'),
    color: has('no-color') ? false : has('color') ? true : undefined,
    help: has('help'),
    version: has('version'),
  };
}

function reportsFrom(values: readonly string[], outputFile: string | null): Arguments['reports'] {
  const reports = (values.length === 0 ? ['pretty'] : values).map((value) => {
    const equals = value.indexOf('=');
    const format = oneOf(formats, equals === -1 ? value : value.slice(0, equals), 'format');
    const file = equals === -1 ? null : value.slice(equals + 1);
    if (file === '') throw new UsageError(`\`--format ${value}\` names no file: \`--format ${format}=FILE\`.`);
    return { format, file };
  });
  const unplaced = reports.filter(({ file }) => file === null);
  if (unplaced.length > 1)
    throw new UsageError(
      `only one format can go to standard output, not ${unplaced.map(({ format }) => format).join(' and ')}.`,
      'Send the others to files: `--format sarif=out.sarif`.',
    );
  if (outputFile !== null && unplaced.length === 0)
    throw new UsageError('`--output-file` has no report left to write: every format already names its file.');
  return reports.map(({ format, file }) => ({ format, file: file ?? outputFile }));
}

function oneOf<T extends string>(known: readonly T[], value: string, what: string): T {
  const found = known.find((name) => name === value);
  if (found === undefined) throw new UsageError(`unknown ${what} \`${value}\`.${didYouMean(value, known)}`, `Known: ${known.join(', ')}.`);
  return found;
}
