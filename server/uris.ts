/** Between the client's URIs and the engine's paths: absolute, forward slashes, an upper-case drive on Windows. */
import { fileURLToPath, pathToFileURL } from 'node:url';

const onWindows = process.platform === 'win32';

/** Null for what is no file: `untitled:`, `git:`, a notebook's cell, or a URI that cannot be read. */
export function pathOf(uri: string, windows = onWindows): string | null {
  if (!uri.startsWith('file:')) return null;
  try {
    const path = fileURLToPath(uri, { windows });
    return windows ? path.replaceAll('\\', '/').replace(/^[a-z](?=:)/, (drive) => drive.toUpperCase()) : path;
  } catch {
    return null;
  }
}

export function uriOf(path: string, windows = onWindows): string {
  return pathToFileURL(path, { windows }).href;
}
