/** A list that is only ever asked “is it in there?”, so that every question walks all of it. */
import { argumentOf } from '../../model/arguments.ts';
import { infoOf, operationOf } from '../../model/calls.ts';
import { isStackIn, usesOf } from '../../model/changes.ts';
import { isJudged } from '../../model/contexts.ts';
import { searchedKey } from '../../model/equality-loop.ts';
import { extentOf, isSmall } from '../../model/extents.ts';
import { isOfEach, isOfFew } from '../../model/few-names.ts';
import type { Call, FileModel, Fn, Loop, Operation, Span, Value } from '../../model/file.ts';
import type { Finding, FixIntent, TraceStep } from '../../model/finding.ts';
import { dependsOnElement, variesIn } from '../../model/flow.ts';
import { nameOf, type Program } from '../../model/program.ts';
import {
  doubtOfSearch,
  isIndexable,
  isMembershipField,
  type RepeatedSearch,
  repeatedSearch,
  servesMembershipOnly,
  stepsToSearch,
} from '../../model/repeated-search.ts';
import { growsParameter, summaryOf } from '../../model/summaries.ts';
import { isAppend } from '../../model/use.ts';
import { standing, walk } from '../../model/walk.ts';
import { callText, doubtText, evidenceOf, inWordsOf, perElement, SHARED, sizeName } from '../../model/wording.ts';
import type { Rule } from '../rule.ts';
import { constantList, constantListInHelper } from './constant-list.ts';
import { duplicates } from './duplicates.ts';
import { keptList } from './kept-list.ts';

export const listAsSet: Rule = {
  name: 'list-as-set',
  summary: 'A list serves only for membership or uniqueness, and every question walks all of it.',
  subject: 'data-structures',
  severity: 'warning',
  languages: ['typescript', 'python'],
  fixes: 'sometimes',
  *check(program, files) {
    const found: Finding[] = [];
    const push = (finding: Finding | null): void => {
      if (finding) found.push(finding);
    };
    for (const { file, fn } of standing(program, files, isJudged)) {
      walk(program, file, fn, {
        call(call, place) {
          const op = operationOf(program, file, call);
          if (!op?.on || op.kind !== 'scan') {
            push(growsInHelper(program, file, call, place.loops) ?? constantListInHelper(program, file, call, place));
          } else if (isIndexable(program, file, op)) {
            push(
              duplicates(program, file, call, op) ??
                changingList(program, file, call, op, place.loops) ??
                constantList(program, file, fn, call, op, place) ??
                searchedAndKept(program, file, fn, call, op, place.loops),
            );
          } else push(duplicates(program, file, call, op));
        },
        // Have: for (const path of paths) if (path.node === node) return path; … paths.push(path)
        loop(loop, place) {
          const key = place.loops.length === 0 ? searchedKey(file, loop) : null;
          if (!key || !loop.over) return;
          const text = `a loop over \`${loop.over.text}\``;
          push(keptList(program, file, fn, { span: loop.head, text, list: loop.over, key, byProperty: true }, null));
        },
      });
    }
    yield* found;
  },
};

/** Have: add(pad) { if (!this.pads.includes(pad)) this.pads.push(pad); } */
function searchedAndKept(
  program: Program,
  file: FileModel,
  fn: Fn,
  call: Call,
  op: Operation & { readonly on: Value },
  loops: readonly Loop[],
): Finding | null {
  // In a loop that repeats it with other keys it is a nested lookup; to remove or to count one asks no question.
  if (!op.key || op.form === 'remove' || op.form === 'count' || repeatedSearch(program, file, op.on, op.key.reads, loops)) return null;
  const byProperty = op.predicate?.equalities.some((e) => e.left.path.length > 0 || e.right.path.length > 0) ?? false;
  const fix = !byProperty && servesMembershipOnly(file, op.on) ? setInstead(file, op.on) : null;
  return keptList(program, file, fn, { span: call.span, text: callText(call), list: op.on, key: op.key, byProperty }, fix);
}

function changingList(program: Program, file: FileModel, call: Call, op: Operation & { readonly on: Value }, loops: readonly Loop[]): Finding | null {
  const search = repeatedSearch(program, file, op.on, op.key?.reads ?? [], loops);
  // Have: for (const x of xs) { if (!out.includes(x)) out.push(x); }
  if (search?.change === 'grows') return growing(program, file, call, op, search);
  // Have: messages.filter((m) => !this.muted.includes(m.from)), with this.muted.push(…) elsewhere
  if (search?.change === 'no')
    return isMembershipField(file, op.on) ? report(program, file, call, search, 'all of', 'Make it a Set', [], setInstead(file, op.on)) : null;
  return removal(program, file, call, op, loops);
}

function growing(program: Program, file: FileModel, call: Call, op: Operation & { readonly on: Value }, search: RepeatedSearch): Finding | null {
  const place = usesOf(file, op.on);
  const grows = place?.uses.filter((u) => u.kind === 'grow' && u.path.length === place.path.length && u.loops.includes(search.loop.id)) ?? [];
  const remedy =
    op.form === 'find' || op.form === 'findIndex'
      ? 'Keep a Map beside it'
      : servesMembershipOnly(file, op.on)
        ? 'Make it a Set'
        : 'Keep a Set beside it';
  const steps = grows.slice(0, 1).map((g) => ({ file: file.path, span: g.span, message: `\`${op.on.text}\` grows` }));
  const finding = report(
    program,
    file,
    call,
    search,
    'growing',
    remedy,
    steps,
    servesMembershipOnly(file, op.on)
      ? setInstead(file, op.on)
      : isStackIn(file, op.on, search.loop)
        ? null
        : besideList(
            file,
            call,
            op,
            search.loop,
            grows.map((g) => g.span),
          ),
  );
  if (finding.severity === 'info' || !op.key || !isShared(file, op.key, search.loop)) return finding;
  return { ...finding, severity: 'info', evidence: [...finding.evidence, ...doubtText(SHARED)] };
}

/** Have: if (!cities.includes(order.city)) cities.push(order.city), dayOf(order): however many orders there are, the list may stay short. */
function isShared(file: FileModel, key: Value, loop: Loop): boolean {
  const binding = key.root.kind === 'binding' ? file.bindings[key.root.binding] : undefined;
  const made = key.path.length === 0 && binding?.kind === 'const' && binding.init && !loop.elements.includes(binding.id) ? binding.init : key;
  const [last] = made.path.slice(-1);
  if (made.root.kind === 'call') return true;
  return last !== undefined && (made.path.length > 1 || !isOfEach(last) || isOfFew(last));
}

/** Have: for (const id of done) { const at = open.indexOf(id); if (at >= 0) open.splice(at, 1); } */
function removal(program: Program, file: FileModel, call: Call, op: Operation & { readonly on: Value }, loops: readonly Loop[]): Finding | null {
  if (op.form !== 'indexOf' && op.form !== 'findIndex' && op.form !== 'remove') return null;
  const loop = loops.find((l) => dependsOnElement(file, op.key?.reads ?? [], l));
  const place = usesOf(file, op.on);
  if (!loop?.over || !place || variesIn(file, op.on, loop)) return null;
  const changes = place.uses.filter(
    (u) => u.path.length === place.path.length && u.loops.includes(loop.id) && (u.kind === 'shrink' || u.kind === 'reorder' || u.kind === 'assign'),
  );
  if (changes.length === 0 || changes.some((u) => u.method !== 'splice' && u.method !== 'remove')) return null;
  const loopExtent = extentOf(program, file, loop.over);
  const listExtent = extentOf(program, file, op.on);
  if (isSmall(loopExtent) || isSmall(listExtent)) return null;
  return report(
    program,
    file,
    call,
    { loop, hoist: loop, list: op.on, change: 'changes', loopExtent, listExtent },
    'all of',
    place.uses.every((u) => changes.includes(u) || u.kind === 'test' || isAppend(u))
      ? 'A Set deletes in one step'
      : 'Filter it once, by a Set of what goes',
    [],
    null,
  );
}

/** Have: for (const word of words) addOnce(all, word); … function addOnce(list, item) { if (!list.includes(item)) list.push(item); } */
function growsInHelper(program: Program, file: FileModel, call: Call, loops: readonly Loop[]): Finding | null {
  const { target } = infoOf(program, file, call);
  if (!target || loops.length === 0) return null;
  for (const effect of summaryOf(program, target).effects) {
    if (effect.kind !== 'scan' || !effect.list || !('param' in effect.list) || !growsParameter(program, target, effect.list.param)) continue;
    const list = argumentOf(call, target.fn, effect.list.param)?.value;
    const keys = [...effect.keys].flatMap((p) => argumentOf(call, target.fn, p)?.value.reads ?? []);
    const search = list ? repeatedSearch(program, file, list, keys, loops) : null;
    if (!search) continue;
    return report(
      program,
      file,
      call,
      search,
      'growing',
      'Make it a Set',
      [{ file: file.path, span: call.span, message: `calls \`${target.fn.name}\`` }, ...effect.trace],
      null,
    );
  }
  return null;
}

function report(
  program: Program,
  file: FileModel,
  call: Call,
  search: RepeatedSearch,
  how: 'growing' | 'all of',
  remedy: string,
  steps: readonly TraceStep[],
  fix: FixIntent | null,
): Finding {
  const doubt = doubtOfSearch(program, file, search);
  const name = nameOf(file, search.list);
  const over = sizeName(file, search.loop);
  const growth = !over ? null : how === 'growing' ? `O(${over}²)` : name ? `O(${over} × ${name})` : null;
  const what = how === 'growing' ? `${name ? `\`${name}\`` : 'a list'}, which grows,` : `all of ${name ? `\`${name}\`` : 'a list'}`;
  return {
    rule: 'list-as-set',
    file: file.path,
    span: call.span,
    severity: doubt === null ? 'warning' : 'info',
    message: `${callText(call)} scans ${what} once per ${perElement(file, search.loop)}${growth ? `: ${growth}` : ''}. ${inWordsOf(file, remedy)}.`,
    growth,
    evidence: [
      ...evidenceOf(over, search.loopExtent),
      ...(how === 'growing' && name ? [`\`${name}\` grows in the same loop`] : evidenceOf(name, search.listExtent)),
      ...doubtText(doubt),
    ],
    trace: [...stepsToSearch(program, file, search, doubt), { file: file.path, span: call.span, message: `scans \`${search.list.text}\`` }, ...steps],
    fix,
  };
}

function setInstead(file: FileModel, list: Value): FixIntent | null {
  const place = usesOf(file, list);
  const declaration = declarationSpan(file, list);
  if (!place || !declaration) return null;
  return { kind: 'set-instead-of-list', file: file.path, declaration, uses: place.uses.map((u) => ({ span: u.span, kind: u.kind })) };
}

function declarationSpan(file: FileModel, list: Value): Span | null {
  if (list.root.kind === 'binding') return file.bindings[list.root.binding]?.span ?? null;
  const owner = list.root.kind === 'this' && list.root.class !== null ? file.classes[list.root.class] : undefined;
  return owner?.fields.find((f) => f.name === list.path[0])?.span ?? null;
}

function besideList(file: FileModel, call: Call, op: Operation & { readonly on: Value }, loop: Loop, grows: readonly Span[]): FixIntent | null {
  const declaration = op.on.root.kind === 'binding' && op.on.path.length === 0 ? declarationSpan(file, op.on) : null;
  return declaration ? { kind: 'index-beside-list', file: file.path, loop: loop.span, call: call.span, form: op.form, declaration, grows } : null;
}
