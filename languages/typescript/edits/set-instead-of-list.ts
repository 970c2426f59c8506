/**
 * `set-instead-of-list`: a list that serves membership only becomes a Set, at its declaration and at every use.
 *
 * A Set keeps one of equal elements, so length and walking stay the same only if no element is ever added twice: every `push`
 * must stand behind a check that the element is not there yet, or nobody may count or walk.
 */
import ts from 'typescript';
import type { Edit, Fix, FixIntent } from '../../../model/finding.ts';
import type { Ledger } from '../../outcome.ts';
import { assume, fixOf, newLedger, prove, refuse } from '../../outcome.ts';
import { effectsOf } from '../proofs/effects-of.ts';
import { elementOf, isGlobal, isNeverNaN, mayBeNaN, typeText } from '../proofs/element-kind.ts';
import { isChecked } from '../proofs/is-checked-before.ts';
import type { View } from '../proofs/view.ts';
import { bare, brief, dressed, isInside, keepsComments, replace, textOf } from '../proofs/view.ts';
import { askInstead } from './ask-index.ts';
import { isConstantExpression } from './indexed-source.ts';
import type { Listed } from './listed.ts';
import { listedAt } from './listed.ts';
import { searchOf } from './search-shape.ts';

interface Rewrite {
  readonly view: View;
  readonly ledger: Ledger;
  readonly edits: Edit[];
  readonly list: Listed;
  readonly name: string;
  readonly element: ts.Type | null;
  readonly pushes: ts.CallExpression[];
  /** Uses that see how many elements there are. */
  readonly counts: ts.Node[];
  /** Empty lists that take its place: `this.seen = []`. */
  readonly clears: ts.ArrayLiteralExpression[];
  cast: string | null;
  removes: boolean;
}

export function setInsteadOfList(view: View, intent: FixIntent & { kind: 'set-instead-of-list' }): Fix {
  const ledger = newLedger();
  const list = listedAt(view, ledger, intent.declaration);
  const { name, declaration } = list;
  if (isGlobal(view, 'Set', declaration) === 'no') refuse("`Set` is not the language's own here");
  const type = view.checker.getTypeAtLocation(declaration.name);
  const rewrite: Rewrite = {
    view,
    ledger,
    edits: [],
    list,
    name,
    element: elementOf(view, type),
    pushes: [],
    counts: [],
    clears: [],
    cast: null,
    removes: false,
  };
  prove(rewrite.ledger, `every use of \`${name}\` is known`);
  for (const mention of list.mentions) use(rewrite, mention);
  countsAlike(rewrite, list);
  declare(rewrite, list);
  return fixOf(`Make \`${name}\` a Set`, rewrite.ledger, rewrite.edits);
}

function use(rewrite: Rewrite, id: ts.Expression): void {
  const { view, name } = rewrite;
  const at = dressed(id);
  const parent = at.parent;
  const unknown = (): never => refuse(`\`${name}\` is also used as a list: \`${brief(view, parent)}\``);
  if (ts.isPropertyAccessExpression(parent) && parent.expression === at) {
    const member = parent.name.text;
    const call = dressed(parent).parent;
    if (member === 'length') return length(rewrite, parent, unknown);
    if (
      !ts.isCallExpression(call) ||
      bare(call.expression) !== parent ||
      call.questionDotToken !== undefined ||
      parent.questionDotToken !== undefined
    )
      return unknown();
    if (member === 'includes' || member === 'indexOf' || member === 'lastIndexOf') return membership(rewrite, id, call);
    if (member === 'push') return push(rewrite, parent, call, unknown);
    if (member === 'forEach' && call.arguments.length === 1 && takesElementOnly(call.arguments[0])) {
      // Have: `xs.forEach((x) => xs.push(f(x)))`: a list ends where it ended at first, a Set goes on.
      if (grows(rewrite, call)) return unknown();
      rewrite.counts.push(call);
      return;
    }
    return unknown();
  }
  if (at === id && ts.isBinaryExpression(parent) && parent.left === at && parent.operatorToken.kind === ts.SyntaxKind.EqualsToken) {
    const empty = ts.isArrayLiteralExpression(parent.right) && parent.right.elements.length === 0 && ts.isExpressionStatement(parent.parent);
    if (!empty) return unknown();
    rewrite.clears.push(parent.right as ts.ArrayLiteralExpression);
    return;
  }
  if (
    at === id &&
    ((ts.isForOfStatement(parent) && parent.expression === at) || (ts.isSpreadElement(parent) && view.level >= ts.ScriptTarget.ES2015))
  ) {
    if (ts.isForOfStatement(parent) && view.level < ts.ScriptTarget.ES2015) return unknown();
    rewrite.counts.push(parent);
    return;
  }
  unknown();
}

function takesElementOnly(callback: ts.Expression | undefined): boolean {
  return (
    callback !== undefined &&
    (ts.isArrowFunction(callback) || ts.isFunctionExpression(callback)) &&
    callback.parameters.length <= 1 &&
    !callback.parameters.some((p) => p.dotDotDotToken !== undefined)
  );
}

/** The list may grow while the call walks it. */
function grows({ view, list }: Rewrite, call: ts.CallExpression): boolean {
  const [callback] = call.arguments;
  if (callback === undefined || list.mentions.some((mention) => isInside(mention, callback) && !asks(mention))) return true;
  return !list.oneActivation(call) && effectsOf(view, [callback]).some(({ kind }) => kind === 'content' || kind === 'call' || kind === 'pause');
}

/** Have: `seen.includes(x)`, `seen.length` */
function asks(mention: ts.Expression): boolean {
  const { parent } = dressed(mention);
  return ts.isPropertyAccessExpression(parent) && /^(?:includes|indexOf|lastIndexOf|length)$/.test(parent.name.text);
}

function length(rewrite: Rewrite, access: ts.PropertyAccessExpression, unknown: () => never): void {
  const { view, edits } = rewrite;
  const parent = dressed(access).parent;
  if (
    ts.isBinaryExpression(parent) &&
    bare(parent.left) === access &&
    parent.operatorToken.kind >= ts.SyntaxKind.FirstAssignment &&
    parent.operatorToken.kind <= ts.SyntaxKind.LastAssignment
  ) {
    const isClear =
      parent.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
      ts.isNumericLiteral(parent.right) &&
      parent.right.text === '0' &&
      ts.isExpressionStatement(parent.parent);
    if (!isClear) unknown();
    keepsComments(view, access.name.getStart(view.source), parent.end);
    edits.push(replace(view, access.name.getStart(view.source), parent.end, 'clear()'));
    rewrite.removes = true;
    return;
  }
  if (
    ts.isPostfixUnaryExpression(parent) ||
    (ts.isPrefixUnaryExpression(parent) && (parent.operator === ts.SyntaxKind.PlusPlusToken || parent.operator === ts.SyntaxKind.MinusMinusToken))
  )
    unknown();
  edits.push(replace(view, access.name.getStart(view.source), access.name.end, 'size'));
  // `xs.length > 0` asks only whether there is any.
  const other = ts.isBinaryExpression(parent) ? (bare(parent.left) === access ? parent.right : parent.left) : null;
  if (other === null || !ts.isNumericLiteral(other) || other.text !== '0') rewrite.counts.push(access);
}

function membership(rewrite: Rewrite, id: ts.Expression, call: ts.CallExpression): void {
  const { view, ledger, edits, element, name } = rewrite;
  const search = searchOf(view, call);
  if (search.strict) {
    const fine = isNeverNaN(view, search.key) || (element !== null && view.typed && !mayBeNaN(view, element));
    if (fine) prove(ledger, 'no element is NaN');
    else if (literalOf(rewrite.list.init)?.elements.some((each) => ts.isIdentifier(each) && each.text === 'NaN'))
      refuse(`\`${name}\` holds NaN, which \`${search.access.name.text}\` never finds`);
    else assume(ledger, 'no element is NaN');
  }
  const at = bare(search.list);
  const cast = search.list !== at ? castElement(search.list) : null;
  if (cast !== null) {
    if (rewrite.cast !== null && rewrite.cast !== cast) refuse(`\`${name}\` is cast to different types`);
    rewrite.cast = cast;
  } else if (search.list !== at && /\b(?:as|satisfies)\b|^<|!$/.test(textOf(view, search.list))) refuse(`\`${name}\` is cast to another type`);
  if (cast !== null || at === id) edits.push(...askInstead(view, ledger, search, { name, map: false, missing: null }));
  else refuse(`\`${name}\` is also used as a list`);
}

/** `(ROLES as readonly string[])` => `string` */
function castElement(list: ts.Expression): string | null {
  const at = ts.isParenthesizedExpression(list) ? list.expression : list;
  if (!ts.isAsExpression(at) || !ts.isIdentifier(at.expression)) return null;
  const type = ts.isTypeOperatorNode(at.type) ? at.type.type : at.type;
  return ts.isArrayTypeNode(type) && /^(?:string|number|unknown)$/.test(type.elementType.getText()) ? type.elementType.getText() : null;
}

function push(rewrite: Rewrite, access: ts.PropertyAccessExpression, call: ts.CallExpression, unknown: () => never): void {
  const { view, edits } = rewrite;
  if (call.arguments.length !== 1 || call.arguments.some(ts.isSpreadElement)) unknown();
  if (!ts.isExpressionStatement(call.parent) && !(ts.isArrowFunction(call.parent) && returnsNothing(view, call.parent))) unknown();
  edits.push(replace(view, access.name.getStart(view.source), access.name.end, 'add'));
  rewrite.pushes.push(call);
}

function returnsNothing(view: View, arrow: ts.ArrowFunction): boolean {
  return (
    view.typed &&
    ts.isCallExpression(arrow.parent) &&
    ts.isPropertyAccessExpression(arrow.parent.expression) &&
    arrow.parent.expression.name.text === 'forEach'
  );
}

/** No element is there twice, or nobody sees it. */
function countsAlike(rewrite: Rewrite, list: Listed): void {
  const { view, ledger, name, counts } = rewrite;
  const literal = literalOf(list.init) ?? refuse(`\`${name}\` does not begin as a list written out`);
  if (counts.length === 0) return prove(ledger, 'nobody counts or walks its elements');
  const texts = literal.elements.map((element) => textOf(view, bare(element)));
  if (!literal.elements.every((element) => isConstantExpression(element)) || new Set(texts).size < texts.length)
    refuse(`\`${name}\` may begin with duplicates, which a Set would drop`);
  const open = rewrite.pushes.find((call) => !isChecked(view, call, list));
  if (open !== undefined) refuse(`\`${brief(view, open)}\` may add what is already there, which \`${brief(view, counts[0] ?? open)}\` would count`);
  prove(ledger, 'nothing is added twice');
  const walks = counts.filter((node) => !ts.isPropertyAccessExpression(node));
  if (walks.length > 0 && rewrite.removes) refuse(`\`${name}\` is walked and emptied, and a Set walks on differently`);
  // A Set turns -0 into 0.
  if (walks.length > 0 && (rewrite.element === null || mayBeNaN(view, rewrite.element))) assume(ledger, 'no element is -0');
}

function literalOf(init: ts.Expression): ts.ArrayLiteralExpression | null {
  const at = ts.isAsExpression(init) && init.type.getText() === 'const' ? init.expression : init;
  if (!ts.isArrayLiteralExpression(at)) return null;
  return at.elements.every((element) => !ts.isOmittedExpression(element)) ? at : null;
}

function declare(rewrite: Rewrite, list: Listed): void {
  const { declaration, init, mentions } = list;
  const { view, edits, name } = rewrite;
  const literal = literalOf(init) ?? refuse(`\`${name}\` does not begin as a list written out`);
  let argument = '';
  if (declaration.type !== undefined) {
    const type = ts.isTypeOperatorNode(declaration.type) ? declaration.type.type : declaration.type;
    const element = ts.isArrayTypeNode(type)
      ? type.elementType
      : ts.isTypeReferenceNode(type) && /^(?:Readonly)?Array$/.test(type.typeName.getText())
        ? type.typeArguments?.[0]
        : undefined;
    if (element === undefined) refuse(`the type of \`${name}\` is not written as an array`);
    const text = ts.isParenthesizedTypeNode(element) ? element.type.getText(view.source) : element.getText(view.source);
    argument = `<${text}>`;
    keepsComments(view, declaration.name.end, declaration.type.end);
    edits.push(replace(view, declaration.name.end, declaration.type.end, ''));
  } else if (rewrite.cast !== null) argument = `<${rewrite.cast}>`;
  else if (literal.elements.length === 0 && !view.js) {
    const seen = mentions
      .map((id) => elementOf(view, view.checker.getTypeAtLocation(id)))
      .find((type) => type !== null && (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Never)) === 0);
    const text = seen === undefined || seen === null ? null : typeText(view, seen, declaration);
    argument = `<${text ?? refuse(`the type of the elements of \`${name}\` is not known`)}>`;
  }
  if (view.js) argument = '';
  for (const empty of rewrite.clears) edits.push(replace(view, empty.getStart(view.source), empty.end, `new Set${argument}()`));
  const start = init.getStart(view.source);
  if (literal.elements.length === 0) {
    keepsComments(view, start, init.end);
    edits.push(replace(view, start, init.end, `new Set${argument}()`));
  } else {
    edits.push(replace(view, start, start, `new Set${argument}(`), replace(view, init.end, init.end, ')'));
  }
}
