import { describe, expect, it } from 'vitest';
import { type Case, type Place, printScores, scoreOf } from './truth-score.ts';

const place = (line: number, rule = 'list-as-set', severity = 'warning'): Place => ({
  file: 'a.js',
  line,
  rule,
  severity,
  message: `line ${line}`,
  steps: [],
});
const bug = (before: readonly Place[], after: readonly Place[] = []): Case => ({
  facts: { id: 'one', file: 'a.js', lines: [10, 12], fixed_lines: [20, 20], class: 'list-as-set' },
  complete: true,
  before,
  after,
  fine: null,
});

describe('a known bug', () => {
  it('is found by a report up to two lines away, at any severity', () => {
    expect(scoreOf(bug([place(8, 'list-as-set', 'info')])).found).toMatchObject({ line: 8 });
    expect(scoreOf(bug([place(14)])).found).toMatchObject({ line: 14 });
    expect(scoreOf(bug([place(7)])).found).toBeNull();
    expect(scoreOf(bug([place(15)])).found).toBeNull();
  });
  it('is not found by a report in another file or of another kind', () => {
    expect(scoreOf(bug([{ ...place(10), file: 'b.js' }])).found).toBeNull();
    expect(scoreOf(bug([place(10, 'n-plus-one-query')])).found).toBeNull();
    expect(scoreOf(bug([place(10, 'nested-loop-lookup')])).found).not.toBeNull();
  });
  it('is told by its warning where there is one', () =>
    expect(scoreOf(bug([place(10, 'list-as-set', 'info'), place(11)])).found).toMatchObject({ severity: 'warning', line: 11 }));
  it('may be found by the path of a report elsewhere, which counts apart', () => {
    const by = { ...place(50, 'n-plus-one-query'), file: 'b.js', steps: [{ file: 'a.js', line: 11 }] };
    expect(scoreOf(bug([{ ...by, rule: 'list-as-set' }]))).toMatchObject({ found: null, led: { line: 50 }, still: null });
    expect(scoreOf(bug([{ ...by, rule: 'list-as-set' }, place(10)]))).toMatchObject({ found: { line: 10 }, led: null });
    expect(scoreOf(bug([by])).led).toBeNull();
    const fixed = { ...by, rule: 'list-as-set', steps: [{ file: 'a.js', line: 20 }] };
    expect(scoreOf(bug([{ ...by, rule: 'list-as-set' }], [fixed])).still).toMatchObject({ line: 50 });
  });
  it('is still reported only at the fixed place', () => {
    expect(scoreOf(bug([place(10)], [place(20)])).still).not.toBeNull();
    expect(scoreOf(bug([place(10)], [place(10)])).still).toBeNull();
  });
  it('stands on listed lines where there is a list', () => {
    const listed: Case = { ...bug([place(30)]), facts: { ...bug([]).facts, line_list: [30, 40] } };
    expect(scoreOf(listed).found).not.toBeNull();
    expect(scoreOf({ ...listed, before: [place(10)] }).found).toBeNull();
  });
});

describe('the table', () => {
  it('counts per class, and apart what was found as a warning', () => {
    const fine: Case = {
      ...bug([]),
      facts: { id: 'two', file: 'a.js', lines: [1, 1], would_be_class: 'n-plus-one' },
      fine: [place(1, 'n-plus-one-query')],
    };
    const lines = printScores([bug([place(10)]), bug([place(10, 'list-as-set', 'info')], [place(20)]), bug([]), fine].map(scoreOf), false).split(
      '\n',
    );
    expect(lines.map((line) => line.split(/\s{2,}/))).toEqual([
      ['bugs', 'places', 'found', 'as warning', 'silent after the fix', 'by a path', 'silent'],
      ['list-as-set', '3', '2 (67 %)', '1', '1 (50 %)', '0', '0'],
      ['all', '3', '2 (67 %)', '1', '1 (50 %)', '0', '0'],
      [''],
      ['nothing wrong', 'places', 'reported', 'as warning'],
      ['n-plus-one', '1', '1', '1'],
      ['all', '1', '1', '1'],
    ]);
  });
  it('says whose file was missing', () =>
    expect(printScores([{ ...scoreOf(bug([])), complete: false }], false)).toContain('without their file: one'));
});
