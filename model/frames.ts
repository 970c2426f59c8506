/** Tables that compute with whole columns at once, and the loops that go through one row by row all the same. */
import { infoOf } from './calls.ts';
import type { Binding, Call, FileModel, Loop, Value } from './file.ts';
import { memo, type Program } from './program.ts';
import { bindingThing } from './things.ts';
import type { Use } from './use.ts';
import { spanHolds } from './within.ts';

/** The variables that are known to hold such a table. */
export function framesIn(program: Program, file: FileModel): readonly Binding[] {
  return memo<FileModel, readonly Binding[]>(program, 'frames', file, [], () => file.bindings.filter(({ id }) => typeOf(program, file, id) !== null));
}

function typeOf(program: Program, file: FileModel, id: number): string | null {
  const thing = bindingThing(program, file, id);
  return thing?.kind === 'instance' && thing.path.length === 0 && program.knowledge.row(`${thing.type}.loc`)?.byRow === 'cells' ? thing.type : null;
}

export interface RowLoop {
  readonly loop: Loop;
  /** Where it walks one: the table, whole or a part of it. */
  readonly frame: Binding | null;
  /** It hands out rows, rather than keys to find them by. */
  readonly row: Binding | null;
}

/** Have: for i, row in df.iterrows(): …; for i in range(len(df)): …; for i in df.index: … */
export function rowLoops(program: Program, file: FileModel): readonly RowLoop[] {
  return memo<FileModel, readonly RowLoop[]>(program, 'row loops', file, [], () =>
    file.loops.flatMap((loop): RowLoop[] => {
      const { over } = loop;
      if (!over) return [];
      const call = over.root.kind === 'call' && over.path.length === 0 ? file.calls[over.root.call] : undefined;
      if (call) {
        if (infoOf(program, file, call).row?.byRow !== 'rows') return [];
        const row = file.bindings[loop.elements[1] ?? -1] ?? null;
        return [{ loop, frame: bindingOf(file, call.callee), row }];
      }
      const frame = bindingOf(file, over);
      const type = frame && typeOf(program, file, frame.id);
      if (!type) return [];
      const isKeys = over.path.length === 1 && program.knowledge.row(`${type}.${over.path[0]}`)?.byRow === 'keys';
      return isKeys || (over.path.length === 0 && isCounted(file, loop, over)) ? [{ loop, frame, row: null }] : [];
    }),
  );
}

/** `range(len(df))`: to walk the table itself is to walk its columns. */
function isCounted(file: FileModel, { head }: Loop, over: Value): boolean {
  return file.calls.some((call) => call.member === null && call.text === 'len' && spanHolds(head, call.span) && spanHolds(call.span, over.span));
}

function bindingOf(file: FileModel, { root }: Value): Binding | null {
  return root.kind === 'binding' ? (file.bindings[root.binding] ?? null) : null;
}

/** Uses of a table in a loop that find or set single values: `df.loc[i, 'price']`. */
export function cellUses(program: Program, file: FileModel, frame: Binding, loop: Loop): readonly Use[] {
  const type = typeOf(program, file, frame.id);
  return frame.uses.filter(
    (use) => use.loops.includes(loop.id) && type !== null && program.knowledge.row(`${type}.${use.path[0]}`)?.byRow === 'cells',
  );
}

/** Is a function run for each row, rather than for each column? `df.apply(total, axis=1)` */
export function isAppliedToRows(program: Program, file: FileModel, call: Call): boolean {
  return (
    infoOf(program, file, call).row?.byRow === 'apply' &&
    call.args.some(({ name, value }) => name === 'axis' && (value.literal === 1 || value.literal === 'columns'))
  );
}

/** Was a table read from a file or a database, whatever was done to it since? */
export function isReadIn(program: Program, file: FileModel, { init }: Binding, depth = 0): boolean {
  if (!init || depth > 5) return false;
  if (init.root.kind === 'binding') {
    const source = file.bindings[init.root.binding];
    return source !== undefined && isReadIn(program, file, source, depth + 1);
  }
  const call = init.root.kind === 'call' ? file.calls[init.root.call] : undefined;
  if (!call) return false;
  const { row, target } = infoOf(program, file, call);
  if (row?.op && (row.op.kind === 'blocking' || row.op.kind === 'query')) return true;
  if (target) return target.fn.returns.some((value) => isRead(program, target.file, value, depth + 1));
  const source = row?.returns === 'self' ? bindingOf(file, call.callee) : null;
  return source !== null && isReadIn(program, file, source, depth + 1);
}

function isRead(program: Program, file: FileModel, value: Value, depth: number): boolean {
  const binding = bindingOf(file, value);
  if (binding) return isReadIn(program, file, binding, depth);
  const call = value.root.kind === 'call' ? file.calls[value.root.call] : undefined;
  const op = call && infoOf(program, file, call).row?.op;
  return op?.kind === 'blocking' || op?.kind === 'query';
}
