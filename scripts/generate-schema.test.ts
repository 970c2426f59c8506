import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { allRules, schemaPath, schemaText } from './generate-schema.ts';

test('the schema file is up to date', async () => {
  const stale = 'schema/scalelint.schema.json is stale: run `node scripts/generate-schema.ts`';
  expect(readFileSync(schemaPath, 'utf8'), stale).toBe(schemaText(await allRules()));
});

test('it accepts what is right and refuses what is not', () => {
  const validate = new Ajv({ strict: false }).compile(JSON.parse(schemaText([{ name: 'list-as-set', summary: 'A list …' }])) as object);
  const accepts = (config: unknown) => validate(config);
  expect(accepts({})).toBe(true);
  expect(
    accepts({
      $schema: 'x',
      extends: './base.json',
      rules: { 'list-as-set': 'off' },
      overrides: [{ files: ['a'], rules: { 'list-as-set': 'error' } }],
      exclude: ['x'],
      include: ['y'],
      knowledge: [{ call: './src/db#query', effect: 'query', access: 'read' }],
    }),
  ).toBe(true);
  expect(accepts({ rules: { 'list-as-sett': 'off' } })).toBe(false);
  expect(accepts({ rules: { 'list-as-set': 'warn' } })).toBe(false);
  expect(accepts({ overrides: [{ files: ['a'], rules: { nope: 'off' } }] })).toBe(false);
  expect(accepts({ exclud: [] })).toBe(false);
  expect(accepts({ extends: 'package' })).toBe(false);
  expect(accepts({ knowledge: [{ call: 'db.query', effect: 'query' }] })).toBe(false);
});

test('everything that can be completed is described', () => {
  const schema = JSON.parse(schemaText([])) as { properties: Record<string, { description?: string }> };
  const silent = Object.entries(schema.properties).filter(([, value]) => !value.description);
  expect(silent).toEqual([]);
});
