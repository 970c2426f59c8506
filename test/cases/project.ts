/**
 * Turns a case into a project on disk: the engine reads real folders, with or without installed packages, so cases do too.
 */
import { cpSync, existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface ProjectFile {
  readonly name: string;
  readonly text: string;
}

const STUBS = join(dirname(fileURLToPath(import.meta.url)), 'stubs');

/** Packages whose types live elsewhere than their name says. */
const FOLDER = new Map([['node', '@types/node']]);

/** Writes the project, hands its folder to `use`, and removes it. */
export async function withProject<T>(
  files: readonly ProjectFile[],
  packages: readonly string[],
  use: (folder: string) => Promise<T> | T,
): Promise<T> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'shop-')));
  try {
    writeProject(folder, files, packages);
    return await use(folder.replaceAll('\\', '/'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function writeProject(folder: string, files: readonly ProjectFile[], packages: readonly string[]): void {
  const write = (name: string, text: string): void => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  };
  if (files.some((file) => file.name.endsWith('.py'))) {
    // Libraries are known by their names alone, so none is installed.
    if (packages.length > 0) throw new Error('Python cases need no `with:`');
    write('pyproject.toml', '[project]\nname = "shop"\nversion = "1.0.0"\n');
    for (const file of files) write(file.name, file.text);
    return;
  }
  write('package.json', packageJson(files, packages));
  write('tsconfig.json', JSON.stringify({ compilerOptions: compilerOptions(packages), include: ['**/*'] }, null, 2));
  for (const file of files) if (file.name !== 'package.json') write(file.name, file.text);
  for (const name of packages) {
    const stub = join(STUBS, name);
    if (!existsSync(stub)) throw new Error(`there is no stub for \`${name}\`: add test/cases/stubs/${name}/index.d.ts`);
    const target = `node_modules/${FOLDER.get(name) ?? name}`;
    mkdirSync(join(folder, target), { recursive: true });
    cpSync(stub, join(folder, target), { recursive: true });
    write(`${target}/package.json`, JSON.stringify({ name: FOLDER.get(name) ?? name, version: '1.0.0', types: 'index.d.ts' }));
  }
}

/** TypeScript is strict, also about what a fix leaves unused; JavaScript is read and not checked, as in most projects that have some. */
export function compilerOptions(packages: readonly string[]): Record<string, unknown> {
  return {
    strict: true,
    noUncheckedIndexedAccess: true,
    noUnusedLocals: true,
    target: 'es2023',
    lib: ['es2023'],
    module: 'esnext',
    moduleResolution: 'bundler',
    allowImportingTsExtensions: true,
    esModuleInterop: true,
    resolveJsonModule: true,
    allowJs: true,
    checkJs: false,
    experimentalDecorators: true,
    jsx: 'preserve',
    types: packages.filter((name) => name === 'node' || name === 'react'),
    skipLibCheck: true,
    noEmit: true,
  };
}

/** What the case says, completed by what it imports. */
function packageJson(files: readonly ProjectFile[], packages: readonly string[]): string {
  const own = files.find((file) => file.name === 'package.json');
  const stated = own ? (JSON.parse(own.text) as Record<string, unknown>) : {};
  const imported = files.flatMap((file) =>
    [...file.text.matchAll(/(?:from|require\(|import\()\s*['"]([^'".][^'"]*)['"]/g)].map((match) => packageOf(match[1] ?? '')),
  );
  const names = [...new Set([...packages, ...imported])].filter((name) => name !== 'node' && !isBuiltin(name));
  const type = files.some((file) => /^\s*(?:const .* = require\(|module\.exports)/m.test(file.text) && file.name.endsWith('.js'))
    ? 'commonjs'
    : 'module';
  return JSON.stringify(
    {
      name: 'shop',
      version: '1.0.0',
      type,
      ...stated,
      dependencies: { ...Object.fromEntries(names.map((name) => [name, '*'])), ...(stated.dependencies as object | undefined) },
    },
    null,
    2,
  );
}

function packageOf(specifier: string): string {
  if (specifier.startsWith('node:')) return specifier;
  const parts = specifier.split('/');
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? specifier);
}
