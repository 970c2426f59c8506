/**
 * The house rules as pure functions from a file's path and text to complaints, so that each can be shown to fail.
 * `architecture.test.ts` applies them to the repository. They are about the shape of the code; what it does is tested elsewhere.
 */
import { posix } from 'node:path';
import ts from 'typescript';

/** A file of the repository: path from the root, with forward slashes. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** Which rooms a room may import from, besides itself. */
const arrows: ReadonlyMap<string, readonly string[]> = new Map([
  ['model', []],
  ['profiles', []],
  ['languages', ['model']],
  ['rules', ['model']],
  ['engine', ['model', 'profiles', 'languages', 'rules']],
  ['server', ['model', 'engine']],
  ['cli', ['model', 'engine']],
  ['client', []],
]);

/** Single files that a room may import beyond the arrows: the shape of a rule, the program's own name and version, and the start of the server. */
const openFiles: ReadonlyMap<string, readonly string[]> = new Map([
  ['rules/rule.ts', ['server', 'cli']],
  ['package.json', ['engine', 'server', 'cli']],
  ['server/stdio.ts', ['cli']],
]);

/** Packages that one folder alone may import. The longest matching prefix of the package's name counts. */
const owners: ReadonlyMap<string, string> = new Map([
  ['typescript', 'languages/typescript/'],
  ['web-tree-sitter', 'languages/python/'],
  ['vscode-languageserver', 'server/'],
  ['vscode-languageclient', 'client/'],
  ['vscode', 'client/'],
  ['@jridgewell/trace-mapping', 'engine/profile/'],
]);

/** Rooms of plain data and pure functions: no packages, no platform, nothing that differs from run to run. */
const pure: ReadonlySet<string> = new Set(['model', 'profiles', 'rules']);
const impureNames: ReadonlySet<string> = new Set([
  'Date',
  'process',
  'performance',
  'globalThis',
  'fetch',
  'console',
  'crypto',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
]);

/** Modules through which text of the workspace could come to be executed, and the files that may use them all the same, with the reason. */
const executing: ReadonlySet<string> = new Set(['vm', 'child_process', 'cluster', 'repl', 'inspector']);
const trusted: ReadonlyMap<string, string> = new Map([
  ['engine/git-files.ts', 'asks git which files there are, with everything switched off through which git would run a program of the workspace'],
]);

export function room(path: string): string {
  return path.includes('/') ? path.slice(0, path.indexOf('/')) : '';
}

/** Production code of one of the rooms: what the arrows are about. */
export function isSource(path: string): boolean {
  return arrows.has(room(path)) && /\.(ts|tsx|mts|cts)$/.test(path) && !isTestSupport(path) && !/\/(cases|fixtures)\//.test(path);
}

/** Tests stand beside the code, and what only they need in `testing.ts` or `testing/`. */
function isTestSupport(path: string): boolean {
  return /\.test\.ts$|\/testing(\.ts$|\/)/.test(path);
}

/** Every module specifier in the text: imports, re-exports, `require`, `import()`, `import('…').Type`. */
export function specifiers(text: string): string[] {
  return ts.preProcessFile(text, true, true).importedFiles.map((file) => file.fileName);
}

export function importComplaints(file: SourceFile): string[] {
  return specifiers(file.text).flatMap((specifier) => {
    const complaint = specifier.startsWith('.') ? ownImport(file.path, specifier) : foreignImport(file.path, specifier);
    return complaint === null ? [] : [`${file.path} imports ${specifier}: ${complaint}`];
  });
}

function ownImport(from: string, specifier: string): string | null {
  const to = posix.join(posix.dirname(from), specifier);
  const here = room(from);
  const there = room(to);
  if (isTestSupport(to)) return 'it is for tests';
  if (here !== there) {
    return arrows.get(here)?.includes(there) || openFiles.get(to)?.includes(here)
      ? null
      : `${here}/ may import ${['itself', ...(arrows.get(here) ?? [])].join(', ')} only`;
  }
  // A language or a rule may use what stands beside the folders, but not its neighbour's folder.
  if (here !== 'languages' && here !== 'rules') return null;
  const inFolders = from.split('/').length > 2 && to.split('/').length > 2;
  return inFolders && folder(from) !== folder(to) ? `it is another folder of ${here}/` : null;
}

function folder(path: string): string {
  return path.split('/').slice(0, 2).join('/');
}

function foreignImport(from: string, specifier: string): string | null {
  const name = specifier.replace(/^node:/, '');
  if (pure.has(room(from))) return `${room(from)}/ imports no package and no part of the platform`;
  if (executing.has(name) && !trusted.has(from)) return 'nothing of a workspace may ever be executed';
  const owner = [...owners].find(([prefix]) => name === prefix || name.startsWith(`${prefix}/`) || name.startsWith(`${prefix}-`));
  return owner === undefined || from.startsWith(owner[1]) ? null : `only ${owner[1]} may`;
}

/** Names of the platform in a pure room, and ways to execute text anywhere. */
export function nameComplaints(file: SourceFile): string[] {
  const complaints: string[] = [];
  const isPure = pure.has(room(file.path));
  visitAll(parse(file), (node) => {
    if (isPure && ts.isIdentifier(node) && impureNames.has(node.text) && !isPropertyName(node)) {
      complaints.push(`${file.path} uses ${node.text}: ${room(file.path)}/ depends on its arguments only`);
    }
    if (isPure && ts.isPropertyAccessExpression(node) && node.getText() === 'Math.random') complaints.push(`${file.path} uses Math.random`);
    if (!ts.isCallExpression(node) && !ts.isNewExpression(node)) return;
    const callee = node.expression;
    const isLoading = callee.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(callee) && callee.text === 'require');
    if (isLoading && !(node.arguments?.[0] && ts.isStringLiteralLike(node.arguments[0])))
      complaints.push(`${file.path} loads a module whose name is computed`);
    const isRefused = ts.isIdentifier(callee) && ['eval', 'Function', 'createRequire'].includes(callee.text);
    // Finding a file is not loading it.
    const isResolving = ts.isPropertyAccessExpression(node.parent) && node.parent.name.text === 'resolve';
    if (isRefused && !isResolving) complaints.push(`${file.path} calls ${callee.text}`);
  });
  return complaints;
}

/**
 * A table that is asked by any name must be a Map: `table['constructor']` finds something on every object. Objects whose keys are a
 * union of literals are fine, the type checker sees to those.
 */
export function tableComplaints(file: SourceFile): string[] {
  const source = parse(file);
  const literals = new Set<string>();
  for (const statement of source.statements) {
    if (!ts.isVariableStatement(statement)) continue;
    for (const declaration of statement.declarationList.declarations) {
      const { name, initializer } = declaration;
      const isLiteral = initializer !== undefined && ts.isObjectLiteralExpression(unwrap(initializer));
      const isOpen = /\bRecord<string\b|\[\w+: string\]/.test(
        declaration.type?.getText() ?? initializer?.getText().replace(/^\{[\s\S]*\}/, '') ?? '',
      );
      if (ts.isIdentifier(name) && isLiteral && isOpen) literals.add(name.text);
    }
  }
  const complaints = new Set<string>();
  visitAll(source, (node) => {
    if (!ts.isElementAccessExpression(node) || !ts.isIdentifier(node.expression) || !literals.has(node.expression.text)) return;
    if (!ts.isStringLiteralLike(node.argumentExpression))
      complaints.add(`${file.path} looks up names in the object ${node.expression.text}: make it a Map`);
  });
  return [...complaints];
}

/** Line limits, and files that may exceed them with the reason. */
export function sizeComplaints(file: SourceFile, exceptions: ReadonlyMap<string, string>): string[] {
  const lines = file.text.split('\n').length - 1;
  const limit = /^rules\/[^/]+\/rule\.ts$/.test(file.path) ? 250 : 400;
  return lines > limit && !exceptions.has(file.path)
    ? [`${file.path} has ${lines} lines, the limit is ${limit}: what would be a second file's name?`]
    : [];
}

/** Each module opens with why it exists. */
export function headComplaints(file: SourceFile): string[] {
  const text = file.text.replace(/^#!.*\n/, '');
  return /^\/\*\*|^\/\/ /.test(text) ? [] : [`${file.path} does not open with a comment that says why it exists`];
}

/** A rule is a folder with all its parts, named alike everywhere. */
export function ruleComplaints(files: readonly SourceFile[]): string[] {
  const texts = new Map(files.map((file) => [file.path, file.text]));
  const names = new Set(files.flatMap((file) => /^rules\/([^/]+)\//.exec(file.path)?.slice(1) ?? []));
  const listed = specifiers(texts.get('rules/index.ts') ?? '');
  return [...names].flatMap((name) => {
    const complaints: string[] = [];
    const rule = texts.get(`rules/${name}/rule.ts`);
    if (!/^[a-z]+(-[a-z0-9]+)*$/.test(name)) complaints.push('its name is not in kebab-case');
    if (rule === undefined) complaints.push('rule.ts is missing');
    else if (!rule.includes(`'${name}'`)) complaints.push('rule.ts does not say its name');
    if (!texts.has(`rules/${name}/rule.md`)) complaints.push('rule.md is missing');
    if (!listed.includes(`./${name}/rule.ts`)) complaints.push('rules/index.ts does not list it');
    const cases = files.filter((file) => file.path.startsWith(`rules/${name}/cases/`) && !file.path.includes('.fixed.'));
    const silent = count(cases, /(?:\/\/|#|\{\/\*)= \S/g);
    if (silent < 4) complaints.push(`its cases show ${silent} silent places with a reason, at least 4 are needed`);
    if (!cases.some((file) => new RegExp(`(?://|#|\\{/\\*)! ${name}\\b`).test(file.text))) complaints.push('no case expects it to report');
    return complaints.map((complaint) => `rules/${name}: ${complaint}`);
  });
}

function count(files: readonly SourceFile[], pattern: RegExp): number {
  return files.reduce((sum, file) => sum + (file.text.match(pattern)?.length ?? 0), 0);
}

/** What belongs to one machine must not be published: paths of its folders, and where packages were downloaded from. */
export function machineComplaints(file: SourceFile, folders: readonly string[]): string[] {
  const complaints: string[] = [];
  const path =
    /(?<![\w.~-])\/(?:work|root)\/[\w.-]+/.exec(file.text)?.[0] ?? folders.find((folder) => folder.length > 5 && file.text.includes(folder));
  if (path !== undefined) complaints.push(`${file.path} names ${path}, a path of one machine`);
  const host = /\b(?:registry|proxy|mirror|artifactory|nexus|npm|pypi)\.[a-z0-9-]+(?:\.[a-z0-9-]+)*\.?(?::\d+)?\//i.exec(file.text)?.[0];
  if (host !== undefined && /:\/\/|\./.test(host)) complaints.push(`${file.path} names the package host ${host}`);
  return complaints;
}

/** Lockfile and manifest: exact versions, no download addresses, nothing to install at run time but a newer Node. */
export function manifestComplaints(manifest: string, lock: string): string[] {
  const complaints: string[] = [];
  const { dependencies = {}, devDependencies = {}, optionalDependencies = {} } = JSON.parse(manifest) as Record<string, Record<string, string>>;
  for (const name of Object.keys(dependencies))
    complaints.push(`package.json: ${name} is a dependency; everything is bundled, so it belongs to devDependencies`);
  for (const [name, version] of Object.entries({ ...devDependencies, ...optionalDependencies })) {
    if (!/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version)) complaints.push(`package.json: ${name} is ${version}, not an exact version`);
  }
  if (/"resolved":\s*"[a-z+]*:/.test(lock)) complaints.push('package-lock.json says where packages were downloaded from');
  return complaints;
}

/** Files that a page names in back-ticks, to see whether they still exist. */
export function namedFiles(page: string): string[] {
  return [...page.matchAll(/`((?:[\w.-]+\/)+[\w.-]+\.(?:ts|mjs|md|json|py))`/g)].map((match) => match[1]!).filter((name) => !/[A-Z]{4}/.test(name));
}

function parse(file: SourceFile): ts.SourceFile {
  return ts.createSourceFile(file.path, file.text, ts.ScriptTarget.Latest, true);
}

function visitAll(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  ts.forEachChild(node, (child) => visitAll(child, visit));
}

/** `x.name`, `{ name: … }`, `name: string` in an interface: the word is the author's own. */
function isPropertyName(node: ts.Identifier): boolean {
  const parent = node.parent;
  if (ts.isPropertyAccessExpression(parent) || ts.isQualifiedName(parent))
    return (ts.isPropertyAccessExpression(parent) ? parent.name : parent.right) === node;
  return 'name' in parent && parent.name === node && !ts.isVariableDeclaration(parent) && !ts.isShorthandPropertyAssignment(parent);
}

function unwrap(node: ts.Expression): ts.Expression {
  return ts.isAsExpression(node) || ts.isSatisfiesExpression(node) || ts.isParenthesizedExpression(node) ? unwrap(node.expression) : node;
}
