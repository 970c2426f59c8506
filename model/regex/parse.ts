/**
 * Regular expressions as trees, as far as matching is a walk through characters: classes, groups, alternatives and repetitions. What looks back, ahead or
 * around (`\1`, `(?=…)`, `\b`) has no place here: then there is no tree, and nothing is known.
 */

/** Which characters: a bit for each of ASCII, and one, the last, for all others together. */
export type Chars = bigint;

export const OTHERS = 1n << 128n;
export const ALL: Chars = (1n << 129n) - 1n;

export type Pattern =
  | { readonly kind: 'chars'; readonly chars: Chars }
  | { readonly kind: 'sequence' | 'choice'; readonly items: readonly Pattern[] }
  | { readonly kind: 'repeat'; readonly item: Pattern; readonly least: number; readonly most: number }
  | { readonly kind: 'begin' | 'end' };

/** One of the alternatives that the whole of it offers, and how it is tied to the text. */
export interface Alternative {
  readonly pattern: Pattern;
  readonly fromBegin: boolean;
  readonly toEnd: boolean;
}

/** Longer ones, and those of more groups inside each other, are nobody's. */
const LONGEST = 1000;
const DEEPEST = 50;

export function alternativesOf(source: string, flags: string, isPython: boolean): readonly Alternative[] | null {
  // With `v`, sets may hold sets.
  if (source.length > LONGEST || flags.includes('v') || (flags.includes('u') && /\\p/i.test(source))) return null;
  const reader = new Reader(source, flags, isPython);
  const whole = reader.choice();
  if (!whole || !reader.isAtEnd()) return null;
  const all = whole.kind === 'choice' ? whole.items : [whole];
  const tied = all.map((each) => tiedOf(each, flags.includes('m')));
  return tied.every((each) => each !== null) ? tied : null;
}

function tiedOf(pattern: Pattern, isByLine: boolean): Alternative | null {
  let items = pattern.kind === 'sequence' ? pattern.items : [pattern];
  const fromBegin = items[0]?.kind === 'begin';
  if (fromBegin) items = items.slice(1);
  const toEnd = items.at(-1)?.kind === 'end';
  if (toEnd) items = items.slice(0, -1);
  return items.some(isTied) ? null : { pattern: { kind: 'sequence', items }, fromBegin: fromBegin && !isByLine, toEnd };
}

function isTied(pattern: Pattern): boolean {
  if (pattern.kind === 'begin' || pattern.kind === 'end') return true;
  if (pattern.kind === 'repeat') return isTied(pattern.item);
  return 'items' in pattern && pattern.items.some(isTied);
}

function of(characters: string): Chars {
  let chars = 0n;
  for (const each of characters) chars |= bit(each);
  return chars;
}

/** Of a letter beyond ASCII nothing is claimed. */
function bit(character: string): Chars {
  const code = character.codePointAt(0) ?? 0;
  return code < 128 ? 1n << BigInt(code) : 0n;
}

function range(from: string, to: string): Chars {
  let chars = 0n;
  for (let code = from.codePointAt(0) ?? 0; code <= Math.min(127, to.codePointAt(0) ?? 0); code++) chars |= 1n << BigInt(code);
  return chars;
}

const DIGIT = range('0', '9');
const WORD = DIGIT | range('a', 'z') | range('A', 'Z') | of('_');
const SPACE = of(' \t\n\r\f\v');
const CLASSES: ReadonlyMap<string, Chars> = new Map([
  ['d', DIGIT],
  ['D', ALL & ~DIGIT],
  ['w', WORD],
  ['W', ALL & ~WORD],
  ['s', SPACE],
  ['S', ALL & ~SPACE],
]);
const CONTROLS: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['f', '\f'],
  ['v', '\v'],
  ['0', '\0'],
]);

const COUNTED = /^(?:([*+?])|\{(\d+)(,?)(\d*)\})/;
/** There, `a{,3}` is none to three. */
const COUNTED_IN_PYTHON = /^(?:([*+?])|\{(\d+|(?=,))(,?)(\d*)\})/;

/** Reads from left to right; null as soon as there is something that it does not know. */
class Reader {
  private at = 0;
  private depth = 0;
  private readonly source: string;
  private readonly flags: string;
  private readonly isPython: boolean;

  constructor(source: string, flags: string, isPython: boolean) {
    this.source = source;
    this.flags = flags;
    this.isPython = isPython;
  }

  isAtEnd(): boolean {
    return this.at === this.source.length;
  }

  choice(): Pattern | null {
    const items: Pattern[] = [];
    do {
      const item = this.sequence();
      if (!item) return null;
      items.push(item);
    } while (this.takes('|'));
    return items.length === 1 ? (items[0] ?? null) : { kind: 'choice', items };
  }

  private sequence(): Pattern | null {
    const items: Pattern[] = [];
    while (!this.isAtEnd() && !/[|)]/.test(this.next())) {
      const item = this.repeated();
      if (!item) return null;
      items.push(item);
    }
    return { kind: 'sequence', items };
  }

  private repeated(): Pattern | null {
    const item = this.single();
    if (!item) return null;
    const counted = (this.isPython ? COUNTED_IN_PYTHON : COUNTED).exec(this.source.slice(this.at));
    if (!counted) return item;
    this.at += counted[0].length;
    this.takes('?');
    // `a++` gives nothing back.
    if (this.next() === '+' || this.next() === '*') return null;
    const [, sign, least = '', comma, most = ''] = counted;
    if (sign) return { kind: 'repeat', item, least: sign === '+' ? 1 : 0, most: sign === '?' ? 1 : Number.POSITIVE_INFINITY };
    return { kind: 'repeat', item, least: Number(least), most: comma ? (most === '' ? Number.POSITIVE_INFINITY : Number(most)) : Number(least) };
  }

  private single(): Pattern | null {
    const character = this.take();
    switch (character) {
      case '(':
        return this.group();
      case '[':
        return this.set();
      case '.':
        return chars(this.flags.includes('s') ? ALL : ALL & ~of('\n'));
      case '^':
        return { kind: 'begin' };
      case '$':
        return { kind: 'end' };
      case '\\':
        return this.escape();
      case '*':
      case '+':
      case '?':
        return null;
      default:
        return chars(this.folded(bit(character)));
    }
  }

  private group(): Pattern | null {
    const head = /^\?(:|<[A-Za-z_]\w*>|P<\w+>)/.exec(this.source.slice(this.at));
    if (!head && this.next() === '?') return null;
    this.at += head?.[0].length ?? 0;
    if (++this.depth > DEEPEST) return null;
    const inner = this.choice();
    this.depth--;
    return inner && this.takes(')') ? inner : null;
  }

  private escape(): Pattern | null {
    const character = this.take();
    if (this.isPython && character === 'A') return { kind: 'begin' };
    if (this.isPython && /^[Zz]$/.test(character)) return { kind: 'end' };
    const known = this.escaped(character);
    return known === null ? null : chars(this.folded(typeof known === 'string' ? bit(known) : known));
  }

  /** What an escape stands for, inside a set or outside: a character, or a class of them. */
  private escaped(character: string): string | Chars | null {
    const known = CLASSES.get(character) ?? CONTROLS.get(character);
    // `\012` is one character.
    if (known !== undefined) return character === '0' && /\d/.test(this.next()) ? null : known;
    const coded = /^(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|u\{([\da-fA-F]{1,6})\})/.exec(character + this.source.slice(this.at, this.at + 9));
    if (coded) {
      const code = Number.parseInt(coded[1] ?? coded[2] ?? coded[3] ?? '', 16);
      // Without the flag it is the letter u, many times.
      if (code > 0x10ffff || (coded[3] !== undefined && !this.flags.includes('u'))) return null;
      this.at += coded[0].length - 1;
      return String.fromCodePoint(code);
    }
    return /[A-Za-z\d]/.test(character) || character === '' ? null : character;
  }

  private set(): Pattern | null {
    const isNegated = this.takes('^');
    let found = 0n;
    // `[]a]` holds the bracket in Python, and `[]` nothing in the other.
    for (let isFirst = this.isPython; isFirst || this.next() !== ']'; isFirst = false) {
      if (this.isAtEnd()) return null;
      const own = this.member();
      if (own === null) return null;
      if (this.next() !== '-' || this.source[this.at + 1] === ']') {
        found |= typeof own === 'string' ? bit(own) : own;
        continue;
      }
      this.at++;
      const to = this.member();
      // What a class as the end of a range means, each of them says otherwise.
      if (typeof own !== 'string' || typeof to !== 'string') return null;
      found |= range(own, to);
    }
    this.at++;
    const folded = this.folded(found);
    return chars(isNegated ? ALL & ~folded : folded);
  }

  private member(): string | Chars | null {
    const character = this.take();
    return character === '\\' ? this.escaped(this.take()) : character;
  }

  private folded(set: Chars): Chars {
    if (!this.flags.includes('i')) return set;
    const letters = (1n << 26n) - 1n;
    const both = ((set >> 65n) | (set >> 97n)) & letters;
    return set | (both << 65n) | (both << 97n);
  }

  private next(): string {
    return this.source[this.at] ?? '';
  }

  private take(): string {
    return this.source[this.at++] ?? '';
  }

  private takes(character: string): boolean {
    if (this.next() !== character) return false;
    this.at++;
    return true;
  }
}

function chars(set: Chars): Pattern {
  return { kind: 'chars', chars: set };
}
