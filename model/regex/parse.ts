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

export function alternativesOf(source: string, flags: string): readonly Alternative[] | null {
  if (/[vu]/.test(flags) && /\\p/i.test(source)) return null;
  const reader = new Reader(source, flags);
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

/** Reads from left to right; null as soon as there is something that it does not know. */
class Reader {
  private at = 0;
  private readonly source: string;
  private readonly flags: string;

  constructor(source: string, flags: string) {
    this.source = source;
    this.flags = flags;
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
    const counted = /^(?:([*+?])|\{(\d+)(,?)(\d*)\})/.exec(this.source.slice(this.at));
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
    const inner = this.choice();
    return inner && this.takes(')') ? inner : null;
  }

  private escape(): Pattern | null {
    const character = this.take();
    if (character === 'A') return { kind: 'begin' };
    if (character === 'Z' || character === 'z') return { kind: 'end' };
    const known = this.escaped(character);
    return known === null ? null : chars(this.folded(known));
  }

  /** What an escape stands for, inside a set or outside. */
  private escaped(character: string): Chars | null {
    const known = CLASSES.get(character);
    if (known !== undefined) return known;
    const control = CONTROLS.get(character);
    if (control !== undefined) return bit(control);
    const coded = /^(?:x([\da-fA-F]{2})|u([\da-fA-F]{4}))/.exec(character + this.source.slice(this.at));
    if (coded) {
      this.at += coded[0].length - 1;
      return bit(String.fromCodePoint(Number.parseInt(coded[1] ?? coded[2] ?? '', 16)));
    }
    return /[A-Za-z\d]/.test(character) || character === '' ? null : bit(character);
  }

  private set(): Pattern | null {
    const isNegated = this.takes('^');
    let found = 0n;
    for (let isFirst = true; isFirst || this.next() !== ']'; isFirst = false) {
      if (this.isAtEnd()) return null;
      const from = this.take();
      const own = from === '\\' ? this.escaped(this.take()) : bit(from);
      if (own === null) return null;
      const to = this.next() === '-' && this.source[this.at + 1] !== ']' && from !== '\\' ? this.source[this.at + 1] : undefined;
      if (to === '\\') return null;
      if (to !== undefined) this.at += 2;
      found |= to === undefined ? own : range(from, to);
    }
    this.at++;
    const folded = this.folded(found);
    return chars(isNegated ? ALL & ~folded : folded);
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
