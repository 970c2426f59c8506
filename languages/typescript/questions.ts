/**
 * What to ask the type checker: only where the syntax leaves a candidate of some rule undecided. Answers complete the
 * model in place; `unknown` leaves it as it was.
 */
import { infoOf } from '../../model/calls.ts';
import { isJudged } from '../../model/contexts.ts';
import type { Call, FileModel, Value } from '../../model/file.ts';
import type { Program } from '../../model/program.ts';
import type { Answer, Question } from './types/oracle.ts';

export interface Asked {
  readonly question: Question;
  readonly apply: (answer: Answer) => void;
}

export function questionsFor(program: Program, file: FileModel): Asked[] {
  if (!isJudged(file) || file.language !== 'typescript') return [];
  const asked: Asked[] = [];
  const values = new Set<Value>();
  for (const call of file.calls) {
    if (call.text === '') continue;
    const { target, row, symbol } = infoOf(program, file, call);
    const search = call.op?.kind === 'scan' && call.op.key !== null;
    if (search && !target && !row && call.op?.on && call.op.on.sure !== 'proven') values.add(call.op.on);
    if (call.op?.kind === 'shift' && call.loops.length > 0 && call.op.on && call.op.on.sure !== 'proven') values.add(call.op.on);
    const unresolved = !target && !row && (symbol === null || symbol.startsWith('global#'));
    // A member that some library offers, or any method that a loop repeats, may lead to an operation.
    if (
      unresolved &&
      call.member !== null &&
      !search &&
      (program.knowledge.members.has(call.member) ? !BUILT_IN.has(call.member) || call.awaited : call.loops.length > 0 && !BUILT_IN.has(call.member))
    )
      asked.push(calleeQuestion(call));
    if (search || (row?.op && call.loops.length > 0)) {
      for (const id of call.loops) {
        const loop = file.loops[id];
        if (loop?.style === 'callback' && loop.over && loop.over.sure !== 'proven') values.add(loop.over);
      }
    }
  }
  // `all = all.concat(x)` copies a list, and no text.
  for (const { how, place } of file.rebuilds) if (how === 'joined' && place.sure !== 'proven') values.add(place);
  for (const value of values) asked.push(valueQuestion(value));
  return asked;
}

/** Methods of lists, strings, maps and promises: never worth a question about who declares them. */
const BUILT_IN = new Set([
  'push',
  'pop',
  'shift',
  'unshift',
  'splice',
  'slice',
  'concat',
  'join',
  'map',
  'filter',
  'forEach',
  'reduce',
  'some',
  'every',
  'find',
  'findIndex',
  'includes',
  'indexOf',
  'lastIndexOf',
  'sort',
  'reverse',
  'keys',
  'values',
  'entries',
  'flat',
  'flatMap',
  'has',
  'get',
  'set',
  'add',
  'delete',
  'clear',
  'then',
  'catch',
  'finally',
  'toString',
  'trim',
  'split',
  'replace',
  'replaceAll',
  'match',
  'matchAll',
  'test',
  'exec',
  'startsWith',
  'endsWith',
  'toLowerCase',
  'toUpperCase',
  'substring',
  'substr',
  'charAt',
  'charCodeAt',
  'padStart',
  'padEnd',
  'repeat',
  'localeCompare',
  'call',
  'apply',
  'bind',
  'hasOwnProperty',
  'toFixed',
  'toISOString',
  'getTime',
  'log',
  'error',
  'warn',
  'info',
  'debug',
  'stringify',
  'parse',
  'assign',
  'freeze',
  'isArray',
  'from',
  'all',
  'resolve',
  'reject',
  'next',
  'emit',
]);

function valueQuestion(value: Value): Asked {
  return {
    question: { about: 'value', start: value.span.start, end: value.span.end },
    apply(answer) {
      if (answer.about !== 'value' || answer.kind === 'unknown') return;
      value.kind = answer.kind;
      value.sure = 'proven';
      value.element = answer.element;
      value.nullable = answer.nullable;
      if (answer.declaredType?.module) value.declaredType = { module: answer.declaredType.module, name: answer.declaredType.name };
      if (answer.tupleLength !== null) value.extent = { class: 'constant', count: answer.tupleLength, why: 'a tuple' };
    },
  };
}

function calleeQuestion(call: Call): Asked {
  return {
    question: { about: 'callee', start: call.span.start, end: call.span.end },
    apply(answer) {
      if (answer.about === 'callee') call.declared = answer.declared;
    },
  };
}

export function applyAnswers(asked: readonly Asked[], answers: readonly Answer[]): void {
  asked.forEach(({ apply }, i) => {
    const answer = answers[i];
    if (answer) apply(answer);
  });
}
