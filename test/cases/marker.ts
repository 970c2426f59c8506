/**
 * The case language, one line at a time: comments in a case file say what the linter must find there.
 * `test/cases/README.md` is its manual. This module knows the words; `case-file.ts` knows files and lines.
 */

import type { Language } from '../../model/file.ts';

export type FixDemand = 'any' | 'safe' | 'suggestion' | 'none';

export type Marker =
  | {
      readonly kind: 'report';
      readonly rule: string;
      readonly severity: 'hint' | 'warning' | null;
      readonly fix: FixDemand | null;
      readonly growth: string | null;
    }
  | { readonly kind: 'silent'; readonly reason: string }
  | { readonly kind: 'miss' | 'false'; readonly reason: string }
  | { readonly kind: 'bound'; readonly bound: string }
  | { readonly kind: 'effect'; readonly effect: string };

/** Instructions to the harness, about no line in particular. */
export type Directive =
  | { readonly kind: 'run'; readonly call: string }
  | { readonly kind: 'same'; readonly call: string }
  | { readonly kind: 'no-run'; readonly reason: string };

export interface MarkedLine {
  /** The line without its markers; null when the line held nothing else. */
  readonly code: string | null;
  readonly markers: readonly Marker[];
  readonly directives: readonly Directive[];
}

const OPENING = {
  slashes: /(?:^|(?<=\s))\/\/(?=[!=?~@] )/,
  hash: /(?:^|(?<=\s))#(?=[!=?~@] )/,
  jsx: /\{\/\*(?=[!=?~] )/,
};

export function readLine(line: string, language: Language): MarkedLine {
  const opening = language === 'python' ? OPENING.hash : OPENING.slashes;
  let at = line.search(opening);
  if (at === -1 && language === 'typescript') {
    at = line.search(OPENING.jsx);
    if (at !== -1 && !line.trimEnd().endsWith('*/}')) at = -1;
  }
  if (at === -1) return { code: line, markers: [], directives: [] };
  const code = line.slice(0, at).trimEnd();
  const comment = line
    .slice(at)
    .trimEnd()
    .replace(/^\{\/\*/, '//')
    .replace(/\s*\*\/\}$/, '');
  const markers: Marker[] = [];
  const directives: Directive[] = [];
  for (const part of comment.split(/(?:^|\s+)(?:\/\/|#)(?=[!=?~@] )/).filter((text) => text !== '')) {
    const read = readMarker(part[0] ?? '', part.slice(1).trim());
    if (read.kind === 'run' || read.kind === 'same' || read.kind === 'no-run') directives.push(read);
    else markers.push(read);
  }
  return { code: code === '' ? null : code, markers, directives };
}

function readMarker(sign: string, text: string): Marker | Directive {
  const keyed = /^([a-z-]+):\s*(.+)$/.exec(text);
  switch (sign) {
    case '!':
      return readReport(text);
    case '=':
      if (text.length < 4) throw new Error('`=` needs the reason why this is fine');
      return { kind: 'silent', reason: text };
    case '?':
      if (keyed?.[1] !== 'miss' && keyed?.[1] !== 'false') throw new Error(`\`? ${text}\`: write \`? miss: why\` or \`? false: why\``);
      return { kind: keyed[1], reason: keyed[2] ?? '' };
    case '~':
      if (keyed?.[1] === 'effect') return { kind: 'effect', effect: keyed[2] ?? '' };
      if (/^O\(.+\)$/.test(text)) return { kind: 'bound', bound: text };
      throw new Error(`\`~ ${text}\`: write \`~ O(…)\` or \`~ effect: …\``);
    default:
      if (keyed?.[1] === 'run' || keyed?.[1] === 'same') return { kind: keyed[1], call: keyed[2] ?? '' };
      if (keyed?.[1] === 'no-run') return { kind: 'no-run', reason: keyed[2] ?? '' };
      throw new Error(`\`@ ${text}\`: write \`@ run: f(string[])\`, \`@ same: f(string[])\` or \`@ no-run: why\``);
  }
}

function readReport(text: string): Marker {
  const parts = /^([a-z0-9]+(?:-[a-z0-9]+)*)(?:\s+(hint|warning))?(?:\s+💡(safe|suggestion|none)?)?(?:\s+(O\(.+\)))?$/u.exec(text);
  if (!parts)
    throw new Error(
      `\`! ${text}\`: write \`! rule-id\`, then perhaps \`hint\` or \`warning\`, then perhaps 💡, 💡safe, 💡suggestion or 💡none, then perhaps the growth \`O(…)\``,
    );
  const demand = text.includes('💡') ? ((parts[3] as FixDemand | undefined) ?? 'any') : null;
  return {
    kind: 'report',
    rule: parts[1] ?? '',
    severity: (parts[2] as 'hint' | 'warning' | undefined) ?? null,
    fix: demand,
    growth: parts[4] ?? null,
  };
}
