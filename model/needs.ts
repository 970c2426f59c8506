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
  /** For `({ id }) => …`, and for `options.id`: the property. */
  readonly property: string | null;
  /**
   * `given`: it holds something. `missing`: `loaders ? loaders.user.load(id) : User.findByPk(id)`; of the receiver: it is not in the database yet. Or it
   * equals a constant, or does not.
   */
  readonly be: 'given' | 'missing' | { readonly equal: boolean; readonly to: string; readonly ignoresCase: boolean };
  /** What is taken for the property where it is missing: `const { full = false } = options`, `const full = options?.full ?? false`. */
  readonly otherwise?: Value | undefined;
}

/** Which parameters a point asks to hold something, or nothing, or a certain constant. */
export function needsOf(ref: FnRef, place: Place): Need[] {
  const told = place.told.flatMap(({ binding, property, holds }) => needOf(ref, binding, property, holds ? 'given' : 'missing'));
  const compared = place.compared.flatMap(({ left, right, equal }) => {
    const [asked, to] = [left, right].some((side) => constantOf(side) === null) ? (constantOf(right) === null ? [right, left] : [left, right]) : [];
    const constant = to ? constantOf(to) : null;
    if (!asked || constant === null) return [];
    const { of, ignoresCase } = unfolded(ref.file, asked);
    if (of.root.kind !== 'binding' || of.path.length > 1) return [];
    return needOf(ref, of.root.binding, of.path[0] ?? null, { equal, to: constant, ignoresCase });
  });
  const unsaved: Need[] = place.unsaved ? [{ param: RECEIVER, property: null, be: 'missing' }] : [];
  return [...told, ...compared, ...unsaved];
}

/** `method` of `method.lower()`, and that its case does not matter. */
function unfolded(file: FileModel, value: Value): { readonly of: Value; readonly ignoresCase: boolean } {
  const call = value.root.kind === 'call' && value.path.length === 0 ? file.calls[value.root.call] : undefined;
  const isFolded = call?.args.length === 0 && /^(lower|upper|casefold|toLowerCase|toUpperCase)$/.test(call.member ?? '');
  return call && isFolded ? { of: call.callee, ignoresCase: true } : { of: value, ignoresCase: false };
}

/** Of a parameter, of a part that is taken of one, or of one's property. */
function needOf({ file, fn }: FnRef, id: number, property: string | null, be: Need['be']): Need[] {
  const binding = file.bindings[id];
  if (!binding || binding.fn !== fn.id || isReassigned(binding)) return [];
  if (binding.param === null) return property === null ? needOfTaken({ file, fn }, binding, be) : [];
  if (binding.part === null) return [{ param: binding.param, property, be }];
  return property === null && /^\w+$/.test(binding.part) ? [{ param: binding.param, property: binding.part, be }] : [];
}

/** Have: const { full = false } = options || {}; const full = options?.full; if (full) … */
function needOfTaken({ file, fn }: FnRef, { kind, init }: Binding, be: Need['be']): Need[] {
  const of = kind === 'const' && init?.root.kind === 'binding' ? file.bindings[init.root.binding] : undefined;
  const [property, ...further] = init?.path ?? [];
  if (!of || of.param === null || of.part !== null || of.fn !== fn.id || isReassigned(of) || further.length > 0) return [];
  const otherwise = init?.elements[0];
  if (property === undefined || property === '[]' || init?.text.includes('&&')) return [];
  // Of `options.full || true` even `false` is true.
  if (otherwise && init?.text.includes('||') && !isNothing(otherwise)) return [];
  return [{ param: of.param, property, be, otherwise }];
}

/** Have: function list(options) { options = options ?? {}; if (options) … }: what the caller hands in is not what is asked. */
function isReassigned({ uses }: Binding): boolean {
  return uses.some((use) => use.kind === 'assign' && use.path.length === 0);
}

/** What it takes for a call to hand in what is needed, where the caller hands on what it was handed itself. */
export function needsOfCaller(ref: FnRef, call: Call, to: FnRef, needs: readonly Need[]): Need[] {
  if (call.args.some((a) => a.spread)) return [];
  return needs.flatMap(({ param, property, be, otherwise }) => {
    const value = argumentOf(call, to.fn, param)?.value;
    const part = value?.properties.find((p) => p.name === property)?.value;
    const { root, path } = part ?? value ?? {};
    if (root?.kind !== 'binding' || path?.length !== 0) return [];
    return needOf(ref, root.binding, part ? null : property, be).map((need) => ({ ...need, otherwise: need.otherwise ?? otherwise }));
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
  return needs.some(({ param, property, be, otherwise }) => {
    const value = argumentOf(call, to.fn, param)?.value ?? initialOf(to, param, null);
    const given = property === null ? value : value?.properties.find((p) => p.name === property)?.value;
    const instead = property === null ? null : (otherwise ?? initialOf(to, param, property));
    // `{ skip: order.hidden }` may well be false.
    if (given && property !== null && be === 'missing' && isAnything(literalBehind(file, given))) return false;
    // What is given as nothing is nothing, or what is taken instead.
    if (given && contradicts(literalBehind(file, given), be)) return !(instead && given.nullable) || contradicts(instead, be);
    // An object literal that lists its properties: no spread, so what is not there is missing.
    const isLeftOut = !value || (value.root.kind === 'new-object' && value.extent.class === 'constant');
    if (!isLeftOut || given) return false;
    return instead ? contradicts(instead, be) : be === 'given';
  });
}

/** Have: function list(shop, full = false) { if (full) … }, function list(shop, { full = false }) { if (full) … } */
function initialOf({ file, fn }: FnRef, param: number, part: string | null): Value | null {
  const whole = fn.params[param]?.binding ?? null;
  if (part === null) return whole === null ? null : (file.bindings[whole]?.init ?? null);
  return whole === null ? (file.bindings.find((b) => b.fn === fn.id && b.param === param && b.part === part)?.init ?? null) : null;
}

/** Have: const full = false; list(shop, full) */
function literalBehind(file: FileModel, value: Value): Value {
  const binding = value.root.kind === 'binding' && value.path.length === 0 ? file.bindings[value.root.binding] : undefined;
  return binding?.kind === 'const' && binding.init?.root.kind === 'literal' ? binding.init : value;
}

function contradicts(value: Value, be: Need['be']): boolean {
  if (be === 'given') return isNothing(value);
  // Of zero and of an empty text `if (x)` and `if (x !== null)` think differently.
  if (be === 'missing') return !isNothing(value) && value.literal !== 0 && value.literal !== '';
  const constant = constantOf(value);
  // `Mode.FULL` may well be the text that `'full'` is.
  if (constant === null || prefixOf(constant) !== prefixOf(be.to)) return false;
  const fold = (text: string): string => (be.ignoresCase ? text.toLowerCase() : text);
  return (fold(constant) === fold(be.to)) !== be.equal;
}

/** A number, a text or a truth value that the program finds out, and a property or an answer of which nothing is known. A variable stands for what it is named for. */
function isAnything({ root, path, kind }: Value): boolean {
  if (root.kind === 'literal') return false;
  return kind === 'primitive' || (kind === 'unknown' && (path.length > 0 || root.kind === 'call' || root.kind === 'unknown'));
}

function prefixOf(constant: string): string {
  return /^[A-Z]\w*\./.exec(constant)?.[0] ?? '';
}

function isNothing(value: Value): boolean {
  return value.root.kind === 'literal' && (value.nullable || value.literal === false);
}
