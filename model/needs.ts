/**
 * What the branches around a point ask of the parameters of its function, and whether a call rules that out by what it hands in: a way that no caller
 * takes is no way.
 */
import { argumentOf, RECEIVER } from './arguments.ts';
import type { Binding, Call, FileModel, Value } from './file.ts';
import { isStored } from './one-row.ts';
import type { FnRef, Program } from './program.ts';
import type { Place } from './walk.ts';

export interface Need {
  readonly param: number;
  /** For `({ id })`: the property. */
  readonly property: string | null;
  /**
   * `given`: it holds something. `missing`: `loaders ? loaders.user.load(id) : User.findByPk(id)`; of the receiver: it is not in the database yet. Or it
   * equals a constant, or does not.
   */
  readonly be: 'given' | 'missing' | { readonly equal: boolean; readonly to: string };
}

/** Which parameters a point asks to hold something, or nothing, or a certain constant. */
export function needsOf({ file, fn }: FnRef, place: Place): Need[] {
  const needs = (ids: readonly number[], be: Need['be']): Need[] =>
    ids.flatMap((id) => {
      const binding = file.bindings[id];
      if (!binding || binding.param === null || binding.fn !== fn.id || isReassigned(binding)) return [];
      const param = fn.params[binding.param];
      return [{ param: binding.param, property: param?.binding === id ? null : binding.name, be }];
    });
  const compared = place.compared.flatMap(({ left, right, equal }) => {
    const [asked, to] = [left, right].some((side) => constantOf(side) === null) ? (constantOf(right) === null ? [right, left] : [left, right]) : [];
    const constant = to ? constantOf(to) : null;
    return asked?.root.kind === 'binding' && asked.path.length === 0 && constant !== null ? needs([asked.root.binding], { equal, to: constant }) : [];
  });
  const unsaved: Need[] = place.unsaved ? [{ param: RECEIVER, property: null, be: 'missing' }] : [];
  return [...needs(place.holds, 'given'), ...needs(place.lacks, 'missing'), ...compared, ...unsaved];
}

/** Have: function list(options) { options = options ?? {}; if (options) … }: what the caller hands in is not what is asked. */
function isReassigned({ uses }: Binding): boolean {
  return uses.some((use) => use.kind === 'assign' && use.path.length === 0);
}

/** What it takes for a call to hand in what is needed, where the caller hands on what it was handed itself. */
export function needsOfCaller({ file, fn }: FnRef, call: Call, to: FnRef, needs: readonly Need[]): Need[] {
  if (call.args.some((a) => a.spread)) return [];
  return needs.flatMap(({ param, property, be }) => {
    const { root, path } = (property === null ? argumentOf(call, to.fn, param)?.value : undefined) ?? {};
    const given = root?.kind === 'binding' && path?.length === 0 ? file.bindings[root.binding] : undefined;
    if (!given || given.param === null || given.fn !== fn.id || isReassigned(given)) return [];
    return [{ param: given.param, property: fn.params[given.param]?.binding === given.id ? null : given.name, be }];
  });
}

/** Literals, and members of what looks like an enum, by their text. */
function constantOf({ root, literal, text }: Value): string | null {
  if (root.kind === 'literal') return literal === null ? null : JSON.stringify(literal);
  return /^[A-Z]\w*\.[A-Z]\w*$/.test(text) ? text : null;
}

/** Does a call hand in, or leave out, something with which the point is not reached? */
export function isRuledOut(program: Program, file: FileModel, call: Call, to: FnRef, needs: readonly Need[]): boolean {
  if (needs.some(({ param }) => param === RECEIVER) && isStored(program, file, call.callee)) return true;
  if (call.args.some((a) => a.spread)) return false;
  return needs.some(({ param, property, be }) => {
    const value = argumentOf(call, to.fn, param)?.value ?? initialOf(to, param);
    if (!value) return property === null && be === 'given';
    if (property === null) return contradicts(value, be);
    const given = value.properties.find((p) => p.name === property)?.value;
    if (given) return contradicts(given, be);
    // An object literal that lists its properties: no spread, so what is not there is missing.
    return be === 'given' && value.root.kind === 'new-object' && value.extent.class === 'constant';
  });
}

/** Have: function list(shop, full = false) { if (full) … } */
function initialOf({ file, fn }: FnRef, param: number): Value | null {
  const id = fn.params[param]?.binding ?? null;
  return id === null ? null : (file.bindings[id]?.init ?? null);
}

function contradicts(value: Value, be: Need['be']): boolean {
  if (be === 'given') return isNothing(value);
  if (be === 'missing') return !isNothing(value);
  const constant = constantOf(value);
  // `Mode.FULL` may well be the text that `'full'` is.
  if (constant === null || prefixOf(constant) !== prefixOf(be.to)) return false;
  return (constant === be.to) !== be.equal;
}

function prefixOf(constant: string): string {
  return /^[A-Z]\w*\./.exec(constant)?.[0] ?? '';
}

function isNothing(value: Value): boolean {
  return value.root.kind === 'literal' && (value.nullable || value.literal === false);
}
