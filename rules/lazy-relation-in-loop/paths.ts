/** What a touched relation is called in a query, whether the query loads it, and what would. */
import type { FixIntent } from '../../model/finding.ts';
import type { Rows } from '../../model/rows.ts';
import type { Touch } from './touches.ts';

export function pathOf(touch: Touch): string {
  return touch.path.map((relation) => relation.name).join('.');
}

/** `author.publisher` is loaded by itself, and by whatever leads further. */
export function isLoaded({ loaded, owner }: Pick<Rows, 'loaded' | 'owner'>, path: string): boolean {
  // What the owner leads to is asked for once: all rows share it.
  return (
    loaded === null ||
    (owner !== undefined && path.startsWith(`${owner}.`)) ||
    [...loaded].some((name) => name === path || name.startsWith(`${path}.`))
  );
}

/** `of`: the class of the rows that the touch begins at. */
export function remedyOf({ path }: Pick<Touch, 'path'>, of: string): string {
  return `Add \`${loadingCall([{ path }], of)}\` to the query.`;
}

/** `.select_related('author', 'shelf')`: for paths that can be loaded the same way, some of them where there are many. */
export function loadingCall(touches: readonly Pick<Touch, 'path'>[], of: string): string {
  const path = touches[0]?.path ?? [];
  const remedy = remedyFor(path);
  if (remedy !== 'selectinload') {
    const names = touches.slice(0, MOST_NAMES).map((touch) => `'${touch.path.map((r) => r.name).join('__')}'`);
    return `.${remedy}(${names.join(', ')}${touches.length > MOST_NAMES ? ', …' : ''})`;
  }
  const calls: string[] = [];
  let owner: string | null = of;
  for (const relation of path) {
    if (owner === null) break;
    calls.push(`selectinload(${owner}.${relation.name})`);
    owner = relation.target?.class.name ?? null;
  }
  return `.options(${calls.join('.')})`;
}

const MOST_NAMES = 3;

/** What a query is told so that it loads a path. */
export function remedyFor(path: Touch['path']): 'selectinload' | 'prefetch_related' | 'select_related' {
  if (path.some((r) => r.row.remedy === 'selectinload')) return 'selectinload';
  return path.some((r) => r.holds === 'many') ? 'prefetch_related' : 'select_related';
}

/** One call for those that can be loaded the same way as the first. */
export function fixFor(rows: Rows, touches: readonly Touch[]): FixIntent | null {
  const [first] = touches;
  const method = first ? remedyFor(first.path) : 'selectinload';
  if (method === 'selectinload') return null;
  return {
    kind: 'eager-load',
    file: rows.file.path,
    query: rows.query,
    method,
    names: touches.filter((touch) => remedyFor(touch.path) === method).map((touch) => touch.path.map((r) => r.name).join('__')),
  };
}
