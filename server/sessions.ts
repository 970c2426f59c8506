/**
 * One session per workspace folder, so that configurations are found and projects are bounded as `scalelint` run in that
 * folder finds and bounds them. Every session holds every open text: an unsaved helper counts for its callers in the folder beside.
 * A session is made for the first open file of its folder and let go some time after the last.
 */
import { isInside, parentOf } from '../engine/paths.ts';
import type { NamedProfile } from '../engine/profile/profile-file.ts';
import { createRootFinder } from '../engine/project-root.ts';
import { createSession, type Session } from '../engine/session.ts';

export interface Sessions {
  /** The session of a file, made when there is none. */
  of(path: string): { readonly root: string; readonly session: Session };
  /** The folder that a file's session has, or would have. */
  rootOf(path: string): string;
  hold(path: string, text: string): void;
  release(path: string): void;
  touched(paths: readonly string[]): void;
  /**
   * Reads the projects of all open files, so that callers in files that nobody opened count. Resolves to true when there was something
   * to read: findings may be different then.
   */
  index(): Promise<boolean>;
  /** What was measured counts in all sessions. */
  useProfiles(profiles: readonly NamedProfile[]): void;
  readonly profiles: readonly NamedProfile[];
  /** Where profiles do not belong to the code of any session, one sentence each. */
  profileNotes(): Promise<readonly string[]>;
  /** Text of a file that is not open, as some session read it last. */
  textOf(path: string): string | undefined;
  /** Workspace folders came or went: files may belong elsewhere now. */
  setFolders(folders: readonly string[]): void;
  readonly folders: readonly string[];
  readonly count: number;
  dispose(): void;
}

export interface SessionsOptions {
  /** In UTF-16 units. */
  readonly largestFile: (root: string) => number;
  readonly lingering?: number;
}

export function createSessions({ largestFile, lingering = 60_000 }: SessionsOptions): Sessions {
  const sessions = new Map<string, { session: Session; largestFile: number }>();
  const texts = new Map<string, string>();
  let indexing = new AbortController();
  const outside = new Map<string, string>();
  let folders: readonly string[] = [];
  let profiles: readonly NamedProfile[] = [];
  let lastLook: NodeJS.Timeout | undefined;

  function rootOf(path: string): string {
    const around = folders.filter((folder) => isInside(path, folder)).sort((a, b) => b.length - a.length);
    if (around[0] !== undefined) return around[0];
    const folder = parentOf(path) ?? path;
    const root = outside.get(folder) ?? createRootFinder().rootsOf(path).root;
    outside.set(folder, root);
    return root;
  }

  function drop(root: string): void {
    sessions.get(root)?.session.dispose();
    sessions.delete(root);
  }

  function dropIdle(): void {
    const needed = new Set([...texts.keys()].map(rootOf));
    for (const root of sessions.keys()) if (!needed.has(root)) drop(root);
  }

  return {
    rootOf,
    of(path) {
      const root = rootOf(path);
      const largest = largestFile(root);
      const known = sessions.get(root);
      if (known !== undefined && known.largestFile === largest) return { root, session: known.session };
      drop(root);
      const session = createSession({ root, largestFile: largest });
      for (const [held, text] of texts) session.hold(held, text);
      session.useProfiles(profiles);
      sessions.set(root, { session, largestFile: largest });
      return { root, session };
    },
    hold(path, text) {
      texts.set(path, text);
      for (const { session } of sessions.values()) session.hold(path, text);
    },
    release(path) {
      texts.delete(path);
      for (const { session } of sessions.values()) session.release(path);
      clearTimeout(lastLook);
      lastLook = setTimeout(dropIdle, lingering);
      lastLook.unref();
    },
    touched(paths) {
      outside.clear();
      for (const { session } of sessions.values()) session.touched(paths);
    },
    async index() {
      indexing.abort();
      indexing = new AbortController();
      const { signal } = indexing;
      const found = await Promise.all([...sessions.values()].map(({ session }) => session.index(signal)));
      return found.includes(true);
    },
    useProfiles(next) {
      profiles = next;
      for (const { session } of sessions.values()) session.useProfiles(profiles);
    },
    get profiles() {
      return profiles;
    },
    async profileNotes() {
      const notes = await Promise.all([...sessions.values()].map(({ session }) => session.profileNotes()));
      // A profile is of one folder: that it says nothing about another is no news.
      return notes.sort((a, b) => a.length - b.length)[0] ?? [];
    },
    textOf(path) {
      for (const { session } of sessions.values()) {
        const text = session.textOf(path);
        if (text !== undefined) return text;
      }
      return undefined;
    },
    setFolders(next) {
      folders = next;
      dropIdle();
    },
    get folders() {
      return folders;
    },
    get count() {
      return sessions.size;
    },
    dispose() {
      indexing.abort();
      clearTimeout(lastLook);
      for (const root of [...sessions.keys()]) drop(root);
    },
  };
}
