/** How a fix comes by a module or by one of its functions: as the file imports it already, or by one more import among the others. */
import type { Edit } from '../../../model/finding.ts';
import { part } from '../lower/state.ts';
import { around, frameOf, replace, textOf, type View } from '../proofs/view.ts';
import { isStandard } from '../standard-modules.ts';
import type { Syntax } from '../tree.ts';
import { freeName } from './free-name.ts';
import { linesBefore } from './insertion.ts';
import { beginsLine, indentAt, lineEnd } from './layout.ts';

export interface Imported {
  /** How the thing is written: `asyncio`, `aio`, `collections.Counter`. */
  readonly local: string;
  readonly edits: readonly Edit[];
}

/** `at`: where it will be used. */
export function importModule(view: View, module: string, at: Syntax): Imported {
  const known = importedAs(view, at, (statement) => statement.type === 'import_statement', module);
  if (known !== null) return { local: known, edits: [] };
  const [first = module] = module.split('.');
  const local = isTaken(view, first) ? freeName(view, module.replaceAll('.', '_'), view.root, [first]) : module;
  return { local, edits: [importLine(view, `import ${module}${local === module ? '' : ` as ${local}`}`, module, 'import_statement')] };
}

/** Something else than a module is called so, or an import that stands where it would not be found. */
function isTaken(view: View, name: string): boolean {
  const isBound = (node: Syntax): boolean => textOf(view, node) === name;
  return [...view.names.all].some(([node, { scope }]) => isBound(node) && scope !== null && !isImported(view, node, name));
}

function isImported(view: View, node: Syntax, name: string): boolean {
  const binds = view.names.of(node)?.mentions.filter((m) => m.binds) ?? [];
  return binds.every(
    (m) => around(m.node, /_statement$/)?.type === 'import_statement' && m.node.parent?.type === 'dotted_name' && textOf(view, m.node) === name,
  );
}

export function importName(view: View, module: string, member: string, at: Syntax): Imported {
  const isFrom = (statement: Syntax): boolean => {
    const from = part(statement, 'module_name');
    return statement.type === 'import_from_statement' && from !== null && textOf(view, from) === module;
  };
  const known = importedAs(view, at, isFrom, member);
  if (known !== null) return { local: known, edits: [] };
  const whole = importedAs(view, at, (statement) => statement.type === 'import_statement', module);
  if (whole !== null) return { local: `${whole}.${member}`, edits: [] };
  const local = freeName(view, member, view.root);
  const alike = view.root.children.find((statement) => isFrom(statement) && (statement.start < at.start || frameOf(at).type !== 'module'));
  const last = alike?.children.filter((child) => child.field === 'name').pop();
  if (last) return { local, edits: [behindNames(view, last, `${member}${local === member ? '' : ` as ${local}`}`)] };
  return {
    local,
    edits: [importLine(view, `from ${module} import ${member}${local === member ? '' : ` as ${local}`}`, module, 'import_from_statement')],
  };
}

/** Behind the others, on a line of its own where they stand so. */
function behindNames(view: View, last: Syntax, name: string): Edit {
  const isContinued = /\\[ \t]*\r?\n[ \t]*$/.test(view.text.slice(0, last.start));
  const gap = beginsLine(view, last.start) && !isContinued ? `,\n${indentAt(view, last.start)}` : ', ';
  return replace(view, last.end, last.end, `${gap}${name}`);
}

/** The name by which an import at the top of the module gives a thing, if it means that where it is needed. */
function importedAs(view: View, at: Syntax, isWanted: (statement: Syntax) => boolean, thing: string): string | null {
  for (const statement of view.root.children) {
    if (!isWanted(statement) || (statement.start > at.start && frameOf(at).type === 'module')) continue;
    for (const each of statement.children) {
      if (each.field !== 'name') continue;
      const name = each.type === 'aliased_import' ? part(each, 'name') : each;
      const local = each.type === 'aliased_import' ? part(each, 'alias') : (each.children[0] ?? null);
      if (!name || !local || textOf(view, name) !== thing) continue;
      // `import a.b` binds `a`.
      const text = each.type === 'aliased_import' ? textOf(view, local) : thing;
      const meant = view.names.of(local);
      const isOnly = meant?.mentions.filter((m) => m.binds).length === 1;
      if (isOnly && view.names.lookup(textOf(view, local), at) === meant) return text;
    }
  }
  return null;
}

/** Among the imports at the top, in the order of the alphabet where they keep it; else behind the module's docstring. */
function importLine(view: View, line: string, module: string, type: string): Edit {
  const { group, isOwn } = groupFor(view, module);
  const [lead, tail] = [group[0], group[group.length - 1]];
  if (!isOwn && lead && tail)
    return isRelative(view, lead) ? replace(view, lead.start, lead.start, `${line}\n\n`) : behind(view, tail, `\n\n${line}`);
  const alike = group.filter((statement) => statement.type === type);
  const before = alike.filter((statement) => moduleOf(view, statement) < module).pop();
  const [first] = alike.length > 0 ? alike : group;
  if (before) return behind(view, before, `\n${line}`);
  if (first && (alike.length > 0 || type === 'import_statement')) return replace(view, first.start, first.start, `${line}\n`);
  if (tail) return behind(view, tail, `\n${line}`);
  const doc = leading(view);
  const [statement] = view.root.children;
  if (doc) {
    const isApart = /^[^\r\n]*(\r\n|\r|\n)[ \t]*(\r|\n|$)/.test(view.text.slice(doc.end));
    return behind(view, doc, `\n\n${line}${isApart ? '' : '\n\n'}`);
  }
  const [edit] = statement ? linesBefore(view, statement, [line]) : [];
  return edit ? { ...edit, text: `${line}\n\n\n` } : replace(view, 0, 0, `${line}\n`);
}

function behind(view: View, statement: Syntax, text: string): Edit {
  const end = lineEnd(view, statement.end);
  return replace(view, end, end, text);
}

/**
 * The imports without a gap between them where one of this module belongs: beside those of its package, else among those of its kind. `isOwn`: it
 * is of their kind; else a group of its own goes beside them.
 */
function groupFor(view: View, module: string): { group: readonly Syntax[]; isOwn: boolean } {
  const groups = importGroups(view);
  const [first = [], ...others] = groups;
  const [top = module] = module.split('.');
  const ofPackage = groups.find((group) => group.some((each) => moduleOf(view, each).split('.')[0] === top));
  if (ofPackage || isStandard(top) !== 'no') return { group: ofPackage ?? first, isOwn: true };
  const isForeign = (group: readonly Syntax[]): boolean =>
    group.length === 0 || group.some((each) => !isRelative(view, each) && isStandard(moduleOf(view, each).split('.')[0] ?? '') === 'no');
  const foreign = [first, ...others].find(isForeign);
  return foreign ? { group: foreign, isOwn: true } : { group: first, isOwn: false };
}

function isRelative(view: View, statement: Syntax): boolean {
  return moduleOf(view, statement).startsWith('.');
}

/** The imports at the top of the module, in groups with gaps between them. */
function importGroups(view: View): Syntax[][] {
  const groups: Syntax[][] = [];
  let previous: Syntax | null = null;
  for (const statement of view.root.children) {
    if (!/^import(_from)?_statement$/.test(statement.type)) {
      if (previous) break;
      continue;
    }
    const isApart = previous === null || /\n[ \t]*\r?\n/.test(view.text.slice(previous.end, statement.start));
    if (isApart) groups.push([]);
    groups[groups.length - 1]?.push(statement);
    previous = statement;
  }
  return groups;
}

function moduleOf(view: View, statement: Syntax): string {
  const name = part(statement, 'module_name') ?? part(statement, 'name');
  return name ? textOf(view, name) : '';
}

/** The docstring, or the last `from __future__ import`: nothing may stand before them. */
function leading(view: View): Syntax | null {
  let last: Syntax | null = null;
  for (const [at, statement] of view.root.children.entries()) {
    const isDoc = at === 0 && statement.type === 'expression_statement' && statement.children[0]?.type === 'string';
    if (isDoc || statement.type === 'future_import_statement') last = statement;
  }
  return last;
}
