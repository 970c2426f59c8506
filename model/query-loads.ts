/** Which relations a query of Python's mappers is told to load with its rows, as names: `author`, `author.publisher`. */
import { argumentNamed } from './arguments.ts';
import type { Call, FileModel, Value } from './file.ts';
import type { Program } from './program.ts';
import { rowsOf } from './rows.ts';

export const LOADS = /^(select_related|prefetch_related|options)$/;

/** The relations that a function's own queries load. Null among them: one that cannot be read. */
export function loadsIn(program: Program, file: FileModel, fn: number): (string | null)[] {
  return file.calls
    .filter((call) => call.fn === fn && call.member !== null && LOADS.test(call.member))
    .flatMap((call) => {
      const loaded = loadedBy(program, file, call);
      return loaded ? [...loaded] : [null];
    });
}

/** `select_related('author', 'publisher__owner')`, `prefetch_related(Prefetch('tags', …))`, `options(selectinload(Book.tags))`. */
export function loadedBy(program: Program, file: FileModel, call: Call): ReadonlySet<string> | null {
  if (call.args.length === 0) return null;
  const all = call.args.map(({ value, spread }) => (spread ? null : relationsNamed(program, file, value)));
  return all.some((names) => names === null) ? null : new Set(all.flatMap((names) => names ?? []));
}

function relationsNamed(program: Program, file: FileModel, value: Value): readonly string[] | null {
  if (typeof value.literal === 'string') return [value.literal.replaceAll('__', '.')];
  const call = value.root.kind === 'call' && value.path.length === 0 ? file.calls[value.root.call] : undefined;
  const [first] = call?.args ?? [];
  if (!call || !first) return null;
  const before = call.member && call.callee.root.kind === 'call' ? relationsNamed(program, file, call.callee) : null;
  // `selectinload(Book.author).options(joinedload(Author.publisher))`, `joinedload(Book.author).load_only(Author.name)`
  if (before && call.member === 'load_only') return before;
  if (before && call.member === 'options') return further(before, loadedBy(program, file, call));
  const own = typeof first.value.literal === 'string' ? first.value.literal : first.value.path.at(-1);
  if (own === undefined) return null;
  // `selectinload(Book.author).joinedload(Author.publisher)`
  if (before) return further(before, new Set([own]));
  // `Prefetch('books', queryset=Book.objects.select_related('publisher'))`
  const rows = argumentNamed(call, 'queryset', 1)?.value;
  const names = [own.replaceAll('__', '.')];
  return rows ? further(names, rowsOf(program, file, rows)?.loaded ?? null) : names;
}

/** Names, and those that lead on from the last of them. */
function further(names: readonly string[], on: ReadonlySet<string> | null): readonly string[] | null {
  const last = names.at(-1);
  return on && [...names, ...[...on].map((name) => `${last}.${name}`)];
}

export function joined(a: ReadonlySet<string> | null, b: ReadonlySet<string> | null): ReadonlySet<string> | null {
  return a && b ? new Set([...a, ...b]) : null;
}
