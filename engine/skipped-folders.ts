/**
 * Which folders hold nothing that someone here wrote, by name.
 *
 * Installed packages, caches and frameworks' output are never looked into. For the rest a name is weak evidence: `src/build/`
 * and `src/vendor/` are often real code. So these count only directly inside a package (a folder with package.json,
 * pyproject.toml or .git), and `build`, `out` and `target` only when git tracks nothing in them. A folder that is
 * named on the command line is looked into whatever it is called.
 */

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
  '.venv',
  'venv',
  '.tox',
  '.nox',
  '.eggs',
  '.mypy_cache',
  '.ruff_cache',
  '.pytest_cache',
  'site-packages',
]);
const output = new Set(['dist', 'coverage', 'vendor', 'storybook-static']);
const outputUnlessTracked = new Set(['build', 'out', 'target', '_build']);

export interface FolderFacts {
  readonly name: string;
  /** The folder around it is a package's. */
  readonly inPackage: boolean;
  /** Git tracks files in it. */
  readonly tracked: boolean;
}

/** `never`: not worth a word. A phrase: why it is skipped. Null: look into it. */
export function reasonToSkipFolder({ name, inPackage, tracked }: FolderFacts): 'never' | (string & {}) | null {
  if (never.has(name)) return 'never';
  if (!inPackage) return null;
  if (name === 'vendor') return 'third-party code by its name; name the folder to check it';
  if (output.has(name) || (outputUnlessTracked.has(name) && !tracked)) return 'build output by its name; name the folder to check it';
  return null;
}

/** What makes a folder a package. */
export const packageMarkers = ['package.json', 'pyproject.toml', '.git'];
