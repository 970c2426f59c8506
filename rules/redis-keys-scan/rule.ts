/** A command that walks all keys of a store while somebody waits: the store has one thread, so that everybody else waits as well. */
import { infoOf } from '../../model/calls.ts';
import { isServing } from '../../model/contexts.ts';
import type { Call, FileModel } from '../../model/file.ts';
import type { Finding } from '../../model/finding.ts';
import { type HotWay, hotWay, waysTo } from '../../model/hot-path.ts';
import { isRare } from '../../model/how-often.ts';
import { hasOwnCacheWith } from '../../model/own-stores.ts';
import { standing, walk } from '../../model/walk.ts';
import { BY_ADMINISTRATORS, callText, doubtText, entryStep, NOBODY_WAITS, PER } from '../../model/wording.ts';
import type { Rule } from '../rule.ts';

export const redisKeysScan: Rule = {
  name: 'redis-keys-scan',
  summary: 'A Redis command walks all keys of the store, and until it is done the store answers nobody else.',
  subject: 'caching',
  severity: 'info',
  languages: ['typescript', 'python'],
  fixes: 'never',
  *check(program, files) {
    for (const { file, fn } of standing(program, files, isServing)) {
      if (isRare(program, file, fn)) continue;
      const found: Finding[] = [];
      walk(program, file, fn, {
        call(call, place) {
          const { walksStore: remedy, ofBackend } = infoOf(program, file, call).row ?? {};
          if (remedy === undefined || place.memo || isInBackground(call) || isPrivate(call)) return;
          if (ofBackend && call.member !== null && hasOwnCacheWith(program, call.member)) return;
          const hot = hotWay(
            program,
            waysTo(program, { file, fn }, place, () => true),
          );
          // Who runs once, when the module loads, harms the others once.
          if (hot || fn.kind !== 'module') found.push(finding(file, call, hot, remedy));
        },
      });
      yield* found;
    }
  },
};

/** `flushdb('ASYNC')`, `flushall(asynchronous=True)` */
function isInBackground(call: Call): boolean {
  return call.args.some(({ name, value }) => name === 'asynchronous' || /^['"]?async['"]?$/i.test(value.text) || value.literal === true);
}

/** Have: cache._cache.keys(), a dictionary where the cache is one in memory. */
function isPrivate({ callee }: Call): boolean {
  return callee.path.some((step) => step.startsWith('_'));
}

function finding(file: FileModel, call: Call, hot: HotWay | null, remedy: string): Finding {
  const deletes = /flush/i.test(call.member ?? call.text);
  const often = hot && hot.entry.kind !== 'job' && !hot.entry.administered && !deletes ? ` on every ${PER[hot.entry.kind]}` : '';
  const what = deletes ? 'deletes all keys of the store one by one' : 'walks all keys of the store';
  return {
    rule: 'redis-keys-scan',
    file: file.path,
    span: call.span,
    severity: 'info',
    message: `${callText(call)} ${what}${often}, and meanwhile Redis answers nobody. ${remedy}`,
    growth: 'O(keys)',
    evidence: [...(hot ? [`runs per ${PER[hot.entry.kind]}: ${hot.entry.label}`] : []), ...doubtText(doubtOf(hot, deletes))],
    trace: [...(hot ? [entryStep(hot), ...hot.steps] : []), { file: file.path, span: call.span, message: what }],
    fix: null,
  };
}

/** Of those that were read, two thirds walked some dozens of keys, or seldom: what that costs, the store says, and not the code. */
function doubtOf(hot: HotWay | null, deletes: boolean): string {
  if (deletes) return 'who deletes everything seldom does so per request';
  if (hot === null) return NOBODY_WAITS;
  if (hot.entry.kind === 'job') return 'a job runs now and then';
  return hot.entry.administered ? BY_ADMINISTRATORS : 'how many keys the store holds, the code does not say';
}
