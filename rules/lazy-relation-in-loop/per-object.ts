/** A relation touched by a resolver of GraphQL, which runs once per row of an answer. */
import { RECEIVER } from '../../model/arguments.ts';
import { entryOf } from '../../model/entries.ts';
import type { Binding, FileModel, Fn } from '../../model/file.ts';
import type { Finding } from '../../model/finding.ts';
import { inMeta } from '../../model/meta.ts';
import type { Program } from '../../model/program.ts';
import type { ClassRef } from '../../model/relations.ts';
import { thingOf } from '../../model/things.ts';
import { touchesOf, usesOfSelf } from '../../model/touches.ts';
import { doubtText, NOT_LISTED } from '../../model/wording.ts';
import { typeThing } from '../../model/written-types.ts';
import { pathOf } from './paths.ts';

/** Have: def resolve_user(root: models.Order, info): return root.user */
export function* perObject(program: Program, file: FileModel, fn: Fn): Iterable<Finding> {
  for (const at of fn.class !== null && !fn.static ? [RECEIVER, ...fn.params.keys()] : fn.params.keys()) {
    const id = at === RECEIVER ? null : fn.params[at]?.binding;
    const binding = typeof id === 'number' ? (file.bindings[id] ?? null) : null;
    const of = binding || at === RECEIVER ? classOf(program, file, fn, binding) : null;
    if (!of) continue;
    const uses = binding ? binding.uses : usesOfSelf({ file, fn });
    // Calls that ask for a relation are queries for all to see, and the business of n-plus-one-query.
    const touch = touchesOf(program, file, uses, { of, model: of.class.name }).find((each) => !each.load);
    // Asked last, because the answer rests on all files.
    const entry = touch ? entryOf(program, fn) : null;
    if (!touch || entry?.kind !== 'resolver' || entry.object !== at) continue;
    yield {
      rule: 'lazy-relation-in-loop',
      file: file.path,
      span: touch.span,
      severity: 'info',
      message: `\`${binding?.name ?? of.class.name}${touch.text}\` queries the database once per \`${of.class.name}\` in an answer: GraphQL resolves the field for each. Load \`${pathOf(touch)}\` with a DataLoader.`,
      growth: null,
      evidence: [`runs per \`${of.class.name}\`: ${entry.label}`, ...doubtText(NOT_LISTED)],
      trace: [{ file: file.path, span: fn.nameSpan, message: entry.label }, ...touch.steps],
      fix: null,
    };
    return;
  }
}

/** Of which class the object is: as declared, or as `model = Book` of the type's `Meta` says. */
function classOf(program: Program, file: FileModel, fn: Fn, object: Binding | null): ClassRef | null {
  const declared = object ? typeThing(program, file, object.type) : null;
  if (declared) return declared.kind === 'object' ? declared : null;
  const owner = fn.class === null ? undefined : file.classes[fn.class];
  const model = owner ? inMeta(file, owner, 'model') : null;
  const thing = model && thingOf(program, file, model);
  return thing?.kind === 'class' ? thing : null;
}
