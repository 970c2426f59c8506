/** What a bug report needs, on the clipboard. Nothing is sent anywhere. */
import { type ExtensionContext, env, UIKind, version, window, workspace } from 'vscode';
import type { Server } from './server.ts';

export async function copyReport(context: ExtensionContext, server: Server): Promise<void> {
  const { version: ours } = context.extension.packageJSON as { version: string };
  const settings = workspace.getConfiguration('scalelint');
  const names = ['enable', 'run', 'hints', 'growthHints', 'maxFileSize', 'trace.server'];
  const lines = [
    `scalelint ${ours}, VS Code ${version} (${env.appName}, ${env.uiKind === UIKind.Web ? 'web' : 'desktop'}, ${process.platform} ${process.arch})`,
    `remote: ${env.remoteName ?? 'no'}, trusted: ${workspace.isTrusted ? 'yes' : 'no'}, folders: ${workspace.workspaceFolders?.length ?? 0}`,
    `settings: ${names.map((name) => `${name}=${String(settings.get(name))}`).join(', ')}`,
    '',
    await serverReport(server),
  ];
  await env.clipboard.writeText(lines.join('\n'));
  // Nobody waits until it is closed.
  void window.showInformationMessage('scalelint: the report is on the clipboard.');
}

/** A report on a server that does not run is asked for most. */
async function serverReport(server: Server): Promise<string> {
  try {
    const client = await server.running();
    return await client.sendRequest<string>('scalelint/report');
  } catch (error) {
    return `no report from the server: ${error instanceof Error ? error.message : String(error)}`;
  }
}
