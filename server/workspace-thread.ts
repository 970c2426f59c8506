/** The other end of the workspace check: runs in a thread of its own and says what the command line would say. */
import { parentPort, workerData } from 'node:worker_threads';
import { check } from '../engine/check.ts';
import type { Notebook } from '../engine/notebook.ts';
import { type NamedProfile, ProfileError, readProfileFile } from '../engine/profile/profile-file.ts';
import type { Finding } from '../model/finding.ts';
import type { FolderCheck, ThreadMessage } from './workspace-check.ts';

/** Often enough for a progress bar. */
const every = 100;

export async function runWorkspaceThread(): Promise<void> {
  const say = (message: ThreadMessage): void => parentPort?.postMessage(message);
  const findings: Finding[] = [];
  const problems: string[] = [];
  const texts = new Map<string, string>();
  const notebooks = new Map<string, Notebook>();
  let files = 0;
  let skipped = 0;
  let last = 0;
  const work = workerData as FolderCheck;
  const profiles = work.profiles.flatMap((path) => readOrSay(path, problems));
  for (const folder of work.folders) {
    const result = await check({
      cwd: folder,
      paths: [folder],
      profiles,
      onProgress({ phase, done, total }) {
        if (performance.now() - last < every) return;
        last = performance.now();
        say({ kind: 'progress', phase, done, total });
      },
    });
    files += result.files.length;
    skipped += result.skipped.length;
    problems.push(...result.problems.filter(({ level }) => level !== 'note').map(({ message }) => message));
    findings.push(...result.findings);
    for (const path of result.findings.flatMap((finding) => [finding.file, ...finding.trace.map((step) => step.file)])) {
      texts.set(path, result.sources.get(path) ?? '');
      const notebook = result.notebooks.get(path);
      if (notebook) notebooks.set(path, notebook);
    }
  }
  say({ kind: 'done', outcome: { files, skipped, problems, findings, texts, notebooks } });
}

/** A profile that was taken away or rewritten meanwhile costs its shares, and no findings. */
function readOrSay(path: string, problems: string[]): NamedProfile[] {
  try {
    return [readProfileFile(path, '/')];
  } catch (error) {
    if (!(error instanceof ProfileError)) throw error;
    problems.push(error.message);
    return [];
  }
}
