/** Which rows of which table a statement of SQL looks for: one table, and conditions that all have to hold. Whatever else it says makes it unread. */
import { closingOf, isSign, isWord, nameAt, partsOf, type Token, tokensOf } from './sql-tokens.ts';

export interface Sought {
  readonly table: string;
  readonly conditions: readonly Condition[];
}

export interface Condition {
  readonly column: string;
  /**
   * `chooses`: a value of whoever asks. `shares`: one that is written there, as one of few, or none at all; an index may answer both. `others`: nearly all
   * rows are meant.
   */
  readonly asks: 'chooses' | 'shares' | 'others';
}

export function soughtBySql(statement: string): Sought | null {
  const all = tokensOf(statement);
  if (isSign(all.at(-1), ';')) all.pop();
  const tokens = insideExists(all);
  if (tokens.filter((token) => isWord(token, 'select')).length > 1 || tokens.some((token) => isWord(token, 'join', 'or') || isSign(token, ';')))
    return null;
  const start = tableAt(tokens);
  const named = start === null ? null : nameAt(tokens, start);
  if (!named) return null;
  const where = named.end + behindTable(tokens.slice(named.end));
  if (!isWord(tokens[where], 'where')) return null;
  const alias = isWord(tokens[named.end], 'where', 'set') ? undefined : tokens[named.end + (isWord(tokens[named.end], 'as') ? 1 : 0)]?.text;
  const rest = tokens.slice(where + 1);
  const length = lengthOfConditions(rest);
  const conditions = length === null ? null : conditionsIn(rest.slice(0, length), [named.name, alias ?? named.name], 0);
  return conditions && conditions.length > 0 ? { table: named.name, conditions } : null;
}

/** Have: select exists (select 1 from users where email = $1) */
function insideExists(tokens: readonly Token[]): readonly Token[] {
  const isExists = isWord(tokens[0], 'select') && isWord(tokens[1], 'exists') && isSign(tokens[2], '(') && isWord(tokens[3], 'select');
  return isExists ? tokens.slice(3, closingOf(tokens, 2)) : tokens;
}

/** Where its table stands. */
function tableAt(tokens: readonly Token[]): number | null {
  const [first, second] = tokens;
  if (isWord(first, 'update')) return isWord(second, 'only') ? 2 : 1;
  if (isWord(first, 'delete') && isWord(second, 'from')) return isWord(tokens[2], 'only') ? 3 : 2;
  if (!isWord(first, 'select')) return null;
  const [list] = partsOf(tokens, (token) => isWord(token, 'from'));
  return list && list.length < tokens.length ? list.length + 1 : null;
}

/** How many words follow the table before its conditions: an alias, and what an `update` sets. */
function behindTable(tokens: readonly Token[]): number {
  const alias = isWord(tokens[0], 'as') ? 2 : isWord(tokens[0], 'where', 'set') || tokens[0]?.kind !== 'word' ? 0 : 1;
  if (!isWord(tokens[alias], 'set')) return alias;
  const [set = []] = partsOf(tokens.slice(alias), (token) => isWord(token, 'where', 'from'));
  return alias + set.length;
}

/** Null where what follows asks for more rows. */
function lengthOfConditions(tokens: readonly Token[]): number | null {
  const [conditions = []] = partsOf(tokens, (token) =>
    isWord(token, 'order', 'group', 'limit', 'offset', 'for', 'returning', 'having', 'fetch', 'union', 'intersect', 'except'),
  );
  return tokens.some((token) => isWord(token, 'union', 'intersect', 'except')) ? null : conditions.length;
}

function conditionsIn(tokens: readonly Token[], owners: readonly string[], depth: number): readonly Condition[] | null {
  if (depth > 8) return null;
  let isRange = false;
  const parts = partsOf(tokens, (token) => {
    if (isWord(token, 'between')) isRange = true;
    if (!isWord(token, 'and')) return false;
    const separates = !isRange;
    isRange = false;
    return separates;
  });
  const all = parts.map((part) => {
    const isHeld = isSign(part[0], '(') && closingOf(part, 0) === part.length - 1;
    if (isHeld) return conditionsIn(part.slice(1, -1), owners, depth + 1);
    const condition = conditionIn(part, owners);
    return condition && [condition];
  });
  return all.every((each) => each !== null) ? all.flat() : null;
}

function conditionIn(tokens: readonly Token[], owners: readonly string[]): Condition | null {
  const named = nameAt(tokens, 0);
  // `users.email`, not `audit.users.email` nor the column of who knows what.
  if (!named || named.end > 3 || (named.end === 3 && !owners.some((owner) => owner.toLowerCase() === tokens[0]?.text.toLowerCase()))) return null;
  const [sign, ...rest] = tokens.slice(named.end);
  const asking = (asks: Condition['asks']): Condition => ({ column: named.name, asks });
  if (isWord(sign, 'is')) {
    const isNone = rest.length === 1 && isWord(rest[0], 'null');
    const isOther = rest.length === 2 && isWord(rest[0], 'not') && isWord(rest[1], 'null');
    return isNone ? asking('shares') : isOther ? asking('others') : null;
  }
  if (isWord(sign, 'between')) {
    const [from = [], to = [], ...others] = partsOf(rest, (token) => isWord(token, 'and'));
    return others.length === 0 && isValue(from) && isValue(to) ? asking('chooses') : null;
  }
  if (!isValue(rest)) return null;
  const chosen = asking(isWritten(rest) ? 'shares' : 'chooses');
  if (isWord(sign, 'in')) return chosen;
  if (sign?.kind !== 'sign') return null;
  return /^(=|<=?|>=?)$/.test(sign.text) ? chosen : /^(<>|!=)$/.test(sign.text) ? asking('others') : null;
}

/** Have: outcome = 'won', level in (1, 2); not name = '${name}' */
function isWritten(tokens: readonly Token[]): boolean {
  return tokens.every(
    ({ kind, text, word }) =>
      kind === 'number' || (kind === 'text' && !text.includes('?')) || (kind === 'sign' && /^[-(),]$/.test(text)) || /^(true|false)$/.test(word),
  );
}

/** Words that are no columns, in what is compared. */
const KNOWN = /^(true|false|interval|array|current_timestamp|current_date|current_time|localtimestamp|day|hour|minute|second|week|month|year)$/;

/** What is known before any row is looked at. */
function isValue(tokens: readonly Token[]): boolean {
  let isOpen = true;
  return (
    tokens.length > 0 &&
    tokens.every((token, at) => {
      const before = tokens[at - 1];
      if (token.kind === 'name') return false;
      if (token.kind === 'word') {
        // `now()`, `$1::uuid`
        const isAllowed = isSign(tokens[at + 1], '(') || isSign(before, '::') || KNOWN.test(token.word);
        isOpen = false;
        return isAllowed && !isWord(token, 'not', 'like', 'exists', 'collate', 'escape');
      }
      if (token.kind === 'sign') {
        isOpen = !/^[)\]]$/.test(token.text);
        return /^([-+*/(),[\]]|::|\|\|)$/.test(token.text);
      }
      // Two values side by side: the second is a piece of SQL that is put in.
      const follows = isOpen || isWord(before, 'interval');
      isOpen = false;
      return follows;
    })
  );
}
