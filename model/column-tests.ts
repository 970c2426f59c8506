/** Conditions that ask nothing of a row but its columns, compared with what is known beforehand: a database can answer them as well. */

/** The columns that a condition compares, as far as its text shows; null where it asks anything else, or was cut. */
export function comparedColumns(text: string, row: string): readonly string[] | null {
  if (text.endsWith('…') || !/^\w+$/.test(row)) return null;
  const parts = text.split(/\s*(?:&&|\|\||\s(?:and|or)\s)\s*/).map((part) => columnIn(outOfBrackets(part), row));
  const columns = parts.filter((part) => part !== null);
  return columns.length === parts.length ? columns : null;
}

/** `!(user.active`, `(not user.active)`: brackets that hold several parts lose their other half when the parts are told apart. */
function outOfBrackets(part: string): string {
  let text = part.trim();
  for (;;) {
    const next = text.replace(/^(!(?!=)|not\s+|\((?=[^)]*$|.*\)$))\s*/, '');
    const [opened, closed] = [count(next, '('), count(next, ')')];
    const even = closed > opened && next.endsWith(')') ? next.slice(0, -1).trim() : next;
    if (even === text) return text;
    text = even;
  }
}

function count(text: string, sign: string): number {
  return text.split(sign).length - 1;
}

/** What makes a text of a key, and changes nothing about which rows are meant. */
const AS_TEXT = String.raw`(?:\.toString\(\)|\.toHexString\(\))?`;
const COMPARES = '(?:===?|!==?|<=?|>=?|is not|is|not in|in)';

function columnIn(part: string, row: string): string | null {
  const column = String.raw`${row}[!?]?\.(\w+)[!?]?${AS_TEXT}`;
  const other = String.raw`(?!.*\b${row}\b)([^=<>].*)`;
  for (const form of [
    String.raw`^${column}$`,
    String.raw`^(?:String|str|Number|int)\(${column}\)\s*${COMPARES}\s*${other}$`,
    String.raw`^${column}\s*${COMPARES}\s*${other}$`,
    String.raw`^(?!\b${row}\b)[\w.'"\x60?!()[\] -]+?\s*${COMPARES}\s*${column}$`,
    String.raw`^${row}[!?]?\.(\w+)[!?]?\.equals\(${other}\)$`,
    // `ids.includes(user.id)`, `wanted.has(user.id)`
    String.raw`^[\w.]+\.(?:includes|has)\(${column}\)$`,
  ]) {
    const name = new RegExp(form).exec(part)?.[1];
    if (name !== undefined) return name;
  }
  return null;
}
