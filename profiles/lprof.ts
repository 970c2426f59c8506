/**
 * line_profiler's statistics, which `kernprof -l` writes: a pickle of its class `LineStats`, whose `timings` lead from (file, line, name) to
 * (line, hits, time) of each line, in multiples of `unit` seconds. Lines are one-based, and the time of a line has what it calls in it.
 */
import { type Dict, isDict, type Plain } from './marshal.ts';
import { readPickle } from './pickle.ts';
import { type Frame, type LineTime, type Profile, ProfileError } from './profile.ts';

export function readLprof(bytes: Uint8Array): Profile {
  const root = readPickle(bytes, (module, name) => /^_?line_profiler(\._?line_profiler)?$/.test(module) && name === 'LineStats');
  if (!isDict(root)) return refuse();
  const unit = field(root, 'unit');
  const timings = field(root, 'timings');
  if (typeof unit !== 'number' || !isDict(timings)) return refuse();
  const frames: Frame[] = [];
  const lines: LineTime[][] = [];
  let total = 0;
  for (const [key, value] of timings.pairs) {
    const [file, line, name] = partsOf(key);
    if (typeof file !== 'string' || typeof line !== 'number' || typeof name !== 'string') return refuse();
    const times = partsOf(value).map((each): LineTime => {
      const [at, , time] = partsOf(each);
      return typeof at === 'number' && typeof time === 'number' ? { line: at, time: Math.max(0, time * unit) } : refuse();
    });
    frames.push({ name, file, line, column: null });
    lines.push(times);
    // Functions may have called one another: the longest is all that is certain.
    total = Math.max(
      total,
      times.reduce((sum, { time }) => sum + time, 0),
    );
  }
  return { format: 'line_profiler statistics', unit: 'seconds', total, frames, measure: { kind: 'lines', lines } };
}

function field(object: Dict, name: string): Plain | undefined {
  return object.pairs.find(([key]) => key === name)?.[1];
}

function partsOf(value: Plain): readonly Plain[] {
  return Array.isArray(value) ? (value as readonly Plain[]) : refuse();
}

function refuse(): never {
  throw new ProfileError('is a Python pickle, but no statistics of line_profiler');
}
