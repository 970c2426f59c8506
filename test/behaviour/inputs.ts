/**
 * Generates arguments for a type, nasty ones on purpose: NaN, -0, duplicates, holes, nothing at all, `undefined` wherever the type
 * allows it, objects that are equal by value and distinct, two parameters that are one and the same list.
 */
import fc from 'fast-check';
import ts from 'typescript';
import { FakeFunction } from './fake-function.ts';

export class Unsupported extends Error {}

const STRINGS = ['', 'a', 'b', 'c', 'A', '1', '__proto__', 'toString'];
const NUMBERS = [0, -0, 1, 2, 3, -1, 1.5, NaN, Infinity];

const strings = fc.constantFrom(...STRINGS);
const numbers = fc.constantFrom(...NUMBERS);
const anything: fc.Arbitrary<unknown> = fc.oneof(strings, numbers, fc.boolean(), fc.constantFrom(null, undefined), fc.record({ id: strings }));

/** A list of arguments; lists of the same type are sometimes the same list. */
export function argumentsFor(types: readonly ts.Type[], checker: ts.TypeChecker): fc.Arbitrary<unknown[]> {
  const parts = types.map((type) => forType(type, checker, 0));
  return fc.tuple(fc.tuple(...parts), fc.integer({ min: 0, max: 9 })).map(([values, chance]) => {
    if (chance === 0) share(values, types, checker);
    return values;
  });
}

function share(values: unknown[], types: readonly ts.Type[], checker: ts.TypeChecker): void {
  for (const [index, value] of values.entries()) {
    if (typeof value !== 'object' || value === null) continue;
    const twin = types.findIndex(
      (type, at) => at > index && types[index] !== undefined && checker.typeToString(type) === checker.typeToString(types[index]),
    );
    if (twin > index) values[twin] = value;
  }
}

function forType(type: ts.Type, checker: ts.TypeChecker, depth: number): fc.Arbitrary<unknown> {
  const { flags } = type;
  const deeper = (part: ts.Type): fc.Arbitrary<unknown> => forType(part, checker, depth + 1);
  if (flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) return anything;
  if (type.isStringLiteral() || type.isNumberLiteral()) return fc.constant(type.value);
  if (flags & ts.TypeFlags.BooleanLiteral) return fc.constant(checker.typeToString(type) === 'true');
  if (flags & ts.TypeFlags.StringLike) return strings;
  if (flags & ts.TypeFlags.NumberLike && !type.isUnion()) return numbers;
  if (flags & ts.TypeFlags.BigIntLike) return fc.constantFrom(0n, 1n, 2n);
  if (flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Void)) return fc.constant(undefined);
  if (flags & ts.TypeFlags.Null) return fc.constant(null);
  if (type.isUnion()) return fc.oneof(...type.types.map((each) => forType(each, checker, depth)));
  if (flags & ts.TypeFlags.TypeParameter) {
    const constraint = checker.getBaseConstraintOfType(type);
    return constraint && constraint !== type ? forType(constraint, checker, depth) : anything;
  }
  if (checker.isTupleType(type)) return fc.tuple(...checker.getTypeArguments(type as ts.TypeReference).map(deeper));
  if (checker.isArrayType(type)) return list(deeper(checker.getTypeArguments(type as ts.TypeReference)[0] ?? type), depth);
  if (flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) return forObject(type, checker, depth, deeper);
  throw new Unsupported(checker.typeToString(type));
}

function list(element: fc.Arbitrary<unknown>, depth: number): fc.Arbitrary<unknown[]> {
  const dense = fc.array(element, { maxLength: depth > 3 ? 0 : 7 });
  return fc.tuple(dense, fc.integer({ min: 0, max: 60 })).map(([values, chance]) => {
    const copy = [...values];
    // A hole reads as `undefined`, which lists of objects do not promise to hold; lists of primitives survive it.
    if (chance < 6 && chance < copy.length && copy.every((each) => typeof each !== 'object')) delete copy[chance];
    // The same object twice in one list.
    if (chance === 7 && copy.length > 1) copy[copy.length - 1] = copy[0];
    return copy;
  });
}

function forObject(type: ts.Type, checker: ts.TypeChecker, depth: number, deeper: (type: ts.Type) => fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const name = type.symbol?.name ?? '';
  const args = checker.getTypeArguments(type as ts.TypeReference);
  const library = type.symbol?.declarations?.some((node) => /\/typescript\/lib\//.test(node.getSourceFile().fileName)) ?? false;
  if (library) {
    const [first, second] = args;
    if ((name === 'Set' || name === 'ReadonlySet') && first) return fc.array(deeper(first), { maxLength: 6 }).map((each) => new Set(each));
    if ((name === 'Map' || name === 'ReadonlyMap') && first && second)
      return fc.array(fc.tuple(deeper(first), deeper(second)), { maxLength: 6 }).map((each) => new Map(each));
    if (name === 'Date') return fc.constantFrom(0, 1, 1e12, NaN).map((time) => new Date(time));
    if (name === 'Iterable' && first) return list(deeper(first), depth);
    if (name !== '__type' && !(type as ts.ObjectType & { aliasSymbol?: ts.Symbol }).aliasSymbol) throw new Unsupported(checker.typeToString(type));
  }
  const call = type.getCallSignatures()[0];
  if (call)
    return fc
      .tuple(fc.array(answers(call.getReturnType(), deeper), { minLength: 1, maxLength: 4 }), fc.integer({ min: -20, max: 2 }))
      .map(([outputs, at]) => new FakeFunction(outputs, Math.max(at, -1)));
  if (type.isClass()) throw new Unsupported(checker.typeToString(type));
  const index = checker.getIndexInfosOfType(type)[0];
  const properties = checker.getPropertiesOfType(type);
  if (index && properties.length === 0) return fc.dictionary(strings, deeper(index.type), { maxKeys: 5 });
  const required: Record<string, fc.Arbitrary<unknown>> = {};
  const optional: string[] = [];
  for (const property of properties) {
    const node = property.valueDeclaration ?? property.declarations?.[0];
    const part = node ? checker.getTypeOfSymbolAtLocation(property, node) : checker.getTypeOfSymbol(property);
    if (property.flags & ts.SymbolFlags.Optional) {
      if (depth > 3) continue;
      optional.push(property.name);
    }
    if (depth > 6) throw new Unsupported(`${checker.typeToString(type)} (it contains itself)`);
    required[property.name] = deeper(part);
  }
  const needed = Object.keys(required).filter((key) => !optional.includes(key));
  return fc.record(required, { requiredKeys: needed, noNullPrototype: true } as fc.RecordConstraints<string>);
}

function answers(type: ts.Type, deeper: (type: ts.Type) => fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return type.flags & ts.TypeFlags.Void ? fc.constant(undefined) : deeper(type);
}
