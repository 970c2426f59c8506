/** What a touched relation is called in a query, whether the query loads it, and what would. */
import type { FixIntent } from '../../model/finding.ts';
import type { BringRow } from '../../model/knowledge.ts';
import { isLoaded, type Rows } from '../../model/rows.ts';
import type { Touch } from '../../model/touches.ts';

export function pathOf(touch: Touch): string {
  return touch.path.map((relation) => relation.name).join('.');
}

/** Why it asks, and what would spare that. */
export function remedyOf(rows: Rows, touch: Touch): string {
  if (!rows.brings) return `it was not loaded with the rows. ${pythonRemedy(touch, rows.model ?? '')}`;
  if (rows.loaded && isLoaded(rows, pathOf(touch))) return 'it asks although the query has loaded it. Take it from the row.';
  const [relation] = touch.path;
  const name = relation?.name ?? '';
  const { remedy: told } = rows.brings;
  const remedy = told.includes("*'") ? told.replaceAll('*', name) : told.replace('*', relation?.remedy ?? `'${name}'`);
  return touch.load?.again ? `Add \`${remedy}\` to the query instead.` : `it was not loaded with the rows. Add \`${remedy}\` to the query.`;
}

/** `of`: the class of the rows that the touch begins at. */
export function pythonRemedy({ path }: Pick<Touch, 'path'>, of: string): string {
  return `Add \`${loadingCall([{ path }], of)}\` to the query.`;
}

/** `.select_related('author', 'shelf')`: for paths that can be loaded the same way, some of them where there are many. */
export function loadingCall(touches: readonly Pick<Touch, 'path'>[], of: string): string {
  const path = touches[0]?.path ?? [];
  const remedy = remedyFor(path);
  if (remedy !== 'options') {
    const names = touches.slice(0, MOST_NAMES).map((touch) => `'${touch.path.map((r) => r.name).join('__')}'`);
    return `.${remedy}(${names.join(', ')}${touches.length > MOST_NAMES ? ', …' : ''})`;
  }
  const calls = attributesOf(path, of).map((attribute) => `selectinload(${attribute})`);
  return `.options(${calls.join('.')})`;
}

const MOST_NAMES = 3;

/** `Order.items`, `Item.product`: each relation at the class that declares it, as far as the classes are known. */
function attributesOf(path: Touch['path'], of: string): string[] {
  const found: string[] = [];
  let owner: string | null = of;
  for (const relation of path) {
    if (owner === null) break;
    found.push(`${owner}.${relation.name}`);
    owner = relation.target?.class.name ?? null;
  }
  return found;
}

/** What a query is told so that it loads a path. */
export function remedyFor(path: Touch['path']): 'options' | 'prefetch_related' | 'select_related' {
  if (path.some((r) => r.remedy === 'selectinload')) return 'options';
  return path.some((r) => r.holds === 'many') ? 'prefetch_related' : 'select_related';
}

/** One call for those that can be loaded the same way as the first. */
export function fixFor(rows: Rows, touches: readonly Touch[]): FixIntent | null {
  const [first] = touches;
  if (!first) return null;
  if (rows.brings) return bringing(rows, rows.brings, touches);
  const method = remedyFor(first.path);
  const alike = touches.filter((touch) => remedyFor(touch.path) === method);
  const name = ({ path }: Touch): string =>
    method === 'options' ? attributesOf(path, rows.model ?? '').join(' ') : path.map((r) => r.name).join('__');
  return { kind: 'eager-load', file: rows.file.path, query: rows.query, method, names: alike.map(name) };
}

/** What asks again whatever the row has is not spared by loading more. */
function bringing(rows: Rows, { options, position = 0 }: BringRow, touches: readonly Touch[]): FixIntent | null {
  const [method] = options ?? [];
  if (method === undefined || touches.some((touch) => touch.load?.again)) return null;
  return { kind: 'eager-load', file: rows.file.path, query: rows.query, method, position, names: touches.map(pathOf) };
}
