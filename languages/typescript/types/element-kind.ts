/**
 * What kind of values a type has when they serve as elements or keys: equality, hashing and the number of different
 * values depend on nothing else.
 */
import ts from 'typescript';
import type { ElementKind } from '../../../model/file.ts';

export const NO_ELEMENT: ElementKind = { kind: 'unknown', variants: null, nullable: false };

export const UNKNOWN_TYPE = ts.TypeFlags.Any | ts.TypeFlags.Unknown | ts.TypeFlags.Never;

const NULLISH = ts.TypeFlags.Null | ts.TypeFlags.Undefined | ts.TypeFlags.Void;

/** The members of a union, with type parameters and the like replaced by what they extend. */
export function partsOf(checker: ts.TypeChecker, type: ts.Type, depth = 0): readonly ts.Type[] {
  if (type.isUnion()) return type.types.flatMap((part) => partsOf(checker, part, depth));
  if (depth < 5 && type.flags & (ts.TypeFlags.TypeVariable | ts.TypeFlags.Conditional | ts.TypeFlags.Substitution)) {
    const constraint = checker.getBaseConstraintOfType(type);
    if (constraint !== undefined && constraint !== type) return partsOf(checker, constraint, depth + 1);
  }
  return [type];
}

export function withoutNullish(parts: readonly ts.Type[]): { readonly rest: readonly ts.Type[]; readonly nullable: boolean } {
  const rest = parts.filter((part) => (part.flags & NULLISH) === 0);
  return { rest, nullable: rest.length < parts.length };
}

export function elementOf(checker: ts.TypeChecker, type: ts.Type | undefined): ElementKind {
  if (type === undefined) return NO_ELEMENT;
  const { rest, nullable } = withoutNullish(partsOf(checker, type));
  const kinds = new Set(rest.map(kindOf));
  const [only = 'unknown'] = kinds;
  if (kinds.size > 1) return { kind: kinds.has('unknown') ? 'unknown' : 'mixed', variants: null, nullable };
  return { kind: only, variants: variantsOf(rest), nullable };
}

function kindOf(type: ts.Type): ElementKind['kind'] {
  const { flags } = type;
  if (flags & ts.TypeFlags.StringLike) return 'string';
  if (flags & ts.TypeFlags.NumberLike) return 'number';
  if (flags & ts.TypeFlags.BigIntLike) return 'bigint';
  if (flags & ts.TypeFlags.BooleanLike) return 'boolean';
  if (flags & ts.TypeFlags.ESSymbolLike) return 'symbol';
  if (type.isIntersection()) {
    // A branded primitive: `string & { __brand: 'Id' }`.
    const kinds = type.types.map(kindOf);
    return kinds.find((kind) => kind !== 'object' && kind !== 'unknown') ?? (kinds.includes('object') ? 'object' : 'unknown');
  }
  if (flags & ts.TypeFlags.NonPrimitive) return 'object';
  // `{}` and interfaces without members hold primitives too.
  return flags & ts.TypeFlags.Object && !isEmpty(type) ? 'object' : 'unknown';
}

const isEmpty = (type: ts.Type): boolean =>
  type.getProperties().length === 0 &&
  type.getCallSignatures().length === 0 &&
  type.getConstructSignatures().length === 0 &&
  type.getStringIndexType() === undefined &&
  type.getNumberIndexType() === undefined;

/** How many different values: of literals, enum members, booleans. Flags combine, so an enum of them has no such number. */
function variantsOf(types: readonly ts.Type[]): number | null {
  if (
    types.length === 0 ||
    !types.every((type) => type.isLiteral() || (type.flags & (ts.TypeFlags.BooleanLiteral | ts.TypeFlags.UniqueESSymbol)) !== 0)
  )
    return null;
  const members = types
    .filter((type) => (type.flags & ts.TypeFlags.EnumLiteral) !== 0 && type.isNumberLiteral())
    .map((type) => (type as ts.NumberLiteralType).value);
  const combines = members.some((value) => value >= 4) && members.every((value) => value >= 0 && Number.isInteger(Math.log2(value || 1)));
  return combines ? null : types.length;
}
