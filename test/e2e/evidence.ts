/** What a failed scenario leaves behind, in a folder that its message names: a picture of the window, and all logs. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { VsCodeServer } from './vscode-server.ts';

export interface Witnesses {
  readonly page: Page;
  readonly server: VsCodeServer;
}

/** The body of a test; `witnesses` are asked only when it fails. */
export function withEvidence(witnesses: () => Witnesses, run: () => Promise<void>): () => Promise<void> {
  return async () => {
    try {
      await run();
    } catch (error) {
      const folder = mkdtempSync(join(tmpdir(), 'scalelint-failed-'));
      const { page, server } = witnesses();
      server.keepLogs(folder);
      // Whatever is wrong with the window must not hide what went wrong before.
      await page
        .screenshot({ path: join(folder, 'window.png') })
        .catch((reason: unknown) => writeFileSync(join(folder, 'no-window.txt'), String(reason)));
      if (error instanceof Error) error.message += `\nA picture of the window and the logs are in ${folder}`;
      throw error;
    }
  };
}
