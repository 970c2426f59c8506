/** A client, a pool or a connection made anew by what runs per request or per element, where one for the whole program would do. */
import { infoOf } from '../../model/calls.ts';
import { isServing } from '../../model/contexts.ts';
import { extentOf, isFew, isLarge } from '../../model/extents.ts';
import type { Argument, Call, FileModel, Fn, Loop, Value } from '../../model/file.ts';
import type { Finding, TraceStep } from '../../model/finding.ts';
import { dependsOnElement } from '../../model/flow.ts';
import { isWhileDeveloping } from '../../model/for-developers.ts';
import { type HotWay, hotWay, stepsFrom, waysTo } from '../../model/hot-path.ts';
import { isRare } from '../../model/how-often.ts';
import { isKept, usedUpBy } from '../../model/kept.ts';
import type { MadeKind } from '../../model/knowledge.ts';
import { isRuledOut } from '../../model/needs.ts';
import type { FnRef, Program } from '../../model/program.ts';
import { isSettled } from '../../model/settled.ts';
import { type Place, standing, walk } from '../../model/walk.ts';
import { spanHolds } from '../../model/within.ts';
import {
  BY_ADMINISTRATORS,
  callText,
  doubtText,
  entryStep,
  evidenceOf,
  loopStep,
  NOT_MANY,
  notMany,
  PER,
  perElement,
  sizeName,
} from '../../model/wording.ts';
import type { Rule } from '../rule.ts';

export const clientPerRequest: Rule = {
  name: 'client-per-request',
  summary: 'A client, a pool, a connection, a model or a pool of processes is made anew per request or per element, instead of once.',
  subject: 'scaling',
  severity: 'warning',
  languages: ['typescript', 'python'],
  fixes: 'never',
  *check(program, files) {
    for (const { file, fn } of standing(program, files, isServing)) {
      const found: Finding[] = [];
      walk(program, file, fn, {
        call(call, place) {
          const { makes, sharedBy, connectsBy, apart = [] } = infoOf(program, file, call).row ?? {};
          if (
            !makes ||
            call.args.some((a) => isShared(a, sharedBy ?? [])) ||
            isUnconnected(call, connectsBy) ||
            place.memo ||
            place.failed ||
            isWhileDeveloping(file, call) ||
            !isAlike(program, file, call, apart) ||
            isSubscriber(file, call)
          )
            return;
          const finding = perElementOf(program, { file, fn }, call, place, makes) ?? perEntry(program, { file, fn }, call, place, makes);
          if (finding) found.push(finding);
        },
      });
      yield* found;
    }
  },
};

/** Have: new Queue('mails', { connection: redis }): what it would open is open already, unless it is told where to. */
function isShared({ name, value }: Argument, sharedBy: readonly string[]): boolean {
  if (sharedBy.includes(name ?? '')) return true;
  return value.properties.some((p) => sharedBy.includes(p.name) && p.value.root.kind !== 'new-object');
}

/** Have: const sql = knex({ client: 'pg' })('orders').where({ open: true }).toSQL(); */
function isUnconnected({ args: [given] }: Call, connectsBy: string | undefined): boolean {
  const { root, extent, properties } = given?.value ?? {};
  return connectsBy !== undefined && root?.kind === 'new-object' && extent?.class === 'constant' && !properties?.some((p) => p.name === connectsBy);
}

/** Nothing that it is made with depends on who asks, and nobody keeps it: one would serve all. */
function isAlike(program: Program, file: FileModel, call: Call, apart: readonly (number | string)[]): boolean {
  const told = call.args.filter((a, at) => a.spread || !apart.includes(a.name ?? at));
  return told.every((a) => isSettled(program, file, a.value)) && isSettled(program, file, call.callee) && !isKept(file, call);
}

/** Who waits for messages has a connection of its own. */
function isSubscriber(file: FileModel, call: Call): boolean {
  const holder = file.bindings.find((b) => b.init?.root.kind === 'call' && b.init.root.call === call.id);
  return (
    holder?.uses.some((use) => /^(p?subscribe|pSubscribe|monitor|listen|consume|xread|blpop|brpop)$/.test(use.method ?? use.path.at(-1) ?? '')) ??
    false
  );
}

/** Have: for (const id of ids) { const client = new S3Client({}); await client.send(…); } */
function perElementOf(program: Program, { file, fn }: FnRef, call: Call, place: Place, makes: MadeKind): Finding | null {
  const steps: TraceStep[] = [{ file: file.path, span: call.span, message: `makes a ${makes}` }];
  const own = loopAround(program, file, place, makes);
  if (own) return inLoop(program, file, call, makes, { file, loop: own }, steps);
  let found: Finding | null = null;
  const isUsedUp = usedUpBy(program, file, call);
  const ways = waysTo(program, { file, fn }, place, (at, way) => {
    if (!isUsedUp(at)) return false;
    const loop = loopAround(program, at.file, at.place, makes);
    // `for (const host of hosts) new Link(host).open()`: each of these may need what it makes.
    if (loop && dependsOnElement(at.file, at.call.callee.reads, loop)) return false;
    const caller = at.file.functions[at.call.fn];
    // What repeats it may itself run but once: when the program starts.
    const isRepeated = caller && isServing(at.file) && !isRare(program, at.file, caller);
    if (loop && isRepeated && !isRuledOut(program, at.file, at.call, way.ref, way.needs))
      found ??= inLoop(program, file, call, makes, { file: at.file, loop }, [...stepsFrom(at, way), ...steps]);
    return true;
  });
  for (const _ of ways) if (found) break;
  return found;
}

/** The innermost loop that repeats a place for something that may be many. A client more is a handshake more: that takes many to matter. */
function loopAround(program: Program, file: FileModel, place: Place, makes: MadeKind): Loop | null {
  return (
    place.loops.find((loop) => {
      const extent = loop.over && loop.style !== 'while' && loop.style !== 'do-while' ? extentOf(program, file, loop.over) : null;
      return extent !== null && !isFew(extent) && !isOncePerMany(place, loop) && ((!loop.counts && makes !== 'client') || isLarge(extent));
    }) ?? null
  );
}

/** Have: if count % 1000 == 0: copy_to_database(buffer) */
function isOncePerMany({ branches }: Place, loop: Loop): boolean {
  return branches.some(({ span, test }) => spanHolds(loop.span, span) && /%/.test(test?.text ?? ''));
}

function inLoop(
  program: Program,
  file: FileModel,
  call: Call,
  makes: MadeKind,
  at: { readonly file: FileModel; readonly loop: Loop },
  steps: readonly TraceStep[],
): Finding | null {
  const extent = at.loop.over ? extentOf(program, at.file, at.loop.over) : null;
  const name = sizeName(at.file, at.loop);
  const doubt = /^(client|pool|connection)$/.test(makes)
    ? CONNECTS_ANEW
    : !extent
      ? NOT_MANY
      : isLarge(extent) && extent.from !== 'paged'
        ? null
        : notMany(extent);
  return {
    rule: 'client-per-request',
    file: file.path,
    span: call.span,
    severity: doubt === null ? 'warning' : 'info',
    message: `${makerText(file, call)} ${WHAT[makes]} once per ${perElement(at.file, at.loop)}. Make it once, before the loop.`,
    growth: name ? `O(${name})` : null,
    evidence: [...(extent ? evidenceOf(name, extent) : []), ...doubtText(doubt)],
    trace: [loopStep(at.file, at.loop), ...steps],
    fix: null,
  };
}

/** Have: app.get('/', async (req, res) => { const pool = new Pool(); … }) */
function perEntry(program: Program, { file, fn }: FnRef, call: Call, place: Place, makes: MadeKind): Finding | null {
  const ways = waysTo(program, { file, fn }, place, usedUpBy(program, file, call));
  const hot = hotWay(program, ways);
  if (!hot || PROBE.test(hot.ref.file.path) || [hot.ref.fn, ...around(file, place.fn)].some(({ name }) => TRIES.test(name))) return null;
  if (!matters(hot, makes)) return null;
  const doubt = makes === 'pool' && isArgument(file, call) ? HANDED_ON : doubtOf(hot, makes, place.loops.length > 0);
  const per = PER[hot.entry.kind];
  return {
    rule: 'client-per-request',
    file: file.path,
    span: call.span,
    severity: doubt === null ? 'warning' : 'info',
    message: `${makerText(file, call)} ${WHAT[makes]} on every ${per}. ${REMEDY[makes]}`,
    growth: null,
    evidence: [`runs per ${per}: ${hot.entry.label}`, ...doubtText(doubt)],
    trace: [entryStep(hot), ...hot.steps, { file: file.path, span: call.span, message: `makes a ${makes}` }],
    fix: null,
  };
}

/** In JavaScript what makes an object says so. */
function makerText(file: FileModel, call: Call): string {
  return call.isNew && file.language === 'typescript' ? callText(call).replace('`', '`new ') : callText(call);
}

/** Have: def test_connection(): who tries whether a service is there connects anew on purpose, and seldom. */
const TRIES = /(^|[._])_*(test|try|check|ping|probe|discover|diagnose|diagnostics|debug|health)(?![a-z])|Health(check)?\b/;

/** Have: server/api/status.ts, routes/healthz.js: what asks it looks whether connections can be made. */
const PROBE = /(^|\/)(status|health\w*|live(ness)?|ready|readiness|ping)(\/(index|route))?\.([cm]?[jt]sx?|py)$/i;

/** A function and those that it stands in. */
function around(file: FileModel, fn: Fn): readonly Fn[] {
  const outer = fn.parent === null ? undefined : file.functions[fn.parent];
  return outer && outer !== fn ? [fn, ...around(file, outer)] : [fn];
}

/** Have: new TaskTracker(new Redis(url)): a pool connects with the first command, and whether it comes to one, others decide. */
function isArgument(file: FileModel, call: Call): boolean {
  const isIt = ({ root, path }: Value): boolean => root.kind === 'call' && root.call === call.id && path.length === 0;
  return file.calls.some(({ args }) => args.some(({ value }) => isIt(value)));
}

/** What is scheduled runs seldom. */
function matters({ entry }: HotWay, makes: MadeKind): boolean {
  return entry.serverless !== 'isolate' && (entry.kind !== 'job' || makes === 'pool' || makes === 'model');
}

/** Why it is no warning by itself; null where it is one. Clients of HTTP services lose what they could keep alive. */
function doubtOf({ entry }: HotWay, makes: MadeKind, isRepeated: boolean): string | null {
  if (entry.serverless === 'named') return 'the code does not say what sets it off: it may be a deployment';
  const isOfSocket = !isRepeated && /^handler decorated with `@(.*\.)?websocket(_route)?`$/.test(entry.label);
  if (isOfSocket && makes !== 'model') return 'a socket stays open, and is one of few';
  if (entry.kind === 'job') return 'a job runs now and then';
  if (entry.administered) return BY_ADMINISTRATORS;
  if (makes === 'client') return CONNECTS_ANEW;
  // Half of those that were read connected to something nearby, or were asked for now and then.
  if (makes === 'pool' || makes === 'connection') return 'it matters where it is asked for often, which the code does not say';
  return makes === 'worker' ? 'what it costs is the start of a thread, some milliseconds' : null;
}

const CONNECTS_ANEW = 'what it costs is a connection more, which many never notice';
const HANDED_ON = 'a pool connects with its first command, and whether it comes to one, others decide';

const WHAT: Readonly<Record<MadeKind, string>> = {
  pool: 'opens a pool of connections of its own',
  connection: 'opens a connection',
  client: 'makes a client that has to connect anew',
  model: 'loads the model anew',
  processes: 'starts processes of its own',
  worker: 'starts a thread with an engine of its own',
};

const REMEDY: Readonly<Record<MadeKind, string>> = {
  pool: 'Make it once, when the module loads, and share it.',
  connection: 'Share one, or take it from a pool.',
  client: 'Make it once, when the module loads, and share it.',
  model: 'Load it once, and share it.',
  processes: 'Start them once, and hand them what is to be done.',
  worker: 'Keep some, and send them what is to be done.',
};
