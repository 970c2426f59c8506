/**
 * Which query asks for many keys at once? One recipe per library: the shapes of a query for one key that it understands, and
 * the same query for a list of keys. What a recipe does not know, it refuses.
 */
import ts from 'typescript';
import { primitivesOf } from './element-kind.ts';
import { refuse } from './outcome.ts';
import type { View } from './view.ts';
import { bare, brief, textOf } from './view.ts';

export interface Plan {
  /** The expression that is awaited: the call, or the chain that it begins. */
  readonly asked: ts.Expression;
  /** What is queried, to name variables after. */
  readonly model: string;
  /** The receiver whose writes would matter. */
  readonly client: string;
  readonly key: ts.Expression;
  /** Property of a row that holds the key. */
  readonly rowKey: string;
  readonly keyAsString: boolean;
  readonly shape: 'one' | 'many' | 'values';
  /** What follows the lookup when nothing was found: ` ?? null` where the query gives null. */
  readonly missing: string;
  readonly query: (keys: string) => string;
  /** The query fails for an empty list. */
  readonly guardEmpty: boolean;
  readonly imports: readonly { readonly module: string; readonly member: string }[];
  readonly assumes: readonly string[];
}

interface Ask {
  readonly view: View;
  readonly call: ts.CallExpression;
  readonly callee: ts.PropertyAccessExpression;
  readonly member: string;
  readonly receiver: string;
  readonly reads: (node: ts.Node) => boolean;
}

export function planOf(view: View, recipe: string, call: ts.CallExpression, reads: (node: ts.Node) => boolean): Plan {
  const callee = bare(call.expression);
  if (!ts.isPropertyAccessExpression(callee) || callee.questionDotToken !== undefined || call.questionDotToken !== undefined) refuse('the query is no plain method call');
  if (call.arguments.some(ts.isSpreadElement)) refuse('the arguments of the query are spread');
  const ask: Ask = { view, call, callee, member: callee.name.text, receiver: textOf(view, callee.expression), reads };
  switch (recipe) {
    case 'prisma-in':
      return byWhere(ask, { one: { findUnique: 'findMany', findFirst: 'findMany' }, many: ['findMany'], unique: ['findUnique'], allowed: ['where', 'select', 'include', 'orderBy', 'omit'], list: (keys) => `{ in: ${keys} }`, imports: [] });
    case 'typeorm-in':
      if (ask.member === 'findOneBy' || ask.member === 'findBy') return byFilter(ask, 'findBy', ask.member === 'findOneBy' ? 'one' : 'many', (keys) => `In(${keys})`, [{ module: 'typeorm', member: 'In' }], '');
      return byWhere(ask, { one: { findOne: 'find' }, many: ['find'], unique: [], allowed: ['where', 'select', 'relations', 'order'], list: (keys) => `In(${keys})`, imports: [{ module: 'typeorm', member: 'In' }] });
    case 'sequelize-in':
      if (ask.member === 'findByPk') return byId(ask, 'id', (keys) => `${ask.receiver}.findAll({ where: { id: ${keys} } })`, call, ['`id` is the primary key']);
      return byWhere(ask, { one: { findOne: 'findAll' }, many: ['findAll'], unique: [], allowed: ['where', 'include', 'order', 'attributes', 'raw'], list: (keys) => keys, imports: [] });
    case 'mongoose-in':
      if (ask.member === 'findById') {
        const end = chainEnd(ask, ['lean', 'exec']);
        return byId(ask, '_id', (keys) => `${ask.receiver}.find({ _id: { $in: ${keys} } })${textBetween(view, call, end)}`, end, []);
      }
      return byFilter(ask, 'find', ask.member === 'findOne' ? 'one' : 'many', (keys) => `{ $in: ${keys} }`, [], '');
    case 'mongodb-in':
      return byFilter(ask, 'find', ask.member === 'findOne' ? 'one' : 'many', (keys) => `{ $in: ${keys} }`, [], '.toArray()');
    case 'redis-mget':
      return redis(ask);
    case 'knex-wherein':
      return knex(ask);
    case 'drizzle-inarray':
      return drizzle(ask);
    default:
      return refuse(`no recipe \`${recipe}\` for many keys at once`);
  }
}

const NOTHING = { guardEmpty: false, imports: [], assumes: [], keyAsString: false } as const;

interface WhereForm {
  readonly one: Readonly<Record<string, string>>;
  readonly many: readonly string[];
  /** Members that take unique keys only. */
  readonly unique: readonly string[];
  readonly allowed: readonly string[];
  readonly list: (keys: string) => string;
  readonly imports: Plan['imports'];
}

/** Have: `model.findX({ where: { key: value, … }, … })` */
function byWhere(ask: Ask, form: WhereForm): Plan {
  const { view, call, member } = ask;
  const isMany = form.many.includes(member);
  const bulk = isMany ? member : (Object.hasOwn(form.one, member) ? form.one[member] : undefined);
  if (bulk === undefined) refuse(`\`${member}\` has no form for many keys`);
  const options = onlyObject(ask);
  for (const property of options.properties) {
    const name = nameOf(view, property);
    if (name === null || !form.allowed.includes(name)) refuse(`the query has \`${name ?? 'spread'}\`, which means something else for many keys`);
    if (!isMany && /^order/.test(name)) refuse('the query picks the first of an order');
    if (name !== 'where' && ask.reads(property)) refuse(`\`${name}\` depends on the element`);
  }
  const where = valueOf(options, 'where');
  if (where === null || !ts.isObjectLiteralExpression(where)) refuse('the condition is not written in place');
  const found = keyIn(ask, where);
  if (form.unique.includes(member) && where.properties.length > 1) refuse('the condition has more than one key');
  for (const part of ['select', 'attributes']) keepsKey(ask, valueOf(options, part), found.name);
  const omitted = valueOf(options, 'omit');
  if (omitted !== null) refuse('the query has `omit`');
  return {
    ...NOTHING,
    asked: call,
    model: modelOf(ask),
    client: ask.receiver,
    key: found.value,
    rowKey: found.name,
    shape: isMany ? 'many' : 'one',
    missing: isMany ? ' ?? []' : ' ?? null',
    query: (keys) => patched(view, call, [[ask.callee.name, bulk], [found.property, `${found.label}: ${form.list(keys)}`]]),
    imports: form.imports,
    assumes: isMany || form.unique.includes(member) ? [] : [`\`${found.name}\` identifies one row`],
  };
}

/** Have: `model.findX({ key: value, … })`, a condition alone. */
function byFilter(ask: Ask, bulk: string, shape: 'one' | 'many', list: (keys: string) => string, imports: Plan['imports'], suffix: string): Plan {
  const { view, call, member } = ask;
  if (!/^find(?:One)?(?:By)?$/.test(member)) refuse(`\`${member}\` has no form for many keys`);
  const end = shape === 'many' && suffix !== '' ? chainEnd(ask, ['toArray']) : suffix === '' ? chainEnd(ask, ['lean', 'exec']) : call;
  if (shape === 'many' && suffix !== '' && end === call) refuse('the cursor is used in another way than `toArray`');
  const where = onlyObject(ask);
  const found = keyIn(ask, where);
  const type = view.checker.getTypeAtLocation(found.value);
  const isTypeOrm = imports.length > 0;
  const isPlain = view.typed && primitivesOf(view, type) !== null && found.name !== '_id';
  return {
    ...NOTHING,
    asked: end,
    model: modelOf(ask),
    client: ask.receiver,
    key: found.value,
    rowKey: found.name,
    // Ids of MongoDB are objects: two of them are never `===`.
    keyAsString: !isTypeOrm && !isPlain,
    shape,
    missing: shape === 'many' ? ' ?? []' : ' ?? null',
    query: (keys) => patched(view, call, [[ask.callee.name, bulk], [found.property, `${found.label}: ${list(keys)}`]]) + (end === call ? suffix : textBetween(view, call, end)),
    imports,
    assumes: shape === 'many' || found.name === '_id' ? [] : [`\`${found.name}\` identifies one row`],
  };
}

function byId(ask: Ask, rowKey: string, query: (keys: string) => string, asked: ts.Expression, assumes: readonly string[]): Plan {
  const key = ask.call.arguments[0];
  if (key === undefined || ask.call.arguments.length > 1) refuse(`\`${ask.member}\` has options`);
  if (!ask.reads(key)) refuse('the query does not depend on the element');
  return { ...NOTHING, asked, model: modelOf(ask), client: ask.receiver, key, rowKey, keyAsString: rowKey === '_id', shape: 'one', missing: ' ?? null', query, assumes };
}

function redis(ask: Ask): Plan {
  const { view, call, callee } = ask;
  const key = call.arguments[0];
  if (ask.member !== 'get' || key === undefined || call.arguments.length !== 1) refuse('only `get` of one key has a form for many');
  if (!ask.reads(key)) refuse('the query does not depend on the element');
  const client = view.checker.getTypeAtLocation(callee.expression);
  const member = view.typed && view.checker.getPropertyOfType(client, 'mGet') !== undefined ? 'mGet' : 'mget';
  return { ...NOTHING, asked: call, model: 'value', client: ask.receiver, key, rowKey: '', shape: 'values', missing: ' ?? null', query: (keys) => `${ask.receiver}.${member}(${keys})` };
}

/** Have: `knex('users').where({ id: x.userId })`, with or without `.first()`. */
function knex(ask: Ask): Plan {
  const { view } = ask;
  const { root, chain } = unrolled(ask.call);
  if (!ts.isCallExpression(root) || root.arguments.length !== 1 || root.arguments[0] === undefined || !ts.isStringLiteral(root.arguments[0])) refuse('the query does not begin with a table’s name');
  const where = chain.find((link) => link.name === 'where');
  const others = chain.filter((link) => link !== where);
  if (where === undefined || others.some((link) => link.name !== 'first' || link.call.arguments.length > 0)) refuse('the query has other parts than `where` and `first`');
  const isOne = others.length === 1;
  const [first, second] = where.call.arguments;
  let name: string;
  let key: ts.Expression;
  if (first !== undefined && ts.isObjectLiteralExpression(first) && second === undefined) {
    const found = keyIn({ ...ask, call: where.call }, first);
    if (first.properties.length > 1) refuse('the condition has more than one key');
    name = found.name;
    key = found.value;
  } else if (first !== undefined && ts.isStringLiteral(first) && second !== undefined && where.call.arguments.length === 2) {
    name = first.text;
    key = second;
  } else return refuse('the condition is not written in place');
  if (!/^\w+$/.test(name)) refuse('the key belongs to another table');
  if (!ask.reads(key)) refuse('the query does not depend on the element');
  const end = chain[chain.length - 1]?.call ?? ask.call;
  return {
    ...NOTHING,
    asked: end,
    model: root.arguments[0].text.replace(/\W+/g, '_'),
    client: root.getText(view.source),
    key,
    rowKey: name,
    shape: isOne ? 'one' : 'many',
    missing: isOne ? '' : ' ?? []',
    query: (keys) => `${root.getText(view.source)}.whereIn('${name}', ${keys})`,
    assumes: isOne ? [`\`${name}\` identifies one row`] : [],
  };
}

/** Have: `db.select().from(users).where(eq(users.id, x.userId))` */
function drizzle(ask: Ask): Plan {
  const { view } = ask;
  const { root, chain } = unrolled(ask.call);
  const names = chain.map((link) => link.name).join(' ');
  const where = chain[chain.length - 1];
  const from = chain.find((link) => link.name === 'from')?.call.arguments[0];
  if (names !== 'select from where' || where === undefined || from === undefined || chain[0]?.call.arguments.length !== 0) refuse('the query is no plain `select().from(…).where(…)`');
  const condition = where.call.arguments[0];
  if (condition === undefined || !ts.isCallExpression(condition) || condition.expression.getText(view.source) !== 'eq') refuse('the condition is no single `eq`');
  const [column, key] = condition.arguments;
  if (column === undefined || key === undefined || !ts.isPropertyAccessExpression(column) || column.expression.getText(view.source) !== from.getText(view.source) || !ask.reads(key)) refuse('the condition is no single `eq` of a column and the element');
  return {
    ...NOTHING,
    asked: where.call,
    model: from.getText(view.source),
    client: root.getText(view.source),
    key,
    rowKey: column.name.text,
    shape: 'many',
    missing: ' ?? []',
    guardEmpty: true,
    query: (keys) => patched(view, where.call, [[condition, `inArray(${column.getText(view.source)}, ${keys})`]]),
    imports: [{ module: 'drizzle-orm', member: 'inArray' }],
  };
}

/** `a(…).b(…).c(…)` taken apart, from any call in it. */
function unrolled(call: ts.CallExpression): { root: ts.Expression; chain: { name: string; call: ts.CallExpression }[] } {
  let top: ts.CallExpression = call;
  while (ts.isPropertyAccessExpression(top.parent) && ts.isCallExpression(top.parent.parent) && top.parent.parent.expression === top.parent) top = top.parent.parent;
  const chain: { name: string; call: ts.CallExpression }[] = [];
  let at: ts.Expression = top;
  while (ts.isCallExpression(at) && ts.isPropertyAccessExpression(at.expression)) {
    chain.unshift({ name: at.expression.name.text, call: at });
    at = at.expression.expression;
  }
  return { root: at, chain };
}

/** The end of the chain that the call begins, if it holds these members only. */
function chainEnd(ask: Ask, members: readonly string[]): ts.CallExpression {
  let end = ask.call;
  while (ts.isPropertyAccessExpression(end.parent) && end.parent.expression === end) {
    const next = end.parent.parent;
    if (!ts.isCallExpression(next) || next.expression !== end.parent) break;
    if (!members.includes(end.parent.name.text) || next.arguments.length > 0) refuse(`the query goes on with \`${end.parent.name.text}\``);
    end = next;
  }
  return end;
}

function textBetween(view: View, from: ts.Node, to: ts.Node): string {
  return view.text.slice(from.end, to.end);
}

function onlyObject(ask: Ask): ts.ObjectLiteralExpression {
  const first = ask.call.arguments[0];
  const at = first === undefined ? null : bare(first);
  if (at === null || ask.call.arguments.length > 1 || !ts.isObjectLiteralExpression(at)) refuse('the query is not written in place');
  return at;
}

function nameOf(view: View, property: ts.ObjectLiteralElementLike): string | null {
  const name = property.name;
  if (name === undefined || ts.isComputedPropertyName(name)) return null;
  return ts.isStringLiteral(name) ? name.text : name.getText(view.source);
}

function valueOf(object: ts.ObjectLiteralExpression, name: string): ts.Expression | null {
  for (const property of object.properties) if (ts.isPropertyAssignment(property) && property.name.getText() === name) return bare(property.initializer);
  return null;
}

/** The one property of the condition that depends on the element. */
function keyIn(ask: Ask, where: ts.ObjectLiteralExpression): { name: string; label: string; value: ts.Expression; property: ts.ObjectLiteralElementLike } {
  const varying = where.properties.filter((property) => ask.reads(property));
  const property = varying[0];
  if (property === undefined) refuse('the query does not depend on the element');
  if (varying.length > 1) refuse('the query depends on the element by more than one key');
  const name = nameOf(ask.view, property);
  if (name === null || !/^[A-Za-z_$][\w$]*$/.test(name)) refuse('the key of the condition is computed');
  if (name === 'OR' || name === 'AND' || name === 'NOT') refuse('the condition is compound');
  const value = ts.isPropertyAssignment(property) ? property.initializer : ts.isShorthandPropertyAssignment(property) ? property.name : null;
  if (value === null) refuse('the condition is spread');
  if (ts.isObjectLiteralExpression(bare(value)) || ts.isCallExpression(bare(value))) refuse(`\`${brief(ask.view, value)}\` is no plain key`);
  return { name, label: property.name?.getText(ask.view.source) ?? name, value, property };
}

/** The rows must come with their key. */
function keepsKey(ask: Ask, select: ts.Expression | null, key: string): void {
  if (select === null) return;
  const text = select.getText(ask.view.source);
  if (ts.isArrayLiteralExpression(select) && select.elements.some((element) => ts.isStringLiteral(element) && element.text === key)) return;
  if (ts.isObjectLiteralExpression(select) && valueOf(select, key)?.kind === ts.SyntaxKind.TrueKeyword) return;
  refuse(`the query does not select its key \`${key}\`: \`${text.replace(/\s+/g, ' ').slice(0, 40)}\``);
}

function modelOf(ask: Ask): string {
  const at = bare(ask.callee.expression);
  const name = ts.isPropertyAccessExpression(at) ? at.name.text : ts.isIdentifier(at) ? at.text : 'row';
  return name.replace(/(?:Repository|Repo|Model|Collection)$/, '') || 'row';
}

/** The node's text with some of its parts replaced. */
function patched(view: View, node: ts.Node, parts: readonly (readonly [ts.Node, string])[]): string {
  const start = node.getStart(view.source);
  let text = textOf(view, node);
  const sorted = [...parts].sort((a, b) => b[0].getStart(view.source) - a[0].getStart(view.source));
  for (const [part, written] of sorted) text = text.slice(0, part.getStart(view.source) - start) + written + text.slice(part.end - start);
  return text;
}
