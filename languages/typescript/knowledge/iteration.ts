/** Helpers that run a function once per element, keep it, or group calls: p-map, async, Bluebird, DataLoader, RxJS. */
import { alike, each, entry, type Family, later, on, returns, self } from './words.ts';

export const iteration: Family = {
  rows: [
    ...on('p-map p-each-series p-filter p-map-series p-some', 'default', each),
    ...on('p-map', 'pMapIterable', each),
    ...on('p-limit', 'default', returns('p-limit#LimitFunction')),
    // `limit(() => …)` runs the function once.
    ...on('p-limit', 'LimitFunction', { callbacks: 'now' }),
    ...on('p-limit#LimitFunction', 'map', each),
    ...on('p-queue#default', 'add', { callbacks: 'now' }),
    ...on('p-retry p-timeout p-memoize', 'default', { callbacks: 'now' }),
    ...on('p-throttle p-debounce', 'default', later),
    ...on('@supercharge/promise-pool#PromisePool', 'process', { callbacks: 'later' }),

    ...on(
      'async',
      `each eachOf eachSeries eachLimit eachOfSeries eachOfLimit forEach forEachOf forEachSeries forEachLimit map mapSeries mapLimit mapValues mapValuesLimit mapValuesSeries
       filter filterSeries filterLimit reject detect detectSeries detectLimit some every concat concatSeries concatLimit sortBy groupBy reduce`,
      each,
    ),
    ...on('async', 'parallel series waterfall parallelLimit auto retry', { callbacks: 'now' }),
    ...on('async', 'queue priorityQueue cargo', entry('job')),
    ...on('async', 'whilst until doWhilst doUntil forever times timesLimit timesSeries', later),

    // Static and instance members share a name; `promise.map(fn)` walks what the promise yields.
    ...on('bluebird bluebird#Bluebird', 'map mapSeries each filter reduce', each),
    ...on('bluebird', 'try using method coroutine promisify promisifyAll', { callbacks: 'now' }),

    // The function given to DataLoader runs once per batch, not once per key.
    ...on('dataloader', 'default DataLoader', later),
    ...on('dataloader#DataLoader', 'load loadMany', { batches: true }),
    ...on('dataloader#DataLoader', 'prime clear clearAll', self),

    ...on('rxjs#Observable', 'subscribe forEach', entry('event')),
    ...on('rxjs/operators rxjs', 'map mergeMap concatMap switchMap exhaustMap tap filter scan catchError', later),
    ...on('rxjs', 'from of interval timer fromEvent', returns('rxjs#Observable')),
    ...on('react', 'cache', later),
    ...on('reselect', 'createSelector', later),
    ...on('memoizee memoize-one mem moize fast-memoize micro-memoize', 'default', later),
    ...on('immer', 'produce default', { callbacks: 'now' }),
  ],
  types: [
    ...alike('dataloader#default', 'dataloader#DataLoader'),
    ...alike('rxjs#Subject rxjs#BehaviorSubject rxjs#ReplaySubject rxjs#AsyncSubject', 'rxjs#Observable'),
  ],
};
