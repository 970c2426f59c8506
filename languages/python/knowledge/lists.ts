/**
 * Lists that are small by nature, and what turns values of libraries into lists. Names are not evidence of anything: they only silence a warning
 * whose size would otherwise be a guess. Those that mean the same in every language (`args`, `columns`, `settings`, …) are not repeated here.
 */
import type { KnowledgeRow } from '../../../model/knowledge.ts';
import { type Family, on, words } from '../../words.ts';

function short(owners: string, members: string, why: string): KnowledgeRow[] {
  return on(owners, members, { result: { kind: 'list', extent: 'bounded', why } });
}

const asGiven = { kind: 'map', extent: 'unknown', why: 'as large as what it is given' } as const;

export const lists: Family = {
  rows: [
    // Properties, not calls: `sys.argv`, `settings.INSTALLED_APPS`.
    ...short('py:sys', 'argv orig_argv', 'arguments of a command'),
    ...short('py:sys', 'path meta_path', 'places that modules come from'),
    ...short('py:django', 'conf.settings.*', 'settings of one project'),
    ...short(`py:numpy#ndarray py:torch#Tensor`, 'shape', 'dimensions of an array'),
    ...short('py:pathlib#Path', 'parents parts', 'parts of one path'),
    ...short('py:csv#DictReader', 'fieldnames', 'columns of a file'),

    ...short('py:shlex', 'split', 'words of a command'),
    ...short('py:dataclasses py:attr py:attrs', 'fields', 'fields of one class'),
    ...short('py:inspect', 'getmembers getmro', 'members of one class'),
    ...short('py:typing', 'get_args', 'arguments of one type'),
    ...short('py:pkgutil', 'iter_modules', 'modules of one package'),
    ...short('py:importlib', 'metadata.entry_points metadata.distributions', 'packages that are installed'),
    ...short('py:django#db.models.Model', '_meta.get_fields', 'fields of one model'),

    // As many as are asked for.
    ...short('py:random', 'sample choices', 'as many as are asked for'),
    ...on('py:itertools', 'islice', { result: { kind: 'other', extent: 'bounded', why: 'a slice of so many' } }),
    ...on('py:heapq', 'nlargest nsmallest', {
      op: { kind: 'sort', on: 1 },
      result: { kind: 'list', extent: 'bounded', why: 'as many as are asked for' },
    }),
    ...on('py:collections', 'deque', { result: { kind: 'list', extent: 'unknown', why: 'as long as what it is given' } }),
    ...on('py:collections', 'Counter', { result: asGiven, derives: { from: 0 } }),
    ...on('py:collections', 'defaultdict OrderedDict ChainMap', { result: asGiven }),
  ],
};

const namesByReason: readonly (readonly [names: string, why: string])[] = [
  ['kwargs varargs posonlyargs kwonlyargs subparsers subcommands', 'a person writes them at one call or declaration'],
  ['bases mro mixins metaclasses', 'written in the head of one class'],
  ['choices orderings ordering', 'an enumeration in the code'],
  ['dims shape strides', 'an array has few dimensions'],
  ['dtypes usecols', 'a table has few kinds of columns'],
  ['apps', 'each is a part of the project that somebody installed'],
  ['serializers renderers parsers paginators throttles authenticators', 'each is written by hand'],
  ['urlpatterns subrouters blueprints cogs', 'each is written by hand'],
  ['optimizers folds hyperparameters', 'a person configures each of them'],
  ['extras classifiers', 'a package lists them'],
  ['excludes includes', 'a person writes each of them'],
];

/** Lower-cased last segments of names that a reviewer would call small without asking, beside those of every language. */
export const smallNames: readonly string[] = namesByReason.flatMap(([names]) => words(names));
