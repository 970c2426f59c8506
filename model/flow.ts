/** What varies with a loop's iterations, and what depends on what, through local variables. */
import type { Binding, Call, FileModel, Loop, Value } from './file.ts';
import { isWithin } from './program.ts';

/** Do any of these bindings differ from one iteration of the loop to the next, because they depend on its element? */
export function dependsOnElement(file: FileModel, reads: readonly number[], loop: Loop): boolean {
  return some(file, reads, (b) => {
    if (loop.elements.includes(b.id) || (b.elementOf !== null && isWithin(file, b.elementOf, loop.id))) return true;
    // `const parts = []; for (const column of columns) parts.push(row[column]);`: made in the loop, and filled there.
    const own = b.loop !== null && isWithin(file, b.loop, loop.id);
    return b.uses.some((u) => u.loops.includes(loop.id) && ((u.kind === 'assign' && (own || u.path.length === 0)) || (own && u.kind === 'grow')));
  });
}

/** Have: while todo: here = todo.pop(). A loop without elements of its own takes another one out of something each time. */
export function dependsOnTaken(file: FileModel, reads: readonly number[], loop: Loop): boolean {
  if (loop.over) return false;
  return some(file, reads, (b) => {
    const call = b.init?.root.kind === 'call' ? file.calls[b.init.root.call] : undefined;
    return call !== undefined && b.loop !== null && isWithin(file, b.loop, loop.id) && call.loops.includes(loop.id) && takesOne(call);
  });
}

/** `todo.pop()`, `jobs.get()`, `stream.readline()`, `next(rows)`, `heappop(heap)` */
function takesOne({ member, text, args }: Call): boolean {
  if (member === null) return /^(next|heappop)$/.test(text);
  return member === 'heappop' || TAKES.test(member) || (member === 'get' && args.length === 0);
}

const TAKES = /^(pop|popleft|popitem|shift|get_nowait|readline)$/;

/** Is a value made anew, or made differently, on each iteration? Then it is the iteration's own and no list that is searched again and again. */
export function variesIn(file: FileModel, value: Value, loop: Loop): boolean {
  if (value.viewOf && value.root.kind !== 'binding') return variesIn(file, value.viewOf, loop);
  if (value.root.kind === 'call') {
    const call = file.calls[value.root.call];
    if (!call) return true;
    // `field.options.get('choices', [])`: the same entry of the same thing each time.
    const [key] = call.args;
    if (call.member === 'get' && key && key.value.literal !== null) return variesIn(file, call.callee, loop);
    return call.loops.includes(loop.id);
  }
  if (value.root.kind === 'new-list' || value.root.kind === 'new-object' || value.root.kind === 'literal') return false;
  if (value.root.kind === 'unknown' && value.reads.length === 0) return true;
  return value.reads.some((id) => {
    const b = file.bindings[id];
    if (!b) return true;
    if (b.elementOf === loop.id || isAssignedIn(b, loop)) return true;
    return b.loop !== null && isWithin(file, b.loop, loop.id) && !isSameEachTime(file, b, loop);
  });
}

/** `options = field.options` in a loop that says nothing of `field`: another name for the same list, each time. */
function isSameEachTime(file: FileModel, binding: Binding, loop: Loop): boolean {
  const init = binding.kind === 'const' ? binding.init : null;
  if (!init || init.viewOf) return false;
  if (init.root.kind === 'call') return init.path.length === 0 && file.calls[init.root.call]?.member === 'get' && !variesIn(file, init, loop);
  if (init.path.length === 0 || (init.root.kind !== 'binding' && init.root.kind !== 'this')) return false;
  return !init.path.includes('[]') && !variesIn(file, init, loop);
}

const SENT =
  /(input|data|dto|body|args?|params?|payload|command|request|req|event|message|msg|opts|options|props|query|result|response|res|ctx|context|batch|page)$/i;

/** `user.roles`, or a list made from it: what hangs on one record, rather than what a query or a caller delivers. */
export function isPartOfOne(file: FileModel, value: Value, depth = 0): boolean {
  if (depth > 5) return false;
  if (value.viewOf) return isPartOfOne(file, value.viewOf, depth + 1);
  const binding = value.root.kind === 'binding' ? file.bindings[value.root.binding] : undefined;
  if (!binding || (binding.kind !== 'const' && binding.kind !== 'let' && binding.param === null)) return false;
  // `order.couponCodes` belongs to one order; `input.orderIds` is whatever somebody sends.
  if (binding.param !== null && (value.path.length === 0 || binding.elementOf !== null || SENT.test(binding.name))) return false;
  const steps = value.path.filter((s) => s !== '[]' && s !== 'rows' && s !== 'data' && s !== 'items' && s !== 'results');
  if (steps.length > 0) return binding.init?.root.kind !== 'new-object';
  return binding.init ? isPartOfOne(file, binding.init, depth + 1) : false;
}

/** `Object.entries(byGroup)`, `byGroup.entries()`: the parts of one object. */
export function isObjectView(file: FileModel, value: Value): boolean {
  const call = value.root.kind === 'call' ? file.calls[value.root.call] : undefined;
  return (
    call !== undefined &&
    (/^Object\.(keys|values|entries)$/.test(call.text) ||
      (/^(entries|items|keys|values)$/.test(call.member ?? '') && call.args.length === 0 && call.callee.kind !== 'set'))
  );
}

export function isAssignedIn(binding: Binding, loop: Loop): boolean {
  return binding.uses.some((u) => u.kind === 'assign' && u.path.length === 0 && u.loops.includes(loop.id));
}

/** Follows reads through the initial values of local variables. */
function some(file: FileModel, reads: readonly number[], test: (b: Binding) => boolean): boolean {
  const seen = new Set<number>();
  const queue = [...reads];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    const b = file.bindings[id];
    if (!b) continue;
    if (test(b)) return true;
    if (b.kind !== 'import' && b.kind !== 'function' && b.init) queue.push(...b.init.reads);
  }
  return false;
}

/** Does it hang on the instance that its method belongs to? Followed through local variables. */
export function hangsOnReceiver(file: FileModel, value: Value, seen: Set<Value> = new Set()): boolean {
  if (seen.has(value)) return false;
  seen.add(value);
  // Of a text with parts, and of what is computed, only the words are there to ask.
  if (value.root.kind === 'this' || (value.root.kind === 'unknown' && /\b(self|this)\b/.test(value.text))) return true;
  const call = value.root.kind === 'call' ? file.calls[value.root.call] : undefined;
  const parts = [
    ...(value.viewOf ? [value.viewOf] : []),
    ...(call ? [call.callee, ...call.args.map((a) => a.value)] : []),
    ...value.elements,
    ...value.properties.map((p) => p.value),
    ...value.reads.flatMap((id) => (file.bindings[id]?.param === null ? (file.bindings[id].init ?? []) : [])),
  ];
  return parts.some((part) => hangsOnReceiver(file, part, seen));
}

/** Which parameters of a function (and of closures around it) the bindings depend on; `elements` of loops lead to what the loop walks. */
export function parametersBehind(file: FileModel, reads: readonly number[], fn: number): Set<number> {
  const found = new Set<number>();
  const seen = new Set<number>();
  const queue = [...reads];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    const b = file.bindings[id];
    if (!b) continue;
    if (b.elementOf !== null) queue.push(...(file.loops[b.elementOf]?.over?.reads ?? []));
    else if (b.param !== null && b.fn === fn) found.add(b.param);
    if (b.kind !== 'import' && b.kind !== 'function' && b.init) queue.push(...b.init.reads);
  }
  return found;
}
