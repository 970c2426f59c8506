/**
 * Blocking calls of one function that one change mends: they are one finding, however many there are. A session that is made another brings all its
 * queries along; and an `async` handler that waits for nothing had better be a plain function, for its framework runs those in a thread.
 */
import type { FileModel, Fn } from '../../model/file.ts';
import type { Finding } from '../../model/finding.ts';
import type { Program } from '../../model/program.ts';
import { knowledgeSymbol, thingOf } from '../../model/things.ts';

/** Who would run it in a thread: `FastAPI`. Other decorators may await what it yields, as `@cached(ttl=60)` does. */
export function plainRunner(program: Program, file: FileModel, fn: Fn): string | null {
  const runners = fn.decorators.map(({ callee }) => {
    const thing = thingOf(program, file, callee);
    const symbol = thing && knowledgeSymbol(thing);
    return (symbol && program.knowledge.decorator(symbol)?.plainInThread) ?? null;
  });
  return runners.includes(null) ? null : (runners[0] ?? null);
}

export function asPlain(runner: string): string {
  return `Make the handler a plain \`def\`: it awaits nothing, and ${runner} runs it in a thread.`;
}

/** In the order of the code; what has no remedy in common with others stands alone. */
export function byRemedy<Each>(all: readonly Each[], remedyOf: (each: Each) => string | null): Each[][] {
  const groups = new Map<unknown, Each[]>();
  for (const each of all) {
    const key = remedyOf(each) ?? each;
    const group = groups.get(key);
    if (group) group.push(each);
    else groups.set(key, [each]);
  }
  return [...groups.values()];
}

/** The remedy, after how many more calls it mends. `size`: all of them. */
export function withOthers(remedy: string, size: number): string {
  return size === 1 ? remedy : size === 2 ? `So does 1 more call here. ${remedy}` : `So do ${size - 1} more calls here. ${remedy}`;
}

/** More than a few places to look at explain nothing. */
const MOST_STEPS = 4;

/** The first that matters, with the way to the others. */
export function oneOf(findings: readonly Finding[]): Finding {
  const first = (findings.find((each) => each.severity === 'warning') ?? findings[0]) as Finding;
  const others = findings.filter((each) => each !== first).slice(0, MOST_STEPS);
  return { ...first, trace: [...first.trace, ...others.map(({ file, span }) => ({ file, span, message: 'blocks as well' }))] };
}
