/** Brings a project to a folder at its pinned commit: from a copy that somebody has, or from where it lives. */
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Project } from './project.ts';
import type { Shell } from './shell.ts';

/** `from`: a folder with git directories or checkouts, called `NAME` or `OWNER+NAME`, with `repo` below or not. */
export function checkOut(project: Project, folder: string, from: string | null, shell: Shell): void {
  mkdirSync(folder, { recursive: true });
  const source = (from !== null && findCopy(project, from)) || project.repository;
  if (!existsSync(join(folder, '.git'))) {
    shell.must(`git clone --quiet --no-checkout '${source}' .`, folder);
    shell.must(`git update-ref --no-deref HEAD ${project.commit}`, folder);
    shell.must(`git read-tree ${project.commit}`, folder);
  }
  restore(folder, shell);
}

/** Takes back what fixes wrote; what was installed and built stays. A copy may lack a few large files, which are left out. */
export function restore(folder: string, shell: Shell): void {
  shell.run('git checkout-index --all --force -u --quiet', folder);
  shell.must('git diff --quiet --diff-filter=M', folder);
}

function findCopy({ repository }: Project, from: string): string | null {
  const [owner = '', name = ''] = new URL(repository).pathname.split('/').slice(1);
  const places = [name, `${owner}+${name}`].flatMap((folder) => [join(from, folder, 'repo'), join(from, folder)]);
  return places.find((place) => existsSync(join(place, '.git')) || existsSync(join(place, 'objects'))) ?? null;
}
