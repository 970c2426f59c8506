/** Before the first end-to-end test: the editors are in place, and the VSIX that users get is packaged and installed, once for all tests. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { packageExtension } from '../../scripts/package.ts';
import { type Editors, prepareEditors } from '../../scripts/setup-editors.ts';
import { onceAtExit } from './cleanup.ts';
import { installExtension } from './vscode-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    readonly editors: Editors;
    readonly vsix: string;
    /** The folder of extensions that the VSIX is installed in. */
    readonly extensions: string;
  }
}

export async function setup(project: TestProject): Promise<() => void> {
  const at = mkdtempSync(join(tmpdir(), 'scalelint-e2e-'));
  const end = onceAtExit(() => rmSync(at, { recursive: true, force: true }));
  try {
    const editors = prepareEditors((message) => process.stderr.write(`${message}\n`));
    const vsix = join(at, 'scalelint.vsix');
    const extensions = join(at, 'extensions');
    await packageExtension(vsix);
    installExtension(editors, vsix, extensions);
    project.provide('editors', editors);
    project.provide('vsix', vsix);
    project.provide('extensions', extensions);
    return end;
  } catch (error) {
    end();
    throw error;
  }
}
