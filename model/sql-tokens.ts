/** The words of SQL, of a statement in code or of a whole file, in whichever dialect: comments are left out, and nothing that is read stops it. */

export interface Token {
  /** `name`: between quotes. `value`: a parameter, or what is put in. */
  readonly kind: 'word' | 'name' | 'text' | 'number' | 'value' | 'sign';
  /** Without quotes. */
  readonly text: string;
  /** A word in lower case; empty for everything else. */
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

const TOKEN = new RegExp(
  [
    String.raw`(?<blank>\s+|--[^\n]*|/\*[\s\S]*?(?:\*/|(?![\s\S]))|(?<=^[ \t]*)#[^\n]*)`,
    String.raw`(?<dollar>\$(?:[A-Za-z_]\w*)?\$)`,
    String.raw`(?<escaped>[eE]'(?:[^'\\]|''|\\[\s\S])*(?:'|(?![\s\S])))`,
    String.raw`(?<text>[nN]?'(?:[^']|'')*(?:'|(?![\s\S])))`,
    String.raw`(?<name>"(?:[^"]|"")*(?:"|(?![\s\S]))|${'`'}[^${'`'}]*(?:${'`'}|(?![\s\S]))|\[[A-Za-z_][\w $-]*\])`,
    '(?<cast>::)',
    String.raw`(?<value>\$\d+|\?\d*|%s|%\(\w+\)s|[:@]\w+)`,
    String.raw`(?<number>\d+(?:\.\d+)?)`,
    String.raw`(?<word>[A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*)`,
    String.raw`(?<sign><=|>=|<>|!=|->>?|#>>?|\|\||&&|@>|<@|~\*|!~|[\s\S])`,
  ].join('|'),
  'gmy',
);

/** A text in MySQL goes on after `\'`; in other dialects it ends there. */
const ESCAPED = /[nN]?'(?:[^'\\]|''|\\[\s\S])*(?:'|(?![\s\S]))/y;

export function tokensOf(sql: string): Token[] {
  return tokensIn(sql, 0, sql.includes('`'), 0);
}

/** Stands where a body between dollars begins and ends. */
export const DOLLARS = '$$';

/** Bodies between dollars within others. */
const DEEPEST = 4;

/** Bodies between dollars are read like what is around them: migrations wrap their statements so. */
function tokensIn(sql: string, offset: number, escapes: boolean, depth: number): Token[] {
  const found: Token[] = [];
  const add = (kind: Token['kind'], text: string, start: number, end: number): void => {
    found.push({ kind, text, word: kind === 'word' ? text.toLowerCase() : '', start: offset + start, end: offset + end });
  };
  for (let at = 0; at < sql.length; ) {
    TOKEN.lastIndex = at;
    const groups = TOKEN.exec(sql)?.groups ?? {};
    let end = TOKEN.lastIndex;
    const { blank, dollar, escaped, text, name, value, number, word } = groups;
    if (dollar !== undefined) {
      const closing = sql.indexOf(dollar, end);
      const last = closing < 0 ? sql.length : closing;
      add('sign', DOLLARS, at, end);
      if (depth < DEEPEST) for (const token of tokensIn(sql.slice(end, last), offset + end, escapes, depth + 1)) found.push(token);
      add('sign', DOLLARS, last, last);
      end = Math.min(last + dollar.length, sql.length);
    } else if (text !== undefined || escaped !== undefined) {
      if (text !== undefined && escapes) {
        ESCAPED.lastIndex = at;
        if (ESCAPED.test(sql)) end = ESCAPED.lastIndex;
      }
      add('text', sql.slice(sql.indexOf("'", at) + 1, end - 1), at, end);
    } else if (name !== undefined) add('name', name.slice(1, -1).replaceAll('""', '"'), at, end);
    else if (value !== undefined) add('value', value, at, end);
    else if (number !== undefined) add('number', number, at, end);
    else if (word !== undefined) add('word', word, at, end);
    else if (blank === undefined) add('sign', sql.slice(at, end), at, end);
    at = end;
  }
  return found;
}

export function isWord(token: Token | undefined, ...words: readonly string[]): boolean {
  return token?.kind === 'word' && words.includes(token.word);
}

export function isSign(token: Token | undefined, sign: string): boolean {
  return token?.kind === 'sign' && token.text === sign;
}

/** More words than any table or condition has. */
const LONGEST = 10_000;

/** The place of the bracket that closes the one at `open`; the end where none does. */
export function closingOf(tokens: readonly Token[], open: number): number {
  let depth = 0;
  for (let at = open; at < tokens.length && at < open + LONGEST && !isSign(tokens[at], ';'); at++) {
    if (isSign(tokens[at], '(')) depth++;
    else if (isSign(tokens[at], ')') && --depth === 0) return at;
  }
  return tokens.length;
}

/** What stands between the commas, or other words, that no bracket holds. */
export function partsOf(tokens: readonly Token[], separates: (token: Token) => boolean): (readonly Token[])[] {
  const parts: Token[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    if (isSign(token, '(')) depth++;
    else if (isSign(token, ')')) depth--;
    if (depth === 0 && separates(token)) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts;
}

export interface Named {
  /** The last part of it, as written. */
  readonly name: string;
  /** The place behind it. */
  readonly end: number;
}

/** `users`, `public.users`, `"public"."users"` at a place. */
export function nameAt(tokens: readonly Token[], at: number): Named | null {
  for (let place = at; ; place += 2) {
    const token = tokens[place];
    if (token?.kind !== 'word' && token?.kind !== 'name') return null;
    if (!isSign(tokens[place + 1], '.')) return { name: token.text, end: place + 1 };
  }
}
