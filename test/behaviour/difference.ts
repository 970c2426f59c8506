/**
 * The promise of a safe fix, put to the test: run the module before and after on the same generated inputs, and look for the first
 * input on which results, changed arguments, callbacks' calls, library calls, exported state or exceptions differ.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { isCode, languageOf } from '../cases/case-file.ts';
import type { ProjectFile } from '../cases/project.ts';
import { withProject } from '../cases/project.ts';
import type { Comparison, Outcome } from './comparison.ts';
import { RUNS } from './comparison.ts';
import { NeedsLibrary } from './fake-libraries.ts';
import { firstDifference, short } from './graph.ts';
import { argumentsFor, Unsupported } from './inputs.ts';
import { observe } from './observe.ts';
import { pythonDifference } from './python-difference.ts';
import { compile, Endless } from './realm.ts';
import type { Target } from './targets.ts';
import { findTargets } from './targets.ts';

/** One call, or for classes a construction followed by calls. */
export interface Scenario {
  readonly args: readonly unknown[];
  readonly then: readonly { readonly method: string; readonly args: readonly unknown[] }[];
}

/** Inputs for which the code never ends tell nothing and take long. */
const MOST_ENDLESS = 3;

/** Milliseconds for a call: what ended before in a moment must end after, even on a busy machine. */
const BRIEF = 250;
const LONG = 10_000;

export async function behaviourDifference(comparison: Comparison): Promise<Outcome> {
  if (comparison.before.some((file) => languageOf(file.name) === 'python')) return pythonDifference(comparison);
  const { before, after, packages, runs } = comparison;
  const code = before.filter((file) => isCode(file.name));
  const changed = code.filter((file) => after.find((each) => each.name === file.name)?.text !== file.text).map((file) => file.name);
  return withProject(before, packages, async (folder) => {
    const all = findTargets(
      folder,
      code.map((file) => file.name),
      packages,
      runs,
      (name, text) => writeFileSync(join(folder, name), text),
    );
    const own = all.filter((target) => runs.length > 0 || changed.includes(target.file));
    const skipped: string[] = [];
    let ran = 0;
    let executions = 0;
    const countOne = (): void => {
      executions += 1;
    };
    // A change in a file that exports nothing callable shows in the files that use it.
    for (const target of own.length > 0 ? own : all) {
      try {
        const difference = await differenceOf(target, before, after, comparison.count ?? RUNS, countOne);
        if (difference) return { ran: ran + 1, executions, skipped, difference, unreached: [] };
        ran += 1;
      } catch (error) {
        if (!(error instanceof NeedsLibrary || error instanceof Unsupported)) throw error;
        skipped.push(`${target.name}: ${error instanceof NeedsLibrary ? 'needs the library' : 'no inputs for'} ${error.message}`);
      }
    }
    return { ran, executions, skipped, difference: null, unreached: [] };
  });
}

async function differenceOf(
  target: Target,
  before: readonly ProjectFile[],
  after: readonly ProjectFile[],
  count: number,
  onRun: () => void,
): Promise<string | null> {
  const old = compile(before);
  const fresh = compile(after);
  let told: string | null = null;
  let broken: unknown = null;
  let endless = 0;
  const differenceFor = async (scenario: Scenario): Promise<string | null> => {
    const first = await observe(old.open(BRIEF), target, scenario).catch(endlessAsNull);
    if (first === null) {
      endless += 1;
      return null;
    }
    const second = await observe(fresh.open(LONG), target, scenario).catch(endlessAsNull);
    onRun();
    return second === null ? 'it does not end' : firstDifference(first, second);
  };
  const property = fc.asyncProperty(scenarios(target), async (scenario) => {
    if (endless >= MOST_ENDLESS) return true;
    let difference: string | null;
    try {
      difference = await differenceFor(scenario);
    } catch (error) {
      broken = error;
      return false;
    }
    if (!difference) return true;
    told = `${target.name}(${scenario.args.map(short).join(', ')})${scenario.then.map((step) => `.${step.method}(${step.args.map(short).join(', ')})`).join('')}\n      ${difference}`;
    return false;
  });
  const result = await fc.check(property, { numRuns: count, seed: 20, endOnFailure: false });
  if (broken) throw broken;
  return result.failed ? (told ?? 'different') : null;
}

function endlessAsNull(error: unknown): null {
  if (error instanceof Endless) return null;
  throw error;
}

function scenarios(target: Target): fc.Arbitrary<Scenario> {
  const args = argumentsFor(target.params, target.checker);
  if (!target.methods) return args.map((each) => ({ args: each, then: [] }));
  const steps = target.methods.map((method) => argumentsFor(method.params, target.checker).map((each) => ({ method: method.name, args: each })));
  if (steps.length === 0) throw new Unsupported(`${target.name}, which has no public methods`);
  return fc.record({ args, then: fc.array(fc.oneof(...steps), { minLength: 1, maxLength: 10 }) });
}
