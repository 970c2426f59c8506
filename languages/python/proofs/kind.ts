/** The words for what a value is, as far as a fix must know: does a set find it exactly where a list does? */

/**
 * `text`: str or bytes. `number`: one that equals itself; `float`: one that may be NaN. `plain`: other values that hash as they compare. `own`: hashed and
 * compared as its class says. `never`: cannot be hashed. `nothing`: there is no value.
 */
export type What =
  | 'text'
  | 'number'
  | 'float'
  | 'plain'
  | 'own'
  | 'list'
  | 'tuple'
  | 'set'
  | 'dict'
  | 'range'
  | 'iterator'
  | 'file'
  | 'never'
  | 'unknown'
  | 'nothing';

export interface Kind {
  readonly what: What;
  /** What walking it yields; null where that is unknown. */
  readonly element: Kind | null;
  /** Of a tuple written out. */
  readonly parts: readonly Kind[] | null;
  /** By an annotation. */
  readonly declared: boolean;
  /** May be None as well. */
  readonly nullable: boolean;
}

export function kind(what: What, element: Kind | null = null, parts: readonly Kind[] | null = null): Kind {
  return { what, element, parts, declared: false, nullable: false };
}

export const UNKNOWN = kind('unknown');
export const NOTHING = kind('nothing');
export const TEXT = kind('text');
export const NUMBER = kind('number');
export const FLOAT = kind('float');
export const TEXTS = kind('list', TEXT);

/** Does a set hold it as a list does? */
export function hashes(of: Kind): 'yes' | 'no' | 'unknown' {
  switch (of.what) {
    case 'text':
    case 'number':
    case 'float':
    case 'plain':
    case 'nothing':
    case 'range':
      return 'yes';
    case 'tuple': {
      const each = (of.parts ?? [of.element ?? UNKNOWN]).map(hashes);
      return each.includes('no') ? 'no' : each.includes('unknown') ? 'unknown' : 'yes';
    }
    case 'list':
    case 'set':
    case 'dict':
    case 'never':
      return 'no';
    default:
      return 'unknown';
  }
}

export function isDeclared(of: Kind): boolean {
  return of.declared || (of.element !== null && of.element !== of && isDeclared(of.element)) || (of.parts?.some(isDeclared) ?? false);
}

/** One or the other. */
export function either(a: Kind, b: Kind): Kind {
  if (a.what === 'nothing') return b;
  if (b.what === 'nothing') return a;
  const declared = a.declared || b.declared;
  const nullable = a.nullable || b.nullable;
  if (a.what === b.what) {
    const element = a.element && b.element ? either(a.element, b.element) : null;
    const isAlike = a.parts !== null && b.parts !== null && a.parts.length === b.parts.length;
    const parts = isAlike ? (a.parts as readonly Kind[]).map((p, i) => either(p, (b.parts as readonly Kind[])[i] ?? UNKNOWN)) : null;
    return { what: a.what, element, parts, declared, nullable };
  }
  const isHashed = hashes(a) === 'yes' && hashes(b) === 'yes';
  return { ...(isHashed ? kind(a.what === 'float' || b.what === 'float' ? 'float' : 'plain') : UNKNOWN), declared };
}

/** Either kind of number. */
export function isNumber({ what }: Kind): boolean {
  return what === 'number' || what === 'float';
}

/** What an operator makes of two. */
export function combined(operator: string, a: Kind, b: Kind): Kind {
  const declared = a.declared || b.declared;
  if (isNumber(a) && isNumber(b)) return { ...(a.what === b.what && !/^(\/|\*\*)$/.test(operator) ? a : FLOAT), declared };
  if (a.what === 'text' && (operator === '%' || (operator === '+' && b.what === 'text') || (operator === '*' && b.what === 'number')))
    return { ...TEXT, declared };
  if (operator === '+' && a.what === b.what && /^(list|tuple)$/.test(a.what)) return { ...either(a, b), parts: null };
  if (operator === '*' && b.what === 'number' && /^(list|tuple)$/.test(a.what)) return { ...a, parts: null, declared };
  return UNKNOWN;
}
