/** What stands in a loop, and is no query per element that one for all could replace: parts of one query, statements about tables, calls that are sent together. */
import { infoOf, libraryOf } from '../../model/calls.ts';
import { earlierLinks } from '../../model/chains.ts';
import type { Call, FileModel, Loop, Operation } from '../../model/file.ts';
import { dependsOnElement } from '../../model/flow.ts';
import type { Program } from '../../model/program.ts';
import { sqlOf } from '../../model/sql-text.ts';

/** Have: for (const table of tables) db.query(`SELECT count(*) FROM ${table}`): no query asks all of them. */
export function isOfAnyTable(file: FileModel, { args }: Call, loop: Loop): boolean {
  const sql = args[0]?.value;
  const init = sql?.root.kind === 'binding' && sql.path.length === 0 ? file.bindings[sql.root.binding]?.init : null;
  const { text = '', reads = [] } = init ?? sql ?? {};
  const name = /\b(?:from|into|update|join|table)\s+["'`[]?\$?\{(\w+)/i.exec(text)?.[1];
  return dependsOnElement(
    file,
    reads.filter((id) => file.bindings[id]?.name === name),
    loop,
  );
}

/** Have: cursor.execute(f'ALTER TABLE {table.name} SET …'): each is a statement of its own. */
export function isDefinition({ args: [sql] }: Call): boolean {
  return sql !== undefined && /^[rfb]*["'`\s]*(alter|create|drop|truncate|vacuum|analyze|refresh|grant|revoke|reindex)\b/i.test(sqlOf(sql.value));
}

/** `Promise.all(ids.map((id) => db.user.findUnique(…)))` of a client that sends calls made at the same time as one. */
export function isMerged(program: Program, file: FileModel, call: Call, op: Operation, loop: Loop): boolean {
  if (!loop.parallel || op.library === null || !program.knowledge.merges(op.library, op.form)) return false;
  const waitedFor = (other: Call): boolean => other !== call && other.awaited && other.loops[0] === loop.id && other.span.end < call.span.start;
  return !file.calls.some(waitedFor);
}

/** Have: knex.unionAll(ids.map((id) => knex('orders').where({ id }))): described one by one, and sent as one. */
export function isPartOfQuery(program: Program, file: FileModel, op: Operation, loop: Loop): boolean {
  if (op.library === null || loop.call === null || loop.parallel || !program.knowledge.isLazy(op.library)) return false;
  return file.calls.some(
    (other) =>
      other.args.some(({ value }) => value.root.kind === 'call' && value.root.call === loop.call) &&
      libraryOf(infoOf(program, file, other).symbol ?? '') === op.library,
  );
}

/** Have: for shop in Shop.objects.prefetch_related(Prefetch('orders', …)): shop.orders.all(). By its name, for of a class that is not found nothing else is known. */
export function isPrefetched(file: FileModel, { member, callee }: Call, { over }: Loop): boolean {
  const relation = file.language === 'python' && member === 'all' ? callee.path.at(-1) : undefined;
  const binding = over?.root.kind === 'binding' && over.path.length === 0 ? file.bindings[over.root.binding] : undefined;
  const made = binding?.init ?? over;
  const call = made?.root.kind === 'call' ? file.calls[made.root.call] : undefined;
  if (relation === undefined || !call) return false;
  return [call, ...earlierLinks(file, call)].some(
    (link) =>
      link.member === 'prefetch_related' &&
      link.args.some(({ value: { literal, root } }) => {
        const given = root.kind === 'call' ? file.calls[root.call]?.args[0]?.value.literal : literal;
        return given === relation;
      }),
  );
}
