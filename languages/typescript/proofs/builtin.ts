/**
 * Which of the language's own functions does a call run, and what does that function do to what it is given?
 *
 * Looked up by the declaration that the checker resolves; by bare name only where there are no types, and then the fix
 * is a suggestion anyway.
 */
import ts from 'typescript';
import type { View } from './view.ts';
import { bare } from './view.ts';

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Change the list they are called on. */
export const LIST_WRITERS = words('push pop shift unshift splice sort reverse fill copyWithin');
/** Of those, these hand the list itself back. */
export const RETURN_THIS = words('sort reverse fill copyWithin');
export const LIST_READERS = words(
  'at concat entries every filter find findIndex findLast findLastIndex flat flatMap forEach includes indexOf join keys lastIndexOf map reduce reduceRight slice some toLocaleString toReversed toSorted toSpliced toString values with',
);
/** Give a list that nobody else has. */
export const MAKE_LIST = words('concat filter flat flatMap map slice splice toReversed toSorted toSpliced with');
/** Run their callback at once, per element, before they return. */
export const RUN_NOW = words(
  'every filter find findIndex findLast findLastIndex flatMap forEach map reduce reduceRight some sort toSorted replace replaceAll from',
);

const PURE_TYPES = words(
  'String Number Boolean BigInt Symbol Date RegExp Math NumberConstructor StringConstructor BigIntConstructor DateConstructor SymbolConstructor RegExpMatchArray Intl NumberFormat DateTimeFormat Collator URL URLSearchParams Error JSON Console Performance',
);
const PURE_MEMBERS: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['Array', LIST_READERS],
  ['ArrayConstructor', words('from isArray of new call')],
  ['Map', words('get has set delete clear keys values entries forEach')],
  ['ReadonlyMap', words('get has keys values entries forEach')],
  [
    'Set',
    words(
      'has add delete clear keys values entries forEach union intersection difference isSubsetOf isSupersetOf isDisjointFrom symmetricDifference',
    ),
  ],
  ['ReadonlySet', words('has keys values entries forEach')],
  ['WeakMap', words('get has set delete')],
  ['WeakSet', words('has add delete')],
  ['MapConstructor', words('new groupBy')],
  ['SetConstructor', words('new')],
  ['WeakMapConstructor', words('new')],
  ['WeakSetConstructor', words('new')],
  ['ErrorConstructor', words('new call')],
  ['TypeErrorConstructor', words('new call')],
  ['RangeErrorConstructor', words('new call')],
  ['ObjectConstructor', words('keys values entries fromEntries hasOwn is getOwnPropertyNames getPrototypeOf create')],
  ['Object', words('hasOwnProperty toString valueOf')],
  ['PromiseConstructor', words('resolve reject all allSettled race any')],
  ['BooleanConstructor', words('call')],
  ['RegExpConstructor', words('new call')],
  ['ReadonlyArray', LIST_READERS],
  ['IteratorObject', words('toArray')],
  ['global', words('parseInt parseFloat isNaN isFinite encodeURIComponent decodeURIComponent encodeURI decodeURI structuredClone btoa atob')],
]);

export interface Builtin {
  /** `Array`, `Map`, `ObjectConstructor`, or `global` for plain functions. */
  readonly owner: string;
  /** `new` and `call` for constructors. */
  readonly member: string;
}

/** The language's own function that runs, or null: somebody else's, or unknown. */
export function builtinOf(view: View, call: ts.CallExpression | ts.NewExpression): Builtin | null {
  if (!view.typed) return byName(call);
  const declaration = view.checker.getResolvedSignature(call)?.declaration;
  if (declaration === undefined) return null;
  const file = declaration.getSourceFile();
  const parent = declaration.parent;
  const owner = ts.isInterfaceDeclaration(parent)
    ? parent.name.text
    : ts.isModuleBlock(parent)
      ? parent.parent.name.text
      : ts.isSourceFile(parent)
        ? 'global'
        : null;
  if (owner === null) return null;
  const isLib = view.program.isSourceFileDefaultLibrary(file);
  if (!isLib && !(owner === 'Console' && /\/@types\/node\//.test(file.fileName))) return null;
  if (ts.isConstructSignatureDeclaration(declaration)) return { owner, member: 'new' };
  if (ts.isCallSignatureDeclaration(declaration)) return { owner, member: 'call' };
  const name = ts.getNameOfDeclaration(declaration as ts.Declaration);
  if (name === undefined) return null;
  return { owner: owner === 'ReadonlyArray' ? 'Array' : owner, member: name.getText(file) };
}

/** Without types, a method's name is a guess. */
function byName(call: ts.CallExpression | ts.NewExpression): Builtin | null {
  const callee = bare(call.expression);
  if (ts.isPropertyAccessExpression(callee) && (LIST_WRITERS.has(callee.name.text) || LIST_READERS.has(callee.name.text)))
    return { owner: 'Array', member: callee.name.text };
  return null;
}

/** Changes no list or object that existed before, apart from what its callbacks do. */
export function isHarmless(builtin: Builtin): boolean {
  if (builtin.owner === 'Array' && LIST_WRITERS.has(builtin.member)) return false;
  return PURE_TYPES.has(builtin.owner) || (PURE_MEMBERS.get(builtin.owner)?.has(builtin.member) ?? false);
}

/** Gives the same value for the same operands, reads nothing that changes, throws nothing. */
export function isPureOnPrimitives(builtin: Builtin): boolean {
  if (builtin.owner === 'String')
    return /^(?:toLowerCase|toUpperCase|trim|trimStart|trimEnd|slice|substring|charAt|charCodeAt|at|indexOf|includes|startsWith|endsWith|padStart|padEnd|toString|split|concat)$/.test(
      builtin.member,
    );
  if (builtin.owner === 'Number') return /^(?:toString|valueOf)$/.test(builtin.member);
  if (builtin.owner === 'StringConstructor' || builtin.owner === 'NumberConstructor' || builtin.owner === 'BooleanConstructor')
    return builtin.member === 'call';
  if (builtin.owner === 'Math') return builtin.member !== 'random';
  return builtin.owner === 'global' && /^parse(?:Int|Float)$/.test(builtin.member);
}

/** Is the function passed here run before the call returns, and not kept? */
export function runsNow(view: View, fn: ts.Node): boolean {
  const parent = fn.parent;
  if (ts.isParenthesizedExpression(parent) && ts.isCallExpression(parent.parent) && parent.parent.expression === parent) return true;
  if (!ts.isCallExpression(parent) || parent.expression === fn) return false;
  const builtin = builtinOf(view, parent);
  return (
    builtin !== null &&
    RUN_NOW.has(builtin.member) &&
    ['Array', 'Map', 'Set', 'ReadonlyMap', 'ReadonlySet', 'String', 'ArrayConstructor'].includes(builtin.owner)
  );
}
