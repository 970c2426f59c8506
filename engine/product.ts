/** Name, version and home of this program, as package.json states them. */
import manifest from '../package.json' with { type: 'json' };

const home = manifest.homepage.replace(/#.*$/, '').replace(/\/$/, '');

export const product = {
  name: manifest.name,
  version: manifest.version,
  homepage: manifest.homepage,
  /** The page of one rule. */
  ruleUrl: (rule: string): string => `${home}/blob/main/rules/${rule}/rule.md`,
};
