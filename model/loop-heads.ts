/**
 * Whether a `for (…; …; …)` really goes as far as what it is said to walk. `i < xs.length + ys.length`, `i < n * n` and
 * `j < xs.length` with a `j` that goes on from before are also lowered as walks of `xs`, `n` and `xs`: other names in the head give them away.
 */
import type { Binding, FileModel, Loop } from './file.ts';
import { memo, type Program } from './program.ts';
import type { Use } from './use.ts';
import { spanHolds } from './within.ts';

/** Per `for` loop: does its head speak of nothing but its own counters, those of other loops, and what it walks? */
export function headsOf(program: Program, file: FileModel): ReadonlyMap<number, boolean> {
  return memo<FileModel, ReadonlyMap<number, boolean>>(program, 'loop heads', file, new Map(), () => {
    const mentions = new Map<number, Mention[]>();
    for (const mention of mentionsOf(file)) {
      for (const id of mention.use.loops) {
        const loop = file.loops[id];
        if (loop?.style !== 'for' || !spanHolds(loop.head, mention.use.span)) continue;
        const known = mentions.get(id);
        if (known) known.push(mention);
        else mentions.set(id, [mention]);
      }
    }
    const fors = file.loops.filter((loop) => loop.style === 'for');
    return new Map(fors.map((loop) => [loop.id, loop.elements.length > 0 && isPlain(file, loop, mentions.get(loop.id) ?? [])]));
  });
}

interface Mention {
  readonly use: Use;
  /** Null for a field. */
  readonly binding: Binding | null;
}

function mentionsOf(file: FileModel): Mention[] {
  const ofBindings = file.bindings.flatMap((binding) => binding.uses.map((use) => ({ use, binding })));
  const ofFields = file.classes.flatMap((c) => c.fields.flatMap((f) => f.uses.map((use) => ({ use, binding: null }))));
  return [...ofBindings, ...ofFields];
}

function isPlain(file: FileModel, loop: Loop, mentions: readonly Mention[]): boolean {
  let walked = 0;
  for (const { binding } of mentions) {
    // Counters, and `n` of `let i = 0, n = xs.length`.
    if (binding && (binding.elementOf !== null || spanHolds(loop.head, binding.span))) continue;
    if (!isWalked(file, loop, binding) || ++walked > 1) return false;
  }
  return true;
}

/** What the loop walks, or `n` of `const n = xs.length` above it. */
function isWalked(file: FileModel, loop: Loop, binding: Binding | null): boolean {
  const root = loop.over?.root;
  if (!binding) return root?.kind === 'this';
  if (root?.kind === 'binding' && root.binding === binding.id) return true;
  const init = binding.init;
  const last = init?.path[init.path.length - 1];
  if (!init || !root || (last !== 'length' && last !== 'size') || init.root.kind !== root.kind) return false;
  return init.root.kind === 'binding' && root.kind === 'binding'
    ? file.bindings[init.root.binding] === file.bindings[root.binding]
    : root.kind === 'this';
}
