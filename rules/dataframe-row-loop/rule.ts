/** A table that computes with whole columns is gone through row by row: each value costs as much as a short column, and each row added copies them all. */
import { onlyComputing } from '../../model/computing.ts';
import { isJudged } from '../../model/contexts.ts';
import { extentOf, isLarge, isSmall } from '../../model/extents.ts';
import type { Binding, Call, FileModel, Fn, Loop, Span } from '../../model/file.ts';
import type { Finding } from '../../model/finding.ts';
import { cellUses, framesIn, isAppliedToRows, isReadIn, type RowLoop, rowLoops } from '../../model/frames.ts';
import { hotEntry, isRare } from '../../model/how-often.ts';
import { waitsInLoop } from '../../model/loop-work.ts';
import { isInside, type Program } from '../../model/program.ts';
import { evidenceOf, loopStep, sizeName } from '../../model/wording.ts';
import type { Rule } from '../rule.ts';

export const dataframeRowLoop: Rule = {
  name: 'dataframe-row-loop',
  summary: 'A table that computes with whole columns is read or written row by row.',
  subject: 'data-structures',
  severity: 'warning',
  languages: ['python'],
  fixes: 'never',
  *check(program, files) {
    for (const file of files) {
      if (file.language !== 'python' || !isJudged(file)) continue;
      yield* rowsAdded(program, file);
      for (const rows of rowLoops(program, file)) {
        const found = isWorth(program, file, rows.loop) ? (written(program, file, rows) ?? onlyRead(program, file, rows)) : null;
        if (found) yield found;
      }
      for (const call of file.calls) {
        const found = isAppliedToRows(program, file, call) ? applied(program, file, call) : null;
        if (found) yield found;
      }
    }
  },
};

/** Short, or with something in it that takes longer, or might. */
function isWorth(program: Program, file: FileModel, loop: Loop): boolean {
  return (
    loop.over !== null &&
    !isSmall(extentOf(program, file, loop.over)) &&
    file.calls.every((call) => !call.loops.includes(loop.id) || onlyComputing(program, file, call))
  );
}

/** Have: for name in names: df.loc[len(df)] = [name, 0] */
function* rowsAdded(program: Program, file: FileModel): Iterable<Finding> {
  for (const loop of file.loops) {
    if (!loop.over || isSmall(extentOf(program, file, loop.over)) || waitsInLoop(program, file, loop)) continue;
    for (const frame of framesIn(program, file)) {
      // Made anew each time, it has few.
      if (frame.loop !== null) continue;
      const use = cellUses(program, file, frame, loop).find(
        (u) => u.kind === 'grow' && u.loops[0] === loop.id && u.key?.text === `len(${frame.name})`,
      );
      if (!use) continue;
      const size = sizeName(file, loop);
      const growth = size && `O(${size}²)`;
      const text = `\`${frame.name}.${use.path[0]}[len(${frame.name})] = …\` copies all of \`${frame.name}\` once per row${growth ? `: ${growth}` : ''}`;
      yield report(program, file, loop, use.span, `${text}. Collect the rows in a list, and make the table of it once.`, growth);
    }
  }
}

/** Have: for i, row in df.iterrows(): df.loc[i, 'total'] = row['price'] * row['count'] */
function written(program: Program, file: FileModel, { loop }: RowLoop): Finding | null {
  for (const frame of framesIn(program, file)) {
    const use = cellUses(program, file, frame, loop).find(({ kind, key }) => kind === 'grow' && key?.reads.some((id) => loop.elements.includes(id)));
    if (!use || frame.loop !== null) continue;
    const text = `\`${frame.name}.${use.path[0]}[…] = …\` writes \`${frame.name}\` value by value, and each write costs as much as computing a whole short column`;
    return report(program, file, loop, use.span, `${text}. Compute whole columns, or collect the values and assign them once.`, null);
  }
  return null;
}

/** Have: for _, row in df.iterrows(): total += row['price'] * row['count'] */
function onlyRead(program: Program, file: FileModel, { loop, frame, row }: RowLoop): Finding | null {
  if (!frame || !isReadIn(program, file, frame)) return null;
  if (row) {
    // Whoever is handed the row may need what only a row of this kind has.
    if (row.uses.length === 0 || !row.uses.every(({ path }) => path.length > 0)) return null;
    return report(
      program,
      file,
      loop,
      loop.head,
      `\`${loop.over?.text}\` makes a table of each row. Compute whole columns, or walk \`itertuples()\`.`,
      null,
    );
  }
  const [use] = cellUses(program, file, frame, loop);
  if (!use) return null;
  const text = `\`${frame.name}.${use.path[0]}[…]\` finds one row at a time, and each time costs as much as computing a whole short column`;
  return report(program, file, loop, use.span, `${text}. Compute whole columns, or walk \`itertuples()\`.`, null);
}

/** Have: df.apply(lambda row: row['price'] * row['count'], axis=1) */
function applied(program: Program, file: FileModel, call: Call): Finding | null {
  const fn = file.functions[call.args[0]?.closure ?? -1];
  const frame = call.callee.root.kind === 'binding' ? file.bindings[call.callee.root.binding] : undefined;
  if (!fn || !frame || !isReadIn(program, file, frame) || !isArithmetic(file, fn)) return null;
  return {
    ...report(program, file, null, call.span, `\`${call.text}(…, axis=1)\` makes a table of each row for what columns do at once.`, null),
    message: `\`${call.text}(…, axis=1)\` makes a table of each row, for what whole columns compute at once. Write it with the columns.`,
  };
}

/** Columns of the row and operators between them: nothing is called, and no text is made. */
function isArithmetic(file: FileModel, fn: Fn): boolean {
  const row: Binding | undefined = file.bindings[fn.params[0]?.binding ?? -1];
  const [value, ...others] = fn.returns;
  return (
    row !== undefined &&
    value !== undefined &&
    others.length === 0 &&
    row.uses.length > 1 &&
    row.uses.every(({ path }) => path.length === 1) &&
    /[-+*/<>]/.test(value.text.replace(/\[[^\]]*\]/g, '')) &&
    !/^f['"]|['"]\s*\+|\+\s*f?['"]/.test(value.text) &&
    !file.calls.some((call) => isInside(file, call.fn, fn.id))
  );
}

function report(program: Program, file: FileModel, loop: Loop | null, span: Span, message: string, growth: string | null): Finding {
  const fn = loop ? file.functions[loop.fn] : undefined;
  const extent = loop?.over ? extentOf(program, file, loop.over) : null;
  const isHot = fn !== undefined && !isRare(program, file, fn) && hotEntry(program, file, fn) !== null;
  const isWrite = loop !== null && span !== loop.head;
  return {
    rule: 'dataframe-row-loop',
    file: file.path,
    span,
    severity: isHot && isWrite && extent && isLarge(extent) ? 'warning' : 'info',
    message,
    growth,
    evidence: loop && extent ? evidenceOf(sizeName(file, loop), extent) : [],
    trace: loop ? [loopStep(file, loop)] : [],
    fix: null,
  };
}
