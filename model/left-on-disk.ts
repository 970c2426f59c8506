/** What one request leaves in a file of the machine that it happens to run on, and others read or are served from there: uploads, and files that stand for a database. */
import { operationOf } from './calls.ts';
import { collected } from './collected.ts';
import type { DiskPath } from './disk-paths.ts';
import { readersOf, type Touch, touchesIn, writersBelow, writersOf } from './disk-touches.ts';
import { entriesAbove } from './entries.ts';
import type { FileModel } from './file.ts';
import { memo, mountsAround, type Program } from './program.ts';
import { walk } from './walk.ts';

export interface LeftOnDisk {
  /** The file, or the folder of files. */
  readonly at: DiskPath;
  /** At least one; uploads, whose purpose is beyond doubt, come first. */
  readonly writers: readonly Touch[];
  /** Null where a framework serves the folder by itself. */
  readonly reader: Touch | null;
}

/** Folders that this file serves, and files and folders of which this file is the first to write what others read. */
export function leftOnDisk(program: Program, file: FileModel): readonly LeftOnDisk[] {
  const left: LeftOnDisk[] = [];
  for (const touch of touchesIn(program, file)) {
    if (left.some(({ at }) => at.path === touch.at.path)) continue;
    const found = touch.does === 'serves' ? servedFrom(program, touch) : isWrite(touch) ? readFrom(program, touch) : null;
    if (found) left.push(found);
  }
  return left;
}

function servedFrom(program: Program, reader: Touch): LeftOnDisk | null {
  const writers = writersBelow(program, reader.at).filter((writer) => isLeft(program, writer));
  return writers.length > 0
    ? { at: reader.at, writers: writers.toSorted((a, b) => Number(b.does === 'keeps') - Number(a.does === 'keeps')), reader }
    : null;
}

function readFrom(program: Program, writer: Touch): LeftOnDisk | null {
  const { at } = writer;
  if (!isLeft(program, writer)) return null;
  const readers = readersOf(program, at);
  // It is said where it is served.
  if (readers.some(({ does }) => does === 'serves')) return null;
  const writers = writersOf(program, at).filter((other) => isLeft(program, other));
  const reader = readers.find((each) => writers.some((other) => isOfAnother(program, each, other))) ?? null;
  if (writers[0] !== writer || (!reader && !isServedByFramework(program, writer))) return null;
  return { at, writers, reader };
}

function isWrite({ does }: Touch): boolean {
  return does === 'writes' || does === 'keeps';
}

/** Does it stay there when the request is over, and nowhere else? */
function isLeft(program: Program, writer: Touch): boolean {
  return memo<Touch, boolean>(
    program,
    'left on disk',
    writer,
    false,
    () =>
      !isPassing(program, writer) &&
      !isMounted(program, writer) &&
      !hasObjectStore(program, writer.file) &&
      !isRemoved(program, writer) &&
      !isRebuilt(program, writer),
  );
}

/** What a build makes, what may be gone at any time, copies of what is kept elsewhere, and what only people read. */
const PASSING = /^(te?mp|logs?|dist|build|out|node_modules|\..*)$|cache|backup|\.(log|pid|lock)$/i;

function isPassing(program: Program, { file, at }: Touch): boolean {
  return inPackage(program, file, at.path)
    .split('/')
    .some((step) => PASSING.test(step));
}

/** The path as people know it. */
export function inPackage(program: Program, file: FileModel, path: string): string {
  const { root } = program.packageOf(file.path);
  return path.startsWith(`${root}/`) ? path.slice(root.length + 1) : path.split('/').slice(-2).join('/');
}

/** Have, in compose.yaml: volumes: ['uploads:/app/uploads'] */
function isMounted(program: Program, { file, at }: Touch): boolean {
  const steps = inPackage(program, file, at.path).split('/');
  return mountsAround(program, file).some((mount) => steps.includes(mount.slice(mount.lastIndexOf('/') + 1)));
}

/** Who has a store that all machines share has chosen what is on the disk: it is on its way there, or is kept where there is no store, or made anew. */
function hasObjectStore(program: Program, file: FileModel): boolean {
  const { root } = program.packageOf(file.path);
  const uses = collected<{ readonly path: string }>(program, 'object stores', root, (each) =>
    each.context !== 'test' && each.imports.some(({ specifier }) => program.knowledge.isObjectStore(specifier))
      ? new Map([[program.packageOf(each.path).root, [{ path: each.path }]]])
      : new Map(),
  );
  return uses.length > 0;
}

/** Have: await writeFile(path, upload); await convert(path); await unlink(path); */
function isRemoved(program: Program, { file, at, given, way }: Touch): boolean {
  return touchesIn(program, file).some(
    (other) =>
      other.does === 'removes' && other.at.path === at.path && other.way?.ref.fn === way?.ref.fn && (!at.open || other.given.text === given.text),
  );
}

/** Of one file, and not of uploads: what it says comes from a database, and is there to be had again. */
function isRebuilt(program: Program, { at, way }: Touch): boolean {
  // What it reads before, it keeps.
  if (at.open || !way || readersOf(program, at).some((reader) => reader.way?.ref.fn === way.ref.fn)) return false;
  let asks = false;
  walk(program, way.ref.file, way.ref.fn, {
    call(call) {
      asks ||= operationOf(program, way.ref.file, call)?.kind === 'query';
    },
  });
  return asks;
}

/** Have: const page = read(file) ?? build(); write(file, page): who reads it writes it where it is missing. */
function isOfAnother(program: Program, reader: Touch, writer: Touch): boolean {
  if (!reader.way || !writer.way || reader.way.ref.fn === writer.way.ref.fn) return false;
  for (const { ref } of entriesAbove(program, writer.way.ref)) if (ref.fn === reader.way.ref.fn) return false;
  return true;
}

function isServedByFramework(program: Program, { file, at }: Touch): boolean {
  const { root, dependencies } = program.packageOf(file.path);
  return dependencies.has('next') && at.path.startsWith(`${root}/public/`);
}
