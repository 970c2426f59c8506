/**
 * Stands in for the `code` executable where there is no VS Code with Electron: takes the arguments that `@vscode/test-electron` gives to
 * it, runs the suite in VS Code's server with a browser as its window, and ends with the suite's exit code.
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { prepareEditors } from '../../scripts/setup-editors.ts';
import { withEvidence } from './evidence.ts';
import { installExtension, startServer } from './vscode-server.ts';
import { launchBrowser, openPage } from './workbench.ts';

const limit = 240_000;
const editors = prepareEditors((message) => process.stderr.write(`${message}\n`));
const text = { type: 'string' } as const;
const { values, positionals } = parseArgs({
  options: { 'extensions-dir': text, 'install-extension': text, extensionDevelopmentPath: text, extensionTestsPath: text },
  allowPositionals: true,
  // What else is passed is about Electron.
  strict: false,
});

function given(name: string): string {
  const value = values[name];
  if (typeof value !== 'string') throw new Error(`--${name} is missing`);
  return resolve(value);
}

async function runSuite(): Promise<number> {
  // Whoever waits for the suite holds the other end of the input, and has ended when it ends.
  process.stdin.once('end', () => process.exit(130)).resume();
  // Without this the built workbench would not look at what it is told to test.
  const server = await startServer({ editors, extensions: given('extensions-dir'), args: ['--vscode-option', 'enable-smoke-test-driver'] });
  const browser = await launchBrowser(editors.chromium);
  try {
    const page = await openPage(browser);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const remote = (path: string): string => `vscode-remote://${new URL(server.url).host}${path}`;
    const payload = [...['extensionDevelopmentPath', 'extensionTestsPath'].map((name) => [name, remote(given(name))]), ['skipWelcome', 'true']];
    const query = new URLSearchParams({ folder: resolve(positionals[0] ?? '.'), payload: JSON.stringify(payload) });
    let code = 1;
    const run = async (): Promise<void> => {
      const ended = new Promise<number>((done, fail) => {
        setTimeout(() => fail(new Error(`The suite did not end within ${limit / 1000} s.`)), limit).unref();
        page.once('crash', () => fail(new Error('The page crashed.')));
        void page.exposeFunction('codeAutomationExit', done);
      });
      await page.exposeFunction('codeAutomationLog', (_kind: string, said: unknown[]) => {
        if (String(said[0]).startsWith('[suite]')) process.stdout.write(`${said.join(' ')}\n`);
      });
      await page.goto(`${server.url}/?${query}`);
      code = await ended;
      if (code !== 0) throw new Error('The suite failed.');
    };
    await withEvidence(() => ({ page, server }), run)().catch((error: unknown) => process.stderr.write(`${String(error)}\n`));
    return code;
  } finally {
    await browser.close();
    server.stop();
  }
}

if (values['install-extension'] === undefined) process.exit(await runSuite());
else installExtension(editors, given('install-extension'), given('extensions-dir'));
