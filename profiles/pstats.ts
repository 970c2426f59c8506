/**
 * cProfile's statistics, which `python -m cProfile -o FILE` writes: a dictionary from (file, line, name) to (primitive calls, calls, seconds
 * in it alone, seconds with all that it calls, its callers), in marshal's format. A line is one-based: where the function, or its first decorator,
 * begins. Recursive calls count once.
 */
import { type Dict, isDict, type Plain, readMarshal } from './marshal.ts';
import { type Frame, type Profile, ProfileError } from './profile.ts';

export function readPstats(bytes: Uint8Array): Profile {
  const root = readMarshal(bytes);
  if (!isDict(root)) throw new ProfileError('holds Python data, but no statistics of cProfile');
  const frames: Frame[] = [];
  const inclusive: number[] = [];
  const byKey = new Map<string, number>();
  let total = 0;
  for (const [key, value] of root.pairs) {
    const frame = frameOf(key);
    const [, , own, all] = entryOf(value);
    byKey.set(keyOf(frame), frames.length);
    frames.push(frame);
    const waits = WAITS.test(frame.name);
    inclusive.push(all);
    if (!waits) total += own;
  }
  const calls = root.pairs.flatMap(([, value], to) => {
    const callers = (value as readonly Plain[])[4];
    if (!isDict(callers)) throw new ProfileError('holds Python data, but no statistics of cProfile');
    return callsFrom(callers, byKey).map(({ from, time }) => ({ from, to, time }));
  });
  return { format: 'cProfile statistics', unit: 'seconds', total, frames, measure: { kind: 'functions', inclusive, calls } };
}

/** An event loop or a worker that has nothing to do sits here. */
const WAITS = /^<(?:built-in )?method '?(?:poll|control|select|select\.select|acquire)'?(?: of '(?:select|_thread)\.\w+' objects)?>$/;

function callsFrom(callers: Dict, byKey: ReadonlyMap<string, number>): { from: number; time: number }[] {
  return callers.pairs.flatMap(([key, value]) => {
    const from = byKey.get(keyOf(frameOf(key)));
    // The pure-Python profiler only counts here.
    if (from === undefined || !Array.isArray(value)) return [];
    return [{ from, time: entryOf(value)[3] }];
  });
}

function frameOf(key: Plain): Frame {
  const [file, line, name] = Array.isArray(key) ? (key as readonly Plain[]) : [];
  if (typeof file !== 'string' || typeof line !== 'number' || typeof name !== 'string')
    throw new ProfileError('holds Python data, but no statistics of cProfile');
  // Built-in functions stand in a file that is called so.
  return { name, file: file === '~' ? '' : file, line: line > 0 ? line : null, column: null };
}

function entryOf(value: Plain): readonly [number, number, number, number] {
  const [primitive, calls, own, all] = Array.isArray(value) ? (value as readonly Plain[]) : [];
  if (typeof primitive !== 'number' || typeof calls !== 'number' || !isTime(own) || !isTime(all))
    throw new ProfileError('holds Python data, but no statistics of cProfile');
  return [primitive, calls, own, all];
}

const isTime = (value: Plain | undefined): value is number => typeof value === 'number' && value >= 0 && value < Number.POSITIVE_INFINITY;
const keyOf = ({ file, line, name }: Frame): string => `${file}\n${line}\n${name}`;
