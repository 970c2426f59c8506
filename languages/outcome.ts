/**
 * How a writer keeps account of what it proved, what it had to assume, and why it gave up.
 *
 * Every fix has one ledger. A writer calls `prove` for each thing checked, `assume` for each thing that holds only if the
 * reader agrees, and `refuse` as soon as there can be no honest fix. The level follows from the ledger and from nothing else.
 */
import type { Edit, Fix } from '../model/finding.ts';

export interface Ledger {
  readonly proofs: string[];
  readonly unproven: string[];
}

export function newLedger(): Ledger {
  return { proofs: [], unproven: [] };
}

export function prove(ledger: Ledger, phrase: string): void {
  if (!ledger.proofs.includes(phrase)) ledger.proofs.push(phrase);
}

/** `phrase` completes “assumes …”. */
export function assume(ledger: Ledger, phrase: string): void {
  if (!ledger.unproven.includes(phrase)) ledger.unproven.push(phrase);
}

/** Thrown by `refuse`, caught by `writeFix` alone. */
export interface Refused {
  readonly refused: string;
}

export function refuse(reason: string): never {
  throw Object.assign(new Error(reason), { refused: reason } satisfies Refused);
}

export function isRefused(error: unknown): error is Refused {
  return typeof error === 'object' && error !== null && 'refused' in error;
}

export function fixOf(title: string, ledger: Ledger, edits: readonly Edit[]): Fix {
  const sorted = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const { proofs, unproven } = ledger;
  if (unproven.length === 0) return { title, level: 'safe', edits: sorted, proofs, unproven };
  return { title: `${title} (assumes ${unproven.join('; ')})`, level: 'suggestion', edits: sorted, proofs, unproven };
}
