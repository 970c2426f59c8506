/** Whether what a call makes outlives the function that made it: put into a variable of the module, a field, a collection, or handed to others. */
import { infoOf } from './calls.ts';
import type { Call, FileModel, Fn, Value } from './file.ts';
import { isGivenTo } from './given-to.ts';
import type { Program } from './program.ts';
import { spanHolds } from './within.ts';

/**
 * Does a caller use up what the call makes? To be asked of callers, nearest first: as long as functions give back what was made, and objects that hold it
 * are made, whoever calls them may keep it.
 */
export function usedUpBy(program: Program, file: FileModel, call: Call): (at: { readonly file: FileModel; readonly call: Call }) => boolean {
  const makers = new Set<Fn | undefined>(isHandedBack(file, call) ? [file.functions[call.fn]] : []);
  return (at) => {
    if (!makers.has(infoOf(program, at.file, at.call).target?.fn)) return true;
    if (isHandedBack(at.file, at.call)) makers.add(at.file.functions[at.call.fn]);
    return !isKept(at.file, at.call);
  };
}

export function isKept(file: FileModel, call: Call): boolean {
  return (
    isAssignedBeyond(file, call) || isPutAway(file, (value) => isMadeBy(value, call)) || holdersOf(file, call).some((id) => isHandedOn(file, id))
  );
}

/** `return new Pool()`, and whatever a constructor makes for its object. */
function isHandedBack(file: FileModel, call: Call): boolean {
  const fn = file.functions[call.fn];
  const held = new Set(holdersOf(file, call));
  const isIt = (value: Value): boolean =>
    isMadeBy(value, call) ||
    (value.root.kind === 'binding' && held.has(value.root.binding)) ||
    value.properties.some((p) => isIt(p.value)) ||
    value.elements.some(isIt);
  return fn?.kind === 'constructor' || fn?.returns.some(isIt) === true;
}

function isMadeBy({ root, path, viewOf }: Value, call: Call): boolean {
  return (root.kind === 'call' && root.call === call.id && path.length === 0) || (viewOf !== null && isMadeBy(viewOf, call));
}

/** `shared = new Pool()`, `app.state.redis = Redis()`, `this.client = createClient()` */
function isAssignedBeyond(file: FileModel, call: Call): boolean {
  const assigned = file.bindings.some((b) =>
    b.uses.some((use) => use.kind === 'assign' && use.fn === call.fn && (b.fn === 0 || use.path.length > 0) && isGivenTo(use.span, call)),
  );
  if (assigned) return true;
  // Whether an object outlives what it is made for, whoever makes it says.
  if (file.functions[call.fn]?.kind === 'constructor') return false;
  return file.classes.some(({ fields }) =>
    fields.some((field) => field.uses.some((use) => use.kind === 'assign' && use.fn === call.fn && isGivenTo(use.span, call))),
  );
}

const PUTS = /^(set|push|add|append|put|setdefault|unshift|register|provide|bind)$/;

function isPutAway(file: FileModel, isIt: (value: Value) => boolean): boolean {
  return file.calls.some((other) => PUTS.test(other.member ?? '') && other.args.some((a) => isIt(a.value)));
}

/** Local variables that hold it. */
function holdersOf(file: FileModel, call: Call): number[] {
  return file.bindings.filter((b) => b.fn === call.fn && b.init !== null && isMadeBy(b.init, call)).map((b) => b.id);
}

function isHandedOn(file: FileModel, id: number): boolean {
  const binding = file.bindings[id];
  if (!binding) return false;
  if (isPutAway(file, ({ root, path }) => root.kind === 'binding' && root.binding === id && path.length === 0)) return true;
  // To give it back is for the caller to judge.
  const isReturned = (start: number, end: number): boolean =>
    file.functions[binding.fn]?.returns.some((value) => spanHolds(value.span, { start, end })) === true;
  return binding.uses.some((use) => use.kind === 'escape' && use.path.length === 0 && !isReturned(use.span.start, use.span.end));
}
