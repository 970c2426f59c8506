/**
 * `bulk-write`: a loop that does nothing but write one row per element writes them all with one statement.
 *
 *     for name in names:
 *         Tag.objects.create(name=name)
 *     =>
 *     Tag.objects.bulk_create([Tag(name=name) for name in names])
 *
 * Always a suggestion: `bulk_create` calls neither `save` nor signals, and writes all rows or none.
 */
import type { Fix, FixIntent } from '../../../model/finding.ts';
import { assume, fixOf, newLedger, prove, refuse } from '../../outcome.ts';
import { part, unwrap } from '../lower/state.ts';
import type { Syntax } from '../tree.ts';
import { loopAt } from './loop-at.ts';
import { isReadOutside } from './loop-variables.ts';
import { brief, isInside, nodesIn, replace, textOf, type View } from './view.ts';

export function bulkWrite(view: View, intent: FixIntent & { kind: 'bulk-write' }): Fix {
  const loop = loopAt(view, intent.loop);
  if (loop.type !== 'for_statement' || part(loop, 'alternative') || loop.children[0]?.type === 'async') refuse('the loop is no plain `for`');
  const [left, right] = [part(loop, 'left') ?? loop, part(loop, 'right') ?? loop];
  const { statement, condition } = onlyStatement(loop);
  const write = statement.children[0] ?? statement;
  const isAwaited = write.type === 'await';
  const call = isAwaited ? unwrap(write.children[0] ?? write) : write;
  if (call.type !== 'call' || !isInside(intent.call, call)) refuse('the loop does more than write rows');
  const { model, row } = rowOf(view, call, isAwaited);
  for (const node of nodesIn(loop)) {
    if (/^(await|yield|named_expression)$/.test(node.type) && node !== write) refuse('the loop does more than write rows');
    const isVariable = node.type === 'identifier' && isInside(node, left);
    if (isVariable && isReadOutside(view, node, loop)) refuse(`\`${textOf(view, node)}\` is read after the loop`);
  }
  for (const node of nodesIn(left)) if (/^(attribute|subscript)$/.test(node.type)) refuse('the loop gives values to more than names');
  if (view.comments.some((c) => isInside(c, loop))) refuse('a comment stands in the loop');

  const ledger = newLedger();
  prove(ledger, 'the loop does nothing else');
  assume(ledger, `\`${model}\` needs neither its \`save\` nor signals`);
  assume(ledger, 'no row needs one that was written before it');
  const filter = condition ? ` if ${closed(view, condition)}` : '';
  const rows = `[${row} for ${textOf(view, left)} in ${closed(view, right)}${filter}]`;
  const text = `${isAwaited ? 'await ' : ''}${model}.objects.${isAwaited ? 'abulk_create' : 'bulk_create'}(${rows})`;
  return fixOf(`Write all rows of \`${model}\` at once`, ledger, [replace(view, loop.start, loop.end, text)]);
}

/** The one statement of the loop, perhaps behind one `if`. */
function onlyStatement(loop: Syntax): { statement: Syntax; condition: Syntax | null } {
  const [first, second] = part(loop, 'body')?.children ?? [];
  if (!first || second) refuse('the loop does more than write rows');
  if (first.type === 'expression_statement' && first.children.length === 1) return { statement: first, condition: null };
  const [inner, more] = first.type === 'if_statement' ? (part(first, 'consequence')?.children ?? []) : [];
  if (inner?.type !== 'expression_statement' || more || part(first, 'alternative')) refuse('the loop does more than write rows');
  return { statement: inner, condition: part(first, 'condition') };
}

/** Have: `Tag.objects.create(name=name)` or `Tag(name=name).save()`. */
function rowOf(view: View, call: Syntax, isAwaited: boolean): { model: string; row: string } {
  const callee = part(call, 'function');
  const object = callee?.type === 'attribute' ? part(callee, 'object') : null;
  const method = callee?.type === 'attribute' ? textOf(view, part(callee, 'attribute') ?? callee) : '';
  const given = part(call, 'arguments');
  if (object && given?.type === 'argument_list' && method === (isAwaited ? 'acreate' : 'create')) {
    const manager = object.type === 'attribute' && textOf(view, part(object, 'attribute') ?? object) === 'objects' ? part(object, 'object') : null;
    if (manager && isModel(view, manager)) return { model: textOf(view, manager), row: `${textOf(view, manager)}${textOf(view, given)}` };
  }
  if (object?.type === 'call' && method === (isAwaited ? 'asave' : 'save') && given?.children.length === 0) {
    const made = part(object, 'function');
    if (made && isModel(view, made)) return { model: textOf(view, made), row: textOf(view, object) };
  }
  return refuse(`\`${brief(view, call)}\` writes no row of a model`);
}

/** By convention only classes have such names. */
function isModel(view: View, node: Syntax): boolean {
  return /^(\w+\.)*_*[A-Z]\w*$/.test(textOf(view, node));
}

/** In a comprehension these stand in brackets. */
function closed(view: View, node: Syntax): string {
  const text = textOf(view, node);
  return /^(expression_list|conditional_expression|lambda|named_expression)$/.test(node.type) ? `(${text})` : text;
}
