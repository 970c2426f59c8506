/**
 * Takes the pictures that README.md shows, in a real VS Code with the packaged extension: `media/screenshots/`. Run it when what they
 * show has changed, and look at them.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { packageExtension } from '../../scripts/package.ts';
import { prepareEditors } from '../../scripts/setup-editors.ts';
import { installExtension, startServer, type VsCodeServer } from './vscode-server.ts';
import { launchBrowser, openFile, openQuickFixes, openWorkbench, placeCaret, runCommand, squiggles, type Workbench } from './workbench.ts';
import { writeWorkspace } from './workspaces.ts';

const folder = resolve(import.meta.dirname, '../../media/screenshots');
const width = 880;
const height = 1000;

const moderation = `import { loadBans, loadUsers, type Reply, type User } from './store';

export function allowed(users: User[], list: string) {
  const banned = list.split('\\n');
  return users.filter((user) => !banned.includes(user.id));
}

export async function show(_request: unknown, response: Reply) {
  response.send(allowed(await loadUsers(), await loadBans()));
}
`;

const store = `import { readFile } from 'node:fs/promises';

export interface User {
  id: string;
  name: string;
}

export interface Reply {
  send(value: unknown): void;
}

export async function loadUsers(): Promise<User[]> {
  return JSON.parse(await readFile('users.json', 'utf8'));
}

export async function loadBans(): Promise<string> {
  return readFile('bans.txt', 'utf8');
}
`;

const report = `import type { Customer, Order } from './model';

export function totals(customers: Customer[], orders: Order[]) {
  const rows = [];
  for (const customer of customers) {
    const own = orders.filter((order) => order.customer === customer.id);
    rows.push({ name: customer.name, sum: total(own) });
  }
  return rows.sort((a, b) => b.sum - a.sum);
}

function total(orders: Order[]) {
  return orders.reduce((sum, order) => sum + order.price, 0);
}
`;

const model = `export interface Customer {
  id: string;
  name: string;
}

export interface Order {
  customer: string;
  price: number;
}
`;

/** Nothing but the text. */
const bare = {
  'breadcrumbs.enabled': false,
  'editor.bracketPairColorization.enabled': false,
  'editor.fontSize': 15,
  'editor.guides.indentation': false,
  'editor.hideCursorInOverviewRuler': true,
  'editor.lineHeight': 1.6,
  'editor.matchBrackets': 'never',
  // Else the keys of shortcuts underline links.
  'editor.multiCursorModifier': 'ctrlCmd',
  'editor.occurrencesHighlight': 'off',
  'editor.overviewRulerBorder': false,
  'editor.padding.top': 12,
  'editor.renderFinalNewline': 'off',
  'editor.renderLineHighlight': 'none',
  'editor.scrollbar.vertical': 'hidden',
  'editor.stickyScroll.enabled': false,
  'workbench.activityBar.location': 'hidden',
  'workbench.colorCustomizations': { 'editorCursor.foreground': '#0000', 'editorOverviewRuler.warningForeground': '#0000' },
};

async function main(): Promise<void> {
  const at = mkdtempSync(join(tmpdir(), 'scalelint-screenshots-'));
  const workspace = writeWorkspace({ 'moderation.ts': moderation, 'store.ts': store, 'report.ts': report, 'model.ts': model });
  const editors = prepareEditors((message) => process.stderr.write(`${message}\n`));
  await packageExtension(join(at, 'scalelint.vsix'));
  installExtension(editors, join(at, 'scalelint.vsix'), join(at, 'extensions'));
  const server = await startServer({ editors, extensions: join(at, 'extensions'), settings: bare });
  const browser = await launchBrowser(editors.chromium);
  try {
    mkdirSync(folder, { recursive: true });
    await takeAll(browser, server, workspace.folder);
  } finally {
    await browser.close();
    server.stop();
    workspace.remove();
    rmSync(at, { recursive: true, force: true });
  }
}

async function takeAll(browser: Browser, server: VsCodeServer, workspace: string): Promise<void> {
  const window = await openWorkbench(browser, server, workspace, { width, height, scale: 1.5 });
  await runCommand(window, 'View: Toggle Primary Side Bar Visibility');
  await openFile(window, 'moderation.ts');
  await squiggles(window).first().waitFor();
  // The caret where it is in nobody's way.
  await placeCaret(window, 2, 1);
  await takeHover(window);

  await placeCaret(window, 5, 43);
  await openQuickFixes(window);
  await take(window, 'quick-fix', window.page.locator('.context-view .action-widget').first());
  await window.page.keyboard.press('Escape');

  await openFile(window, 'report.ts');
  await runCommand(window, 'scalelint: Toggle Growth Hints');
  await placeCaret(window, 2, 1);
  await window.page.locator('.view-line', { hasText: 'O(customers' }).first().waitFor();
  await take(window, 'growth-hints', window.page.locator('.view-line', { hasText: /^}/ }).last());
}

/** The card is a quarter of the window high. So that it ends where ours does, before what TypeScript says about the same place, it is measured first. */
async function takeHover(window: Workbench): Promise<void> {
  const { page } = window;
  const card = page.locator('.monaco-resizable-hover', { hasText: 'steps now' }).first();
  const point = async (): Promise<void> => {
    await page.mouse.move(0, 0);
    await card.waitFor({ state: 'hidden' });
    await squiggles(window).first().hover({ force: true });
    await card.waitFor();
  };
  await point();
  const ours = await boxOf(page, card.locator('.hover-row', { hasText: 'steps now' }));
  const editor = await boxOf(page, page.locator('.editor-instance').first());
  const needed = ours.y + ours.height - (await boxOf(page, card)).y;
  await page.setViewportSize({ width, height: Math.ceil(needed * 4 + height - editor.height) });
  await point();
  await take(window, 'hover', card);
  await page.setViewportSize({ width, height });
  await page.mouse.move(0, 0);
}

/** From the top of the editor down to the end of `last`. */
async function take({ page }: Workbench, name: string, last: Locator): Promise<void> {
  const editor = await boxOf(page, page.locator('.editor-instance').first());
  const end = await boxOf(page, last);
  const clip = { x: editor.x, y: editor.y, width: editor.width, height: end.y + end.height + 16 - editor.y };
  await page.screenshot({ path: join(folder, `${name}.png`), clip, animations: 'disabled', caret: 'hide' });
}

/** Once it has come to rest. */
async function boxOf(page: Page, locator: Locator): Promise<NonNullable<Awaited<ReturnType<Locator['boundingBox']>>>> {
  await page.waitForTimeout(300);
  const box = await locator.boundingBox();
  if (box === null) throw new Error('It cannot be seen.');
  return box;
}

await main();
