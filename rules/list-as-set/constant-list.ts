/** A long list of literals that is asked once per element, or per request, what is in it. */
import { argumentOf } from '../../model/arguments.ts';
import { infoOf } from '../../model/calls.ts';
import { entryOf } from '../../model/entries.ts';
import { extentOf, isSmall } from '../../model/extents.ts';
import type { Binding, Call, FileModel, Fn, Loop, Operation, Span, Value } from '../../model/file.ts';
import type { Finding, TraceStep } from '../../model/finding.ts';
import { dependsOnElement } from '../../model/flow.ts';
import type { Program } from '../../model/program.ts';
import { summaryOf } from '../../model/summaries.ts';
import type { Place } from '../../model/walk.ts';
import { callText, doubtText, inWordsOf, loopStep, perElement, sizeName } from '../../model/wording.ts';
import { declarationOf } from '../../model/written-types.ts';

/** Below this a scan of literals beats hashing the key. */
const SMALL = 16;

/** Have: const COUNTRIES = ['AD', 'AE', …200 more]; … codes.filter((code) => COUNTRIES.includes(code)) */
export function constantList(
  program: Program,
  file: FileModel,
  fn: Fn,
  call: Call,
  op: Operation & { readonly on: Value },
  place: Place,
): Finding | null {
  const constant = constantBehind(program, file, op.on);
  if (!constant || !asksMembership(call, op)) return null;
  // Asked once, a list is as good as a set.
  const loop = place.loops.find((l) => repeats(program, file, l, op.key?.reads ?? []));
  if (!loop && !entryOf(program, fn)) return null;
  return finding(file, call.span, callText(call), constant, loop ? { file, loop } : null, []);
}

/** Have: words.filter((word) => isKnown(word)) … function isKnown(word) { return COMMON.includes(word); } */
export function constantListInHelper(program: Program, file: FileModel, call: Call, place: Place): Finding | null {
  const { target } = infoOf(program, file, call);
  if (!target || place.loops.length === 0) return null;
  for (const effect of summaryOf(program, target).effects) {
    if (effect.kind !== 'scan' || !effect.list || 'param' in effect.list || !effect.call || !asksMembership(effect.call, effect.op)) continue;
    const constant = constantBehind(program, effect.list.file, effect.list.value);
    const reads = [...effect.keys].flatMap((p) => argumentOf(call, target.fn, p)?.value.reads ?? []);
    const loop = constant && place.loops.find((l) => repeats(program, file, l, reads));
    if (constant && loop) return finding(file, call.span, callText(call), constant, { file, loop }, effect.trace);
  }
  return null;
}

function repeats(program: Program, file: FileModel, loop: Loop, keyReads: readonly number[]): boolean {
  return loop.over !== null && !isSmall(extentOf(program, file, loop.over)) && dependsOnElement(file, keyReads, loop);
}

/** `includes(x)`, `indexOf(x) !== -1`, `some((y) => y === x)`: only whether it is in there. */
function asksMembership(call: Call, op: Operation): boolean {
  if (op.form === 'includes') return true;
  if (op.form === 'indexOf') return call.result === 'tested';
  return (
    op.form === 'some' &&
    op.predicate?.exact === true &&
    !op.predicate.negated &&
    op.predicate.equalities.some((e) => e.left.path.length === 0 && e.left.root.kind === 'binding' && e.left.text.indexOf('.') < 0)
  );
}

interface Constant {
  readonly file: FileModel;
  readonly binding: Binding;
  readonly count: number;
}

/** A module-level list of many literals that nothing changes, declared here or imported. */
function constantBehind(program: Program, file: FileModel, list: Value): Constant | null {
  if (list.root.kind !== 'binding' || list.path.length > 0) return null;
  const declared = declarationOf(program, file, list.root.binding);
  const binding = declared?.file.bindings[declared.binding];
  if (!declared || !binding || binding.fn !== 0 || binding.kind !== 'const' || binding.init?.root.kind !== 'new-list') return null;
  const count = binding.init.extent.count;
  if (count === null || count < SMALL) return null;
  const used = file.bindings[list.root.binding]?.uses ?? [];
  return [...binding.uses, ...used].every((u) => u.kind === 'test' || (u.kind === 'search' && u.method === 'some'))
    ? { file: declared.file, binding, count }
    : null;
}

function finding(
  file: FileModel,
  span: Span,
  text: string,
  { file: home, binding, count }: Constant,
  repeated: { readonly file: FileModel; readonly loop: Loop } | null,
  steps: readonly TraceStep[],
): Finding {
  const over = repeated ? sizeName(repeated.file, repeated.loop) : null;
  const growth = over ? `O(${over} × ${count})` : null;
  return {
    rule: 'list-as-set',
    file: file.path,
    span,
    severity: 'info',
    message: `${text} scans ${count} literals per ${repeated ? perElement(repeated.file, repeated.loop) : 'request'}${growth ? `: ${growth}` : ''}. Make \`${binding.name}\` ${inWordsOf(file, 'a Set')}.`,
    growth,
    evidence: [`\`${binding.name}\`: ${count} literals`, ...doubtText('a fixed list costs a constant factor, however long')],
    trace: [
      ...(repeated ? [loopStep(repeated.file, repeated.loop)] : []),
      ...steps,
      { file: home.path, span: binding.span, message: `\`${binding.name}\` is a list of ${count} literals` },
    ],
    fix: !binding.exported
      ? { kind: 'set-instead-of-list', file: home.path, declaration: binding.span, uses: binding.uses.map((u) => ({ span: u.span, kind: u.kind })) }
      : null,
  };
}
