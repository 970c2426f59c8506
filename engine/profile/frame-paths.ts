/**
 * Which file of the project does a profile mean? It was often taken elsewhere: in a container, from a bundle, by a browser. So paths are compared
 * from their ends, and only where one file alone fits best.
 */

/** The path in what a profiler wrote, forward slashes; null for what is no file of anybody's project. */
export function pathOfFrame(file: string): string | null {
  if (file === '' || /^(node|wasm|internal|evalmachine|native|chrome-extension|extensions)\b[:/]|^<|^\[/.test(file)) return null;
  const path = withoutScheme(file)?.replaceAll('\\', '/');
  if (path === undefined || /(^|\/)(node_modules|site-packages|dist-packages|lib\/python3?[\d.]*)\//.test(path)) return null;
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && (part !== '' || parts.length === 0)) parts.push(part);
  }
  return parts.join('/');
}

function withoutScheme(file: string): string | undefined {
  // `C:` is a drive.
  const scheme = /^([a-z][\w+.-]+):\/*/i.exec(file);
  if (!scheme) return file;
  try {
    const { pathname } = new URL(file);
    const path = decodeURIComponent(pathname);
    // `file:///C:/app`
    return scheme[1] === 'file' ? path.replace(/^\/(?=[a-z]:\/)/i, '') : path.replace(/^\/+/, '');
  } catch {
    return undefined;
  }
}

/** Finds files of a project by paths from elsewhere. */
export type FileFinder = (path: string) => string | null;

/**
 * @param files absolute
 * @param root the folder that the project is in
 */
export function fileFinder(files: Iterable<string>, root: string): FileFinder {
  const known = new Set(files);
  const byName = new Map<string, string[]>();
  for (const file of known) {
    const name = file.slice(file.lastIndexOf('/') + 1);
    const same = byName.get(name);
    if (same) same.push(file);
    else byName.set(name, [file]);
  }
  return (path) => {
    if (known.has(path)) return path;
    const candidates = (byName.get(path.slice(path.lastIndexOf('/') + 1)) ?? []).map((file) => ({ file, shared: sharedEnd(file, path) }));
    const most = Math.max(0, ...candidates.map(({ shared }) => shared));
    const best = candidates.filter(({ shared }) => shared === most);
    const [only] = best;
    if (only === undefined || best.length > 1) return null;
    // A name alone says much only where nothing stands before it.
    const inside = only.file.startsWith(`${root}/`) ? only.file.slice(root.length + 1) : only.file;
    const isWhole = most >= inside.split('/').length || most >= path.split('/').filter((part) => part !== '').length - 1;
    return most >= 2 || isWhole ? only.file : null;
  };
}

/** How many parts of two paths are alike, from the end. */
function sharedEnd(a: string, b: string): number {
  const [as, bs] = [a.split('/').reverse(), b.split('/').reverse()];
  let shared = 0;
  while (shared < as.length && as[shared] === bs[shared] && as[shared] !== '') shared++;
  return shared;
}
