/** Conditions that are keywords, or comparisons of a class's columns: `Book.objects.filter(isbn=isbn)`, `select(Book).where(Book.isbn == isbn)`. */
import { infoOf } from './calls.ts';
import { earlierLinks, laterLinks } from './chains.ts';
import type { Call, FileModel } from './file.ts';
import type { Program } from './program.ts';
import type { ClassRef } from './relations.ts';
import { rowsOf } from './rows.ts';
import { thingOf } from './things.ts';

export interface AskedByKeyword {
  readonly of: ClassRef;
  /** Keywords as written, `author__name`; null for a condition that has none. */
  readonly keywords: readonly (string | null)[];
}

/** Steps that leave it to the conditions which rows are looked for. */
const STEPS =
  /^(query|select|filter|filter_by|get|all|exclude|order_by|distinct|values|values_list|only|defer|select_related|prefetch_related|options|first|last|one|one_or_none|exists|count|update|delete|limit|first_or_404|iterator|a(get|first|last|exists|count|update|delete))$/;

/** Of the last call of a chain that narrows it: Book.objects.filter(isbn=isbn), session.query(Book).filter_by(isbn=isbn) */
export function askedByKeyword(program: Program, file: FileModel, call: Call): AskedByKeyword | null {
  const narrows = (link: Call): boolean => infoOf(program, file, link).row?.narrows === true;
  const later = laterLinks(program, file, call);
  if (!narrows(call) || later.some(narrows)) return null;
  const chain = [...earlierLinks(file, call), call, ...later];
  if (!chain.every((link) => STEPS.test(link.member ?? link.text))) return null;
  const of = tableOf(program, file, chain, call);
  return of && { of, keywords: chain.filter(narrows).flatMap((link) => link.args.map((a) => (a.spread ? null : a.name))) };
}

/** The class whose whole table the chain begins with; not rows that belong to another row, which their foreign key finds. */
function tableOf(program: Program, file: FileModel, chain: readonly Call[], call: Call): ClassRef | null {
  const first = [...chain].sort((a, b) => a.span.end - b.span.end)[0];
  if (!first) return null;
  if (/^(query|select)$/.test(first.member ?? first.text)) return rowsOf(program, file, call.callee)?.of ?? null;
  const { callee } = first;
  const isManager = /^(objects|query)$/.test(callee.path.at(-1) ?? '');
  const owner = isManager ? thingOf(program, file, { ...callee, path: callee.path.slice(0, -1) }) : null;
  return owner?.kind === 'class' ? { file: owner.file, class: owner.class } : null;
}
