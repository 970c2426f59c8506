/** Queries that are told to leave out the rows that earlier ones have read: the database reads them all the same, each time more of them. */
import { infoOf } from './calls.ts';
import { earlierLinks, laterLinks } from './chains.ts';
import type { Call, FileModel, Loop, Value } from './file.ts';
import type { Program } from './program.ts';
import { rowsOf } from './rows.ts';

const OFFSET = /^(skip|offset)$/i;

/** The loop that walks a table in pages, each of which begins further on. */
export function loopOfPages(program: Program, file: FileModel, call: Call, loops: readonly Loop[]): Loop | null {
  const offsets = offsetsOf(program, file, call);
  return offsets.length === 0
    ? null
    : (loops.find((loop) => isByHand(loop) && offsets.some((value) => grows(file, boundsOf(value), loop, 0))) ?? null);
}

/** `find({ skip: offset })`, `.offset(offset)`, `'… OFFSET $1', [offset]`, `books[offset:offset + 100]` */
function offsetsOf(program: Program, file: FileModel, call: Call): readonly Value[] {
  const { row } = infoOf(program, file, call);
  const links = [...earlierLinks(file, call), ...laterLinks(program, file, call)];
  if (OFFSET.test(call.member ?? '')) {
    const isQuery =
      [call, ...links].some((link) => infoOf(program, file, link).row?.op?.kind === 'query') ||
      (file.language === 'python' && rowsOf(program, file, call.callee) !== null);
    return isQuery ? call.args.slice(0, 1).map(({ value }) => value) : [];
  }
  if (file.language === 'python') {
    const slices = call.args.map(({ value }) => value).filter((value) => isSliceOfRows(program, file, value));
    if (slices.length > 0) return slices;
  }
  if (row?.op?.kind !== 'query' || row.op.access === 'write') return [];
  const [first, ...others] = call.args;
  if (/\boffset\s+(\$\d|\?|:\w|%)/i.test(first?.value.statement ?? '')) return [first, ...others].flatMap((a) => (a ? [a.value] : []));
  return call.args.flatMap(({ name, value }) => [
    ...(name !== null && OFFSET.test(name) ? [value] : []),
    ...value.properties.filter((p) => OFFSET.test(p.name)).map((p) => p.value),
  ]);
}

/** Have: books[offset:offset + 100] of a query that is the same each time. */
function isSliceOfRows(program: Program, file: FileModel, { span, viewOf }: Value): boolean {
  const isSlice = viewOf !== null && viewOf.span.start === span.start && viewOf.span.end < span.end;
  return isSlice && rowsOf(program, file, viewOf) !== null;
}

/** The slice of a query that a loop walks, itself or by the name of a variable. */
export function slicedRows(program: Program, file: FileModel, over: Value): Value | null {
  const binding = over.root.kind === 'binding' && over.path.length === 0 ? file.bindings[over.root.binding] : undefined;
  return [over, ...(binding?.init ? [binding.init] : [])].find((value) => isSliceOfRows(program, file, value)) ?? null;
}

/** The loop, if it walks on by hand, that a slice begins further on in each time. */
export function loopOfSlices(file: FileModel, slice: Value, loops: readonly Loop[]): Loop | null {
  return loops.find((loop) => isByHand(loop) && grows(file, boundsOf(slice), loop, 0)) ?? null;
}

/** What a slice reads beside what it is a slice of, whose conditions may begin after the last key; otherwise what the value reads. */
function boundsOf({ reads, viewOf }: Value): readonly number[] {
  return viewOf ? reads.filter((id) => !viewOf.reads.includes(id)) : reads;
}

/** Not one that walks a list: what that begins with, somebody has already. */
function isByHand({ style, counts }: Loop): boolean {
  return /^(while|do-while|for)$/.test(style) || counts;
}

/** Is one of them set anew in the loop, or stepped by it? */
function grows(file: FileModel, reads: readonly number[], loop: Loop, depth: number): boolean {
  return reads.some((id) => {
    const binding = file.bindings[id];
    if (!binding || depth > 2) return false;
    if (loop.elements.includes(id)) return true;
    // `const offset = page * size`
    if (binding.loop === loop.id) return binding.init !== null && grows(file, binding.init.reads, loop, depth + 1);
    return binding.uses.some(({ kind, path, loops }) => kind === 'assign' && path.length === 0 && loops.includes(loop.id)) && isNumber(binding.init);
  });
}

/** Begins as a number: what is set to the last row's key is none, or begins as nothing. */
function isNumber(init: Value | null): boolean {
  return typeof init?.literal === 'number';
}
