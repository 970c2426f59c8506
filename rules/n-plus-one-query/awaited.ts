/**
 * An awaited call of async Python whose body nobody shows. What is awaited waits for something outside of the process: of a row for what hangs on
 * it, and where the name says so for one thing by its key, or for one file on its way. Each waits for the one before.
 */
import { infoOf, operationOf } from '../../model/calls.ts';
import { earlierLinks } from '../../model/chains.ts';
import { isSmall } from '../../model/extents.ts';
import type { Call, FileModel, Loop, Node } from '../../model/file.ts';
import type { Finding } from '../../model/finding.ts';
import { importsLibrary } from '../../model/modules.ts';
import { isStored } from '../../model/one-row.ts';
import type { Program } from '../../model/program.ts';
import type { Place } from '../../model/walk.ts';
import { callText, doubtText, evidenceOf, loopStep, perElement, sizeName } from '../../model/wording.ts';
import { isOnlyOne } from './batchable.ts';
import { repeatingLoop } from './repeating.ts';

/** Have: for key in keys: user = await self.users.get_by_id(key) */
export function awaited(program: Program, file: FileModel, call: Call, place: Place): Finding | null {
  if (file.language !== 'python' || !call.suspends || call.member === null) return null;
  const { target, row } = infoOf(program, file, call);
  if (target || row || operationOf(program, file, call)) return null;
  const reads = [...call.args.flatMap((a) => a.value.reads), ...call.callee.reads];
  const found = repeatingLoop(program, file, reads, place.loops);
  if (!found || found.loop.parallel || found.loop.deliberate || isSmall(found.extent) || isOnlyOne(file, call, place, found.loop)) return null;
  if (leavesAfter(found.loop.body, call.span.end)) return null;
  const remedy = remedyOf(program, file, call, found.loop);
  if (!remedy) return null;
  const name = sizeName(file, found.loop);
  return {
    rule: 'n-plus-one-query',
    file: file.path,
    span: call.span,
    severity: 'info',
    message: `${callText(call)} is waited for once per ${perElement(file, found.loop)}${name ? `: ${name} round trips, one after the other` : ''}. ${remedy}`,
    growth: name ? `O(${name})` : null,
    evidence: [...evidenceOf(name, found.extent), ...doubtText('only its name says what it waits for')],
    trace: [loopStep(file, found.loop), { file: file.path, span: call.span, message: `waits for \`${call.text}\`` }],
    fix: null,
  };
}

/** Have: user = await users.get_by_id(key); if user.is_active: return user. It looks for the first that fits. */
function leavesAfter(nodes: readonly Node[], end: number): boolean {
  return nodes.some((node) => {
    if (node.kind === 'exit') return node.span.start >= end && (node.exit === 'return' || node.exit === 'break');
    return node.kind === 'branch' && !node.recovers && node.arms.some((arm) => leavesAfter(arm, end));
  });
}

const BY_KEY = /^_*(get|find|fetch|load|read|retrieve)_(\w+_)?by_(id|pk|key|uuid|slug)(_async|_or_none|_or_404)?$/;
const MOVES = /(^|_)(upload|download)(_|$)/;

function remedyOf(program: Program, file: FileModel, call: Call, loop: Loop): string | null {
  if (isOfRow(program, file, call, loop)) return 'Load what it asks for together with the rows.';
  const name = nameOf(file, call);
  if (BY_KEY.test(name)) return 'Ask for all of them at once.';
  return MOVES.test(name) ? 'Let several be on their way at the same time, as many as the service bears.' : null;
}

/** `upload.fn(…)` runs what Prefect made a task of. */
function nameOf(file: FileModel, { member, callee, text }: Call): string {
  const name = member ?? '';
  return name === 'fn' && importsLibrary(file, 'py:prefect') ? (callee.path.at(-1) ?? text.slice(0, -'.fn'.length)) : name;
}

/** Have: for order in (await session.scalars(query)).all(): await order.describe() */
function isOfRow(program: Program, file: FileModel, { callee }: Call, loop: Loop): boolean {
  const { root, path } = callee;
  const element = root.kind === 'binding' && path.length === 0 && loop.elements.includes(root.binding) ? file.bindings[root.binding] : undefined;
  return element !== undefined && !element.part && (isStored(program, file, callee) || isOfScalars(file, loop));
}

/** `result.scalars().all()`: SQLAlchemy's word for rows, whatever the query is. */
function isOfScalars(file: FileModel, { over }: Loop): boolean {
  const named = over?.root.kind === 'binding' && over.path.length === 0 ? file.bindings[over.root.binding]?.init : over;
  const call = named?.root.kind === 'call' && named.path.length === 0 ? file.calls[named.root.call] : undefined;
  return call !== undefined && importsLibrary(file, 'py:sqlalchemy') && [call, ...earlierLinks(file, call)].some((c) => c.member === 'scalars');
}
