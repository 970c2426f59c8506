/** How many rows a view of Django REST framework answers with, where the project says it: by its pagination class, or in the settings. */
import { collected } from './collected.ts';
import type { FileModel, Value } from './file.ts';
import { numberOf } from './numbers.ts';
import { fileAt, type Program } from './program.ts';
import { type ClassRef, fieldOf } from './relations.ts';
import { thingOf } from './things.ts';

/** Null: all of them, as many as the client asks for, or nobody can tell. */
export function pageOfView(program: Program, view: ClassRef): number | null {
  const own = fieldOf(program, view, 'pagination_class');
  if (!own?.field.init) return defaultPage(program);
  const thing = thingOf(program, own.file, own.field.init);
  if (thing?.kind === 'class') return pageOfClass(program, thing);
  return thing?.kind === 'symbol' ? sizeInSettings(program) : null;
}

/** Have: class Pages(PageNumberPagination): page_size = 20 */
function pageOfClass(program: Program, pages: ClassRef): number | null {
  const named = (name: string): Value | null => fieldOf(program, pages, name)?.field.init ?? null;
  const number = (name: string): number | null => {
    const found = fieldOf(program, pages, name);
    return found?.field.init ? numberOf(program, found.file, found.field.init) : null;
  };
  const isChosen = (named('page_size_query_param')?.text ?? 'None') !== 'None';
  if (isChosen) return number('max_page_size');
  return number('page_size') ?? number('default_limit') ?? sizeInSettings(program);
}

/** Have: REST_FRAMEWORK = {'DEFAULT_PAGINATION_CLASS': 'rest_framework.pagination.PageNumberPagination', 'PAGE_SIZE': 20} */
function defaultPage(program: Program): number | null {
  const pagers = settings(program).map(({ pager }) => pager);
  const [pager] = pagers;
  if (typeof pager !== 'string' || pagers.some((other) => other !== pager)) return null;
  if (pager.startsWith('rest_framework.')) return sizeInSettings(program);
  const [only, ...others] = collected<Named>(program, 'classes that page', pager.slice(pager.lastIndexOf('.') + 1), pagersIn);
  const file = only && others.length === 0 ? fileAt(program, only.path) : undefined;
  const found = file?.classes[only?.class ?? -1];
  return file && found ? pageOfClass(program, { file, class: found }) : null;
}

function sizeInSettings(program: Program): number | null {
  const sizes = settings(program).map(({ size }) => size);
  return sizes.length > 0 && sizes.every((size) => size !== null) ? Math.max(...sizes) : null;
}

interface Settings {
  readonly pager: string | null;
  readonly size: number | null;
}

function settings(program: Program): readonly Settings[] {
  return collected<Settings>(program, 'settings of pages', '', settingsIn);
}

function settingsIn({ bindings, context }: FileModel): ReadonlyMap<string, readonly Settings[]> {
  const found = bindings.flatMap(({ name, init }) => {
    if (name !== 'REST_FRAMEWORK' || !init || context === 'test') return [];
    const literal = (key: string): unknown => init.properties.find((p) => p.name === key)?.value.literal;
    const [pager, size] = [literal('DEFAULT_PAGINATION_CLASS'), literal('PAGE_SIZE')];
    return [{ pager: typeof pager === 'string' ? pager : null, size: typeof size === 'number' ? size : null }];
  });
  return new Map(found.length > 0 ? [['', found]] : []);
}

interface Named {
  readonly path: string;
  readonly class: number;
}

function pagersIn(file: FileModel): ReadonlyMap<string, readonly Named[]> {
  const pagers = file.classes.filter((each) => each.extends.some(({ text }) => text.endsWith('Pagination')));
  return new Map(pagers.map((each) => [each.name, [{ path: file.path, class: file.classes.indexOf(each) }]]));
}
