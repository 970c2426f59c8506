/**
 * How is the index written? The statements that go before the loop: a Set of elements or of their keys, a Map to the first
 * element of each key, or a Map to all of them. Types are given only where inference would not find them.
 */
import ts from 'typescript';
import type { Ledger } from '../../outcome.ts';
import { assume, prove, refuse } from '../../outcome.ts';
import { elementOf, isList, isNeverNaN, isNonNull, mayBeNaN, mayBeUndefined, primitivesOf, typeText } from '../proofs/element-kind.ts';
import { freeReads } from '../proofs/place.ts';
import type { View } from '../proofs/view.ts';
import { bare, brief } from '../proofs/view.ts';
import { camel, capital, freeName, plural, scopedName, singular } from './free-name.ts';
import type { Source } from './indexed-source.ts';
import { isConstantExpression } from './indexed-source.ts';
import type { Insertion } from './insertion.ts';
import type { ElementKey, Search } from './search-shape.ts';

export interface Index {
  /** How the index is asked: a variable's name, or an expression that is a Set. */
  readonly name: string;
  readonly map: boolean;
  /** For a Map of lists: what a key without elements gives. */
  readonly missing: string | null;
}

/** The list grows next to the index. */
export interface Beside {
  /** The list is still empty before the loop. */
  readonly empty: boolean;
}

export function buildIndex(
  view: View,
  ledger: Ledger,
  search: Search,
  source: Source,
  insertion: Insertion,
  beside?: Beside,
): Index & { readonly lines: readonly string[] } {
  const { semi } = insertion;
  const lists = view.checker.getTypeAtLocation(search.list);
  const elementType = elementOf(view, lists);
  const keyType = view.checker.getTypeAtLocation(search.key);
  const ownKeyType = search.element === null ? elementType : view.checker.getTypeAtLocation(search.element.expression);
  const dropped = dropsNaN(view, ledger, search, ownKeyType, keyType);
  if (dropped && beside !== undefined) assume(ledger, 'no key is NaN');
  const drop = dropped && beside === undefined;

  if (search.answer === 'test') {
    const items = search.element === null ? source.argument : `${source.text}.map(${projection(view, source, search.element, elementType)})`;
    const wish = search.element === null ? `${source.stem}Set` : `${singular(source.stem)}${capital(plural(lastProp(search.element)))}`;
    const name = freeName(view, wish, [], insertion.anchor);
    const types = view.js ? '' : setTypes(view, ownKeyType, keyType, search, insertion.anchor, beside?.empty === true);
    const lines = [`const ${name} = new Set${types}(${beside?.empty === true ? '' : items})${semi}`];
    if (drop) lines.push(`${name}.delete(NaN)${semi}`);
    return { name, map: false, missing: null, lines };
  }
  const element = search.element ?? refuse('the element itself is the key');
  if (elementType !== null && !isNonNull(view, elementType)) assume(ledger, `no element of ${source.name} is null or undefined`);
  const { param, text } = elementName(source, element);
  const single = search.answer === 'first';
  const name = freeName(view, `${single ? singular(source.stem) : source.stem}By${capital(lastProp(element))}`, [param], insertion.anchor);
  const group = scopedName('group', [param, name, text, source.text]);
  // JavaScript that is checked would otherwise lose the type of what it finds.
  const isTyped = !view.js || view.strict;
  const types = isTyped ? mapTypes(view, ledger, source, ownKeyType, search.key, elementType, search, insertion.anchor) : '';
  const { unit } = insertion;
  const lines = view.js
    ? [...(types === '' ? [] : [`/** @type {Map${types}} */`]), `const ${name} = new Map()${semi}`]
    : [`const ${name} = new Map${types}()${semi}`];
  if (single && beside?.empty === true) return { name, map: true, missing: null, lines };
  // What may be no array has an iterator, perhaps, but no `forEach`.
  if (single && isList(view, lists) !== 'yes')
    lines.push(`for (const ${param} of ${source.text}) if (!${name}.has(${text})) ${name}.set(${text}, ${param})${semi}`);
  else if (single)
    lines.push(
      `${opening(source.text, semi)}.forEach((${param}${annotation(view, element, elementType)}) => {`,
      `${unit}if (!${name}.has(${text})) ${name}.set(${text}, ${param})${semi}`,
      `})${semi}`,
    );
  else lines.push(...groupLines(source.text, name, { param, type: annotation(view, element, elementType) }, text, group, unit, semi));
  if (drop) lines.push(`${name}.delete(NaN)${semi}`);
  return { name, map: true, missing: single ? null : '[]', lines };
}

/** Without semicolons, a line that begins with a bracket would go on with the one before. */
function opening(list: string, semi: string): string {
  return semi === '' && /^[([`]/.test(list) ? `;${list}` : list;
}

/** Lists of elements by key, order kept. `forEach` skips holes, as `filter` does. */
export function groupLines(
  list: string,
  name: string,
  { param, type }: { readonly param: string; readonly type: string },
  key: string,
  group: string,
  unit: string,
  semi: string,
): string[] {
  return [
    `${opening(list, semi)}.forEach((${param}${type}) => {`,
    `${unit}const ${group} = ${name}.get(${key})${semi}`,
    `${unit}if (${group}) ${group}.push(${param})${semi}`,
    `${unit}else ${name}.set(${key}, [${param}])${semi}`,
    `})${semi}`,
  ];
}

/** `===` never finds NaN, a Set does. True when NaN must be taken out of the index. */
function dropsNaN(view: View, ledger: Ledger, search: Search, own: ts.Type | null, key: ts.Type): boolean {
  if (!search.strict) {
    prove(ledger, '`includes` and `Set.has` compare alike');
    return false;
  }
  if (search.skipsHoles && search.element === null) {
    const list = bare(search.list);
    const holeless = ts.isArrayLiteralExpression(list) && list.elements.every(isConstantExpression);
    if (!holeless && mayBeUndefined(view, key)) assume(ledger, `\`${brief(view, search.list)}\` has no holes`);
  } else if (search.skipsHoles && search.answer === 'test' && mayBeUndefined(view, key))
    assume(ledger, `\`${brief(view, search.list)}\` has no holes`);
  if (!view.typed) {
    assume(ledger, 'no key is NaN');
    return false;
  }
  if (
    isNeverNaN(view, search.key) ||
    (own !== null && !mayBeNaN(view, own)) ||
    (search.element !== null && isNeverNaN(view, search.element.expression))
  ) {
    prove(ledger, 'no key is NaN');
    return false;
  }
  // What is `any` for want of an installed package is mostly a string, which NaN could not be taken from.
  if (own !== null && (own.flags & ts.TypeFlags.Any) === 0 && view.checker.isTypeAssignableTo(view.checker.getNumberType(), own)) {
    prove(ledger, 'NaN is taken out, which `===` never finds');
    return true;
  }
  assume(ledger, 'no key is NaN');
  return false;
}

function lastProp(element: ElementKey): string {
  return camel(element.props[element.props.length - 1] ?? 'key');
}

/** `(user) => user.id`, a destructured parameter written out. */
function projection(view: View, source: Source, element: ElementKey, type: ts.Type | null): string {
  const { param, text } = elementName(source, element);
  return `(${param}${annotation(view, element, type)}) => ${text}`;
}

/** Have: `(row: any) => row.id === id`: where the list has no type, the parameter must bring its own. */
export function annotation(view: View, element: ElementKey, type: ts.Type | null): string {
  const written = ts.isParameter(element.parameter) ? element.parameter.type : undefined;
  if (view.js || written === undefined) return '';
  return view.typed && type !== null && (type.flags & ts.TypeFlags.Any) === 0 ? '' : `: ${written.getText(view.source)}`;
}

/** The callback's own parameter name, unless the list is called the same. */
export function elementName(source: Source, element: ElementKey): { param: string; text: string } {
  const roots = freeReads(source.node).map((id) => id.text);
  if (element.destructured) {
    const wish = singular(source.stem);
    const param = scopedName(wish === source.stem ? 'item' : wish, [source.text]);
    return { param, text: `${param}${element.text}` };
  }
  if (roots.includes(element.param)) refuse(`the callback's parameter \`${element.param}\` has the name of the list`);
  return { param: element.param, text: element.text };
}

/** Type argument for the Set: empty where inference gives one that accepts the key. */
function setTypes(view: View, own: ts.Type | null, key: ts.Type, search: Search, anchor: ts.Node, empty: boolean): string {
  if (!view.typed || own === null) return '';
  const evolving = empty || (ts.isIdentifier(search.list) && isEvolving(view, search.list));
  if (!evolving && view.checker.isTypeAssignableTo(key, own)) return '';
  return `<${keyTypeText(view, own, key, anchor) ?? refuse('the types of key and element cannot be written here')}>`;
}

/** `const seen = []`: its type depends on where one looks. */
export function isEvolving(view: View, id: ts.Identifier): boolean {
  const declaration = view.checker.getSymbolAtLocation(id)?.valueDeclaration;
  if (declaration === undefined || !ts.isVariableDeclaration(declaration) || declaration.type !== undefined) return false;
  return (
    declaration.initializer !== undefined && ts.isArrayLiteralExpression(declaration.initializer) && declaration.initializer.elements.length === 0
  );
}

/** A type that both the elements' keys and the looked-up key have. */
export function keyTypeText(view: View, own: ts.Type, key: ts.Type, anchor: ts.Node): string | null {
  if (view.checker.isTypeAssignableTo(key, own)) return typeText(view, own, anchor);
  const names = [primitivesOf(view, own), primitivesOf(view, key)];
  if (names[0] === null || names[1] === null) return null;
  return [...new Set(names.flat())].join(' | ');
}

/** Have: `name?: string` in a project without strictNullChecks. The type is `string`, and would not be with them. */
function orMissing(view: View, keys: readonly (ts.Expression | undefined)[], types: string): string {
  const isOptional = keys.some((key) => {
    if (view.strict || key === undefined) return false;
    const at = bare(key);
    const symbol = view.checker.getSymbolAtLocation(ts.isPropertyAccessExpression(at) ? at.name : at);
    return symbol !== undefined && (symbol.flags & ts.SymbolFlags.Optional) !== 0;
  });
  return isOptional && !/\bundefined\b|^(?:any|unknown)$|\[/.test(types) ? `${types} | undefined` : types;
}

export function mapTypes(
  view: View,
  ledger: Ledger,
  source: Source,
  own: ts.Type | null,
  keyNode: ts.Expression,
  element: ts.Type | null,
  search: { readonly answer: string; readonly element: ElementKey | null },
  anchor: ts.Node,
): string {
  if (!view.typed || own === null || element === null) {
    const item = itemType(view, source, element) ?? refuse('the type of the elements cannot be written here');
    if (item !== 'any') assume(ledger, `\`${source.text}\` is typed`);
    return `<unknown, ${search.answer === 'first' ? item : `${item}[]`}>`;
  }
  const key = view.checker.getTypeAtLocation(keyNode);
  // Nobody reads the keys of the Map, so that `unknown` serves where their type has no name here.
  const isNarrow = (own.flags & ts.TypeFlags.Any) === 0 && view.checker.isTypeAssignableTo(key, own);
  const known = keyTypeText(view, own, key, anchor) ?? (isNarrow ? indexedType(source, search.element) : null);
  const keys = orMissing(view, [keyNode, search.element?.expression], known ?? 'unknown');
  const value = typeText(view, element, anchor) ?? itemType(view, source, element);
  if (value === null) refuse('the type of the elements cannot be written here');
  if (search.answer === 'first') return `<${keys}, ${value}>`;
  return `<${keys}, ${/^[\w.]+(?:<.*>)?$|^\(typeof [^|]*\[number\]$/.test(value) ? value : `(${value})`}[]>`;
}

/** How many properties are read one after another, all of them by name; -1 where one is computed. */
function propsAlong(node: ts.Expression): number {
  const at = bare(node);
  if (ts.isIdentifier(at)) return 0;
  const isNamed = ts.isPropertyAccessExpression(at) || (ts.isElementAccessExpression(at) && ts.isStringLiteralLike(at.argumentExpression));
  if (!isNamed) return -1;
  const before = propsAlong(at.expression);
  return before === -1 ? -1 : before + 1;
}

/** `(typeof users)[number]`; a list that is cast has no name whose type could be asked for. */
function itemType(view: View, source: Source, element: ts.Type | null): string | null {
  if (source.place === null || source.ofObject) return null;
  if (/^[\w$.]+$/.test(source.text)) return `(typeof ${source.text})[number]`;
  return view.typed && (element === null || (element.flags & ts.TypeFlags.Any) !== 0) ? 'any' : null;
}

function indexedType(source: Source, element: ElementKey | null): string | null {
  if (element === null || source.place === null || element.props.length === 0 || !/^[\w$.]+$/.test(source.text)) return null;
  if (/[?!('\\]/.test(`${element.text.replace(/\['[^'\\]*'\]/g, '')}${element.props.join('')}`)) return null;
  if (!element.destructured && propsAlong(element.expression) !== element.props.length) return null;
  return `(typeof ${source.text})[number]${element.props.map((prop) => `['${prop}']`).join('')}`;
}
