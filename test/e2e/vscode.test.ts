/**
 * A user in a real VS Code, with the packaged extension: sees findings, reads them, mends them, and saves. The scenarios share one
 * window, since opening one is what takes long, and each has a file of its own.
 */
import { readFileSync } from 'node:fs';
import type { Browser, Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { withEvidence } from './evidence.ts';
import { startServer, type VsCodeServer } from './vscode-server.ts';
import {
  editorText,
  launchBrowser,
  openFile,
  openQuickFixes,
  openWorkbench,
  patience,
  placeCaret,
  replaceAll,
  runCommand,
  save,
  squiggles,
  statusOf,
  type Workbench,
} from './workbench.ts';
import {
  caller,
  fast,
  fastHelper,
  fastPython,
  findingAt,
  lazyView,
  loadingView,
  manyFiles,
  pythonFindingAt,
  renamed,
  shop,
  slow,
  slowHelper,
  slowPython,
  suppressed,
  type Workspace,
  writeWorkspace,
} from './workspaces.ts';

const editors = inject('editors');
let server: VsCodeServer;
let browser: Browser;
let workspace: Workspace;
let window: Workbench;

beforeAll(async () => {
  workspace = writeWorkspace({
    ...shop,
    'src/allowed.ts': slow,
    'src/caller.ts': caller,
    'src/empty.ts': '',
    'src/explained.ts': slow,
    'src/grown.ts': slow,
    'src/helper.ts': slowHelper,
    'src/page.tsx': slow,
    'src/read.ts': slow,
    'src/restarted.ts': slow,
    'src/suppressed.ts': slow,
    'src/two.ts': `${slow}\n${renamed(slow.replaceAll('banned', 'blocked'), 'unblocked')}`,
  });
  // For one language only, so that all other scenarios save what they wrote.
  const settings = { '[typescriptreact]': { 'editor.codeActionsOnSave': { 'source.fixAll.scalelint': 'explicit' } } };
  server = await startServer({ editors, extensions: inject('extensions'), settings });
  browser = await launchBrowser(editors.chromium);
  window = await openWorkbench(browser, server, workspace.folder);
});

afterAll(async () => {
  await browser?.close();
  server?.stop();
  workspace?.remove();
});

function scenario(name: string, run: () => Promise<void>): void {
  test(
    name,
    withEvidence(() => ({ page: window.page, server }), run),
  );
}

function onDisk(name: string): string {
  return readFileSync(workspace.path(name), 'utf8');
}

/** Saving takes a moment. */
async function expectOnDisk(name: string, text: string): Promise<void> {
  await expect.poll(() => onDisk(name), { timeout: patience }).toBe(text);
}

const gone = (locator: Locator): Promise<void> => locator.first().waitFor({ state: 'detached' });
const shown = (locator: Locator): Promise<void> => locator.first().waitFor();

async function openAtFinding(name: string, { line, column } = findingAt): Promise<void> {
  await openFile(window, name);
  await shown(squiggles(window));
  await placeCaret(window, line, column + 2);
}

describe('in VS Code', () => {
  afterEach(async () => {
    await window.page.keyboard.press('Escape');
    await window.page.keyboard.press('Escape');
    expect(await window.toasts(), 'nothing pops up').toEqual([]);
  });

  scenario('a finding is underlined, and said in the panel of problems', async () => {
    await openFile(window, 'read.ts');
    await shown(squiggles(window));
    await runCommand(window, 'View: Focus Problems');
    const problem = window.page.locator('.markers-panel .monaco-list-row', { hasText: '[Ln 3, Col 34]' });
    await shown(problem);
    expect(await problem.textContent()).toMatch(/`banned\.includes\(…\)` scans all of `banned` once per `user`.*scalelint\(?nested-loop-lookup/);
  });

  scenario('its hover shows the growth, the evidence, and the fix with its proofs', async () => {
    await openFile(window, 'read.ts');
    await squiggles(window).first().hover({ force: true });
    const hover = window.page.locator('.monaco-hover', { hasText: 'steps now' }).first();
    await shown(hover);
    const said = await hover.textContent();
    expect(said).toMatch(/users, banned\s*steps now\s*steps after/);
    expect(said).toMatch(/10,000\s*100 million\s*20 thousand/);
    expect(said).toMatch(/Why\s*users is a parameter\s*banned: lines of a text/);
    expect(said).toMatch(/Safe fix: Build a Set of banned before the loop\s*✓ banned is an array/);
    await window.page.mouse.move(0, 0);
  });

  scenario('the quick fixes say what they do; the safe one mends the file', async () => {
    await openAtFinding('allowed.ts');
    const fixes = await openQuickFixes(window);
    expect((await fixes.allTextContents()).slice(0, 4)).toEqual([
      'Build a Set of `banned` before the loop',
      'Ignore `nested-loop-lookup` here, with a reason',
      'Turn `nested-loop-lookup` off in the configuration',
      'Explain `nested-loop-lookup`',
    ]);
    await fixes.first().click();
    await gone(squiggles(window));
    expect(onDisk('src/allowed.ts')).toBe(slow);
    await save(window);
    await expectOnDisk('src/allowed.ts', fast);
  });

  scenario('all safe problems of a file are mended by one command', async () => {
    await openFile(window, 'two.ts');
    await expect.poll(() => squiggles(window).count(), { timeout: patience }).toBe(2);
    await runCommand(window, 'scalelint: Fix All Safe Problems in File');
    await gone(squiggles(window));
    await save(window);
    await expectOnDisk('src/two.ts', `${fast}\n${renamed(fast.replaceAll('banned', 'blocked'), 'unblocked')}`);
  });

  scenario('what is typed is checked before it is saved', async () => {
    await openFile(window, 'empty.ts');
    await replaceAll(window, slow);
    await shown(squiggles(window));
    await replaceAll(window, fast);
    await gone(squiggles(window));
    expect(onDisk('src/empty.ts')).toBe('');
    await save(window);
  });

  scenario('editing a helper takes the finding of its caller away, and brings it back', async () => {
    await openFile(window, 'caller.ts');
    await shown(squiggles(window));
    const problem = window.page.locator('.markers-panel .monaco-list-row', { hasText: '`isBanned(…)` scans all of `banned`' });
    await runCommand(window, 'View: Focus Problems');
    await shown(problem);
    await openFile(window, 'helper.ts');
    await replaceAll(window, fastHelper);
    await gone(problem);
    await replaceAll(window, slowHelper);
    await shown(problem);
    await save(window);
  });

  scenario('fixes are applied on save, if the user wishes so', async () => {
    await openAtFinding('page.tsx');
    await window.page.keyboard.press('Control+End');
    await window.page.keyboard.insertText('// saved');
    await save(window);
    await expectOnDisk('src/page.tsx', `${fast}// saved`);
    await gone(squiggles(window));
  });

  scenario('a finding is ignored with a reason, which the user types', async () => {
    await openAtFinding('suppressed.ts');
    await (await openQuickFixes(window)).filter({ hasText: 'Ignore `nested-loop-lookup` here' }).click();
    await gone(squiggles(window));
    await expect.poll(() => editorText(window)).toContain('scalelint-ignore');
    await window.page.keyboard.insertText('never more than ten');
    await save(window);
    await expectOnDisk('src/suppressed.ts', suppressed('never more than ten'));
    await gone(squiggles(window));
  });

  scenario('a rule is explained on a page of its own', async () => {
    await openAtFinding('explained.ts');
    await (await openQuickFixes(window)).filter({ hasText: 'Explain' }).click();
    await shown(window.page.locator('.tab.active', { hasText: 'Preview nested-loop-lookup.md' }));
    const preview = window.page.frameLocator('iframe.webview.ready').frameLocator('iframe[title]');
    await shown(preview.locator('h1', { hasText: 'nested-loop-lookup' }));
  });

  scenario('growth hints are switched on and off', async () => {
    await openFile(window, 'grown.ts');
    const line = 'banned.includes(user.id));O(users × list)';
    await shown(squiggles(window));
    expect(await editorText(window)).not.toContain(line);
    await runCommand(window, 'scalelint: Toggle Growth Hints');
    await expect.poll(() => editorText(window), { timeout: patience }).toContain(line);
    await runCommand(window, 'scalelint: Toggle Growth Hints');
    await expect.poll(() => editorText(window), { timeout: patience }).not.toContain(line);
  });

  scenario('a Python file is underlined, and mended by its quick fix', async () => {
    await openFile(window, 'moderation.py');
    await shown(squiggles(window));
    await runCommand(window, 'View: Focus Problems');
    const problem = window.page.locator('.markers-panel .monaco-list-row', { hasText: '[Ln 7, Col 16]' });
    await shown(problem);
    expect(await problem.textContent()).toMatch(
      /`user\.strip\(\) not in banned` scans all of `banned` once per `user`.*scalelint\(?nested-loop-lookup/,
    );
    await openAtFinding('moderation.py', pythonFindingAt);
    await (await openQuickFixes(window)).filter({ hasText: 'Build a set of `banned` before the loop' }).click();
    await gone(squiggles(window));
    expect(onDisk('shop/moderation.py')).toBe(slowPython);
    await save(window);
    await expectOnDisk('shop/moderation.py', fastPython);
  });

  scenario('a finding in Python is as severe as pyproject.toml says, and what is typed ends it', async () => {
    const errors = window.page.locator('.editor-instance .squiggly-error');
    await openFile(window, 'views.py');
    await shown(errors);
    await replaceAll(window, loadingView);
    await gone(errors);
    await replaceAll(window, lazyView);
    await shown(errors);
    await save(window);
  });

  scenario('the language status says when the file was checked', async () => {
    await openFile(window, 'read.ts');
    await expect.poll(() => statusOf(window), { timeout: patience }).toMatch(/scalelint.*Checked at .+ in .+, \d+ open files\s*Show Log/);
  });

  scenario('the server is started anew by a command, and goes on', async () => {
    const starts = (): number => server.extensionLog().split('Server 0.1.0 runs.').length - 1;
    const before = starts();
    await runCommand(window, 'scalelint: Restart Server');
    await expect.poll(starts, { timeout: patience }).toBe(before + 1);
    await openFile(window, 'restarted.ts');
    await shown(squiggles(window));
  });
});

describe('in a workspace of 2,000 files that is not trusted', () => {
  let large: Workspace;
  let restricted: Workbench;

  beforeAll(async () => {
    large = writeWorkspace({
      ...manyFiles(2000),
      'src/opened.ts': `import { sum7 } from './part0/module7';\n\n${slow}\nexport const seven = sum7;\n`,
    });
    server.configure({ 'security.workspace.trust.enabled': true, 'security.workspace.trust.startupPrompt': 'never' });
    restricted = await openWorkbench(browser, server, large.folder);
  });
  afterAll(() => large?.remove());

  test(
    'the opened file is checked, soon and in silence',
    withEvidence(
      () => ({ page: restricted.page, server }),
      async () => {
        await shown(restricted.page.locator('.statusbar-item', { hasText: 'Restricted Mode' }));
        const start = performance.now();
        await openFile(restricted, 'opened.ts');
        await shown(squiggles(restricted));
        expect(performance.now() - start).toBeLessThan(30_000);
        expect(await restricted.toasts()).toEqual([]);
      },
    ),
  );
});
