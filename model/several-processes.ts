/** Whether the project says that several processes of it run beside each other. */
import { infoOf } from './calls.ts';
import { collected } from './collected.ts';
import type { Call, FileModel } from './file.ts';
import type { Program } from './program.ts';

/** `cluster.fork()`, `uvicorn.run(app, workers=4)`, `workers = 4` in Gunicorn's configuration. */
export function runsSeveral(program: Program): boolean {
  return (
    collected<{ readonly path: string }>(program, 'copies', 'program', (file) =>
      saysSo(program, file) ? new Map([['program', [{ path: file.path }]]]) : new Map(),
    ).length > 0
  );
}

function saysSo(program: Program, file: FileModel): boolean {
  if (file.context === 'test' || file.context === 'example' || file.context === 'benchmark') return false;
  if (/gunicorn[\w.-]*\.py$/.test(file.path))
    return file.bindings.some((b) => b.name === 'workers' && b.fn === 0 && b.init !== null && b.init.literal !== 1);
  return file.calls.some((call) => MAY_COPY.test(call.member ?? call.text) && isCopy(program, file, call));
}

/** Most calls need not be followed. */
const MAY_COPY = /^(fork|run|\w*throng)$/i;

function isCopy(program: Program, file: FileModel, call: Call): boolean {
  const copies = infoOf(program, file, call).row?.copies;
  if (!copies) return false;
  const given = copies.option === undefined ? null : (call.args.find((a) => a.name === copies.option)?.value ?? 'none');
  return given !== 'none' && (given === null || (given.literal !== 1 && given.text !== 'None'));
}
