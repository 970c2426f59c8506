/**
 * What the other projects of a workspace offer: in a monorepo an import may lead to a package that another project installs.
 * Searched once, and only when somebody imports what neither the file's own project nor the standard library has.
 */
import { foldersBelow, type Visited, type WorkspaceFiles } from '../workspace-files.ts';
import { type Project, projectIn, type Root } from './roots.ts';

/** Where a top-level name is found. */
export interface Place {
  readonly project: Project;
  readonly root: Root;
}

const DEEPEST = 6;
const MOST_FOLDERS = 4000;

/** Folders in which nobody keeps a project. */
const skipped = new Set(['__pycache__', 'bower_components', 'build', 'dist', 'target', 'out', 'coverage', 'htmlcov', 'vendor']);

/** What lies in a project under this name is not installed with it. */
const unpublished = new Set(
  (
    'app benchmark benchmarks bin ci conf config conftest demo demos doc docs example examples fabfile lib main manage notebooks noxfile ' +
    'sample samples script scripts settings setup src tasks test testing tests tool tools'
  ).split(' '),
);

/** All projects below a folder, as deep and as many as they are likely to be. */
function searchProjects(root: string, files: WorkspaceFiles): Project[] {
  const projects: Project[] = [];
  // A package is part of a project and holds none.
  const isPackage = ({ depth, files: names }: Visited): boolean => depth > 0 && names.includes('__init__.py');
  const enters = (name: string, at: Visited): boolean => !isPackage(at) && !name.startsWith('.') && !skipped.has(name);
  for (const { folder } of foldersBelow(root, files, { depth: DEEPEST, folders: MOST_FOLDERS }, enters)) {
    const project = projectIn(folder, files);
    if (project !== null) projects.push(project);
  }
  return projects;
}

/** The top-level names that the projects of a workspace offer each other. */
export function indexProjects(root: string, files: WorkspaceFiles): ReadonlyMap<string, readonly Place[]> {
  const index = new Map<string, Place[]>();
  for (const project of searchProjects(root, files))
    for (const each of project.roots) {
      const inside = files.entries(each.folder);
      const names = each.name === '' ? [...inside.folders, ...inside.files.map((name) => name.replace(/\.py$/, ''))] : each.name.split('.', 1);
      for (const name of new Set(names)) {
        if (!/^\w+$/.test(name) || unpublished.has(name)) continue;
        const places = index.get(name);
        if (places) places.push({ project, root: each });
        else index.set(name, [{ project, root: each }]);
      }
    }
  return index;
}
