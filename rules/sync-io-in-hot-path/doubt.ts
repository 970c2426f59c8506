/** Why a blocking call on a hot path is but a hint where others hardly notice it. */
import type { Entry } from '../../model/entries.ts';
import type { Call, Operation } from '../../model/file.ts';
import type { Effect } from '../../model/summaries.ts';
import { BY_ADMINISTRATORS } from '../../model/wording.ts';

/**
 * Comparing a password, deriving a key and starting a process take long whatever they are given. A new password is hashed once in its life. Files are
 * mostly small and in the system's cache. Events and scheduled jobs of a process are seldom thousands. And where each process serves one at a time, nobody
 * else waits.
 */
export function doubtOf({ op, call }: Effect, { kind, serverless, administered }: Entry): string | null {
  if (/^hash/i.test(op.form)) return 'a new password is hashed once in its life';
  if (op.weight !== 'heavy') return doubtOfLight(op);
  if (isShort(call)) return 'it is over within some milliseconds';
  if (serverless === 'typed' || serverless === 'named') return ONE_AT_A_TIME;
  if (administered) return BY_ADMINISTRATORS;
  if (kind === 'render') return 'the code does not say whether it is rendered for each visitor or once';
  return kind === 'request' || kind === 'message' || kind === 'resolver' ? null : `${kind}s of one process are seldom thousands`;
}

/** Of what takes as long as what it is given is large. */
export function doubtOfLight({ form }: Operation): string {
  if (/compare/i.test(form)) return 'its other form computes on the same thread';
  return /file|read|write|stat|exists|dir|access|open|link|unlink|rename|copy|rm|append|glob/i.test(form)
    ? SMALL_FILES
    : 'it takes long only where it is given much';
}

export const SMALL_FILES = 'files are mostly small, and in the cache of the system';
export const ONE_AT_A_TIME = 'each process serves one request at a time';

/** Rounds of a key derivation that are over within some milliseconds. */
const FEW_ROUNDS = 10_000;

function isShort(call: Call | null): boolean {
  // Keys of elliptic curves are random numbers; those of RSA are searched for.
  if (/generateKeyPair/.test(call?.text ?? '')) return /^(ec|ed\d+|x\d+)$/.test(String(call?.args[0]?.value.literal));
  const rounds = call?.args[2]?.value.literal;
  return /pbkdf2/i.test(call?.text ?? '') && typeof rounds === 'number' && rounds <= FEW_ROUNDS;
}
