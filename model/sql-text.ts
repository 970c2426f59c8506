/** Statements of SQL as far as their text shows them: which tables they ask, and what their conditions name. Whatever is put in is `?`. */

import type { Value } from './file.ts';

/** Longer ones are cut, and then not read. */
const LONGEST = 2000;
const BEGINS = /^[\s(]*(?:select|insert|update|delete|with|alter|create)\s/i;

/** A text in pieces, between which values are put in, as a statement; undefined where it is none. */
export function asStatement(pieces: readonly string[]): string | undefined {
  const [first = ''] = pieces;
  if (!BEGINS.test(first)) return undefined;
  const text = pieces.join('?');
  return text.length > LONGEST ? undefined : text;
}

/** A value as SQL, should it be some: the statement, or as much of the text as there is. */
export function sqlOf({ statement, literal, text }: Value): string {
  return statement ?? (typeof literal === 'string' ? literal : text);
}

export interface AskedBySql {
  /** As written, without quotes and schema; the one that is asked first is first. */
  readonly tables: readonly string[];
  /** Every name in it, those of columns among them. */
  readonly names: readonly string[];
}

const TABLE = /\b(?:from|join|update|into)\s+(?:only\s+)?((?:[\w"`[\]]+\.)*[\w"`[\]]+|\?)/gi;
/** What stands before a value that is put in; after anything else it may be more conditions, or the name of a table. */
const BEFORE_VALUE =
  /(?:[=<>(,~@|+*/%-]|\b(?:in|like|ilike|limit|offset|between|interval|set|then|else|when|is|not|any|all|values|select|array)|\bbetween\s+\?\s+and)\s*$/i;

/** Null where it is no question with conditions, or where more of them may be put in. */
export function askedBySql(statement: string): AskedBySql | null {
  const text = statement
    .replace(/--[^\n]*/g, ' ')
    .replace(/\/\*[\s\S]*?\*\//g, ' ')
    .replace(/'(?:[^']|'')*'/g, "''");
  if (!/^[\s(]*(?:select|update|delete|with)\b/i.test(text) || !/\bwhere\b/i.test(text)) return null;
  const tables = [...text.matchAll(TABLE)].map((match) => (match[1] ?? '?').split('.').at(-1)?.replace(/\W/g, '') ?? '');
  if (tables.length === 0 || tables.includes('')) return null;
  const holes = [...text.matchAll(/\?/g)].map(({ index }) => text.slice(0, index));
  if (!holes.every((before) => BEFORE_VALUE.test(before))) return null;
  return { tables, names: text.match(/[A-Za-z_]\w*/g) ?? [] };
}

export interface Distribution {
  readonly table: string;
  /** Null: all of it is everywhere, or in one place again. */
  readonly column: string | null;
}

const DISTRIBUTES =
  /\b(create_distributed_table(?:_concurrently)?|create_reference_table|undistribute_table)\s*\(\s*'([\w."]+)'(?:\s*(?:::\w+)?\s*,\s*'(\w+)')?/gi;

/** What Citus is told: `SELECT create_distributed_table('orders', 'tenant_id')`. In order, so that the last word holds. */
export function distributedBySql(statement: string): Distribution[] {
  return [...statement.matchAll(DISTRIBUTES)].flatMap(([, verb = '', name = '', column]): Distribution[] => {
    const table = name.replaceAll('"', '').split('.').at(-1) ?? name;
    if (!/^create_distributed/i.test(verb)) return [{ table, column: null }];
    return column === undefined ? [] : [{ table, column }];
  });
}
