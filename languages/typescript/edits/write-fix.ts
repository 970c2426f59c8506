/**
 * Turns a fix intent into text edits with the proofs they rest on, or says why there is no fix. The only door of this folder.
 *
 * `safe` means: the same behaviour for every input that type-checks. Known limits of that word, which no checker can close:
 * - Proxy objects, subclasses of Array that override its methods, and library functions that were replaced at run time.
 * - A property declared as a plain one that a class implements by a getter with effects.
 * - An array of objects with holes: its type denies them. `find` throws where it meets one; the index skips it.
 * - A module's constant read before it has its value, by a loop that runs no iteration.
 */
import type { Fix, FixIntent, Refusal } from '../../../model/finding.ts';
import { awaitTwin } from './await-twin.ts';
import { batchQuery } from './batch-query.ts';
import { dedupe } from './dedupe.ts';
import { indexBeforeLoop } from './index-before-loop.ts';
import { indexBesideList } from './index-beside-list.ts';
import { indexInnerLoop } from './index-inner-loop.ts';
import { isRefused } from './outcome.ts';
import { setInsteadOfList } from './set-instead-of-list.ts';
import type { EditContext } from './view.ts';
import { viewOf } from './view.ts';

export type { CheckedFile, EditContext } from './view.ts';

export function writeFix(intent: FixIntent, context: EditContext): Fix | Refusal {
  try {
    const view = viewOf(intent.file, context);
    switch (intent.kind) {
      case 'index-before-loop':
        return indexBeforeLoop(view, intent);
      case 'set-instead-of-list':
        return setInsteadOfList(view, intent);
      case 'dedupe':
        return dedupe(view, intent);
      case 'index-beside-list':
        return indexBesideList(view, intent);
      case 'index-inner-loop':
        return indexInnerLoop(view, intent);
      case 'await-twin':
        return awaitTwin(view, intent);
      case 'batch-query':
        return batchQuery(view, intent);
    }
  } catch (error) {
    if (isRefused(error)) return { refused: error.refused };
    throw error;
  }
}
