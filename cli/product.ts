/** Name, version and home of this program, as package.json states them. */
import manifest from '../package.json' with { type: 'json' };

const { homepage } = manifest as { homepage?: string };

export const product = {
  name: 'scalelint',
  version: manifest.version,
  homepage: homepage ?? null,
  /** The page of one rule, or null while the project has no home on the web. */
  ruleUrl: (rule: string): string | null =>
    homepage === undefined ? null : `${homepage.replace(/#.*$/, '').replace(/\/$/, '')}/blob/main/rules/${rule}/rule.md`,
};
