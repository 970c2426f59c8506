/** Jobs that are handed to other workers, and who waits until they are done. */
import { infoOf } from './calls.ts';
import { entryOf } from './entries.ts';
import type { Call, FileModel, Value } from './file.ts';
import type { Program } from './program.ts';
import { callsIn } from './settled.ts';
import { thingOf } from './things.ts';

const SENDS = /^(delay|apply_async|send|send_with_options)$/;
const WAITS = /^(get|wait|join|join_native|get_result)$/;

/** Does a call wait for what a worker does? */
export function awaitsJob(program: Program, file: FileModel, call: Call): boolean {
  if (infoOf(program, file, call).row?.awaitsJob) return true;
  return file.language === 'python' && WAITS.test(call.member ?? '') && isOfSent(program, file, call.callee);
}

/** Have: add.delay(1).get(), sent = add.delay(1) … sent.get(), for each in [add.delay(x) for x in xs]: each.get() */
function isOfSent(program: Program, file: FileModel, value: Value, depth = 0): boolean {
  const { root, path } = value;
  if (path.length > 0 || depth > 3) return false;
  if (root.kind === 'call') return sendsJob(program, file, file.calls[root.call]);
  const binding = root.kind === 'binding' ? file.bindings[root.binding] : undefined;
  if (!binding) return root.kind === 'new-list' && callsIn(file, value).some((call) => sendsJob(program, file, call));
  const over = binding.elementOf === null ? null : file.loops[binding.elementOf]?.over;
  const from = over ?? binding.init;
  return from !== null && from !== undefined && isOfSent(program, file, from, depth + 1);
}

/** `add.delay(1)`, where `add` is a task of the project. */
function sendsJob(program: Program, file: FileModel, call: Call | undefined): boolean {
  const thing = call && SENDS.test(call.member ?? '') ? thingOf(program, file, call.callee) : null;
  return thing?.kind === 'function' && thing.ref.fn.decorators.length > 0 && entryOf(program, thing.ref.fn)?.kind === 'job';
}
