/** Whether a value is made of what an entry point is handed, followed back through the calls that lead from there. */
import { readsFor } from './arguments.ts';
import type { Call, FileModel } from './file.ts';
import { parametersBehind } from './flow.ts';
import { standingAround, type Way } from './hot-path.ts';
import type { FnRef, Program } from './program.ts';
import { callsIn, isSteady, OF_REQUEST } from './settled.ts';

/** The names that it goes by on its way, innermost first; null where it is made of something else. */
export function namesFromEntry(program: Program, from: FnRef, reads: readonly number[], way: Way): readonly string[] | null {
  const names: string[] = [];
  let [file, fn, known] = [from.file, from.fn, reads];
  for (const caller of [...way.calls, null]) {
    names.push(...known.flatMap((id) => file.bindings[id]?.name ?? []));
    if (known.some((id) => isLookedUp(file, id))) return null;
    const params = new Set([fn.id, ...closuresOf(program, file, known, fn.id)].flatMap((id) => [...parametersBehind(file, known, id)]));
    if (!caller) return params.size > 0 || known.some((id) => isOfRequest(file, id)) ? names : null;
    known = [...params].flatMap((param) => readsFor(caller.call, fn, param));
    file = caller.file;
    const next = standingAround(program, file, caller.call.fn);
    if (!next) return null;
    fn = next;
  }
  return null;
}

const WHO = /(user|account|client|session|remote)?_?(id|ip|address|addr|token|user|session)$/i;

/**
 * What a call finds for what the request says, as a row of a table, there may be few of, and it is no longer what was sent: `find(id)`, and not
 * `request.json()`, which is told nothing. Who asks is another each time.
 */
function isLookedUp(file: FileModel, id: number, isElement = false, depth = 0): boolean {
  const { init = null, param = null, elementOf = null } = file.bindings[id] ?? {};
  const made = elementOf === null ? init : (file.loops[elementOf]?.over ?? null);
  if (made === null) return false;
  // Have: keys = await redis.keys('room:*'), for (const key of keys); elements of what is rearranged at once were sent all the same.
  const ofElement = isElement || elementOf !== null;
  if (callsIn(file, made).some((call) => finds(call) && (call.awaited || !ofElement))) return true;
  // Have: book = find(id), name = book.name
  const [from, ...others] = new Set(made.reads);
  const isOwn = param === null || elementOf !== null;
  return depth < DEEPEST && isOwn && from !== undefined && from !== id && others.length === 0 && isLookedUp(file, from, ofElement, depth + 1);
}

const DEEPEST = 5;

function finds(call: Call): boolean {
  const name = call.member ?? call.text;
  return call.args.length > 0 && !isSteady(call) && !WHO.test(name) && !DECODES.test(name);
}

/** JSON.parse(body), readBody(event) */
const DECODES = /^(parse|loads|readBody)$/;

/** Closures that a function runs, whose parameters are read. */
function closuresOf(program: Program, file: FileModel, reads: readonly number[], root: number): number[] {
  return reads.flatMap((id) => {
    const home = file.bindings[id]?.fn;
    return home !== undefined && home !== root && standingAround(program, file, home)?.id === root ? [home] : [];
  });
}

/** Flask's `request`, which is imported. */
function isOfRequest(file: FileModel, id: number): boolean {
  const binding = file.bindings[id];
  return binding?.kind === 'import' && OF_REQUEST.test(binding.name);
}
