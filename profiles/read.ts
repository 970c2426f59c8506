/** Which profiler wrote this? Known by what is in it: names of files are whatever somebody chose. */
import { isObject, type Json } from './json.ts';
import { readLprof } from './lprof.ts';
import { readPprof } from './pprof.ts';
import { type Profile, ProfileError } from './profile.ts';
import { readPstats } from './pstats.ts';
import { readSpeedscope } from './speedscope.ts';
import { readChromeTrace, readCpuProfile } from './v8.ts';

/** What can be read, for people. */
export const knownFormats = '.cpuprofile (Node, Chrome), Chrome traces, cProfile, line_profiler, speedscope (py-spy) and pprof';

/** @param bytes unpacked, if they were packed; every failure is a `ProfileError` */
export function readProfile(bytes: Uint8Array): Profile {
  const profile = parse(bytes);
  if (profile.frames.length === 0 || !(profile.total > 0)) throw new ProfileError('holds no time: nothing ran while it was taken');
  return profile;
}

function parse(bytes: Uint8Array): Profile {
  const [first, second = 0] = bytes;
  if (first === undefined) throw new ProfileError('is empty');
  // Marshal's dictionary begins with the same brace as JSON's object; a key follows that is a tuple, or none at all.
  if ((first & 0x7f) === 0x7b && ((second & 0x7f) === 0x29 || (second & 0x7f) === 0x28 || second === 0x30)) return readPstats(bytes);
  if (first === 0x80 && second <= 5) return readLprof(bytes);
  const text = new TextDecoder().decode(bytes);
  if (/^\s*[[{]/.test(text)) return fromJson(text);
  // A message of Protocol Buffers has no mark; pprof's begins with what it measures.
  if (first === 0x0a) return readPprof(bytes);
  throw new ProfileError(`is no profile of a kind that can be read: ${knownFormats}`);
}

function fromJson(text: string): Profile {
  let root: Json;
  try {
    root = JSON.parse(text) as Json;
  } catch {
    throw new ProfileError('is cut off or damaged: it begins like JSON and does not go on so');
  }
  if (Array.isArray(root)) return readChromeTrace(root);
  if (isObject(root)) {
    if (Array.isArray(root.nodes)) return readCpuProfile(root);
    if (isObject(root.shared) && Array.isArray(root.profiles)) return readSpeedscope(root);
    if (Array.isArray(root.traceEvents)) return readChromeTrace(root.traceEvents);
  }
  throw new ProfileError(`is no profile of a kind that can be read: ${knownFormats}`);
}
