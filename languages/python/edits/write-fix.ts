/**
 * Turns a fix intent into text edits with the proofs they rest on, or says why there is no fix. The only door of this folder.
 *
 * `safe` means: the same behaviour for every input. Known limits of that word, which no checker of Python can close:
 * - Subclasses of str, int and the like that compare or hash in their own way.
 * - Another module that gives names of this one other values, or reaches into it while its top level still runs; a tracer or debugger.
 * - A name of the module, or of a function around, that has no value yet, in front of a loop that runs no iteration.
 * - A name with a leading underscore that another module uses all the same.
 */
import type { Fix, FixIntent, Refusal } from '../../../model/finding.ts';
import { isRefused } from '../../outcome.ts';
import { type View, viewOf } from '../proofs/view.ts';
import { awaitTwin, toThread } from './await-call.ts';
import { batchQuery } from './batch-query.ts';
import { dedupe } from './dedupe.ts';
import { eagerLoad } from './eager-load.ts';
import { indexBeforeLoop } from './index-before-loop.ts';
import { indexBesideList } from './index-beside-list.ts';
import { indexInnerLoop } from './index-inner-loop.ts';
import { setInsteadOfList } from './set-instead-of-list.ts';

/** `text`: the file as it was analysed. The parser must have been prepared. */
export function writeFix(intent: FixIntent, text: string): Fix | Refusal {
  try {
    return written(viewOf(intent.file, text), intent);
  } catch (error) {
    if (isRefused(error)) return { refused: error.refused };
    throw error;
  }
}

function written(view: View, intent: FixIntent): Fix {
  switch (intent.kind) {
    case 'index-before-loop':
      return indexBeforeLoop(view, intent);
    case 'index-beside-list':
      return indexBesideList(view, intent);
    case 'set-instead-of-list':
      return setInsteadOfList(view, intent);
    case 'dedupe':
      return dedupe(view, intent);
    case 'index-inner-loop':
      return indexInnerLoop(view, intent);
    case 'await-twin':
      return awaitTwin(view, intent);
    case 'to-thread':
      return toThread(view, intent);
    case 'eager-load':
      return eagerLoad(view, intent);
    case 'batch-query':
      return batchQuery(view, intent);
  }
}
