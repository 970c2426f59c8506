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

export function show(_req: unknown, res: { send(all: unknown): void }, users: { id: string }[], list: string) {
  res.send(allowed(users, list));
}
`;

/** What the safe fix makes of it. */
export const fast = `export function allowed(users: { id: string }[], list: string) {
  const banned = list.split('\\n');
  const bannedSet = new Set(banned);
  return users.filter((user) => !bannedSet.has(user.id));
}

export function show(_req: unknown, res: { send(all: unknown): void }, users: { id: string }[], list: string) {
  res.send(allowed(users, list));
}
`;

/** The same under another name. */
export function renamed(text: string, name: string): string {
  return text.replaceAll('allowed', name).replace('function show', `function ${name}Shown`);
}

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

export function show(_req: unknown, res: { send(all: unknown): void }, users: { id: string }[], list: string) {
  res.send(allowed(users, list));
}
`;

/** A list that is searched once per line of a file. */
export const slowPython = `def allowed(users: str, bans: str) -> list[str]:
    with open(bans) as lines:
        banned = lines.read().splitlines()
    kept = []
    with open(users) as lines:
        for user in lines:
            if user.strip() not in banned:
                kept.append(user)
    return kept
`;

export const fastPython = slowPython
  .replace('        for user', '        banned_set = set(banned)\n        for user')
  .replace('not in banned:', 'not in banned_set:');

export const pythonFindingAt = { line: 7, column: 16 };

const models = `from django.db import models


class Customer(models.Model):
    name = models.CharField(max_length=100)


class Order(models.Model):
    customer = models.ForeignKey(Customer, on_delete=models.CASCADE)
`;

/** Its finding leads to the models. */
export const lazyView = `from django.http import HttpRequest, JsonResponse

from shop.models import Order


def customers(request: HttpRequest) -> JsonResponse:
    orders = Order.objects.order_by('id')
    return JsonResponse({'customers': [order.customer.name for order in orders]})
`;

export const loadingView = lazyView.replace(".order_by('id')", ".order_by('id').select_related('customer')");

/** A request waits for the search. */
const moderationView = `from django.http import HttpRequest, JsonResponse

from shop.moderation import allowed


def moderated(request: HttpRequest) -> JsonResponse:
    return JsonResponse({'allowed': allowed('users.txt', 'bans.txt')})
`;

/** What pyproject.toml says about the finding of the view. */
export function pyproject(severity: string): string {
  return `[project]\nname = "shop"\n\n[tool.scalelint.rules]\nlazy-relation-in-loop = "${severity}"\n`;
}

export const shop = {
  'pyproject.toml': pyproject('error'),
  'shop/__init__.py': '',
  'shop/models.py': models,
  'shop/moderation.py': slowPython,
  'shop/pages.py': moderationView,
  'shop/views.py': lazyView,
};

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
