/** Waiting for the broker after each message of a loop, where the producer would send many at a time and could be waited for once. */
import { infoOf } from '../../model/calls.ts';
import { isChunked, isStream } from '../../model/chunks.ts';
import { isQuerying } from '../../model/contexts.ts';
import { extentOf, isLarge, isSmall } from '../../model/extents.ts';
import type { Call, Extent, FileModel, Loop } from '../../model/file.ts';
import type { Finding, TraceStep } from '../../model/finding.ts';
import { dependsOnElement } from '../../model/flow.ts';
import { hotWay, waysTo } from '../../model/hot-path.ts';
import { goesOnAfterFailure, isCounted } from '../../model/meant-apart.ts';
import type { FnRef, Program } from '../../model/program.ts';
import { type Place, standing, walk } from '../../model/walk.ts';
import { callText, evidenceOf, loopStep, perElement, sizeName } from '../../model/wording.ts';
import type { Rule } from '../rule.ts';

export const flushPerMessage: Rule = {
  name: 'flush-per-message',
  summary: 'A producer is waited for after each message of a loop, instead of once after all of them.',
  subject: 'queues',
  severity: 'warning',
  languages: ['typescript', 'python'],
  fixes: 'never',
  *check(program, files) {
    for (const ref of standing(program, files, isQuerying)) {
      const found: Finding[] = [];
      walk(program, ref.file, ref.fn, {
        call(call, place) {
          const path = place.memo || place.failed || place.loops.length === 0 ? null : flushIn(program, ref.file, call);
          const at = path && repeated(program, ref.file, call, place);
          if (at) found.push(finding(program, ref, call, at, path));
        },
      });
      yield* found;
    }
  },
};

/** The way to the flush: the call itself, or a function that always flushes when it is called. */
function flushIn(program: Program, file: FileModel, call: Call): readonly TraceStep[] | null {
  const { row, target } = infoOf(program, file, call);
  if (row?.flushes) return [{ file: file.path, span: call.span, message: 'waits for the broker' }];
  const flush = target?.fn.body
    .flatMap((node) => (node.kind === 'call' ? (target.file.calls[node.id] ?? []) : []))
    .find((each) => infoOf(program, target.file, each).row?.flushes);
  if (!target || !flush) return null;
  return [
    { file: file.path, span: call.span, message: `calls \`${target.fn.name}\`` },
    { file: target.file.path, span: flush.span, message: 'waits for the broker' },
  ];
}

interface Repeated {
  readonly loop: Loop;
  readonly extent: Extent;
}

function repeated(program: Program, file: FileModel, call: Call, place: Place): Repeated | null {
  const loop = place.loops.find(({ over }) => over !== null);
  if (!loop?.over || loop.deliberate || loop.counts || loop.parallel || loop.style === 'while' || loop.style === 'do-while') return null;
  // Who asks for the next message wants this one to be safe.
  if (loop.style === 'for-await' || isStream(file, loop) || place.loops.some((each) => isChunked(file, each))) return null;
  // Have: for producer in producers: producer.flush(); for sent in all_sent: sent.get()
  const own = call.callee.reads.some((id) => file.bindings[id]?.loop === loop.id);
  if ((own || dependsOnElement(file, call.callee.reads, loop)) && !isSentHere(file, call, loop)) return null;
  if (isCounted(place.branches, loop) || goesOnAfterFailure(loop.body)) return null;
  const extent = extentOf(program, file, loop.over);
  return isSmall(extent) ? null : { loop, extent };
}

/** `producer.send(topic, row).get()`: what is waited for was sent in the same iteration. */
function isSentHere(file: FileModel, { callee: { root } }: Call, loop: Loop): boolean {
  const init = root.kind === 'binding' ? file.bindings[root.binding]?.init : null;
  const made = root.kind === 'call' ? root.call : init?.root.kind === 'call' ? init.root.call : null;
  const sent = made === null ? undefined : file.calls[made];
  return sent !== undefined && sent.member !== null && sent.loops.includes(loop.id) && !dependsOnElement(file, sent.callee.reads, loop);
}

function finding(program: Program, { file, fn }: FnRef, call: Call, { loop, extent }: Repeated, path: readonly TraceStep[]): Finding {
  const name = sizeName(file, loop);
  const hot = hotWay(
    program,
    waysTo(program, { file, fn }, null, () => true),
  );
  return {
    rule: 'flush-per-message',
    file: file.path,
    span: call.span,
    severity: hot && isLarge(extent) ? 'warning' : 'info',
    message: `${callText(call)} waits for the broker once per ${perElement(file, loop)}${name ? `: ${name} round trips` : ''}. Wait once, after the loop.`,
    growth: name ? `O(${name})` : null,
    evidence: evidenceOf(name, extent),
    trace: [loopStep(file, loop), ...path],
    fix: null,
  };
}
