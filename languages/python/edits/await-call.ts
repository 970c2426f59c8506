/**
 * `await-twin`: `time.sleep(1)` => `await asyncio.sleep(1)`; `to-thread`: `requests.get(url)` => `await asyncio.to_thread(requests.get, url)`.
 * Both where the function is async already.
 *
 * Always a suggestion: while it waits other code runs, and what that code changes we do not see.
 */
import type { Span } from '../../../model/file.ts';
import type { Edit, Fix, FixIntent } from '../../../model/finding.ts';
import { assume, fixOf, type Ledger, newLedger, prove, refuse } from '../../outcome.ts';
import { part } from '../lower/state.ts';
import { brief, nodeAt, nodesIn, replace, textOf, type View } from '../proofs/view.ts';
import type { Syntax } from '../tree.ts';
import { type Imported, importModule, importName } from './add-import.ts';
import { withoutUnused } from './drop-import.ts';

export function awaitTwin(view: View, intent: FixIntent & { kind: 'await-twin' }): Fix {
  const ledger = newLedger();
  const call = waitingCall(view, ledger, intent.call);
  if (intent.twin === 'sleep') isTime(view, ledger, call);
  const callee = part(call, 'function') ?? call;
  const { local, edits } = twinOf(view, intent.module, intent.twin, call);
  const all = [...edits, ...awaited(view, call, replace(view, callee.start, callee.end, `await ${local}`))];
  const first = [...nodesIn(callee)].find((node) => node.type === 'identifier');
  return fixOf(`Await \`${local}\` instead`, ledger, first ? withoutUnused(view, first, all) : all);
}

/** `asyncio.sleep`; what lies deep in a package by its own name. */
function twinOf(view: View, module: string, twin: string, call: Syntax): Imported {
  if (module.includes('.') && !twin.includes('.')) return importName(view, module, twin, call);
  const { local, edits } = importModule(view, module, call);
  return { local: `${local}.${twin}`, edits };
}

export function toThread(view: View, intent: FixIntent & { kind: 'to-thread' }): Fix {
  const ledger = newLedger();
  const call = waitingCall(view, ledger, intent.call);
  assume(ledger, 'it is safe in another thread');
  assume(ledger, 'it runs under Python 3.9 or later');
  const callee = part(call, 'function') ?? call;
  const given = part(call, 'arguments') ?? call;
  if (callee.type === 'call' || callee.type === 'lambda') refuse('what is called is made by another call');
  const asyncio = importModule(view, 'asyncio', call);
  const text = textOf(view, callee);
  const name = `${asyncio.local}.to_thread`;
  // Have: `f(x for x in xs)`, whose parentheses are those of the call.
  const isAlone = given.type === 'generator_expression';
  const open = isAlone ? given.start : given.start + 1;
  const next = view.text.slice(open, call.end).trimStart();
  const separator = next.startsWith(')') ? '' : /^[\r\n#]/.test(view.text.slice(open)) ? ',' : ', ';
  const head = replace(view, call.start, open, `await ${name}(${text}${separator}`);
  const edits = awaited(view, call, head);
  if (isAlone) edits.push(replace(view, call.end, call.end, ')'));
  return fixOf(`Run \`${brief(view, callee)}\` in a thread`, ledger, [...asyncio.edits, ...edits]);
}

/** `time.sleep` raises a ValueError for a negative time, and `asyncio.sleep` takes it for none. */
function isTime(view: View, ledger: Ledger, call: Syntax): void {
  const [time] = part(call, 'arguments')?.children ?? [];
  if (!time || /^(integer|float)$/.test(time.type)) return;
  for (let at = call; at.parent; at = at.parent) {
    const handlers = at.parent.type === 'try_statement' && at.field === 'body' ? at.parent.children.filter((c) => c.type === 'except_clause') : [];
    if (handlers.some((each) => /^except\b[^:]*\bValueError\b/.test(textOf(view, each)))) refuse('the ValueError of a negative time is handled');
  }
  assume(ledger, `\`${brief(view, time)}\` is not negative`);
}

/** The call, where it can be awaited. */
function waitingCall(view: View, ledger: Ledger, span: Span): Syntax {
  const call = nodeAt(view, span, /^call$/) ?? refuse('the call is not where it was');
  const fn = functionAround(call);
  if (fn?.type !== 'function_definition' || !fn.children.some((c) => c.type === 'async')) refuse('the function around it is not async');
  const other = otherLoop(view);
  if (other !== null) refuse(`\`${other}\` runs in a loop of its own, which knows nothing of \`asyncio\``);
  letsGo(view, fn, call);
  const name = part(fn, 'name');
  prove(ledger, `\`${name ? textOf(view, name) : 'the function'}\` is async`);
  assume(ledger, 'nothing relies on it running without a pause');
  return call;
}

/** Have: `import trio`. */
function otherLoop(view: View): string | null {
  for (const statement of view.root.children) {
    const name = /^import(_from)?_statement$/.test(statement.type)
      ? /^(?:from|import)\s+(trio|curio)\b/.exec(textOf(view, statement))?.[1]
      : undefined;
    if (name !== undefined) return name;
  }
  return null;
}

const LOCK = /(^|[._])(r?lock|mutex|sem|semaphore|cond|condition)(_|$)|\b(threading|multiprocessing)\.\w+\(/i;

/** Who waits while it holds the lock of a thread, lets the others of this thread wait for it for ever. */
function letsGo(view: View, fn: Syntax, call: Syntax): void {
  for (const node of nodesIn(fn)) {
    const isHeld = node.type === 'with_statement' && node.children[0]?.type !== 'async' && isIn(call, part(node, 'body'));
    for (const item of isHeld ? nodesIn(node.children.find((c) => c.type === 'with_clause') ?? node) : [])
      if (item.type === 'with_item' && isLock(view, item.children[0] ?? item)) refuse(`\`${brief(view, item)}\` is held while others run`);
    const callee = node.type === 'call' && node.start < call.start && node.parent?.type !== 'await' ? part(node, 'function') : null;
    const lock = callee?.type === 'attribute' && textOf(view, part(callee, 'attribute') ?? callee) === 'acquire' ? part(callee, 'object') : null;
    if (lock && isLock(view, lock)) refuse(`\`${brief(view, lock)}\` is held while others run`);
  }
}

function isLock(view: View, node: Syntax): boolean {
  const bound = node.type === 'identifier' ? view.names.of(node)?.mentions.find((m) => m.binds)?.node.parent : null;
  const made = bound?.type === 'assignment' ? part(bound, 'right') : null;
  return LOCK.test(textOf(view, node)) || (made !== null && LOCK.test(textOf(view, made)));
}

/** The function that would wait; only where nothing else stands between, which runs on its own. */
function functionAround(call: Syntax): Syntax | null {
  let comprehensions = 0;
  for (let at = call; at.parent; at = at.parent) {
    const { parent } = at;
    if (parent.type === 'function_definition') {
      if (at.field !== 'body') refuse('the call is evaluated where the function is defined');
      return parent;
    }
    if (parent.type === 'lambda') refuse('a lambda cannot wait');
    if (parent.type === 'class_definition' && at.field === 'body') refuse('the call is in the body of a class');
    if (parent.type === 'decorator') refuse('the call is in a decorator');
    const isFirst = at.type === 'for_in_clause' && parent.children.find((c) => c.type === 'for_in_clause') === at && isIn(call, part(at, 'right'));
    if (parent.type === 'generator_expression' && !isFirst) refuse('a generator that waits is an asynchronous one, which must be walked otherwise');
    if (/_comprehension$/.test(parent.type) && !isFirst) comprehensions++;
    // Before Python 3.11 an inner comprehension cannot wait.
    if (comprehensions > 1) refuse('the call is in a comprehension of a comprehension');
  }
  return null;
}

function isIn(node: Syntax, outer: Syntax | null): boolean {
  return outer !== null && node.start >= outer.start && node.end <= outer.end;
}

/** `time.sleep(1).real` would await what is read. */
function awaited(view: View, call: Syntax, head: Edit): Edit[] {
  const parent = call.parent;
  const isPart =
    (parent?.type === 'attribute' && call.field === 'object') ||
    (parent?.type === 'subscript' && call.field === 'value') ||
    (parent?.type === 'call' && call.field === 'function') ||
    parent?.type === 'await';
  if (view.comments.some((c) => c.start >= head.span.start && c.end <= head.span.end)) refuse('a comment stands in there');
  if (!isPart) return [head];
  return [{ ...head, text: `(${head.text}` }, replace(view, call.end, call.end, ')')];
}
