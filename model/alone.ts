/** One process on one machine is all there is: an application on somebody's desk, an editor's extension, a bot with one connection to its gateway. */
import type { FileModel } from './file.ts';
import type { Program } from './program.ts';

export function isAlone(program: Program, file: FileModel): boolean {
  const { dependencies } = program.packageOf(file.path);
  return ['electron', 'vscode', '@types/vscode', '@tauri-apps/api', 'homebridge', 'discord.js', 'eris'].some((name) => dependencies.has(name));
}
