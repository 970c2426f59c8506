/** Ramda, Remeda, es-toolkit, radash and Immutable: searches, sorts and copies, by where each takes its list. */
import { alike, copy, each, type Facts, type Family, later, on, returns, scan, search, sort } from '../../words.ts';

/** The list comes second. What runs once per element of it is not known: `each` speaks of argument 0. */
const second = (kind: 'scan' | 'sort' | 'copy'): Facts => ({ op: { kind, on: 1 } });

const ramda: Family = {
  rows: [
    ...on(
      'ramda lodash/fp',
      'find findLast findIndex findLastIndex any all none filter reject partition includes contains indexOf lastIndexOf count',
      second('scan'),
    ),
    ...on('ramda lodash/fp', 'some every without difference intersection countBy', second('scan')),
    ...on('ramda lodash/fp', 'sortBy sort sortWith orderBy', second('sort')),
    ...on('ramda', 'uniqBy append prepend concat take drop', second('copy')),
    ...on('ramda', 'clone uniq flatten reverse', copy),
    ...on('lodash/fp', 'cloneDeep clone uniq flatten flattenDeep compact reverse', copy),
    ...on('lodash/fp', 'uniqBy concat take drop chunk', second('copy')),
  ],
};

/** Data first; the data-last forms for `pipe` are handed a function, which is no list. */
const remeda: Family = {
  rows: [
    ...on('remeda', 'find findLast findIndex findLastIndex filter partition countBy sumBy meanBy', search),
    ...on('remeda', 'difference differenceWith intersection intersectionWith isDeepEqual sum mean', scan),
    ...on('remeda', 'sortBy sort', sort),
    ...on('remeda', 'clone unique reverse flat concat chunk shuffle zip', copy),
    ...on(
      'remeda',
      `map flatMap forEach forEachObj reduce groupBy groupByProp indexBy mapValues mapKeys mapToObj uniqueBy pickBy omitBy dropWhile takeWhile fromKeys firstBy
       hasAtLeastBy`,
      each,
    ),
  ],
};

const toolkit = 'es-toolkit es-toolkit/array es-toolkit/object es-toolkit/compat';

const esToolkit: Family = {
  rows: [
    ...on(toolkit, 'cloneDeep clone uniq compact flatten flattenDeep chunk union zip shuffle', copy),
    ...on(toolkit, 'sortBy orderBy', sort),
    ...on(toolkit, 'difference intersection without isSubset isEqual pull', scan),
    ...on(toolkit, 'differenceBy differenceWith intersectionBy intersectionWith partition countBy sumBy meanBy', search),
    ...on(
      toolkit,
      'groupBy keyBy uniqBy unionBy maxBy minBy forEachRight flatMap takeWhile dropWhile mapValues mapKeys pickBy omitBy findKey remove',
      each,
    ),
    ...on('es-toolkit/compat', 'find findIndex findLast findLastIndex some every filter reject', search),
    ...on('es-toolkit/compat', 'includes indexOf lastIndexOf', scan),
    ...on('es-toolkit/compat', 'forEach map reduce reduceRight transform forOwn forIn', each),
    ...on('es-toolkit es-toolkit/function es-toolkit/compat', 'debounce throttle memoize once', later),
  ],
};

const radash: Family = {
  rows: [
    ...on('radash', 'select boil fork counting sum max min', search),
    ...on('radash', 'diff intersects replace replaceOrAppend', scan),
    ...on('radash', 'sort alphabetical', sort),
    ...on('radash', 'clone unique flat cluster zip shuffle sift', copy),
    ...on('radash', 'map reduce group objectify mapValues mapKeys mapEntries', each),
    ...on('radash', 'debounce throttle memo', later),
    ...on('radash', 'tryit retry guard', { callbacks: 'now' }),
  ],
};

/** Once the row is found, the language's own operation holds: `list.includes(x)` scans what it is called on. */
const asTheLanguageHasIt: Facts = { callbacks: 'now' };

const immutable: Family = {
  rows: [
    ...on('immutable', 'List fromJS', returns('immutable#List')),
    // Known, so that their `includes` is not taken for a list's.
    ...on('immutable', 'Set OrderedSet Map OrderedMap', returns('immutable#Set')),
    ...on(
      'immutable#List',
      'push pop set update insert remove delete unshift shift concat merge slice sort sortBy reverse filter map flatMap toList',
      {
        returns: 'self',
      },
    ),
    ...on('immutable#List', 'find findIndex findLast findLastIndex includes indexOf lastIndexOf some every contains', asTheLanguageHasIt),
  ],
};

const parts = [ramda, remeda, esToolkit, radash, immutable];

export const functional: Family = {
  rows: parts.flatMap((part) => part.rows ?? []),
  types: [...alike('immutable#Seq.Indexed immutable#Seq', 'immutable#List')],
};
