/** Has a list its value already where the new line stands? The loop may never have asked for it. */
import { assume, type Ledger, prove, refuse } from '../../outcome.ts';
import { part } from '../lower/state.ts';
import type { Syntax } from '../tree.ts';
import type { Name } from './names.ts';
import type { Reads } from './stays-unchanged.ts';
import { around, builtinCall, frameOf, isInside, type View } from './view.ts';

/** A value is sure to be there at the new line: the parameter, or a statement before it that cannot be passed by. */
export function isBoundBefore(view: View, ledger: Ledger, reads: Reads, anchor: Syntax): void {
  for (const name of reads.names) {
    const scope = name.scope;
    if (!scope || scope.node !== frameOf(anchor)) continue;
    if (name.mentions.every(({ node, binds }) => !binds || node.start >= anchor.start)) refuse(`\`${name.text}\` has no value before the loop`);
    const isDeleted = name.mentions.some(({ node, binds }) => binds && around(node, /_statement$/)?.type === 'delete_statement');
    if (!isDeleted && isCertain(view, name, anchor)) prove(ledger, `\`${name.text}\` has its value before the loop`);
    else assume(ledger, `\`${name.text}\` has a value before the loop`);
  }
}

function isCertain(view: View, name: Name, anchor: Syntax): boolean {
  const targets = name.mentions.filter((m) => m.binds).map((m) => m.node);
  if (targets.some((node) => around(node, /^(parameters|lambda_parameters|block|module)$/)?.type.endsWith('parameters'))) return true;
  for (let at: Syntax = anchor; at.parent; at = at.parent) {
    const { parent } = at;
    if (parent.type === 'for_statement' && at.field === 'body' && targets.some((t) => isInside(t, part(parent, 'left') ?? at))) return true;
    if (parent.type === 'with_statement' && at.field === 'body' && targets.some((t) => isTargetOf(t, parent))) return true;
    if (parent.type === 'block' || parent.type === 'module') {
      const before = parent.children.slice(0, parent.children.indexOf(at));
      if (before.some((statement) => binds(view, statement, targets))) return true;
    }
    if (/^(function_definition|class_definition)$/.test(parent.type)) return false;
  }
  return false;
}

/** Whoever comes past this statement has given the name a value. */
function binds(view: View, statement: Syntax, targets: readonly Syntax[]): boolean {
  const own = targets.filter((t) => isInside(t, statement));
  if (own.length === 0) return false;
  const inBlock = (block: Syntax | null): boolean => block !== null && (block.children.some((s) => binds(view, s, own)) || leaves(block));
  switch (statement.type) {
    case 'expression_statement':
    case 'import_statement':
    case 'import_from_statement':
    case 'function_definition':
    case 'class_definition':
      return own.some((t) => !isOptional(t, statement));
    case 'decorated_definition':
      return true;
    case 'with_statement':
      // What stands in it may be cut short by an error that the `with` swallows. An open file swallows none.
      return own.some((t) => isTargetOf(t, statement)) || (opensFiles(view, statement) && inBlock(part(statement, 'body')));
    case 'if_statement': {
      const clauses = statement.children.filter((c) => c.type === 'elif_clause' || c.type === 'else_clause');
      return (
        clauses.some((c) => c.type === 'else_clause') && [statement, ...clauses].every((c) => inBlock(part(c, 'consequence') ?? part(c, 'body')))
      );
    }
    case 'try_statement': {
      const last = statement.children.find((c) => c.type === 'finally_clause');
      if (inBlock(last?.children[0] ?? null) && last?.children[0]?.children.some((s) => binds(view, s, own))) return true;
      const handlers = statement.children.filter((c) => c.type === 'except_clause');
      return inBlock(part(statement, 'body')) && handlers.every((h) => inBlock(h.children.find((c) => c.type === 'block') ?? null));
    }
    default:
      return false;
  }
}

function opensFiles(view: View, statement: Syntax): boolean {
  const clause = statement.children.find((c) => c.type === 'with_clause');
  const items = clause?.children.map((item) => part(item, 'value')) ?? [];
  return (
    items.length > 0 &&
    items.every((value) => value != null && builtinCall(view, value.type === 'as_pattern' ? (value.children[0] ?? value) : value) === 'open')
  );
}

function isTargetOf(target: Syntax, statement: Syntax): boolean {
  const clause = statement.children.find((c) => c.type === 'with_clause');
  return clause !== undefined && isInside(target, clause);
}

/** Have: `a and (x := f())`, `x: int` */
function isOptional(target: Syntax, statement: Syntax): boolean {
  for (let at: Syntax | null = target; at && at !== statement; at = at.parent) {
    if (
      /^(boolean_operator|conditional_expression|lambda|list_comprehension|set_comprehension|dictionary_comprehension|generator_expression)$/.test(
        at.type,
      )
    )
      return true;
    if (at.type === 'assignment' && !part(at, 'right')) return true;
  }
  return false;
}

function leaves(block: Syntax): boolean {
  const last = block.children[block.children.length - 1];
  return last !== undefined && /^(return|raise|continue|break)_statement$/.test(last.type);
}
