/**
 * What IPython runs in a cell and Python does not know: magics, shell commands, questions. It is blanked, character by character, so that
 * what remains is Python at the same places.
 */

/** Cell magics that run what stands below them as Python, in the notebook. Below all others stands something else, or it runs elsewhere. */
const runsBody: ReadonlySet<string> = new Set(['time', 'timeit', 'capture', 'prun', 'memit']);

const cellMagic = /\s*%%([\w.!]*)[^\n]*\n?/y;
/** Databricks marks a whole cell with a magic that stands alone in its first line. */
const otherLanguage = /^\s*%(?:sql|md|sh|scala|r|fs)[ \t]*\r?(?:\n|$)/;
/** Where a statement may begin, none of Python's begins like this. A backslash at the end of the line continues it. */
const command = /([ \t]*)[!%?,;/](?:\\\r?\n|[^\n])*/y;
/** `files = !ls`, `timing = %timeit -o f()` */
const assigned = /([ \t]*[\w.][^=!#'"()\n]*=[ \t]*)(?:!|%[A-Za-z])(?:\\\r?\n|[^\n])*/y;
/** A value that nothing is known about. */
const placeholder = '_';

/** The Python of a cell, as long as the cell; all of it blank where the cell holds something else. */
export function pythonOf(source: string): string {
  const body = otherLanguage.test(source) ? null : bodyStart(source);
  return body === null ? blank(source) : blank(source.slice(0, body)) + withoutCommands(source.slice(body));
}

/** Where the Python begins, below magics like `%%time`. */
function bodyStart(source: string): number | null {
  let at = 0;
  for (;;) {
    cellMagic.lastIndex = at;
    const name = cellMagic.exec(source)?.[1];
    if (name === undefined) return at;
    if (!runsBody.has(name)) return null;
    at = cellMagic.lastIndex;
  }
}

/** From statement to statement: inside of strings and brackets a line may begin with anything. */
function withoutCommands(text: string): string {
  let result = '';
  for (let at = 0; at < text.length; ) {
    const found = matchAt(command, text, at) ?? matchAt(assigned, text, at);
    const { end, last } = found === null ? readStatement(text, at) : { end: at + found[0].length, last: '' };
    const line = text.slice(at, end);
    if (found !== null) result += replaced(line, found[1] ?? '');
    // `frame.head?`: no statement of Python's ends so.
    else result += last === '?' ? replaced(line, /^[ \t]*/.exec(line)?.[0] ?? '') : line;
    at = end;
  }
  return result;
}

/** An indented command may be all that its block has; an assignment needs its value. */
function replaced(line: string, kept: string): string {
  const rest = blank(line.slice(kept.length));
  return kept === '' ? rest : kept + placeholder + rest.slice(1);
}

/** Up to the next line end that is neither in a string, nor in brackets, nor after a backslash. `last`: the last character of its code. */
function readStatement(text: string, start: number): { readonly end: number; readonly last: string } {
  let depth = 0;
  let last = '';
  for (let at = start; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '\n' && depth === 0) return { end: at + 1, last };
    if (character === '#') {
      at = before(text.indexOf('\n', at), text);
      continue;
    }
    if (character.trim() !== '') last = character;
    if (character === '\\') at += text.startsWith('\r\n', at + 1) ? 2 : 1;
    else if (character === '"' || character === "'") at = before(stringEnd(text, at, character), text);
    else if ('([{'.includes(character)) depth++;
    else if (')]}'.includes(character)) depth = Math.max(0, depth - 1);
  }
  return { end: text.length, last };
}

/** Behind the closing quote; a string of one line also ends with its line. */
function stringEnd(text: string, start: number, quote: string): number {
  const triple = text.startsWith(quote.repeat(3), start);
  const end = triple ? quote.repeat(3) : quote;
  for (let at = start + end.length; at < text.length; at++) {
    if (text.charAt(at) === '\\') at++;
    else if (text.startsWith(end, at)) return at + end.length;
    else if (!triple && text.charAt(at) === '\n') return at;
  }
  return -1;
}

/** The loop goes on behind what was skipped. */
function before(end: number, text: string): number {
  return (end === -1 ? text.length : end) - 1;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function blank(text: string): string {
  return text.replace(/[^\r\n]/g, ' ');
}
