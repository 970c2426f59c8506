/** Every rule, by name. A new rule is one folder and one line here. */

import { cacheWithoutExpiry } from './cache-without-expiry/rule.ts';
import { clientPerRequest } from './client-per-request/rule.ts';
import { commitPerRow } from './commit-per-row/rule.ts';
import { countByLoading } from './count-by-loading/rule.ts';
import { cpuWorkInHandler } from './cpu-work-in-handler/rule.ts';
import { dataframeRowLoop } from './dataframe-row-loop/rule.ts';
import { deepOffsetPagination } from './deep-offset-pagination/rule.ts';
import { exponentialRecursion } from './exponential-recursion/rule.ts';
import { filterInApplication } from './filter-in-application/rule.ts';
import { flushPerMessage } from './flush-per-message/rule.ts';
import { foreignKeyByObject } from './foreign-key-by-object/rule.ts';
import { inProcessState } from './in-process-state/rule.ts';
import { invariantWorkInLoop } from './invariant-work-in-loop/rule.ts';
import { lazyRelationInLoop } from './lazy-relation-in-loop/rule.ts';
import { listAsQueue } from './list-as-queue/rule.ts';
import { listAsSet } from './list-as-set/rule.ts';
import { listenerPerRequest } from './listener-per-request/rule.ts';
import { localFileState } from './local-file-state/rule.ts';
import { lockHeldAcrossIo } from './lock-held-across-io/rule.ts';
import { missingIndex } from './missing-index/rule.ts';
import { missingTimeout } from './missing-timeout/rule.ts';
import { nPlusOneQuery } from './n-plus-one-query/rule.ts';
import { nestedLoopLookup } from './nested-loop-lookup/rule.ts';
import { pollLoop } from './poll-loop/rule.ts';
import { quadraticAccumulation } from './quadratic-accumulation/rule.ts';
import { queryWithoutShardKey } from './query-without-shard-key/rule.ts';
import { redisKeysScan } from './redis-keys-scan/rule.ts';
import { repeatedIdenticalQuery } from './repeated-identical-query/rule.ts';
import { resultWaitInTask } from './result-wait-in-task/rule.ts';
import type { Rule } from './rule.ts';
import { sequentialCrossShardQuery } from './sequential-cross-shard-query/rule.ts';
import { sequentialIndependentAwaits } from './sequential-independent-awaits/rule.ts';
import { sortInLoop } from './sort-in-loop/rule.ts';
import { stringBuildingInLoop } from './string-building-in-loop/rule.ts';
import { superLinearRegex } from './super-linear-regex/rule.ts';
import { syncIoInHotPath } from './sync-io-in-hot-path/rule.ts';
import { threadsForCpuWork } from './threads-for-cpu-work/rule.ts';
import { unboundedCache } from './unbounded-cache/rule.ts';
import { unboundedConcurrency } from './unbounded-concurrency/rule.ts';
import { unboundedPrefetch } from './unbounded-prefetch/rule.ts';
import { unboundedQuery } from './unbounded-query/rule.ts';
import { wholeFileRead } from './whole-file-read/rule.ts';

export const rules: readonly Rule[] = [
  cacheWithoutExpiry,
  clientPerRequest,
  commitPerRow,
  countByLoading,
  cpuWorkInHandler,
  dataframeRowLoop,
  deepOffsetPagination,
  exponentialRecursion,
  filterInApplication,
  flushPerMessage,
  foreignKeyByObject,
  inProcessState,
  invariantWorkInLoop,
  lazyRelationInLoop,
  listAsQueue,
  listAsSet,
  missingIndex,
  missingTimeout,
  nestedLoopLookup,
  nPlusOneQuery,
  quadraticAccumulation,
  queryWithoutShardKey,
  redisKeysScan,
  repeatedIdenticalQuery,
  resultWaitInTask,
  sequentialCrossShardQuery,
  sequentialIndependentAwaits,
  sortInLoop,
  stringBuildingInLoop,
  superLinearRegex,
  syncIoInHotPath,
  threadsForCpuWork,
  unboundedCache,
  unboundedConcurrency,
  unboundedPrefetch,
  unboundedQuery,
  listenerPerRequest,
  wholeFileRead,
  pollLoop,
  lockHeldAcrossIo,
  localFileState,
];
