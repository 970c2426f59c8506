/** Whole tables of which the code wants some rows only: it keeps those that a condition on their columns holds for, and asks nothing of the others. */
import { laterLinks } from './chains.ts';
import type { Binding, Call, FileModel } from './file.ts';
import { type KeptRows, keptRows } from './kept-rows.ts';
import { memo, type Program } from './program.ts';
import { statedSizeOf } from './stated-size.ts';
import { holderOf, isWhole, type WholeRead, wholeRead } from './whole-reads.ts';
import { spanHolds } from './within.ts';

export interface FilteredRead {
  readonly read: WholeRead;
  readonly kept: readonly KeptRows[];
  readonly holder: Binding | null;
}

export function filteredRead(program: Program, file: FileModel, call: Call): FilteredRead | null {
  return memo<Call, FilteredRead | null>(program, 'filtered read', call, null, () => {
    const read = wholeRead(program, file, call);
    if (!read) return null;
    const direct = keptDirectly(program, file, call, read);
    if (direct) return { read, kept: [direct], holder: null };
    const holder = holderOf(program, file, call);
    const kept = holder && keptFromHolder(program, file, call, holder, read);
    return holder && kept ? { read, kept, holder } : null;
  });
}

/** Have: (await users.find()).filter((user) => user.active), [user for user in User.objects.all() if user.active] */
function keptDirectly(program: Program, file: FileModel, call: Call, read: WholeRead): KeptRows | null {
  const [next] = laterLinks(program, file, call);
  for (const loop of file.loops) {
    const isOfCall = next ? loop.call === next.id : loop.over !== null && isWhole(loop.over, call);
    if (isOfCall && loop.fn === call.fn) return keptRows(program, file, loop, read.of);
  }
  return null;
}

/** Have: const users = await repository.find(); … users.filter((user) => user.active) */
function keptFromHolder(program: Program, file: FileModel, call: Call, holder: Binding, read: WholeRead): KeptRows[] | null {
  const { kind, exported, uses, init, id, name } = holder;
  if (kind !== 'const' || exported || holder.fn === 0 || uses.length === 0) return null;
  if (init && statedSizeOf(file, { ...init, root: { kind: 'binding', binding: id } }, name)) return null;
  const kept: KeptRows[] = [];
  for (const use of uses) {
    // Have: for (const id of ids) users.find((user) => user.id === id): one query for all of them is right.
    if (use.path.length > 0 || use.fn !== call.fn || use.loops.some((loop) => !call.loops.includes(loop) && !isOver(file, loop, id))) return null;
    const loop = file.loops.find(({ over }) => over !== null && over.text === name && spanHolds(over.span, use.span));
    const found = loop && keptRows(program, file, loop, read.of);
    if (!found) return null;
    kept.push(found);
  }
  // Have: users.filter((user) => user.active), users.filter((user) => !user.active): all of them are wanted.
  return kept.length === 1 || kept.every(({ isForOne }) => isForOne) ? kept : null;
}

function isOver(file: FileModel, loop: number, binding: number): boolean {
  const over = file.loops[loop]?.over;
  return over?.root.kind === 'binding' && over.root.binding === binding;
}
