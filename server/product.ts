/** This program's name and version, and where the page of a rule is. */
import manifest from '../package.json' with { type: 'json' };

export const { name, version } = manifest;

export function ruleUrl(rule: string): string {
  return `${manifest.homepage.replace(/#.*$/, '').replace(/\/$/, '')}/blob/main/rules/${rule}/rule.md`;
}
