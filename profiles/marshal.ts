/**
 * Python's marshal format, as far as it holds data: CPython's `Python/marshal.c`, versions 0 to 5. Code objects are refused, and nothing is run.
 */
import { byteReader } from './bytes.ts';
import { ProfileError } from './profile.ts';

/** Tuples, lists and sets are arrays; a dictionary keeps its pairs, because its keys may be tuples. */
export type Plain = null | boolean | number | string | Uint8Array | readonly Plain[] | Dict;
export interface Dict {
  readonly pairs: readonly (readonly [Plain, Plain])[];
}

export function isDict(value: Plain | undefined): value is Dict {
  return typeof value === 'object' && value !== null && 'pairs' in value;
}

/** The value may be needed again by its number. */
const FLAG_REF = 0x80;
/** Deeper than any profile, and far from the end of our stack. */
const DEEPEST = 100;

/** Where a value could stand, the end of a dictionary. */
const END = Symbol('end');

export function readMarshal(bytes: Uint8Array): Plain {
  const from = byteReader(bytes);
  const known: Plain[] = [];

  const value = (depth: number): Plain => {
    const read = valueOrEnd(depth);
    if (read === END) throw new ProfileError('is damaged: a value is missing');
    return read;
  };

  function valueOrEnd(depth: number): Plain | typeof END {
    if (depth > DEEPEST) throw new ProfileError('is damaged: its values are nested too deep');
    const code = from.byte();
    const type = String.fromCharCode(code & ~FLAG_REF);
    if (type === '0') return END;
    const keep = <T extends Plain>(read: T): T => {
      if ((code & FLAG_REF) !== 0) known.push(read);
      return read;
    };
    const items = (count: number): Plain[] => {
      if (count < 0) throw new ProfileError('is damaged: a length is negative');
      // A container has its number before what is in it.
      const list: Plain[] = keep([]) as Plain[];
      for (let i = 0; i < count; i++) list.push(value(depth + 1));
      return list;
    };
    switch (type) {
      case 'N':
      case '.':
      case 'S':
        return null;
      case 'T':
        return true;
      case 'F':
        return false;
      case 'i':
        return keep(from.int32());
      case 'I':
        return keep(from.integer(8));
      case 'l':
        return keep(long(from.int32()));
      case 'f':
        return keep(Number(from.text(from.byte())));
      case 'g':
        return keep(from.float64('little'));
      case 's':
        return keep(from.take(from.int32()));
      case 't':
      case 'u':
      case 'a':
      case 'A':
        return keep(from.text(from.int32()));
      case 'z':
      case 'Z':
        return keep(from.text(from.byte()));
      case ')':
        return items(from.byte());
      case '(':
      case '[':
      case '<':
      case '>':
        return items(from.int32());
      case '{':
        return dict(keep, depth);
      case 'r': {
        const again = known[from.int32()];
        if (again === undefined) throw new ProfileError('is damaged: it refers to what is not there');
        return again;
      }
      default:
        throw new ProfileError('holds something else than numbers, texts and collections of them');
    }
  }

  function dict(keep: (read: Dict) => Dict, depth: number): Dict {
    const pairs: [Plain, Plain][] = [];
    const whole = keep({ pairs });
    for (let key = valueOrEnd(depth + 1); key !== END; key = valueOrEnd(depth + 1)) pairs.push([key, value(depth + 1)]);
    return whole;
  }

  /** Digits of fifteen bits, lowest first; the count of them has the sign. */
  function long(count: number): number {
    let sum = 0;
    for (let i = 0; i < Math.abs(count); i++) sum += from.uint(2) * 2 ** (15 * i);
    return count < 0 ? -sum : sum;
  }

  return value(0);
}
