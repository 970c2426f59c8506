/** Functions whose answers are kept for ever, one for each of the arguments that they have ever been given: `@functools.cache`, `@lru_cache(maxsize=None)`. */
import { argumentOf } from './arguments.ts';
import { callersOf } from './callers.ts';
import type { Call, FileModel, Fn, Value } from './file.ts';
import { type HotWay, hotWay, placeOf, standingAround, waysTo } from './hot-path.ts';
import { isOnlyOne } from './long-lived.ts';
import type { FnRef, Program } from './program.ts';
import { knowledgeSymbol, thingOf } from './things.ts';

export interface KeptAnswers {
  readonly fn: Fn;
  /** The decorator as people write it. */
  readonly by: string;
}

export function* keptAnswersIn(program: Program, file: FileModel): Iterable<KeptAnswers> {
  for (const fn of file.functions) {
    for (const { name, callee } of fn.decorators) {
      const thing = thingOf(program, file, callee);
      const symbol = thing && knowledgeSymbol(thing);
      const keeps = symbol ? program.knowledge.row(symbol)?.keepsAnswers : undefined;
      if (!keeps || (keeps.unlimited !== undefined && !isGiven(file, callee, keeps.unlimited))) continue;
      yield { fn, by: keeps.unlimited === undefined ? name : `${name}(maxsize=${keeps.unlimited})` };
    }
  }
}

/** The decorator is a call like others. */
function isGiven(file: FileModel, { span }: Value, word: string): boolean {
  return file.calls.some((call) => call.span.start === span.start && call.args.some(({ value }) => value.text === word));
}

export interface Asked {
  readonly file: FileModel;
  readonly call: Call;
  readonly from: FnRef;
  readonly hot: HotWay;
}

/** Who asks it, where a request leads there. */
export function* asksOf(program: Program, fn: Fn): Iterable<Asked> {
  for (const { file, call } of callersOf(program, fn)) {
    const around = standingAround(program, file, call.fn);
    const place = placeOf(program, file, call);
    if (!around || around === fn || around.kind === 'module' || place?.memo) continue;
    const from = { file, fn: around };
    const hot = hotWay(
      program,
      waysTo(program, from, place, () => true),
    );
    if (hot && hot.entry.kind !== 'job') yield { file, call, from, hot };
  }
}

/** What is given for its parameters, but for `self`. */
export function givenFor(call: Call, fn: Fn): readonly Value[] {
  return fn.params.flatMap((_, param) => argumentOf(call, fn, param)?.value ?? []);
}

/** `Report(order).total()`, `report = Report(order); report.total()`: each request makes an object, and the cache keeps it. */
export function isAskedOfNew(program: Program, home: FileModel, fn: Fn, { file, call }: Asked): boolean {
  const owner = fn.class === null || fn.static ? undefined : home.classes[fn.class];
  if (!owner || isOnlyOne(program, home, owner)) return false;
  const { root, path } = call.callee;
  if (path.length > 0) return false;
  const binding = root.kind === 'binding' ? file.bindings[root.binding] : undefined;
  const made = root.kind === 'call' ? root : binding && binding.fn !== 0 ? binding.init?.root : undefined;
  const makes = made?.kind === 'call' ? file.calls[made.call] : undefined;
  if (!makes || makes.member !== null) return false;
  const thing = thingOf(program, file, makes.callee);
  return thing?.kind === 'class' && thing.class === owner;
}
