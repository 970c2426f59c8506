/** What a checked file holds. For a notebook that is more than its code, which is what was analysed. */
import type { CheckResult } from '../engine/result.ts';

export function fileText({ sources, notebooks }: Pick<CheckResult, 'sources' | 'notebooks'>, file: string): string | undefined {
  return notebooks.get(file)?.json ?? sources.get(file);
}
