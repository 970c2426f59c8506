/** A network is waited for while something is held that others need: a transaction with its connection and its rows, or a lock that all share. */
import { infoOf, operationOf } from '../../model/calls.ts';
import { isServing } from '../../model/contexts.ts';
import type { Branch, Call, FileModel } from '../../model/file.ts';
import type { Finding } from '../../model/finding.ts';
import { type Held, heldAt } from '../../model/held.ts';
import { hotEntry, isRare } from '../../model/how-often.ts';
import { type FnRef, nameOf, type Program } from '../../model/program.ts';
import { effectsAt } from '../../model/summaries.ts';
import { type Place, standing, walk } from '../../model/walk.ts';
import { BY_ADMINISTRATORS, callText, doubtText, entryStep, NOBODY_WAITS, PER } from '../../model/wording.ts';
import type { Rule } from '../rule.ts';
import { isConditional, isMeant, isOfAll, isOfOne, isOfResource, isPaced } from './locks.ts';
import { type Wait, waitOf } from './waits.ts';

export const lockHeldAcrossIo: Rule = {
  name: 'lock-held-across-io',
  summary: 'A transaction or a lock that others need is held while a network is waited for.',
  subject: 'concurrency',
  severity: 'warning',
  languages: ['typescript', 'python'],
  fixes: 'never',
  *check(program, files) {
    for (const { file, fn } of standing(program, files, isServing)) {
      if (isRare(program, file, fn)) continue;
      const found = new Map<number, Finding>();
      const written = new Set<number>();
      const branches: Branch[] = [];
      walk(program, file, fn, {
        branch: (branch) => void branches.push(branch),
        call(call, place) {
          const held = heldAt(program, { file, fn }, call, place);
          if (!held) return;
          const { start } = held.while;
          if (!found.has(start)) {
            const finding = waitsHolding(program, { file, fn }, call, place, held, written.has(start), branches);
            if (finding) found.set(start, finding);
          }
          if (file.language === 'python' && locksRows(program, file, call)) written.add(start);
        },
      });
      yield* found.values();
    }
  },
};

function waitsHolding(
  program: Program,
  { file, fn }: FnRef,
  call: Call,
  place: Place,
  held: Held,
  isWritten: boolean,
  branches: readonly Branch[],
): Finding | null {
  // What fills an empty place happens once, and what tells of a failure hardly ever.
  if (place.memo || place.failed) return null;
  const wait = waitOf(program, file, call, held.what);
  if (!wait || (held.lock && !isQueuedFor(program, file, call, place, held, wait, branches))) return null;
  const hot = hotEntry(program, file, fn);
  const doubt = !hot ? NOBODY_WAITS : hot.entry.administered ? BY_ADMINISTRATORS : doubtOf(program, file, held, wait, isWritten);
  const what = wait.op.kind === 'request' ? 'another service' : wait.op.kind === 'query' ? 'the database' : 'another program';
  const lock = held.lock && (nameOf(file, held.lock) ?? held.lock.text);
  const message = lock
    ? `${callText(call)} waits for ${what} while \`${lock}\` is held: all others who need it queue behind. Do it first, and take the lock only to keep what came of it.`
    : `${callText(call)} waits for ${what} inside of a transaction: until that answers, its connection is taken, and whatever it has written stays locked. Do it before the transaction begins, or when it is committed.`;
  return {
    rule: 'lock-held-across-io',
    file: file.path,
    span: call.span,
    severity: doubt === null ? 'warning' : 'info',
    message,
    growth: null,
    evidence: [...(hot ? [`runs per ${PER[hot.entry.kind]}: ${hot.entry.label}`] : []), ...doubtText(doubt)],
    trace: [
      ...(hot ? [entryStep(hot)] : []),
      { file: file.path, span: held.at, message: lock ? `takes \`${lock}\`` : `\`${held.text}\` begins a transaction` },
      ...wait.trace,
    ],
    fix: null,
  };
}

function isQueuedFor(program: Program, file: FileModel, call: Call, place: Place, held: Held, wait: Wait, branches: readonly Branch[]): boolean {
  const { lock } = held;
  if (!lock || isOfOne(file, lock) || isMeant(file, lock)) return false;
  return !isConditional(held, call, place, branches) && !isPaced(file, held) && !isOfResource(program, file, lock, wait);
}

function doubtOf(program: Program, file: FileModel, { lock }: Held, wait: Wait, isWritten: boolean): string | null {
  const { op, isConditional } = wait;
  if (lock && op.kind === 'query') return 'a query is mostly over within some milliseconds';
  if (lock) return isOfAll(program, file, lock) ? null : MANY_LOCKS;
  // Of mails, half went to a relay on the same machine, or went out hardly ever, where they were read.
  if (infoOf(program, wait.file, wait.call).row?.mails) return 'mails mostly go to a relay nearby';
  if (isConditional) return 'what is called waits on a condition only, which may never hold here';
  // Python's frameworks keep a connection for each thread, whether or not a transaction is open on it.
  return file.language === 'python' && !isWritten ? NOTHING_WRITTEN : null;
}

const MANY_LOCKS = 'each object has a lock of its own, and the code does not say how many share one';
const NOTHING_WRITTEN = 'nothing is known to be written before it, so it may lock no rows';

/** Have: order.save(), Order.objects.select_for_update().get(pk=pk): whoever else wants these rows waits for the end of the transaction. */
function locksRows(program: Program, file: FileModel, call: Call): boolean {
  if (/^(select_for_update|with_for_update|for_?update)$/i.test(call.member ?? '')) return true;
  if (operationOf(program, file, call)?.access === 'write') return true;
  const { target } = infoOf(program, file, call);
  return target !== null && effectsAt(program, file, call, target).some((e) => e.kind === 'query' && e.op.access === 'write');
}
