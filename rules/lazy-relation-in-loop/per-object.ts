/** A relation touched by a resolver of GraphQL, which runs once per row of an answer. */
import { entryOf } from '../../model/entries.ts';
import type { FileModel, Fn } from '../../model/file.ts';
import type { Finding } from '../../model/finding.ts';
import type { Program } from '../../model/program.ts';
import { typeThing } from '../../model/written-types.ts';
import { pathOf } from './paths.ts';
import { touchesOf } from './touches.ts';

/** Have: def resolve_user(root: models.Order, info): return root.user */
export function* perObject(program: Program, file: FileModel, fn: Fn): Iterable<Finding> {
  for (const [at, param] of fn.params.entries()) {
    const binding = param.binding === null ? undefined : file.bindings[param.binding];
    const of = binding?.type ? typeThing(program, file, binding.type) : null;
    if (!binding || of?.kind !== 'object') continue;
    const [touch] = touchesOf(program, file, binding.uses, of);
    // Asked last, because the answer rests on all files.
    const entry = touch ? entryOf(program, fn) : null;
    if (!touch || entry?.kind !== 'resolver' || entry.object !== at) continue;
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
}
