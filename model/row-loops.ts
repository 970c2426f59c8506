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
  /** Attributes of the row that are read otherwise, in lower case: `order.user ?? await order.getUser()`. */
  readonly reads: ReadonlySet<string>;
}

/** Have: for (const user of await users.find()) await user.posts; */
export function rowLoop(program: Program, file: FileModel, loop: Loop): RowLoop | null {
  return memo<Loop, RowLoop | null>(program, 'rows in loop', loop, null, () => {
    const rows = loop.over && rowsOf(program, file, loop.over);
    const row = rows && (loop.style === 'for' ? indexedRow(file, loop) : walkedRow(file, loop));
    if (!rows || !row) return null;
    const touches = touchesOf(program, file, row.uses, rows);
    const others = row.uses.filter((use) => !touches.some((touch) => touch.use === use));
    return { rows, element: row.name, touches, reads: new Set(others.flatMap(({ path: [name] }) => name?.toLowerCase() ?? [])) };
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

interface Row {
  readonly name: string;
  readonly uses: readonly Use[];
}

/** The variable that holds the row. Of a row that is taken apart nothing is left to ask. */
function walkedRow(file: FileModel, loop: Loop): Row | null {
  const element = loop.elements.flatMap((id) => file.bindings[id] ?? []).find((binding) => !binding.part);
  return element ? { name: element.name, uses: element.uses.filter((use) => isIn(use, loop)) } : null;
}

/** `rows[i]`, and variables that are given it. */
function indexedRow(file: FileModel, loop: Loop): Row | null {
  const { over } = loop;
  const list = over?.root.kind === 'binding' && over.path.length === 0 ? file.bindings[over.root.binding] : undefined;
  const index = file.bindings[loop.elements[0] ?? -1];
  if (!list || !index) return null;
  const named = file.bindings.filter(
    ({ loop: home, init }) => home === loop.id && init?.root.kind === 'binding' && init.root.binding === list.id && init.path.join() === '[]',
  );
  const indexed = list.uses.filter((use) => isIn(use, loop) && use.path[0] === '[]').map((use) => ({ ...use, path: use.path.slice(1) }));
  return { name: named[0]?.name ?? `${list.name}[${index.name}]`, uses: [...indexed, ...named.flatMap((binding) => binding.uses)] };
}

function isIn(use: Use, loop: Loop): boolean {
  return use.loops.includes(loop.id);
}
