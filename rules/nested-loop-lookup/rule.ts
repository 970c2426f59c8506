/** A linear search through the same list, once per element of a loop: n × m steps where an index needs n + m. */
import { argumentOf } from '../../model/arguments.ts';
import { infoOf, operationOf } from '../../model/calls.ts';
import { isJudged } from '../../model/contexts.ts';
import { searchOf } from '../../model/equality-loop.ts';
import { extentOf, isSmall } from '../../model/extents.ts';
import type { Call, FileModel, Loop, Operation, Value } from '../../model/file.ts';
import type { Finding, FixIntent, TraceStep } from '../../model/finding.ts';
import { dependsOnElement } from '../../model/flow.ts';
import { nameOf, type Program } from '../../model/program.ts';
import {
  doubtOfSearch,
  isIndexable,
  isMembershipField,
  keepsFirst,
  type RepeatedSearch,
  repeatedSearch,
  stepsToSearch,
} from '../../model/repeated-search.ts';
import { growsParameter, summaryOf } from '../../model/summaries.ts';
import { standing, walk } from '../../model/walk.ts';
import { callText, doubtText, evidenceOf, growthOf, inWordsOf, loopStep, perElement, samePlace, sizeName } from '../../model/wording.ts';
import type { Rule } from '../rule.ts';

export const nestedLoopLookup: Rule = {
  name: 'nested-loop-lookup',
  summary: 'A linear search through the same list runs once per element of a loop.',
  subject: 'algorithms',
  severity: 'warning',
  languages: ['typescript', 'python'],
  fixes: 'sometimes',
  *check(program, files) {
    for (const { file, fn } of standing(program, files, isJudged)) {
      const found: Finding[] = [];
      walk(program, file, fn, {
        call(call, place) {
          // Have: for (const user of users) { … banned.includes(user.id) … }
          const op = operationOf(program, file, call);
          if (op && isIndexable(program, file, op)) push(found, direct(program, file, call, op, place.loops));
          // Have: for (const user of users) { … isBanned(banned, user) … }
          else push(found, throughCall(program, file, call, place.loops));
        },
        loop(loop, place) {
          // Have: for (const order of orders) for (const user of users) if (user.id === order.userId) …
          push(found, join(program, file, loop, place.loops));
        },
      });
      yield* found;
    }
  },
};

function push(found: Finding[], finding: Finding | null): void {
  if (finding) found.push(finding);
}

function direct(program: Program, file: FileModel, call: Call, op: Operation & { readonly on: Value }, loops: readonly Loop[]): Finding | null {
  // Only the part of a callback that is not the element can be looked up: `find((x) => x.start < y)` has no key.
  if (op.predicate && (op.predicate.negated ? op.form !== 'every' : op.form === 'every')) return null;
  const search = repeatedSearch(program, file, op.on, op.key?.reads ?? [], loops);
  // A list that grows in the loop, or serves membership only, is the business of list-as-set.
  if (search?.change !== 'no' || isMembershipField(file, op.on)) return null;
  // `xs.filter((x, i) => xs.indexOf(x) === i)` is one idea, and list-as-set's.
  if (isDedupe(file, call, search.loop) || keepsFirst(call, search.loop)) return null;
  const fix: FixIntent = { kind: 'index-before-loop', file: file.path, loop: search.hoist.span, call: call.span, form: op.form };
  return finding(
    program,
    file,
    call,
    search,
    file,
    [{ file: file.path, span: call.span, message: `scans \`${op.on.text}\`` }],
    remedyFor(call, op),
    fix,
  );
}

function isDedupe(file: FileModel, call: Call, loop: Loop): boolean {
  const over = loop.call === null ? undefined : file.calls[loop.call];
  if (!over?.op?.on || !samePlace(over.op.on, call.callee)) return false;
  return (
    over.op.predicate?.equalities.some((e) => [e.left, e.right].some((side) => side.root.kind === 'call' && side.root.call === call.id)) ?? false
  );
}

/** What answers the question in one step. */
function remedyFor(call: Call, op: Operation & { readonly on: Value }): string {
  if (op.form === 'filter') return 'Group it in a Map before the loop.';
  if (op.form === 'count') return 'Count them once, before the loop.';
  if (call.result === 'tested' || op.form === 'includes' || op.form === 'some' || op.form === 'every') return 'Build a Set before the loop.';
  if (op.form === 'find' || op.form === 'findLast') return 'Build a Map before the loop.';
  return 'Keep positions in a Map before the loop.';
}

function throughCall(program: Program, file: FileModel, call: Call, loops: readonly Loop[]): Finding | null {
  const { target } = infoOf(program, file, call);
  if (!target || loops.length === 0) return null;
  for (const effect of summaryOf(program, target).effects) {
    if (effect.kind !== 'scan' || !effect.list) continue;
    const keyReads = [...effect.keys].flatMap((p) => argumentOf(call, target.fn, p)?.value.reads ?? []);
    let search: RepeatedSearch | null;
    if ('param' in effect.list) {
      const argument = argumentOf(call, target.fn, effect.list.param)?.value;
      if (!argument) continue;
      // A helper that adds to the list as well is the business of list-as-set.
      if (growsParameter(program, target, effect.list.param)) continue;
      search = repeatedSearch(program, file, argument, keyReads, loops);
    } else {
      search = outsideSearch(program, file, effect.list, keyReads, loops);
    }
    if (search?.change !== 'no') continue;
    const trace: TraceStep[] = [{ file: file.path, span: call.span, message: `calls \`${target.fn.name}\`` }, ...effect.trace];
    return finding(
      program,
      file,
      call,
      search,
      'param' in effect.list ? file : effect.list.file,
      trace,
      'param' in effect.list ? 'Hand it a Set or a Map built before the loop.' : 'Keep a Set or a Map beside it.',
      null,
    );
  }
  return null;
}

/** The list is module state or a field: outside of the loop even where its name is not visible. Its size is judged where it is declared. */
function outsideSearch(
  program: Program,
  file: FileModel,
  list: { readonly file: FileModel; readonly value: Value },
  keyReads: readonly number[],
  loops: readonly Loop[],
): RepeatedSearch | null {
  const loop = loops.find((l) => dependsOnElement(file, keyReads, l));
  if (!loop?.over) return null;
  const loopExtent = extentOf(program, file, loop.over);
  const listExtent = extentOf(program, list.file, list.value);
  if (isSmall(loopExtent) || isSmall(listExtent)) return null;
  return { loop, hoist: loop, list: list.value, change: 'no', loopExtent, listExtent };
}

function join(program: Program, file: FileModel, inner: Loop, loops: readonly Loop[]): Finding | null {
  const sides = searchOf(file, inner);
  if (!inner.over || !sides) return null;
  const search = repeatedSearch(program, file, inner.over, sides.key.reads, loops);
  if (search?.change !== 'no') return null;
  // What each element is asked is another question each time: no index has the answers.
  const others = sides.own.reads.filter((id) => !inner.elements.includes(id));
  if (dependsOnElement(file, others, search.loop)) return null;
  const name = nameOf(file, inner.over);
  const growth = growthOf(file, search.loop, inner.over);
  const message = `inner loop walks all of \`${inner.over.text}\` once per ${perElement(file, search.loop)} to find equal keys${growth ? `: ${growth}` : ''}. ${inWordsOf(file, 'Build a Map before the outer loop.')}`;
  return {
    ...base(program, file, search, name, [loopStep(file, inner)]),
    span: inner.head,
    message,
    growth,
    fix: { kind: 'index-inner-loop', file: file.path, loop: search.hoist.span, inner: inner.span },
  };
}

function finding(
  program: Program,
  file: FileModel,
  call: Call,
  search: RepeatedSearch,
  listFile: FileModel,
  path: readonly TraceStep[],
  remedy: string,
  fix: FixIntent | null,
): Finding {
  const name = nameOf(listFile, search.list);
  const growth = growthOf(file, search.loop, search.list, listFile);
  const what = name ? `all of \`${name}\`` : 'the whole list';
  return {
    ...base(program, file, search, name, path),
    span: call.span,
    message: `${callText(call)} scans ${what} once per ${perElement(file, search.loop)}${growth ? `: ${growth}` : ''}. ${inWordsOf(file, remedy)}`,
    growth,
    fix,
  };
}

function base(
  program: Program,
  file: FileModel,
  search: RepeatedSearch,
  name: string | null,
  path: readonly TraceStep[],
): Pick<Finding, 'rule' | 'file' | 'severity' | 'evidence' | 'trace'> {
  const doubt = doubtOfSearch(program, file, search);
  return {
    rule: 'nested-loop-lookup',
    file: file.path,
    severity: doubt === null ? 'warning' : 'info',
    evidence: [...evidenceOf(sizeName(file, search.loop), search.loopExtent), ...evidenceOf(name, search.listExtent), ...doubtText(doubt)],
    trace: [...stepsToSearch(program, file, search, doubt), ...path],
  };
}
