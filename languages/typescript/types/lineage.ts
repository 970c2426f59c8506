/**
 * Is a type one of the language's own collections, itself or through what it extends? A class whose base cannot be
 * resolved may be anything, a list included, and must be reported as such.
 */
import ts from 'typescript';

export type Lineage = 'list' | 'set' | 'map' | 'other' | 'unknown' | 'none';

export interface Lineages {
  readonly of: (type: ts.Type) => Lineage;
}

const LISTS = new Set(['Array', 'ReadonlyArray']);
const SETS = new Set(['Set', 'ReadonlySet', 'WeakSet']);
const MAPS = new Set(['Map', 'ReadonlyMap', 'WeakMap']);
/** They search too, but are neither lists nor keyed. */
const OTHERS = new Set([
  'Int8Array',
  'Uint8Array',
  'Uint8ClampedArray',
  'Int16Array',
  'Uint16Array',
  'Int32Array',
  'Uint32Array',
  'Float16Array',
  'Float32Array',
  'Float64Array',
  'BigInt64Array',
  'BigUint64Array',
  'NodeList',
  'NodeListOf',
  'HTMLCollection',
  'HTMLCollectionOf',
  'Iterator',
  'IteratorObject',
  'Generator',
  'FileList',
  'DOMTokenList',
]);

export function createLineages(program: ts.Program, checker: ts.TypeChecker): Lineages {
  const known = new Map<ts.Symbol, Lineage>();

  const fromDeclarations = (symbol: ts.Symbol, type: ts.InterfaceType): Lineage => {
    const declarations = symbol.declarations ?? [];
    if (declarations.some((declaration) => program.isSourceFileDefaultLibrary(declaration.getSourceFile()))) {
      if (LISTS.has(symbol.name)) return 'list';
      if (SETS.has(symbol.name)) return 'set';
      if (MAPS.has(symbol.name)) return 'map';
      if (OTHERS.has(symbol.name)) return 'other';
    }
    const bases = checker.getBaseTypes(type);
    for (const base of bases) {
      const lineage = of(base);
      if (lineage !== 'none') return lineage;
    }
    return declarations.some(hasUnresolvedBase) ? 'unknown' : 'none';
  };

  const hasUnresolvedBase = (declaration: ts.Declaration): boolean => {
    if (!ts.isClassLike(declaration) && !ts.isInterfaceDeclaration(declaration)) return false;
    return (declaration.heritageClauses ?? []).some(
      (clause) =>
        clause.token === ts.SyntaxKind.ExtendsKeyword &&
        clause.types.some(
          (base) =>
            ((ts.isClassLike(declaration) ? checker.getTypeAtLocation(base.expression) : checker.getTypeAtLocation(base)).flags &
              ts.TypeFlags.Any) !==
            0,
        ),
    );
  };

  const of = (type: ts.Type): Lineage => {
    if (checker.isArrayType(type) || checker.isTupleType(type)) return 'list';
    if (type.isIntersection()) return strongest(type.types.map(of));
    const target = (type as ts.TypeReference).target ?? type;
    const symbol = target.symbol as ts.Symbol | undefined;
    if (symbol === undefined || !target.isClassOrInterface()) return 'none';
    const held = known.get(symbol);
    if (held !== undefined) return held;
    known.set(symbol, 'none');
    const lineage = fromDeclarations(symbol, target);
    known.set(symbol, lineage);
    return lineage;
  };

  return { of };
}

function strongest(lineages: readonly Lineage[]): Lineage {
  return lineages.find((lineage) => lineage !== 'none' && lineage !== 'unknown') ?? (lineages.includes('unknown') ? 'unknown' : 'none');
}
