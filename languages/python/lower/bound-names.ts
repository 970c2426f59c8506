/** Which names an import or a pattern of `match` binds. Targets of assignments and loops bind theirs in scopes.ts, where they get a scope. */
import type { Syntax } from '../tree.ts';
import { type Lowering, part, sourceOf } from './state.ts';

export interface ImportedName {
  /** The identifier that becomes a name; a whole dotted name for what `import a.b` loads beside binding `a`; null for `*`. */
  readonly name: Syntax | null;
  readonly specifier: string;
  /** `*`: the module itself, or all that it has. */
  readonly imported: string;
}

export function importedNames(state: Lowering, node: Syntax): ImportedName[] {
  const module = part(node, 'module_name');
  if (module) return namesFrom(state, node, sourceOf(state, module).replace(/\s/g, ''));
  return node.type === 'import_statement' ? node.children.flatMap((each) => moduleNames(state, each)) : [];
}

/** `from .repo import load as fetch, save` */
function namesFrom(state: Lowering, node: Syntax, specifier: string): ImportedName[] {
  if (node.children.some((c) => c.type === 'wildcard_import')) return [{ name: null, specifier, imported: '*' }];
  return node.children.flatMap((each) => {
    if (each.field !== 'name') return [];
    const isAliased = each.type === 'aliased_import';
    const name = isAliased ? part(each, 'name') : each;
    const local = isAliased ? part(each, 'alias') : each.children[0];
    return name && local ? [{ name: local, specifier, imported: sourceOf(state, name) }] : [];
  });
}

/** `import numpy as np`, `import os.path` */
function moduleNames(state: Lowering, node: Syntax): ImportedName[] {
  const isAliased = node.type === 'aliased_import';
  const name = isAliased ? part(node, 'name') : node;
  const alias = isAliased ? part(node, 'alias') : null;
  const first = name?.children[0];
  if (!name || !first) return [];
  const specifier = sourceOf(state, name);
  if (alias) return [{ name: alias, specifier, imported: '*' }];
  const top = { name: first, specifier: sourceOf(state, first), imported: '*' };
  return name.children.length > 1 ? [top, { name, specifier, imported: '*' }] : [top];
}

/** `case {'a': x, **rest}`, `case Point(x=left) as p`: plain names are captured, dotted ones are compared with. */
export function capturedNames(pattern: Syntax): Syntax[] {
  const isNamed = pattern.type === 'splat_pattern' || pattern.type === 'as_pattern';
  const isValue = pattern.type === 'case_pattern' || pattern.type === 'keyword_pattern';
  return pattern.children.flatMap((child) => {
    if (child.type === 'identifier') return isNamed ? [child] : [];
    if (child.type === 'dotted_name') return isValue && child.children.length === 1 ? [...child.children] : [];
    return capturedNames(child);
  });
}
