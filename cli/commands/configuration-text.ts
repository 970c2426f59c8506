/** What `scalelint init` writes: what a preset says of each rule, and everything else that a configuration could say as comments. */
import type { RuleInfo } from '../report/report.ts';

/** `recommended` changes nothing. In `strict`, hints count as warnings, and so does advice. */
export const presets = ['recommended', 'strict'] as const;
export type Preset = (typeof presets)[number];

/** For scalelint.jsonc. */
export function jsonConfiguration(rules: readonly RuleInfo[], preset: Preset): string {
  const sorted = byName(rules);
  return `{
  "$schema": "./node_modules/scalelint/dist/schema/scalelint.schema.json",

  // How loud each rule is: "off", "info", "warning" or "error", for its hints too, and whatever a profile says. Without a line a rule reports as loud as it is sure.
  // \`scalelint explain RULE\` tells what a rule finds.
  "rules": {
${sorted.map(({ name, severity }) => (preset === 'strict' ? `    "${name}": "warning",` : `    // "${name}": "${severity}",`)).join('\n')}
  },

  // Other severities for some files. The last entry that matches wins.
  "overrides": [
    // { "files": ["scripts/**"], "rules": { "${ruleForScripts(sorted)}": "off" } },
  ],

  // Never checked, as in a .gitignore. What git ignores, node_modules and build output are left out anyway.
  "exclude": [
    // "src/generated",
  ],

  // What your own helpers cost, where scalelint cannot see it.
  "knowledge": [
    // { "call": "./src/db#query", "effect": "query", "access": "read" },
  ],
}
`;
}

/** For the end of pyproject.toml. */
export function tomlConfiguration(rules: readonly RuleInfo[], preset: Preset): string {
  const sorted = byName(rules);
  return `[tool.scalelint]
# Never checked, as in a .gitignore. What git ignores, environments and build output are left out anyway.
# exclude = ["app/generated"]

# How loud each rule is: "off", "info", "warning" or "error", for its hints too, and whatever a profile says. Without a line a rule reports as loud as it is sure.
# \`scalelint explain RULE\` tells what a rule finds.
[tool.scalelint.rules]
${sorted.map(({ name, severity }) => (preset === 'strict' ? `${name} = "warning"` : `# ${name} = "${severity}"`)).join('\n')}

# Other severities for some files. The last entry that matches wins.
# [[tool.scalelint.overrides]]
# files = ["scripts/**"]
# rules = { ${ruleForScripts(sorted)} = "off" }

# What your own helpers cost, where scalelint cannot see it.
# [[tool.scalelint.knowledge]]
# call = "./app/db#query"
# effect = "query"
`;
}

function byName(rules: readonly RuleInfo[]): RuleInfo[] {
  return [...rules].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function ruleForScripts(sorted: readonly RuleInfo[]): string {
  return (sorted.find(({ subject }) => subject === 'io') ?? sorted[0])?.name ?? 'nested-loop-lookup';
}
