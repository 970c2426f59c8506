/**
 * What deploys a program (Compose, Kubernetes, Dockerfiles, files of platforms, scripts that start it), as far as rules ask. It is read when somebody
 * asks for the first time, and only for a few lines: nobody needs the rest.
 */
import { foldersBelow, type WorkspaceFiles } from '../workspace-files.ts';
import { mountsIn } from './mounts.ts';
import { endsWorkersIn } from './workers.ts';

const skipped = /^(\.(?!github$|deploy$|do$|platform$).*|node_modules|site-packages|venv|dist|build|out|coverage|vendor)$/;
/** Those of Kubernetes have any name. */
const deploys =
  /\.(ya?ml|sh|ini)$|^(Docker|Container|Proc)file|\.Dockerfile$|^fly[\w.-]*\.toml$|^supervisord?[\w.-]*\.conf$|^(docker-?)?entrypoint|gunicorn[\w-]*$/;
/** The same for those who watch files. */
export const deploymentFiles =
  '**/{*.yml,*.yaml,*.sh,*.ini,Dockerfile*,Containerfile*,Procfile*,*.Dockerfile,fly*.toml,supervisor*.conf,*entrypoint*,*gunicorn*}';

const DEEPEST = 5;
const MOST_FOLDERS = 3000;
const MOST_FILES = 1000;
/** Who writes by hand writes less. */
const LARGEST = 256 * 1024;

export interface Deployments {
  /** Folders of its containers that outlive them: absolute paths there, without a slash at their ends. */
  mounts(): readonly string[];
  /** A server of plain workers ends those that take too long. */
  endsWorkers(): boolean;
  /** Files appeared, changed or went away. */
  update(): void;
}

export function isDeployment(path: string): boolean {
  return deploys.test(path.slice(path.lastIndexOf('/') + 1));
}

type Disk = Pick<WorkspaceFiles, 'readFile' | 'entries'>;

export function findDeployments(root: string, disk: Disk): Deployments {
  let found: Omit<Deployments, 'update'> | undefined;
  const read = (): Omit<Deployments, 'update'> => (found ??= readAll(root, disk));
  return {
    mounts: () => read().mounts(),
    endsWorkers: () => read().endsWorkers(),
    update() {
      found = undefined;
    },
  };
}

function readAll(root: string, disk: Disk): Omit<Deployments, 'update'> {
  const visited = foldersBelow(root, disk, { depth: DEEPEST, folders: MOST_FOLDERS }, (name) => !skipped.test(name));
  const paths = [...visited].flatMap(({ folder, files }) => files.filter(isDeployment).map((name) => `${folder}/${name}`));
  const mounts = new Set<string>();
  let ends = false;
  for (const path of paths.slice(0, MOST_FILES)) {
    const text = disk.readFile(path) ?? '';
    if (text.length > LARGEST) continue;
    for (const mount of mountsIn(text)) mounts.add(mount);
    ends ||= endsWorkersIn(text);
  }
  return { mounts: () => [...mounts], endsWorkers: () => ends };
}
