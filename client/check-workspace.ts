/** Checks all files of the workspace on request, since only open ones are checked by themselves. */
import { randomUUID } from 'node:crypto';
import { type CancellationToken, commands, ProgressLocation, window } from 'vscode';
import { LSPErrorCodes, ResponseError, WorkDoneProgress } from 'vscode-languageclient/node';
import type { Server } from './server.ts';

interface CheckedWorkspace {
  readonly files: number;
  readonly errors: number;
  readonly warnings: number;
  readonly hints: number;
  readonly problems?: readonly string[];
}

const context = 'scalelint.hasWorkspaceResults';

export async function checkWorkspace(server: Server): Promise<void> {
  const checked = await window.withProgress(
    { location: ProgressLocation.Notification, title: 'scalelint: checking the workspace', cancellable: true },
    (progress, token) => request(server, token, (message) => progress.report({ message })),
  );
  if (checked === null) return;
  await commands.executeCommand('setContext', context, true);
  const found = checked.errors + checked.warnings + checked.hints > 0;
  const answer = await window.showInformationMessage(`scalelint: ${summary(checked)}.`, ...(found ? ['Show Problems'] : []));
  if (answer !== undefined) await commands.executeCommand('workbench.actions.view.problems');
}

export async function clearWorkspace(server: Server): Promise<void> {
  const client = await server.running();
  await client.sendRequest('scalelint/clearWorkspace');
  await commands.executeCommand('setContext', context, false);
}

/** Null when the user thought better of it. */
async function request(server: Server, token: CancellationToken, report: (message: string) => void): Promise<CheckedWorkspace | null> {
  const client = await server.running();
  const workDoneToken = randomUUID();
  const listener = client.onProgress(WorkDoneProgress.type, workDoneToken, (value) => {
    if (value.kind !== 'end' && value.message !== undefined) report(value.message);
  });
  try {
    return await client.sendRequest<CheckedWorkspace>('scalelint/checkWorkspace', { workDoneToken }, token);
  } catch (error) {
    const codes: readonly number[] = [LSPErrorCodes.RequestCancelled, LSPErrorCodes.ServerCancelled];
    if (error instanceof ResponseError && codes.includes(error.code)) return null;
    throw error;
  } finally {
    listener.dispose();
  }
}

function summary({ files, errors, warnings, hints, problems = [] }: CheckedWorkspace): string {
  const counted = [count(errors, 'error'), count(warnings, 'warning'), count(hints, 'hint')].filter((part) => !part.startsWith('0 '));
  const failed = problems.length === 0 ? '' : ` (${count(problems.length, 'problem')}, see the log)`;
  return `${counted.length === 0 ? 'nothing found' : counted.join(', ')} in ${count(files, 'file')}${failed}`;
}

function count(n: number, word: string): string {
  return `${n.toLocaleString('en')} ${word}${n === 1 ? '' : 's'}`;
}
