/** A finding's fix, the reason why there is none, or null where nobody would expect one. */
import type { CheckResult } from '../engine/result.ts';
import type { Finding, Fix, Refusal } from '../model/finding.ts';

export async function fixOf(result: CheckResult, finding: Finding): Promise<Fix | Refusal | null> {
  const answer = await result.fix(finding);
  return 'refused' in answer && finding.fix === null ? null : answer;
}
