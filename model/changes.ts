/** Whether a list stays as it is while a loop runs. */
import type { Branch, FileModel, Loop, Node, Value } from './file.ts';
import { isAppend, type Use } from './use.ts';
import { spanHolds } from './within.ts';

export type Change = 'no' | 'grows' | 'changes';

/** All uses of the place that a value names: of its variable, or of its field through `this`. */
export function usesOf(file: FileModel, value: Value): { readonly uses: readonly Use[]; readonly path: readonly string[] } | null {
  if (value.root.kind === 'binding') {
    const binding = file.bindings[value.root.binding];
    return binding ? { uses: binding.uses, path: value.path } : null;
  }
  if (value.root.kind === 'this' && value.root.class !== null && value.path[0] !== undefined) {
    const field = file.classes[value.root.class]?.fields.find((f) => f.name === value.path[0]);
    return field ? { uses: field.uses, path: value.path.slice(1) } : null;
  }
  return null;
}

/** What the statements of a loop do to a list that they can be seen to touch. */
export function changeIn(file: FileModel, value: Value, loop: Loop): Change {
  if (value.viewOf) return changeIn(file, value.viewOf, loop);
  const place = usesOf(file, value);
  if (!place) return 'no';
  let change: Change = 'no';
  for (const use of place.uses) {
    if (!use.loops.includes(loop.id)) continue;
    const sameOrAbove = use.path.length <= place.path.length && use.path.every((step, i) => step === place.path[i]);
    if (!sameOrAbove) continue;
    const same = use.path.length === place.path.length;
    if (use.kind === 'assign' || (same && (use.kind === 'shrink' || use.kind === 'reorder'))) return 'changes';
    if (same && use.kind === 'grow') change = 'grows';
  }
  return change;
}

/** Have: path.append(child) … path.pop(), in a loop of a walk: it is as deep as what is walked, which no recursion bounds. */
export function isStackIn(file: FileModel, value: Value, loop: Loop): boolean {
  const place = usesOf(file, value);
  const here = place?.uses.filter((u) => u.loops.includes(loop.id) && u.path.length <= place.path.length) ?? [];
  return !loop.over && here.some(isAppend) && here.every((u) => !/^(assign|shrink|reorder)$/.test(u.kind) || isPop(file, u));
}

function isPop(file: FileModel, { method, call }: Use): boolean {
  return method === 'pop' && call !== null && file.calls[call]?.args.length === 0;
}

/** `if (out.length >= 5) break;`: the loop ends before the list is large. */
export function isCappedIn(file: FileModel, value: Value, loop: Loop): boolean {
  const id = value.root.kind === 'binding' ? value.root.binding : null;
  if (id === null) return false;
  const body = loop.closure === null ? loop.body : (file.functions[loop.closure]?.body ?? []);
  return body.some(
    (node) =>
      node.kind === 'branch' &&
      node.test !== null &&
      node.test.reads.includes(id) &&
      /(\.(length|size)|\blen\(\w+\))\s*(>|===|==)/.test(node.test.text) &&
      node.arms[0]?.some((n) => n.kind === 'exit' && (n.exit === 'break' || n.exit === 'return')),
  );
}

/** Have: if len(self.peers) < self.capacity: self.peers.append(peer) */
export function isGuardedBySize(file: FileModel, list: Value, grows: Use): boolean {
  const sizes = [`len(${list.text})`, `${list.text}.length`, `${list.text}.size`];
  const isGuard = (node: Branch): boolean => {
    const text = node.test?.text ?? '';
    const [first = []] = node.arms;
    const at = sizes.map((size) => text.indexOf(size) + size.length).find((end, i) => end >= (sizes[i]?.length ?? 0));
    const [, sign, limit] = (at !== undefined && /^\s*(<=?|>=?|={2,3})\s*([\w.]+)(?![\w.(])/.exec(text.slice(at))) || [];
    // What is as long as another list is not bounded by that.
    if (!sign || limit === undefined || /\bor\b|\|\||\.(length|size)$/.test(text.slice(at))) return false;
    if (sign.startsWith('<')) return spanHolds(node.span, grows.span);
    return node.span.end <= grows.span.start && first.some((n) => n.kind === 'exit');
  };
  const guards = (nodes: readonly Node[]): boolean =>
    nodes.some((node) => {
      if (node.kind === 'loop') return guards(node.body);
      return node.kind === 'branch' && (isGuard(node) || node.arms.some(guards));
    });
  return guards(file.functions[grows.fn]?.body ?? []);
}

/** Anywhere in the file: is something ever added to the list? */
export function growsSomewhere(file: FileModel, value: Value): boolean {
  const place = usesOf(file, value);
  return place?.uses.some((u) => u.kind === 'grow' && u.path.length === place.path.length && u.path.every((s, i) => s === place.path[i])) ?? false;
}
