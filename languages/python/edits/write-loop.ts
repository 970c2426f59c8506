/**
 * A loop that writes one row per element, or runs one statement: what else it does, and how its rows are gathered to be written together.
 *
 *     for name in names:
 *         write(name)
 *     =>
 *     write_all([name for name in names])
 *
 * Where the loop also prepares its rows, it stays, and gathers them in a list that is written behind it.
 */
import type { Edit, FixIntent } from '../../../model/finding.ts';
import { refuse } from '../../outcome.ts';
import { part, unwrap } from '../lower/state.ts';
import { around, brief, builtinCall, isInside, nodeAt, nodesIn, replace, statementOf, textOf, type View } from '../proofs/view.ts';
import type { Syntax } from '../tree.ts';
import { linesAfter, linesBefore } from './insertion.ts';
import { fits, indentAt, indentUnit, type Laid, laidCall } from './layout.ts';
import { loopAt } from './loop-at.ts';
import { isReadOutside } from './loop-variables.ts';

export type BatchIntent = FixIntent & { kind: 'batch-query' };

export interface WriteLoop {
  readonly loop: Syntax;
  readonly left: Syntax;
  readonly right: Syntax;
  /** The statement that writes, and the call that it is. */
  readonly statement: Syntax;
  readonly call: Syntax;
  readonly isAwaited: boolean;
  /** The loop does nothing else, or nothing unless `condition` holds: a comprehension can take its place. */
  readonly isOnly: boolean;
  readonly condition: Syntax | null;
}

export function writeLoopAt(view: View, intent: BatchIntent): WriteLoop {
  const loop = loopAt(view, intent.loop);
  if (loop.type !== 'for_statement' || part(loop, 'alternative') || loop.children[0]?.type === 'async') refuse('the loop is no plain `for`');
  const call = nodeAt(view, intent.call, /^call$/) ?? refuse('the call is not where it was');
  const statement = statementOf(call) ?? loop;
  const [written] = statement.type === 'expression_statement' && statement.children.length === 1 ? statement.children : [];
  const isAwaited = written?.type === 'await';
  if (!written || unwrap(isAwaited ? (written.children[0] ?? written) : written) !== call) refuse(`what \`${brief(view, call)}\` gives back is used`);
  if (around(statement.parent ?? loop, /^(for|while)_statement$/) !== loop) refuse('another loop stands around the call');
  const [left, right] = [part(loop, 'left') ?? loop, part(loop, 'right') ?? loop];
  if (/\.a?iterator\(/.test(textOf(view, right))) refuse('the loop reads a few rows at a time, and all of them would be gathered');
  onlyPrepares(view, part(loop, 'body')?.children ?? [], statement);
  return { loop, left, right, statement, call, isAwaited, ...aloneIn(view, loop, left, statement) };
}

/** Calls that ask or change what the loop writes, whatever they are called on. */
const WRITES =
  /^(a?save|a?create|a?delete|a?update|a?get_or_create|a?update_or_create|a?bulk_create|a?bulk_update|execute|executemany|fetchone|fetchall|fetchrow|fetchval|commit|rollback|flush|a?refresh_from_db)$/;
/** And these ask for rows that a query or a relation describes. */
const ASKS = /^(a?exists|all|filter|exclude|a?aggregate|a?in_bulk|order_by|values_list|select_related|prefetch_related)$/;
/** Others begin to act on what the row says before it is written. */
const SENDS = /^(delay|apply_async|send|send_\w+|publish|post|put|patch|enqueue|notify|emit|dispatch|write|print|run|start)$/;
const GATHERS = /^(append|add|extend|update)$/;

/** Besides the statement, the loop gives values to names and to fields of its row, and chooses. */
function onlyPrepares(view: View, statements: readonly Syntax[], statement: Syntax): void {
  for (const each of statements) {
    if (each === statement || /^(pass|continue)_statement$/.test(each.type)) continue;
    if (/^(if_statement|elif_clause|else_clause)$/.test(each.type)) {
      const condition = part(each, 'condition');
      if (condition) asksNothing(view, condition);
      for (const arm of each.children) if (arm !== condition) onlyPrepares(view, arm.type === 'block' ? arm.children : [arm], statement);
      continue;
    }
    const [what] = each.type === 'expression_statement' ? each.children : [];
    if (!what || each.children.length > 1 || !prepares(view, what)) refuse(`the loop does more than write rows: \`${brief(view, each)}\``);
    asksNothing(view, what);
  }
}

function prepares(view: View, what: Syntax): boolean {
  if (what.type === 'call') {
    // Have: `names.append(name)`
    const callee = part(what, 'function');
    const of = callee?.type === 'attribute' ? part(callee, 'object') : null;
    return of?.type === 'identifier' && GATHERS.test(textOf(view, part(callee as Syntax, 'attribute') ?? what));
  }
  if (!/^(augmented_)?assignment$/.test(what.type)) return false;
  const left = part(what, 'left') ?? what;
  return [...nodesIn(left)].every((node) => /^(identifier|attribute|pattern_list|tuple_pattern)$/.test(node.type));
}

function asksNothing(view: View, node: Syntax): void {
  for (const each of nodesIn(node)) {
    if (/^(await|yield|named_expression)$/.test(each.type)) refuse(`the loop does more than write rows: \`${brief(view, node)}\``);
    const callee = each.type === 'call' ? part(each, 'function') : null;
    const member = callee?.type === 'attribute' ? part(callee, 'attribute') : null;
    const does = textOf(view, member ?? callee ?? each);
    if (member && (WRITES.test(does) || ASKS.test(does))) refuse(`the loop asks the database for more: \`${brief(view, each)}\``);
    if (SENDS.test(does)) refuse(`the loop does more than write rows: \`${brief(view, each)}\``);
  }
}

function aloneIn(view: View, loop: Syntax, left: Syntax, statement: Syntax): { isOnly: boolean; condition: Syntax | null } {
  const [first, second] = part(loop, 'body')?.children ?? [];
  const isBranch = first?.type === 'if_statement' && !part(first, 'alternative');
  const [inner, more] = isBranch ? (part(first, 'consequence')?.children ?? []) : [first];
  const condition = isBranch && first ? part(first, 'condition') : null;
  const isPlain = inner === statement && !second && !more && !view.comments.some((c) => isInside(c, loop));
  return { isOnly: isPlain && canBeComprehension(view, loop, left), condition };
}

function canBeComprehension(view: View, loop: Syntax, left: Syntax): boolean {
  for (const node of nodesIn(loop)) {
    if (node.type === 'identifier' && isInside(node, left) && isReadOutside(view, node, loop)) return false;
    if (/^(yield|named_expression)$/.test(node.type)) return false;
    if (node.type === 'await' && node.parent?.type !== 'expression_statement') return false;
    if (node.type === 'string' && /[\r\n]/.test(textOf(view, node)) && !isStatementText(node)) return false;
  }
  return [...nodesIn(left)].every((node) => !/^(attribute|subscript)$/.test(node.type)) && !/[\r\n]/.test(headOf(view, loop));
}

/** The text of a statement stays where it is, however many lines it has. */
function isStatementText(node: Syntax): boolean {
  return node.parent?.type === 'argument_list' && node.parent.children[0] === node;
}

function headOf(view: View, loop: Syntax): string {
  return view.text.slice(loop.start, part(loop, 'body')?.start ?? loop.end).trim();
}

/** Where the rows go. `write`: what is called with all of them, and what it is given besides; `ifAny`: not for an empty list. */
export interface Gathering {
  readonly name: string;
  readonly callee: string;
  readonly given: (rows: Laid) => readonly Laid[];
  readonly ifAny?: boolean;
}

/** `row`: what is written for one element. */
export function gathered(view: View, at: WriteLoop, row: Laid, { name, callee, given, ifAny }: Gathering): Edit[] {
  const { loop, statement } = at;
  const indent = indentAt(view, loop.start);
  const lead = at.isAwaited ? 'await ' : '';
  const called = (rows: Laid, deep: string): string => laidCall(view, deep, lead + callee, given(rows));
  const guarded = [`if ${name}:`, `${indentUnit(view)}${called(() => name, indent + indentUnit(view))}`];
  if (at.isOnly && !ifAny) return [replace(view, loop.start, loop.end, called(comprehension(view, at, row), indent))];
  if (at.isOnly) {
    const rows = comprehension(view, at, row)(indent);
    return [replace(view, loop.start, loop.end, [`${name} = ${rows}`, ...guarded].join(`\n${indent}`))];
  }
  const last = ifAny ? guarded : [called(() => name, indent)];
  return [
    ...linesBefore(view, loop, [`${name} = []`]),
    replace(view, statement.start, statement.end, laidCall(view, indentAt(view, statement.start), `${name}.append`, [row])),
    ...linesAfter(view, loop, last),
  ];
}

function comprehension(view: View, at: WriteLoop, row: Laid): Laid {
  const [left, right] = [textOf(view, at.left), closed(view, at.right)];
  if (row('') === left && !at.condition)
    return () => (at.right.type === 'identifier' || builtinCall(view, at.right) === 'list' ? right : `list(${right})`);
  const clauses = [`for ${left} in ${right}`, ...(at.condition ? [`if ${closed(view, at.condition)}`] : [])];
  return (indent) => {
    const one = `[${row(indent)} ${clauses.join(' ')}]`;
    if (fits(indent, one)) return one;
    const inner = indent + indentUnit(view);
    return `[\n${[row(inner), ...clauses].map((each) => inner + each).join('\n')}\n${indent}]`;
  };
}

/** In a comprehension these stand in brackets. */
function closed(view: View, node: Syntax): string {
  const text = textOf(view, node);
  return /^(expression_list|conditional_expression|lambda|named_expression)$/.test(node.type) ? `(${text})` : text;
}
