/** Shows a rule's page, which is packaged with the extension, in VS Code's own Markdown preview. */
import { commands, type ExtensionContext, Uri, window, workspace } from 'vscode';

/** @param rule the rule's name, when a code action or a link in a hover asks; else the user picks one */
export async function explain(context: ExtensionContext, rule: unknown): Promise<void> {
  const folder = Uri.joinPath(context.extensionUri, 'dist', 'rules');
  const names = (await workspace.fs.readDirectory(folder)).flatMap(([file]) => (file.endsWith('.md') ? [file.slice(0, -'.md'.length)] : []));
  const isNamed = typeof rule === 'string' && names.includes(rule);
  const name = isNamed ? rule : await pick(folder, names);
  if (name !== undefined) await commands.executeCommand('markdown.showPreview', Uri.joinPath(folder, `${name}.md`));
}

async function pick(folder: Uri, names: readonly string[]): Promise<string | undefined> {
  const items = Promise.all(names.map(async (label) => ({ label, detail: firstSentence(await read(Uri.joinPath(folder, `${label}.md`))) })));
  const picked = await window.showQuickPick(items, { title: 'scalelint: Explain Rule', placeHolder: 'Which rule?', matchOnDetail: true });
  return picked?.label;
}

async function read(uri: Uri): Promise<string> {
  return new TextDecoder().decode(await workspace.fs.readFile(uri));
}

/** What follows the heading. */
function firstSentence(page: string): string {
  return page.split('\n').find((line) => line.trim() !== '' && !line.startsWith('#')) ?? '';
}
