/** A list that is searched once per element of its own, to drop or to find what it holds twice. */
import { extentOf, isFilled, isPiled, isSmall } from '../../model/extents.ts';
import type { Call, Extent, FileModel, Loop, Operation, Value } from '../../model/file.ts';
import type { Finding } from '../../model/finding.ts';
import { nameOf, type Program } from '../../model/program.ts';
import { keepsFirst } from '../../model/repeated-search.ts';
import { callText, doubtText, evidenceOf, inWordsOf, notMany, SHARED, samePlace } from '../../model/wording.ts';

/** Have: xs.filter((x, i) => xs.indexOf(x) === i), or `some` with `!==`. */
export function duplicates(program: Program, file: FileModel, call: Call, op: Operation): Finding | null {
  const list = op.on;
  const [loop] = call.loops.flatMap((id) => file.loops[id] ?? []);
  if (list && loop && keepsFirst(call, loop)) return firstOfEach(program, file, call, list, loop);
  if (!/^(filter|some|every|find)$/.test(op.form) || !list) return null;
  for (const equality of op.predicate?.equalities ?? []) {
    const inner = [equality.left, equality.right]
      .map((side) => (side.root.kind === 'call' ? file.calls[side.root.call] : undefined))
      .find((c) => c !== undefined);
    if (!inner || !/^(indexOf|findIndex|lastIndexOf)$/.test(inner.member ?? '')) continue;
    // `self.indexOf(x)` with the list that filter passes third is the same list.
    const self = inner.callee.root.kind === 'binding' ? file.bindings[inner.callee.root.binding] : undefined;
    if (!samePlace(inner.callee, list) && !(self?.param === 2 && self.fn === inner.fn)) continue;
    const extent = extentOf(program, file, list);
    if (isSmall(extent)) return null;
    const name = nameOf(file, list);
    const doubt = doubtOf(extent);
    const growth = name ? `O(${name}²)` : null;
    // `filter((x, i) => xs.indexOf(x) !== i)` keeps the duplicates.
    const removes = op.form === 'filter' && !op.predicate?.negated;
    return {
      rule: 'list-as-set',
      file: file.path,
      span: call.span,
      severity: doubt === null ? 'warning' : 'info',
      message: `${callText(call)} ${removes ? 'removes' : 'looks for'} duplicates by scanning ${name ? `\`${name}\`` : 'the list'} once per element${growth ? `: ${growth}` : ''}. ${inWordsOf(file, removes ? 'Use a Set.' : 'Keep a Set of those seen.')}`,
      growth,
      evidence: [...evidenceOf(name, extent), ...doubtText(doubt)],
      trace: [{ file: file.path, span: inner.span, message: `scans \`${list.text}\` for each element` }],
      fix: inner.member === 'indexOf' && removes ? { kind: 'dedupe', file: file.path, call: call.span } : null,
    };
  }
  return null;
}

function firstOfEach(program: Program, file: FileModel, call: Call, list: Value, loop: Loop): Finding | null {
  const extent = extentOf(program, file, list);
  if (isSmall(extent)) return null;
  const name = nameOf(file, list);
  const doubt = doubtOf(extent);
  const growth = name ? `O(${name}²)` : null;
  return {
    rule: 'list-as-set',
    file: file.path,
    span: call.span,
    severity: doubt === null ? 'warning' : 'info',
    message: `${callText(call)} removes duplicates by scanning ${name ? `\`${name}\`` : 'the list'} once per element${growth ? `: ${growth}` : ''}. Use \`dict.fromkeys\`.`,
    growth,
    evidence: [...evidenceOf(name, extent), ...doubtText(doubt)],
    trace: [{ file: file.path, span: call.span, message: `scans \`${list.text}\` for each element` }],
    fix: { kind: 'dedupe', file: file.path, call: loop.span },
  };
}

/** What was picked from each of many, as their kinds, is often the same few. */
function doubtOf(extent: Extent): string | null {
  if (!isPiled(extent)) return notMany(extent);
  return isFilled(extent) ? SHARED : null;
}
