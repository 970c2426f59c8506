/** For how many findings there is a fix, and what the fixes that were refused lacked: where the next proof would pay. */
import { check } from '../../engine/check.ts';
import { languageOf } from '../../engine/languages.ts';

export interface Answer {
  readonly rule: string;
  readonly language: string;
  readonly answer: 'safe' | 'suggestion' | 'refused' | 'none';
  /** Why there is no fix, with all names left out; empty unless refused. */
  readonly why: string;
}

/** What became of each finding in a folder. */
export async function answersIn(folder: string): Promise<Answer[]> {
  const result = await check({ cwd: folder, paths: [folder] });
  const answers: Answer[] = [];
  for (const finding of result.findings) {
    const about = { rule: finding.rule, language: languageOf(finding.file) };
    const fix = await result.fix(finding);
    if ('level' in fix) answers.push({ ...about, answer: fix.level, why: '' });
    else if (finding.fix === null) answers.push({ ...about, answer: 'none', why: '' });
    else answers.push({ ...about, answer: 'refused', why: phraseOf(fix.refused) });
  }
  return answers;
}

/** A refusal without the names in it, so that equal reasons are equal. */
export function phraseOf(refusal: string): string {
  return refusal.replace(/`[^`]*`/g, '`…`').replace(/\d+/g, 'N');
}

export interface RuleShare {
  readonly language: string;
  readonly rule: string;
  readonly findings: number;
  readonly safe: number;
  readonly suggestion: number;
  readonly refused: number;
}

export interface Shares {
  readonly projects: number;
  readonly rules: readonly RuleShare[];
  readonly refusals: readonly { readonly language: string; readonly why: string; readonly times: number }[];
}

/** As many refusals as are worth reading, in each language. */
const TOP = 10;

export function sharesOf(answers: readonly Answer[], projects: number): Shares {
  const byRule = grouped(answers, ({ language, rule }) => `${language} ${rule}`);
  const rules = [...byRule]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, own]): RuleShare => {
      const [language = '', rule = ''] = name.split(' ');
      const times = (answer: Answer['answer']): number => own.filter((each) => each.answer === answer).length;
      return { language, rule, findings: own.length, safe: times('safe'), suggestion: times('suggestion'), refused: times('refused') };
    });
  const refusals = [
    ...grouped(
      answers.filter(({ answer }) => answer === 'refused'),
      ({ language }) => language,
    ),
  ]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([language, refused]) => commonest(refused).map(([why, times]) => ({ language, why, times })));
  return { projects, rules, refusals };
}

function commonest(refused: readonly Answer[]): [string, number][] {
  const phrases = grouped(refused, ({ why }) => why);
  return [...phrases]
    .map(([why, own]): [string, number] => [why, own.length])
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, TOP);
}

function grouped(answers: readonly Answer[], keyOf: (answer: Answer) => string): Map<string, Answer[]> {
  const groups = new Map<string, Answer[]>();
  for (const answer of answers) {
    const group = groups.get(keyOf(answer));
    if (group) group.push(answer);
    else groups.set(keyOf(answer), [answer]);
  }
  return groups;
}
