import { expect, test } from 'vitest';
import { type Answer, phraseOf, sharesOf } from './shares.ts';

const answer = (rule: string, answer: Answer['answer'], why = '', language = 'python'): Answer => ({ rule, language, answer, why });

test('a refusal is the same whatever it names', () => {
  expect(phraseOf('`users` may be changed in line 12')).toBe('`…` may be changed in line N');
});

test('counts what became of the findings of each rule, in each language', () => {
  const { rules } = sharesOf(
    [answer('a', 'safe'), answer('a', 'suggestion'), answer('a', 'refused', 'no'), answer('a', 'none'), answer('a', 'safe', '', 'typescript')],
    2,
  );
  expect(rules).toEqual([
    { language: 'python', rule: 'a', findings: 4, safe: 1, suggestion: 1, refused: 1 },
    { language: 'typescript', rule: 'a', findings: 1, safe: 1, suggestion: 0, refused: 0 },
  ]);
});

test('lists the ten commonest refusals of a language, the commonest first', () => {
  const many = Array.from({ length: 12 }, (_, i) => answer('a', 'refused', `reason ${String.fromCharCode(97 + i)}`));
  const { refusals } = sharesOf([...many, answer('b', 'refused', 'reason l')], 1);
  expect(refusals).toHaveLength(10);
  expect(refusals[0]).toEqual({ language: 'python', why: 'reason l', times: 2 });
});
