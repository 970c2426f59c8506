/** How many rows a view of Django REST framework answers with, where the project says it: by its pagination class, or in the settings. */
import { collected } from './collected.ts';
import type { FileModel, Value } from './file.ts';
import { numberOf } from './numbers.ts';
import { pageSettings, turnsPagesOff } from './page-settings.ts';
import { fileAt, type Program } from './program.ts';
import { type ClassRef, fieldOf } from './relations.ts';
import { thingOf } from './things.ts';

/** Null: all of them, as many as the client asks for, or nobody can tell. */
export function pageOfView(program: Program, view: ClassRef): number | null {
  const own = fieldOf(program, view, 'pagination_class');
  if (own && turnsPagesOff(own.field)) return null;
  if (!own?.field.init) return defaultPage(program);
  const thing = thingOf(program, own.file, own.field.init);
  if (thing?.kind === 'class') return pageOfClass(program, thing);
  return thing?.kind === 'symbol' ? pageSettings(program).size : null;
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
  return number('page_size') ?? number('default_limit') ?? pageSettings(program).size;
}

function defaultPage(program: Program): number | null {
  const { says, pager, size } = pageSettings(program);
  if (says !== 'paged' || pager === null) return null;
  if (pager.startsWith('rest_framework.')) return size;
  const [only, ...others] = collected<Named>(program, 'classes that page', pager.slice(pager.lastIndexOf('.') + 1), pagersIn);
  const file = only && others.length === 0 ? fileAt(program, only.path) : undefined;
  const found = file?.classes[only?.class ?? -1];
  return file && found ? pageOfClass(program, { file, class: found }) : null;
}

interface Named {
  readonly path: string;
  readonly class: number;
}

function pagersIn(file: FileModel): ReadonlyMap<string, readonly Named[]> {
  const pagers = file.context === 'test' ? [] : file.classes.filter((each) => each.extends.some(({ text }) => text.endsWith('Pagination')));
  return new Map(pagers.map((each) => [each.name, [{ path: file.path, class: file.classes.indexOf(each) }]]));
}
