/**
 * Texts of Python files that are not UTF-8 and say so, in one of their first two lines: `# -*- coding: koi8-r -*-`. Python reads them by
 * that word, and so do we, where the platform knows the encoding.
 */

const COOKIE = /^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)/;
/** A second line counts only below one that says nothing. */
const BLANK = /^[ \t\f]*(?:#.*)?$/;
/** Characters in which two lines that say it end. */
const NEAR = 400;

/** The encoding that the first lines name, as they write it; null where they name none, or UTF-8. */
export function declaredEncoding(bytes: Uint8Array): string | null {
  const [first = '', second = ''] = Buffer.from(bytes.subarray(0, NEAR))
    .toString('latin1')
    .split(/\r\n?|\n/);
  const name = (COOKIE.exec(first) ?? (BLANK.test(first) ? COOKIE.exec(second) : null))?.[1];
  return name === undefined || /^utf[-_]?8/i.test(name) ? null : name;
}

/** The text in an encoding that a file names; null where we do not know it, or the bytes are no text in it. */
export function decodeAs(bytes: Uint8Array, encoding: string): string | null {
  const name = encoding.toLowerCase().replaceAll('_', '-');
  // On the web these names stand for a larger encoding.
  if (LATIN_1.test(name)) return Buffer.from(bytes).toString('latin1');
  if (NARROWER.test(name)) return null;
  try {
    return new TextDecoder(ALIASES.get(name) ?? name, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

const LATIN_1 = /^(?:latin-?1|l1|iso-?latin-1|iso-?8859-?1|cp819)(?:-(?:unix|dos|mac))?$/;
/** Python takes no byte above 127 as ASCII, and no source in code units of two bytes. */
const NARROWER = /^(?:us-)?ascii$|^utf-?16|^ucs-?2/;

/** Names that Python has and the web does not. */
const ALIASES: ReadonlyMap<string, string> = new Map([
  ['eucjp', 'euc-jp'],
  ['ujis', 'euc-jp'],
  ['cp932', 'shift_jis'],
  ['ms-kanji', 'shift_jis'],
  ['shiftjis', 'shift_jis'],
  ['iso2022-jp', 'iso-2022-jp'],
  ['euckr', 'euc-kr'],
  ['cp949', 'euc-kr'],
  ['cp936', 'gbk'],
  ['cp950', 'big5'],
  ['latin-2', 'iso-8859-2'],
  ['latin-9', 'iso-8859-15'],
  ['latin9', 'iso-8859-15'],
  ['mac-roman', 'macintosh'],
]);
