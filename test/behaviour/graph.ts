/**
 * Values as graphs: copying one into another realm, and comparing two from different realms.
 * Both keep what a lazy comparison loses: -0, NaN, holes, duplicates, order of keys, and which objects are one and the same.
 */

import { inspect } from 'node:util';
import { isDate, isMap, isNativeError, isPromise, isRegExp, isSet } from 'node:util/types';
import { FakeFunction } from './fake-function.ts';

export interface Intrinsics {
  readonly Array: ArrayConstructor;
  readonly Object: ObjectConstructor;
  readonly Set: SetConstructor;
  readonly Map: MapConstructor;
  readonly Date: DateConstructor;
  readonly Promise: PromiseConstructor;
}

/** A deep copy made of the realm's own arrays, objects, sets and maps. One object stays one object. */
export function copyInto(realm: Intrinsics, value: unknown, callable: (fake: FakeFunction) => unknown, seen = new Map<object, unknown>()): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const known = seen.get(value);
  if (known !== undefined) return known;
  const keep = <T extends object>(copy: T): T => {
    seen.set(value, copy);
    return copy;
  };
  const into = (part: unknown): unknown => copyInto(realm, part, callable, seen);
  if (value instanceof FakeFunction) return keep(callable(value) as object);
  if (Array.isArray(value)) {
    const copy = keep(new realm.Array(value.length));
    for (const key of Object.keys(value)) copy[Number(key)] = into(value[Number(key)]);
    return copy;
  }
  if (isSet(value)) {
    const copy = keep(new realm.Set());
    for (const each of value) copy.add(into(each));
    return copy;
  }
  if (isMap(value)) {
    const copy = keep(new realm.Map());
    for (const [key, each] of value) copy.set(into(key), into(each));
    return copy;
  }
  if (isDate(value)) return keep(new realm.Date(value.getTime()));
  const copy = keep(new realm.Object() as Record<string, unknown>);
  for (const [key, each] of Object.entries(value)) {
    Object.defineProperty(copy, key, { value: into(each), writable: true, enumerable: true, configurable: true });
  }
  return copy;
}

/** The first place where two graphs differ, as a sentence; null when they are alike. */
export function firstDifference(before: unknown, after: unknown): string | null {
  return compare(before, after, '', new Map(), new Map());
}

function compare(a: unknown, b: unknown, path: string, pairs: Map<object, object>, back: Map<object, object>): string | null {
  const differ = (): string => `${path === '' ? 'value' : path} was ${short(a)} and is ${short(b)}`;
  if (typeof a === 'function' && typeof b === 'function') return null;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return Object.is(a, b) ? null : differ();
  if (pairs.has(a) || back.has(b)) return pairs.get(a) === b && back.get(b) === a ? null : `${path}: objects that were one are two, or the reverse`;
  pairs.set(a, b);
  back.set(b, a);
  const next = (x: unknown, y: unknown, step: string): string | null => compare(x, y, `${path}${step}`, pairs, back);
  if (tag(a) !== tag(b)) return differ();
  if (isNativeError(a) && isNativeError(b)) return next(errorShape(a), errorShape(b), '');
  if (isDate(a) && isDate(b)) return Object.is(a.getTime(), b.getTime()) ? null : differ();
  if (isRegExp(a) && isRegExp(b)) return String(a) === String(b) ? null : differ();
  if (isPromise(a)) return null;
  if (isSet(a) && isSet(b)) return next([...a], [...b], '.values');
  if (isMap(a) && isMap(b)) return next([...a], [...b], '.entries');
  if (Array.isArray(a) && Array.isArray(b) && a.length !== b.length) return differ();
  const keys = Object.keys(a);
  const others = Object.keys(b);
  if (keys.length !== others.length || keys.some((key, index) => key !== others[index])) return differ();
  for (const key of keys) {
    const found = next((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key], Array.isArray(a) ? `[${key}]` : `.${key}`);
    if (found) return found;
  }
  return null;
}

function tag(value: object): string {
  return Object.prototype.toString.call(value);
}

/** Messages of the language's own errors name variables, which a fix may rename; those of the program are its behaviour. */
function errorShape(error: Error): { name: string; message: string } {
  return { name: error.name, message: /^(?:Type|Range|Reference)Error$/.test(error.name) ? '' : error.message };
}

export function short(value: unknown): string {
  const threw = typeof value === 'object' && value !== null && 'threw' in value ? value.threw : value;
  if (isNativeError(threw)) return `thrown ${threw.name}: ${threw.message}`;
  return inspect(value, { depth: 4, breakLength: Infinity, maxArrayLength: 20, maxStringLength: 200 }).slice(0, 600);
}
