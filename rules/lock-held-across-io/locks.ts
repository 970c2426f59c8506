/** Locks that others queue for: which of them all share, and which are held across a wait because the wait is what they are for. */
import type { Branch, Call, FileModel, Value } from '../../model/file.ts';
import type { Held } from '../../model/held.ts';
import { outlivesRequests } from '../../model/long-lived.ts';
import { isPause } from '../../model/pauses.ts';
import { nameOf, type Program } from '../../model/program.ts';
import { thingOf } from '../../model/things.ts';
import type { Place } from '../../model/walk.ts';
import { spanHolds } from '../../model/within.ts';
import type { Wait } from './waits.ts';

/** One lock for all: of the module, of a class, or of an object that there is one of. */
export function isOfAll(program: Program, file: FileModel, lock: Value): boolean {
  if (outlivesRequests(program, file, lock)) return true;
  if (lock.root.kind === 'binding') return file.bindings[lock.root.binding]?.kind === 'class';
  const { root } = lock;
  const owner = root.kind === 'this' && root.class !== null ? file.classes[root.class] : undefined;
  return owner?.fields.some((f) => f.static && f.name === lock.path[0]) === true;
}

/** Have: locks[user_id], self._lock_of(user), const lock = new Mutex(); in the same function: one of many, or of nobody else. */
export function isOfOne(file: FileModel, { root, path }: Value): boolean {
  if (path.includes('[]')) return true;
  if (root.kind === 'this') return path.length === 0;
  const binding = root.kind === 'binding' ? file.bindings[root.binding] : undefined;
  return !binding || (binding.fn !== 0 && binding.kind !== 'import' && binding.kind !== 'class');
}

/** Have: refresh_lock, nonceMutex, rate_limit_lock: one at a time, or once, is what is meant. */
const MEANT =
  /rate|throttl|pace|serial|queue|order|sequen|nonce|once|init|load|refresh|renew|token|auth|login|connect|start|cron|job|sync|migrat|request|api|conn|session|client|socket|write|print|model|gpu/i;

export function isMeant(file: FileModel, lock: Value): boolean {
  return MEANT.test(nameOf(file, lock) ?? '');
}

/** Have: if self._rates is None: self._rates = fetch_rates(). What is done on one condition only is most often done once. */
export function isConditional(held: Held, call: Call, place: Place, branches: readonly Branch[]): boolean {
  const isInside = (branch: Branch): boolean => spanHolds(held.while, branch.span) && !branch.recovers;
  return (
    place.branches.some(isInside) ||
    branches.some((b) => isInside(b) && b.span.end <= call.span.start && b.arms.some((arm) => arm.some((node) => node.kind === 'exit')))
  );
}

/** Have: with lock: requests.get(url); time.sleep(1). Whoever waits on purpose spaces the others out. */
export function isPaced(file: FileModel, held: Held): boolean {
  return file.calls.some((call) => spanHolds(held.while, call.span) && isPause(call));
}

/** Have: with self._lock: self._connection.execute(…): a thread may not use it while another one does. What an event loop runs has no threads. */
export function isOfResource(program: Program, file: FileModel, lock: Value, { file: there, call }: Wait): boolean {
  const thing = thingOf(program, file, lock);
  if (file.language !== 'python' || (thing?.kind === 'instance' && !thing.type.startsWith('py:threading#'))) return false;
  const { root } = call.callee;
  return !(root.kind === 'binding' && there.bindings[root.binding]?.kind === 'import');
}
