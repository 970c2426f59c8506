/**
 * Rows of Django that a loop writes one by one, written together.
 *
 *     for name in names:
 *         Tag.objects.create(name=name)
 *     =>
 *     Tag.objects.bulk_create([Tag(name=name) for name in names])
 *
 *     for book in books:
 *         book.price = price_of(book.title)
 *         book.save()
 *     =>
 *     changed = []
 *     for book in books:
 *         book.price = price_of(book.title)
 *         changed.append(book)
 *     Book.objects.bulk_update(changed, ['price'], batch_size=1000)
 *
 * Always a suggestion: neither calls signals, and both write all rows or none.
 */
import type { Edit, Fix } from '../../../model/finding.ts';
import { assume, fixOf, type Ledger, newLedger, prove, refuse } from '../../outcome.ts';
import { part } from '../lower/state.ts';
import { isWritten } from '../lower/uses.ts';
import { brief, frameOf, isInside, nodesIn, textOf, type View } from '../proofs/view.ts';
import type { Syntax } from '../tree.ts';
import { ownManager, writesColumns, writesPlainly } from './django-model.ts';
import { freeName, pluralOf } from './free-name.ts';
import { type Laid, laid, quote } from './layout.ts';
import { type BatchIntent, gathered, type WriteLoop, writeLoopAt } from './write-loop.ts';

export function bulkWrite(view: View, intent: BatchIntent): Fix {
  const at = writeLoopAt(view, intent);
  const callee = part(at.call, 'function');
  const object = callee?.type === 'attribute' ? part(callee, 'object') : null;
  const method = callee?.type === 'attribute' ? textOf(view, part(callee, 'attribute') ?? callee) : '';
  if (!object || method.startsWith('a') !== at.isAwaited) refuse(`\`${brief(view, at.call)}\` writes no row of a model`);
  if (/^a?create$/.test(method)) return created(view, intent, at, managed(view, object), (model) => laid(view, at.call, model));
  if (!/^a?save$/.test(method)) refuse(`\`${brief(view, at.call)}\` writes no row of a model`);
  if (object.type === 'call') {
    if (!/^\((force_insert=True)?\)$/.test(givenTo(view, at.call))) refuse(`\`${brief(view, at.call)}\` says how to write`);
    isNew(view, object);
    return created(view, intent, at, part(object, 'function') ?? object, () => laid(view, object));
  }
  const made = object.type === 'identifier' ? constructed(view, at, object) : null;
  if (made) return created(view, intent, at, made, () => () => textOf(view, object));
  return updated(view, intent, at, object);
}

function givenTo(view: View, call: Syntax): string {
  return textOf(view, part(call, 'arguments') ?? call);
}

/** `Tag` of `Tag.objects`. */
function managed(view: View, object: Syntax): Syntax {
  const model = object.type === 'attribute' && textOf(view, part(object, 'attribute') ?? object) === 'objects' ? part(object, 'object') : null;
  return model && isModel(view, model) ? model : refuse(`\`${brief(view, object)}\` is not the manager of a model`);
}

/** By convention only classes have such names. */
function isModel(view: View, node: Syntax): boolean {
  return /^(\w+\.)*_*[A-Z]\w*$/.test(textOf(view, node));
}

function created(view: View, intent: BatchIntent, at: WriteLoop, model: Syntax, row: (model: string) => Laid): Fix {
  const name = textOf(view, model);
  if (!isModel(view, model) || part(at.call, 'arguments')?.type !== 'argument_list') refuse(`\`${brief(view, at.call)}\` writes no row of a model`);
  const own = writesPlainly(intent.rows);
  if (own.name !== name.split('.').pop()) refuse(`\`${name}\` has another name where it is declared`);
  staysOutside(view, at, name);
  const ledger = ledgerOf(own.name);
  createsPlainly(view, ledger, ownManager(intent.rows ?? []), name);
  const list = freeName(view, pluralOf(name), frameOf(at.loop));
  const callee = `${name}.objects.${at.isAwaited ? 'abulk_create' : 'bulk_create'}`;
  const edits = gathered(view, at, row(name), { name: list, callee, given: (rows) => [rows] });
  return fixOf(`Write all rows of \`${name}\` at once`, ledger, edits);
}

/** A manager of its own may do more when it creates a row, and `bulk_create` does not call that. */
function createsPlainly(view: View, ledger: Ledger, manager: string | null, model: string): void {
  if (manager === null) return;
  const name = /^\w+/.exec(manager)?.[0] ?? '';
  const made = [...nodesIn(view.root)].find((n) => n.type === 'class_definition' && textOf(view, part(n, 'name') ?? n) === name);
  const own = made && [...nodesIn(made)].find((n) => n.type === 'function_definition' && /^a?create$/.test(textOf(view, part(n, 'name') ?? n)));
  if (own) refuse(`\`${name}\` has a \`create\` of its own`);
  assume(ledger, `\`create\` of \`${model}.objects\` is Django's own`);
}

function ledgerOf(model: string): Ledger {
  const ledger = newLedger();
  prove(ledger, 'the loop does nothing else');
  prove(ledger, `\`${model}\` has no \`save\` of its own`);
  assume(ledger, `\`${model}\` needs no signals`);
  assume(ledger, 'all rows may fail with one');
  assume(ledger, 'no row needs one that was written before it');
  return ledger;
}

/** Have: `if Tag.objects.filter(name=name).exists(): continue` before the row is written. */
function staysOutside(view: View, { loop, call }: WriteLoop, model: string): void {
  const body = part(loop, 'body') ?? loop;
  for (const node of nodesIn(body)) {
    if (isInside(node, part(call, 'function') ?? call)) continue;
    const called = node.type === 'call' ? functionCalled(view, node) : null;
    if (isManager(view, node, model) || (called && [...nodesIn(called)].some((each) => isManager(view, each, model))))
      refuse(`the loop asks for rows of \`${model}\` as well`);
  }
}

/** `Tag.objects` */
function isManager(view: View, node: Syntax, model: string): boolean {
  const object = node.type === 'attribute' ? part(node, 'object') : null;
  return object !== null && textOf(view, object) === model && /objects|manager/.test(textOf(view, part(node, 'attribute') ?? node));
}

/** The function of this file that a call by its bare name means. */
function functionCalled(view: View, call: Syntax): Syntax | null {
  const callee = part(call, 'function');
  const bound = callee?.type === 'identifier' ? view.names.of(callee)?.mentions.find((m) => m.binds)?.node : null;
  return bound?.parent?.type === 'function_definition' && bound.field === 'name' ? bound.parent : null;
}

/** Have: `tag = Tag(name=name)` in the loop, then `tag.save()`, and nothing more. */
function constructed(view: View, { loop, statement, call }: WriteLoop, row: Syntax): Syntax | null {
  const mentions = view.names.of(row)?.mentions ?? [];
  const [binding, again] = mentions.filter((m) => m.binds && isInside(m.node, part(loop, 'body') ?? loop));
  const assignment = binding?.node.parent;
  const value = assignment?.type === 'assignment' && assignment.parent?.parent === statement.parent ? part(assignment, 'right') : null;
  const made = value?.type === 'call' ? part(value, 'function') : null;
  if (!made || !isModel(view, made) || again || (binding?.node.start ?? 0) > statement.start) return null;
  if (givenTo(view, call) !== '()') refuse(`\`${brief(view, call)}\` says how to write`);
  isNew(view, value as Syntax);
  for (const { node } of mentions) {
    const access = node.parent?.type === 'attribute' && node.field === 'object' ? node.parent : null;
    if (access && isWritten(access) && KEY.test(textOf(view, part(access, 'attribute') ?? access)))
      refuse(`\`${brief(view, access)}\` may be the key of a row that is there`);
  }
  endsWith(
    view,
    mentions.map((m) => m.node),
    loop,
    statement,
    false,
  );
  return made;
}

const KEY = /^(pk|id)$/;

/** `save` writes over the row that has the key already, and `bulk_create` would fail. */
function isNew(view: View, made: Syntax): void {
  for (const each of part(made, 'arguments')?.children ?? []) {
    const name = each.type === 'keyword_argument' ? textOf(view, part(each, 'name') ?? each) : '';
    if (!name || KEY.test(name)) refuse(`\`${brief(view, each)}\` may be the key of a row that is there`);
  }
}

/** Nobody looks at the row once it was written: it has no key yet, or is not in the database yet. */
function endsWith(view: View, mentions: readonly Syntax[], loop: Syntax, statement: Syntax, isElement: boolean): void {
  for (const node of mentions) {
    const isLater = node.start >= statement.end && (isInside(node, loop) || !isElement);
    if (isLater) refuse(`\`${textOf(view, node)}\` is used once it was written`);
  }
}

function updated(view: View, intent: BatchIntent, at: WriteLoop, row: Syntax): Fix {
  const { loop, left, statement, call } = at;
  const name = row.type === 'identifier' ? view.names.of(row) : null;
  if (!name?.mentions.some(({ node, binds }) => binds && isInside(node, left))) refuse(`\`${brief(view, row)}\` is no row that the loop walks`);
  if (name.mentions.some(({ node, binds }) => binds && isInside(node, part(loop, 'body') ?? loop)))
    refuse(`\`${name.text}\` is given another value in the loop`);
  const own = writesPlainly(intent.rows);
  const within = name.mentions.map((m) => m.node).filter((node) => isInside(node, part(loop, 'body') ?? loop));
  endsWith(view, within, loop, statement, true);
  const fields = fieldsSaved(view, call) ?? fieldsAssigned(view, within, statement);
  if (fields.length === 0) refuse('the loop gives no field a value');
  writesColumns(intent.rows ?? [], fields);
  const model = importedModel(view, own.name, loop);
  if (ownManager(intent.rows ?? []) !== null && !textOf(view, at.right).startsWith(`${model}.objects.`))
    refuse(`\`${model}.objects\` may leave out rows that the loop walks`);
  if ([...nodesIn(frameOf(loop))].some((node) => node.type === 'attribute' && textOf(view, part(node, 'attribute') ?? node) === 'using'))
    refuse('rows may be of another database');
  staysOutside(view, at, model);
  const ledger = ledgerOf(own.name);
  prove(ledger, 'the loop shows which columns change');
  const list = freeName(view, 'changed', frameOf(loop));
  const callee = `${model}.objects.${at.isAwaited ? 'abulk_update' : 'bulk_update'}`;
  const columns = `[${fields.map((field) => quote(view, field)).join(', ')}]`;
  const edits: Edit[] = gathered(view, { ...at, isOnly: false }, () => name.text, {
    name: list,
    callee,
    given: (all) => [all, () => columns, () => 'batch_size=1000'],
  });
  return fixOf(`Write all changed rows of \`${model}\` at once`, ledger, edits);
}

/** `book.save(update_fields=['price'])`; null for `book.save()`. */
function fieldsSaved(view: View, call: Syntax): string[] | null {
  const given = part(call, 'arguments')?.children ?? [];
  const [only, more] = given;
  if (!only) return null;
  const listed = only.type === 'keyword_argument' && textOf(view, part(only, 'name') ?? only) === 'update_fields' ? part(only, 'value') : null;
  if (more || !listed || !/^(list|tuple|set)$/.test(listed.type)) refuse(`\`${brief(view, call)}\` says how to write`);
  return listed.children.map((each) => {
    const text = /^(["'])(\w+)\1$/.exec(textOf(view, each))?.[2];
    return text ?? refuse(`\`${brief(view, call)}\` does not show which columns it writes`);
  });
}

/** All that the loop gives a value; the row must go nowhere else, where more could change. */
function fieldsAssigned(view: View, mentions: readonly Syntax[], statement: Syntax): string[] {
  const fields = new Set<string>();
  for (const node of mentions) {
    if (isInside(node, statement)) continue;
    const access = node.parent?.type === 'attribute' && node.field === 'object' ? node.parent : null;
    const field = access ? part(access, 'attribute') : null;
    if (!access || !field || (access.parent?.type === 'call' && access.field === 'function'))
      refuse(`\`${brief(view, node.parent?.parent ?? node)}\` may change more of the row`);
    if (isWritten(access)) fields.add(textOf(view, field));
    else if (access.parent && isWritten(access.parent) && access.parent.type !== 'assignment')
      refuse(`\`${brief(view, access.parent)}\` changes another row`);
  }
  return [...fields];
}

/** The model as this file speaks of it: `Book`, `models.Book`. */
function importedModel(view: View, name: string, at: Syntax): string {
  if (view.names.lookup(name, at)?.scope?.kind === 'module') return name;
  for (const node of nodesIn(view.root)) {
    const object = node.type === 'attribute' && textOf(view, part(node, 'attribute') ?? node) === name ? part(node, 'object') : null;
    if (object?.type === 'identifier' && view.names.lookup(textOf(view, object), at)?.scope?.kind === 'module') return textOf(view, node);
  }
  return refuse(`\`${name}\` is not imported here`);
}
