/** Every rule, by name. A new rule is one folder and one line here. */

import { commitPerRow } from './commit-per-row/rule.ts';
import { countByLoading } from './count-by-loading/rule.ts';
import { lazyRelationInLoop } from './lazy-relation-in-loop/rule.ts';
import { listAsQueue } from './list-as-queue/rule.ts';
import { listAsSet } from './list-as-set/rule.ts';
import { missingIndex } from './missing-index/rule.ts';
import { nPlusOneQuery } from './n-plus-one-query/rule.ts';
import { nestedLoopLookup } from './nested-loop-lookup/rule.ts';
import { quadraticAccumulation } from './quadratic-accumulation/rule.ts';
import type { Rule } from './rule.ts';
import { syncIoInHotPath } from './sync-io-in-hot-path/rule.ts';

export const rules: readonly Rule[] = [
  commitPerRow,
  countByLoading,
  lazyRelationInLoop,
  listAsQueue,
  listAsSet,
  missingIndex,
  nestedLoopLookup,
  nPlusOneQuery,
  quadraticAccumulation,
  syncIoInHotPath,
];
