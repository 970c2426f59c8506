/** A relation touched by a resolver of GraphQL, which runs once per row of an answer. */
import { entryOf } from '../../model/entries.ts';
import type { FileModel, Fn } from '../../model/file.ts';
import type { Finding } from '../../model/finding.ts';
import type { Program } from '../../model/program.ts';
import { touchesOf } from '../../model/touches.ts';
import { typeThing } from '../../model/written-types.ts';
import { pathOf } from './paths.ts';

/** Have: def resolve_user(root: models.Order, info): return root.user */
export function* perObject(program: Program, file: FileModel, fn: Fn): Iterable<Finding> {
  const entry = entryOf(program, fn);
  const param = entry?.kind === 'resolver' && entry.object !== null ? fn.params[entry.object] : undefined;
  const binding = param && param.binding !== null ? file.bindings[param.binding] : undefined;
  if (!entry || !binding) return;
  const thing = typeThing(program, file, binding.type);
  const of = thing?.kind === 'object' ? thing : null;
  // Calls that ask for a relation are queries for all to see, and the business of n-plus-one-query.
  const touch = of ? touchesOf(program, file, binding.uses, { of, model: of.class.name }).find((each) => !each.load) : undefined;
  if (!of || !touch) return;
  yield {
    rule: 'lazy-relation-in-loop',
    file: file.path,
    span: touch.span,
    // Whether clients ask for it in lists, the code of the server does not say.
    severity: 'info',
    message: `\`${binding.name}${touch.text}\` queries the database once per \`${of.class.name}\` in an answer: GraphQL resolves the field for each. Load \`${pathOf(touch)}\` with a DataLoader.`,
    growth: null,
    evidence: [`runs per \`${of.class.name}\`: ${entry.label}`],
    trace: [{ file: file.path, span: fn.nameSpan, message: entry.label }, ...touch.steps],
    fix: null,
  };
}
