/** The functions that a finding's path leads through, as far as the finding is about them. */
import type { FileModel, Fn, Span } from '../../model/file.ts';
import type { Finding } from '../../model/finding.ts';
import { standingAround } from '../../model/hot-path.ts';
import type { Program } from '../../model/program.ts';

export interface PathFunction {
  readonly file: FileModel;
  readonly fn: Fn;
  /** What the finding is about in it: loops around its steps, or else the steps. */
  readonly about: readonly Span[];
}

/**
 * Outermost first, from the function that repeats, or that the finding stands in, down to the one that pays. Callers above serve other
 * work as well.
 */
export function functionsOnPath(program: Program, finding: Finding): PathFunction[] {
  const path: { file: FileModel; fn: Fn; steps: Span[]; repeats: boolean }[] = [];
  const step = (name: string, span: Span, repeats: boolean): void => {
    const file = program.files.get(name);
    const fn = file && functionAround(program, file, span);
    if (!fn) return;
    const known = path.find((one) => one.fn === fn);
    if (known) {
      known.steps.push(span);
      known.repeats ||= repeats;
    } else path.push({ file, fn, steps: [span], repeats });
  };
  for (const { file, span, message } of finding.trace) step(file, span, message.startsWith('loop '));
  step(finding.file, finding.span, true);
  const begins = path.findIndex(({ repeats }) => repeats);
  return path.slice(begins).map(({ file, fn, steps }) => ({ file, fn, about: steps.map((span) => loopAround(file, fn, span) ?? span) }));
}

function functionAround(program: Program, file: FileModel, span: Span): Fn | undefined {
  let best: Fn | undefined = file.functions[0];
  // Closures come after the functions around them.
  for (const fn of file.functions) if (fn.kind !== 'module' && contains(fn.span, span)) best = fn;
  return best && standingAround(program, file, best.id);
}

/** The outermost loop of the function around a place. */
function loopAround(file: FileModel, { span: own, kind }: Fn, span: Span): Span | undefined {
  const around = file.loops.filter((loop) => contains(loop.span, span) && (kind === 'module' || contains(own, loop.span)));
  return around.sort((a, b) => a.span.start - b.span.start)[0]?.span;
}

export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
