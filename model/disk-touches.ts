/** Which files of its machine the code writes, reads, serves and removes while it answers requests, as far as their paths are known. */
import { collected } from './collected.ts';
import { isServing } from './contexts.ts';
import { type DiskPath, diskPath, importedSymbol } from './disk-paths.ts';
import type { Argument, Call, FileModel, Value } from './file.ts';
import { isWhileDeveloping } from './for-developers.ts';
import { option } from './given-options.ts';
import { type HotWay, hotWay, placeOf, standingAround, waysTo } from './hot-path.ts';
import type { DiskRow } from './knowledge-tables.ts';
import { fileAt, memo, type Program } from './program.ts';

export interface Touch {
  readonly file: FileModel;
  readonly call: Call;
  readonly does: DiskRow['does'];
  readonly at: DiskPath;
  /** The path as it is written there. */
  readonly given: Value;
  /** How a request comes here; null where the framework does it for whoever asks. */
  readonly way: HotWay | null;
}

export function touchesIn(program: Program, file: FileModel): readonly Touch[] {
  if (!isServing(file)) return [];
  return memo<FileModel, readonly Touch[]>(program, 'touches of a file', file, [], () =>
    file.calls.flatMap((call) => touchesOf(program, file, call)),
  );
}

/** What reads what is at a path, or serves what lies below it. */
export function readersOf(program: Program, { path, open }: DiskPath): readonly Touch[] {
  const keys = [`read ${open ? 'in' : 'at'} ${path}`, ...foldersOf(path, open).map((folder) => `served ${folder}`)];
  return keys.flatMap((key) => touchesBy(program, key));
}

/** What writes a file, or one in a folder. */
export function writersOf(program: Program, { path }: DiskPath): readonly Touch[] {
  return touchesBy(program, `written ${path}`);
}

/** What writes somewhere below a folder. */
export function writersBelow(program: Program, { path }: DiskPath): readonly Touch[] {
  return touchesBy(program, `written below ${path}`);
}

function touchesBy(program: Program, key: string): readonly Touch[] {
  return (
    memo<Program['memory'], ReadonlyMap<string, readonly Touch[]>>(program, 'touches by place', program.memory, new Map(), () => {
      const touches = new Map<string, Touch[]>();
      for (const file of touchingFiles(program))
        for (const touch of touchesIn(program, file))
          for (const place of keysOf(touch)) {
            const others = touches.get(place);
            if (others) others.push(touch);
            else touches.set(place, [touch]);
          }
      return touches;
    }).get(key) ?? []
  );
}

/** By the names that a file mentions: what it does with them, others may have to be asked. */
function touchingFiles(program: Program): readonly FileModel[] {
  const mentions = ({ calls, imports }: FileModel): boolean =>
    calls.some(({ member, text }) => program.knowledge.mayTouchDisk(member ?? text)) ||
    imports.some(({ specifier, imported }) => program.knowledge.mayTouchDisk(imported) || program.knowledge.mayTouchDisk(specifier));
  return collected<{ readonly path: string }>(program, 'files that may touch the disk', '', (file) =>
    isServing(file) && mentions(file) ? new Map([['', [{ path: file.path }]]]) : new Map(),
  ).flatMap(({ path }) => fileAt(program, path) ?? []);
}

function keysOf({ does, at: { path, open } }: Touch): readonly string[] {
  if (does === 'removes') return [];
  if (does === 'serves') return [`served ${path}`];
  if (does === 'reads') return [`read ${open ? 'in' : 'at'} ${path}`];
  return [`written ${path}`, ...foldersOf(path, open).map((folder) => `written below ${folder}`)];
}

/** Whatever lies below one of the folders at the top of a machine is below too much. */
const TOP = 2;

function foldersOf(path: string, isFolder: boolean): string[] {
  const steps = path.split('/');
  const deepest = isFolder ? steps.length : steps.length - 1;
  return steps.slice(0, deepest).flatMap((_, i) => (i < TOP ? [] : [steps.slice(0, i + 1).join('/')]));
}

function touchesOf(program: Program, file: FileModel, call: Call): Touch[] {
  const row = program.knowledge.disk(importedSymbol(program, file, call), call.member, file.language);
  if (!row || isWhileDeveloping(file, call)) return [];
  const does = writesByMode(call, row) ? 'writes' : row.does;
  const values = pathsGiven(file, call, row);
  const along = (way: HotWay | null): Touch[] =>
    values.flatMap((given) => {
      const at = diskPath(program, file, given, way?.calls ?? []);
      return at ? [{ file, call, does, given, at: { ...at, open: at.open || row.below === true || does === 'keeps' }, way }] : [];
    });
  return does === 'serves' || does === 'keeps' ? along(null) : requestsTo(program, file, call).flatMap(along);
}

/** How requests come to a call, other than to one that runs where nothing is there yet, or after a failure: it fills a cache. */
function requestsTo(program: Program, file: FileModel, call: Call): readonly HotWay[] {
  const fn = standingAround(program, file, call.fn);
  const place = placeOf(program, file, call);
  if (!fn || !place || place.memo || place.failed) return [];
  const ways: HotWay[] = [];
  for (const way of waysTo(program, { file, fn }, place, () => true)) {
    const hot = hotWay(program, [way]);
    if (hot && /^(request|resolver)$/.test(hot.entry.kind)) ways.push(hot);
  }
  return ways;
}

/** `open(path, 'w')`, `path.open(mode='a')` */
function writesByMode({ args }: Call, { mode }: DiskRow): boolean {
  const given = mode === undefined ? undefined : (args.find((a) => a.name === 'mode') ?? (args[mode]?.name === null ? args[mode] : undefined));
  return /[wax+]/.test(String(given?.value.literal ?? ''));
}

function pathsGiven(file: FileModel, call: Call, row: DiskRow): readonly Value[] {
  if (row.at === null) return [call.callee];
  const given: Argument | undefined = call.args[row.at];
  // Have: profile.save('picture', content), which any storage may do
  if (row.byMember && call.args.filter((a) => a.name === null).length > 1 && row.does === 'writes') return [];
  if (row.option === undefined) return given && given.name === null ? [given.value] : [];
  const value = call.args.find((a) => a.name === row.option)?.value ?? (given ? option(given.value, row.option) : null);
  return value?.root.kind === 'function' ? handedBack(file, value.root.fn) : value ? [value] : [];
}

/** `destination: (req, file, callback) => callback(null, folder)` */
function handedBack(file: FileModel, id: number): readonly Value[] {
  const callback = file.functions[id]?.params[2]?.binding;
  return file.calls.flatMap(({ callee, member, args }) =>
    member === null && callee.root.kind === 'binding' && callee.root.binding === callback && args[1] ? [args[1].value] : [],
  );
}
