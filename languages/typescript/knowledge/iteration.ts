/** Helpers that run a function once per element, keep it, or group calls: p-map, async, Bluebird, DataLoader, RxJS. */
import { alike, each, entry, type Family, later, on, returns, self, words } from '../../words.ts';

/** Packages' parts that hold one function each: `async/eachSeries`. */
const alone = (names: string): string =>
  words(names)
    .map((name) => `async/${name}`)
    .join(' ');

export const iteration: Family = {
  rows: [
    ...on('p-map p-each-series p-filter p-map-series p-some p-reduce p-every p-any-series', 'default', each),
    ...on('p-all p-series p-waterfall', 'default', { callbacks: 'now' }),
    ...on('p-iteration', 'forEach forEachSeries map mapSeries filter filterSeries find findSeries some someSeries every everySeries reduce', each),
    ...on('modern-async', 'forEach forEachLimit forEachSeries map mapLimit mapSeries filter filterLimit filterSeries reduce find some every', each),
    ...on('p-map', 'pMapIterable', each),
    ...on('p-limit', 'default', returns('p-limit#LimitFunction')),
    // `limit(() => …)` runs the function once.
    ...on('p-limit', 'LimitFunction', { callbacks: 'now' }),
    ...on('p-limit#LimitFunction', 'map', each),
    ...on('p-queue#default', 'add', { callbacks: 'now' }),
    ...on('p-retry p-timeout p-memoize', 'default', { callbacks: 'now' }),
    ...on('p-throttle p-debounce', 'default', later),
    // It walks what `for` was given.
    ...on(
      '@supercharge/promise-pool',
      'PromisePool.for PromisePool.withConcurrency default.for default.withConcurrency',
      returns('@supercharge/promise-pool#PromisePool'),
    ),
    ...on('@supercharge/promise-pool#PromisePool', 'withTaskTimeout handleError onTaskStarted onTaskFinished useCorrespondingResults', self),
    ...on('@supercharge/promise-pool#PromisePool', 'process', each),

    ...on(
      'async',
      `each eachOf eachSeries eachLimit eachOfSeries eachOfLimit forEach forEachOf forEachSeries forEachLimit map mapSeries mapLimit mapValues mapValuesLimit mapValuesSeries
       filter filterSeries filterLimit reject detect detectSeries detectLimit some every concat concatSeries concatLimit sortBy groupBy reduce`,
      each,
    ),
    ...on('async', 'parallel series waterfall parallelLimit auto retry', { callbacks: 'now' }),
    ...on('async', 'queue priorityQueue cargo', entry('job')),
    ...on('async', 'times timesLimit timesSeries', each),
    ...on(alone('each eachOf eachSeries eachLimit eachOfSeries eachOfLimit map mapSeries mapLimit filter filterLimit reduce times'), 'default', each),
    ...on('async', 'whilst until doWhilst doUntil forever', later),

    // Static and instance members share a name; `promise.map(fn)` walks what the promise yields.
    ...on('bluebird bluebird#Bluebird', 'map mapSeries each filter reduce', each),
    ...on('bluebird', 'resolve all', returns('bluebird#Bluebird')),
    ...on('bluebird', 'try using method coroutine promisify promisifyAll', { callbacks: 'now' }),

    // The function given to DataLoader runs once per batch, not once per key.
    ...on('dataloader', 'default DataLoader', later),
    ...on('dataloader#DataLoader', 'load loadMany', { batches: true }),
    ...on('dataloader#DataLoader', 'prime clear clearAll', self),

    ...on('rxjs#Observable', 'subscribe forEach', entry('event')),
    // Once per value, whenever somebody subscribes.
    ...on(
      'rxjs/operators rxjs',
      `map mergeMap flatMap concatMap switchMap exhaustMap tap filter scan reduce mergeScan expand groupBy distinct distinctUntilChanged takeWhile skipWhile find
       findIndex every first last single delayWhen`,
      each,
    ),
    ...on('rxjs/operators rxjs', 'catchError finalize retry retryWhen repeatWhen startWith defaultIfEmpty shareReplay', later),
    ...on('rxjs', 'defer', later),
    ...on('rxjs/operators rxjs', 'timeout', { endsRequests: 'interceptor' }),
    ...on('connect-timeout', 'default', { endsRequests: 'always' }),
    // A function of a cloud ends with its own time.
    ...on('serverless-http @vendia/serverless-express @codegenie/serverless-express aws-serverless-express', 'default', { endsRequests: 'platform' }),
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
