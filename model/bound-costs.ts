/** What a single step costs in the sizes of lists: the language's and the libraries' operations, and copies by spreading. */
import { blankValue } from './blank.ts';
import { isInside, type Scope } from './bound-places.ts';
import { sizeOf, sliceSize } from './bound-sizes.ts';
import { ONE, plus, raised, type Sum } from './bound-terms.ts';
import { operationOf } from './calls.ts';
import type { Binding, Call, FileModel, Loop, Value } from './file.ts';
import { memo, type Program } from './program.ts';
import type { Use } from './use.ts';

/** Methods that no operation stands for, and that go through the whole list all the same. */
const WHOLE_LIST = new Set(['join', 'reverse', 'splice', 'fill', 'toSpliced', 'with', 'copyWithin']);
/** Methods that call a function per element; where it is written there, it is the body of a loop. */
const PER_ELEMENT = new Set(['forEach', 'map', 'flatMap', 'reduce', 'reduceRight', 'filter', 'some', 'every', 'find', 'findIndex', 'findLast']);
/** Functions that go through their whole argument. */
const WHOLE_ARGUMENT = new Set([
  'Array.from',
  'Object.keys',
  'Object.values',
  'Object.entries',
  'Object.fromEntries',
  'Promise.all',
  'Promise.allSettled',
]);

/** A call that leads to no function of the project; what nobody knows is one step. */
export function operationCost(scope: Scope, call: Call): Sum | null {
  const op = operationOf(scope.program, scope.file, call);
  const [first] = call.args;
  if (!op) {
    const builds = call.isNew && /^(Set|Map|WeakSet|WeakMap)$/.test(call.text);
    if ((builds || WHOLE_ARGUMENT.has(call.text)) && first) return sizeOf(scope, first.value);
    return walksReceiver(scope.file, call) ? sizeOf(scope, call.callee) : ONE;
  }
  switch (op.kind) {
    case 'scan':
      // What a callback searches is walked by the loop that the callback is the body of.
      return op.on && !call.args.some((a) => a.closure !== null) ? ofList(op.on, () => sizeOf(scope, op.on as Value)) : ONE;
    case 'copy':
      return op.on ? ofList(op.on, () => copied(scope, call, op.on as Value)) : ONE;
    case 'sort': {
      const size = op.on && sizeOf(scope, op.on);
      return size && raised(size, 1, 1);
    }
    case 'shift':
    case 'build':
      return op.on ? sizeOf(scope, op.on) : ONE;
    default:
      return ONE;
  }
}

/** `xs.join()`, `xs.filter(Boolean)`, `xs.forEach(callback)`; of what may be no list, only where nothing else has such a method. */
function walksReceiver(file: FileModel, call: Call): boolean {
  if (call.member === null) return false;
  if (WHOLE_LIST.has(call.member)) return call.callee.kind === 'list';
  if (!PER_ELEMENT.has(call.member) || call.args.length === 0 || file.loops.some((l) => l.call === call.id)) return false;
  return call.callee.kind === 'list' || (call.callee.kind === 'unknown' && !call.member.startsWith('find'));
}

/** Strings are not counted by their letters; of what may be one, nothing is known. */
function ofList(value: Value, size: () => Sum | null): Sum | null {
  return value.kind === 'string' ? ONE : value.kind === 'list' ? size() : null;
}

function copied(scope: Scope, call: Call, on: Value): Sum | null {
  if (call.member === 'slice')
    return call.args.length === 2 && call.args.every((a) => typeof a.value.literal === 'number') ? ONE : sliceSize(scope, call);
  const parts = call.member === 'concat' ? call.args.filter((a) => a.value.kind !== 'primitive').map((a) => sizeOf(scope, a.value)) : [];
  return plus(sizeOf(scope, on), ...parts);
}

/** `[...xs]` and `{ ...o }` are no calls; the uses of the names tell where they stand. */
export function* spreadCosts(scope: Scope, bodies: ReadonlySet<number>): Generator<{ readonly cost: Sum | null; readonly loops: readonly Loop[] }> {
  const { file } = scope;
  for (const { binding, value, use } of spreadsOf(scope.program, file)) {
    if (!bodies.has(use.fn)) continue;
    const loops = use.loops.flatMap((id) => file.loops[id] ?? []).filter((loop) => isInside(scope, loop.fn));
    const accumulates = binding !== null && loops.some((loop) => isCarried(file, binding, loop));
    if (accumulates) yield { cost: null, loops: [] };
    else if (isKnownList(file, value, binding)) yield { cost: sizeOf(scope, value), loops };
  }
}

/** `acc` of `reduce((acc, x) => [...acc, x])`, and `all` of `all = [...all, x]`: copied again and again while it grows. */
function isCarried(file: FileModel, binding: Binding, loop: Loop): boolean {
  const call = loop.call === null ? undefined : file.calls[loop.call];
  if (call?.member?.startsWith('reduce') && binding.param === 0 && binding.fn === loop.closure) return true;
  return (
    binding.uses.some((u) => (u.kind === 'assign' || u.kind === 'grow') && u.path.length === 0 && u.loops.includes(loop.id)) &&
    binding.loop !== loop.id
  );
}

/** Records are spread as often as lists, and are small. */
function isKnownList(file: FileModel, value: Value, binding: Binding | null): boolean {
  if (value.path.length === 0 && binding) {
    const kind = binding.init?.kind;
    return binding.type?.name === '[]' || binding.type?.name === 'Set' || kind === 'list' || kind === 'set' || kind === 'map';
  }
  const field =
    value.root.kind === 'this' && value.path.length === 1 && value.root.class !== null ? file.classes[value.root.class]?.fields : undefined;
  return field?.some((f) => f.name === value.path[0] && (f.type?.name === '[]' || f.init?.kind === 'list')) ?? false;
}

interface Spread {
  readonly binding: Binding | null;
  readonly value: Value;
  readonly use: Use;
}

function spreadsOf(program: Program, file: FileModel): readonly Spread[] {
  return memo<FileModel, readonly Spread[]>(program, 'spreads', file, [], () => {
    const isSpread = (use: Use): boolean => use.kind === 'copy' && use.call === null && use.method === null;
    const named = file.bindings.flatMap((binding) =>
      binding.uses.filter(isSpread).map((use) => ({ binding, use, value: mentioned(use, { kind: 'binding', binding: binding.id }, use.path) })),
    );
    const fields = file.classes.flatMap((owner) =>
      owner.fields.flatMap((field) =>
        field.uses
          .filter(isSpread)
          .map((use) => ({ binding: null, use, value: mentioned(use, { kind: 'this', class: owner.id }, [field.name, ...use.path]) })),
      ),
    );
    return [...named, ...fields];
  });
}

function mentioned(use: Use, root: Value['root'], path: readonly string[]): Value {
  return { ...blankValue({ span: use.span, text: '', reads: root.kind === 'binding' ? [root.binding] : [] }), root, path };
}
