/**
 * A linked program whose files change: each text is read anew when it changed, its types are first what they were before,
 * and the type checker confirms them when somebody asks.
 */
import type { FileModel } from '../model/file.ts';
import { forgetEverything, noteChanges } from '../model/memory.ts';
import { DEPLOYMENTS, SCHEMAS, TEMPLATES } from '../model/program.ts';
import { type ConfigResolver, createConfigResolver } from './config.ts';
import { ruleNames } from './judge.ts';
import { isDeployment, isSchema, isTemplate } from './languages.ts';
import { createLoader, type Loader, type Workspace } from './load.ts';
import type { Problem } from './result.ts';

export interface LiveProgram {
  readonly loader: Loader;
  readonly config: ConfigResolver;
  /** This file is no longer what it was. */
  changed(path: string): void;
  isStale(path: string): boolean;
  /** Reads what changed. */
  refresh(): Promise<void>;
  /** The model of a file, read now if it never was. */
  read(path: string): Promise<Read>;
  /** Reads what a file imports, where reading it as an import of another has not. */
  follow(path: string): Promise<void>;
  /** Was the type checker asked about this file, as it is now? */
  isConfirmed(path: string): boolean;
  /** Asks the type checker about these files. They must not change meanwhile. */
  confirm(paths: readonly string[]): Promise<void>;
}

export interface Read {
  readonly model: FileModel | null;
  readonly skipped: string | null;
  readonly problems: readonly Problem[];
}

/** Enough for first findings; the rest is read in the background. */
const IMPORTS_AT_ONCE = 1;

/** `held`: texts that stand in for what the disk holds; the caller changes them, and says so through `changed`. */
export function createLiveProgram(root: string, held: ReadonlyMap<string, string>): LiveProgram {
  const config = createConfigResolver({ root, ruleNames });
  const loader = createLoader({ folders: [root], config, overlay: held, lives: true, onProgress: undefined });
  const { program } = loader;
  const stale = new Set<string>();
  const outcomes = new Map<string, Read>();
  const followed = new Set<string>();
  const confirmed = new WeakSet<FileModel>();
  const configured = new Set<string | null>();

  async function readAnew(path: string): Promise<Read> {
    await loader.workspaceOf(path).update(path, held.get(path) ?? null);
    const { file, loaded, skipped, problems } = await loader.reload(path, IMPORTS_AT_ONCE);
    if (!file) loader.drop(path);
    if (!file) noteChanges(program.memory, [path]);
    join(loaded);
    followed.add(path);
    const read: Read = { model: file, skipped: skipped?.reason ?? null, problems };
    outcomes.set(path, read);
    return read;
  }

  /** Models that are new: with the types that they are known to have, and known to be new. */
  function join(paths: readonly string[]): void {
    for (const each of paths) recallTypes(each);
    noteChanges(program.memory, paths);
  }

  function recallTypes(path: string): void {
    const file = program.files.get(path);
    if (file) loader.apart((asked) => loader.workspaceOf(path).recallTypes(asked, file, loader.sources.get(path) ?? ''));
  }

  return {
    loader,
    config,
    changed: (path) => void stale.add(path),
    isStale: (path) => stale.has(path),
    async refresh() {
      for (const path of [...stale]) {
        stale.delete(path);
        if (isTemplate(path) || isSchema(path) || isDeployment(path)) {
          await loader.workspaceOf(path).update(path, null);
          noteChanges(program.memory, [isDeployment(path) ? DEPLOYMENTS : isSchema(path) ? SCHEMAS : TEMPLATES]);
          continue;
        }
        const existed = program.files.has(path);
        const { model } = await readAnew(path);
        // Imports that led nowhere may lead to it now, or the other way round.
        if (existed !== (model !== null)) forgetEverything(program.memory);
      }
    },
    async read(path) {
      // What a configuration says of the project's own functions holds from its first file on.
      const { path: from } = config.configFor(path);
      if (!configured.has(from)) {
        configured.add(from);
        loader.learn(path);
        forgetEverything(program.memory);
      }
      const model = program.files.get(path);
      if (model) return outcomes.get(path) ?? { model, skipped: null, problems: [] };
      return readAnew(path);
    },
    async follow(path) {
      if (followed.has(path)) return;
      followed.add(path);
      join(await loader.loadImportsOf(path));
    },
    isConfirmed(path) {
      const model = program.files.get(path);
      return model !== undefined && confirmed.has(model);
    },
    async confirm(paths) {
      const byWorkspace = new Map<Workspace, FileModel[]>();
      for (const path of paths) {
        const model = program.files.get(path);
        const workspace = loader.workspaceOf(path);
        if (model) byWorkspace.set(workspace, [...(byWorkspace.get(workspace) ?? []), model]);
      }
      for (const [workspace, models] of byWorkspace) {
        const differing = await workspace.confirmTypes(models);
        for (const path of differing) {
          const model = loader.lowerAgain(path);
          if (model) loader.put(model);
          recallTypes(path);
        }
        noteChanges(program.memory, differing);
        for (const { path } of models) {
          const model = program.files.get(path);
          if (model) confirmed.add(model);
        }
      }
    },
  };
}
