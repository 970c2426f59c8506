/**
 * Where are two new names apart? Answers `planFixes` from the text alone, so that fixes in different functions may use the same name.
 */
import { scopesIn as scopesInPython } from '../languages/python/edits/scope-at.ts';
import { scopesIn } from '../languages/typescript/edits/scope-at.ts';
import type { Span } from '../model/file.ts';
import type { ScopeAt } from './apply-edits.ts';

export function scopesOf(textOf: (file: string) => string | null): ScopeAt {
  const known = new Map<string, (offset: number) => Span>();
  return (file, offset) => {
    let scopes = known.get(file);
    if (scopes === undefined) {
      const text = textOf(file) ?? '';
      scopes = /\.[cm]?[jt]sx?$/.test(file) ? scopesIn(file, text) : scopesInPython(text);
      known.set(file, scopes);
    }
    return scopes(offset);
  };
}
