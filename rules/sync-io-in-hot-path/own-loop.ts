/** Coroutines that run on an event loop of their own, where nothing else is that could wait for them. */
import { argumentOf } from '../../model/arguments.ts';
import { callersOf } from '../../model/callers.ts';
import { infoOf } from '../../model/calls.ts';
import type { Call, FileModel, Fn, Value } from '../../model/file.ts';
import { hotEntry } from '../../model/how-often.ts';
import type { FnRef, Program } from '../../model/program.ts';
import { knowledgeSymbol, thingOf } from '../../model/things.ts';

/** Have: def report(key): return asyncio.run(fetch_report(key)) */
export function runsAlone(program: Program, file: FileModel, fn: Fn): boolean {
  const entry = hotEntry(program, file, fn)?.ref ?? { file, fn };
  if (isGivenLoop(program, entry)) return true;
  const callers = callersOf(program, fn);
  return callers.length > 0 && !startsOthers(file, fn) && callers.every(({ file: from, call }) => isStartedAlone(program, from, call));
}

/** Have: @app.route('/') async def index(): … with Flask */
function isGivenLoop(program: Program, { file, fn }: FnRef): boolean {
  return fn.decorators.some(({ callee }) => {
    const thing = thingOf(program, file, callee);
    return program.knowledge.decorator((thing && knowledgeSymbol(thing)) ?? '')?.ownLoop === true;
  });
}

/** From here on others share the loop. */
const STARTS =
  /^(create_task|ensure_future|gather|wait|as_completed|TaskGroup|start_soon|create_task_group|open_nursery|start_server|start|serve\w*)$/;

function startsOthers(file: FileModel, fn: Fn): boolean {
  return file.calls.some((call) => call.fn === fn.id && STARTS.test(call.member ?? call.text));
}

/** Handed to what makes a loop for it, or to a function of the project that does nothing else with it. */
function isStartedAlone(program: Program, file: FileModel, call: Call): boolean {
  const isIt = ({ root, path }: Value): boolean => root.kind === 'call' && root.call === call.id && path.length === 0;
  const taker = file.calls.find((other) => other.args.some(({ value }) => isIt(value)));
  if (!taker) return false;
  const { row, target } = infoOf(program, file, taker);
  if (row?.ownLoop || !target) return row?.ownLoop === true;
  const param = target.fn.params.find(
    (_, i) => argumentOf(taker, target.fn, i)?.value.root === taker.args.find(({ value }) => isIt(value))?.value.root,
  );
  const uses = param?.binding == null ? [] : (target.file.bindings[param.binding]?.uses ?? []);
  return (
    uses.length > 0 &&
    uses.every((use) => {
      const next = use.call === null ? undefined : target.file.calls[use.call];
      return next !== undefined && infoOf(program, target.file, next).row?.ownLoop === true;
    })
  );
}
