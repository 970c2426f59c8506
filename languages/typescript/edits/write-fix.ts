/**
 * Turns a fix intent into text edits with the proofs they rest on, or says why there is no fix. The only door of this folder.
 *
 * `safe` means: the same behaviour for every input that type-checks. Known limits of that word, which no checker can close:
 * - Proxy objects, subclasses of Array that override its methods, and library functions that were replaced at run time.
 * - A property declared as a plain one that a class implements by a getter with effects.
 * - An array with holes: its type denies them. `find` throws where it meets one, and the index skips it; `for … of` reads undefined there,
 *   which `indexOf` does not find in another hole, and a Set does.
 * - A module's constant read before it has its value, by a loop that runs no iteration.
 */
import ts from 'typescript';
import type { Fix, FixIntent, Refusal } from '../../../model/finding.ts';
import { assume, fixOf, isRefused, refuse } from '../../outcome.ts';
import type { EditContext, View } from '../proofs/view.ts';
import { viewOf } from '../proofs/view.ts';
import { awaitTwin } from './await-twin.ts';
import { batchQuery } from './batch-query.ts';
import { dedupe } from './dedupe.ts';
import { eagerLoad } from './eager-load.ts';
import { indexBeforeLoop } from './index-before-loop.ts';
import { indexBesideList } from './index-beside-list.ts';
import { indexInnerLoop } from './index-inner-loop.ts';
import { setInsteadOfList } from './set-instead-of-list.ts';

export type { CheckedFile, EditContext } from '../proofs/view.ts';

export function writeFix(intent: FixIntent, context: EditContext): Fix | Refusal {
  try {
    const view = viewOf(intent.file, context);
    return sameLanguage(view, written(view, intent));
  } catch (error) {
    if (isRefused(error)) return { refused: error.refused };
    throw error;
  }
}

function written(view: View, intent: FixIntent): Fix {
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
    case 'eager-load':
      return eagerLoad(view, intent);
    case 'to-thread':
      return refuse('this fix is for Python');
  }
}

/** Have: a script of `var` and `function` only, as for an old browser. `Set` and `const` may not be there. */
function sameLanguage(view: View, fix: Fix): Fix {
  if (!view.js || !isOldScript(view) || !fix.edits.some(({ text }) => /\b(?:const|Set|Map)\b/.test(text))) return fix;
  const ledger = { proofs: [...fix.proofs], unproven: [...fix.unproven] };
  assume(ledger, 'the code runs where `Set` and `const` exist');
  return fixOf(fix.title.replace(/ \(assumes .*\)$/s, ''), ledger, fix.edits);
}

function isOldScript(view: View): boolean {
  let old = false;
  let modern = false;
  const visit = (node: ts.Node): void => {
    if (ts.isVariableDeclarationList(node)) {
      if ((node.flags & ts.NodeFlags.BlockScoped) === 0) old = true;
      else modern = true;
    }
    modern ||=
      ts.isArrowFunction(node) ||
      ts.isClassDeclaration(node) ||
      ts.isTemplateLiteral(node) ||
      ts.isImportDeclaration(node) ||
      ts.isForOfStatement(node);
    if (!modern) ts.forEachChild(node, visit);
  };
  visit(view.source);
  return old && !modern;
}
