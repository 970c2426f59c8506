/** How a finding says that the table is not small. */
import type { TraceStep } from '../../model/finding.ts';
import { pageOf } from '../../model/paged-tables.ts';
import type { Program } from '../../model/program.ts';

/** Whoever wrote that knows that the rows are many. */
export const PAGED = 'elsewhere the project reads this table page by page';

export function pageStep(program: Program, table: string): TraceStep[] {
  const page = pageOf(program, table);
  return page ? [{ file: page.file.path, span: page.call.nameSpan, message: 'reads a page of it' }] : [];
}
