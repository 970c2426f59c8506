/** Compares two versions of a Python program by asking Python: `python/comparison.py` is the judge. */
import { type Comparison, type Outcome, RUNS } from './comparison.ts';
import { askPython } from './python-worker.ts';

export async function pythonDifference({ before, after, runs, count }: Comparison): Promise<Outcome> {
  const python = (files: Comparison['before']): Comparison['before'] => files.filter((file) => file.name.endsWith('.py'));
  return (await askPython({ ask: 'difference', before: python(before), after: python(after), runs, count: count ?? RUNS })) as Outcome;
}
