/** Whether somebody whom the call graph does not show may run a function: a framework that it is registered with, or a call on what has no known type. */
import { infoOf } from './calls.ts';
import { collected } from './collected.ts';
import { isServing } from './contexts.ts';
import type { FileModel } from './file.ts';
import type { FnRef, Program } from './program.ts';
import { thingOf } from './things.ts';

export function isRunUnseen(program: Program, { file, fn }: FnRef): boolean {
  if (file.language !== 'typescript') return false;
  // Have: @GET @Path('orders') async list() { … }, whoever reads that.
  if (fn.decorators.length > 0) return true;
  const owner = fn.class === null ? undefined : file.classes[fn.class];
  const method = owner?.methods.find((m) => m.fn === fn.id);
  if (!owner || !method || method.private || fn.kind === 'constructor') return false;
  // Have: class ListOrders extends Command { run() { … } }
  if (owner.extends.some((base) => thingOf(program, file, base)?.kind !== 'class')) return true;
  return collected(program, 'methods called on something unknown', method.name, (each) => calledOnUnknown(program, each)).length > 0;
}

function calledOnUnknown(program: Program, file: FileModel): ReadonlyMap<string, readonly { readonly path: string }[]> {
  const found = new Map<string, readonly { readonly path: string }[]>();
  if (!isServing(file)) return found;
  for (const call of file.calls) {
    if (!call.member || call.callee.root.kind === 'this' || found.has(call.member)) continue;
    const { target, symbol } = infoOf(program, file, call);
    if (!target && !symbol) found.set(call.member, [{ path: file.path }]);
  }
  return found;
}
