/** What the settings of Django REST framework say of pages: whether all views have them unless they say otherwise, of which class, and how long. */
import { collected } from './collected.ts';
import type { Binding, Field, FileModel, Value } from './file.ts';
import type { Program } from './program.ts';

export interface PageSettings {
  /** `unknown`: nothing shows the settings, or they contradict each other. */
  readonly says: 'paged' | 'unpaged' | 'unknown';
  /** The class that paginates, by its dotted name. */
  readonly pager: string | null;
  readonly size: number | null;
}

export function pageSettings(program: Program): PageSettings {
  const all = collected<Said>(program, 'settings of pages', '', settingsIn);
  const speaking = all.filter(({ says }) => says !== 'nothing');
  // Have: from .base import *; REST_FRAMEWORK['DEFAULT_PAGINATION_CLASS'] = …: it replaces what the base says.
  const added = speaking.filter(({ isAdded }) => isAdded);
  const [first, ...others] = added.length > 0 ? added : speaking;
  const isOne = first && others.every(({ says }) => says === first.says);
  const sizes = all.filter(({ isSized }) => isSized).map(({ size }) => size);
  return {
    says: isOne && first.says !== 'nothing' ? first.says : 'unknown',
    pager: first && others.every(({ pager }) => pager === first.pager) ? first.pager : null,
    size: sizes.length > 0 && sizes.every((size) => size !== null) ? Math.max(...sizes) : null,
  };
}

/** Have: pagination_class = None, in the body of a view. What is only read there, or set on the object, is another matter. */
export function turnsPagesOff({ init, static: isOfClass }: Field): boolean {
  return isOfClass && init === null;
}

/** What one file says. */
interface Said {
  /** `nothing`: it adds to settings that another file makes, and not this. */
  readonly says: PageSettings['says'] | 'nothing';
  readonly pager: string | null;
  readonly isSized: boolean;
  readonly size: number | null;
  readonly isAdded: boolean;
}

const PAGER = 'DEFAULT_PAGINATION_CLASS';

/** Have: REST_FRAMEWORK = {'DEFAULT_PAGINATION_CLASS': 'rest_framework.pagination.PageNumberPagination', 'PAGE_SIZE': 20} */
function settingsIn(file: FileModel): ReadonlyMap<string, readonly Said[]> {
  if (file.language !== 'python' || file.context === 'test') return new Map();
  const found = file.bindings.flatMap((binding) => (binding.name === 'REST_FRAMEWORK' && binding.fn === 0 ? saidBy(file, binding) : []));
  return new Map(found.length > 0 ? [['', found]] : []);
}

function saidBy(file: FileModel, { init, assigned, entries, uses }: Binding): Said[] {
  // Have: REST_FRAMEWORK.update(PAGES), del REST_FRAMEWORK['PAGE_SIZE']
  const isChanged = uses.some(({ kind, call }) => kind === 'shrink' || (kind === 'grow' && call !== null));
  if (init === null && entries.length === 0 && !isChanged) return [];
  const isAdded = init === null;
  const written = [...(init?.properties ?? []), ...entries];
  const last = (name: string): Value | undefined => written.findLast((each) => each.name === name)?.value;
  const [pager, size] = [last(PAGER), last('PAGE_SIZE')];
  // What is made by a call, or spreads another, may hold it.
  const isWhole = isAdded || (init.root.kind === 'new-object' && init.extent.class === 'constant');
  const otherwise = !isWhole || isChanged ? 'unknown' : isAdded ? 'nothing' : 'unpaged';
  const name = pager && textOf(file, pager);
  return [
    {
      says: assigned.length > 0 ? 'unknown' : pager ? saysOf(pager, name ?? null) : otherwise,
      pager: name ?? null,
      isSized: size !== undefined,
      size: typeof size?.literal === 'number' ? size.literal : null,
      isAdded,
    },
  ];
}

function saysOf(pager: Value, name: string | null): PageSettings['says'] {
  if (pager.text === 'None') return 'unpaged';
  return name === null ? 'unknown' : 'paged';
}

/** Have: PAGER = 'library.pages.Pages'; REST_FRAMEWORK = {'DEFAULT_PAGINATION_CLASS': PAGER} */
function textOf(file: FileModel, { literal, root, path }: Value): string | null {
  if (typeof literal === 'string') return literal;
  const binding = root.kind === 'binding' && path.length === 0 ? file.bindings[root.binding] : undefined;
  return binding?.kind === 'const' && typeof binding.init?.literal === 'string' ? binding.init.literal : null;
}
