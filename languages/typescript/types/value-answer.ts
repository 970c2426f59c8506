/**
 * From the checker's type of an expression to the few words that rules understand. Everything that could be a list without
 * our knowing it — `any`, an unresolved import, `Iterable<T>`, a union of list and string — is `unknown`.
 */
import ts from 'typescript';
import type { CollectionKind, ElementKind } from '../../../model/file.ts';
import { moduleOf } from './declared-in.ts';
import { elementOf, NO_ELEMENT, partsOf, UNKNOWN_TYPE, withoutNullish } from './element-kind.ts';
import { createLineages } from './lineage.ts';
import type { ValueAnswer } from './oracle.ts';

export const UNKNOWN_VALUE: ValueAnswer = {
  about: 'value',
  kind: 'unknown',
  element: NO_ELEMENT,
  nullable: false,
  strict: false,
  tupleLength: null,
  readonly: false,
  declaredType: null,
};

export type ValueReader = (node: ts.Node, strict: boolean) => ValueAnswer;

/**
 * `element` of a list or set is its elements' kind, of a map its keys', of a string or primitive the value's own.
 * For a Set of literals `tupleLength` is the number of different values it can hold.
 */
export function createValueReader(program: ts.Program, checker: ts.TypeChecker): ValueReader {
  const lineages = createLineages(program, checker);
  let listProperties: ReadonlySet<ts.__String> | undefined;

  const kindOf = (type: ts.Type): CollectionKind => {
    const { flags } = type;
    if (flags & UNKNOWN_TYPE) return 'unknown';
    if (flags & ts.TypeFlags.StringLike) return 'string';
    if (flags & (ts.TypeFlags.NumberLike | ts.TypeFlags.BigIntLike | ts.TypeFlags.BooleanLike | ts.TypeFlags.ESSymbolLike)) return 'primitive';
    if (type.isIntersection()) {
      const primitive = type.types.map(kindOf).find((kind) => kind === 'string' || kind === 'primitive');
      if (primitive !== undefined) return primitive;
    }
    if (flags & ts.TypeFlags.NonPrimitive) return 'unknown';
    if (!(flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection))) return 'unknown';
    const lineage = lineages.of(type);
    if (lineage !== 'none') return lineage;
    if (type.getCallSignatures().length > 0 || type.getConstructSignatures().length > 0) return 'function';
    if (isClassInstance(type)) return 'other';
    return couldBeList(type) ? 'unknown' : 'object';
  };

  /** An interface that a list satisfies, such as `Iterable<T>`, `{}` or `{ length: number }`. */
  const couldBeList = (type: ts.Type): boolean => {
    const text = checker.getIndexInfoOfType(type, ts.IndexKind.String);
    const properties = type.getProperties();
    if (text !== undefined) return properties.length === 0 && (text.type.flags & ts.TypeFlags.Any) !== 0 && type.aliasSymbol?.name !== 'Record';
    if (((type.symbol as ts.Symbol | undefined)?.flags ?? 0) & ts.SymbolFlags.ObjectLiteral) return false;
    if (properties.length > 60) return false;
    listProperties ??= new Set(
      anyList()
        ?.getProperties()
        .map((property) => property.escapedName),
    );
    return properties.every((property) => listProperties?.has(property.escapedName) === true);
  };

  /** The lib's own Array, instantiated by any of its declarations. */
  const anyList = (): ts.Type | undefined => {
    const symbol = checker.resolveName('Array', undefined, ts.SymbolFlags.Interface, false);
    return symbol === undefined ? undefined : checker.getDeclaredTypeOfSymbol(symbol);
  };

  const elementsOf = (type: ts.Type, kind: CollectionKind): ElementKind => {
    if (kind === 'string' || kind === 'primitive') return elementOf(checker, type);
    if (kind === 'list') return elementOf(checker, checker.getIndexTypeOfType(type, ts.IndexKind.Number));
    if (kind !== 'set' && kind !== 'map') return NO_ELEMENT;
    const direct = (type as ts.TypeReference).target === undefined ? undefined : checker.getTypeArguments(type as ts.TypeReference)[0];
    if (direct !== undefined && /^(?:Readonly|Weak)?(?:Set|Map)$/.test(type.symbol?.name ?? '')) return elementOf(checker, direct);
    const has = checker.getPropertyOfType(type, 'has');
    const parameter = has && checker.getTypeOfSymbol(has).getCallSignatures()[0]?.getParameters()[0];
    return elementOf(checker, parameter && checker.getTypeOfSymbol(parameter));
  };

  return (node, strict) => {
    const type = typeAt(checker, node);
    const { rest, nullable } = withoutNullish(partsOf(checker, type));
    const kinds = new Set(rest.map(kindOf));
    const kind = unite(kinds);
    if (kind === 'unknown')
      return {
        ...UNKNOWN_VALUE,
        nullable,
        strict: strict && rest.length > 0 && isProof(node),
        declaredType: rest.every((part) => part.flags & UNKNOWN_TYPE) ? null : declaredType(program, type, rest),
      };
    const elements = rest.map((part) => elementsOf(part, kind));
    const element =
      kind === 'string' || kind === 'primitive'
        ? elementOf(checker, type)
        : kind === 'list' && rest.length > 1
          ? elementOf(checker, checker.getIndexTypeOfType(checker.getNonNullableType(type), ts.IndexKind.Number))
          : combine(elements);
    return {
      about: 'value',
      kind,
      element: kind === 'string' || kind === 'primitive' ? { ...element, nullable } : element,
      nullable,
      strict: strict && isProof(node),
      tupleLength: kind === 'set' ? element.variants : kind === 'list' ? fixedLength(checker, rest) : null,
      readonly: rest.some(isReadonly),
      declaredType: declaredType(program, type, rest),
    };
  };
}

function typeAt(checker: ts.TypeChecker, node: ts.Node): ts.Type {
  if (ts.isIdentifier(node) && ts.isShorthandPropertyAssignment(node.parent)) {
    const symbol = checker.getShorthandAssignmentValueSymbol(node.parent);
    if (symbol !== undefined) return checker.getTypeOfSymbolAtLocation(symbol, node);
  }
  return checker.getTypeAtLocation(node);
}

/** Proven non-lists of different kinds are still proven non-lists; a list beside anything else is not known. */
function unite(kinds: ReadonlySet<CollectionKind>): CollectionKind {
  const [only = 'unknown'] = kinds;
  if (kinds.size <= 1) return only;
  const all = [...kinds];
  if (all.every((kind) => kind === 'object' || kind === 'other' || kind === 'function')) return 'other';
  return all.every((kind) => kind === 'string' || kind === 'primitive') ? 'primitive' : 'unknown';
}

function combine(elements: readonly ElementKind[]): ElementKind {
  const [first = NO_ELEMENT] = elements;
  const same = elements.every((element) => element.kind === first.kind);
  const nullable = elements.some((element) => element.nullable);
  if (!same) return { kind: elements.some((element) => element.kind === 'unknown') ? 'unknown' : 'mixed', variants: null, nullable };
  return { kind: first.kind, variants: elements.length === 1 ? first.variants : null, nullable };
}

/** The most elements that any of these tuples has; null when one of them has no fixed length. */
function fixedLength(checker: ts.TypeChecker, types: readonly ts.Type[]): number | null {
  let longest = 0;
  for (const type of types) {
    if (!checker.isTupleType(type)) return null;
    const { target } = type as ts.TupleTypeReference;
    if (target.elementFlags.some((flag) => (flag & ts.ElementFlags.Variable) !== 0)) return null;
    longest = Math.max(longest, target.elementFlags.length);
  }
  return types.length === 0 ? null : longest;
}

function isReadonly(type: ts.Type): boolean {
  const target = (type as ts.TypeReference).target as ts.GenericType | ts.TupleType | undefined;
  if (target !== undefined && 'readonly' in target && target.readonly) return true;
  return /^Readonly(?:Array|Set|Map)$/.test(type.symbol?.name ?? '');
}

const isClassInstance = (type: ts.Type): boolean =>
  type.isIntersection()
    ? type.types.some(isClassInstance)
    : ((((type as ts.TypeReference).target ?? type) as ts.ObjectType).objectFlags & ts.ObjectFlags.Class) !== 0;

/** An element read without a check, an assertion or a cast says nothing about null. */
function isProof(node: ts.Node): boolean {
  return !ts.isElementAccessExpression(node) && !ts.isNonNullExpression(node) && !ts.isAsExpression(node) && !ts.isTypeAssertionExpression(node);
}

function declaredType(program: ts.Program, whole: ts.Type, parts: readonly ts.Type[]): ValueAnswer['declaredType'] {
  if (parts.length > 0 && parts.every(isTuple)) return { module: 'lib', name: parts.some(isReadonly) ? 'ReadonlyArray' : 'Array' };
  const names = parts.map((part) => nameOf(part) ?? (parts.length === 1 ? part.aliasSymbol : undefined));
  const same = names.length > 0 && names.every((name) => name === names[0]) ? names[0] : undefined;
  const symbol = same ?? whole.aliasSymbol;
  const declaration = symbol?.declarations?.[0];
  if (symbol === undefined || declaration === undefined) return null;
  return { module: moduleOf(program, declaration), name: writtenName(symbol, declaration).replace(/\$\d+$/, '') };
}

/** The symbol of `export default class Store` is called `default`; people call it `Store`. */
function writtenName(symbol: ts.Symbol, declaration: ts.Declaration): string {
  const name = (declaration as { readonly name?: ts.Node }).name;
  return symbol.name === 'default' && name !== undefined && ts.isIdentifier(name) ? name.text : symbol.name;
}

function nameOf(type: ts.Type): ts.Symbol | undefined {
  if (type.isIntersection()) return undefined;
  const target = (type as ts.TypeReference).target ?? type;
  const symbol = target.symbol as ts.Symbol | undefined;
  const { objectFlags } = target as ts.ObjectType;
  if (symbol === undefined || symbol.name.startsWith('__')) return undefined;
  return objectFlags & ts.ObjectFlags.ClassOrInterface || symbol.flags & ts.SymbolFlags.Enum ? symbol : undefined;
}

const isTuple = (type: ts.Type): boolean => ((((type as ts.TypeReference).target ?? type) as ts.ObjectType).objectFlags & ts.ObjectFlags.Tuple) !== 0;
