/** VS Code's window as a user handles it: by keyboard and by what can be seen. Every wait has an end. */
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';
import { withEvidence } from './evidence.ts';
import type { VsCodeServer } from './vscode-server.ts';

export interface Workbench {
  readonly page: Page;
  /** Notifications that have popped up since the window was opened, whether or not they have gone again. */
  readonly toasts: () => Promise<string[]>;
}

/** What is slow on a busy machine: starting extensions and the type checker. */
export const patience = 60_000;

/** Runs in the window before anything else does. */
const recordToasts = `
  const seenToasts = new Set();
  new MutationObserver(() => {
    for (const toast of document.querySelectorAll('.notification-toast')) seenToasts.add(toast.textContent);
  }).observe(document, { childList: true, subtree: true });
  window.seenToasts = () => [...seenToasts];
`;

export function launchBrowser(executablePath: string): Promise<Browser> {
  return chromium.launch({ executablePath, headless: true, args: ['--disable-gpu', '--disable-dev-shm-usage'], timeout: patience });
}

export interface Size {
  readonly width: number;
  readonly height: number;
  /** Pixels of the picture per pixel of the page. */
  readonly scale: number;
}

export async function openPage(browser: Browser, { width, height, scale }: Size = { width: 1280, height: 800, scale: 1 }): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height }, deviceScaleFactor: scale });
  const page = await context.newPage();
  page.setDefaultTimeout(patience);
  return page;
}

export async function openWorkbench(browser: Browser, server: VsCodeServer, folder: string, size?: Size): Promise<Workbench> {
  const page = await openPage(browser, size);
  await page.addInitScript({ content: recordToasts });
  const open = async (): Promise<void> => {
    await page.goto(`${server.url}/?folder=${encodeURIComponent(folder)}`);
    await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
  };
  await withEvidence(() => ({ page, server }), open)();
  return { page, toasts: () => page.evaluate<string[]>('seenToasts()') };
}

/** By name, as Ctrl+P does it. */
export async function openFile(window: Workbench, name: string): Promise<void> {
  const { page } = window;
  await page.keyboard.press('Control+p');
  await pick(window, name, name);
  await page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
  await page.locator('.editor-instance .view-line').first().waitFor();
}

export async function runCommand(window: Workbench, title: string): Promise<void> {
  await window.page.keyboard.press('F1');
  await pick(window, `>${title}`, title);
}

/** The list changes while it is searched, so what is selected must be the right entry before it is taken. */
async function pick({ page }: Workbench, text: string, entry: string): Promise<void> {
  await page.locator('.quick-input-widget input').first().fill(text);
  await page.locator(`.quick-input-list .monaco-list-row.focused[aria-label^="${entry}"]`).waitFor();
  await page.keyboard.press('Enter');
}

/** Lines and columns count from 1. */
export async function placeCaret({ page }: Workbench, line: number, column: number): Promise<void> {
  await page.keyboard.press('Control+g');
  await page.locator('.quick-input-widget input').first().fill(`:${line}:${column}`);
  await page.keyboard.press('Enter');
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
}

export async function replaceAll({ page }: Workbench, text: string): Promise<void> {
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(text);
}

export async function save({ page }: Workbench): Promise<void> {
  await page.keyboard.press('Control+s');
}

export function squiggles({ page }: Workbench): Locator {
  return page.locator('.editor-instance .squiggly-warning');
}

/** The open menu of quick fixes at the caret, with its entries. */
export async function openQuickFixes({ page }: Workbench): Promise<Locator> {
  // An empty panel for submenus has the same class as the menu.
  const menu = page.locator('.context-view .action-widget .actionList').first();
  // While other extensions start, the keys open nothing. Inside of the menu they would accept the first fix, hence the bulb.
  await page.locator('.lightBulbWidget').first().waitFor();
  for (let attempt = 0; attempt < 10; attempt++) {
    await page.keyboard.press('Control+.');
    const hasOpened = await menu.waitFor({ timeout: 3000 }).then(
      () => true,
      () => false,
    );
    if (hasOpened) return menu.locator('.monaco-list-row.action');
  }
  throw new Error('The menu of quick fixes did not open.');
}

/** The lines in sight, with the hints in them; spaces are plain ones. */
export async function editorText({ page }: Workbench): Promise<string> {
  const lines = await page.locator('.editor-instance .view-lines').first().textContent();
  return (lines ?? '').replaceAll('\u00a0', ' ');
}

/** What the language status says about our part. */
export async function statusOf({ page }: Workbench): Promise<string> {
  await page.mouse.move(0, 0);
  await page.locator('[id="status.languageStatus"]').hover();
  const all = page.locator('.hover-language-status');
  await all.first().waitFor();
  return (await all.allTextContents()).find((text) => text.startsWith('scalelint')) ?? '';
}
