/** A function that calls itself twice or more for smaller problems that overlap, and solves the same ones again and again. */
import { callersOf } from '../../model/callers.ts';
import { isJudged } from '../../model/contexts.ts';
import type { Call, FileModel, Fn, Node, Value } from '../../model/file.ts';
import type { Finding } from '../../model/finding.ts';
import { hotEntry } from '../../model/how-often.ts';
import { callsWhatIsPure } from '../../model/plain-calls.ts';
import { isInside, type Program } from '../../model/program.ts';
import { isMemoized } from '../../model/summaries.ts';
import { callText } from '../../model/wording.ts';
import type { Rule } from '../rule.ts';
import { isStep, overlapping } from './branching.ts';

export const exponentialRecursion: Rule = {
  name: 'exponential-recursion',
  summary: 'A function calls itself more than once for problems that overlap, and solves each of them again and again.',
  subject: 'algorithms',
  severity: 'warning',
  languages: ['typescript', 'python'],
  fixes: 'never',
  *check(program, files) {
    for (const file of files) {
      if (!isJudged(file)) continue;
      for (const fn of file.functions) {
        const calls = overlapping(program, file, fn);
        if (calls && isQuestion(program, file, fn, calls) && !remembers(program, file, fn) && !isShallow(program, file, fn, calls))
          yield report(program, file, fn, calls);
      }
    }
  },
};

/** What is asked with the same arguments has the same answer, and the answer is a number or a yes or no: what lists all ways has as much to say. */
function isQuestion(program: Program, file: FileModel, fn: Fn, calls: readonly Call[]): boolean {
  if (fn.generator || calls.some((call) => call.result === 'discarded')) return false;
  if (fn.returns.some((value) => /^new-/.test(value.root.kind) || value.kind === 'string' || value.kind === 'list')) return false;
  const isNumeric = (value: Value): boolean =>
    typeof value.literal === 'number' || typeof value.literal === 'boolean' || isCounted(file, fn, value, calls);
  const isDeclared = /^(number|bigint|boolean|int|float|bool)$/.test(fn.returnType?.name ?? '');
  return (isDeclared || fn.returns.some(isNumeric)) && callsWhatIsPure(program, file, fn);
}

/** Have: if n < 2: return n … fib(n - 1) */
function isCounted(file: FileModel, fn: Fn, value: Value, calls: readonly Call[]): boolean {
  const binding = value.root.kind === 'binding' && value.path.length === 0 ? file.bindings[value.root.binding] : undefined;
  return (
    binding?.fn === fn.id &&
    binding.param !== null &&
    calls.some((call) => call.args.some((a) => /^ ?[-+]/.test(a.value.text.slice(binding.name.length)) && isStep(a.value.text, binding.name)))
  );
}

/** It is wrapped, or writes down what it found out: in a list that it is handed, in one outside, in a field. */
function remembers(program: Program, file: FileModel, fn: Fn): boolean {
  if (isMemoized(program, { file, fn }) || fn.passedTo !== null || fn.decorators.some((d) => !/(static|class)_?method$/i.test(d.name))) return true;
  const isMemo = (nodes: readonly Node[]): boolean => nodes.some((n) => n.kind === 'branch' && (n.memo || n.arms.some(isMemo)));
  const writes = (use: { readonly kind: string; readonly fn: number }): boolean =>
    use.fn === fn.id && /^(grow|property|assign|shrink)$/.test(use.kind);
  return (
    isMemo(fn.body) ||
    file.bindings.some((b) =>
      b.function === fn.id ? b.uses.some((use) => use.kind === 'assign') : (b.fn !== fn.id || b.param !== null) && b.uses.some(writes),
    ) ||
    file.classes.some(({ fields }) => fields.some((field) => field.uses.some(writes)))
  );
}

/** From this depth on, two calls each are too many. */
const SHALLOW = 12;

/** Everybody who begins hands in a small number, or it stops at a depth that stands there: `if (depth > 4) return 0`. */
function isShallow(program: Program, file: FileModel, fn: Fn, calls: readonly Call[]): boolean {
  const moved = fn.params.flatMap((param, i) => (calls.some((call) => call.args[i] && isStep(call.args[i].value.text, param.name)) ? [i] : []));
  const outside = callersOf(program, fn).filter((c) => c.file !== file || !isInside(c.file, c.call.fn, fn.id));
  const isSmall = (value: Value | undefined): boolean =>
    typeof value?.literal === 'number' ? value.literal <= SHALLOW : value?.kind === 'string' && typeof value.literal === 'string';
  if (outside.length > 0 && outside.every(({ call }) => moved.every((i) => isSmall(call.args[i]?.value)))) return true;
  const names = moved.map((i) => fn.params[i]?.name ?? '');
  const stops = (nodes: readonly Node[]): boolean =>
    nodes.some(
      (n) =>
        n.kind === 'branch' &&
        (names.some(
          (name) => new RegExp(`\\b${name.replace(/\$/g, '\\$')} ?(>=?|={2,3}) ?([1-9]|1\\d)\\b`).test(n.test?.text ?? '') && grows(calls, name),
        ) ||
          n.arms.some(stops)),
    );
  return stops(fn.body);
}

function grows(calls: readonly Call[], name: string): boolean {
  return calls.some((call) => call.args.some((a) => a.value.text.startsWith(name) && /^ ?\+/.test(a.value.text.slice(name.length))));
}

function report(program: Program, file: FileModel, fn: Fn, calls: readonly Call[]): Finding {
  const [first] = calls as [Call, ...Call[]];
  const times = calls.length === 2 ? 'twice' : `${calls.length} times`;
  const growth = `O(${calls.length}ⁿ)`;
  const remedy = file.language === 'python' ? 'Decorate it with functools.cache, or fill a table.' : 'Keep what it found in a Map, or fill a table.';
  return {
    rule: 'exponential-recursion',
    file: file.path,
    span: first.span,
    severity: hotEntry(program, file, fn) ? 'warning' : 'info',
    message: `${callText(first)}: \`${fn.name}\` calls itself ${times} for problems that overlap, and solves them again and again: ${growth}. ${remedy}`,
    growth,
    evidence: [],
    trace: [
      { file: file.path, span: fn.nameSpan, message: `\`${fn.name}\` begins` },
      ...calls.map((call) => ({ file: file.path, span: call.span, message: `asks for \`${infoText(call)}\`` })),
    ],
    fix: null,
  };
}

function infoText(call: Call): string {
  return `${call.text}(${call.args.map((a) => a.value.text).join(', ')})`;
}
