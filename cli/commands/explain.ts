/** `scalelint explain RULE`: the rule's page, in the terminal and without a network; `explain FILE:LINE`: what was found there. */
import { ruleDoc } from '../rule-docs.ts';
import { renderMarkdown } from '../text/markdown.ts';
import { UsageError } from '../usage-error.ts';
import { unknownRule } from './check-request.ts';
import type { Context, ExitCode } from './context.ts';
import { explainPlace, placeIn } from './explain-place.ts';

export async function explain(context: Context): Promise<ExitCode> {
  const { args, io, engine, colors } = context;
  const rules = await engine.rules();
  const names = rules.map(({ name }) => name);
  const [asked, ...others] = args.operands;
  if (asked === undefined)
    throw new UsageError(
      '`explain` needs the name of a rule, or a place: `scalelint explain RULE`, `scalelint explain src/orders.ts:14`.',
      'Run `scalelint rules` to list them.',
    );
  if (others.length > 0) throw new UsageError('`explain` takes one rule or one place at a time.');
  const place = placeIn(asked);
  if (place !== null) return explainPlace(context, place);
  // Pasting from a report may bring the tool's name along: scalelint(n-plus-one-query).
  const name = asked.replace(/^scalelint[(/:]/, '').replace(/\)$/, '');
  const rule = rules.find((one) => one.name === name);
  if (rule === undefined) throw unknownRule(name, names);
  const page = ruleDoc(name);
  io.stdout.write(page === null ? `${colors.bold(name)}\n\n${rule.summary}\n` : renderMarkdown(page, colors, io.columns ?? 100));
  const facts = [
    `severity: ${rule.severity}`,
    `languages: ${rule.languages.join(', ')}`,
    rule.fixes === 'never' ? 'no automatic fix' : 'fixes some findings automatically',
  ];
  io.stdout.write(`\n${colors.dim(facts.join(' · '))}\n`);
  return 0;
}
