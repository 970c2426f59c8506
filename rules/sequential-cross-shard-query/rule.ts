/** A loop over databases that asks one after the other and waits for each, though none needs what another one answers. */

import { readsFor } from '../../model/arguments.ts';
import { infoOf, operationOf } from '../../model/calls.ts';
import { laterLinks } from '../../model/chains.ts';
import { isServing } from '../../model/contexts.ts';
import type { Call, FileModel, Fn, Loop, Node } from '../../model/file.ts';
import type { Finding, TraceStep } from '../../model/finding.ts';
import { hotEntry, isRare } from '../../model/how-often.ts';
import type { Program } from '../../model/program.ts';
import { loopOfHandedStore, storeLoop } from '../../model/store-loops.ts';
import { effectsAt } from '../../model/summaries.ts';
import { type Place, standing, walk } from '../../model/walk.ts';
import { callText, entryStep, loopStep, PER, perElement, sizeName } from '../../model/wording.ts';
import type { Rule } from '../rule.ts';

export const sequentialCrossShardQuery: Rule = {
  name: 'sequential-cross-shard-query',
  summary: 'A loop over databases or shards asks one after the other, though none needs the answer of another.',
  subject: 'sharding',
  severity: 'info',
  languages: ['typescript', 'python'],
  fixes: 'never',
  *check(program, files) {
    for (const { file, fn } of standing(program, files, isServing)) {
      if (isRare(program, file, fn)) continue;
      // Of several queries in one loop the first tells all there is to tell.
      const found = new Map<Loop, Finding>();
      walk(program, file, fn, {
        call(call, place) {
          const asked = place.memo || place.failed ? null : (direct(program, file, call, place) ?? throughCall(program, file, call, place));
          if (!asked || found.has(asked.loop) || !isIndependent(file, asked.loop, call)) return;
          found.set(asked.loop, finding(program, file, fn, call, asked));
        },
      });
      yield* found.values();
    }
  },
};

interface Asked {
  readonly loop: Loop;
  readonly steps: readonly TraceStep[];
}

/** Have: for (const pool of pools) { rows.push(await pool.query('SELECT …')) } */
function direct(program: Program, file: FileModel, call: Call, place: Place): Asked | null {
  const op = operationOf(program, file, call);
  // To write one after the other may be meant: what went wrong in one shard need not go wrong in all.
  if (op?.kind !== 'query' || op.access === 'write' || !(call.awaited || op.blocks || call.suspends)) return null;
  if (laterLinks(program, file, call).some((link) => operationOf(program, file, link)?.kind === 'query')) return null;
  const loop = storeLoop(program, file, call, place.loops);
  return loop && { loop, steps: [{ file: file.path, span: call.span, message: 'asks one database' }] };
}

/** Have: for (const pool of pools) { total += await countIn(pool) } */
function throughCall(program: Program, file: FileModel, call: Call, place: Place): Asked | null {
  const { target } = infoOf(program, file, call);
  if (!target || place.loops.length === 0) return null;
  const effects = effectsAt(program, file, call, target);
  if (effects.some(({ kind, op }) => kind === 'query' && op.access === 'write')) return null;
  for (const { kind, op, keys, trace } of effects) {
    if (kind !== 'query' || !(call.awaited || op.blocks || call.suspends)) continue;
    const reads = [...keys].flatMap((param) => readsFor(call, target.fn, param));
    const loop = loopOfHandedStore(program, file, reads, place.loops);
    if (loop) return { loop, steps: [{ file: file.path, span: call.span, message: `calls \`${target.fn.name}\`` }, ...trace] };
  }
  return null;
}

/** Each iteration runs to its end, and none is told what an earlier one found. */
function isIndependent(file: FileModel, loop: Loop, call: Call): boolean {
  if (loop.parallel || loop.deliberate || !/^(for-of|for-in|for|comprehension)$/.test(loop.style) || leaves(loop.body)) return false;
  const isCarried = (id: number): boolean => {
    const binding = file.bindings[id];
    return (
      binding !== undefined &&
      binding.loop !== loop.id &&
      binding.elementOf === null &&
      binding.uses.some(({ kind, loops }) => /^(assign|grow|shrink|property)$/.test(kind) && loops.includes(loop.id))
    );
  };
  return !call.args.some(({ value }) => value.reads.some(isCarried));
}

/** Have: for (const pool of pools) { const [row] = await find(pool, id); if (row) return row; } */
function leaves(nodes: readonly Node[]): boolean {
  return nodes.some((node) => {
    if (node.kind === 'exit') return node.exit === 'return' || node.exit === 'break';
    if (node.kind === 'branch') return node.arms.some(leaves);
    return node.kind === 'loop' && leaves(node.body);
  });
}

function finding(program: Program, file: FileModel, fn: Fn, call: Call, { loop, steps }: Asked): Finding {
  const hot = hotEntry(program, file, fn);
  const together = file.language === 'typescript' ? '`Promise.all`' : file.functions[call.fn]?.async ? '`asyncio.gather`' : 'a `ThreadPoolExecutor`';
  return {
    rule: 'sequential-cross-shard-query',
    file: file.path,
    span: call.span,
    severity: 'info',
    message: `${callText(call)} waits for one ${perElement(file, loop)} after the other, and none needs another's answer. Ask them together, with ${together}.`,
    growth: `O(${sizeName(file, loop) ?? 'shards'})`,
    evidence: ['each iteration asks another database', ...(hot ? [`runs per ${PER[hot.entry.kind]}: ${hot.entry.label}`] : [])],
    trace: [...(hot ? [entryStep(hot)] : []), loopStep(file, loop), ...steps],
    fix: null,
  };
}
