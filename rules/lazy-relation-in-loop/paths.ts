/** What a touched relation is called in a query, whether the query loads it, and what would. */
import type { FixIntent } from '../../model/finding.ts';
import type { BringRow } from '../../model/knowledge.ts';
import { isPagedSomewhere } from '../../model/paged-tables.ts';
import { plainName } from '../../model/plain-names.ts';
import type { Program } from '../../model/program.ts';
import { isLoaded, type Rows } from '../../model/rows.ts';
import type { Touch } from '../../model/touches.ts';

export function pathOf(touch: Touch): string {
  return touch.path.map((relation) => relation.name).join('.');
}

/** The query has loaded it, or it leads back: `entries.list` of lists that are loaded with their `entries`, for these know their list. */
export function isThere(rows: Rows, { path }: Pick<Touch, 'path'>): boolean {
  const names = (relations: Touch['path']) => relations.map(({ name }) => name).join('.');
  const at = wayBack(path);
  if (at < 0) return isLoaded(rows, names(path));
  const rest = [...path.slice(0, at - 1), ...path.slice(at + 1)];
  return isLoaded(rows, names(path.slice(0, at))) && (rest.length === 0 || isThere(rows, { path: rest }));
}

/** The position of a relation that leads to where the one before it came from; -1 where none does. */
function wayBack(path: Touch['path']): number {
  return path.findIndex(({ name }, i) => path[i - 1]?.back === name);
}

/** Without those that are there as soon as the others are loaded. */
export function withoutWaysBack(rows: Rows, touches: readonly Touch[]): readonly Touch[] {
  const onward = touches.filter(({ path }) => wayBack(path) < 0);
  const loaded = new Set([...(rows.loaded ?? []), ...onward.map(pathOf)]);
  return touches.filter((touch) => wayBack(touch.path) < 0 || !isThere({ ...rows, loaded }, touch));
}

/** Why it asks, and what would spare that. */
export function remedyOf(rows: Rows, touch: Touch): string {
  if (!rows.brings) return `it was not loaded with the rows. ${pythonRemedy([touch], rows.model ?? '')}`;
  if (rows.loaded && isLoaded(rows, pathOf(touch))) return 'it asks although the query has loaded it. Take it from the row.';
  const [relation] = touch.path;
  const name = relation?.name ?? '';
  const { remedy: told } = rows.brings;
  const remedy = told.includes("*'") ? told.replaceAll('*', name) : told.replace('*', relation?.remedy ?? `'${name}'`);
  return touch.load?.again ? `Add \`${remedy}\` to the query instead.` : `it was not loaded with the rows. Add \`${remedy}\` to the query.`;
}

/** `of`: the class of the rows that the touches begin at. */
export function pythonRemedy(touches: readonly Pick<Touch, 'path'>[], of: string): string {
  return `Add \`${loadingCall(touches, of)}\` to the query.`;
}

/** `.select_related('author', 'shelf').prefetch_related('tags')`: for all of the paths, some of them where there are many. */
export function loadingCall(touches: readonly Pick<Touch, 'path'>[], of: string): string {
  const calls = (['select_related', 'prefetch_related', 'options'] as const).map((remedy) => {
    const all = touches.filter(({ path }) => remedyFor(path) === remedy);
    // `author__publisher` brings the author along.
    const alike = all.filter(
      ({ path }) => !all.some((other) => other.path.length > path.length && path.every((r, i) => r.name === other.path[i]?.name)),
    );
    if (alike.length === 0) return '';
    const names = alike
      .slice(0, MOST_NAMES)
      .map(({ path }) => (remedy === 'options' ? optionOf(path, of) : `'${path.map((r) => r.name).join('__')}'`));
    return `.${remedy}(${names.join(', ')}${alike.length > MOST_NAMES ? ', …' : ''})`;
  });
  return calls.join('');
}

function optionOf(path: Touch['path'], of: string): string {
  return attributesOf(path, of)
    .map((attribute) => `selectinload(${attribute})`)
    .join('.');
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
  if (!first || rows.isOneOfSeveral) return null;
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

/**
 * Have: note.kind. A session of SQLAlchemy keeps what it has loaded: there is a query per kind, and not one per note. Where the project reads
 * what it leads to page by page, there are many of those, too.
 */
export function isKeptBySession(program: Program, { path }: Touch): boolean {
  const target = path.at(-1)?.target;
  return (
    path.every(({ holds, remedy }) => holds === 'one' && remedy === 'selectinload') &&
    !(target && isPagedSomewhere(program, plainName(target.class.name)))
  );
}

/** Of lists that nothing pages through, and of short pages, two in three were few where they were read: queues, printers, tools. */
export function isPagedThrough(program: Program, model: string | null, page: number | null): boolean {
  return (page !== null && page > SHORT_PAGE) || (model !== null && isPagedSomewhere(program, plainName(model)));
}

const SHORT_PAGE = 25;

export const NOT_PAGED = 'nothing pages through these rows by more than 25 at a time: they may be few';
export const KEPT_BY_SESSION = 'the session keeps what it has loaded, and nothing shows that there are many';
export const NOT_EACH = 'it is not touched for each of them';
