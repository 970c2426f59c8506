/** Loops over stores: each iteration asks another database, so that no single query could ask for all. */
import { infoOf } from './calls.ts';
import { earlierLinks, laterLinks } from './chains.ts';
import type { Call, FileModel, Loop, Value } from './file.ts';
import type { Program } from './program.ts';
import { bindingThing } from './things.ts';

/** The loop whose element is the connection that a query goes through, or names it. */
export function storeLoop(program: Program, file: FileModel, call: Call, loops: readonly Loop[]): Loop | null {
  return loops.find(({ elements }) => goesThrough(program, file, call.callee, elements, 0) || usesNamed(program, file, call, elements)) ?? null;
}

/** The loop whose element, a connection, a function is handed. */
export function loopOfHandedStore(program: Program, file: FileModel, reads: readonly number[], loops: readonly Loop[]): Loop | null {
  return loops.find(({ elements }) => elements.some((id) => reads.includes(id) && isStore(program, file, id))) ?? null;
}

/** Have: pool.query(…), (await pool.connect()).query(…), with engine.connect() as connection: connection.execute(…), Session(engine).execute(…) */
function goesThrough(program: Program, file: FileModel, { root, path }: Value, elements: readonly number[], depth: number): boolean {
  if (depth > 5) return false;
  if (root.kind === 'call') {
    const call = file.calls[root.call];
    if (!call) return false;
    const given = call.member === null || call.isNew ? call.args.map(({ value }) => value) : [call.callee];
    return given.some((value) => goesThrough(program, file, value, elements, depth + 1));
  }
  if (root.kind !== 'binding') return false;
  if (elements.includes(root.binding)) return isStore(program, file, root.binding) && path.length <= 2;
  const binding = file.bindings[root.binding];
  const isOfLoop = binding?.init?.reads.some((id) => elements.includes(id) || id !== root.binding) === true && binding.param === null;
  return isOfLoop && binding.init ? goesThrough(program, file, binding.init, elements, depth + 1) : false;
}

/** Have: Order.objects.using(alias).filter(…) */
function usesNamed(program: Program, file: FileModel, call: Call, elements: readonly number[]): boolean {
  return [...earlierLinks(file, call), call, ...laterLinks(program, file, call)].some(
    (link) =>
      link.member === 'using' &&
      /^py:django\b/.test(infoOf(program, file, link).symbol ?? '') &&
      link.args.some(({ value }) => value.reads.some((id) => elements.includes(id))),
  );
}

function isStore(program: Program, file: FileModel, id: number): boolean {
  const thing = bindingThing(program, file, id);
  return thing?.kind === 'instance' && thing.path.length === 0 && program.knowledge.connects(thing.type);
}
