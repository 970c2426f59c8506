/** Reads what test runners write about their runs: JUnit's XML (pytest, Mocha, Vitest, node), the JSON of Jest, and TAP (AVA). */

export type Outcome = 'passed' | 'failed' | 'skipped';

/** By the test's full name; tests of the same name are numbered. */
export type TestRun = ReadonlyMap<string, Outcome>;

export function readReport(text: string): TestRun {
  const run = new Map<string, Outcome>();
  const times = new Map<string, number>();
  for (const [name, outcome] of testsIn(text)) {
    const time = (times.get(name) ?? 0) + 1;
    times.set(name, time);
    run.set(time === 1 ? name : `${name} (${time})`, outcome);
  }
  return run;
}

function testsIn(text: string): Iterable<[string, Outcome]> {
  if (text.startsWith('TAP version')) return testsInTap(text);
  return text.trimStart().startsWith('{') ? testsInJson(text) : testsInXml(text);
}

function* testsInTap(text: string): Generator<[string, Outcome]> {
  for (const [, failed, name = '', skipped] of text.matchAll(/^(not )?ok \d+ - (.*?)(?: # (SKIP|TODO)\b.*)?$/gm)) {
    yield [name, skipped ? 'skipped' : failed ? 'failed' : 'passed'];
  }
}

function* testsInXml(text: string): Generator<[string, Outcome]> {
  for (const [, attributes = '', inside = ''] of text.matchAll(/<testcase\b((?:[^>"]|"[^"]*")*?)(?:\/>|>([\s\S]*?)<\/testcase>)/g)) {
    const named = ['classname', 'name'].map((key) => new RegExp(`\\s${key}="([^"]*)"`).exec(attributes)?.[1] ?? '');
    yield [decoded(named.filter((part) => part !== '').join(' › ')), outcomeIn(inside)];
  }
}

function outcomeIn(inside: string): Outcome {
  if (/<(failure|error)\b/.test(inside)) return 'failed';
  return /<skipped\b/.test(inside) ? 'skipped' : 'passed';
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['amp', '&'],
]);

function decoded(text: string): string {
  return text.replace(/&(\w+);/g, (whole, name: string) => ENTITIES.get(name) ?? whole);
}

interface JsonReport {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

function* testsInJson(text: string): Generator<[string, Outcome]> {
  const { testResults } = JSON.parse(text) as JsonReport;
  for (const { name, status, assertionResults } of testResults) {
    // A file that could not be loaded holds no test that failed.
    if (assertionResults.length === 0) yield [name, status === 'failed' ? 'failed' : 'skipped'];
    for (const test of assertionResults) {
      yield [`${name} › ${test.fullName}`, test.status === 'passed' || test.status === 'failed' ? test.status : 'skipped'];
    }
  }
}
