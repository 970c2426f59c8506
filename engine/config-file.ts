/**
 * Reads one configuration file and says what is wrong with it: file, line and column, what, and the remedy.
 *
 * What is wrong is left out and the rest holds: a misspelled rule must not turn everything else off. Text that is no JSON
 * at all counts as an empty configuration. Either way it is an error, so that a run does not pass unnoticed.
 */
import { findNodeAtLocation, getNodeValue, type Node, type ParseError, type ParseErrorCode, parseTree, printParseErrorCode } from 'jsonc-parser';
import * as v from 'valibot';
import type { Span } from '../model/file.ts';
import { type Config, configSchema, keysAt } from './config-schema.ts';
import { didYouMean } from './did-you-mean.ts';
import { linesOf } from './lines.ts';
import type { Problem } from './result.ts';

type Path = readonly (string | number)[];

export interface ConfigFile {
  readonly path: string;
  /** `off`: `"scalelint": false` in package.json. Null: a package.json that says nothing. */
  readonly config: Config | 'off' | null;
  readonly problems: readonly Problem[];
  /** A problem at a key of this file, for checks that need more than this file. */
  problemAt(path: Path, message: string): Problem;
}

/** Parses and validates. `shown` is the path as messages name it; `key` is where a package.json holds the configuration. */
export function parseConfigFile(path: string, text: string, shown: string, ruleNames: ReadonlySet<string>, key: string | null = null): ConfigFile {
  const problems: Problem[] = [];
  const lines = linesOf(text);
  const prefix: Path = key === null ? [] : [key];
  let tree: Node | undefined;

  function problem(span: Span, message: string): Problem {
    const { line, column } = lines.positionAt(span.start);
    return { file: path, message: `${shown}:${line}:${column}: ${message}`, span, level: 'error' };
  }
  const problemAt = (at: Path, message: string): Problem => problem(spanAt(tree, [...prefix, ...at]), message);
  const done = (config: ConfigFile['config']): ConfigFile => ({ path, config, problems, problemAt });

  const errors: ParseError[] = [];
  try {
    tree = parseTree(text.replace(/^\uFEFF/, ' '), errors, { allowTrailingComma: true });
  } catch {
    problems.push(problem({ start: 0, end: 0 }, 'This is nested too deeply to be a configuration. It is ignored; check what the file is.'));
    return done({});
  }
  const own = key === null ? tree : tree && findNodeAtLocation(tree, [key]);
  if (key !== null && own === undefined) return done(null);
  const error = errors[0];
  if (error !== undefined) {
    const span = { start: error.offset, end: error.offset + error.length };
    problems.push(problem(span, `${syntaxMessage(error.error)} The whole configuration is ignored until this is corrected.`));
    return done({});
  }
  const value: unknown = own === undefined ? undefined : getNodeValue(own);
  if (key !== null && value === false) return done('off');
  if (own?.type !== 'object') {
    const allowed = key === null ? 'an object: `{ "rules": { … } }`' : 'an object, or `false` to turn scalelint off in this folder';
    problems.push(problemAt([], `A configuration is ${allowed}. It is ignored.`));
    return done({});
  }

  const config = salvage(value as object, (issue) => {
    const at = (issue.path ?? []).map((item) => item.key as string | number);
    problems.push(problemAt(existing(own, at), explain(issue, at)));
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

function explain(issue: Issue, at: Path): string {
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
  return `\`${typeof at.at(-1) === 'number' ? `${parent.at(-1)}[${name}]` : name}\` must be ${typeWords.get(issue.type) ?? issue.expected}, not ${issue.received}.`;
}

const typeWords: ReadonlyMap<string, string> = new Map([
  ['string', 'a text'],
  ['array', 'a list: `[ … ]`'],
  ['record', 'an object: `{ … }`'],
  ['strict_object', 'an object: `{ … }`'],
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

/** The path, cut where the file has nothing any more: a missing key is reported at what lacks it. */
function existing(own: Node, path: Path): Path {
  for (let length = path.length; length > 0; length--) {
    if (findNodeAtLocation(own, path.slice(0, length)) !== undefined) return path.slice(0, length);
  }
  return [];
}

/** The key for named entries, the value for list entries. */
function spanAt(tree: Node | undefined, path: Path): Span {
  const node = tree && findNodeAtLocation(tree, [...path]);
  if (node === undefined) return { start: 0, end: 0 };
  const shown = typeof path.at(-1) === 'string' ? (node.parent?.children?.[0] ?? node) : node;
  return { start: shown.offset, end: shown.offset + shown.length };
}

function syntaxMessage(code: ParseErrorCode): string {
  return syntaxMessages.get(printParseErrorCode(code)) ?? 'This is not valid JSON.';
}

const syntaxMessages = new Map([
  ['CommaExpected', 'A comma is missing before this.'],
  ['ColonExpected', 'A colon is missing before this.'],
  ['CloseBraceExpected', 'A `}` is missing here.'],
  ['CloseBracketExpected', 'A `]` is missing here.'],
  ['PropertyNameExpected', 'A name in double quotes is expected here.'],
  ['ValueExpected', 'A value is expected here.'],
  ['EndOfFileExpected', 'Nothing may follow the configuration.'],
  ['UnexpectedEndOfString', 'This text lacks its closing quote.'],
  ['UnexpectedEndOfComment', 'This comment is not closed.'],
]);
