/** A call as the model knows it, the loop it may be, and the language's own operation that it performs. */
import ts from 'typescript';
import type { Argument, Call, Loop, Operation, Value } from '../../../model/file.ts';
import { isDeliberate, isLimited } from './deliberate.ts';
import { callbackLoop, isFunction } from './iteration.ts';
import { callbackPredicate } from './predicates.ts';
import { elementsOf, emptyLoop } from './scopes.ts';
import { enclosingFn, type Lowering, loopsAround, type Mutable, newBinding, spanOf, unwrap, wrapped } from './state.ts';
import { isTested } from './uses.ts';
import { textOf, valueOf } from './values.ts';

export type CallLike = ts.CallExpression | ts.NewExpression | ts.TaggedTemplateExpression;

export function lowerCall(state: Lowering, node: CallLike): Mutable<Call> {
  const id = state.callOf.get(node) ?? 0;
  const written = unwrap(ts.isTaggedTemplateExpression(node) ? node.tag : node.expression);
  // `load.call(this, id)` is `load(id)`; what `Array.prototype.slice.call(list)` does it does to its argument.
  const called = calledWithThis(node, written);
  const callee = called ?? written;
  const member = ts.isPropertyAccessExpression(callee) && !ts.isNewExpression(node) ? callee.name : null;
  const given = ts.isTaggedTemplateExpression(node) ? templateArguments(node) : (node.arguments ?? []);
  const args = called ? given.slice(1) : given;
  const call: Mutable<Call> = {
    id,
    fn: enclosingFn(state, node),
    span: spanOf(state, node),
    nameSpan: spanOf(state, member ?? callee),
    text: textOf(state, callee),
    callee: valueOf(state, member ? (callee as ts.PropertyAccessExpression).expression : callee),
    member: member?.text ?? null,
    args: args.map((a): Argument => {
      const plain = ts.isSpreadElement(a) ? a.expression : a;
      const inner = unwrap(plain);
      return { name: null, value: valueOf(state, plain), spread: ts.isSpreadElement(a), closure: state.fnOf.get(inner) ?? null };
    }),
    isNew: ts.isNewExpression(node),
    awaited: isAwaited(node),
    suspends: isAwaited(node),
    handedBack: false,
    chained: isChained(node),
    result: resultOf(node),
    loops: loopsAround(state, node),
    op: null,
    declared: null,
  };
  call.op = languageOperation(state, node, call);
  call.args.forEach((argument, index) => {
    const closure = argument.closure === null ? undefined : state.functions[argument.closure];
    if (closure) closure.passedTo = { call: id, arg: index };
  });
  state.calls[id] = call;
  return call;
}

function calledWithThis(node: CallLike, callee: ts.Expression): ts.Expression | null {
  const self = ts.isTaggedTemplateExpression(node) ? undefined : node.arguments?.[0];
  // Clients of remote procedures have a `call` as well, and give it no `this`.
  if (!self || !/^(this|null|undefined|self|that|_this|me|ctx|context|thisArg)$/.test(self.getText())) return null;
  if (!ts.isPropertyAccessExpression(callee) || callee.name.text !== 'call') return null;
  const inner = unwrap(callee.expression);
  const isFunctionName = ts.isIdentifier(inner) || (ts.isPropertyAccessExpression(inner) && !/\bprototype\b/.test(inner.expression.getText()));
  return isFunctionName ? inner : null;
}

/** The tag is handed the texts first, then each expression: the template stands for its texts. */
function templateArguments(node: ts.TaggedTemplateExpression): ts.Expression[] {
  return [node.template, ...(ts.isTemplateExpression(node.template) ? node.template.templateSpans.map((s) => s.expression) : [])];
}

/** Fills the loop that a call is, if it runs a callback per element; its body is the closure, or a call of the named function. */
export function lowerCallbackLoop(state: Lowering, node: ts.CallExpression, call: Mutable<Call>): Mutable<Loop> | null {
  const shape = callbackLoop(node);
  if (!shape) return null;
  const inline = isFunction(shape.callback);
  if (!inline && !isNamedFunction(state, shape.callback, shape.method)) return null;
  let id = state.loopOf.get(node);
  if (id === undefined) {
    id = state.loops.length;
    state.loops.push(emptyLoop(id, spanOf(state, node), call.fn, call.loops[0] ?? null));
  }
  const loop = state.loops[id] as Mutable<Loop>;
  const callee = unwrap(node.expression);
  loop.style = 'callback';
  loop.head = { start: node.getStart(state.file), end: callee.end };
  loop.over = valueOf(state, shape.over);
  loop.call = call.id;
  loop.parallel = isParallel(node);
  loop.deliberate = isLimited(node) || isDeliberate(state, node);
  if (inline) {
    const closure = state.fnOf.get(unwrap(shape.callback)) ?? null;
    loop.closure = closure;
    loop.elements = elementsOf(state, id);
  } else {
    const element = newBinding(state, 'element', 'param', spanOf(state, shape.callback), call.fn, id);
    element.elementOf = id;
    loop.elements = [element.id];
    loop.body = [namedCallback(state, shape.callback, call, id, element.id)];
  }
  return loop;
}

/** Only names that surely stand for functions: `xs.map(normalise)`, `xs.map(this.load)`; `Model.find(conditions)` is no loop. */
function isNamedFunction(state: Lowering, callback: ts.Expression, method: string): boolean {
  const node = unwrap(callback);
  const value = valueOf(state, node);
  if (value.root.kind === 'this') return value.path.length === 1;
  if (value.root.kind !== 'binding') return false;
  const binding = state.bindings[value.root.binding];
  if (!binding) return false;
  // A parameter is a function where nothing else could stand: `ids.map(load)`, but not `Users.find(conditions)`.
  if (value.path.length === 0)
    return binding.function !== null || binding.kind === 'import' || (binding.kind === 'param' && /^(map|forEach|flatMap)$/.test(method));
  return value.path.length === 1 && (binding.kind === 'import' || binding.class !== null);
}

function namedCallback(state: Lowering, callback: ts.Expression, call: Call, loop: number, element: number): { kind: 'call'; id: number } {
  const id = state.callOf.size;
  state.callOf.set(callback, id);
  const node = unwrap(callback);
  const member = ts.isPropertyAccessExpression(node) ? node.name.text : null;
  const elementValue = { ...valueOf(state, node), text: 'element', root: { kind: 'binding', binding: element } as const, path: [], reads: [element] };
  state.calls[id] = {
    ...call,
    id,
    span: spanOf(state, callback),
    nameSpan: spanOf(state, ts.isPropertyAccessExpression(node) ? node.name : node),
    text: textOf(state, node),
    callee: valueOf(state, ts.isPropertyAccessExpression(node) ? node.expression : node),
    member,
    args: [{ name: null, value: elementValue, spread: false, closure: null }],
    isNew: false,
    awaited: true,
    chained: false,
    result: 'used',
    loops: [loop, ...call.loops],
    op: null,
    declared: null,
  };
  return { kind: 'call', id };
}

/** `Promise.all(xs.map(…))`; promises that are kept in a variable first are looked at later. */
function isParallel(node: ts.CallExpression): boolean {
  const parent = wrapped(node).parent;
  return ts.isCallExpression(parent) && /^Promise\.(all|allSettled|race|any)$/.test(parent.expression.getText());
}

function isChained(node: CallLike): boolean {
  const parent = wrapped(node).parent;
  return ts.isPropertyAccessExpression(parent) && parent.expression === wrapped(node) && ts.isCallExpression(wrapped(parent).parent);
}

/** Follows a chain of calls outwards to see whether anybody waits for its end, or hands it to somebody who will. */
function isAwaited(node: CallLike): boolean {
  let at: ts.Node = wrapped(node);
  for (;;) {
    const parent: ts.Node = at.parent;
    if (ts.isAwaitExpression(parent) || ts.isReturnStatement(parent) || ts.isYieldExpression(parent)) return true;
    if (ts.isArrowFunction(parent) && parent.body === at) return true;
    if (ts.isForOfStatement(parent) && parent.awaitModifier && parent.expression === at) return true;
    if (ts.isArrayLiteralExpression(parent)) return true;
    if (ts.isCallExpression(parent) && parent.expression !== at)
      return /\b(all|allSettled|race|push|from|resolve)$/.test(parent.expression.getText());
    if (ts.isPropertyAccessExpression(parent) && parent.expression === at) {
      if (['then', 'catch', 'finally', 'exec'].includes(parent.name.text)) return true;
      at = wrapped(parent);
    } else if (ts.isCallExpression(parent) && parent.expression === at) at = wrapped(parent);
    else if (ts.isConditionalExpression(parent) || (ts.isBinaryExpression(parent) && parent.right === at)) at = wrapped(parent);
    else return false;
  }
}

function resultOf(node: CallLike): Call['result'] {
  if (isTested(node)) return 'tested';
  let at: ts.Node = wrapped(node);
  while (ts.isAwaitExpression(at.parent) || ts.isVoidExpression(at.parent)) at = wrapped(at.parent);
  if (ts.isExpressionStatement(chosenFrom(at).parent)) return 'discarded';
  if (isTested(at)) return 'tested';
  return ts.isPropertyAccessExpression(at.parent) && at.parent.name.text === 'length' ? 'counted' : 'used';
}

/** `ready && send(order)`, `ready ? send(order) : wait()`: what has the value of one of its parts, seen from that part. */
function chosenFrom(node: ts.Node): ts.Node {
  let at = node;
  for (;;) {
    const { parent } = at;
    const isChosen = ts.isBinaryExpression(parent)
      ? parent.right === at && SHORT_CIRCUITS.has(parent.operatorToken.kind)
      : ts.isConditionalExpression(parent) && parent.condition !== at;
    if (!isChosen) return at;
    at = wrapped(parent);
  }
}

const SHORT_CIRCUITS: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.AmpersandAmpersandToken,
  ts.SyntaxKind.BarBarToken,
  ts.SyntaxKind.QuestionQuestionToken,
]);

/** What lists, strings and objects of the language do themselves. `on` must prove to be a list before a rule believes a scan. */
function languageOperation(state: Lowering, node: CallLike, call: Call): Operation | null {
  if (!ts.isCallExpression(node) || call.member === null) return null;
  const first = node.arguments[0];
  const on = call.callee;
  const key = call.args[0]?.value ?? null;
  const operation = (kind: Operation['kind'], more: Partial<Operation> = {}): Operation => ({
    kind,
    form: call.member ?? '',
    on,
    key: null,
    predicate: null,
    library: null,
    access: null,
    batch: null,
    weight: null,
    blocks: false,
    ...more,
  });
  switch (call.member) {
    case 'includes':
    case 'indexOf':
    case 'lastIndexOf':
      // A second argument says where to begin: still a scan, but one that no set can answer.
      return first ? operation('scan', { key }) : null;
    case 'find':
    case 'findIndex':
    case 'findLast':
    case 'findLastIndex':
    case 'some':
    case 'every':
    case 'filter': {
      if (!first || !isFunction(first)) return null;
      const predicate = callbackPredicate(state, first);
      return operation('scan', { key: keyOf(state, predicate, first), predicate });
    }
    case 'sort':
    case 'toSorted':
      return node.arguments.length <= 1 ? operation('sort') : null;
    case 'shift':
    case 'unshift':
      return operation('shift');
    case 'splice':
      // One from the front: `queue.splice(0, 1)`.
      return call.args[0]?.value.literal === 0 && call.args[1]?.value.literal === 1 ? operation('shift') : null;
    case 'concat':
    case 'slice':
    case 'flat':
    case 'toReversed':
      return operation('copy');
    case 'push':
      return operation('grow');
    default:
      return null;
  }
}

/** The side of a search's first equality that does not come from the element. */
function keyOf(state: Lowering, predicate: Operation['predicate'], callback: ts.Expression): Value | null {
  const closure = state.fnOf.get(unwrap(callback));
  for (const equality of predicate?.equalities ?? []) {
    const own = (value: Value): boolean => value.reads.some((id) => state.bindings[id]?.fn === closure && state.bindings[id]?.kind === 'param');
    if (own(equality.left) && !own(equality.right)) return equality.right;
    if (own(equality.right) && !own(equality.left)) return equality.left;
  }
  return null;
}
