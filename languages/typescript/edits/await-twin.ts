/**
 * `await-twin`: `fs.readFileSync(p, 'utf8')` => `await fs.promises.readFile(p, 'utf8')`, in a function that is async already.
 *
 * Always a suggestion: while it waits, other code runs, and what that code changes we do not see.
 */
import ts from 'typescript';
import type { Edit, Fix, FixIntent } from '../../../model/finding.ts';
import { assume, fixOf, newLedger, prove, refuse } from '../../outcome.ts';
import type { View } from '../proofs/view.ts';
import { bare, brief, functionAround, keepsComments, nodeAt, replace } from '../proofs/view.ts';
import { importOf, isReachedFrom, moduleOf, namedImport } from './add-import.ts';
import { withoutUnused } from './drop-import.ts';
import { freeName } from './free-name.ts';

export function awaitTwin(view: View, intent: FixIntent & { kind: 'await-twin' }): Fix {
  const call = nodeAt(view, intent.call, ts.isCallExpression) ?? refuse('the call is not where it was');
  const fn = functionAround(call) ?? refuse('the call stands outside any function');
  if (!fn.modifiers?.some((m) => m.kind === ts.SyntaxKind.AsyncKeyword)) refuse('the function around it is not async');
  for (let at: ts.Node = call; at !== fn; at = at.parent) {
    if (ts.isParameter(at)) refuse('the call is in the default value of a parameter');
    if (ts.isPropertyDeclaration(at) || ts.isClassStaticBlockDeclaration(at)) refuse('the call is in a class body');
  }
  if (call.questionDotToken !== undefined) refuse('the call is optional');
  const ledger = newLedger();
  prove(ledger, `\`${fn.name !== undefined ? fn.name.getText() : 'the function'}\` is async`);
  assume(ledger, 'nothing relies on it running without a pause');
  const callee = bare(call.expression);
  const wanted = moduleOf(intent.module);
  const edits: Edit[] = [];
  let written: string;
  if (ts.isPropertyAccessExpression(callee) && ts.isIdentifier(callee.expression)) {
    const source = importOf(view, callee.expression) ?? refuse(`\`${callee.expression.text}\` is not imported in this file`);
    // Have: `fs` is the module itself, whose promise half is `fs.promises`.
    if (source.imported !== '*' && source.imported !== 'default') refuse(`\`${callee.expression.text}\` is not the module itself`);
    if (wanted === `${moduleOf(source.specifier)}/promises` && hasPromises(view, callee.expression))
      written = `${callee.expression.text}.promises.${intent.twin}`;
    else if (wanted === moduleOf(source.specifier)) written = `${callee.expression.text}.${intent.twin}`;
    else written = byImport(view, intent, source, edits);
  } else if (ts.isIdentifier(callee)) {
    const source = importOf(view, callee) ?? refuse(`\`${callee.text}\` is not imported in this file`);
    written = byImport(view, intent, source, edits);
  } else refuse(`\`${brief(view, callee)}\` is no imported function`);
  if (!isReachedFrom(view, written, call)) refuse(`\`${written}\` means something else here`);

  const start = call.getStart(view.source);
  keepsComments(view, start, call.expression.end);
  const open = needsParens(call);
  edits.push(replace(view, start, call.expression.end, `${open ? '(' : ''}await ${written}`));
  if (open) edits.push(replace(view, call.end, call.end, ')'));
  return fixOf(`Await \`${written}\` instead`, ledger, ts.isIdentifier(callee) ? withoutUnused(view, callee, edits) : edits);
}

/** The module object has `promises`: true of `fs` and `dns`; types say so where there are any. */
function hasPromises(view: View, module: ts.Identifier): boolean {
  const type = view.checker.getTypeAtLocation(module);
  if (view.typed && (type.flags & ts.TypeFlags.Any) === 0) return view.checker.getPropertyOfType(type, 'promises') !== undefined;
  return true;
}

function byImport(
  view: View,
  intent: { readonly module: string; readonly twin: string },
  source: { readonly specifier: string; readonly statement: ts.Statement; readonly esm: boolean },
  edits: Edit[],
): string {
  const specifier = source.specifier.startsWith('node:') ? `node:${moduleOf(intent.module)}` : moduleOf(intent.module);
  const known = namedImport(view, specifier, intent.twin, source, () => freeName(view, intent.twin));
  if (known.edit !== null) edits.push(known.edit);
  return known.local;
}

function needsParens(call: ts.Node): boolean {
  const parent = call.parent;
  if (ts.isPropertyAccessExpression(parent) || ts.isElementAccessExpression(parent)) return parent.expression === call;
  if (ts.isCallExpression(parent) || ts.isNewExpression(parent)) return parent.expression === call;
  if (ts.isBinaryExpression(parent)) return parent.operatorToken.kind === ts.SyntaxKind.AsteriskAsteriskToken && parent.left === call;
  return ts.isNonNullExpression(parent) || ts.isTaggedTemplateExpression(parent) || ts.isExpressionWithTypeArguments(parent);
}
