/**
 * Writes `schema/scalelint.schema.json`, the JSON schema from which editors complete and check a configuration, out of
 * `engine/config-schema.ts` and the rules' own words. A test fails when the file is stale.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { toJsonSchema } from '@valibot/to-json-schema';
import { configSchema, severities } from '../engine/config-schema.ts';
import { suppressionRules } from '../engine/suppressions.ts';

export const schemaPath = fileURLToPath(new URL('../schema/scalelint.schema.json', import.meta.url));

/** What the schema says about a rule. */
export interface SchemaRule {
  readonly name: string;
  readonly summary: string;
}

/** The text of the schema file. */
export function schemaText(rules: readonly SchemaRule[]): string {
  const schema = toJsonSchema(configSchema, { errorMode: 'ignore', target: 'draft-07' });
  const { $schema, ...rest } = schema;
  const named = withRuleNames(rest, rules);
  return `${JSON.stringify({ $schema, title: 'scalelint configuration', ...(named as object) }, null, 2)}\n`;
}

/** The rules of this version and the checks of suppression comments, sorted by name. */
export async function allRules(): Promise<SchemaRule[]> {
  const list = new URL('../rules/index.ts', import.meta.url);
  const exported: Record<string, unknown> = existsSync(list) ? ((await import(list.href)) as Record<string, unknown>) : {};
  const rules = Object.values(exported).find((value) => Array.isArray(value)) as SchemaRule[] | undefined;
  return [...(rules ?? []), ...suppressionRules].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Names every rule wherever the schema has a table of rules, so that editors complete them. */
function withRuleNames(node: unknown, rules: readonly SchemaRule[]): unknown {
  if (Array.isArray(node)) return node.map((child) => withRuleNames(child, rules));
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => {
      if (key !== 'rules') return [key, withRuleNames(value, rules)];
      const properties = Object.fromEntries(rules.map((rule) => [rule.name, { description: rule.summary, enum: severities }]));
      return [key, { type: 'object', description: (value as { description?: string }).description, properties, additionalProperties: false }];
    }),
  );
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  mkdirSync(dirname(schemaPath), { recursive: true });
  writeFileSync(schemaPath, schemaText(await allRules()));
}
