/** Whether a list may have more elements than a call takes arguments, some hundred thousand: nothing that one screen or one request holds. */
import { extentOf, isLarge } from '../../model/extents.ts';
import type { Call, FileModel, Value } from '../../model/file.ts';
import { isObjectView } from '../../model/flow.ts';
import type { Program } from '../../model/program.ts';

export interface Size {
  readonly why: string;
  /** Lines of a text, bytes of a file, all rows of a table; rows that meet a condition may be few. */
  readonly certain: boolean;
}

export function sizeOf(program: Program, file: FileModel, value: Value): Size | null {
  const bytes = bytesOf(file, value, 0);
  if (bytes) return { why: bytes, certain: true };
  const extent = extentOf(program, file, value);
  // What one service answers, and the names in a directory, are seldom that many.
  if (!isLarge(extent) || extent.from === 'request' || extent.from === 'data' || isObjectView(file, value) || isPiece(file, value)) return null;
  return { why: extent.why, certain: extent.class === 'input' || extent.from === 'all rows' };
}

/** Have: for (let at = 0; at < lines.length; at += size) found.push(...lines.slice(at, at + size)) */
function isPiece(file: FileModel, value: Value): boolean {
  if (/\.(slice|subarray|splice)\([^()]*,/.test(value.text)) return true;
  if (value.viewOf) return isPiece(file, value.viewOf);
  const binding = value.root.kind === 'binding' && value.path.length === 0 ? file.bindings[value.root.binding] : undefined;
  return binding?.kind === 'const' && binding.init?.viewOf ? isPiece(file, binding.init) : false;
}

/** `new Uint8Array(await file.arrayBuffer())`, `new Uint8Array(readFileSync(path))` */
function bytesOf(file: FileModel, value: Value, depth: number): string | null {
  if (depth > 4) return null;
  const binding = value.root.kind === 'binding' && value.path.length === 0 ? file.bindings[value.root.binding] : undefined;
  if (binding) return binding.kind === 'const' && binding.init ? bytesOf(file, binding.init, depth + 1) : null;
  const call = value.root.kind === 'call' && value.path.length === 0 ? file.calls[value.root.call] : undefined;
  if (!call) return null;
  const [given] = call.args;
  if (call.isNew && /^(Uint8|Uint8Clamped|Uint16|Int8)Array$/.test(call.text) && call.args.length === 1 && given)
    return bytesOf(file, given.value, depth + 1);
  return isOfFile(call) ? 'the bytes of a file or an answer' : null;
}

function isOfFile({ member, text, awaited, args }: Call): boolean {
  if (member === 'arrayBuffer' && awaited && args.length === 0) return true;
  return /(^|\.)readFileSync$/.test(text) || (awaited && /(^|\.)readFile$/.test(text));
}
