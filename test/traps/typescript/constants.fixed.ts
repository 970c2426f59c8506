// trap: the constant's first element is read as the default
const CURRENCIES = ['EUR', 'USD', 'GBP', 'CHF', 'JPY', 'CNY', 'SEK', 'NOK', 'DKK', 'PLN', 'CZK', 'HUF', 'RON', 'BGN', 'TRY', 'AUD', 'CAD'];
export function currencies(codes: string[]): string[] {
  return codes.map((code) => (CURRENCIES.includes(code) ? code : CURRENCIES[0]!));
}

// trap: the constant is exported, and other files use it as a list
export const COUNTRIES = ['de', 'fr', 'it', 'es', 'pt', 'nl', 'be', 'lu', 'at', 'ch', 'pl', 'cz', 'sk', 'hu', 'ro', 'bg', 'gr'];
export function inEurope(codes: string[]): string[] {
  return codes.filter((code) => COUNTRIES.includes(code));
}

// trap: the constant is exported in a list at the end of the file
const LANGUAGES = ['de', 'fr', 'it', 'es', 'pt', 'nl', 'be', 'lu', 'at', 'ch', 'pl', 'cz', 'sk', 'hu', 'ro', 'bg', 'gr'];
export function spoken(codes: string[]): string[] {
  return codes.filter((code) => LANGUAGES.includes(code));
}

// trap: the constant is part of what is thrown, as text
const UNITS = ['m', 'km', 'cm', 'mm', 'kg', 'g', 'mg', 's', 'min', 'h', 'd', 'l', 'ml', 'cl', 'dl', 't', 'px'];
export function units(names: string[]): void {
  for (const name of names) if (!UNITS.includes(name)) throw new Error(`${name} is none of ${UNITS}`);
}

// trap: the constant holds an element twice, and its length is shown
const WORDS = ['a', 'an', 'and', 'are', 'as', 'at', 'be', 'by', 'for', 'from', 'has', 'he', 'in', 'is', 'it', 'its', 'a'];
export function stops(words: string[]): number {
  return words.filter((word) => WORDS.includes(word)).length + WORDS.length;
}

// trap: the constant is spread into another, where a Set does as well
const VOWELS = ['a', 'e', 'i', 'o', 'u', 'y', 'ä', 'ö', 'ü', 'é', 'è', 'ê', 'á', 'à', 'â', 'ó', 'ò'];
export function vowels(letters: string[]): number {
  const all = [...VOWELS, ...letters];
  return letters.filter((letter) => VOWELS.includes(letter)).length + all.length;
}

// trap: the constant is asked for membership only, and is right as a Set
const RESERVED = new Set(['break', 'case', 'catch', 'class', 'const', 'continue', 'debugger', 'default', 'delete', 'do', 'else', 'enum', 'export', 'extends', 'false', 'finally', 'for']);
export function identifiers(words: string[]): string[] {
  return words.filter((word) => !RESERVED.has(word));
}

// trap: the constant holds numbers and NaN, which indexOf does not find
const CODES = [200, 201, 202, 203, 204, 205, 206, 207, 208, 226, 300, 301, 302, 303, 304, NaN, 307];
export function wellKnown(codes: number[]): number[] {
  return codes.filter((code) => CODES.indexOf(code) !== -1);
}

// trap: the constant has a hole, which includes takes for undefined
const SPARSE = ['a', 'e', 'i', , 'u', 'y', 'ä', 'ö', 'ü', 'é', 'è', 'ê', 'á', 'à', 'â', 'ó', 'ò'];
export function gaps(letters: (string | undefined)[]): number {
  return letters.filter((letter) => SPARSE.includes(letter)).length;
}

// trap: the constant is concatenated, which takes a Set for one element
const EXTENSIONS = ['js', 'ts', 'jsx', 'tsx', 'mjs', 'cjs', 'mts', 'cts', 'json', 'css', 'html', 'svg', 'md', 'txt', 'xml', 'yml', 'toml'];
export function extensions(names: string[], more: string[]): number {
  const all = more.concat(EXTENSIONS);
  return names.filter((name) => EXTENSIONS.includes(name)).length + all.length;
}

// trap: the constant is given to a function that wants a list
const METHODS = ['GET', 'PUT', 'POST', 'HEAD', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'LINK', 'UNLINK', 'COPY', 'LOCK', 'MOVE', 'BIND', 'MERGE', 'PURGE', 'VIEW'];
function joined(list: readonly string[]): string {
  return list.join();
}
export function methods(names: string[]): string {
  return names.filter((name) => METHODS.includes(name)).join() + joined(METHODS);
}

// trap: a type says that the constant is a list
const SHAPES = new Set<string>(['box', 'ball', 'cone', 'tube', 'disc', 'ring', 'star', 'cube', 'leaf', 'wave', 'arc', 'dot', 'line', 'oval', 'hex', 'pent', 'tri']);
export function shapes(names: string[]): string[] {
  return names.filter((name) => SHAPES.has(name));
}

// trap: the constant is walked by a plain for with an index
const STEPS = ['a1', 'a2', 'a3', 'a4', 'a5', 'a6', 'a7', 'a8', 'a9', 'b1', 'b2', 'b3', 'b4', 'b5', 'b6', 'b7', 'b8'];
export function steps(names: string[]): number {
  let length = 0;
  for (let at = 0; at < STEPS.length; at += 1) length += STEPS[at]!.length;
  return names.filter((name) => STEPS.includes(name)).length + length;
}

// trap: the constant is asked through an alias
const COLOURS = ['red', 'blue', 'green', 'black', 'white', 'grey', 'pink', 'teal', 'navy', 'lime', 'gold', 'cyan', 'plum', 'rose', 'rust', 'sand', 'snow'];
const PALETTE = COLOURS;
export function colours(names: string[]): string {
  return names.filter((name) => COLOURS.includes(name)).join() + PALETTE.join();
}

// trap: the constant holds objects, equal by identity only
const BLANK = { id: '' };
const POINTS = new Set([BLANK, BLANK, BLANK, BLANK, BLANK, BLANK, BLANK, BLANK, BLANK, BLANK, BLANK, BLANK, BLANK, BLANK, BLANK, BLANK, BLANK]);
export function points(each: { id: string }[]): number {
  return each.filter((one) => POINTS.has(one)).length;
}

export { LANGUAGES };
