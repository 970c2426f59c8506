/** Are they bytes? Python adds to bytes by copying them, where it extends a list, and mostly a text, in place. */
import { infoOf } from './calls.ts';
import type { FileModel, Value } from './file.ts';
import type { Program } from './program.ts';

/** Helpers of helpers. */
const DEEPEST = 3;

/** A variable or a field that begins as bytes. What is added to bytes gives bytes again, never a bytearray. */
export function holdsBytes(program: Program, file: FileModel, place: Value): boolean {
  const init = initOf(file, place);
  return init !== null && sayBytes(program, file, init, 0) === true;
}

function initOf(file: FileModel, { root, path }: Value): Value | null {
  if (root.kind === 'binding') return path.length === 0 ? (file.bindings[root.binding]?.init ?? null) : null;
  const fields = root.kind === 'this' && root.class !== null && path.length === 1 ? file.classes[root.class]?.fields : undefined;
  return fields?.find((field) => field.name === path[0])?.init ?? null;
}

/** Null: it does not say. */
function sayBytes(program: Program, file: FileModel, value: Value, depth: number): boolean | null {
  if (/^(b|rb|br)["']|^bytes\(/i.test(value.text)) return true;
  if (value.literal !== null) return false;
  if (depth > DEEPEST) return null;
  if (value.root.kind === 'binding') {
    const binding = value.path.length === 0 ? file.bindings[value.root.binding] : undefined;
    // What a helper is handed and hands back, whoever calls it knows.
    return binding?.init && binding.param === null ? sayBytes(program, file, binding.init, depth + 1) : null;
  }
  const call = value.root.kind === 'call' && value.path.length === 0 ? file.calls[value.root.call] : undefined;
  if (!call) return null;
  if (call.member === 'encode') return true;
  const { target } = infoOf(program, file, call);
  const said = target?.fn.returns.map((each) => sayBytes(program, target.file, each, depth + 1)).filter((each) => each !== null) ?? [];
  return said.length > 0 ? said.every(Boolean) : null;
}
