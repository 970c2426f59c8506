/** Words for queries: what they yield, whether the thread waits for the answer, and what cursors have in common. The families of databases are written in them. */
import type { KnowledgeRow } from '../../../model/knowledge.ts';
import { type Facts, on, queryRows, words, write } from '../../words.ts';
import { inThread } from './waiting.ts';

/** Rows that are walked, and that are no list: a cursor, a result. */
export const walkedRows: Facts = { result: { ...queryRows, kind: 'other' } };

/** Rows that were asked for before. */
export const rowsAtHand: Facts = { result: queryRows };

export const someRows: Facts = { result: { kind: 'list', extent: 'bounded', why: 'a batch of rows' } };

/** As large as the list of keys that it is given. */
export const perKey: Facts = { result: { kind: 'map', extent: 'input', why: 'an entry per key' } };

/** A statement, as text or built: whether it reads or writes stands in it. */
export const statement: Facts = { op: { kind: 'query' } };
export const statements: Facts = { op: { kind: 'query', bulk: true } };

/** Many such statements go out as one, by a recipe of the fix writer. */
export function batched(facts: Facts, batch: string): Facts {
  return facts.op ? { ...facts, op: { ...facts.op, batch } } : facts;
}

/** The thread waits for the answer. */
export function waitsFor(facts: Facts, remedy = inThread): Facts {
  return { ...facts, blocks: true, remedy };
}

/** Runs when it is called, in a library whose other queries wait until somebody needs what they yield. */
export function atOnce(facts: Facts): Facts {
  return { ...facts, eager: true };
}

/** Makes what was written last. */
export const commit: Facts = { ...write(), commits: true };

/** Stays inside the process: no round trip. */
export function inProcess(facts: Facts): Facts {
  return facts.op ? { ...facts, op: { ...facts.op, weight: 'light' } } : facts;
}

/** Each of these has a form for `async def` as well, named with an `a` before: `get` and `aget`. */
export function withAsyncForms(owners: string, members: string, facts: Facts): KnowledgeRow[] {
  return words(members).flatMap((name) => [...on(owners, name, waitsFor(facts, `Use \`a${name}\`.`)), ...on(owners, `a${name}`, facts)]);
}

/** A statement whose call gives back the cursor, to be walked. */
export const walkedStatement: Facts = { ...statement, ...walkedRows, returns: 'self' };

/** What the database interface of Python asks of every cursor; the rows came with the answer to `execute`. `how` says who waits. */
export function cursor(types: string, how: (facts: Facts) => Facts, execute = statement): KnowledgeRow[] {
  return [
    ...on(types, 'execute', how(execute)),
    ...on(types, 'executemany', how(statements)),
    ...on(types, 'fetchall', rowsAtHand),
    ...on(types, 'fetchmany', someRows),
  ];
}
