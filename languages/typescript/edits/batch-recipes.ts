/**
 * Which query asks for many keys at once? One recipe per library: the shapes of a query for one key that it understands, and
 * the same query for a list of keys. What a recipe does not know, it refuses.
 */
import ts from 'typescript';
import { refuse } from '../../outcome.ts';
import { primitivesOf } from '../proofs/element-kind.ts';
import type { View } from '../proofs/view.ts';
import { bare, textOf } from '../proofs/view.ts';
import { drizzle, knex, redis } from './batch-chains.ts';
import type { Ask, Plan } from './batch-plan.ts';
import { chainEnd, keepsKey, keyIn, modelOf, NOTHING, nameOf, onlyObject, patched, textBetween, valueOf } from './batch-plan.ts';

export function planOf(view: View, recipe: string, call: ts.CallExpression, reads: (node: ts.Node) => boolean): Plan {
  const callee = bare(call.expression);
  if (!ts.isPropertyAccessExpression(callee) || callee.questionDotToken !== undefined || call.questionDotToken !== undefined)
    refuse('the query is no plain method call');
  if (call.arguments.some(ts.isSpreadElement)) refuse('the arguments of the query are spread');
  const ask: Ask = { view, call, callee, member: callee.name.text, receiver: textOf(view, callee.expression), reads };
  switch (recipe) {
    case 'prisma-in':
      return byWhere(ask, {
        one: { findUnique: 'findMany', findFirst: 'findMany' },
        many: ['findMany'],
        unique: ['findUnique'],
        allowed: ['where', 'select', 'include', 'orderBy', 'omit'],
        list: (keys) => `{ in: ${keys} }`,
        imports: [],
      });
    case 'typeorm-in':
      if (ask.member === 'findOneBy' || ask.member === 'findBy')
        return byFilter(
          ask,
          'findBy',
          ask.member === 'findOneBy' ? 'one' : 'many',
          (keys) => `In(${keys})`,
          [{ module: 'typeorm', member: 'In' }],
          '',
        );
      return byWhere(ask, {
        one: { findOne: 'find' },
        many: ['find'],
        unique: [],
        allowed: ['where', 'select', 'relations', 'order'],
        list: (keys) => `In(${keys})`,
        imports: [{ module: 'typeorm', member: 'In' }],
      });
    case 'sequelize-in':
      if (ask.member === 'findByPk')
        return byId(ask, 'id', (keys) => `${ask.receiver}.findAll({ where: { id: ${keys} } })`, call, ['`id` is the primary key']);
      return byWhere(ask, {
        one: { findOne: 'findAll' },
        many: ['findAll'],
        unique: [],
        allowed: ['where', 'include', 'order', 'attributes', 'raw'],
        list: (keys) => keys,
        imports: [],
      });
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
      return refuse(recipe === 'sql-any' ? 'statements given as text are not rewritten' : `\`${recipe}\` has no form for many keys`);
  }
}

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
  const bulk = isMany ? member : Object.hasOwn(form.one, member) ? form.one[member] : undefined;
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
    query: (keys) =>
      patched(view, call, [
        [ask.callee.name, bulk],
        [found.property, `${found.label}: ${form.list(keys)}`],
      ]),
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
    query: (keys) =>
      patched(view, call, [
        [ask.callee.name, bulk],
        [found.property, `${found.label}: ${list(keys)}`],
      ]) + (end === call ? suffix : textBetween(view, call, end)),
    imports,
    assumes: shape === 'many' || found.name === '_id' ? [] : [`\`${found.name}\` identifies one row`],
  };
}

function byId(ask: Ask, rowKey: string, query: (keys: string) => string, asked: ts.Expression, assumes: readonly string[]): Plan {
  const key = ask.call.arguments[0];
  if (key === undefined || ask.call.arguments.length > 1) refuse(`\`${ask.member}\` has options`);
  if (!ask.reads(key)) refuse('the query does not depend on the element');
  return {
    ...NOTHING,
    asked,
    model: modelOf(ask),
    client: ask.receiver,
    key,
    rowKey,
    keyAsString: rowKey === '_id',
    shape: 'one',
    missing: ' ?? null',
    query,
    assumes,
  };
}
