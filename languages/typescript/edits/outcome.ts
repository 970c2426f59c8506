/** The ledger of proofs, which the writers of every language share. */
export * from '../../outcome.ts';
