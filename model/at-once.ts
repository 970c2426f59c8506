/** Calls that could wait and do not here: somebody looked first, or they are told not to. */
import { infoOf } from './calls.ts';
import type { Call, FileModel } from './file.ts';
import type { Program } from './program.ts';
import type { Place } from './walk.ts';

/** Have: if not jobs.empty(): job = jobs.get(), jobs.get(block=False) */
export function isAtOnce(program: Program, file: FileModel, call: Call, { branches }: Place): boolean {
  const { row } = infoOf(program, file, call);
  const { root, path, text } = call.callee;
  const asked = row?.unlessNot && `not ${text}.${row.unlessNot}()`;
  if (asked && branches.some(({ test }) => test?.text.startsWith(asked))) return true;
  if (asked && call.args.some(({ name, value }, i) => (name === 'block' || (name === null && i === 0)) && value.literal === false)) return true;
  const made = root.kind === 'binding' && path.length === 0 ? file.bindings[root.binding]?.init : null;
  const maker = made?.root.kind === 'call' && made.path.length === 0 ? file.calls[made.root.call] : undefined;
  return row?.unlessMadeWith?.some((word) => maker?.args.some(({ value }) => value.text.includes(word))) ?? false;
}
