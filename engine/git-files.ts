/**
 * What git says about the files of a folder.
 *
 * Git's own settings can name programs to run, and a workspace brings its settings along. So everything that could
 * run one is switched off here, git itself is never taken from the workspace, and hooks' variables are dropped.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';

export interface GitFiles {
  /** Relative to the folder, forward slashes. A submodule is one entry. */
  readonly tracked: readonly string[];
  /** Neither tracked nor ignored. A repository inside the repository is one entry that ends in a slash. */
  readonly untracked: readonly string[];
  /** Folders that git could not read. */
  readonly unreadable: readonly string[];
}

/** Files of a folder inside of a work tree; null when it is in none, or git is missing or refuses. */
export async function listGitFiles(folder: string): Promise<GitFiles | null> {
  const [tracked, untracked] = await Promise.all([
    git(folder, ['ls-files', '-c', '-z', '--', '.']),
    git(folder, ['ls-files', '-o', '--exclude-standard', '-z', '--', '.']),
  ]);
  if (tracked === null || untracked === null) return null;
  const unreadable = [...untracked.errors.matchAll(/could not open directory '(.+?)\/?'/g)].map((match) => match[1] as string);
  return { tracked: entries(tracked.output), untracked: entries(untracked.output), unreadable };
}

/** Whether git ignores the folder itself. */
export async function isIgnoredByGit(folder: string): Promise<boolean> {
  return (await git(folder, ['check-ignore', '-q', '--', '.'])) !== null;
}

const safeguards = ['core.fsmonitor=false', 'core.hooksPath=/dev/null', 'safe.bareRepository=explicit', 'protocol.allow=never'];

function git(folder: string, args: readonly string[]): Promise<{ output: string; errors: string } | null> {
  const program = findGit();
  if (program === null) return Promise.resolve(null);
  return new Promise((resolve) => {
    const settings = safeguards.flatMap((setting) => ['-c', setting]);
    const child = spawn(program, ['-C', folder, ...settings, ...args], {
      env: gitEnvironment(),
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
    });
    const output: Buffer[] = [];
    const errors: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
    child.on('error', () => resolve(null));
    child.on('close', (code) => {
      resolve(code === 0 ? { output: Buffer.concat(output).toString('utf8'), errors: Buffer.concat(errors).toString('utf8') } : null);
    });
  });
}

/** Without what a surrounding hook has set (`GIT_DIR`, `GIT_INDEX_FILE`, …), which speaks of another folder. */
function gitEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^GIT_/i.test(name) || /^GIT_CEILING_DIRECTORIES$/i.test(name));
  return { ...Object.fromEntries(kept), LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0', GIT_NO_LAZY_FETCH: '1', GIT_TERMINAL_PROMPT: '0' };
}

/** Only absolute entries of PATH: Windows would look into the current folder first. */
function findGit(): string | null {
  const name = process.platform === 'win32' ? 'git.exe' : 'git';
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => isAbsolute(folder));
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path)) ?? null;
}

function entries(output: string): string[] {
  return output.split('\0').filter((entry) => entry !== '');
}
