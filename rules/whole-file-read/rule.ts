/** All of a file, an upload or an answer is taken into memory, and then walked once or handed on as it is. */
import { isQuerying } from '../../model/contexts.ts';
import type { FileModel, Fn, Span } from '../../model/file.ts';
import type { Finding } from '../../model/finding.ts';
import { hotEntry, isCommand, isRare } from '../../model/how-often.ts';
import type { Program } from '../../model/program.ts';
import { standing, walk } from '../../model/walk.ts';
import type { WholeContent } from '../../model/whole-contents.ts';
import { doubtText, entryStep, PER } from '../../model/wording.ts';
import type { Rule } from '../rule.ts';
import { isLargeByName, isSmallFile } from './small-files.ts';
import { taken } from './taken.ts';
import { linesWalked } from './walked-lines.ts';

export const wholeFileRead: Rule = {
  name: 'whole-file-read',
  summary: 'All of a file, an upload or an answer is taken into memory, only to be walked once or handed on.',
  subject: 'io',
  severity: 'info',
  languages: ['typescript', 'python'],
  fixes: 'never',
  *check(program, files) {
    for (const { file, fn } of standing(program, files, isQuerying)) {
      const found: Used[] = [];
      walk(program, file, fn, {
        call(call) {
          const used = taken(program, file, call);
          if (used) found.push(used);
        },
        loop(loop) {
          const used = linesWalked(program, file, loop);
          if (used) found.push(used);
        },
      });
      for (const used of found) if (!isSmallFile(program, file, fn, used)) yield* finding(program, file, fn, used);
    }
  },
};

/** A content, and the only thing that is done with it. */
export interface Used {
  readonly content: WholeContent;
  readonly at: Span;
  /** Completes “all of it is in memory, only to …”. */
  readonly does: string;
  readonly remedy: string;
}

const NOUN = { file: 'the file', upload: 'the upload', answer: 'the answer', object: 'the object', stream: 'the stream' };

function* finding(program: Program, file: FileModel, fn: Fn, used: Used): Iterable<Finding> {
  const { content, at, does, remedy } = used;
  const hot = hotEntry(program, file, fn);
  // Who administers a shop asks for one at a time, and so does who starts a program.
  const isSeldom = hot ? hot.entry.administered : isRare(program, file, fn) || isCommand(program, file);
  if (isSeldom && !isLargeByName(file, fn, used)) return;
  const noun = NOUN[content.of];
  yield {
    rule: 'whole-file-read',
    file: file.path,
    span: content.span,
    severity: 'info',
    message: `${content.text} takes all of ${noun} into memory, only to ${does}. ${remedy}`,
    growth: null,
    evidence: [...(hot ? [`runs per ${PER[hot.entry.kind]}: ${hot.entry.label}`] : []), ...doubtText('the code does not say how large it is')],
    trace: [...(hot ? [entryStep(hot)] : []), ...content.steps, { file: file.path, span: at, message: does }],
    fix: null,
  };
}
