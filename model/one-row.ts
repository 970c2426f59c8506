/** One row: which class it is of, and which relations the query that it comes from has loaded with it. */
import { infoOf } from './calls.ts';
import type { Call, FileModel, Value } from './file.ts';
import type { Program } from './program.ts';
import { joined } from './query-loads.ts';
import { type ClassRef, type Relation, relationsOf } from './relations.ts';
import { DEEPEST, RUNS, rowsOf } from './rows.ts';
import { calleeThing, thingOf, YIELDS_ROW } from './things.ts';

/** Is it known to be one of the rows that a query yields? */
export function isStored(program: Program, file: FileModel, value: Value): boolean {
  const binding = value.root.kind === 'binding' && value.path.length === 0 ? file.bindings[value.root.binding] : undefined;
  const over = binding && binding.elementOf !== null && !binding.part ? file.loops[binding.elementOf]?.over : null;
  return over !== null && over !== undefined && rowsOf(program, file, over) !== null;
}

/** Is it known to be a row of the database, or to become one? */
export function isRow(program: Program, file: FileModel, value: Value): boolean {
  if (isStored(program, file, value)) return true;
  const of = instanceClass(program, file, value);
  return of !== null && relationsOf(program, of).size > 0;
}

/** The class of one row: the element of a loop over rows, or what names and types tell. */
export function instanceClass(program: Program, file: FileModel, value: Value, depth = 0): ClassRef | null {
  if (depth > DEEPEST) return null;
  const binding = value.root.kind === 'binding' && value.path.length === 0 ? file.bindings[value.root.binding] : undefined;
  if (binding && binding.elementOf !== null && !binding.part) {
    const over = file.loops[binding.elementOf]?.over;
    const rows = over ? rowsOf(program, file, over, depth + 1) : null;
    if (rows) return rows.of;
  }
  const thing = thingOf(program, file, value);
  if (thing?.kind === 'object') return { file: thing.file, class: thing.class };
  // `book.author`: where a relation of one row leads.
  const name = value.path[value.path.length - 1];
  const owner = name === undefined ? null : instanceClass(program, file, { ...value, path: value.path.slice(0, -1), viewOf: null }, depth + 1);
  const relation = owner && relationsOf(program, owner).get(name ?? '');
  return relation?.holds === 'one' ? relation.target : null;
}

const NOTHING: ReadonlySet<string> | null = new Set();

/** What the rows that an owner leads to bring: their owner, and what the owner's own query has loaded of them. */
export function loadedThrough(program: Program, file: FileModel, holder: Value, relation: Relation, depth: number): ReadonlySet<string> | null {
  const loaded = loadedWith(program, file, holder, depth);
  return joined(loaded && behind(loaded, relation.name), new Set(relation.back === null ? [] : [relation.back]));
}

/** The relations that are loaded with one row. Null: whatever somebody chose. */
export function loadedWith(program: Program, file: FileModel, row: Value, depth = 0): ReadonlySet<string> | null {
  if (depth > DEEPEST) return null;
  const { root, path } = row;
  const last = path.at(-1);
  if (last !== undefined) {
    const before = { ...row, path: path.slice(0, -1), viewOf: null };
    const loaded = last === '[]' ? rowsOf(program, file, before, depth + 1)?.loaded : loadedWith(program, file, before, depth + 1);
    return last === '[]' ? (loaded === undefined ? new Set() : loaded) : loaded ? behind(loaded, last) : null;
  }
  const call = root.kind === 'call' ? file.calls[root.call] : undefined;
  if (call) return loadedWithCall(program, file, call, depth + 1);
  const binding = root.kind === 'binding' ? file.bindings[root.binding] : undefined;
  const over = binding && binding.elementOf !== null ? file.loops[binding.elementOf]?.over : null;
  const rows = over ? rowsOf(program, file, over, depth + 1) : null;
  if (rows) return rows.loaded;
  // What a function is handed is asked about there.
  if (!binding || binding.param !== null) return new Set();
  const given = [...(binding.init ? [binding.init] : []), ...binding.assigned];
  return given.map((value) => loadedWith(program, file, value, depth + 1)).reduce(joined, NOTHING);
}

/** `Book.objects.get(pk=pk)`, `get_object_or_404(books, pk=pk)`, `session.scalar(query)`, `session.get(Book, id)`, `Book(title=title)` */
function loadedWithCall(program: Program, file: FileModel, call: Call, depth: number): ReadonlySet<string> | null {
  const { target, row } = infoOf(program, file, call);
  const first = call.args[0]?.value;
  const asked = [
    ...(YIELDS_ROW.test(call.member ?? '') ? [call.callee] : []),
    ...(first && (row?.picks || RUNS.test(call.member ?? '')) ? [first] : []),
  ];
  for (const value of asked) {
    const rows = rowsOf(program, file, value, depth);
    if (rows) return rows.loaded;
  }
  if (target) return target.fn.returns.map((value) => loadedWith(program, target.file, value, depth)).reduce(joined, NOTHING);
  const isOfClass = calleeThing(program, file, call.id)?.kind === 'class' || (first && thingOf(program, file, first)?.kind === 'class');
  return isOfClass && !call.args.some((a) => a.name === 'options') ? new Set() : null;
}

function behind(loaded: ReadonlySet<string>, name: string): ReadonlySet<string> {
  return new Set([...loaded].flatMap((each) => (each.startsWith(`${name}.`) ? each.slice(name.length + 1) : [])));
}
