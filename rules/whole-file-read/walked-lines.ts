/** Lines of a whole content that one loop walks and lets go of. */
import { infoOf } from '../../model/calls.ts';
import type { Call, FileModel, Loop, Value } from '../../model/file.ts';
import type { Program } from '../../model/program.ts';
import { type WholeContent, wholeContent } from '../../model/whole-contents.ts';
import { spanHolds } from '../../model/within.ts';
import type { Used } from './rule.ts';

export function linesWalked(program: Program, file: FileModel, loop: Loop): Used | null {
  if (!loop.over || !isWalkedOnce(file, loop) || keeps(file, loop)) return null;
  const content = ofLines(program, file, loop.over, loop, 0);
  return content && { content, at: loop.head, does: 'walk its lines', remedy: content.pieces };
}

/** A C-style loop may look at the line before; what `map` yields is as long as what it walks. */
function isWalkedOnce(file: FileModel, { style, call }: Loop): boolean {
  return style === 'for-of' || (style === 'callback' && /^(forEach|some|every|find)$/.test(file.calls[call ?? -1]?.member ?? ''));
}

/** Have: for (const line of lines) rows.push(parse(line)): what it makes of the lines is as large as they are. */
function keeps(file: FileModel, loop: Loop): boolean {
  const places = [...file.bindings, ...file.classes.flatMap(({ fields }) => fields.map((field) => ({ ...field, loop: null })))];
  return places.some((place) => place.loop !== loop.id && place.uses.some((use) => use.kind === 'grow' && use.loops.includes(loop.id)));
}

const DEEPEST = 4;

function ofLines(program: Program, file: FileModel, value: Value, loop: Loop, depth: number): WholeContent | null {
  const { root, path } = value;
  if (path.length > 0 || depth > DEEPEST) return null;
  if (root.kind === 'binding') {
    const { kind, uses, init, exported, fn } = file.bindings[root.binding] ?? {};
    const [only, ...others] = uses ?? [];
    const isWalkedOnly = kind === 'const' && !exported && fn !== 0 && others.length === 0 && only && spanHolds(value.span, only.span);
    const made = init?.root.kind === 'call' ? file.calls[init.root.call] : undefined;
    // Have: for (const word of words) for (const line of lines) …
    return init && isWalkedOnly && only.loops.every((id) => id === loop.id || made?.loops.includes(id))
      ? ofLines(program, file, init, loop, depth + 1)
      : null;
  }
  const call = root.kind === 'call' ? file.calls[root.call] : undefined;
  if (!call) return null;
  if (call.member === 'filter') return ofLines(program, file, call.callee, loop, depth + 1);
  if (isSplit(call)) return wholeContent(program, file, call.callee, call.span);
  return call.member === 'readlines' && !infoOf(program, file, call).target ? wholeContent(program, file, value, value.span) : null;
}

function isSplit({ member, args: [by] }: Call): boolean {
  if (member === 'splitlines') return true;
  const separator = by?.value.literal ?? by?.value.pattern?.source;
  return member === 'split' && typeof separator === 'string' && /^(\\?r)?(\r\??|\\r\??|\(\?:\\r\)\?)?(\n|\\n)\+?$/.test(separator);
}
