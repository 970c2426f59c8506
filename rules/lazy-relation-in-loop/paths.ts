/** What a touched relation is called in a query, whether the query loads it, and what would. */
import type { FixIntent } from '../../model/finding.ts';
import type { Rows } from '../../model/rows.ts';
import type { Touch } from './touches.ts';

export function pathOf(touch: Touch): string {
  return touch.path.map((relation) => relation.name).join('.');
}

/** `author.publisher` is loaded by itself, and by whatever leads further. */
export function isLoaded(loaded: ReadonlySet<string> | null, path: string): boolean {
  return loaded === null || [...loaded].some((name) => name === path || name.startsWith(`${path}.`));
}

export function remedyOf(touch: Touch): string {
  const remedy = callOf(touch);
  const names = touch.path.map((r) => r.name);
  if (remedy === 'selectinload') return `Add \`.options(selectinload(…${names[0]}))\` to the query.`;
  return `Add \`.${remedy}('${names.join('__')}')\` to the query.`;
}

function callOf(touch: Touch): string {
  if (touch.path.some((r) => r.row.remedy === 'selectinload')) return 'selectinload';
  return touch.path.some((r) => r.holds === 'many') ? 'prefetch_related' : 'select_related';
}

/** One call for those that can be loaded the same way as the first. */
export function fixFor(rows: Rows, touches: readonly Touch[]): FixIntent | null {
  const [first] = touches;
  const method = first ? callOf(first) : 'selectinload';
  if (method === 'selectinload') return null;
  return {
    kind: 'eager-load',
    file: rows.file.path,
    query: rows.query,
    method: method === 'prefetch_related' ? 'prefetch_related' : 'select_related',
    names: touches.filter((touch) => callOf(touch) === method).map((touch) => touch.path.map((r) => r.name).join('__')),
  };
}
