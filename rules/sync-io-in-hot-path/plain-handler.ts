/**
 * Handlers that are `async` and wait for nothing: as plain functions their framework runs them in a thread, where all that they call may block. That
 * is one thing to do, and so one finding, however many calls there are.
 */
import type { FileModel, Fn } from '../../model/file.ts';
import type { Finding } from '../../model/finding.ts';
import type { Program } from '../../model/program.ts';
import { knowledgeSymbol, thingOf } from '../../model/things.ts';

/** Who would run it in a thread: `FastAPI`. */
export function plainRunner(program: Program, file: FileModel, fn: Fn): string | null {
  for (const decorator of fn.decorators) {
    const thing = thingOf(program, file, decorator.callee);
    const symbol = thing && knowledgeSymbol(thing);
    const runner = symbol ? program.knowledge.decorator(symbol)?.plainInThread : undefined;
    if (runner !== undefined) return runner;
  }
  return null;
}

export function asPlain(runner: string, others: number): string {
  const more = others === 0 ? '' : others === 1 ? 'So does 1 more call here. ' : `So do ${others} more calls here. `;
  return `${more}Make the handler a plain \`def\`: it awaits nothing, and ${runner} runs it in a thread.`;
}

/** More than a few places to look at explain nothing. */
const MOST_STEPS = 4;

/** The first that matters, with the way to the others. */
export function oneOf(findings: readonly Finding[]): Finding {
  const first = (findings.find((each) => each.severity === 'warning') ?? findings[0]) as Finding;
  const others = findings.filter((each) => each !== first).slice(0, MOST_STEPS);
  return { ...first, trace: [...first.trace, ...others.map(({ file, span }) => ({ file, span, message: 'blocks as well' }))], fix: null };
}
