/**
 * `batch-query`: one query for all elements before the loop, then a lookup by key inside.
 *
 *     for (const o of orders) { const user = await prisma.user.findUnique({ where: { id: o.userId } }); … }
 *     =>
 *     const userById = new Map((await prisma.user.findMany({ where: { id: { in: orders.map((o) => o.userId) } } })).map((user) => [user.id, user]));
 *     for (const o of orders) { const user = userById.get(o.userId) ?? null; … }
 *
 * Always a suggestion: the rows are read at another time, and that nothing changes them in between cannot be proven.
 */
import ts from 'typescript';
import type { Edit, Fix, FixIntent } from '../../../model/finding.ts';
import type { Ledger } from '../../outcome.ts';
import { assume, fixOf, newLedger, prove, refuse } from '../../outcome.ts';
import { isList, isNonNull } from '../proofs/element-kind.ts';
import { whyNotPure } from '../proofs/is-pure.ts';
import { isMentioned, isTested } from '../proofs/is-readable-before.ts';
import { enclosingFunction, freeReads, isVisibleBefore, placeOf, symbolOf } from '../proofs/place.ts';
import type { View } from '../proofs/view.ts';
import { bare, brief, dressed, isInside, loopAt, nodeAt, replace, textOf } from '../proofs/view.ts';
import { isReachedFrom, namedImport } from './add-import.ts';
import type { Plan } from './batch-plan.ts';
import { planOf } from './batch-recipes.ts';
import { failsForAll, keysStay, rowsStay } from './batch-rows.ts';
import { withoutUnused } from './drop-import.ts';
import { camel, capital, freeName, plural, scopedName, singular } from './free-name.ts';
import type { Insertion } from './insertion.ts';
import { insertionBefore } from './insertion.ts';
import { indentAt } from './layout.ts';

export interface Walked {
  readonly list: ts.Expression;
  readonly param: ts.ParameterDeclaration | ts.VariableDeclaration;
  readonly name: string;
  /** The function whose body runs per element, for callbacks. */
  readonly callback: ts.Node | null;
}

export function batchQuery(view: View, intent: FixIntent & { kind: 'batch-query' }): Fix {
  // Have: `sql`…`` of postgres.js, which is a call without being written as one.
  if (nodeAt(view, intent.call, ts.isTaggedTemplateExpression) !== null) refuse('statements given as text are not rewritten');
  const call = nodeAt(view, intent.call, ts.isCallExpression) ?? refuse('the query is not where it was');
  const loop = loopAt(view, intent.loop) ?? refuse('the loop is not where it was');
  if (!isInside(call, loop) || call === loop) refuse('the query is not inside the loop');
  const walked = walkedBy(view, loop);
  const readsElement = (node: ts.Node): boolean =>
    freeReads(node).some((id) => isInside(symbolOf(view, id)?.valueDeclaration ?? view.source, walked.param));
  const plan = planOf(view, intent.recipe, call, readsElement);
  const awaited = dressed(plan.asked).parent;
  if (!ts.isAwaitExpression(awaited)) refuse('the query is not awaited where it stands');
  if (enclosingFunction(call) !== (walked.callback ?? enclosingFunction(loop))) refuse('the query stands in a function of its own');
  const insertion = insertionBefore(view, loop);
  const home = enclosingFunction(insertion.anchor);
  if (
    home === null
      ? !ts.isExternalModule(view.source)
      : !(ts.canHaveModifiers(home) && ts.getModifiers(home)?.some((m) => m.kind === ts.SyntaxKind.AsyncKeyword))
  )
    refuse('the function around the loop is not async');

  const ledger = newLedger();
  const place = placeOf(view, walked.list) ?? refuse(`\`${brief(view, walked.list)}\` is computed anew, so that it cannot be walked twice`);
  if (place.root !== 'this' && !isVisibleBefore(place.root, insertion.anchor)) refuse(`\`${brief(view, walked.list)}\` is made anew inside the loop`);
  const kind = isList(view, view.checker.getTypeAtLocation(walked.list));
  if (kind === 'no') refuse(`\`${brief(view, walked.list)}\` is not an array`);
  if (kind === 'unknown') assume(ledger, `\`${brief(view, walked.list)}\` is an array`);
  keyIsPlain(view, ledger, plan, walked, readsElement);
  sameQuery(view, plan, insertion);
  sameTypes(view, plan, loop, readsElement);
  noOtherWrites(view, loop, plan);
  failsForAll(call, loop);
  keysStay(view, place, plan.key, loop);
  rowsStay(view, awaited, loop);
  assume(ledger, `nothing in the loop changes what the query reads`);
  for (const phrase of plan.assumes) assume(ledger, phrase);
  prove(ledger, 'the query depends on the element by one key only');

  const edits: Edit[] = [];
  const keyText = textOf(view, plan.key);
  const listText = textOf(view, walked.list);
  const untyped = !view.js && view.typed && isAny(view, walked.list);
  const isReadonly = view.typed && view.checker.typeToString(view.checker.getTypeAtLocation(walked.list)).startsWith('readonly ');
  const keys =
    keyText === walked.name
      ? isReadonly
        ? `[...${listText}]`
        : listText
      : `${listText}.map((${walked.name}${untyped ? ': any' : ''}) => ${keyText})`;
  for (const needed of plan.imports) {
    const near = view.source.statements.find(ts.isImportDeclaration) ?? view.source.statements[0] ?? refuse('the file is empty');
    const esm = view.source.statements.some(ts.isImportDeclaration) || !/\brequire\(/.test(view.text);
    const added = namedImport(view, needed.module, needed.member, { statement: near, esm }, () => freeName(view, needed.member));
    if (!isReachedFrom(view, added.local, insertion.anchor)) refuse(`\`${added.local}\` means something else here`);
    if (added.local !== needed.member) refuse(`\`${needed.member}\` has another name in this file`);
    if (added.edit !== null) edits.push(added.edit);
  }
  const { lines, lookup } =
    plan.shape === 'values' ? valueLines(view, plan, keys, keyText, insertion) : rowLines(view, plan, keys, keyText, walked, insertion);
  const start = awaited.getStart(view.source);
  edits.push(...insertion.edits(lines), replace(view, start, awaited.end, /\?\?/.test(lookup) && !standsFree(awaited) ? `(${lookup})` : lookup));
  return fixOf(
    `Read all \`${plan.model}\` rows with one query before the loop`,
    ledger,
    plan.dropped === null ? edits : withoutUnused(view, plan.dropped, edits),
  );
}

function standsFree(node: ts.Node): boolean {
  const parent = node.parent;
  return (
    ts.isVariableDeclaration(parent) ||
    ts.isReturnStatement(parent) ||
    ts.isParenthesizedExpression(parent) ||
    ts.isPropertyAssignment(parent) ||
    (ts.isCallExpression(parent) && parent.expression !== node) ||
    ts.isForOfStatement(parent)
  );
}

function walkedBy(view: View, loop: ts.Node): Walked {
  if (ts.isForOfStatement(loop)) {
    const declared = ts.isVariableDeclarationList(loop.initializer) ? loop.initializer.declarations[0] : undefined;
    if (loop.awaitModifier !== undefined || declared === undefined || !ts.isIdentifier(declared.name)) refuse('the loop takes its elements apart');
    return { list: loop.expression, param: declared, name: declared.name.text, callback: null };
  }
  if (ts.isCallExpression(loop)) {
    const access = bare(loop.expression);
    const fn = loop.arguments[0] === undefined ? null : bare(loop.arguments[0]);
    if (
      !ts.isPropertyAccessExpression(access) ||
      access.name.text !== 'map' ||
      fn === null ||
      !(ts.isArrowFunction(fn) || ts.isFunctionExpression(fn))
    )
      refuse('the loop is no `for … of` and no `map`');
    const param = fn.parameters[0];
    if (param === undefined || !ts.isIdentifier(param.name)) refuse('the callback takes its elements apart');
    return { list: access.expression, param, name: param.name.text, callback: fn };
  }
  return refuse(`the loop is no \`for … of\`: \`${brief(view, loop)}\``);
}

function keyIsPlain(view: View, ledger: Ledger, plan: Plan, walked: Walked, readsElement: (node: ts.Node) => boolean): void {
  for (const id of freeReads(plan.key)) {
    const declaration = symbolOf(view, id)?.valueDeclaration;
    if (declaration !== undefined && !readsElement(id) && declaration.pos >= walked.param.pos && isInside(declaration, walked.param.parent.parent))
      refuse(`the key depends on \`${id.text}\`, which is made inside the loop`);
  }
  const why = whyNotPure(view, plan.key);
  if (why !== null) {
    if (/is a call$/.test(why)) refuse(`the key is not a plain value: ${why}`);
    assume(ledger, `\`${brief(view, plan.key)}\` is a plain value`);
  }
  // `key!` is no check.
  const type = view.checker.getTypeAtLocation(bare(plan.key));
  if (view.strict && (type.flags & ts.TypeFlags.Any) === 0 && !isNonNull(view, type)) refuse(`\`${brief(view, plan.key)}\` may be null or undefined`);
}

/** What else the query reads must have its value before the loop. */
function sameQuery(view: View, plan: Plan, insertion: Insertion): void {
  for (const id of freeReads(plan.asked)) {
    if (isInside(id, plan.key)) continue;
    const symbol = symbolOf(view, id);
    if (symbol?.valueDeclaration === undefined || isInside(symbol.valueDeclaration, plan.asked)) continue;
    if (!isVisibleBefore(symbol, insertion.anchor)) refuse(`the query depends on \`${id.text}\`, which is made inside the loop`);
  }
}

/** Have: `if ('teamId' in context) … context.teamId`, `if (!o.userId) continue`: before the loop nothing has been checked yet. */
function sameTypes(view: View, plan: Plan, loop: ts.Node, readsElement: (node: ts.Node) => boolean): void {
  const { checker } = view;
  const typesTell = view.typed && view.strict;
  const visit = (node: ts.Node): void => {
    ts.forEachChild(node, visit);
    if (!(ts.isIdentifier(node) && ts.isExpression(node) && freeReads(node).length > 0) && !ts.isPropertyAccessExpression(node)) return;
    const name = ts.isPropertyAccessExpression(node) ? node.name : node;
    if (ts.isIdentifier(node) && ts.isPropertyAccessExpression(node.parent) && node.parent.name === node) return;
    const symbol = checker.getSymbolAtLocation(name);
    if (symbol?.valueDeclaration === undefined || (symbol.flags & (ts.SymbolFlags.Variable | ts.SymbolFlags.Property)) === 0) return;
    if (isInside(symbol.valueDeclaration, plan.asked)) return;
    const inKey = readsElement(node);
    if (!typesTell) {
      if (isTested([loop], node as ts.Expression, name.text))
        refuse(`\`${brief(view, node)}\` is checked inside the loop, and may be missing before it`);
      return;
    }
    const [declared, here] = [checker.getTypeOfSymbol(symbol), checker.getTypeAtLocation(node)];
    if (((declared.flags | here.flags) & ts.TypeFlags.Any) !== 0 || checker.isTypeAssignableTo(declared, here)) return;
    if (inKey || isMentioned(view, [loop], plan.asked, name.text)) refuse(`\`${brief(view, node)}\` is checked inside the loop, not before it`);
  };
  visit(plan.asked);
}

const WRITES =
  /^(?:create|update|upsert|delete|save|insert|remove|replace|bulk|destroy|increment|decrement|set|del|incr|decr|expire|append|findOneAnd|findByIdAnd|\$executeRaw|transaction|\$transaction)/i;

function noOtherWrites(view: View, loop: ts.Node, plan: Plan): void {
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression) && WRITES.test(node.expression.name.text)) {
      const receiver = node.expression.expression.getText(view.source);
      if (receiver === plan.client || plan.client.startsWith(`${receiver}.`) || plan.client.startsWith(`${receiver}(`))
        refuse(`the loop also writes what it reads: \`${brief(view, node)}\``);
    }
    ts.forEachChild(node, visit);
  };
  visit(loop);
}

function rowLines(view: View, plan: Plan, keys: string, keyText: string, walked: Walked, insertion: Insertion): { lines: string[]; lookup: string } {
  const { semi, unit } = insertion;
  const model = camel(plan.model);
  const wishRow = singular(model);
  const wrap = (text: string): string => (plan.keyAsString ? `String(${text})` : text);
  const query = plan.query(keys);
  const asked = plan.guardEmpty ? `${textOf(view, walked.list)}.length > 0 ? await ${query} : []` : `await ${query}`;
  const row = scopedName(wishRow, []);
  const rowKey = wrap(`${row}.${plan.rowKey}`);
  const by = capital(plan.rowKey.replace(/^_/, ''));
  if (plan.shape === 'one') {
    const name = freeName(view, `${wishRow}By${by}`, [row], insertion.anchor);
    // Have: a query without types, whose rows are `any`.
    const anyRow = !view.js && view.typed && isAny(view, plan.asked);
    const pairs = anyRow ? `(${row}: any) => [${rowKey}, ${row}]` : `(${row}) => [${rowKey}, ${row}]`;
    const map = anyRow ? 'Map<any, any>' : 'Map';
    const rows = freeName(view, plural(wishRow), [row, walked.name, name], insertion.anchor);
    return {
      lines: asked.includes('\n')
        ? [`const ${rows} = ${moved(view, plan.asked, asked, insertion)}${semi}`, `const ${name} = new ${map}(${rows}.map(${pairs}))${semi}`]
        : [`const ${name} = new ${map}((${asked}).map(${pairs}))${semi}`],
      lookup: `${name}.get(${wrap(keyText)})${plan.missing}`,
    };
  }
  const rows = freeName(view, plural(wishRow), [row, walked.name], insertion.anchor);
  const name = freeName(view, `${rows}By${by}`, [row, rows], insertion.anchor);
  const group = scopedName('group', [row, rows, name]);
  const types = view.js ? '' : `<${plan.keyAsString ? 'string' : `(typeof ${rows})[number]['${plan.rowKey}']`}, typeof ${rows}>`;
  return {
    lines: [
      `const ${rows} = ${moved(view, plan.asked, asked, insertion)}${semi}`,
      `const ${name} = new Map${types}()${semi}`,
      `for (const ${row} of ${rows}) {`,
      `${unit}const ${group} = ${name}.get(${rowKey})${semi}`,
      `${unit}if (${group}) ${group}.push(${row})${semi}`,
      `${unit}else ${name}.set(${rowKey}, [${row}])${semi}`,
      '}',
    ],
    lookup: `${name}.get(${wrap(keyText)}) ?? []`,
  };
}

function isAny(view: View, asked: ts.Expression): boolean {
  const type = view.checker.getAwaitedType(view.checker.getTypeAtLocation(asked));
  // What a missing package would declare has the type `error`: once it is there, inference finds the rows' own.
  return type !== undefined && (type.flags & ts.TypeFlags.Any) !== 0 && !('intrinsicName' in type && type.intrinsicName === 'error');
}

/** Several lines, indented for their new place. The text of a template is left alone. */
function moved(view: View, from: ts.Node, text: string, insertion: Insertion): string {
  if (text.includes('`')) return text;
  const was = indentAt(view, from.getStart(view.source));
  return text
    .split(/\r?\n/)
    .map((line, i) => (i === 0 ? line : `${insertion.indent}${line.startsWith(was) ? line.slice(was.length) : line.trimStart()}`))
    .join('\n');
}

/** Values without a key of their own: paired with the keys by position. */
function valueLines(view: View, plan: Plan, keys: string, keyText: string, insertion: Insertion): { lines: string[]; lookup: string } {
  const { semi } = insertion;
  const isNamed = /^[\w$.]+$/.test(keys);
  const all = isNamed ? keys : freeName(view, 'keys', [], insertion.anchor);
  const values = freeName(view, 'values', [all], insertion.anchor);
  const key = scopedName('key', [all, values]);
  const i = scopedName('i', [all, values, key]);
  const name = freeName(view, 'valueByKey', [key], insertion.anchor);
  return {
    lines: [
      ...(isNamed ? [] : [`const ${all} = ${keys}${semi}`]),
      `const ${values} = ${all}.length > 0 ? await ${plan.query(all)} : []${semi}`,
      `const ${name} = new Map(${all}.map((${key}, ${i}) => [${key}, ${values}[${i}] ?? null]))${semi}`,
    ],
    lookup: `${name}.get(${keyText}) ?? null`,
  };
}
