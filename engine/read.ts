/**
 * How a source file becomes text, and how a fixed text goes back to its file.
 *
 * The text is exactly what the file holds, byte order mark included, so that offsets agree with the file and writing
 * changes nothing but the edits. What cannot be read as UTF-8, nor in another encoding that it names itself, is refused with a reason
 * rather than guessed at.
 */
import { randomBytes } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import * as fs from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { declaredEncoding, decodeAs } from './declared-encoding.ts';
import { maxBytes, reasonToSkip } from './generated-code.ts';
import { codeIn, isNotebook, type ReadCode } from './notebook.ts';
import type { Problem } from './result.ts';

/** Most of a notebook is what its cells have shown: pictures, tables. */
const maxNotebookBytes = 64 * 1024 * 1024;

/** Reads a file that is to be checked. Never throws. At once: a detour through a thread costs more than reading a file. */
export function readSource(path: string): ReadCode {
  let bytes: Uint8Array;
  try {
    const stats = statSync(path);
    // Reading a pipe would wait for whoever writes to it, and everybody with it.
    if (!stats.isFile() && !stats.isDirectory()) return failed(path, `${path} is a pipe or a device, and not checked. Name a file or a folder.`);
    const { size } = stats;
    const [most, shown] = isNotebook(path) ? [maxNotebookBytes, '64 MiB'] : [maxBytes, '1 MiB'];
    if (size > most) return { skipped: { file: path, reason: `larger than ${shown}` } };
    bytes = readFileSync(path);
  } catch (error) {
    return failed(path, `${path} cannot be read (${describe(error)}). Check that it still exists and that you may read it.`);
  }
  return decodeSource(path, bytes);
}

/** The same for bytes that are already at hand. */
export function decodeSource(path: string, bytes: Uint8Array): ReadCode {
  const utf16 =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'UTF-16 (little endian)' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'UTF-16 (big endian)' : null;
  if (utf16 !== null) return failed(path, `${path} is ${utf16}, not UTF-8. Convert it to UTF-8 or exclude it in scalelint.json.`);
  if (bytes.includes(0)) return { skipped: { file: path, reason: 'binary (it contains NUL bytes)' } };
  const declared = /\.pyw?$/.test(path) ? declaredEncoding(bytes) : null;
  // Valid UTF-8 is what every editor shows, whatever its first lines say; but what switches by ESC is valid as well.
  const unicode = declared !== null && bytes.includes(ESC) ? null : decodeUtf8(bytes);
  const other = unicode === null && declared !== null ? decodeAs(bytes, declared) : null;
  const text = unicode ?? other ?? (declared === null ? null : decodeUtf8(bytes));
  if (text === null && declared !== null)
    return failed(
      path,
      `${path} is no text in \`${declared}\`, which it names as its encoding. Convert it to UTF-8 or exclude it in scalelint.json.`,
    );
  if (text === null) {
    const at = firstInvalidByte(bytes);
    const byte = (bytes[at] ?? 0).toString(16).padStart(2, '0');
    const line = bytes.subarray(0, at).reduce((count, one) => count + (one === 10 ? 1 : 0), 1);
    return failed(path, `${path} is not UTF-8 (byte 0x${byte} at offset ${at}, line ${line}). Convert it to UTF-8 or exclude it in scalelint.json.`);
  }
  const code = codeIn(path, text);
  const reason = 'text' in code ? reasonToSkip(code.text) : null;
  if (reason !== null) return { skipped: { file: path, reason } };
  return 'text' in code && other !== null && declared !== null ? { ...code, encoding: declared } : code;
}

const ESC = 0x1b;

/**
 * Writes a fixed text, all of it or nothing. Refuses when the file no longer holds `expected`, the text that was
 * analysed. A symbolic link stays one: its target is written. Returns what went wrong, or null.
 */
export async function writeSourceAtomically(path: string, expected: string, next: string): Promise<Problem | null> {
  let temporary: string | null = null;
  try {
    const target = await fs.realpath(path);
    if (decodeUtf8(await fs.readFile(target)) !== expected) {
      return failed(path, `${path} changed while it was being checked; its fixes were not written. Run again.`).problem;
    }
    if (next === expected) return null;
    const bytes = Buffer.from(next, 'utf8');
    if (bytes.toString('utf8') !== next) {
      return failed(path, `The fixes of ${path} would cut a character in two; they were not written. Please report this.`).problem;
    }
    const { mode, uid, gid } = await fs.stat(target);
    await fs.access(target, fs.constants.W_OK);
    temporary = join(dirname(target), `.${basename(target)}.${randomBytes(6).toString('hex')}.tmp`);
    await fs.writeFile(temporary, bytes, { flag: 'wx', mode: mode & 0o777 });
    await fs.chmod(temporary, mode & 0o7777);
    if (process.getuid !== undefined && uid !== process.getuid()) await fs.chown(temporary, uid, gid).catch(() => {});
    await fs.rename(temporary, target);
    return null;
  } catch (error) {
    if (temporary !== null) await fs.rm(temporary, { force: true }).catch(() => {});
    return failed(path, `${path} cannot be written (${describe(error)}). It is unchanged; check that you may write it and its folder.`).problem;
  }
}

function failed(file: string, message: string): { problem: Problem } {
  return { problem: { file, message, span: null, level: 'error' } };
}

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Where the first sequence begins that is broken: after the longest prefix that decodes. */
function firstInvalidByte(bytes: Uint8Array): number {
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (decodesSoFar(bytes.subarray(0, middle))) low = middle;
    else high = middle - 1;
  }
  while (low > 0 && decodeUtf8(bytes.subarray(0, low)) === null) low--;
  return low;
}

/** A decoder that streams accepts a last sequence that is not finished yet. */
function decodesSoFar(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function describe(error: unknown): string {
  const known = errorWords.get((error as NodeJS.ErrnoException).code ?? '');
  return known ?? (error instanceof Error ? error.message : String(error));
}

const errorWords: ReadonlyMap<string, string> = new Map([
  ['ENOENT', 'it does not exist'],
  ['EACCES', 'permission denied'],
  ['EPERM', 'not permitted'],
  ['EISDIR', 'it is a folder'],
  ['ENOTDIR', 'a part of its path is not a folder'],
  ['ENOSPC', 'the disk is full'],
  ['EROFS', 'the file system is read-only'],
  ['ELOOP', 'its links go round in circles'],
]);
