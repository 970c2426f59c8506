/** What keys of a store begin with, and whether somebody takes out, or ends the time of, what begins so. */
import { collected } from './collected.ts';
import type { Call, FileModel, Value } from './file.ts';
import type { Program } from './program.ts';

const DEEPEST = 3;

/** `session:` of `session:${token}`, f'session:{token}' and 'session:' + token, `keyOf` of keyOf(user), `PREFIX` of `${PREFIX}:${id}`. */
export function prefixOf(file: FileModel, key: Value, depth = 0): string | null {
  const written = /^[rbf]*[`'"]+([^`'"${}%]+)/i.exec(key.text)?.[1];
  if (written) return written;
  const named = /^(?:[rbf]*[`'"]+\$?\{)?([\w.]+)/.exec(key.text)?.[1] ?? null;
  const binding = key.root.kind === 'binding' && key.path.length === 0 ? file.bindings[key.root.binding] : undefined;
  if (!binding) return /^[`'"]|\(|[A-Z]{3}/.test(key.text) ? lastWord(named) : null;
  if (binding.init && depth < DEEPEST && !binding.part) return prefixOf(file, binding.init, depth + 1);
  return null;
}

/** Names are imported, and stand in objects: `keys.session(user)` is `session`. */
function lastWord(name: string | null): string | null {
  return name?.slice(name.lastIndexOf('.') + 1) ?? null;
}

/** Somebody deletes, invalidates, or gives a time to keys that begin so, or that begin so as far as they can be seen. */
export function isTakenOut(program: Program, prefix: string): boolean {
  return takenOut(program, prefix).length > 0;
}

/** Beside it somebody takes keys out of which nothing tells how they begin: `redis.del(...keys)`. */
export function isAnyTakenOutNear(program: Program, file: FileModel): boolean {
  return takenOut(program, ANY).some((other) => folderOf(other.path) === folderOf(file.path));
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/'));
}

const ANY = '*';

const TAKES_OUT =
  /^(un|g)?_?(del|unlink|delete|expire|pexpire|getdel|remove|invalidat|clear|evict|purge|forget|destroy|persist|setex|psetex|touch|drop|revoke|reset)/i;
/** What they find is taken out next. */
const FINDS = /^(keys|scan|iterate)/i;

function takenOut(program: Program, prefix: string): readonly { readonly path: string }[] {
  return collected<{ readonly path: string }>(program, 'keys taken out', prefix, (file) => {
    const prefixes = new Set<string>();
    for (const call of file.calls) {
      const name = call.member ?? call.text;
      if (!TAKES_OUT.test(name) && !FINDS.test(name)) continue;
      for (const each of keysGiven(call)) {
        const found = prefixOf(file, each);
        if (found !== null) prefixes.add(found.replace(/\*.*/, ''));
        else if (isOnStore(call)) prefixes.add(ANY);
      }
    }
    return new Map([...prefixes].map((each) => [each, [{ path: file.path }]]));
  });
}

function isOnStore(call: Call): boolean {
  return /redis|cache|store|kv|client|pipe|multi|batch/i.test(call.callee.text) && /^(del|unlink|delete)/.test(call.member ?? '');
}

function keysGiven(call: Call): Value[] {
  return call.args.flatMap(({ value }) => [value, ...value.elements, ...value.properties.map((property) => property.value)]);
}
