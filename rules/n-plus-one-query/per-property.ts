/** A property of a row that queries by the row itself: it reads like a column, and each read is a query. */
import { extentOf, isFew } from '../../model/extents.ts';
import type { FileModel, Loop } from '../../model/file.ts';
import type { Finding } from '../../model/finding.ts';
import type { Program } from '../../model/program.ts';
import { methodOf } from '../../model/relations.ts';
import { rowsOf } from '../../model/rows.ts';
import { leavesAtOnce } from '../../model/walk.ts';
import { doubtText, evidenceOf, IN_PYTHON, loopStep, perElement, sizeName } from '../../model/wording.ts';
import { queryByRow } from './query-by-row.ts';

/** Have: for author in Author.objects.all(): print(author.newest), where `newest` asks for `Book.objects.filter(author=self)` */
export function* perProperty(program: Program, file: FileModel, loop: Loop): Iterable<Finding> {
  const rows = loop.over && rowsOf(program, file, loop.over);
  if (!rows?.of || !loop.over || leavesAtOnce(loop)) return;
  const { of } = rows;
  const extent = extentOf(program, file, loop.over);
  if (isFew(extent)) return;
  const seen = new Set<string>();
  for (const element of loop.elements.map((id) => file.bindings[id])) {
    for (const use of element && !element.part ? element.uses : []) {
      const [name] = use.path;
      if (name === undefined || seen.has(name) || use.kind === 'assign' || !use.loops.includes(loop.id)) continue;
      const property = methodOf(program, of, name);
      if (property?.fn.kind !== 'getter') continue;
      seen.add(name);
      const effect = queryByRow(program, property);
      if (!effect) continue;
      const size = sizeName(file, loop);
      yield {
        rule: 'n-plus-one-query',
        file: file.path,
        span: use.span,
        severity: 'info',
        message: `\`${element?.name}.${name}\` is a property that queries the database, once per ${perElement(file, loop)}${size ? `: ${size} + 1 round trips` : ''}. Fetch for all with one query before the loop.`,
        growth: size ? `O(${size})` : null,
        evidence: [...evidenceOf(size, extent), ...doubtText(IN_PYTHON)],
        trace: [loopStep(file, loop), { file: file.path, span: use.span, message: `reads \`${property.fn.name}\`` }, ...effect.trace],
        fix: null,
      };
    }
  }
}
