/** All that can report something: the rules, and the checks of suppression comments. What the command line and the editor list and explain. */
import { rules } from '../rules/index.ts';
import type { Rule } from '../rules/rule.ts';
import { suppressionRules } from './suppressions.ts';

export type RuleListEntry = Pick<Rule, 'name' | 'summary' | 'severity' | 'languages' | 'fixes'> & {
  readonly subject: Rule['subject'] | 'suppressions';
};

export const ruleList: readonly RuleListEntry[] = [
  ...rules,
  ...suppressionRules.map(
    ({ name, summary }): RuleListEntry => ({
      name,
      summary,
      subject: 'suppressions',
      severity: 'info',
      fixes: 'sometimes',
      languages: ['typescript', 'python'],
    }),
  ),
];
