/** Sessions, counts and what else one request leaves for the next, kept in one process: of several behind a load balancer, each knows its own. */
import { isAlone } from '../../model/alone.ts';
import { isServing } from '../../model/contexts.ts';
import type { FileModel } from '../../model/file.ts';
import type { Finding } from '../../model/finding.ts';
import { type KeptHere, keptHereBy } from '../../model/kept-here.ts';
import { keptIn, mayShrink } from '../../model/long-lived.ts';
import { type ProcessState, processStateIn } from '../../model/process-state.ts';
import type { Program } from '../../model/program.ts';
import { runsSeveral } from '../../model/several-processes.ts';
import { standing, walk } from '../../model/walk.ts';
import { callText, PER } from '../../model/wording.ts';
import type { Rule } from '../rule.ts';

export const inProcessState: Rule = {
  name: 'in-process-state',
  summary: 'What one request leaves for the next stays in one process: of several behind a load balancer, each knows its own.',
  subject: 'scaling',
  severity: 'info',
  languages: ['typescript', 'python'],
  fixes: 'never',
  *check(program, files) {
    for (const { file, fn } of standing(program, files, isServing)) {
      if (isAlone(program, file)) continue;
      const found: Finding[] = [];
      walk(program, file, fn, {
        call(call, place) {
          if (place.branches.some(({ test }) => test !== null && FOR_DEVELOPERS.test(test.text))) return;
          const kept = keptHereBy(program, file, call);
          if (kept) found.push(ofLibrary(program, file, kept));
        },
      });
      yield* found;
    }
    for (const file of files) {
      if (!isServing(file) || isAlone(program, file) || STAND_IN.test(file.path)) continue;
      for (const kept of keptIn(program, file)) {
        const state = processStateIn(program, file, kept);
        if (state) yield ofProgram(program, file, kept.name, state, mayShrink(program, kept));
      }
    }
  },
};

/** Have: if (process.env.NODE_ENV !== 'production') app.use(session({ secret })) */
const FOR_DEVELOPERS = /dev|test|local|debug|mock|demo|prod/i;

/** What is made to hold all in memory, for tests and demonstrations, does; and what is called a cache is filled by whoever misses. */
const STAND_IN = /(in[-_]?memory|memory[-_]?stor|mock|fake|stub|fixture|demo|cache)[^/]*$/i;

function ofLibrary(program: Program, file: FileModel, { call, what }: KeptHere): Finding {
  const isOfSeveral = runsSeveral(program);
  const [keeps, harm, remedy] =
    what === 'sessions'
      ? [
          'keeps sessions in the memory of one process',
          'they only grow, end with it, and no other process knows them',
          'Give it a `store` that all share.',
        ]
      : [
          'counts in the memory of one process',
          `with ${isOfSeveral ? 'your' : 'several'} processes the limit holds for each of them alone`,
          'Give it a store that all share.',
        ];
  return {
    rule: 'in-process-state',
    file: file.path,
    span: call.span,
    // What is kept in one process is right where there is one, and good enough for many a limit where there are several.
    severity: 'info',
    message: `${callText(call)} ${keeps}: ${harm}. ${remedy}`,
    growth: what === 'sessions' ? 'O(sessions)' : 'O(processes)',
    evidence: isOfSeveral ? ['the project starts several processes of itself'] : ['no store is named'],
    trace: [{ file: file.path, span: call.span, message: keeps }],
    fix: null,
  };
}

function ofProgram(program: Program, file: FileModel, name: string, state: ProcessState, shrinks: boolean): Finding {
  const { writes, reads, writer, reader, key } = state;
  const isOfSeveral = runsSeveral(program);
  const per = PER[writer.entry.kind];
  return {
    rule: 'in-process-state',
    file: file.path,
    span: writes.span,
    severity: 'info',
    message: `\`${name}\` keeps what a ${per} leaves under \`${key.text}\` in one process, and another ${per} decides by it: of several processes only one knows. Keep it in a store that all share${shrinks ? '' : ', with an expiry: nothing is ever taken out'}.`,
    growth: null,
    evidence: [
      `written by: ${writer.entry.label}`,
      `read by: ${reader.entry.label}`,
      ...(isOfSeveral ? ['the project starts several processes of itself'] : []),
    ],
    trace: [
      { file: writer.ref.file.path, span: writer.ref.fn.nameSpan, message: writer.entry.label },
      ...writer.steps,
      { file: file.path, span: writes.span, message: `writes \`${name}\`` },
      { file: reader.ref.file.path, span: reader.ref.fn.nameSpan, message: reader.entry.label },
      ...reader.steps,
      { file: file.path, span: reads.span, message: `decides by \`${name}\`` },
    ],
    fix: null,
  };
}
