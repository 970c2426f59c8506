/** What a list holds: rows of a query, what its type says, or what is made for each of its places. */
import type { Call, FileModel, Value } from './file.ts';
import type { Program } from './program.ts';
import { rowClass } from './queried-rows.ts';
import { rowsOf } from './rows.ts';
import { rowThing, type Thing, thingOf } from './things.ts';
import { declarationOf, typeThing } from './written-types.ts';

/** What a loop walks one by one: rows of a query, elements of a typed list. */
export function elementThing(program: Program, file: FileModel, loop: number): Thing | null {
  const over = file.loops[loop]?.over;
  if (!over || over.path.length > 0) return null;
  const row = file.language === 'python' ? rowsOf(program, file, over)?.of : rowClass(program, file, over);
  if (row) return { kind: 'object', file: row.file, class: row.class };
  if (over.root.kind === 'call') return rowThing(program, file, over.root.call) ?? madeElement(program, file, over, 0);
  const binding = over.root.kind === 'binding' ? file.bindings[over.root.binding] : undefined;
  if (!binding) return null;
  if (binding.type?.name === '[]') return typeThing(program, file, binding.type.args[0] ?? null);
  const init = binding.init?.root.kind === 'call' && binding.init.path.length === 0 ? binding.init.root.call : null;
  return (init === null ? null : rowThing(program, file, init)) ?? madeElement(program, file, over, 0);
}

const DEEPEST = 4;

/** Have: [new Pool(a), new Pool(b)], urls.map((url) => new Pool(url)), [create_engine(url) for url in urls], and Object.values(…) of an object of such. */
function madeElement(program: Program, file: FileModel, list: Value, depth: number): Thing | null {
  if (depth > DEEPEST) return null;
  const { root, path, viewOf, elements, properties } = list;
  if (root.kind === 'binding' && path.length === 0) return madeForName(program, file, root.binding, depth + 1);
  if (root.kind === 'this' && root.class !== null && path.length === 1) {
    const init = file.classes[root.class]?.fields.find(({ name }) => name === path[0])?.init;
    return init ? madeElement(program, file, init, depth + 1) : null;
  }
  const each = root.kind === 'new-object' ? properties.map(({ value }) => value) : root.kind === 'new-list' && !viewOf ? elements : [];
  if (each.length > 0) return agreed(each.map((value) => thingOf(program, file, value)));
  const call = root.kind === 'call' && path.length === 0 ? file.calls[root.call] : undefined;
  if (call?.member === 'map') {
    const closure = call.args[0]?.closure;
    const returned = closure === null || closure === undefined ? [] : (file.functions[closure]?.returns ?? []);
    return returned.length > 0 ? agreed(returned.map((value) => thingOf(program, file, value))) : null;
  }
  const made = root.kind === 'new-list' && viewOf ? madeFirst(file, list) : null;
  if (made) return agreed([thingOf(program, file, { ...list, root: { kind: 'call', call: made.id }, viewOf: null })]);
  return call && viewOf && /^(values|freeze|from)$/.test(call.member ?? '') ? madeElement(program, file, viewOf, depth + 1) : null;
}

/** Of a variable that is set once, here or where it is imported from. */
function madeForName(program: Program, file: FileModel, id: number, depth: number): Thing | null {
  const binding = file.bindings[id];
  const home = binding?.kind === 'import' ? declarationOf(program, file, id) : null;
  if (home) return home.file === file && home.binding === id ? null : madeForName(program, home.file, home.binding, depth + 1);
  const isSet = binding?.init && binding.param === null && binding.assigned.length === 0;
  return isSet && binding.init ? madeElement(program, file, binding.init, depth) : null;
}

/** `create_engine(url)` of `[create_engine(url) for url in urls]` */
function madeFirst(file: FileModel, { span, text }: Value): Call | null {
  const begins = span.start + (/^[[({]\s*/.exec(text)?.[0].length ?? 0);
  return file.calls.filter((call) => call.span.start === begins && call.span.end < span.end).sort((a, b) => b.span.end - a.span.end)[0] ?? null;
}

/** What all of them are, of a library's type. */
function agreed([first, ...others]: readonly (Thing | null)[]): Thing | null {
  if (first?.kind !== 'instance' || first.path.length > 0) return null;
  return others.every((other) => other?.kind === 'instance' && other.type === first.type && other.path.length === 0) ? first : null;
}

/** `rows[i]`, as far as the list is what a query yields or is declared to hold. */
export function elementOf(program: Program, file: FileModel, list: Value): Thing | null {
  const binding = list.root.kind === 'binding' ? file.bindings[list.root.binding] : undefined;
  if (list.root.kind === 'call') return rowThing(program, file, list.root.call);
  if (!binding || binding.uses.filter((u) => u.kind === 'assign' && u.path.length === 0).length > 1) return null;
  if (binding.type?.name === '[]') return typeThing(program, file, binding.type.args[0] ?? null);
  return binding.init?.root.kind === 'call' && binding.init.path.length === 0 ? rowThing(program, file, binding.init.root.call) : null;
}
