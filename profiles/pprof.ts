/**
 * pprof: a message of Protocol Buffers, as `proto/profile.proto` of github.com/google/pprof describes it. Go, `@datadog/pprof`, Pyroscope and
 * others write it. Lines are one-based; a location has the line that ran, its function the line where it begins, or 0.
 */
import { type Frame, type Profile, ProfileError, profileOfStacks, stackTree } from './profile.ts';
import { fieldsOf, numbersOf } from './protobuf.ts';

interface Line {
  readonly fn: number;
  /** 0 when not known. */
  readonly line: number;
}

const SECONDS: ReadonlyMap<string, number> = new Map([
  ['nanoseconds', 1e-9],
  ['microseconds', 1e-6],
  ['milliseconds', 1e-3],
  ['seconds', 1],
]);

const decoder = new TextDecoder();

export function readPprof(bytes: Uint8Array): Profile {
  const strings: string[] = [];
  const types: { type: number; unit: number }[] = [];
  const samples: { locations: number[]; values: number[] }[] = [];
  const locations = new Map<number, Line[]>();
  const functions = new Map<number, { name: number; file: number; line: number }>();
  for (const { number, bytes: part } of fieldsOf(bytes)) {
    if (number === 1) {
      const type = numbersIn(part);
      types.push({ type: type.get(1) ?? 0, unit: type.get(2) ?? 0 });
    } else if (number === 2) {
      const fields = [...fieldsOf(part)];
      const all = (wanted: number): number[] => fields.filter((field) => field.number === wanted).flatMap(numbersOf);
      samples.push({ locations: all(1), values: all(2) });
    } else if (number === 4) {
      const lines = [...fieldsOf(part)].filter((field) => field.number === 4).map((field) => numbersIn(field.bytes));
      locations.set(
        numbersIn(part).get(1) ?? 0,
        lines.map((line) => ({ fn: line.get(1) ?? 0, line: line.get(2) ?? 0 })),
      );
    } else if (number === 5) {
      const fn = numbersIn(part);
      functions.set(fn.get(1) ?? 0, { name: fn.get(2) ?? 0, file: fn.get(4) ?? 0, line: fn.get(5) ?? 0 });
    } else if (number === 6) strings.push(decoder.decode(part));
  }

  const text = (index: number): string => {
    const found = strings[index];
    if (found === undefined) throw new ProfileError('names texts that it does not hold');
    return found;
  };
  const chosen = chooseType(types.map(({ type, unit }) => ({ type: text(type), unit: text(unit) })));
  const tree = stackTree();
  const frameOf = (fn: number, ran: number): number => {
    const known = functions.get(fn);
    if (known === undefined) throw new ProfileError('has lines of functions that it does not list');
    const line = known.line > 0 ? known.line : ran;
    const frame: Frame = { name: nameOf(text(known.name)), file: text(known.file), line: line > 0 ? line : null, column: null };
    return tree.frame(`${fn}\n${line}`, frame);
  };
  for (const sample of samples) {
    let node = -1;
    // Innermost first, and so are functions that were inlined into one another.
    for (const location of sample.locations.toReversed())
      for (const { fn, line } of (locations.get(location) ?? []).toReversed()) node = tree.node(frameOf(fn, line), node);
    tree.spend(node, Math.max(0, sample.values[chosen.index] ?? 0) * chosen.factor);
  }
  return profileOfStacks(tree, 'pprof profile', chosen.unit);
}

/** By the numbers of their fields; absent ones are 0. */
function numbersIn(message: Uint8Array): Map<number, number> {
  return new Map([...fieldsOf(message)].map(({ number, value }) => [number, value]));
}

/** Time on the processor before time that passed before counted samples. What counts bytes or objects says nothing about time. */
function chooseType(types: readonly { type: string; unit: string }[]): { index: number; factor: number; unit: Profile['unit'] } {
  const timed = types.map(({ type, unit }, index) => ({ type, index, factor: SECONDS.get(unit) })).filter(({ factor }) => factor !== undefined);
  const best = timed.find(({ type }) => type === 'cpu') ?? timed[0];
  if (best?.factor !== undefined) return { index: best.index, factor: best.factor, unit: 'seconds' };
  const index = types.findIndex(({ type, unit }) => unit === 'count' && /^(samples?|cpu)$/.test(type));
  if (index === -1) throw new ProfileError(`measures ${types.map(({ type }) => type).join(' and ') || 'nothing'}, not time`);
  return { index, factor: 1, unit: 'samples' };
}

const nameOf = (name: string): string => (name === '(anonymous)' || name === '<anonymous>' || name === '(anonymous function)' ? '' : name);
