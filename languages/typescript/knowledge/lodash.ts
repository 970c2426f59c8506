/** Lodash and Underscore: searches, sorts and copies of the list that is their first argument. */
import { copy, each, type Family, on, scan, search, sort, words } from '../../words.ts';

/** A type checker names the interface that declares the functions. */
const modules = 'lodash lodash-es underscore lodash#LoDashStatic underscore#UnderscoreStatic';

/** Packages that hold one function each, as their default export: `lodash/find`, `lodash.find`. */
const alone = (names: string): string =>
  words(names)
    .flatMap((name) => [`lodash/${name}`, `lodash-es/${name}`, `lodash.${name.toLowerCase()}`])
    .join(' ');

const searches = 'find findLast findIndex findLastIndex some every findKey reject filter partition countBy sumBy meanBy';
const scans = 'includes indexOf lastIndexOf without difference intersection xor pull pullAll isEqual sum mean max min';
const sorts = 'sortBy orderBy';
const walks = `forEach forEachRight each eachRight map flatMap flatMapDeep reduce reduceRight mapValues mapKeys forOwn forIn groupBy keyBy uniqBy
      minBy maxBy transform remove pickBy omitBy dropWhile takeWhile`;
const copies = 'cloneDeep cloneDeepWith clone uniq concat flatten flattenDeep chunk compact reverse shuffle union zip unionBy slice';

export const lodash: Family = {
  rows: [
    ...on(modules, searches, search),
    ...on(modules, `${scans} contains`, scan),
    ...on(modules, sorts, sort),
    ...on(modules, walks, each),
    ...on(modules, copies, copy),
    ...on(modules, 'differenceBy differenceWith intersectionBy intersectionWith', search),
    ...on(modules, 'debounce throttle memoize once after before partial curry', { callbacks: 'later' }),
    ...on('underscore underscore#UnderscoreStatic', 'findWhere where', scan),
    ...on('underscore underscore#UnderscoreStatic', 'pluck invoke indexBy', copy),
    ...on('lodash lodash-es', 'invokeMap', each),
    ...on(alone(searches), 'default', search),
    ...on(alone(scans), 'default', scan),
    ...on(alone(sorts), 'default', sort),
    ...on(alone(walks), 'default', each),
    // `lodash.clonedeep` stands with the other copying packages.
    ...on(alone('uniq concat flatten flattenDeep compact union'), 'default', copy),
    ...on('lodash/cloneDeep lodash-es/cloneDeep', 'default', copy),
    ...on(alone('debounce throttle memoize'), 'default', { callbacks: 'later' }),
  ],
};
