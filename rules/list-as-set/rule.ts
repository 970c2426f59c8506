/** A list that is only ever asked “is it in there?”, so that every question walks all of it. */
import { operationOf } from '../../model/calls.ts';
import { usesOf } from '../../model/changes.ts';
import { isJudged } from '../../model/contexts.ts';
import { entryOf } from '../../model/entries.ts';
import { extentOf, isLarge, isSmall } from '../../model/extents.ts';
import type { Call, FileModel, Fn, Operation, Value } from '../../model/file.ts';
import type { Finding, FixIntent } from '../../model/finding.ts';
import { nameOf, type Program } from '../../model/program.ts';
import { isIndexable, isProvenToGrow, repeatedSearch } from '../../model/repeated-search.ts';
import { type Place, standsAlone, walk } from '../../model/walk.ts';
import { callText, evidenceOf, loopStep, perElement, samePlace, sizeName } from '../../model/wording.ts';
import type { Rule } from '../rule.ts';

/** Below this a scan of literals beats hashing the key. */
const SMALL_LITERAL_LIST = 16;

export const listAsSet: Rule = {
  name: 'list-as-set',
  summary: 'A list serves only for membership or uniqueness, and every question walks all of it.',
  subject: 'data-structures',
  severity: 'warning',
  languages: ['typescript'],
  fixes: 'sometimes',
  *check(program) {
    for (const file of program.files.values()) {
      if (!isJudged(file)) continue;
      for (const fn of file.functions) {
        if (!standsAlone(program, file, fn)) continue;
        const found: Finding[] = [];
        walk(program, file, fn, {
          call(call, place) {
            const op = operationOf(program, file, call);
            if (!op?.on || op.kind !== 'scan') return;
            const finding = dedupeByFilter(program, file, call, op) ?? (isIndexable(op) ? (growingList(program, file, call, op, place) ?? constantList(program, file, fn, call, op, place)) : null);
            if (finding) found.push(finding);
          },
        });
        yield* found;
      }
    }
  },
};

/** Have: xs.filter((x, i) => xs.indexOf(x) === i) */
function dedupeByFilter(program: Program, file: FileModel, call: Call, op: Operation): Finding | null {
  const list = op.on;
  if (op.form !== 'filter' || !list) return null;
  for (const equality of op.predicate?.equalities ?? []) {
    const inner = [equality.left, equality.right].map((side) => (side.root.kind === 'call' ? file.calls[side.root.call] : undefined)).find((c) => c !== undefined);
    if (!inner || !/^(indexOf|findIndex|lastIndexOf)$/.test(inner.member ?? '')) continue;
    // `self.indexOf(x)` with the list that filter passes third is the same list.
    const self = inner.callee.root.kind === 'binding' ? file.bindings[inner.callee.root.binding] : undefined;
    if (!samePlace(inner.callee, list) && !(self?.param === 2 && self.fn === inner.fn)) continue;
    const extent = extentOf(program, file, list);
    if (isSmall(extent)) return null;
    const name = nameOf(file, list);
    const growth = name ? `O(${name}²)` : null;
    return {
      rule: 'list-as-set',
      file: file.path,
      span: call.span,
      severity: isLarge(extent) ? 'warning' : 'info',
      message: `${callText(call)} removes duplicates by scanning ${name ? `\`${name}\`` : 'the list'} once per element${growth ? `: ${growth}` : ''}. Use a Set.`,
      growth,
      evidence: evidenceOf(name, extent),
      trace: [{ file: file.path, span: inner.span, message: `scans \`${list.text}\` for each element` }],
      fix: inner.member === 'indexOf' ? { kind: 'dedupe', file: file.path, call: call.span } : null,
    };
  }
  return null;
}

/** Have: for (const x of xs) { if (!out.includes(x)) out.push(x); } */
function growingList(program: Program, file: FileModel, call: Call, op: Operation & { readonly on: Value }, place: Place): Finding | null {
  const search = repeatedSearch(program, file, op.on, op.key?.reads ?? [], place.loops);
  if (search?.change !== 'grows') return null;
  const uses = usesOf(file, op.on);
  if (!uses) return null;
  const grows = uses.uses.filter((u) => u.kind === 'grow' && u.path.length === uses.path.length && u.loops.includes(search.loop.id));
  // What is put in must be what is looked for, or the growth has nothing to do with the search.
  const name = nameOf(file, op.on);
  const over = sizeName(file, search.loop);
  const growth = over ? `O(${over}²)` : null;
  const remedy = op.form === 'find' || op.form === 'findIndex' ? 'Keep a Map beside it' : onlyMembership(file, op.on) ? 'Make it a Set' : 'Keep a Set beside it';
  return {
    rule: 'list-as-set',
    file: file.path,
    span: call.span,
    severity: isProvenToGrow(file, search) ? 'warning' : 'info',
    message: `${callText(call)} scans ${name ? `\`${name}\`` : 'a list'}, which grows, once per ${perElement(file, search.loop)}${growth ? `: ${growth}` : ''}. ${remedy}.`,
    growth,
    evidence: [...evidenceOf(over, search.loopExtent), ...(name ? [`\`${name}\` grows in the same loop`] : [])],
    trace: [loopStep(file, search.loop), { file: file.path, span: call.span, message: `scans \`${op.on.text}\`` }, ...grows.slice(0, 1).map((g) => ({ file: file.path, span: g.span, message: `\`${op.on.text}\` grows` }))],
    fix: fixFor(file, op, call, search.loop.span, grows.map((g) => g.span)),
  };
}

function fixFor(file: FileModel, op: Operation & { readonly on: Value }, call: Call, loop: Call['span'], grows: readonly Call['span'][]): FixIntent | null {
  if (op.on.root.kind !== 'binding' || op.on.path.length > 0) return null;
  const binding = file.bindings[op.on.root.binding];
  if (!binding) return null;
  if (onlyMembership(file, op.on)) return { kind: 'set-instead-of-list', file: file.path, declaration: binding.span, uses: binding.uses.map((u) => ({ span: u.span, kind: u.kind })) };
  return { kind: 'index-beside-list', file: file.path, loop, call: call.span, form: op.form, declaration: binding.span, grows };
}

/** Nothing but membership tests and additions: the order and the positions of the elements matter to nobody. */
function onlyMembership(file: FileModel, list: Value): boolean {
  const place = usesOf(file, list);
  if (!place || list.path.length > (list.root.kind === 'this' ? 1 : 0)) return false;
  return place.uses.every((u) => u.kind === 'test' || (u.kind === 'grow' && u.method === 'push'));
}

/** Have: const COUNTRIES = ['AD', 'AE', …200 more]; … COUNTRIES.includes(code) … once per element, or per request. */
function constantList(program: Program, file: FileModel, fn: Fn, call: Call, op: Operation & { readonly on: Value }, place: Place): Finding | null {
  const list = op.on;
  if (op.predicate || list.root.kind !== 'binding' || list.path.length > 0 || call.result !== 'tested' && op.form !== 'includes') return null;
  const binding = file.bindings[list.root.binding];
  if (!binding || binding.fn !== 0 || binding.kind === 'import' || !binding.init || binding.init.root.kind !== 'new-list') return null;
  const count = binding.init.extent.count;
  if (count === null || count < SMALL_LITERAL_LIST || !onlyMembership(file, list)) return null;
  // Asked once, a list is as good as a set.
  const loop = place.loops.find((l) => l.over === null || !isSmall(extentOf(program, file, l.over)));
  const entry = entryOf(program, fn);
  if (!loop && !entry) return null;
  const over = loop ? sizeName(file, loop) : null;
  return {
    rule: 'list-as-set',
    file: file.path,
    span: call.span,
    // A fixed list costs a constant factor, however long.
    severity: 'info',
    message: `${callText(call)} scans ${count} literals per ${loop ? perElement(file, loop) : 'request'}${over ? `: O(${over} × ${count})` : ''}. Make \`${binding.name}\` a Set.`,
    growth: over ? `O(${over} × ${count})` : null,
    evidence: [`\`${binding.name}\`: ${count} literals`],
    trace: [...(loop ? [loopStep(file, loop)] : []), { file: file.path, span: binding.span, message: `\`${binding.name}\` is a list of ${count} literals` }],
    fix: binding.exported ? null : { kind: 'set-instead-of-list', file: file.path, declaration: binding.span, uses: binding.uses.map((u) => ({ span: u.span, kind: u.kind })) },
  };
}
