/** A library computes for long on the one thread that serves everybody, on the way of a request, often behind an `await` that looks as if others could go on. */
import { infoOf } from '../../model/calls.ts';
import { isServing } from '../../model/contexts.ts';
import { entryOf } from '../../model/entries.ts';
import type { Call, FileModel } from '../../model/file.ts';
import type { Finding } from '../../model/finding.ts';
import { type HotWay, hotWay, standingAround, type Way, waysTo } from '../../model/hot-path.ts';
import type { KnowledgeRow } from '../../model/knowledge.ts';
import { handedToLoop } from '../../model/on-loop.ts';
import type { FnRef, Program } from '../../model/program.ts';
import { standing, walk } from '../../model/walk.ts';
import { BY_ADMINISTRATORS, callText, doubtText, PER } from '../../model/wording.ts';
import type { Rule } from '../rule.ts';

export const cpuWorkInHandler: Rule = {
  name: 'cpu-work-in-handler',
  summary: 'A request computes for long on the thread that serves everybody.',
  subject: 'scaling',
  severity: 'warning',
  languages: ['typescript', 'python'],
  fixes: 'never',
  *check(program, files) {
    for (const { file, fn } of standing(program, files, isServing)) {
      // Of several calls of one library the first tells all there is to tell.
      const found = new Map<string, Finding>();
      walk(program, file, fn, {
        call(call, place) {
          const { row } = infoOf(program, file, call);
          const library = row?.symbol.slice(0, row.symbol.indexOf('#')) ?? '';
          if (!row?.computes || place.memo || place.failed || found.has(library) || isEmpty(call, row)) return;
          const ways = waysTo(program, { file, fn }, place, () => true);
          const hot = hotWay(program, onLoop(program, { file, fn }, ways));
          if (hot) found.set(library, finding(program, file, call, hot));
        },
      });
      yield* found.values();
    }
  },
};

/** Have: new JSDOM('').window */
function isEmpty({ args: [document] }: Call, { computes }: KnowledgeRow): boolean {
  return computes === 'document' && document !== undefined && document.value.literal !== null;
}

/** Where others wait for the same thread. */
function* onLoop(program: Program, from: FnRef, ways: Iterable<Way>): Iterable<Way> {
  for (const way of ways) {
    const entry = entryOf(program, way.ref.fn);
    // A process that serves one at a time keeps nobody waiting, and nobody waits for a job.
    if ((entry?.serverless && entry.serverless !== 'isolate') || entry?.kind === 'job') continue;
    if (from.file.language === 'typescript' || entry?.onLoop || runsOnLoop(program, from, way)) yield way;
  }
}

/** Have: @app.get('/') async def chart(): return draw() … def draw(): plt.savefig(…). Without the `async` each request has a thread. */
function runsOnLoop(program: Program, from: FnRef, { calls }: Way): boolean {
  const around = calls.map(({ file, call }) => standingAround(program, file, call.fn));
  return [from.fn, ...around].some((fn) => fn && (fn.async || handedToLoop(program, fn) !== null));
}

function finding(program: Program, file: FileModel, call: Call, { entry, ref, steps }: HotWay): Finding {
  const { row } = infoOf(program, file, call);
  const per = PER[entry.kind];
  const doubt = row?.computes !== 'long' ? SHORT : entry.administered ? BY_ADMINISTRATORS : null;
  const looks = call.awaited && file.language === 'typescript' ? ', awaited or not' : '';
  return {
    rule: 'cpu-work-in-handler',
    file: file.path,
    span: call.span,
    severity: doubt === null ? 'warning' : 'info',
    message: `${callText(call)} computes on the event loop's thread on every ${per}${looks}: all others wait. ${row?.remedy ?? ''}`,
    growth: null,
    evidence: [`runs per ${per}: ${entry.label}`, ...doubtText(doubt)],
    trace: [
      { file: ref.file.path, span: ref.fn.nameSpan, message: entry.label },
      ...steps,
      { file: file.path, span: call.span, message: `\`${call.text}\` computes` },
    ],
    fix: null,
  };
}

const SHORT = 'most documents are small, and a password is hashed or compared once per login';
