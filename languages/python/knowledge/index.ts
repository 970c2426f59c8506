/** What library calls cost, for Python. Each family is a file; these lists are all of them. Symbols begin with `py:`. */
import type { Knowledge } from '../../../model/knowledge.ts';
import type { Family } from '../../words.ts';

const families: readonly Family[] = [];

export const smallNames: readonly string[] = [];

export const knowledge: Knowledge = {
  lazy: [],
  rows: families.flatMap((family) => family.rows ?? []),
  types: families.flatMap((family) => family.types ?? []),
  decorators: families.flatMap((family) => family.decorators ?? []),
  paramEntries: families.flatMap((family) => family.paramEntries ?? []),
  fileEntries: [],
  hooks: families.flatMap((family) => family.hooks ?? []),
};
