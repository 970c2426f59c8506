/**
 * What may a new variable be called? A name that occurs nowhere in its scope can neither capture nor shadow anything.
 */
import ts from 'typescript';
import { refuse } from '../../outcome.ts';
import type { View } from '../proofs/view.ts';
import { scopeAround } from './scope-at.ts';

const taken = new WeakMap<ts.Node, Set<string>>();

/** Every name in the scope, nested ones included. */
function namesIn(scope: ts.Node): ReadonlySet<string> {
  const known = taken.get(scope);
  if (known !== undefined) return known;
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && !isMemberName(node)) names.add(node.text);
    ts.forEachChild(node, visit);
  };
  visit(scope);
  taken.set(scope, names);
  return names;
}

/** `name` of `x.name`, `{ name: 1 }`, `name(): void`: a word that names no variable. */
function isMemberName(id: ts.Identifier): boolean {
  const parent = id.parent;
  if (ts.isPropertyAccessExpression(parent) || ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent) || ts.isPropertyDeclaration(parent))
    return parent.name === id;
  if (
    ts.isMethodDeclaration(parent) ||
    ts.isMethodSignature(parent) ||
    ts.isGetAccessor(parent) ||
    ts.isSetAccessor(parent) ||
    ts.isEnumMember(parent) ||
    ts.isJsxAttribute(parent)
  )
    return parent.name === id;
  return ts.isBindingElement(parent) && parent.propertyName === id;
}

/** A name for a variable that lives inside the inserted code only: it must differ from what that code mentions. */
export function scopedName(wish: string, mentioned: readonly string[]): string {
  const isTaken = (name: string): boolean => mentioned.some((text) => new RegExp(`(?<![.\\w$])${name.replace(/\$/g, '\\$')}(?![\\w$])`).test(text));
  const isWord = ts.identifierToKeywordKind(ts.factory.createIdentifier(wish)) === undefined;
  if (isWord && !isTaken(wish)) return wish;
  for (let n = 2; ; n++) if (!isTaken(`${wish}${n}`)) return `${wish}${n}`;
}

/** A name for a variable that a statement beside `anchor` declares, or an import of the file where there is none. */
export function freeName(view: View, wish: string, also: readonly string[] = [], anchor?: ts.Node): string {
  const names = namesIn(anchor === undefined ? view.source : scopeAround(anchor));
  if (names.has('eval')) refuse('`eval` sees every name, a new one as well');
  const isTaken = (name: string): boolean =>
    names.has(name) || also.includes(name) || ts.identifierToKeywordKind(ts.factory.createIdentifier(name)) !== undefined;
  if (!isTaken(wish)) return wish;
  for (let n = 2; ; n++) if (!isTaken(`${wish}${n}`)) return `${wish}${n}`;
}

/** `BANNED_IDS` and `banned_ids` → `bannedIds`, `users` → `users`. */
export function camel(name: string): string {
  const plain = /^[A-Z0-9_$]+$/.test(name)
    ? name.toLowerCase().replace(/_+([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
    : name
        .replace(/^[_$]+/, '')
        .replace(/(?<=[a-z0-9])_+([A-Za-z0-9])/g, (_, letter: string) => letter.toUpperCase())
        // `SMTPAuth` → `smtpAuth`
        .replace(/^[A-Z]+(?=[A-Z][a-z])/, (letters) => letters.toLowerCase());
  const safe = plain.replace(/[^A-Za-z0-9_$]/g, '');
  return /^[A-Za-z_$]/.test(safe) ? safe.charAt(0).toLowerCase() + safe.slice(1) : 'list';
}

export function capital(name: string): string {
  const plain = camel(name);
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}

/** `companies` → `company`, `boxes` → `box`, `users` → `user`, `status` → `status`. */
export function singular(name: string): string {
  if (/[^aeiou]ies$/.test(name)) return `${name.slice(0, -3)}y`;
  if (/(?:sses|xes|zes|ches|shes)$/.test(name)) return name.slice(0, -2);
  if (/[^su]s$/.test(name) && name.length > 2) return name.slice(0, -1);
  return name.replace(/(?:List|Array)$/, '') || name;
}

export function plural(name: string): string {
  if (/[^aeiou]y$/.test(name)) return `${name.slice(0, -1)}ies`;
  if (/(?:s|x|z|ch|sh)$/.test(name)) return `${name}es`;
  return `${name}s`;
}
