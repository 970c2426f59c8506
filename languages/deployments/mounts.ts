/**
 * The folders of a container or a machine that outlive it: what the files that deploy a program (Compose, Kubernetes, Dockerfiles, those of platforms)
 * mount there. They are read when somebody asks for the first time, and only for such lines: nobody needs the rest.
 */
import { foldersBelow, type WorkspaceFiles } from '../workspace-files.ts';

/** Absolute paths in the containers, without a slash at their ends. */
export type Mounts = readonly string[];

const skipped = /^(\.(?!github$|deploy$|do$|platform$).*|node_modules|site-packages|venv|dist|build|out|coverage|vendor)$/;
/** Those of Kubernetes have any name. */
const deploys = /\.ya?ml$|^(Docker|Container)file|\.Dockerfile$|^fly[\w.-]*\.toml$/;
/** The same for those who watch files. */
export const deploymentFiles = '**/{*.yml,*.yaml,Dockerfile*,Containerfile*,*.Dockerfile,fly*.toml}';

const DEEPEST = 5;
const MOST_FOLDERS = 3000;
const MOST_FILES = 1000;
/** Who writes by hand writes less. */
const LARGEST = 256 * 1024;

/** `- uploads:/app/uploads:rw`, `target: /app/uploads`, `mountPath: /app/uploads`, `destination = "/data"` */
const MOUNT =
  /^[ \t]*-[ \t]*["']?[^\s#]+:(\/[\w./-]+)(?::\w+)?["']?[ \t\r]*(?:#.*)?$|\b(?:target|mountPath|destination)["']?[ \t]*[:=][ \t]*["']?(\/[\w./-]+)/gm;
/** `VOLUME /app/uploads /app/media`, `VOLUME ["/app/uploads", "/app/media"]` */
const VOLUMES = /^VOLUME[ \t](.+)$/gim;

/** Where others keep what is theirs: databases, metrics, the system. */
const OTHERS = /^\/(var\/(lib|log|run|cache|spool)|etc|usr\/(share|lib|local)|data\/db|bitnami|prometheus|grafana|proc|sys|dev|run|root)(\/|$)/;

export interface Deployments {
  mounts(): Mounts;
  /** Files appeared, changed or went away. */
  update(): void;
}

export function isDeployment(path: string): boolean {
  return deploys.test(path.slice(path.lastIndexOf('/') + 1));
}

export function findDeployments(root: string, disk: Pick<WorkspaceFiles, 'readFile' | 'entries'>): Deployments {
  let found: Mounts | undefined;
  return {
    mounts: () => (found ??= readAll(root, disk)),
    update() {
      found = undefined;
    },
  };
}

function readAll(root: string, disk: Pick<WorkspaceFiles, 'readFile' | 'entries'>): Mounts {
  const visited = foldersBelow(root, disk, { depth: DEEPEST, folders: MOST_FOLDERS }, (name) => !skipped.test(name));
  const paths = [...visited].flatMap(({ folder, files }) => files.filter(isDeployment).map((name) => `${folder}/${name}`));
  return [...new Set(paths.slice(0, MOST_FILES).flatMap((path) => mountsIn(disk.readFile(path) ?? '')))];
}

function mountsIn(text: string): string[] {
  if (text.length > LARGEST) return [];
  const found = [...text.matchAll(MOUNT)].map(([, short, long]) => short ?? long ?? '');
  for (const [, listed = ''] of text.matchAll(VOLUMES)) found.push(...(listed.match(/\/[\w./-]+/g) ?? []));
  return found.map((path) => path.replace(/\/+$/, '')).filter((path) => path !== '' && !OTHERS.test(path));
}
