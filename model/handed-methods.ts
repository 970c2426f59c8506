/**
 * Objects whose methods a class hands to somebody who runs them: `await self._run(self._api.get_album, key)`. Who does so again and again says that
 * they block; one that is called directly then does what the others must not.
 */
import { infoOf } from './calls.ts';
import type { Call, FileModel, Value } from './file.ts';
import { memo, type Program } from './program.ts';

export interface Habit {
  /** What the others are handed to, as written. */
  readonly taker: string;
  readonly example: Value;
}

/** As many as are no accident. */
const ENOUGH = 3;

/** The habit that a direct call breaks; null where there is none, or where the call is known. */
export function habitBrokenBy(program: Program, file: FileModel, call: Call): Habit | null {
  const { root, path } = call.callee;
  if (root.kind !== 'this' || root.class === null || path.length !== 1 || call.member === null || call.suspends) return null;
  const { target, row } = infoOf(program, file, call);
  if (target || row) return null;
  const place = `${root.class}.${path[0]}`;
  // Some of it is asynchronous.
  if (directlyAwaited(program, file).has(place)) return null;
  const word = firstWord(call.member);
  for (const [taker, methods] of handedMethods(program, file).get(place) ?? []) {
    const example = [...methods].find(([name]) => firstWord(name) === word)?.[1];
    // Have: self._api.close(), which waits for nothing: only what is named as the others are does what they do.
    if (methods.size >= ENOUGH && example) return { taker, example };
  }
  return null;
}

type Takers = Map<string, Map<string, Value>>;

/** By class and field, what is handed to whom, by name. */
function handedMethods(program: Program, file: FileModel): ReadonlyMap<string, Takers> {
  return memo<FileModel, ReadonlyMap<string, Takers>>(program, 'handed methods', file, new Map(), () => {
    const found = new Map<string, Takers>();
    for (const call of file.calls) {
      if (!call.suspends) continue;
      // `await loop.run_in_executor(None, self._api.get_album)`
      for (const { value } of call.args.slice(0, 2)) {
        const [field, method, ...more] = value.path;
        if (value.root.kind !== 'this' || field === undefined || method === undefined || more.length > 0) continue;
        const place = `${value.root.class}.${field}`;
        const takers: Takers = found.get(place) ?? new Map();
        const methods = takers.get(call.text) ?? new Map<string, Value>();
        found.set(place, takers.set(call.text, methods.set(method, value)));
      }
    }
    return found;
  });
}

function directlyAwaited(program: Program, file: FileModel): ReadonlySet<string> {
  return memo<FileModel, ReadonlySet<string>>(program, 'awaited fields', file, new Set(), () => {
    const awaited = file.calls.filter(({ suspends, member }) => suspends && member !== null);
    return new Set(awaited.flatMap(({ callee: { root, path } }) => (root.kind === 'this' && path.length === 1 ? [`${root.class}.${path[0]}`] : [])));
  });
}

/** `get` of `getAlbum` and of `get_album`. */
function firstWord(name: string): string {
  return /^_*[a-z]+/.exec(name)?.[0] ?? name;
}
