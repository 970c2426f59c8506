/** A transaction committed once per element of a loop, where one for all would do: each commit waits until the database's disk has it. */
import { infoOf } from '../../model/calls.ts';
import { isChunked, isStream } from '../../model/chunks.ts';
import { isQuerying } from '../../model/contexts.ts';
import { extentOf, isFew, isKnownMany } from '../../model/extents.ts';
import type { Call, Extent, FileModel, Loop } from '../../model/file.ts';
import type { Finding, TraceStep } from '../../model/finding.ts';
import { dependsOnElement } from '../../model/flow.ts';
import { hotEntry } from '../../model/how-often.ts';
import { leadsTo } from '../../model/loop-work.ts';
import { goesOnAfterFailure, isCounted } from '../../model/meant-apart.ts';
import type { Program } from '../../model/program.ts';
import { type Place, standing, walk } from '../../model/walk.ts';
import { callText, evidenceOf, loopStep, perElement, sizeName } from '../../model/wording.ts';
import type { Rule } from '../rule.ts';

export const commitPerRow: Rule = {
  name: 'commit-per-row',
  summary: 'A transaction is committed once per element of a list, instead of once for all of them.',
  subject: 'database',
  severity: 'warning',
  languages: ['typescript', 'python'],
  fixes: 'never',
  *check(program, files) {
    for (const { file, fn } of standing(program, files, isQuerying)) {
      const found: Finding[] = [];
      walk(program, file, fn, {
        call(call, place) {
          const path = place.memo || place.loops.length === 0 ? null : commitIn(program, file, call);
          const at = path && repeated(program, file, call, place);
          if (at) found.push(finding(program, file, call, place, at, path));
        },
      });
      yield* found;
    }
  },
};

/** The way to the commit: the call itself, or a function that always commits when it is called. */
function commitIn(program: Program, file: FileModel, call: Call): readonly TraceStep[] | null {
  const { row, target } = infoOf(program, file, call);
  if (row?.commits) return [{ file: file.path, span: call.span, message: 'commits' }];
  // Deeper down, or where something must be missing first, it is about more than this loop's rows.
  const commit = target?.fn.body
    .flatMap((node) => (node.kind === 'call' ? (target.file.calls[node.id] ?? []) : []))
    .find((each) => infoOf(program, target.file, each).row?.commits);
  if (!target || !commit) return null;
  return [
    { file: file.path, span: call.span, message: `calls \`${target.fn.name}\`` },
    { file: target.file.path, span: commit.span, message: 'commits' },
  ];
}

interface Repeated {
  readonly loop: Loop;
  readonly extent: Extent;
}

function repeated(program: Program, file: FileModel, call: Call, place: Place): Repeated | null {
  const loop = place.loops.find(({ over }) => over !== null);
  if (!loop?.over || loop.deliberate || loop.counts || loop.style === 'while' || loop.style === 'do-while') return null;
  if (isStream(file, loop) || isChunked(file, loop) || isMeantApart(program, file, call, place, loop)) return null;
  const extent = extentOf(program, file, loop.over);
  return isFew(extent) ? null : { loop, extent };
}

function isMeantApart(program: Program, file: FileModel, call: Call, place: Place, loop: Loop): boolean {
  // Have: for shard in shards: shard.commit(), and with a session of its own for each
  const own = call.callee.reads.some((id) => file.bindings[id]?.loop === loop.id);
  // Have: try: … except: session.rollback(): each row succeeds or fails by itself
  return (
    isCounted(place.branches, loop) ||
    own ||
    dependsOnElement(file, call.callee.reads, loop) ||
    goesOnAfterFailure(loop.body) ||
    // A transaction is not kept open while somebody else is asked.
    file.calls.some((other) => other.loops.includes(loop.id) && leadsTo(program, file, other, (op) => op.kind === 'request' || op.weight === 'heavy'))
  );
}

function finding(program: Program, file: FileModel, call: Call, place: Place, { loop, extent }: Repeated, path: readonly TraceStep[]): Finding {
  const name = sizeName(file, loop);
  return {
    rule: 'commit-per-row',
    file: file.path,
    span: call.span,
    severity: isKnownMany(extent) && hotEntry(program, file, place.fn) ? 'warning' : 'info',
    message: `${callText(call)} commits once per ${perElement(file, loop)}${name ? `: O(${name}) waits for the disk` : ''}. ${path.length > 1 ? 'Write all of them, then commit once.' : 'Commit once, after the loop.'}`,
    growth: name ? `O(${name})` : null,
    evidence: evidenceOf(name, extent),
    trace: [loopStep(file, loop), ...path],
    fix: null,
  };
}
