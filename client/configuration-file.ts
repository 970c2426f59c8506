/** Opens the configuration that applies to the file in front of the user, or writes the smallest one there is. */
import { FileType, Uri, type WorkspaceFolder, window, workspace } from 'vscode';

const names = ['scalelint.json', 'scalelint.jsonc'];

/** Where the npm package, if the project has it, keeps the schema. The extension itself needs no `$schema`, other editors do. */
const schema = './node_modules/scalelint/dist/schema/scalelint.schema.json';

export async function openConfiguration(): Promise<void> {
  const file = window.activeTextEditor?.document.uri;
  const folder = (file && workspace.getWorkspaceFolder(file)) ?? (await chooseFolder());
  if (folder === undefined) return;
  const start = file !== undefined && workspace.getWorkspaceFolder(file) === folder ? Uri.joinPath(file, '..') : folder.uri;
  await window.showTextDocument((await nearest(start, folder.uri)) ?? (await create(folder.uri)));
}

async function chooseFolder(): Promise<WorkspaceFolder | undefined> {
  const folders = workspace.workspaceFolders ?? [];
  if (folders.length === 0) throw new Error('a configuration belongs to a folder, and none is open.');
  return folders.length === 1 ? folders[0] : await window.showWorkspaceFolderPick({ placeHolder: 'Configure which folder?' });
}

/** From the folder `from` up to `top`, which contains it. */
async function nearest(from: Uri, top: Uri): Promise<Uri | null> {
  for (const name of names) {
    const uri = Uri.joinPath(from, name);
    if (await isFile(uri)) return uri;
  }
  const manifest = Uri.joinPath(from, 'package.json');
  if (await holdsConfiguration(manifest)) return manifest;
  return from.path.length <= top.path.length ? null : nearest(Uri.joinPath(from, '..'), top);
}

async function create(folder: Uri): Promise<Uri> {
  const uri = Uri.joinPath(folder, 'scalelint.json');
  const hasSchema = await isFile(Uri.joinPath(folder, schema));
  const text = JSON.stringify({ ...(hasSchema ? { $schema: schema } : {}), rules: {} }, null, 2);
  await workspace.fs.writeFile(uri, new TextEncoder().encode(`${text}\n`));
  return uri;
}

async function isFile(uri: Uri): Promise<boolean> {
  try {
    return ((await workspace.fs.stat(uri)).type & FileType.File) !== 0;
  } catch {
    return false;
  }
}

async function holdsConfiguration(manifest: Uri): Promise<boolean> {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(await workspace.fs.readFile(manifest)));
    return typeof value === 'object' && value !== null && 'scalelint' in value;
  } catch {
    return false;
  }
}
