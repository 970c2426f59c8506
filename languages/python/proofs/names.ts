/**
 * Which name each identifier means, by Python's own rules: what a function binds anywhere is its own everywhere in it, `global` and
 * `nonlocal` aside; a class's names are not seen from its methods; a comprehension has names of its own. The model knows names too, but
 * with a binding per loop; a fix must know every mention.
 */
import { part } from '../lower/state.ts';
import { isWritten } from '../lower/uses.ts';
import type { Syntax } from '../tree.ts';

export interface Scope {
  readonly kind: 'module' | 'function' | 'class' | 'comprehension';
  readonly node: Syntax;
  readonly parent: Scope | null;
  readonly names: Map<string, Name>;
  readonly shared: Map<string, 'global' | 'nonlocal'>;
}

export interface Name {
  readonly text: string;
  /** Null: nothing in the file binds it, so it is Python's own, if anybody's. */
  readonly scope: Scope | null;
  readonly mentions: readonly Mention[];
}

export interface Mention {
  readonly node: Syntax;
  /** Gives it a value, or takes it away. */
  readonly binds: boolean;
}

export interface Names {
  of(identifier: Syntax): Name | null;
  /** What a name means where a node stands; null where nothing in the file binds it. */
  lookup(text: string, at: Syntax): Name | null;
  /** Every identifier that is a name, with its name. */
  readonly all: ReadonlyMap<Syntax, Name>;
  /** `from x import *`: any name that the module binds or leaves to Python may mean something else. */
  readonly hasWildcard: boolean;
}

interface Found {
  readonly node: Syntax;
  readonly scope: Scope;
  readonly binds: boolean;
}

export function namesOf(root: Syntax, text: string): Names {
  const found: Found[] = [];
  const scopes = new Map<Syntax, Scope>();
  const state: State = { text, found, scopes, hasWildcard: false };
  const module = newScope(state, 'module', root, null);
  for (const child of root.children) visit(state, child, module);
  for (const each of found) if (each.binds) declare(state, each);
  const all = new Map<Syntax, Name>();
  const own = new Map<string, Name>();
  for (const each of found) {
    const name = resolve(text.slice(each.node.start, each.node.end), each.scope, own);
    (name.mentions as Mention[]).push({ node: each.node, binds: each.binds });
    all.set(each.node, name);
  }
  const lookup = (wanted: string, at: Syntax): Name | null => {
    const name = resolve(wanted, scopeAt(scopes, at) ?? module, own);
    return name.scope === null ? null : name;
  };
  return { of: (node) => all.get(node) ?? null, lookup, all, hasWildcard: state.hasWildcard };
}

function scopeAt(scopes: ReadonlyMap<Syntax, Scope>, node: Syntax): Scope | null {
  for (let at = node; at.parent; at = at.parent) {
    const scope = scopes.get(at.parent);
    if (scope && (scope.kind === 'module' || scope.kind === 'comprehension' || at.field === 'body')) return scope;
  }
  return null;
}

interface State {
  readonly text: string;
  readonly found: Found[];
  readonly scopes: Map<Syntax, Scope>;
  hasWildcard: boolean;
}

function newScope(state: State, kind: Scope['kind'], node: Syntax, parent: Scope | null): Scope {
  const scope: Scope = { kind, node, parent, names: new Map(), shared: new Map() };
  state.scopes.set(node, scope);
  return scope;
}

function newName(text: string, scope: Scope | null): Name {
  return { text, scope, mentions: [] };
}

function declare({ text }: State, { node, scope }: Found): void {
  const name = text.slice(node.start, node.end);
  const shared = scope.shared.get(name);
  if (shared === 'nonlocal') return;
  const owner = shared === 'global' ? moduleOf(scope) : scope;
  if (!owner.names.has(name)) owner.names.set(name, newName(name, owner));
}

function moduleOf(scope: Scope): Scope {
  let at = scope;
  while (at.parent) at = at.parent;
  return at;
}

function resolve(text: string, from: Scope, own: Map<string, Name>): Name {
  const module = moduleOf(from);
  let isInner = false;
  for (let scope: Scope | null = from; scope; scope = scope.parent) {
    if (scope.shared.get(text) === 'global') {
      const known = module.names.get(text);
      if (known) return known;
      break;
    }
    const found = (scope.kind === 'class' && isInner) || scope.shared.has(text) ? undefined : scope.names.get(text);
    if (found) return found;
    if (scope.kind !== 'class') isInner = true;
  }
  const known = own.get(text) ?? newName(text, null);
  own.set(text, known);
  return known;
}

function visit(state: State, node: Syntax, scope: Scope): void {
  switch (node.type) {
    case 'identifier':
      return mention(state, node, scope, isWritten(node) || isDeleted(node));
    case 'attribute':
    case 'keyword_argument':
      return each(
        state,
        node.children.filter((c) => c.field === 'object' || c.field === 'value'),
        scope,
      );
    case 'dotted_name':
      return each(state, node.children.slice(0, 1), scope);
    case 'keyword_pattern':
      return each(state, node.children.slice(1), scope);
    case 'function_definition':
    case 'lambda':
      return visitFunction(state, node, scope);
    case 'class_definition':
      return visitClass(state, node, scope);
    case 'list_comprehension':
    case 'set_comprehension':
    case 'dictionary_comprehension':
    case 'generator_expression':
      return visitComprehension(state, node, scope);
    case 'import_statement':
    case 'import_from_statement':
      return visitImport(state, node, scope);
    case 'future_import_statement':
      return;
    case 'global_statement':
    case 'nonlocal_statement':
      for (const child of node.children)
        scope.shared.set(state.text.slice(child.start, child.end), node.type === 'global_statement' ? 'global' : 'nonlocal');
      return;
    case 'named_expression': {
      const name = part(node, 'name');
      if (name) mention(state, name, homeOf(scope), true);
      return each(
        state,
        node.children.filter((c) => c !== name),
        scope,
      );
    }
    case 'case_pattern': {
      const [only] = node.children;
      const [name, more] = only?.type === 'dotted_name' ? only.children : [];
      return name && !more ? mention(state, name, scope, true) : each(state, node.children, scope);
    }
    case 'splat_pattern':
      return each(state, node.children, scope, true);
    case 'as_pattern': {
      const isCase = node.parent?.type === 'case_pattern';
      for (const child of node.children)
        if (isCase && child.type === 'identifier') mention(state, child, scope, true);
        else visit(state, child, scope);
      return;
    }
    default:
      return each(state, node.children, scope);
  }
}

function each(state: State, nodes: readonly Syntax[], scope: Scope, binds = false): void {
  for (const node of nodes)
    if (binds && node.type === 'identifier') mention(state, node, scope, true);
    else visit(state, node, scope);
}

function mention(state: State, node: Syntax, scope: Scope, binds: boolean): void {
  state.found.push({ node, scope, binds });
}

/** `(a := b)` in a comprehension binds a name of the function around it. */
function homeOf(scope: Scope): Scope {
  let at = scope;
  while (at.kind === 'comprehension' && at.parent) at = at.parent;
  return at;
}

function isDeleted(node: Syntax): boolean {
  let at = node.parent;
  while (at && /^(expression_list|parenthesized_expression|tuple|list)$/.test(at.type)) at = at.parent;
  return at?.type === 'delete_statement';
}

function visitFunction(state: State, node: Syntax, scope: Scope): void {
  const inside = newScope(state, 'function', node, scope);
  for (const child of node.children) {
    if (child.field === 'name') mention(state, child, scope, true);
    else if (child.field === 'parameters') for (const parameter of child.children) visitParameter(state, parameter, inside, scope);
    else visit(state, child, child.field === 'body' ? inside : scope);
  }
}

function visitParameter(state: State, node: Syntax, inside: Scope, outside: Scope): void {
  if (node.type === 'identifier') return mention(state, node, inside, true);
  const [first] = node.children;
  for (const child of node.children) {
    const isName = child.field === 'name' || (child === first && child.field === null);
    if (isName) visitParameter(state, child, inside, outside);
    else visit(state, child, outside);
  }
}

function visitClass(state: State, node: Syntax, scope: Scope): void {
  const inside = newScope(state, 'class', node, scope);
  for (const child of node.children) {
    if (child.field === 'name') mention(state, child, scope, true);
    else visit(state, child, child.field === 'body' ? inside : scope);
  }
}

/** What the first clause walks is evaluated outside. */
function visitComprehension(state: State, node: Syntax, scope: Scope): void {
  const inside = newScope(state, 'comprehension', node, scope);
  const first = node.children.find((c) => c.type === 'for_in_clause');
  for (const child of node.children) {
    if (child !== first) visit(state, child, inside);
    else for (const inner of child.children) visit(state, inner, inner.field === 'right' ? scope : inside);
  }
}

function visitImport(state: State, node: Syntax, scope: Scope): void {
  for (const child of node.children) {
    if (child.type === 'wildcard_import') state.hasWildcard = true;
    if (child.field !== 'name') continue;
    // `import a.b` binds `a`.
    const name = child.type === 'aliased_import' ? part(child, 'alias') : child.children[0];
    if (name) mention(state, name, scope, true);
  }
}
