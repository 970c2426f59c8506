/** Uploads, and files that stand for a database, on the disk of the machine that a request happens to run on: the next machine, and the next deployment, do not have them. */
import { isAlone } from '../../model/alone.ts';
import { isServing } from '../../model/contexts.ts';
import type { Touch } from '../../model/disk-touches.ts';
import type { Finding, TraceStep } from '../../model/finding.ts';
import { inPackage, type LeftOnDisk, leftOnDisk } from '../../model/left-on-disk.ts';
import type { Program } from '../../model/program.ts';
import { runsSeveral } from '../../model/several-processes.ts';
import { calleeText, callText, doubtText } from '../../model/wording.ts';
import type { Rule } from '../rule.ts';

export const localFileState: Rule = {
  name: 'local-file-state',
  summary: 'What one request leaves in a file stays on the disk of one machine: another machine, and the next deployment, do not have it.',
  subject: 'scaling',
  severity: 'info',
  languages: ['typescript', 'python'],
  fixes: 'never',
  *check(program, files) {
    for (const file of files)
      if (isServing(file) && !isAlone(program, file)) for (const left of leftOnDisk(program, file)) yield findingOf(program, left);
  },
};

function findingOf(program: Program, { at, writers, reader }: LeftOnDisk): Finding {
  const [writer] = writers as readonly [Touch, ...Touch[]];
  const isServed = reader?.does === 'serves';
  const { file, call } = isServed ? reader : writer;
  const place = inPackage(program, file, at.path);
  const places = new Set(writers.map((each) => each.call));
  const left = isServed ? inPackage(program, writer.file, writer.at.path) : place;
  const what = isServed
    ? `${callText(call)} serves \`${place}\` from the disk of one machine, and ${callText(writer.call)} leaves what a request brings ${left === place ? 'there' : `in \`${left}\``}`
    : `${callText(call)} leaves what a request brings in \`${place}\` on the disk of one machine, and ${reader ? 'another request reads it' : 'Next.js serves it'} there`;
  return {
    rule: 'local-file-state',
    file: file.path,
    span: call.span,
    severity: 'info',
    message: `${what}: another machine, and the next deployment, do not have it. Keep it in ${writer.at.open ? 'an object store' : 'a database'}.`,
    growth: null,
    evidence: [
      ...(places.size > 1 ? [`written in ${places.size} places`] : []),
      ...(runsSeveral(program) && !writer.at.open ? ['the project starts several processes of itself, and each overwrites what others wrote'] : []),
      ...doubtText('where one machine runs, whose disk outlives deployments, it is right'),
    ],
    trace: [...stepsOf(writer, 'writes'), ...(reader ? stepsOf(reader, reader.does) : [])],
    fix: null,
  };
}

function stepsOf({ file, call, way }: Touch, verb: string): TraceStep[] {
  const before = way ? [{ file: way.ref.file.path, span: way.ref.fn.nameSpan, message: way.entry.label }, ...way.steps] : [];
  return [...before, { file: file.path, span: call.span, message: `\`${calleeText(call)}\` ${verb}` }];
}
