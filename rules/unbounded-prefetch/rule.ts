/** A consumer that confirms messages, and never says how many it takes ahead: the broker sends all that wait, into the memory of the first who asks. */
import { infoOf } from '../../model/calls.ts';
import { collected } from '../../model/collected.ts';
import { isServing } from '../../model/contexts.ts';
import type { Call, FileModel } from '../../model/file.ts';
import type { Finding } from '../../model/finding.ts';
import type { Program } from '../../model/program.ts';
import { standing, walk } from '../../model/walk.ts';
import { callText } from '../../model/wording.ts';
import type { Rule } from '../rule.ts';

export const unboundedPrefetch: Rule = {
  name: 'unbounded-prefetch',
  summary: 'A consumer takes as many messages ahead as the queue holds.',
  subject: 'queues',
  severity: 'info',
  languages: ['typescript', 'python'],
  fixes: 'never',
  *check(program, files) {
    for (const { file, fn } of standing(program, files, isServing)) {
      const found: Finding[] = [];
      walk(program, file, fn, {
        call(call) {
          const ahead = infoOf(program, file, call).row?.ahead;
          if (!ahead || isUnconfirmed(call, ahead.unconfirmed) || ahead.unless.some((member) => isCalledSomewhere(program, member))) return;
          found.push(finding(file, call, ahead.unless[0] ?? 'prefetch'));
        },
      });
      yield* found;
    }
  },
};

/** `{ noAck: true }`, `auto_ack=True`, or options that we do not see. */
function isUnconfirmed({ args }: Call, options: readonly string[]): boolean {
  return args.some(({ name, value, spread }, at) => {
    if (spread || (name !== null && options.includes(name))) return spread || value.literal !== false;
    // Have: channel.consume(queue, handle, options)
    if (at > 1 && name === null && value.root.kind === 'binding') return true;
    return value.properties.some((property) => options.includes(property.name) && property.value.literal !== false);
  });
}

/** Whoever makes the channel may say it, in a file that this one knows nothing of. */
function isCalledSomewhere(program: Program, member: string): boolean {
  return (
    collected<{ readonly member: string }>(program, 'channels limited', member, (from) => {
      const members = new Set(from.calls.flatMap((call) => (LIMITS.test(call.member ?? '') ? [call.member ?? ''] : [])));
      return new Map([...members].map((each) => [each, [{ member: each }]]));
    }).length > 0
  );
}

const LIMITS = /^(prefetch|basic_qos|set_qos)$/;

function finding(file: FileModel, call: Call, limit: string): Finding {
  return {
    rule: 'unbounded-prefetch',
    file: file.path,
    span: call.span,
    severity: 'info',
    message: `${callText(call)} is sent all messages that wait, before it has confirmed the first: O(messages) of memory, and none for other consumers. Call \`${limit}\` first.`,
    growth: 'O(messages)',
    evidence: [`nobody in the project calls \`${limit}\`, and without it there is no limit`],
    trace: [{ file: file.path, span: call.span, message: 'consumes messages that it confirms' }],
    fix: null,
  };
}
