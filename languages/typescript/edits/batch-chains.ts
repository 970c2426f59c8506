/**
 * Recipes for queries that are chains of calls (knex, drizzle), and for stores that give values without their keys (redis).
 */
import ts from 'typescript';
import { refuse } from '../../outcome.ts';
import type { Ask, Plan } from './batch-plan.ts';
import { keyIn, NOTHING, patched, unrolled } from './batch-plan.ts';

export function redis(ask: Ask): Plan {
  const { view, call, callee } = ask;
  const key = call.arguments[0];
  if (ask.member !== 'get' || key === undefined || call.arguments.length !== 1) refuse('only `get` of one key has a form for many');
  if (!ask.reads(key)) refuse('the query does not depend on the element');
  const client = view.checker.getTypeAtLocation(callee.expression);
  const member = view.typed && view.checker.getPropertyOfType(client, 'mGet') !== undefined ? 'mGet' : 'mget';
  return {
    ...NOTHING,
    asked: call,
    model: 'value',
    client: ask.receiver,
    key,
    rowKey: '',
    shape: 'values',
    missing: ' ?? null',
    query: (keys) => `${ask.receiver}.${member}(${keys})`,
  };
}

/** Have: `knex('users').where({ id: x.userId })`, with or without `.first()`. */
export function knex(ask: Ask): Plan {
  const { view } = ask;
  const { root, chain } = unrolled(ask.call);
  if (!ts.isCallExpression(root) || root.arguments.length !== 1 || root.arguments[0] === undefined || !ts.isStringLiteral(root.arguments[0]))
    refuse('the query does not begin with a table’s name');
  const where = chain.find((link) => link.name === 'where');
  const others = chain.filter((link) => link !== where);
  if (where === undefined || others.some((link) => link.name !== 'first' || link.call.arguments.length > 0))
    refuse('the query has other parts than `where` and `first`');
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
export function drizzle(ask: Ask): Plan {
  const { view } = ask;
  const { root, chain } = unrolled(ask.call);
  const names = chain.map((link) => link.name).join(' ');
  const where = chain[chain.length - 1];
  const from = chain.find((link) => link.name === 'from')?.call.arguments[0];
  if (names !== 'select from where' || where === undefined || from === undefined || chain[0]?.call.arguments.length !== 0)
    refuse('the query is no plain `select().from(…).where(…)`');
  const condition = where.call.arguments[0];
  if (condition === undefined || !ts.isCallExpression(condition) || condition.expression.getText(view.source) !== 'eq')
    refuse('the condition is no single `eq`');
  const [column, key] = condition.arguments;
  if (
    column === undefined ||
    key === undefined ||
    !ts.isPropertyAccessExpression(column) ||
    column.expression.getText(view.source) !== from.getText(view.source) ||
    !ask.reads(key)
  )
    refuse('the condition is no single `eq` of a column and the element');
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
    dropped: ts.isIdentifier(condition.expression) ? condition.expression : null,
    query: (keys) => patched(view, where.call, [[condition, `inArray(${column.getText(view.source)}, ${keys})`]]),
    imports: [{ module: 'drizzle-orm', member: 'inArray' }],
  };
}
