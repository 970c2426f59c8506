/**
 * Which file a template's name means. Names count from the folders that are called `templates` (or `jinja2`), of which each application of a project
 * may have one. A name that two of them have is unknown: the order of the applications decides there, and settings are not read.
 */
import { posix } from 'node:path';
import type { Template } from '../../../model/template.ts';
import { foldersBelow, isInside, type WorkspaceFiles } from '../../workspace-files.ts';
import { readTemplate } from './read.ts';

export interface FoundTemplate {
  readonly template: Template;
  readonly text: string;
}

export interface Templates {
  named(name: string): FoundTemplate | null;
  /** Templates appeared, changed or went away. */
  update(): void;
}

/** Of files that are templates where a name leads to them. */
export const templateExtensions: readonly string[] = ['.html', '.htm', '.djhtml', '.jinja', '.jinja2', '.j2'];

export function isTemplate(path: string): boolean {
  return templateExtensions.some((extension) => path.endsWith(extension));
}

const FOLDER = /^(templates?|jinja2?|\w+_templates)$/;
/** Folders whose templates no application shows. */
const skipped = /^(\..*|__pycache__|node_modules|bower_components|site-packages|static|media|locale|migrations|tests?|testing|docs?)$/;
const DEEPEST = 8;
const MOST_FOLDERS = 6000;
const LARGEST = 1024 * 1024;

export function findTemplates(root: string, files: Pick<WorkspaceFiles, 'isFile' | 'readFile' | 'entries'>): Templates {
  let folders: readonly string[] | null = null;
  const known = new Map<string, FoundTemplate | null>();
  const find = (name: string): FoundTemplate | null => {
    if (!isTemplate(name)) return null;
    folders ??= templateFolders(root, files);
    const [path, ...others] = folders.map((folder) => posix.join(folder, name)).filter((each) => isInside(root, each) && files.isFile(each));
    const text = path === undefined || others.length > 0 ? null : files.readFile(path);
    if (path === undefined || text === null || text.length > LARGEST) return null;
    return { template: readTemplate(path, name, text), text };
  };
  return {
    named(name) {
      let found = known.get(name);
      if (found === undefined) known.set(name, (found = find(name)));
      return found;
    },
    update() {
      folders = null;
      known.clear();
    },
  };
}

function templateFolders(root: string, files: Pick<WorkspaceFiles, 'entries'>): string[] {
  const visited = foldersBelow(root, files, { depth: DEEPEST, folders: MOST_FOLDERS }, (name) => !FOLDER.test(name) && !skipped.test(name));
  return [...visited].flatMap(({ folder, folders }) => folders.filter((name) => FOLDER.test(name)).map((name) => `${folder}/${name}`));
}
