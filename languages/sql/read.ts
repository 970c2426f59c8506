/**
 * Reads from files of SQL which tables and indexes they make. Statement by statement, in whichever dialect, and only these facts: what cannot be read
 * is passed over. What was made counts for good: whoever drops it may make it anew elsewhere.
 */
import type { Span } from '../../model/file.ts';
import { closingOf, DOLLARS, isSign, isWord, nameAt, partsOf, type Token, tokensOf } from '../../model/sql-tokens.ts';

export interface SqlColumn {
  readonly table: string;
  readonly name: string;
  /** The first word of its type: `varchar`; null for lists, and where it has none. */
  readonly type: string | null;
  /** It has a constant to begin with, or its own list of values: other rows are alike. */
  readonly isShared: boolean;
  readonly span: Span;
}

export interface OfTable {
  readonly table: string;
  readonly name: string;
}

export interface SqlText {
  readonly columns: readonly SqlColumn[];
  /** Columns that begin an index, or that one is made of in a way that is not read. */
  readonly indexed: readonly OfTable[];
  /** Columns that refer to another table. */
  readonly foreign: readonly OfTable[];
  /** Columns that hold one of the values that a condition lists. */
  readonly listed: readonly OfTable[];
  /** Tables that are made in a way that is not read: `create table copy as select …`. */
  readonly unread: readonly string[];
  readonly renamed: readonly { readonly from: string; readonly to: string }[];
  readonly renamedColumns: readonly { readonly table: string; readonly from: string; readonly to: string }[];
  /** Types that are lists of values. */
  readonly enums: readonly string[];
  /** Does no index of its own for what refers to another table, by how it is written. */
  readonly isPlain: boolean;
  readonly isMysql: boolean;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer E)[] ? E[] : T[K] };

/** What only PostgreSQL and SQLite say. */
const PLAIN =
  /::|\$\$|\b(big|small)?serial\b|\b(timestamptz|jsonb|bytea|plpgsql|autoincrement|pragma|without\s+rowid|gen_random_uuid|uuid_generate_v4)\b|\busing\s+(btree|gin|gist|brin)\b|\bgenerated\s+(always|by\s+default)\s+as\s+identity\b/i;
const MYSQL = /\b(auto_increment|engine\s*=\s*innodb|unsigned|utf8mb4)\b/i;

export function readSql(text: string): SqlText {
  const found: Mutable<SqlText> = {
    columns: [],
    indexed: [],
    foreign: [],
    listed: [],
    unread: [],
    renamed: [],
    renamedColumns: [],
    enums: [],
    isPlain: PLAIN.test(text),
    isMysql: MYSQL.test(text),
  };
  if (!/\b(create|alter)\s/i.test(text)) return found;
  const tokens = tokensOf(text);
  for (let at = 0; at < tokens.length; at++) {
    if (isWord(tokens[at], 'create')) readCreate(found, tokens, at);
    else if (isWord(tokens[at], 'alter') && isWord(tokens[at + 1], 'table')) readAlter(found, tokens, at + 2);
  }
  return found;
}

/** What may stand between `create` and what is created. */
const KINDS =
  /^(or|replace|global|local|unlogged|unique|clustered|nonclustered|columnstore|fulltext|spatial|virtual|temp|temporary|foreign|external|bitmap)$/;

function readCreate(found: Mutable<SqlText>, tokens: readonly Token[], create: number): void {
  let at = create + 1;
  while (KINDS.test(tokens[at]?.word ?? '')) at++;
  const isKind = (...kinds: string[]): boolean => tokens.slice(create, at).some((token) => isWord(token, ...kinds));
  if (isWord(tokens[at], 'index')) readIndex(found, tokens, at + 1);
  // Those are gone at the end of a session, or kept elsewhere.
  else if (isWord(tokens[at], 'table') && !isKind('temp', 'temporary', 'foreign', 'external', 'virtual')) readTable(found, tokens, at + 1);
  else if (isWord(tokens[at], 'type')) {
    const named = nameAt(tokens, at + 1);
    if (named && isWord(tokens[named.end], 'as') && isWord(tokens[named.end + 1], 'enum')) found.enums.push(named.name.toLowerCase());
  }
}

/** Have: create unique index concurrently if not exists by_email on only shop.users using btree (lower(email), name) where … */
function readIndex(found: Mutable<SqlText>, tokens: readonly Token[], at: number): void {
  const on = at + tokens.slice(at, at + 12).findIndex((token) => isWord(token, 'on'));
  const named = on < at ? null : nameAt(tokens, isWord(tokens[on + 1], 'only') ? on + 2 : on + 1);
  if (!named) return;
  const open = isWord(tokens[named.end], 'using') ? named.end + 2 : named.end;
  if (isSign(tokens[open], '(')) addIndexed(found, named.name, tokens, open);
  else found.unread.push(named.name);
}

/** Names in brackets of which the first begins an index; all of an expression, because nobody knows which of them it answers for. */
function addIndexed(found: Mutable<SqlText>, table: string, tokens: readonly Token[], open: number): void {
  const close = closingOf(tokens, open);
  if (!isSign(tokens[close], ')')) {
    found.unread.push(table);
    return;
  }
  const [first = []] = partsOf(tokens.slice(open + 1, close), (token) => isSign(token, ','));
  for (const name of namesIn(first.length > 1 && isSign(first[1], '(') && first[2]?.kind === 'number' ? first.slice(0, 1) : first))
    found.indexed.push({ table, name });
}

function namesIn(tokens: readonly Token[]): string[] {
  return tokens.flatMap((token) => (token.kind === 'word' || token.kind === 'name' ? [token.text] : []));
}

function readTable(found: Mutable<SqlText>, tokens: readonly Token[], at: number): void {
  const named = nameAt(tokens, isWord(tokens[at], 'if') ? at + 3 : at);
  if (!named) return;
  const { name: table, end: open } = named;
  const close = isSign(tokens[open], '(') ? closingOf(tokens, open) : tokens.length;
  if (!isSign(tokens[close], ')')) {
    // Those of a part are the whole's.
    if (!isWord(tokens[open], 'partition')) found.unread.push(table);
    return;
  }
  const items = tokens.slice(open + 1, close);
  for (const item of partsOf(items, (token) => isSign(token, ','))) readItem(found, table, item);
  readTail(found, table, tokens, close + 1);
}

/** What follows the columns: other databases say there by which of them rows are ordered, and so found. */
function readTail(found: Mutable<SqlText>, table: string, tokens: readonly Token[], from: number): void {
  for (let at = from; !isEnd(tokens, at); at++) {
    if (isWord(tokens[at], 'order', 'cluster', 'sortkey', 'distkey', 'distribute', 'distributed')) found.unread.push(table);
    if (!isWord(tokens[at], 'partition')) continue;
    const open = at + tokens.slice(at, at + 5).findIndex((token) => isSign(token, '('));
    if (open >= at) for (const name of namesIn(tokens.slice(open, Math.min(closingOf(tokens, open), open + 20)))) found.indexed.push({ table, name });
  }
}

/** Statements end with a sign, or where another begins: SQL Server does without. */
function isEnd(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  return (
    token === undefined ||
    isSign(token, ';') ||
    isSign(token, DOLLARS) ||
    isWord(token, 'create', 'go', 'insert') ||
    (isWord(token, 'alter') && isWord(tokens[at + 1], 'table'))
  );
}

/** A column, or what is said of several: `primary key (shop_id, number)`, `unique key by_email (email)`. */
function readItem(found: Mutable<SqlText>, table: string, given: readonly Token[]): void {
  const item = isWord(given[0], 'constraint') ? given.slice(2) : given;
  const [first] = item;
  const open = item.findIndex((token) => isSign(token, '('));
  const held = open < 0 ? [] : item.slice(open + 1, closingOf(item, open));
  const isKey = isWord(first, 'unique', 'exclude') || (isWord(first, 'primary', 'fulltext', 'spatial') && isWord(item[1], 'key', 'index'));
  if (isKey || (isWord(first, 'key', 'index') && open > 0 && open < 5 && /^(word|name)$/.test(held[0]?.kind ?? ''))) {
    if (open >= 0) addIndexed(found, table, item, open);
  } else if (isWord(first, 'foreign') && isWord(item[1], 'key')) {
    const [name] = namesIn(held);
    if (name !== undefined) found.foreign.push({ table, name });
  } else if (isWord(first, 'check')) listed(found, table, item);
  else if (isWord(first, 'like', 'inherits')) found.unread.push(table);
  else if (!isWord(first, 'period', 'constraint')) readColumn(found, table, item);
}

/** Have: check (role in ('admin', 'user')), check (role = any (array['admin'])) */
function listed(found: Mutable<SqlText>, table: string, tokens: readonly Token[]): void {
  const lists = tokens.some((token) => isWord(token, 'in', 'any')) && tokens.some(({ kind }) => kind === 'text' || kind === 'number');
  if (lists) for (const name of namesIn(tokens)) found.listed.push({ table, name });
}

/** What ends the type of a column. */
const SAYS =
  /^(not|null|default|primary|unique|references|check|constraint|generated|collate|auto_increment|autoincrement|identity|comment|on|as|key)$/;

function readColumn(found: Mutable<SqlText>, table: string, item: readonly Token[]): void {
  const [first, ...rest] = item;
  const last = item.at(-1);
  if (!first || !last || (first.kind !== 'word' && first.kind !== 'name')) return;
  const name = first.text;
  const says = rest.findIndex((token) => SAYS.test(token.word));
  const typed = says < 0 ? rest : rest.slice(0, says);
  const said = says < 0 ? [] : rest.slice(says);
  const isList = typed.some((token) => isSign(token, '[')) || typed.some((token) => isWord(token, 'array'));
  const type = typed.length === 0 || isList ? undefined : nameAt(typed, 0)?.name.toLowerCase();
  if (said.some((token) => isWord(token, 'primary', 'unique', 'key'))) found.indexed.push({ table, name });
  if (said.some((token) => isWord(token, 'references'))) found.foreign.push({ table, name });
  const check = said.findIndex((token) => isWord(token, 'check'));
  if (check >= 0) listed(found, table, said.slice(check));
  found.columns.push({ table, name, type: type ?? null, isShared: isConstant(said), span: { start: first.start, end: last.end } });
}

/** Have: default 'new', default 0, default (1), default false */
function isConstant(said: readonly Token[]): boolean {
  const at = said.findIndex((token) => isWord(token, 'default'));
  if (at < 0) return false;
  const value = said.slice(at + 1).find((token) => !isSign(token, '(') && !isSign(token, '-'));
  return value?.kind === 'number' || (value?.kind === 'text' && value.text !== '') || isWord(value, 'true', 'false');
}

/** Have: alter table only shop.users add constraint users_pkey primary key (id), add column email text unique, rename to people */
function readAlter(found: Mutable<SqlText>, tokens: readonly Token[], at: number): void {
  let start = at;
  while (isWord(tokens[start], 'if', 'exists', 'only')) start++;
  const named = nameAt(tokens, start);
  if (!named) return;
  const { name: table } = named;
  let end = named.end;
  while (!isEnd(tokens, end)) end++;
  for (const action of partsOf(tokens.slice(named.end, end), (token) => isSign(token, ','))) readAction(found, table, action);
}

function readAction(found: Mutable<SqlText>, table: string, given: readonly Token[]): void {
  // SQL Server says before it whether rows are looked through: `with check add …`.
  const action = isWord(given[0], 'with') ? given.slice(2) : given;
  const [verb] = action;
  const rest = action.slice(isWord(action[1], 'column') ? 2 : 1);
  if (isWord(verb, 'add', 'modify')) readItem(found, table, isWord(rest[0], 'if') ? rest.slice(3) : rest);
  else if (isWord(verb, 'change')) {
    const [from, ...item] = rest;
    if (from && item[0]) found.renamedColumns.push({ table, from: from.text, to: item[0].text });
    readItem(found, table, item);
  } else if (isWord(verb, 'rename')) {
    const to = rest.findIndex((token) => isWord(token, 'to'));
    const renamed = to < 0 ? null : nameAt(rest, to + 1);
    const [from] = rest;
    if (renamed && (to === 0 || isWord(from, 'as'))) found.renamed.push({ from: table, to: renamed.name });
    else if (renamed && from && to === 1) found.renamedColumns.push({ table, from: from.text, to: renamed.name });
  } else if (isWord(verb, 'alter') && action.some((token) => isWord(token, 'default')) && rest[0]) {
    if (isConstant(rest)) found.listed.push({ table, name: rest[0].text });
  }
}
