/**
 * Does a set find exactly what the list finds? A list compares with `==`, a set hashes first. Texts, numbers and tuples of them agree in
 * both, NaN included: either asks for the same object before it compares. What cannot be hashed fails in a set.
 */
import { assume, type Ledger, prove, refuse } from '../../outcome.ts';
import type { Syntax } from '../tree.ts';
import { hashes, isDeclared, type Kind } from './kind.ts';
import type { Region } from './region.ts';
import { kindOf } from './value-kind.ts';
import { brief, type View } from './view.ts';

/** `elements`: of the list; `label`: what the reader calls them. */
export function comparesAlike(view: View, ledger: Ledger, elements: Kind, label: string, keys: readonly Syntax[], region: Region): void {
  const kinds: (readonly [Kind, string])[] = [[elements, label]];
  for (const key of keys) kinds.push([kindOf(view, key, region), `\`${brief(view, key)}\``]);
  for (const [of, name] of kinds) if (hashes(of) === 'no') refuse(`${name} cannot be hashed`);
  const own = [...new Set(kinds.filter(([of]) => of.what === 'own').map(([, name]) => name))];
  const open = [...new Set(kinds.filter(([of]) => hashes(of) === 'unknown' && of.what !== 'own').map(([, name]) => name))];
  const declared = [...new Set(kinds.filter(([of]) => hashes(of) === 'yes' && isDeclared(of)).map(([, name]) => name))];
  if (own.length > 0) assume(ledger, `what equals ${listed(own)} has the same hash`);
  if (open.length > 0) assume(ledger, `${listed(open)} can be hashed`);
  if (declared.length > 0) assume(ledger, `${listed(declared)} ${verb(declared)} as declared`);
  if (own.length + open.length + declared.length === 0) prove(ledger, 'all that is compared is text, numbers, or tuples of them');
}

/** `a`, `b` and `c` */
function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names[names.length - 1]}`;
}

function verb(names: readonly string[]): string {
  return names.length > 1 || names[0]?.startsWith('the elements') ? 'are' : 'is';
}
