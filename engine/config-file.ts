/**
 * Reads one configuration file and says what is wrong with it: file, line and column, what, and the remedy.
 *
 * What is wrong is left out and the rest holds: a misspelled rule must not turn everything else off. Text that does
 * not parse counts as an empty configuration. Either way it is an error, so that a run does not pass unnoticed.
 */
import * as v from 'valibot';
import type { Span } from '../model/file.ts';
import { readJson } from './config-json.ts';
import { type Config, configSchema, keysAt } from './config-schema.ts';
import type { ConfigText, Path } from './config-text.ts';
import { readToml } from './config-toml.ts';
import { didYouMean } from './did-you-mean.ts';
import { linesOf } from './lines.ts';
import type { Problem } from './result.ts';

export interface ConfigFile {
  readonly path: string;
  /** `off`: `"scalelint": false` in package.json. Null: a package.json or pyproject.toml that says nothing. */
  readonly config: Config | 'off' | null;
  readonly problems: readonly Problem[];
  /** A problem at a key of this file, for checks that need more than this file. */
  problemAt(path: Path, message: string): Problem;
}

/** Parses and validates; what notation the text is in, its file's name tells. `shown` is the path as messages name it. */
export function parseConfigFile(path: string, text: string, shown: string, ruleNames: ReadonlySet<string>): ConfigFile {
  const problems: Problem[] = [];
  const lines = linesOf(text);
  const read = readText(path, text);

  function problem(span: Span, message: string): Problem {
    const { line, column } = lines.positionAt(span.start);
    return { file: path, message: `${shown}:${line}:${column}: ${message}`, span, level: 'error' };
  }
  function problemAt(at: Path, message: string): Problem {
    return problem(typeof read === 'object' && 'value' in read ? nearestSpan(read, at) : { start: 0, end: 0 }, message);
  }
  const done = (config: ConfigFile['config']): ConfigFile => ({ path, config, problems, problemAt });

  if (read === 'nothing') return done(null);
  if (read === 'off') return done('off');
  if ('broken' in read) {
    problems.push(problem(read.broken.span, read.broken.message));
    return done({});
  }
  const { value, wanted } = read;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    problems.push(problemAt([], `A configuration is ${wanted}. It is ignored.`));
    return done({});
  }

  const config = salvage(value, (issue) => {
    const at = (issue.path ?? []).map((item) => item.key as string | number);
    problems.push(problemAt(at, explain(issue, at, read.table)));
    return at;
  });
  for (const [at, name] of ruleNamesIn(config)) {
    if (!ruleNames.has(name))
      problems.push(
        problemAt(
          at,
          `There is no rule \`${name}\`.${didYouMean(name, ruleNames)} Correct the name or remove the line; \`scalelint rules\` lists all.`,
        ),
      );
  }
  return done(config);
}

function readText(path: string, text: string): ConfigText {
  if (path.endsWith('/pyproject.toml')) return readToml(text);
  return readJson(text, path.endsWith('/package.json') ? 'scalelint' : null);
}

/** Of the path, or of what is around it: a missing key is reported at what lacks it. */
function nearestSpan({ spanOf }: { spanOf(path: Path): Span | null }, path: Path): Span {
  return spanOf(path) ?? (path.length === 0 ? { start: 0, end: 0 } : nearestSpan({ spanOf }, path.slice(0, -1)));
}

/** The configuration without its invalid parts; each is reported once. At most one entry of a list or table goes with it. */
function salvage(value: object, report: (issue: Issue) => Path): Config {
  const rest = { ...value } as Record<string, unknown>;
  const result = v.safeParse(configSchema, rest);
  if (result.success) return result.output;
  const removed = new Map<string, Set<string | number>>();
  for (const issue of result.issues) {
    const [top, entry] = report(issue);
    if (typeof top !== 'string') continue;
    const holder = rest[top];
    if (entry === undefined || typeof holder !== 'object' || holder === null) delete rest[top];
    else removed.set(top, (removed.get(top) ?? new Set()).add(entry));
  }
  for (const [top, entries] of removed) {
    const holder = rest[top];
    if (Array.isArray(holder)) rest[top] = holder.filter((_, index) => !entries.has(index));
    else if (holder !== undefined) rest[top] = Object.fromEntries(Object.entries(holder as object).filter(([name]) => !entries.has(name)));
  }
  const again = v.safeParse(configSchema, rest);
  return again.success ? again.output : {};
}

type Issue = v.InferIssue<typeof configSchema>;

function explain(issue: Issue, at: Path, table: string): string {
  const name = String(at.at(-1) ?? '');
  const parent = at.slice(0, -1);
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    const keys = keysAt(parent);
    return `\`${name}\` is no key ${parent.length === 0 ? 'of a configuration' : `of an entry of \`${parent[0]}\``}.${didYouMean(name, keys)} Allowed: ${keys.join(', ')}.`;
  }
  if (issue.received === 'undefined') return `\`${name}\` is missing here. Add it.`;
  if (issue.type === 'picklist') {
    const word = typeof issue.input === 'string' ? issue.input : '';
    return `${issue.received} is not possible for \`${name}\`.${didYouMean(word, optionsOf(issue.expected))} Allowed: ${optionsOf(issue.expected).join(', ')}.`;
  }
  if (issue.type === 'regex' && name === 'extends')
    return `${issue.received} is no path that begins with \`./\` or \`../\`. Packages are not loaded; name a file of this workspace.`;
  if (issue.type === 'regex')
    return `${issue.received} does not name a call. Write \`module#member\`, \`module#Type.member\` or \`./src/file#member\`.`;
  if (issue.type === 'non_empty') return 'An empty pattern matches nothing. Remove it.';
  return `\`${typeof at.at(-1) === 'number' ? `${parent.at(-1)}[${name}]` : name}\` must be ${typeWords.get(issue.type) ?? table}, not ${issue.received}.`;
}

const typeWords: ReadonlyMap<string, string> = new Map([
  ['string', 'a text'],
  ['array', 'a list: `[ … ]`'],
]);

function optionsOf(expected: string | null): string[] {
  return [...(expected ?? '').matchAll(/"([^"]+)"/g)].map((match) => match[1] as string);
}

function* ruleNamesIn(config: Config): Iterable<[Path, string]> {
  for (const name of Object.keys(config.rules ?? {})) yield [['rules', name], name];
  for (const [index, override] of (config.overrides ?? []).entries()) {
    for (const name of Object.keys(override.rules)) yield [['overrides', index, 'rules', name], name];
  }
}
