/** `batch-query`: which recipe asks for all, or writes all, that a loop asks for or writes one by one. What a recipe does not know, it refuses. */
import type { Fix } from '../../../model/finding.ts';
import { refuse } from '../../outcome.ts';
import type { View } from '../proofs/view.ts';
import { bulkWrite } from './bulk-write.ts';
import { executeMany } from './execute-many.ts';
import { inBulk } from './in-bulk.ts';
import { mget } from './mget.ts';
import type { BatchIntent } from './write-loop.ts';

export function batchQuery(view: View, intent: BatchIntent): Fix {
  switch (intent.recipe) {
    case 'django-write':
      return bulkWrite(view, intent);
    case 'django-in-bulk':
      return inBulk(view, intent);
    case 'redis-mget':
      return mget(view, intent);
    default:
      return executeMany(view, intent) ?? refuse('there is no recipe for this query in Python');
  }
}
