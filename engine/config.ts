/**
 * Which configuration holds for a file: the nearest one above it, found from the file and never from the working
 * directory, so that the editor and the command line agree.
 *
 * In each folder `scalelint.json`, `scalelint.jsonc`, `package.json` with a `scalelint` key and `pyproject.toml` with a table
 * `[tool.scalelint]` are looked for, upwards until the folder with `.git`, or to the top without one. Configurations do not add up unless one `extends` another.
 * Globs count from the folder of the file they stand in if the checked file is below it, else from the nearest configuration.
 */
import { readFileSync, statSync } from 'node:fs';
import type { Severity } from '../model/finding.ts';
import type { KnowledgeRow } from '../model/knowledge.ts';
import { type ConfigFile, parseConfigFile } from './config-file.ts';
import { knowledgeRow } from './config-knowledge.ts';
import type { Config } from './config-schema.ts';
import { compileGlobs, compileVerdict } from './globs.ts';
import { isInside, joinPath, parentOf, resolveRelative, shownFrom } from './paths.ts';
import type { Problem, Skipped } from './result.ts';

export interface ResolvedConfig {
  /** The file that it was read from; null when there is none. */
  readonly path: string | null;
  /** False: scalelint is off for this file. */
  readonly enabled: boolean;
  excluded(file: string): boolean;
  /** What the configuration says about a rule; null when it says nothing. */
  severity(rule: string, file: string): Severity | null;
  readonly knowledge: readonly KnowledgeRow[];
  /** Tables that are spread over shards, and by which column. */
  readonly shardKeys: Readonly<Record<string, string>>;
}

export interface ConfigResolver {
  configFor(file: string): ResolvedConfig;
  /** Everything that was wrong in what was read so far. */
  readonly problems: readonly Problem[];
}

export interface ConfigResolverOptions {
  /** The workspace: paths in messages are relative to it, and outside of a repository `extends` stays inside it. */
  readonly root: string;
  readonly ruleNames: Iterable<string>;
  /** Null when there is no such file. Injected for tests and for unsaved buffers. */
  readonly readFile?: (path: string) => string | null;
  readonly exists?: (path: string) => boolean;
}

/** Answers are remembered: make a new resolver when a configuration changes, it is cheap. */
export function createConfigResolver(options: ConfigResolverOptions): ConfigResolver {
  const { root, readFile = readFromDisk, exists = (path) => statSync(path, { throwIfNoEntry: false }) !== undefined } = options;
  const ruleNames = new Set(options.ruleNames);
  const problems: Problem[] = [];
  const parsed = new Map<string, ConfigFile | null>();
  const perFolder = new Map<string, ResolvedConfig>();

  function load(path: string): ConfigFile | null {
    const known = parsed.get(path);
    if (known !== undefined) return known;
    let file: ConfigFile | null = null;
    try {
      const text = readFile(path);
      if (text !== null) file = parseConfigFile(path, text, shownFrom(root, path), ruleNames);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      problems.push({
        file: path,
        message: `${shownFrom(root, path)} cannot be read (${why}). Make it readable or remove it.`,
        span: null,
        level: 'error',
      });
    }
    if (file !== null) problems.push(...file.problems);
    parsed.set(path, file);
    return file;
  }

  /** The configuration that stands in a folder itself. */
  function fileIn(folder: string): ConfigFile | null {
    const all = configNames.flatMap((name) => load(joinPath(folder, name)) ?? []).filter(({ config }) => config !== null);
    const [first, ...others] = all;
    if (first === undefined) return null;
    for (const other of others) {
      const message = `${shownFrom(root, other.path)} is not read, because ${shownFrom(root, first.path)} is. Keep one of them.`;
      problems.push({ file: other.path, message, span: null, level: 'note' });
    }
    return first;
  }

  function resolveFolder(folder: string): ResolvedConfig {
    const known = perFolder.get(folder);
    if (known !== undefined) return known;
    const file = fileIn(folder);
    const parent = exists(joinPath(folder, '.git')) ? null : parentOf(folder);
    const resolved = file !== null ? resolve(layersOf(file)) : parent !== null ? resolveFolder(parent) : noConfig;
    perFolder.set(folder, resolved);
    return resolved;
  }

  /** The file and what it extends, the nearest first. */
  function layersOf(nearest: ConfigFile): ConfigFile[] {
    const layers = [nearest];
    for (let file = nearest; file.config !== null && file.config !== 'off' && file.config.extends !== undefined; ) {
      const path = resolveRelative(parentOf(file.path) ?? '/', file.config.extends) ?? file.path;
      const wrong = wrongBase(path, layers);
      const base = wrong === null ? load(path) : null;
      if (base === null || base.config === null) {
        problems.push(
          file.problemAt(
            ['extends'],
            wrong ?? `${shownFrom(root, path)} does not exist or holds no configuration. Correct the path; nothing is taken from it.`,
          ),
        );
        break;
      }
      layers.push(base);
      file = base;
    }
    return layers;
  }

  function wrongBase(path: string, layers: readonly ConfigFile[]): string | null {
    if (layers.some((layer) => layer.path === path)) {
      const circle = [...layers.map((layer) => layer.path), path].map((one) => shownFrom(root, one)).join(' → ');
      return `This goes round in a circle: ${circle}. Remove one \`extends\`.`;
    }
    const bound = boundOf(layers[0]?.path ?? path);
    if (!isInside(path, bound)) return `${path} is outside of the workspace (${bound}). Copy it inside; nothing is taken from it.`;
    return null;
  }

  function boundOf(path: string): string {
    const folder = parentOf(path) ?? '/';
    for (let at: string | null = folder; at !== null; at = parentOf(at)) if (exists(joinPath(at, '.git'))) return at;
    return isInside(path, root) ? root : folder;
  }

  return { problems, configFor: (file) => resolveFolder(parentOf(file) ?? file) };
}

/** Takes away the files that their configurations exclude or turn off. For files that were named as well as found ones. */
export function withoutExcluded(files: readonly string[], resolver: ConfigResolver): { files: string[]; skipped: Skipped[] } {
  const kept: string[] = [];
  const skipped: Skipped[] = [];
  for (const file of files) {
    const config = resolver.configFor(file);
    if (!config.enabled) skipped.push({ file, reason: `scalelint is off in ${config.path}` });
    else if (config.excluded(file)) skipped.push({ file, reason: `excluded by ${config.path}` });
    else kept.push(file);
  }
  return { files: kept, skipped };
}

const configNames = ['scalelint.json', 'scalelint.jsonc', 'package.json', 'pyproject.toml'];

const noConfig: ResolvedConfig = { path: null, enabled: true, excluded: () => false, severity: () => null, knowledge: [], shardKeys: {} };

/** Later layers win: what is extended comes first. */
function resolve(files: readonly ConfigFile[]): ResolvedConfig {
  const nearest = files[0] as ConfigFile;
  const home = parentOf(nearest.path) ?? '/';
  if (nearest.config === 'off') return { ...noConfig, path: nearest.path, enabled: false };
  const layers = files
    .toReversed()
    .flatMap((file) => (file.config === null || file.config === 'off' ? [] : [compileLayer(file.path, file.config, home)]));
  return {
    path: nearest.path,
    enabled: true,
    excluded(file) {
      const include = layers.findLast((layer) => layer.includes !== null)?.includes;
      if (include && !include(file)) return true;
      let excluded = false;
      for (const layer of layers) excluded = layer.excludes(file) ?? excluded;
      return excluded;
    },
    severity(rule, file) {
      let severity: Severity | null = null;
      for (const layer of layers) severity = layer.severity(rule, file) ?? severity;
      return severity;
    },
    knowledge: layers.flatMap((layer) => layer.knowledge),
    shardKeys: Object.assign({}, ...layers.map((layer) => layer.shardKeys)),
  };
}

function compileLayer(path: string, config: Config, home: string) {
  const folder = parentOf(path) ?? '/';
  const base = isInside(home, folder) ? folder : home;
  const from = (file: string) => shownFrom(base, file);
  const include = config.include && compileGlobs(config.include);
  const exclude = compileVerdict(config.exclude ?? []);
  const rules = new Map(Object.entries(config.rules ?? {}));
  const overrides = (config.overrides ?? []).map((one) => ({ matches: compileGlobs(one.files), rules: new Map(Object.entries(one.rules)) }));
  return {
    includes: include ? (file: string) => include(from(file)) : null,
    excludes: (file: string) => exclude(from(file)),
    severity: (rule: string, file: string): Severity | null =>
      overrides.findLast((one) => one.rules.has(rule) && one.matches(from(file)))?.rules.get(rule) ?? rules.get(rule) ?? null,
    knowledge: (config.knowledge ?? []).map((entry) => knowledgeRow(entry, folder)),
    shardKeys: config.shardKeys ?? {},
  };
}

function readFromDisk(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'EISDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return null;
    throw error;
  }
}
