/** The folders that the editors open, written anew for each run. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onceAtExit } from './cleanup.ts';

export interface Workspace {
  readonly folder: string;
  path(name: string): string;
  remove(): void;
}

export const slow = `export function allowed(users: { id: string }[], list: string) {
  const banned = list.split('\\n');
  return users.filter((user) => !banned.includes(user.id));
}
`;

/** What the safe fix makes of it. */
export const fast = `export function allowed(users: { id: string }[], list: string) {
  const banned = list.split('\\n');
  const bannedSet = new Set(banned);
  return users.filter((user) => !bannedSet.has(user.id));
}
`;

export function suppressed(reason: string): string {
  return slow.replace('  return', `  // scalelint-ignore nested-loop-lookup: ${reason}\n  return`);
}

/** Where the finding in `slow` begins, counted from 1. */
export const findingAt = { line: 3, column: 34 };

export const slowHelper = `export function isBanned(banned: string[], id: string): boolean {
  return banned.includes(id);
}
`;

export const fastHelper = `export function isBanned(banned: string[], id: string): boolean {
  return banned[0] === id;
}
`;

/** Its finding depends on the helper. */
export const caller = `import { isBanned } from './helper';

export function allowed(users: { id: string }[], list: string) {
  const banned = list.split('\\n');
  return users.filter((user) => !isBanned(banned, user.id));
}
`;

/** Its third cell has a finding, because of what the second one makes. */
export const notebook = JSON.stringify({
  cells: [
    { cell_type: 'markdown', metadata: {}, source: ['# Users'] },
    { cell_type: 'code', metadata: {}, outputs: [], execution_count: null, source: ['banned = open("banned.txt").read().split("\\n")'] },
    {
      cell_type: 'code',
      metadata: {},
      outputs: [],
      execution_count: null,
      source: ['users = open("users.txt").readlines()\n', 'for user in users:\n', '    if user in banned:\n', '        print(user)'],
    },
  ],
  metadata: { language_info: { name: 'python' } },
  nbformat: 4,
  nbformat_minor: 5,
});

export function writeWorkspace(files: Readonly<Record<string, string>>): Workspace {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'scalelint-workspace-')));
  const remove = onceAtExit(() => rmSync(folder, { recursive: true, force: true }));
  const path = (name: string): string => join(folder, name);
  for (const [name, text] of Object.entries({ 'tsconfig.json': '{ "compilerOptions": { "strict": true } }\n', ...files })) {
    mkdirSync(dirname(path(name)), { recursive: true });
    writeFileSync(path(name), text);
  }
  return { folder, path, remove };
}

/** Small modules, each of which imports another. */
export function manyFiles(count: number): Record<string, string> {
  const name = (n: number): string => `part${Math.floor(n / 100)}/module${n}`;
  return Object.fromEntries(
    Array.from({ length: count }, (_, n) => {
      const other = n >> 1;
      const body = n === 0 ? 'values.length' : `sum${other}(values) + ${n}`;
      const start = n === 0 ? '' : `import { sum${other} } from '../${name(other)}';\n\n`;
      return [`src/${name(n)}.ts`, `${start}export function sum${n}(values: number[]): number {\n  return ${body};\n}\n`];
    }),
  );
}
