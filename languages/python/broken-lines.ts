/**
 * The grammar loses count of its parentheses where a line ends after a dot inside of them, and the next line stands further left than the block:
 * it takes that for the end of the block, and the rest of the file for an error. Rare, and legal; so a text with an error is looked through for it.
 */

const OPENS = /[([{]/;
const CLOSES = /[)\]}]/;
/** What follows a dot up to the name on the next line. */
const BREAK = /[ \t]*(?:#[^\r\n]*)?(?:\r\n?|\n)(?:[ \t\f]|#[^\r\n]*|\r\n?|\n)*/y;
const TEXT = /("""|'''|"|')/y;
const COMMENT = /#[^\r\n]*/y;

/** The same text, as long as before, with blanks in place of such breaks; null where there are none. */
export function withoutBrokenLines(text: string): string | null {
  const parts: string[] = [];
  let copied = 0;
  let depth = 0;
  for (let at = 0; at < text.length; ) {
    const char = text[at] ?? '';
    const after = char === '"' || char === "'" ? endOfString(text, at) : char === '#' ? matchAt(COMMENT, text, at) : null;
    if (after !== null) {
      at = after;
      continue;
    }
    if (OPENS.test(char)) depth++;
    else if (CLOSES.test(char)) depth--;
    at++;
    const end = char === '.' && depth > 0 ? matchAt(BREAK, text, at) : null;
    if (end === null) continue;
    parts.push(text.slice(copied, at), ' '.repeat(end - at));
    copied = end;
    at = end;
  }
  return parts.length === 0 ? null : parts.join('') + text.slice(copied);
}

/** Where a match of a sticky expression ends; null where there is none. */
function matchAt(expression: RegExp, text: string, at: number): number | null {
  expression.lastIndex = at;
  return expression.test(text) ? expression.lastIndex : null;
}

function endOfString(text: string, start: number): number {
  const after = matchAt(TEXT, text, start) ?? start + 1;
  const quote = text.slice(start, after);
  for (let at = after; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text.startsWith(quote, at)) return at + quote.length;
    // A string that is not closed ends with its line.
    else if (quote.length === 1 && text[at] === '\n') return at;
  }
  return text.length;
}
