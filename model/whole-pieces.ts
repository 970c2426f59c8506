/** What came piece by piece, put together again: `for await (const chunk of stream) chunks.push(chunk); … Buffer.concat(chunks)`. */
import { infoOf } from './calls.ts';
import type { Binding, Call, FileModel, Value } from './file.ts';
import type { Program } from './program.ts';
import { isAppend } from './use.ts';

/** The stream whose pieces a list is for, and for nothing else. */
export function piecesOf(program: Program, file: FileModel, call: Call): Value | null {
  const { symbol } = infoOf(program, file, call);
  const [list] = call.args;
  if (!/#Buffer\.concat$/.test(symbol ?? '') || list?.value.root.kind !== 'binding' || list.value.path.length > 0) return null;
  const chunks = file.bindings[list.value.root.binding];
  if (chunks?.init?.root.kind !== 'new-list' || chunks.init.extent.count !== 0) return null;
  const [only, ...others] = chunks.uses.filter((use) => use.call !== call.id);
  return only && others.length === 0 && isAppend(only) ? streamOf(file, file.calls[only.call ?? -1]) : null;
}

function streamOf(file: FileModel, push: Call | undefined): Value | null {
  const [given] = push?.args ?? [];
  const piece = given?.value.root.kind === 'binding' ? file.bindings[given.value.root.binding] : undefined;
  return piece ? (walkedBy(file, piece) ?? listenedTo(file, piece)) : null;
}

/** Have: for await (const chunk of stream) chunks.push(chunk) */
function walkedBy(file: FileModel, { elementOf }: Binding): Value | null {
  const loop = file.loops[elementOf ?? -1];
  return loop?.style === 'for-await' ? loop.over : null;
}

/** Have: stream.on('data', (chunk) => chunks.push(chunk)) */
function listenedTo(file: FileModel, { param, fn }: Binding): Value | null {
  const passed = file.functions[fn]?.passedTo;
  const call = passed ? file.calls[passed.call] : undefined;
  return param === 0 && call?.member === 'on' && call.args[0]?.value.literal === 'data' ? call.callee : null;
}
