/** A function among the generated inputs: it answers by a fixed list, and its calls, with their order, are part of the behaviour. */
import { inspect } from 'node:util';

export class FakeFunction {
  readonly outputs: readonly unknown[];
  /** Throws on this call, counted from 0; -1 for never. */
  readonly throwsAt: number;

  constructor(outputs: readonly unknown[], throwsAt: number) {
    this.outputs = outputs;
    this.throwsAt = throwsAt;
  }

  [inspect.custom](): string {
    return `function answering ${inspect(this.outputs, { depth: 2, breakLength: Infinity })}${this.throwsAt < 0 ? '' : `, throwing at call ${this.throwsAt}`}`;
  }
}

/** The answer depends on the arguments alone, so that asking in another order changes the record and not the answers. */
export function callable(fake: FakeFunction, record: unknown[], into: (value: unknown) => unknown): (...args: unknown[]) => unknown {
  let calls = 0;
  return (...args) => {
    record.push(inspect(args, { depth: 3 }));
    calls += 1;
    if (calls - 1 === fake.throwsAt) throw new Error('the callback failed');
    if (fake.outputs.length === 0) return undefined;
    const output = fake.outputs[hash(inspect(args, { depth: 3 })) % fake.outputs.length];
    return into(output);
  };
}

function hash(text: string): number {
  let value = 7;
  for (let at = 0; at < text.length; at += 1) value = (Math.imul(value, 31) + text.charCodeAt(at)) >>> 0;
  return value;
}
