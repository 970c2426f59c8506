/**
 * Reads and lowers files and links them into one program. What the asked-for files import is loaded too, so that calls
 * are followed; findings are reported in the asked-for files only.
 */

import type { FileModel, Span } from '../model/file.ts';
import type { Finding, Fix, Refusal } from '../model/finding.ts';
import type { Knowledge } from '../model/knowledge.ts';
import { indexKnowledge, type KnowledgeIndex } from '../model/knowledge-index.ts';
import { createMemory, forgetEverything } from '../model/memory.ts';
import { createProgram, type PackageInfo, type Program } from '../model/program.ts';
import type { ConfigResolver } from './config.ts';
import {
  fewNames,
  isReadable,
  knowledge,
  openWorkspace,
  type Parsed,
  parseSource,
  prepare,
  type Statement,
  smallNames,
  type Workspace,
} from './languages.ts';
import { emptyModel, isLeftOut } from './left-out.ts';
import { inNotebooks, type Notebook, type ReadCode } from './notebook.ts';
import { createPackageReader } from './packages.ts';
import { createRootFinder } from './project-root.ts';
import { readSource } from './read.ts';
import type { Problem, Skipped } from './result.ts';
import { findSuppressions, type Suppressions } from './suppressions.ts';

export interface LoaderOptions {
  /** Folders that files without a project of their own belong to; the first that holds one is its. */
  readonly folders: readonly string[];
  readonly config: ConfigResolver;
  /** Texts that stand in for what the disk holds; for a notebook, its code. */
  readonly overlay: ReadonlyMap<string, string>;
  /** Files will change while the program is asked. */
  readonly lives?: boolean;
  readonly onProgress: ((progress: { phase: string; done: number; total: number; file?: string }) => void) | undefined;
}

export interface Commented {
  readonly suppressions: Suppressions;
  readonly comments: readonly Span[];
  readonly statementAt: (offset: number) => Span;
}

export interface Loader {
  /** Loads files and all that they import. */
  load(paths: readonly string[]): Promise<{ files: FileModel[]; skipped: Skipped[]; problems: Problem[] }>;
  completeTypes(): Promise<void>;
  /** Reads one file again, and what it newly imports, so many imports deep. `loaded` are the paths of all new models. */
  reload(path: string, deep: number): Promise<{ file: FileModel | null; loaded: string[]; skipped?: Skipped; problems: Problem[] }>;
  /** Reads what one file imports. Returns the paths of all new models. */
  loadImportsOf(path: string): Promise<string[]>;
  drop(path: string): void;
  /** Where a comment about a place goes. */
  statementAt(path: string, offset: number): Statement | null;
  /** Lowers a text that was read before once more: a model that no answer has completed. It does not join the program. */
  lowerAgain(path: string): FileModel | null;
  /** This model stands for its file from now on. */
  put(model: FileModel): void;
  /** What the configuration of a file says of the project's own functions. */
  learn(path: string): void;
  workspaceOf(file: string): Workspace;
  /** Asks something whose answers must not be remembered, because what they rest on is about to change. */
  apart<T>(ask: (program: Program) => T): T;
  readonly program: Program;
  readonly sources: ReadonlyMap<string, string>;
  /** Those that were read from the disk; of others only the code is known. */
  readonly notebooks: ReadonlyMap<string, Notebook>;
  suppressionsOf(file: string): Commented | null;
  fix(finding: Finding): Promise<Fix | Refusal>;
  rememberFix(finding: Finding, fix: Fix): void;
  notes(): Problem[];
}

/** Workspaces whose type programs are kept: a folder may hold hundreds, and each program is large. */
const MOST_WARM = 2;

export type { Workspace } from './languages.ts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

export function createLoader(options: LoaderOptions): Loader {
  const files = new Map<string, FileModel>();
  const sources = new Map<string, string>();
  const notebooks = new Map<string, Notebook>();
  const commented = new Map<string, Commented>();
  const workspaces = new Map<string, Workspace>();
  const known = new WeakMap<Finding, Fix>();
  const finder = createRootFinder(undefined, options.folders);
  const packages = createPackageReader();

  const workspaceOf = (file: string): Workspace => {
    const { root } = finder.rootsOf(file);
    let workspace = workspaces.get(root);
    if (!workspace) {
      workspace = openWorkspace(root, (path) => options.overlay.get(path));
      workspaces.set(root, workspace);
    }
    return workspace;
  };

  /** Files of SQL are many, and each query asks. */
  const placedTexts = new WeakSet<object>();
  /** Of files on disk that are not UTF-8. */
  const encodings = new Map<string, string>();

  /** The same fix, or why the files that it edits cannot be edited so. */
  const placed = (fix: Fix | Refusal): Fix | Refusal => {
    if (!('edits' in fix)) return fix;
    const encoding = fix.edits.map(({ file }) => encodings.get(file)).find((each) => each !== undefined);
    if (encoding !== undefined) return { refused: `the file is in \`${encoding}\`, and files are written in UTF-8 only` };
    return inNotebooks(fix, (file) => notebooks.get(file) ?? null);
  };

  const learnt: string[] = [];
  /** Of files that an editor holds: the next text is parsed from there. */
  const trees = new Map<string, Parsed>();
  /** Least recently asked first. */
  const warm = new Set<Workspace>();
  const warmUp = (workspace: Workspace): Workspace => {
    warm.delete(workspace);
    warm.add(workspace);
    for (const oldest of warm) {
      if (warm.size <= MOST_WARM) break;
      oldest.release();
      warm.delete(oldest);
    }
    return workspace;
  };

  const program: Mutable<Program> = createProgram(
    {
      files,
      // Until the first files are known no configuration is.
      knowledge: knowing(null),
      smallNames,
      fewNames,
      resolve: (file, specifier) => workspaceOf(file).resolve(file, specifier),
      templateNamed(file, name) {
        const found = workspaceOf(file).template(name);
        // Paths of findings lead through it.
        if (found) sources.set(found.template.path, found.text);
        return found?.template ?? null;
      },
      declaredTable(file, name) {
        const found = workspaceOf(file).table(file, name);
        for (const [path, text] of found?.texts ?? []) sources.set(path, text);
        return found?.table ?? null;
      },
      sqlSchema(file) {
        const found = workspaceOf(file).sql();
        if (!found || placedTexts.has(found)) return found?.schema ?? null;
        placedTexts.add(found);
        for (const [path, text] of found.texts) sources.set(path, text);
        return found.schema;
      },
      mounts: (file) => workspaceOf(file).mounts(),
      endsWorkers: (file) => workspaceOf(file).endsWorkers(),
      packageOf: (file): PackageInfo => packages.packageOf(finder.rootsOf(file)),
    },
    options.lives,
  );

  /** Lowers one file; says why not, where it cannot. */
  const add = async (path: string): Promise<{ file: FileModel | null; skipped?: Skipped; problems: Problem[] }> => {
    const overlaid = options.overlay.get(path);
    const read: ReadCode = overlaid === undefined ? readSource(path) : { text: overlaid };
    if ('skipped' in read) return { file: null, skipped: read.skipped, problems: [] };
    if ('problem' in read) return { file: null, problems: [read.problem] };
    const problems: Problem[] = [];
    try {
      const context = finder.contextOf(path, read.text);
      if (overlaid === undefined && isLeftOut(path, context, read.text)) {
        const file = emptyModel(path, context, read.text.length);
        files.set(path, file);
        sources.set(path, read.text);
        return { file, problems };
      }
      await prepare(path);
      const keep = options.lives === true && overlaid !== undefined;
      const parsed = parseSource(path, read.text, keep, trees.get(path));
      if (keep) trees.set(path, parsed);
      else trees.delete(path);
      let sizes: Suppressions['sizes'] = [];
      if (read.text.includes('scalelint-')) {
        const comments = parsed.comments();
        const suppressions = findSuppressions(read.text, comments);
        sizes = suppressions.sizes;
        commented.set(path, { suppressions, comments, statementAt: (offset) => parsed.statementAt(offset) });
      }
      const file = parsed.lower(context, sizes);
      files.set(path, file);
      sources.set(path, read.text);
      if (read.notebook) notebooks.set(path, read.notebook);
      else notebooks.delete(path);
      if (read.encoding !== undefined) encodings.set(path, read.encoding);
      else encodings.delete(path);
      if (parsed.syntaxError)
        problems.push({
          file: path,
          span: parsed.syntaxError.span,
          level: 'note',
          message: `Syntax error: ${parsed.syntaxError.message} What could be read around it was checked.`,
        });
      return { file, problems };
    } catch (error) {
      return {
        file: null,
        problems: [
          {
            file: path,
            span: null,
            level: 'error',
            message: `scalelint could not read this file (${error instanceof Error ? error.message : String(error)}). All others were checked. Please report this.`,
          },
        ],
      };
    }
  };

  return {
    program,
    sources,
    notebooks,
    async load(paths) {
      const loaded: FileModel[] = [];
      const skipped: Skipped[] = [];
      const problems: Problem[] = [];
      for (const [i, path] of paths.entries()) {
        options.onProgress?.({ phase: 'Reading', done: i, total: paths.length, file: path });
        const added = await add(path);
        if (added.file) loaded.push(added.file);
        if (added.skipped) skipped.push(added.skipped);
        problems.push(...added.problems);
      }
      program.knowledge = knowing(declaredBy(options.config, paths));
      await loadImports(loaded);
      return { files: loaded, skipped, problems };
    },
    async completeTypes() {
      const byWorkspace = new Map<Workspace, FileModel[]>();
      for (const file of files.values()) {
        const workspace = workspaceOf(file.path);
        const own = byWorkspace.get(workspace);
        if (own) own.push(file);
        else byWorkspace.set(workspace, [file]);
      }
      let done = 0;
      for (const [workspace, own] of byWorkspace) {
        options.onProgress?.({ phase: 'Asking types', done: done++, total: byWorkspace.size });
        await warmUp(workspace).completeTypes(program, own);
      }
      // What was concluded without types may now be known better.
      forgetEverything(program.memory);
    },
    async reload(path, deep) {
      commented.delete(path);
      const before = new Set(files.keys());
      const added = await add(path);
      if (added.file) await loadImports([added.file], deep);
      return { ...added, loaded: [...files.keys()].filter((each) => each === path || !before.has(each)) };
    },
    async loadImportsOf(path) {
      const file = files.get(path);
      const before = new Set(files.keys());
      if (file) await loadImports([file], 1);
      return [...files.keys()].filter((each) => !before.has(each));
    },
    drop(path) {
      trees.get(path)?.release?.();
      trees.delete(path);
      files.delete(path);
      sources.delete(path);
      notebooks.delete(path);
      encodings.delete(path);
      commented.delete(path);
    },
    statementAt(path, offset) {
      const text = sources.get(path);
      return text === undefined ? null : (trees.get(path) ?? parseSource(path, text, false)).statementAt(offset);
    },
    lowerAgain(path) {
      const text = sources.get(path);
      return text === undefined
        ? null
        : parseSource(path, text, false).lower(finder.contextOf(path, text), commented.get(path)?.suppressions.sizes ?? []);
    },
    put: (model) => void files.set(model.path, model),
    learn(path) {
      learnt.push(path);
      program.knowledge = knowing(declaredBy(options.config, learnt));
    },
    workspaceOf: (file) => warmUp(workspaceOf(file)),
    apart(ask) {
      const { memory } = program;
      program.memory = createMemory(false);
      try {
        return ask(program);
      } finally {
        program.memory = memory;
      }
    },
    suppressionsOf: (file) => commented.get(file) ?? null,
    rememberFix: (finding, fix) => void known.set(finding, fix),
    async fix(finding) {
      const ready = known.get(finding);
      if (ready) return placed(ready);
      if (!finding.fix) return { refused: 'there is no automatic fix for this shape' };
      try {
        return placed(warmUp(workspaceOf(finding.fix.file)).writeFix(finding.fix, (file) => sources.get(file)));
      } catch (error) {
        return { refused: `the fix writer failed (${error instanceof Error ? error.message : String(error)})` };
      }
    },
    notes: () =>
      [...workspaces.values()].flatMap((w) => w.notes().map((n): Problem => ({ file: n.file, message: n.message, span: null, level: 'note' }))),
  };

  async function loadImports(from: readonly FileModel[], deep = Number.POSITIVE_INFINITY): Promise<void> {
    const queue = from.map((file) => ({ file, depth: 0 }));
    for (let next = queue.pop(); next; next = queue.pop()) {
      const { file, depth } = next;
      if (depth >= deep) continue;
      const specifiers = new Set([
        ...file.imports.map((i) => i.specifier),
        ...submodules(file),
        ...file.exports.flatMap((e) => (e.from === null ? [] : [e.from])),
        ...dynamicImports(file),
      ]);
      for (const specifier of specifiers) {
        const target = program.resolve(file.path, specifier);
        if (target.kind !== 'file' || files.has(target.path) || !isReadable(target.path) || target.path.includes('/node_modules/')) continue;
        const added = await add(target.path);
        if (added.file) queue.push({ file: added.file, depth: depth + 1 });
      }
    }
  }
}

/** What the users' configurations say of their own libraries; null where they say nothing. */
function declaredBy(config: ConfigResolver, paths: readonly string[]): Knowledge | null {
  const configs = [...new Set(paths.map((path) => config.configFor(path)))];
  const rows = new Map(configs.flatMap(({ knowledge }) => knowledge.map((row) => [row.symbol, row] as const)));
  const shardKeys: Record<string, string> = Object.assign({}, ...configs.map((each) => each.shardKeys));
  if (rows.size === 0 && Object.keys(shardKeys).length === 0) return null;
  return { rows: [...rows.values()], shardKeys, types: [], decorators: [], fileEntries: [], paramEntries: [] };
}

/** Without anything of the users' own, the same for everybody. */
let common: KnowledgeIndex | null = null;

/** The users' own knowledge goes before our tables. */
function knowing(own: Knowledge | null): KnowledgeIndex {
  if (own !== null) return indexKnowledge([own, ...knowledge]);
  return (common ??= indexKnowledge(knowledge));
}

/** `from shop import models` may mean the module `shop.models`. */
function submodules(file: FileModel): string[] {
  if (file.language !== 'python') return [];
  return file.imports
    .filter((i) => i.imported !== '*')
    .map(({ specifier, imported }) => (specifier.endsWith('.') ? `${specifier}${imported}` : `${specifier}.${imported}`));
}

function dynamicImports(file: FileModel): string[] {
  return file.calls.flatMap((call) => {
    const [first] = call.args;
    return (call.text === 'import' || call.text === 'require') && typeof first?.value.literal === 'string' ? [first.value.literal] : [];
  });
}
