/**
 * Second pass: the statements of every function become loops, branches, exits and calls, in the order they run, and
 * every mention of a name is noted as a use.
 */
import ts from 'typescript';
import type { Branch, Exit, Loop, Node, Value } from '../../../model/file.ts';
import { lowerCall, lowerCallbackLoop } from './calls.ts';
import { lowerClass, lowerObject } from './classes.ts';
import { isDeliberate } from './deliberate.ts';
import { lowerExport } from './exports.ts';
import { asksWhatIsKept, asksWhetherLoaded, asksWhetherWritten, fillsWhatItTests, guardsRest, isCacheRead } from './memo.ts';
import { predicateOf } from './predicates.ts';
import { lowerRebuild, lowerReturnedRebuild } from './rebuilds.ts';
import { requireImport } from './requires.ts';
import { boundNames, decoratorsOf, elementsOf, patternPath } from './scopes.ts';
import { enclosingFn, type Lowering, type Mutable, resolveName, spanOf, thisClass, unwrap } from './state.ts';
import { toldBy, toldPerArm } from './told.ts';
import { useOf } from './uses.ts';
import { referenceOf, valueOf } from './values.ts';

export function lowerBodies(state: Lowering): void {
  const module = state.functions[0];
  if (module) lowerStatements(state, state.file.statements, module.body);
}

/** Statements of one block. An early return on a cache hit makes what follows a memo; what follows a return of the block itself never runs. */
function lowerStatements(state: Lowering, statements: readonly ts.Statement[], out: Node[]): void {
  for (let i = 0; i < statements.length; i++) {
    const statement = statements[i] as ts.Statement;
    visit(state, statement, out);
    if (ts.isReturnStatement(statement) || ts.isThrowStatement(statement)) return lowerStatements(state, statements.slice(i + 1), []);
    if (ts.isIfStatement(statement) && guardsRest(statement, statements.slice(0, i), statements.slice(i + 1))) {
      const rest: Node[] = [];
      lowerStatements(state, statements.slice(i + 1), rest);
      out.push(branch(state, statement, { memo: true, arms: [rest] }));
      return;
    }
  }
}

function branch(state: Lowering, node: ts.Node, parts: Partial<Branch> & { arms: Branch['arms'] }): Branch {
  return { kind: 'branch', span: spanOf(state, node), test: null, predicate: null, tells: [], memo: false, recovers: false, ...parts };
}

function visit(state: Lowering, node: ts.Node, out: Node[]): void {
  // Most nodes are names and tokens: they go first.
  if (ts.isIdentifier(node)) {
    const binding = referenceOf(state, node);
    if (binding !== null) state.bindings[binding]?.uses.push(useOf(state, node));
    return;
  }
  if (ts.isToken(node)) return;
  if (ts.isTypeNode(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node) || ts.isImportDeclaration(node)) return;
  if (ts.isFunctionLike(node)) return lowerFunction(state, node, out);
  if (ts.isClassLike(node)) return lowerClass(state, node, (n, o) => visit(state, n, o), out);
  if (ts.isObjectLiteralExpression(node)) lowerObject(state, node);
  if (ts.isBlock(node) || ts.isSourceFile(node) || ts.isModuleBlock(node)) return lowerStatements(state, node.statements, out);
  if (ts.isIterationStatement(node, false)) return lowerLoop(state, node, out);
  if (ts.isIfStatement(node)) return lowerIf(state, node, out);
  if (ts.isConditionalExpression(node)) {
    visit(state, node.condition, out);
    return pushArms(state, node, out, [node.whenTrue, node.whenFalse], node.condition);
  }
  if (ts.isBinaryExpression(node)) return lowerBinary(state, node, out);
  if (ts.isSwitchStatement(node)) {
    visit(state, node.expression, out);
    return pushArms(state, node, out, node.caseBlock.clauses);
  }
  if (ts.isTryStatement(node)) {
    lowerStatements(state, node.tryBlock.statements, out);
    if (node.catchClause) {
      const arm: Node[] = [];
      visit(state, node.catchClause.block, arm);
      if (arm.length > 0) out.push(branch(state, node.catchClause, { recovers: true, arms: [arm] }));
    }
    if (node.finallyBlock) lowerStatements(state, node.finallyBlock.statements, out);
    return;
  }
  if (ts.isReturnStatement(node) || ts.isThrowStatement(node)) {
    if (node.expression) visit(state, node.expression, out);
    if (ts.isReturnStatement(node) && node.expression) {
      state.functions[enclosingFn(state, node)]?.returns.push(valueOf(state, node.expression));
      lowerReturnedRebuild(state, node.expression, out);
    }
    out.push(exit(state, node, ts.isReturnStatement(node) ? 'return' : 'throw', null));
    return;
  }
  if (ts.isBreakOrContinueStatement(node)) {
    out.push(exit(state, node, ts.isBreakStatement(node) ? 'break' : 'continue', targetLoop(state, node)));
    return;
  }
  if (ts.isCallExpression(node) || ts.isNewExpression(node) || ts.isTaggedTemplateExpression(node)) return lowerCallNode(state, node, out);
  if (ts.isVariableDeclaration(node)) return lowerVariable(state, node, out);
  if (ts.isExportAssignment(node) || ts.isExportDeclaration(node)) {
    lowerExport(state, node);
    if (ts.isExportAssignment(node)) visit(state, node.expression, out);
    return;
  }
  if (ts.isPropertyAccessExpression(node) && node.expression.kind === ts.SyntaxKind.ThisKeyword) {
    const owner = thisClass(state, node);
    if (owner !== null) fieldOf(state, owner, node.name)?.uses.push(useOf(state, node));
    return;
  }
  ts.forEachChild(node, (child) => visit(state, child, out));
}

function fieldOf(state: Lowering, owner: number, name: ts.MemberName): Mutable<NonNullable<Lowering['classes'][number]>['fields'][number]> | null {
  const fields = state.fields.get(owner);
  if (!fields) return null;
  const known = fields.get(name.text);
  if (known) return known;
  // Plain JavaScript declares fields by assigning them.
  const field = {
    name: name.text,
    span: spanOf(state, name),
    static: false,
    private: name.text.startsWith('#') || name.text.startsWith('_'),
    readonly: false,
    type: null,
    init: null as Value | null,
    decorators: [],
    uses: [],
  };
  fields.set(name.text, field);
  state.classes[owner]?.fields.push(field);
  return field;
}

function lowerFunction(state: Lowering, node: ts.SignatureDeclaration, out: Node[]): void {
  const id = state.fnOf.get(node);
  const fn = id === undefined ? undefined : state.functions[id];
  if (!fn || fn.body.length > 0 || !('body' in node)) return;
  const declaration = node as ts.FunctionLikeDeclaration;
  // What decorators and default values do happens outside the body, but for our purposes once.
  fn.decorators = decoratorsOf(state, declaration, (e) => valueOf(state, e));
  for (const [i, p] of declaration.parameters.entries()) {
    const param = fn.params[i];
    if (param && p.modifiers) param.decorators = decoratorsOf(state, p, (e) => valueOf(state, e));
    if (p.initializer) visit(state, p.initializer, fn.body);
    if (ts.isIdentifier(p.name) && p.initializer) setInit(state, p.name, valueOf(state, p.initializer));
    for (const { name, element } of boundNames(p.name)) if (element?.initializer) setInit(state, name, valueOf(state, element.initializer));
  }
  for (const d of ts.canHaveDecorators(declaration) ? (ts.getDecorators(declaration) ?? []) : []) visit(state, d.expression, out);
  if (!declaration.body) return;
  if (ts.isBlock(declaration.body)) lowerStatements(state, declaration.body.statements, fn.body);
  else {
    visit(state, declaration.body, fn.body);
    lowerReturnedRebuild(state, declaration.body, fn.body);
    fn.returns.push(valueOf(state, declaration.body));
  }
}

function setInit(state: Lowering, name: ts.Identifier, init: Value): void {
  const binding = state.bindings[resolveName(state, name.text, name)];
  if (binding && binding.init === null) binding.init = init;
}

function lowerVariable(state: Lowering, node: ts.VariableDeclaration, out: Node[]): void {
  if (!node.initializer) return;
  visit(state, node.initializer, out);
  const init = valueOf(state, node.initializer);
  if (ts.isIdentifier(node.name)) {
    const binding = state.bindings[resolveName(state, node.name.text, node.name)];
    if (!binding) return;
    if (binding.init === null) binding.init = init;
    const inner = unwrap(node.initializer);
    if (ts.isArrowFunction(inner) || ts.isFunctionExpression(inner)) binding.function = state.fnOf.get(inner) ?? null;
    if (ts.isClassExpression(inner)) binding.class = state.classOf.get(inner) ?? null;
    requireImport(state, node.initializer, node.name, '*');
    return;
  }
  for (const { name, element } of boundNames(node.name)) {
    const path = element ? patternPath(element) : [];
    const binding = state.bindings[resolveName(state, name.text, name)];
    if (binding && binding.init === null)
      binding.init = {
        ...init,
        span: spanOf(state, name),
        text: name.text,
        path: [...init.path, ...path],
        kind: 'unknown',
        viewOf: null,
        // What it is where that part is missing, as for `options.full ?? false`.
        elements: element?.initializer ? [valueOf(state, element.initializer)] : [],
        properties: [],
      };
    if (path.length === 1 && path[0]) requireImport(state, node.initializer, name, path[0]);
    if (element?.initializer) visit(state, element.initializer, out);
  }
}

function lowerIf(state: Lowering, node: ts.IfStatement, out: Node[]): void {
  visit(state, node.expression, out);
  const arms: Node[][] = [[], []];
  visit(state, node.thenStatement, arms[0] as Node[]);
  if (node.elseStatement) visit(state, node.elseStatement, arms[1] as Node[]);
  out.push(
    branch(state, node, {
      test: valueOf(state, node.expression),
      predicate: predicateOf(state, node.expression),
      tells: toldPerArm(state, node.expression),
      memo: fillsWhatItTests(node) || asksWhetherLoaded(node.expression) || asksWhetherWritten(node.expression),
      arms,
    }),
  );
}

function pushArms(state: Lowering, node: ts.Node, out: Node[], parts: readonly ts.Node[], condition: ts.Expression | null = null): void {
  const arms = parts.map((part) => {
    const arm: Node[] = [];
    if (ts.isCaseOrDefaultClause(part)) {
      if (ts.isCaseClause(part)) visit(state, part.expression, arm);
      lowerStatements(state, part.statements, arm);
    } else visit(state, part, arm);
    return arm;
  });
  if (!arms.some((arm) => arm.length > 0)) return;
  out.push(branch(state, node, { arms, tells: condition ? toldPerArm(state, condition) : [] }));
}

function lowerBinary(state: Lowering, node: ts.BinaryExpression, out: Node[]): void {
  const operator = node.operatorToken.kind;
  const lazy =
    operator === ts.SyntaxKind.AmpersandAmpersandToken || operator === ts.SyntaxKind.BarBarToken || operator === ts.SyntaxKind.QuestionQuestionToken;
  const lazyAssign = operator === ts.SyntaxKind.QuestionQuestionEqualsToken || operator === ts.SyntaxKind.BarBarEqualsToken;
  visit(state, node.left, out);
  if (!lazy && !lazyAssign) {
    visit(state, node.right, out);
    if (operator === ts.SyntaxKind.EqualsToken) {
      lowerAssignment(state, node);
      lowerRebuild(state, node, out);
    }
    return;
  }
  const arm: Node[] = [];
  visit(state, node.right, arm);
  if (arm.length === 0) return;
  const isFallback = operator !== ts.SyntaxKind.AmpersandAmpersandToken;
  const memo = lazyAssign || (isFallback && (isCacheRead(node.left) || asksWhatIsKept(state, node.left)));
  // What is asked for where something is missing is asked for where it is given, too: as often as not nobody knows what it holds.
  const tells = isFallback ? [] : [toldBy(state, node.left, true)];
  out.push(branch(state, node, { test: valueOf(state, node.left), memo, tells, arms: [arm] }));
}

function lowerAssignment(state: Lowering, node: ts.BinaryExpression): void {
  lowerExport(state, node);
  const target = unwrap(node.left);
  const inner = unwrap(node.right);
  if (ts.isPropertyAccessExpression(target) && target.expression.kind === ts.SyntaxKind.ThisKeyword) {
    const owner = thisClass(state, target);
    const field = owner === null ? null : fieldOf(state, owner, target.name);
    if (field && field.init === null) field.init = valueOf(state, node.right);
  } else if (ts.isIdentifier(target)) {
    const binding = state.bindings[resolveName(state, target.text, target)];
    // `let db; … db = new Client()`: the only value it ever gets is as good as an initial one.
    if (binding && binding.init === null && binding.kind !== 'param' && !/^(module|exports)$/.test(binding.name) && binding.elementOf === null) {
      binding.init = valueOf(state, node.right);
      if (ts.isArrowFunction(inner) || ts.isFunctionExpression(inner)) binding.function = state.fnOf.get(inner) ?? null;
    }
  }
}

function lowerCallNode(state: Lowering, node: ts.CallExpression | ts.NewExpression | ts.TaggedTemplateExpression, out: Node[]): void {
  const callee = ts.isTaggedTemplateExpression(node) ? node.tag : node.expression;
  visit(state, callee, out);
  const args = ts.isTaggedTemplateExpression(node)
    ? ts.isTemplateExpression(node.template)
      ? node.template.templateSpans.map((s) => s.expression)
      : []
    : (node.arguments ?? []);
  for (const argument of args) visit(state, argument, out);
  const call = lowerCall(state, node);
  const loop = ts.isCallExpression(node) ? lowerCallbackLoop(state, node, call) : null;
  // The call itself stands beside its loop: what it does (a search, a query) happens where it stands, its callback runs per element.
  out.push({ kind: 'call', id: call.id });
  if (loop) out.push(loop);
}

const STYLE: ReadonlyMap<ts.SyntaxKind, Loop['style']> = new Map([
  [ts.SyntaxKind.ForOfStatement, 'for-of'],
  [ts.SyntaxKind.ForInStatement, 'for-in'],
  [ts.SyntaxKind.ForStatement, 'for'],
  [ts.SyntaxKind.WhileStatement, 'while'],
  [ts.SyntaxKind.DoStatement, 'do-while'],
]);

function lowerLoop(state: Lowering, node: ts.IterationStatement, out: Node[]): void {
  const loop = state.loops[state.loopOf.get(node) ?? 0] as Mutable<Loop>;
  loop.style = ts.isForOfStatement(node) && node.awaitModifier ? 'for-await' : (STYLE.get(node.kind) ?? 'while');
  loop.head = { start: node.getStart(state.file), end: node.statement.getStart(state.file) };
  loop.elements = elementsOf(state, loop.id);
  loop.deliberate = isDeliberate(state, node);
  if (ts.isForOfStatement(node) || ts.isForInStatement(node)) {
    visit(state, node.expression, out);
    loop.over = valueOf(state, node.expression);
    if (!ts.isVariableDeclarationList(node.initializer)) visit(state, node.initializer, loop.body);
  } else if (ts.isForStatement(node)) {
    if (node.initializer) visit(state, node.initializer, out);
    if (node.condition) {
      visit(state, node.condition, loop.body);
      loop.test = valueOf(state, node.condition);
    }
    countedLoop(state, node, loop);
  } else if (ts.isWhileStatement(node) || ts.isDoStatement(node)) {
    visit(state, node.expression, loop.body);
    loop.test = valueOf(state, node.expression);
  }
  visit(state, node.statement, loop.body);
  if (ts.isForStatement(node) && node.incrementor) visit(state, node.incrementor, loop.body);
  out.push(loop);
}

/** `for (let i = 0; i < xs.length; i++)`: walks xs. `i < n`: counts to n. `i += 100`: works in chunks. */
function countedLoop(state: Lowering, node: ts.ForStatement, loop: Mutable<Loop>): void {
  loop.counts = true;
  const condition = node.condition ? unwrap(node.condition) : undefined;
  if (condition && ts.isBinaryExpression(condition)) {
    const operator = condition.operatorToken.kind;
    const down = operator === ts.SyntaxKind.GreaterThanToken || operator === ts.SyntaxKind.GreaterThanEqualsToken;
    let bound: ts.Expression | undefined = unwrap(condition.right);
    if (down) {
      const first = node.initializer && ts.isVariableDeclarationList(node.initializer) ? node.initializer.declarations[0]?.initializer : undefined;
      bound = first ? unwrap(first) : undefined;
    }
    if (bound && ts.isBinaryExpression(bound)) bound = unwrap(bound.left);
    const list = bound && ts.isIdentifier(bound) ? lengthBehind(state, bound) : null;
    if (list) {
      loop.over = list;
      loop.counts = false;
    } else if (bound && ts.isPropertyAccessExpression(bound) && (bound.name.text === 'length' || bound.name.text === 'size')) {
      loop.over = valueOf(state, bound.expression);
      loop.counts = false;
    } else if (bound) loop.over = valueOf(state, bound);
  }
  const step = node.incrementor ? unwrap(node.incrementor) : undefined;
  if (step && ts.isBinaryExpression(step)) {
    const halving = [
      ts.SyntaxKind.GreaterThanGreaterThanEqualsToken,
      ts.SyntaxKind.SlashEqualsToken,
      ts.SyntaxKind.AsteriskEqualsToken,
      ts.SyntaxKind.LessThanLessThanEqualsToken,
    ];
    const one = ts.isNumericLiteral(step.right) && Number(step.right.text) <= 4;
    loop.step = halving.includes(step.operatorToken.kind as (typeof halving)[number]) ? 'halving' : one ? 'one' : 'chunk';
  }
  const start = node.initializer && ts.isVariableDeclarationList(node.initializer) ? node.initializer.declarations[0]?.initializer : undefined;
  if (start && !ts.isNumericLiteral(unwrap(start)) && loop.step === 'one' && !loop.counts) loop.step = 'unknown';
}

/** `n` of `for (let i = 0, n = xs.length; i < n; i++)` or of `const n = xs.length` above: xs. */
function lengthBehind(state: Lowering, name: ts.Identifier): Value | null {
  const init = state.bindings[resolveName(state, name.text, name)]?.init;
  const last = init?.path[init.path.length - 1];
  if (!init || (last !== 'length' && last !== 'size')) return null;
  return { ...init, path: init.path.slice(0, -1), text: init.text.replace(/\.(length|size)$/, ''), kind: 'unknown' };
}

function exit(state: Lowering, node: ts.Node, kind: Exit['exit'], loop: number | null): Exit {
  return { kind: 'exit', exit: kind, span: spanOf(state, node), loop };
}

function targetLoop(state: Lowering, node: ts.BreakOrContinueStatement): number | null {
  for (let at: ts.Node = node.parent; at && !ts.isFunctionLike(at); at = at.parent) {
    if (node.label) {
      if (ts.isLabeledStatement(at) && at.label.text === node.label.text) return state.loopOf.get(at.statement) ?? null;
    } else if (ts.isIterationStatement(at, false)) return state.loopOf.get(at) ?? null;
    else if (ts.isSwitchStatement(at) && ts.isBreakStatement(node)) return null;
  }
  return null;
}
