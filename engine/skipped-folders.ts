/**
 * Which folders hold nothing that someone here wrote, by name.
 *
 * Installed packages, caches and frameworks' output are never looked into. For the rest a name is weak evidence: `src/build/`
 * and `src/vendor/` are often real code. So these count only directly inside a package (a folder with a manifest,
 * requirements.txt or .git), and `build`, `out` and `target` only when git tracks nothing in them. A folder that is
 * named on the command line is looked into whatever it is called.
 */
import { manifests, requirements } from './package-files.ts';

const never = new Set([
  'node_modules',
  'bower_components',
  'jspm_packages',
  '.git',
  '.hg',
  '.svn',
  '.jj',
  '.next',
  '.nuxt',
  '.output',
  '.svelte-kit',
  '.astro',
  '.turbo',
  '.cache',
  '.parcel-cache',
  '.vercel',
  '.netlify',
  '.serverless',
  '.yarn',
  '.pnpm-store',
  '.nyc_output',
  '.angular',
  '.expo',
  '.docusaurus',
  '.vite',
  '.wrangler',
  '.vscode-test',
  '__pycache__',
  '__pypackages__',
  '.venv',
  'venv',
  '.direnv',
  '.pixi',
  '.tox',
  '.nox',
  '.eggs',
  '.mypy_cache',
  '.ruff_cache',
  '.pytest_cache',
  '.hypothesis',
  '.ipynb_checkpoints',
  'site-packages',
]);
const output = new Set(['dist', 'coverage', 'vendor', 'storybook-static']);
const outputUnlessTracked = new Set(['build', 'out', 'target', '_build']);

export interface FolderFacts {
  readonly name: string;
  /** Python and what is installed for it, whatever the folder is called. */
  readonly isEnvironment: boolean;
  /** The folder around it is a package's. */
  readonly inPackage: boolean;
  /** Git tracks files in it. */
  readonly tracked: boolean;
}

/** `never`: not worth a word. A phrase: why it is skipped. Null: look into it. */
export function reasonToSkipFolder({ name, isEnvironment, inPackage, tracked }: FolderFacts): 'never' | (string & {}) | null {
  if (isEnvironment || never.has(name) || name.endsWith('.egg-info')) return 'never';
  if (!inPackage) return null;
  if (name === 'vendor') return 'third-party code by its name; name the folder to check it';
  if (output.has(name) || (outputUnlessTracked.has(name) && !tracked)) return 'build output by its name; name the folder to check it';
  return null;
}

/** What makes a folder a package, in which output stands beside the sources. */
export const packageMarkers: readonly string[] = [...manifests, requirements, '.git'];

/** What makes a folder an environment: written by venv and virtualenv, and by conda. */
export const environmentMarkers: readonly string[] = ['pyvenv.cfg', 'conda-meta'];
