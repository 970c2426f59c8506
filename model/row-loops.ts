/** Loops over the rows of a query, and which relations they touch of each row. */
import { infoOf } from './calls.ts';
import type { Call, FileModel, Loop } from './file.ts';
import { memo, type Program } from './program.ts';
import { type Rows, rowsOf } from './rows.ts';
import { type Touch, touchesOf } from './touches.ts';
import type { Use } from './use.ts';

export interface RowLoop {
  readonly rows: Rows;
  /** What one row is called. */
  readonly element: string;
  readonly touches: readonly Touch[];
}

/** Have: for (const user of await users.find()) await user.posts; */
export function rowLoop(program: Program, file: FileModel, loop: Loop): RowLoop | null {
  return memo<Loop, RowLoop | null>(program, 'rows in loop', loop, null, () => {
    const { over } = loop;
    const rows = over && rowsOf(program, file, over);
    const element = rows && (elementOf(file, loop) ?? (over.root.kind === 'binding' ? `${over.text}[…]` : null));
    return rows && element ? { rows, element, touches: touchesOf(program, file, usesOfRow(file, loop), rows) } : null;
  });
}

/** Is a call, or what it leads to, in a loop over rows that the query could have spared? `asking`: the call that asks the database. */
export function isRelationOfRow(
  program: Program,
  file: FileModel,
  call: Call,
  asking: { file: FileModel; call: Call },
  loops: readonly Loop[],
): boolean {
  if (!infoOf(program, asking.file, asking.call).row?.loads) return false;
  return loops.some((loop) => rowLoop(program, file, loop)?.touches.some((t) => t.load?.call === asking.call && t.span === call.span) === true);
}

function elementOf(file: FileModel, loop: Loop): string | null {
  return (
    loop.elements.map((id) => file.bindings[id]).find((b) => b !== undefined && b.elementOf === loop.id && !b.part && !loop.counts)?.name ?? null
  );
}

/** Of the variable that holds the row, `rows[i]`, and variables that are given `rows[i]`. */
function usesOfRow(file: FileModel, loop: Loop): Use[] {
  const isInside = (use: Use): boolean => use.loops.includes(loop.id);
  const held = loop.elements.flatMap((id) => (file.bindings[id]?.part ? [] : (file.bindings[id]?.uses ?? []).filter(isInside)));
  const list = loop.over?.root.kind === 'binding' && loop.over.path.length === 0 ? loop.over.root.binding : null;
  if (list === null || loop.style !== 'for') return held;
  const indexed = (file.bindings[list]?.uses ?? [])
    .filter((use) => isInside(use) && use.path[0] === '[]')
    .map((use) => ({ ...use, path: use.path.slice(1) }));
  const named = file.bindings.filter(
    ({ loop: home, init }) =>
      home === loop.id && init?.root.kind === 'binding' && init.root.binding === list && init.path.length === 1 && init.path[0] === '[]',
  );
  return [...indexed, ...named.flatMap((binding) => binding.uses)];
}
