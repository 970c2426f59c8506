/**
 * Which calls are loops: those that run a callback once per element. Judged by shape alone; whether the receiver
 * really is a list is a question of types, asked later.
 */
import ts from 'typescript';
import { unwrap } from './state.ts';

/** Array methods that call their first argument per element. */
const PER_ELEMENT = new Set([
  'forEach',
  'map',
  'flatMap',
  'filter',
  'some',
  'every',
  'find',
  'findIndex',
  'findLast',
  'findLastIndex',
  'reduce',
  'reduceRight',
  'sort',
  'toSorted',
  'forEachAsync',
  'mapAsync',
]);

/** Library functions that walk their first argument: `_.map(xs, f)`, `async.each(xs, f)`, `Promise.map(xs, f)`, `pMap(xs, f)`. */
const OVER_FIRST_ARGUMENT = new Set([
  ...PER_ELEMENT,
  'each',
  'eachSeries',
  'eachLimit',
  'eachOf',
  'eachOfSeries',
  'eachOfLimit',
  'forEachSeries',
  'forEachLimit',
  'forEachOf',
  'forOwn',
  'forIn',
  'mapSeries',
  'mapLimit',
  'mapValues',
  'filterSeries',
  'concatSeries',
  'eachRight',
  'keyBy',
  'groupBy',
  'sortBy',
  'orderBy',
  'uniqBy',
  'partition',
  'reject',
  'sumBy',
  'countBy',
]);
const OVER_FIRST_BARE = new Set([
  'pMap',
  'pEach',
  'pEachSeries',
  'pMapSeries',
  'pFilter',
  'mapSeries',
  'asyncMap',
  'asyncForEach',
  'eachLimit',
  'mapLimit',
  'eachSeries',
]);

export interface CallbackLoop {
  /** The expression that is walked. */
  readonly over: ts.Expression;
  /** The callback: a closure, or a name of a function. */
  readonly callback: ts.Expression;
  readonly method: string;
}

/** The loop that a call is, or null. */
export function callbackLoop(call: ts.CallExpression): CallbackLoop | null {
  const callee = unwrap(call.expression);
  const first = call.arguments[0];
  const second = call.arguments[1];
  if (ts.isIdentifier(callee)) {
    if (first && second && OVER_FIRST_BARE.has(callee.text) && isCallback(second)) return { over: first, callback: second, method: callee.text };
    return null;
  }
  if (!ts.isPropertyAccessExpression(callee) || !first) return null;
  const method = callee.name.text;
  if (ts.isIdentifier(callee.expression) && callee.expression.text === 'Array' && method === 'from' && second && isCallback(second))
    return { over: first, callback: second, method: 'from' };
  if (PER_ELEMENT.has(method) && isCallback(first)) return { over: callee.expression, callback: first, method };
  // `_.map(xs, f)`: the receiver is a library, so the list comes first. Only a bare name can be one.
  const last = call.arguments[call.arguments.length - 1];
  if (ts.isIdentifier(callee.expression) && OVER_FIRST_ARGUMENT.has(method) && second && last) {
    const callback = isFunction(second) ? second : isFunction(last) ? last : null;
    if (callback && !isFunction(first)) return { over: first, callback, method };
    const third = call.arguments[2];
    if (third && isFunction(third) && !isFunction(first)) return { over: first, callback: third, method };
  }
  return null;
}

export function isFunction(node: ts.Expression): node is ts.ArrowFunction | ts.FunctionExpression {
  const inner = unwrap(node);
  return ts.isArrowFunction(inner) || ts.isFunctionExpression(inner);
}

function isCallback(node: ts.Expression): boolean {
  const inner = unwrap(node);
  // `xs.map(normalise)` and `xs.map(this.load)` pass functions by name; anything else may be a plain value (`Model.find(conditions)`).
  return isFunction(inner) || ts.isIdentifier(inner) || (ts.isPropertyAccessExpression(inner) && !ts.isCallExpression(inner.expression));
}
