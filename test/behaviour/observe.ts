/** Plays a scenario in a realm and collects everything that an outsider could notice. */
import { isPromise } from 'node:util/types';
import type { Scenario } from './difference.ts';
import { callable } from './fake-function.ts';
import { NeedsLibrary } from './fake-libraries.ts';
import { copyInto } from './graph.ts';
import type { Realm } from './realm.ts';
import { Endless } from './realm.ts';
import type { Target } from './targets.ts';

export interface Observation {
  readonly outcomes: readonly unknown[];
  readonly args: readonly unknown[];
  readonly exports: Record<string, unknown>;
  readonly callbacks: readonly unknown[];
  readonly library: readonly unknown[];
}

export async function observe(realm: Realm, target: Target, scenario: Scenario): Promise<Observation> {
  const callbacks: unknown[] = [];
  const seen = new Map<object, unknown>();
  const into = (value: unknown): unknown => copyInto(realm.intrinsics, value, (fake) => callable(fake, callbacks, into), seen);
  const outcomes: unknown[] = [];
  const used: unknown[] = [];
  const play = async (fn: unknown, self: unknown, given: readonly unknown[], construct: boolean): Promise<unknown> => {
    const args = given.map(into);
    used.push(...args);
    const outcome = await outcomeOf(() => realm.call(fn, self, args, construct));
    if (!construct) outcomes.push(outcome);
    else if ('threw' in outcome) outcomes.push(outcome);
    return 'value' in outcome ? outcome.value : undefined;
  };
  const exported = realm.load(target.file);
  const subject = target.name === 'default' || target.name === 'export=' ? (exported.default ?? exported) : exported[target.name];
  const instance = await play(subject, undefined, scenario.args, target.methods !== null);
  if (instance && target.methods) {
    for (const step of scenario.then) await play((instance as Record<string, unknown>)[step.method], instance, step.args, false);
  }
  const state = Object.fromEntries(Object.entries(exported).filter(([, value]) => typeof value !== 'function'));
  return { outcomes, args: used, exports: state, callbacks, library: realm.record };
}

async function outcomeOf(run: () => unknown): Promise<{ value: unknown } | { threw: unknown }> {
  try {
    let value = run();
    if (isPromise(value)) value = await value;
    return { value: drained(value) };
  } catch (error) {
    if (error instanceof NeedsLibrary || error instanceof Endless) throw error;
    return { threw: error };
  }
}

/** Generators are compared by what they yield. */
function drained(value: unknown): unknown {
  const kind = Object.prototype.toString.call(value);
  if (!/Generator|Iterator/.test(kind) || kind.includes('Async')) return value;
  const yielded: unknown[] = [];
  for (const each of value as Iterable<unknown>) {
    yielded.push(each);
    if (yielded.length >= 1000) break;
  }
  return yielded;
}
