/** A cache that others share, to which each request adds an entry of its own for ever: its keys only ever grow in number. */
import { infoOf } from '../../model/calls.ts';
import { isServing } from '../../model/contexts.ts';
import { isOfFew } from '../../model/few-names.ts';
import type { Call, FileModel, Fn, Value } from '../../model/file.ts';
import type { Finding } from '../../model/finding.ts';
import { type HotWay, hotWay, waysTo } from '../../model/hot-path.ts';
import { isWaitedFor } from '../../model/how-often.ts';
import type { Stays } from '../../model/knowledge.ts';
import type { Program } from '../../model/program.ts';
import { isSettled } from '../../model/settled.ts';
import { isAnyTakenOutNear, isTakenOut, prefixOf } from '../../model/store-keys.ts';
import { standing, walk } from '../../model/walk.ts';
import { callText, entryStep, PER } from '../../model/wording.ts';
import type { Rule } from '../rule.ts';

export const cacheWithoutExpiry: Rule = {
  name: 'cache-without-expiry',
  summary: 'A shared cache is given an entry per request that nothing ever takes out: its keys only grow.',
  subject: 'caching',
  severity: 'info',
  languages: ['typescript', 'python'],
  fixes: 'never',
  *check(program, files) {
    for (const { file, fn } of standing(program, files, isServing)) {
      const found: Finding[] = [];
      walk(program, file, fn, {
        call(call, place) {
          const stays = infoOf(program, file, call).row?.stays;
          const key = call.args[0]?.value;
          if (!stays || !key || !isForEver(call, stays)) return;
          const prefix = prefixOf(file, key);
          if (prefix === null || !isTemporary(program, file, fn, call, prefix)) return;
          if (isTakenOut(program, prefix) || isAnyTakenOutNear(program, file)) return;
          const hot = hotWay(
            program,
            waysTo(program, { file, fn }, place, () => true),
          );
          // What is written once per run of a job or of a command has few keys.
          if (hot?.entry.kind === 'job' || (!hot && !isWaitedFor(program, file, fn))) return;
          if (isVaried(program, file, key)) found.push(finding(file, call, key, hot));
        },
      });
      yield* found;
    }
  },
};

/** Words of Redis that say something else than for how long. */
const OF_NO_TIME = /^(NX|XX|GET)$/i;

/** Nobody tells for how long, or that it is for ever. What we do not see may tell. */
function isForEver({ args }: Call, { until, position, ever }: Stays): boolean {
  if (args.some((a) => a.spread)) return false;
  const isWord = (name: string): boolean => until.some((word) => word.toLowerCase() === name.toLowerCase());
  const told = args.filter((a, at) => (a.name === null ? at >= position : isWord(a.name)));
  if (ever) return told.some((a) => ever.includes(a.value.text));
  return told.every(({ name, value }) => {
    if (name !== null) return false;
    if (typeof value.literal === 'string') return OF_NO_TIME.test(value.literal);
    return value.root.kind === 'new-object' && value.extent.class === 'constant' && !value.properties.some((p) => isWord(p.name));
  });
}

const TEMPORARY =
  /(session|token|otp|nonce|lock|captcha|verif|reset|challenge|temp|tmp|cache|dedup|rate|attempt|login|throttl|pending|magic|csrf|handoff|cooldown)/i;

/** A store may well be meant to keep what it is given. A cache says so by the name of its keys, of its function or file, or by asking first for what it then fills in. */
function isTemporary(program: Program, file: FileModel, fn: Fn, call: Call, prefix: string): boolean {
  // Have: async cachePlaylist(channel, playlist) { await redis.set(`channel:${channel}`, playlist); }
  if (TEMPORARY.test(prefix) || /cache/i.test(fn.name) || /cache[^/]*(\/[^/]*)?$/i.test(file.path.slice(program.packageOf(file.path).root.length)))
    return true;
  let asks = false;
  walk(program, file, fn, {
    call(other) {
      if (other === call || other.span.start > call.span.start || !/^(get|exists)$/.test(other.member ?? '')) return;
      asks ||=
        other.callee.text === call.callee.text && other.args[0]?.value.text === call.args[0]?.value.text && infoOf(program, file, other).row !== null;
    },
  });
  return asks;
}

/** There are as many keys as somebody asks for: what they are made of is no setting, and no kind, language or other word of a short list. */
function isVaried(program: Program, file: FileModel, key: Value): boolean {
  const made = writtenOut(file, key);
  const names = made.reads.filter((id) => !isSettled(program, file, { ...made, reads: [id] })).map((id) => file.bindings[id]?.name ?? '');
  const last = made.path.filter((step) => step !== '[]').slice(-1);
  return names.length > 0 && ![...names, ...last].some((name) => isOfFew(name));
}

/** `const key = `page:${page}`` */
function writtenOut(file: FileModel, key: Value): Value {
  const binding = key.root.kind === 'binding' && key.path.length === 0 ? file.bindings[key.root.binding] : undefined;
  return binding?.init && binding.param === null ? binding.init : key;
}

function finding(file: FileModel, call: Call, key: Value, hot: HotWay | null): Finding {
  return {
    rule: 'cache-without-expiry',
    file: file.path,
    span: call.span,
    severity: 'info',
    message: `${callText(call)} keeps an entry per \`${key.text.replaceAll('`', '')}\` for ever, and nothing ever takes one out: the keys of the store only grow. Say for how long.`,
    growth: `O(${key.text})`,
    evidence: hot ? [`runs per ${PER[hot.entry.kind]}: ${hot.entry.label}`] : [],
    trace: [...(hot ? [entryStep(hot), ...hot.steps] : []), { file: file.path, span: call.span, message: 'keeps it without an expiry' }],
    fix: null,
  };
}
