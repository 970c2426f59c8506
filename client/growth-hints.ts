/** Switches growth hints on and off where they are set, so that a project's own setting is not overruled silently. */
import { ConfigurationTarget, type ExtensionContext, window, workspace } from 'vscode';

export async function toggleGrowthHints(context: ExtensionContext): Promise<void> {
  const settings = workspace.getConfiguration('scalelint', window.activeTextEditor?.document.uri);
  const set = settings.inspect<string>('growthHints');
  const target =
    set?.workspaceFolderValue !== undefined
      ? ConfigurationTarget.WorkspaceFolder
      : set?.workspaceValue !== undefined
        ? ConfigurationTarget.Workspace
        : ConfigurationTarget.Global;
  const now = settings.get('growthHints', 'off');
  // Whoever had them on functions too gets that back.
  if (now !== 'off') await context.globalState.update('growthHints', now);
  await settings.update('growthHints', now === 'off' ? context.globalState.get('growthHints', 'loops') : 'off', target);
}
