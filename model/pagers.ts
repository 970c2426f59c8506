/** Who cuts rows into pages: the object that a call asks for a page. */
import { infoOf } from './calls.ts';
import type { Call, FileModel } from './file.ts';
import type { Program } from './program.ts';

/** `Paginator(books, 25)` of `Paginator(books, 25).get_page(number)`, also by its name. */
export function pagerOf(program: Program, file: FileModel, { member, callee }: Call): Call | null {
  if (member !== 'page' && member !== 'get_page') return null;
  const isNamed = callee.root.kind === 'binding' && callee.path.length === 0;
  const made = isNamed && callee.root.kind === 'binding' ? file.bindings[callee.root.binding]?.init : callee;
  const call = made?.root.kind === 'call' && made.path.length === 0 ? file.calls[made.root.call] : undefined;
  return call && infoOf(program, file, call).symbol === 'py:django#core.paginator.Paginator' ? call : null;
}
