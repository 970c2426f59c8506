/** A list whose every mention the file shows: a variable, or a field that the methods of its class speak of as `self.seen`. */
import type { Span } from '../../../model/file.ts';
import { assume, type Ledger, prove, refuse } from '../../outcome.ts';
import { part, wrapped } from '../lower/state.ts';
import type { Mention, Name } from '../proofs/names.ts';
import { useOf } from '../proofs/use-of.ts';
import { around, brief, frameOf, nodeAt, nodesIn, textOf, type View } from '../proofs/view.ts';
import type { Syntax } from '../tree.ts';

export interface Listed {
  /** `seen`, or `self.seen`. */
  readonly label: string;
  /** The plain assignments that give it a list. */
  readonly makers: readonly Maker[];
  /** All that is said of it besides. */
  readonly mentions: readonly Syntax[];
  /** Where its variable lives; for a field the class. */
  readonly home: Syntax;
  readonly isField: boolean;
}

export interface Maker {
  readonly statement: Syntax;
  readonly assignment: Syntax;
  readonly value: Syntax;
}

/** `declaration`: the identifier that is bound first, or the attribute `self.seen`. `others`: what nobody else may do with the list. */
export function listedAt(view: View, ledger: Ledger, declaration: Span, others: Others): Listed {
  const node = nodeAt(view, declaration, /^(identifier|attribute)$/);
  if (!node) refuse('the declaration is not where it was');
  const name = node.type === 'identifier' ? view.names.of(node) : null;
  const field = node.type === 'attribute' ? node : node.parent?.type === 'attribute' ? node.parent : null;
  return name && !field ? variable(view, ledger, name, others) : fieldOf(view, ledger, field ?? node, others);
}

export type Others = 'uses it as a list' | 'changes it';

function variable(view: View, ledger: Ledger, { mentions, scope, text }: Name, others: Others): Listed {
  const home = scope?.node ?? view.root;
  if (home.type === 'class_definition') refuse(`\`${text}\` is an attribute of a class, which others may read`);
  if (home.type === 'module') {
    if (/^__\w+__$/.test(text)) refuse(`\`${text}\` is Python's own`);
    if (view.names.hasWildcard) assume(ledger, `no \`import *\` brings a \`${text}\``);
    if (text.startsWith('_')) prove(ledger, `\`${text}\` is private to the module by its name`);
    else assume(ledger, `no other module has \`${text}\` and ${others}`);
    if (listsAll(view, text)) refuse(`\`${text}\` is in \`__all__\``);
  }
  return sorted(view, mentions, home, text, false);
}

function listsAll(view: View, text: string): boolean {
  return [...nodesIn(view.root)].some((n) => n.type === 'string' && new RegExp(`^\\w*(["'])${text}\\1$`).test(textOf(view, n)) && isOfAll(view, n));
}

function isOfAll(view: View, node: Syntax): boolean {
  const assignment = around(node, /^(augmented_)?assignment$/);
  const left = assignment ? part(assignment, 'left') : null;
  return left !== null && textOf(view, left) === '__all__';
}

/** All of `self.seen` in the methods of one class; anything else of that name may be the same list. */
function fieldOf(view: View, ledger: Ledger, field: Syntax, others: Others): Listed {
  const member = part(field, 'attribute');
  const owner = around(field, /^class_definition$/);
  if (field.type !== 'attribute' || !member || !owner) refuse('the declaration is no variable and no field');
  const text = textOf(view, member);
  const nodes: Mention[] = [];
  for (const node of nodesIn(view.root)) {
    if (node.type === 'string' && new RegExp(`^\\w*(["'])${text}\\1$`).test(textOf(view, node)))
      refuse(`\`${text}\` is also spoken of by its name as a text`);
    if (node.type === 'identifier' && node.field === 'left' && frameOf(node) === owner && textOf(view, node) === text)
      refuse(`\`${text}\` is declared in the class itself`);
    if (node.type !== 'attribute' || textOf(view, part(node, 'attribute') ?? node) !== text) continue;
    if (!isOwnField(view, node, owner)) refuse(`\`${brief(view, node)}\` may be the same list`);
    nodes.push({ node, binds: useOf(view, node).kind === 'bind' });
  }
  assume(ledger, `nothing outside of the class has \`${text}\` and ${others}`);
  return sorted(view, nodes, owner, textOf(view, field), true);
}

/** `self.seen`, where `self` is the first parameter of a method of the class. */
function isOwnField(view: View, node: Syntax, owner: Syntax): boolean {
  const object = part(node, 'object');
  const name = object?.type === 'identifier' ? view.names.of(object) : null;
  const method = name?.scope?.node;
  if (!name || method?.type !== 'function_definition') return false;
  const holder = method.parent?.type === 'decorated_definition' ? method.parent : method;
  const isMethod = holder.parent?.parent === owner;
  const isStatic = holder !== method && /^@\s*(staticmethod|classmethod)\b/m.test(textOf(view, holder));
  const first = part(method, 'parameters')?.children[0];
  const binds = name.mentions.filter((m) => m.binds);
  return (
    isMethod &&
    !isStatic &&
    first !== undefined &&
    binds.length === 1 &&
    (binds[0]?.node === first || first.children.includes(binds[0]?.node as Syntax))
  );
}

function sorted(view: View, nodes: readonly Mention[], home: Syntax, label: string, isField: boolean): Listed {
  const makers: Maker[] = [];
  const mentions: Syntax[] = [];
  for (const { node, binds } of nodes) {
    const maker = makerOf(node);
    if (maker) makers.push(maker);
    else if (binds) refuse(`\`${label}\` is given its value by \`${brief(view, bindingOf(node))}\``);
    else mentions.push(node);
  }
  if (makers.length === 0) refuse(`\`${label}\` does not begin as a list here`);
  return { label, makers, mentions, home, isField };
}

function bindingOf(node: Syntax): Syntax {
  return around(node, /_statement$|^parameters$/) ?? node;
}

/** Have: `seen = []`, one statement that names nothing else. */
function makerOf(node: Syntax): Maker | null {
  const assignment = wrapped(node).parent;
  const statement = assignment?.parent;
  if (assignment?.type !== 'assignment' || statement?.type !== 'expression_statement' || node.field !== 'left' || statement.children.length > 1)
    return null;
  const value = part(assignment, 'right');
  return value && value.type !== 'assignment' ? { statement, assignment, value } : null;
}
