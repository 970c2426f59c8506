import { describe, expect, test } from 'vitest';
import { readReport } from './test-report.ts';

describe('JUnit', () => {
  test('tells passed, failed and skipped apart', () => {
    const run = readReport(`<?xml version="1.0"?>
      <testsuite><testcase classname="a.B" name="one" time="0"/>
      <testcase classname="a.B" name="two"><failure message="x > y">no</failure></testcase>
      <testcase classname="a.B" name="three"><skipped/></testcase>
      <testcase classname="a.B" name="four"><error>gone</error></testcase>
      <testcase classname="a.B" name="five" time="0"><system-out>fine</system-out></testcase></testsuite>`);
    expect([...run]).toEqual([
      ['a.B › one', 'passed'],
      ['a.B › two', 'failed'],
      ['a.B › three', 'skipped'],
      ['a.B › four', 'failed'],
      ['a.B › five', 'passed'],
    ]);
  });

  test('takes a bracket in a name for no end, and reads names as they were', () => {
    expect([...readReport('<testcase name="a > b &quot;&amp;lt;" /><testcase name="c"/>').keys()]).toEqual(['a > b "&lt;', 'c']);
  });

  test('keeps tests of the same name apart', () => {
    const run = readReport('<testcase name="a"/><testcase name="a"><failure/></testcase>');
    expect([...run]).toEqual([
      ['a', 'passed'],
      ['a (2)', 'failed'],
    ]);
  });
});

describe('JSON', () => {
  test('knows what Jest calls what, and that a file that does not load has failed', () => {
    const run = readReport(
      JSON.stringify({
        testResults: [
          {
            name: 'a.test.js',
            status: 'failed',
            assertionResults: [
              { fullName: 'adds', status: 'passed' },
              { fullName: 'divides', status: 'failed' },
              { fullName: 'later', status: 'todo' },
            ],
          },
          { name: 'b.test.js', status: 'failed', assertionResults: [] },
        ],
      }),
    );
    expect([...run]).toEqual([
      ['a.test.js › adds', 'passed'],
      ['a.test.js › divides', 'failed'],
      ['a.test.js › later', 'skipped'],
      ['b.test.js', 'failed'],
    ]);
  });
});

test('TAP: what is skipped did not pass, and a dash in a name is no border', () => {
  const run = readReport('TAP version 13\n# a › one\nok 1 - a › one - two\nnot ok 2 - b\n  ---\n  at: x\n  ...\nok 3 - c # SKIP\n1..3\n');
  expect([...run]).toEqual([
    ['a › one - two', 'passed'],
    ['b', 'failed'],
    ['c', 'skipped'],
  ]);
});
