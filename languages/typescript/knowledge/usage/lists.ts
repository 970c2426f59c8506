/** Searches, sorts and copies of lists, and helpers that run a function once per element. */
import { declared, use, wrong } from './use.ts';

const searches = 'find findLast findIndex findLastIndex some every findKey reject filter partition countBy sumBy meanBy';
const scans = 'includes indexOf lastIndexOf without difference intersection xor pull pullAll isEqual sum mean max min';
const walks =
  'forEach forEachRight each eachRight map flatMap flatMapDeep reduce reduceRight mapValues mapKeys forOwn forIn groupBy keyBy uniqBy minBy maxBy transform remove pickBy omitBy dropWhile takeWhile';
const copies = 'cloneDeep cloneDeepWith clone uniq concat flatten flattenDeep chunk compact reverse shuffle union zip unionBy slice';

const lodashCalls: Record<string, string> = {
  'scan of xs each': `
    _.«${searches}»(xs, f)
    _.«differenceBy differenceWith intersectionBy intersectionWith»(xs, a, f)`,
  'scan of xs': `_.«${scans} contains»(xs, a)`,
  'sort of xs each': `_.«sortBy orderBy»(xs, f)`,
  each: `_.«${walks}»(xs, f)`,
  'copy of xs': `_.«${copies}»(xs)`,
  later: '_.«debounce throttle memoize once after before partial curry»(f)',
};
/** By the name of the interface that declares a function, which a type checker tells. */
const declaredCalls = Object.fromEntries(
  Object.entries(lodashCalls).map(([says, calls]) => [says, calls.replaceAll('_.', 'it.').replaceAll('(xs', '(xs')]),
);

/** Packages that hold one function each: the name of the function, or, all in small letters, of a package. */
const alone = (names: string): string =>
  `import it from '«${names
    .split(' ')
    .flatMap((name) => [`lodash/${name}`, `lodash-es/${name}`, `lodash.${name.toLowerCase()}`])
    .join(' ')}»';`;

export const lodash = [
  ...use(`import _ from '«lodash underscore»';`, lodashCalls),
  ...use(`import * as _ from 'lodash-es';`, lodashCalls),
  ...use(`import { find } from 'lodash';`, { 'scan of xs each': 'find(xs, f)' }),
  ...declared('lodash#LoDashStatic underscore#UnderscoreStatic', declaredCalls),
  ...use(`import _ from 'underscore';`, { 'scan of xs': '_.«findWhere where»(xs, a)', 'copy of xs': `_.«pluck invoke indexBy»(xs, 'id')` }),
  ...declared('underscore#UnderscoreStatic', { 'scan of xs': 'it.«findWhere where»(xs, a)', 'copy of xs': `it.«pluck invoke indexBy»(xs, 'id')` }),
  ...use(`import _ from '«lodash lodash-es»';`, { each: `_.invokeMap(xs, f)` }),
  ...use(alone(searches), { 'scan of xs each': 'it(xs, f)' }),
  ...use(alone(scans), { 'scan of xs': 'it(xs, a)' }),
  ...use(alone('sortBy orderBy'), { 'sort of xs each': 'it(xs, f)' }),
  ...use(alone(walks), { each: 'it(xs, f)' }),
  ...use(alone('uniq concat flatten flattenDeep compact union'), { 'copy of xs': 'it(xs)' }),
  ...use(`import it from '«lodash/cloneDeep lodash-es/cloneDeep lodash.clonedeep»';`, { 'copy of xs': 'it(xs)' }),
];

export const functional = [
  ...use(`import * as R from '«ramda lodash/fp»';`, {
    'scan of xs': `
      R.«find findLast findIndex findLastIndex any all none filter reject partition count some every countBy»(f, xs)
      R.«includes contains indexOf lastIndexOf without difference intersection»(a, xs)`,
    'sort of xs': 'R.«sortBy sort sortWith orderBy»(f, xs)',
  }),
  ...use(`import * as R from 'ramda';`, {
    'copy of xs': '\n R.«uniqBy append prepend concat take drop»(a, xs)\n R.«clone uniq flatten reverse»(xs)',
  }),
  ...use(`import fp from 'lodash/fp';`, {
    'copy of xs': '\n fp.«uniqBy concat take drop chunk»(a, xs)\n fp.«cloneDeep clone uniq flatten flattenDeep compact reverse»(xs)',
  }),
  ...use(`import * as R from 'remeda';`, {
    'scan of xs each': 'R.«find findLast findIndex findLastIndex filter partition countBy sumBy meanBy»(xs, f)',
    'scan of xs': 'R.«difference differenceWith intersection intersectionWith isDeepEqual sum mean»(xs, a)',
    'sort of xs each': 'R.«sortBy sort»(xs, f)',
    'copy of xs': 'R.«clone unique reverse flat concat chunk shuffle zip»(xs, a)',
    each: 'R.«map flatMap forEach forEachObj reduce groupBy groupByProp indexBy mapValues mapKeys mapToObj uniqueBy pickBy omitBy dropWhile takeWhile fromKeys firstBy hasAtLeastBy»(xs, f)',
    // Data last, for a pipe: what is walked comes later.
    'scan of (x) => x.id === a each': 'R.pipe(xs, ▸R.find((x) => x.id === a))',
  }),
  ...use(`import * as t from 'es-toolkit/«array object compat»';`, {
    'copy of xs': 't.«cloneDeep clone uniq compact flatten flattenDeep chunk union zip shuffle»(xs)',
    'sort of xs each': 't.«sortBy orderBy»(xs, f)',
    'scan of xs': 't.«difference intersection without isSubset isEqual pull»(xs, a)',
    'scan of xs each': 't.«differenceBy differenceWith intersectionBy intersectionWith partition countBy sumBy meanBy»(xs, f)',
    each: 't.«groupBy keyBy uniqBy unionBy maxBy minBy forEachRight flatMap takeWhile dropWhile mapValues mapKeys pickBy omitBy findKey remove»(xs, f)',
  }),
  ...use(`import * as t from 'es-toolkit';`, {
    'copy of xs': 't.«cloneDeep clone uniq compact flatten flattenDeep chunk union zip shuffle»(xs)',
    'sort of xs each': 't.«sortBy orderBy»(xs, f)',
    'scan of xs': 't.«difference intersection without isSubset isEqual pull»(xs, a)',
    'scan of xs each': 't.«differenceBy differenceWith intersectionBy intersectionWith partition countBy sumBy meanBy»(xs, f)',
    each: 't.«groupBy keyBy uniqBy unionBy maxBy minBy forEachRight flatMap takeWhile dropWhile mapValues mapKeys pickBy omitBy findKey remove»(xs, f)',
  }),
  ...use(`import _ from 'es-toolkit/compat';`, {
    'scan of xs each': '_.«find findIndex findLast findLastIndex some every filter reject»(xs, f)',
    'scan of xs': '_.«includes indexOf lastIndexOf»(xs, a)',
    each: '_.«forEach map reduce reduceRight transform forOwn forIn»(xs, f)',
  }),
  ...use(`import * as _ from 'radash';`, {
    'scan of xs each': '_.«select boil fork counting sum max min»(xs, f)',
    'scan of xs': '_.«diff intersects replace replaceOrAppend»(xs, a)',
    'sort of xs each': '_.«sort alphabetical»(xs, f)',
    'copy of xs': '_.«clone unique flat cluster zip shuffle sift»(xs)',
    each: '_.«map reduce group objectify mapValues mapKeys mapEntries»(xs, f)',
  }),
  // The language's own operations, of what they are called on.
  ...use(`import { List } from 'immutable';\nconst list = List([1]);`, {
    'language scan of list once': `
      list.«includes indexOf lastIndexOf»(a)
      list.«find findIndex findLast findLastIndex some every»((x) => x === a)`,
  }),
  ...use(`import { Set } from 'immutable';\nconst set = Set([1]);`, { nothing: 'set.«includes has»(a)' }),
  ...use(`import copy from '«clone clone-deep rfdc klona fast-copy deepcopy»';`, { 'copy of xs': 'copy(xs)' }),
  ...use(`import { klona } from '«klona klona/full klona/json klona/lite»';`, { 'copy of xs': 'klona(xs)' }),
  ...use(`import equal from '«fast-deep-equal deep-equal»';`, { 'scan of xs': 'equal(xs, a)' }),
  ...use(`import v8 from 'v8';\nimport { isDeepStrictEqual } from 'util';\nimport { Buffer } from 'node:buffer';`, {
    'copy of xs': `
      v8.«serialize deserialize»(xs)
      structuredClone(xs)
      Buffer.concat(xs)`,
    'scan of xs': 'isDeepStrictEqual(xs, a)',
  }),
  ...use('', { 'copy of xs': 'Buffer.concat(xs)' }),
];

export const concurrency = [
  ...use(`import it from '«p-map p-each-series p-filter p-map-series p-some p-reduce p-every p-any-series»';`, { each: 'it(xs, f)' }),
  ...use(
    `import { pMapIterable } from 'p-map';\nimport pLimit from 'p-limit';\nimport pAll from 'p-all';\nimport PQueue from 'p-queue';\nconst limit = pLimit(2);\nconst queue = new PQueue();`,
    {
      each: `
      pMapIterable(xs, f)
      limit.map(xs, f)`,
      // Each of these runs what it is given once.
      once: `
      xs.map((x) => ▸limit(() => f(x)))
      pAll(xs)
      queue.add(() => f(a))`,
    },
  ),
  ...use(`import * as it from 'p-iteration';`, {
    each: 'it.«forEach forEachSeries map mapSeries filter filterSeries find findSeries some someSeries every everySeries reduce»(xs, f)',
  }),
  ...use(`import * as it from 'modern-async';`, {
    each: 'it.«forEach forEachLimit forEachSeries map mapLimit mapSeries filter filterLimit filterSeries reduce find some every»(xs, f)',
  }),
  ...use(`import { PromisePool } from '@supercharge/promise-pool';`, { each: 'PromisePool.for(xs).withConcurrency(5).process(f)' }),
  ...use(`import async from 'async';`, {
    each: `
      async.«each eachOf eachSeries eachOfSeries forEach forEachOf forEachSeries map mapSeries mapValues mapValuesSeries filter filterSeries reject detect detectSeries some every concat concatSeries sortBy groupBy»(xs, f)
      async.«eachLimit eachOfLimit forEachLimit mapLimit mapValuesLimit filterLimit detectLimit concatLimit»(xs, 5, f)
      async.reduce(xs, 0, f)
      async.«times timesSeries»(a, f)
      async.timesLimit(a, 5, f)`,
    once: 'async.«parallel series waterfall parallelLimit auto retry»(xs)',
  }),
  ...use(
    `import it from 'async/«each eachOf eachSeries eachLimit eachOfSeries eachOfLimit map mapSeries mapLimit filter filterLimit reduce times»';`,
    { each: 'it(xs, f)' },
  ),
  ...use(`import Promise from 'bluebird';\nimport type { Bluebird } from 'bluebird';\ndeclare const all: Bluebird;`, {
    each: `
      Promise.«map mapSeries each filter reduce»(xs, f)
      Promise.resolve(xs).«map mapSeries each filter reduce»(f)`,
    once: 'Promise.try(f)',
  }),
  ...use(
    `import { map, mergeMap, flatMap, concatMap, switchMap, exhaustMap, tap, filter, scan, reduce, mergeScan, expand, groupBy, distinct, distinctUntilChanged, takeWhile, skipWhile, find, findIndex, every, first, last, single, delayWhen, catchError, finalize, from } from '«rxjs/operators rxjs»';`,
    {
      each: 'from(xs).pipe(▸«map mergeMap flatMap concatMap switchMap exhaustMap tap filter scan reduce mergeScan expand groupBy distinct distinctUntilChanged takeWhile skipWhile find findIndex every first last single delayWhen»(f))',
      later: 'from(xs).pipe(▸«catchError finalize»(f))',
    },
  ),
  ...use(`import DataLoader from 'dataloader';\nconst users = new DataLoader(async (ids: readonly string[]) => ids);`, {
    grouped: 'users.«load loadMany»(a)',
  }),
];

export const listsWrong = [
  ...wrong('`each` speaks of argument 0; here the list comes second', `import * as R from '«ramda lodash/fp»';`, 'R.map(f, xs)', 'nothing', 'each'),
  ...wrong(
    'operations of a receiver other than the language’s have no place in a row',
    `import _ from 'lodash';`,
    '_(xs).sortBy(f).value()',
    'nothing',
    'sort of xs each',
  ),
];
