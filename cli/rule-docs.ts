/** Where a rule's page lies: beside the rule when run from source, beside the bundle when built. */
import { readFileSync } from 'node:fs';

const places = (rule: string) => [`./rules/${rule}.md`, `../rules/${rule}.md`, `../rules/${rule}/rule.md`];

export function ruleDoc(rule: string): string | null {
  if (!/^[a-z0-9-]+$/.test(rule)) return null;
  for (const place of places(rule)) {
    try {
      return readFileSync(new URL(place, import.meta.url), 'utf8');
    } catch {
      // The next place, then.
    }
  }
  return null;
}
