/**
 * What a configuration may say. It is data only: nothing in it is ever run. The JSON schema that editors complete from
 * (`schema/scalelint.schema.json`) is generated from this file by `scripts/generate-schema.ts`.
 */
import * as v from 'valibot';
import type { OperationKind } from '../model/file.ts';
import type { Severity } from '../model/finding.ts';

export const severities = ['off', 'info', 'warning', 'error'] as const satisfies readonly Severity[];

export const effects = [
  'scan',
  'copy',
  'sort',
  'shift',
  'build',
  'query',
  'request',
  'blocking',
  'compute',
  'grow',
] as const satisfies readonly OperationKind[];

const described = <const S extends v.GenericSchema>(schema: S, description: string) => v.pipe(schema, v.description(description));

const severity = described(v.picklist(severities), 'How loud a rule is: `off`, `info`, `warning` or `error`.');

const rules = v.record(v.string(), severity);

const globs = v.array(v.pipe(v.string(), v.nonEmpty()));

/** `module#member`, `module#Type.member`; the module is a package, a built-in, `global`, `py:` and a package of Python, or a path that begins with `./` or `../`. */
const call = v.pipe(v.string(), v.regex(/^(?:\.{1,2}\/[^#]*[^#/]|[^#\s./\\][^#\s\\]*)#[\p{L}\p{N}_$*]+(?:\.[\p{L}\p{N}_$*]+)*$/u));

const knowledge = v.strictObject({
  call: described(
    call,
    'What is called: `module#member`, `module#Type.member` or `module#default`. The module is a package (`my-pkg`), a built-in (`fs`), a module of Python (`py:requests#get`, `py:sqlalchemy#orm.Session.scalars`) or a file of yours, relative to this configuration (`./src/db#query`, `./src/repo#UserRepo.load`). `*` stands for any one segment.',
  ),
  effect: described(
    v.picklist(effects),
    'What a call costs. `query`: database. `request`: network. `blocking`: stops the thread. `compute`: heavy CPU. `scan`, `copy`, `sort`, `shift`: as much as its first argument is long. `build`: makes something costly. `grow`: keeps memory.',
  ),
  access: v.optional(described(v.picklist(['read', 'write']), 'For queries: whether it reads or writes.')),
  weight: v.optional(
    described(v.picklist(['light', 'heavy']), '`light`: well under a millisecond. `heavy`: a network hop, a subprocess, password hashing.'),
  ),
});

const override = v.strictObject({
  files: described(globs, 'Globs of the files that this is about, relative to the folder of this configuration.'),
  rules: described(rules, 'How loud each rule is in these files.'),
});

export const configSchema = v.strictObject({
  $schema: v.optional(described(v.string(), 'The JSON schema that editors complete from.')),
  extends: v.optional(
    described(
      v.pipe(v.string(), v.regex(/^\.{1,2}\//)),
      'Another configuration to start from, as a path that begins with `./` or `../` and stays inside the workspace. This one wins where both say something.',
    ),
  ),
  rules: v.optional(described(rules, 'How loud each rule is. Rules that are not named keep their own severity.')),
  overrides: v.optional(described(v.array(override), 'Other severities for some files. The last one that matches wins.')),
  exclude: v.optional(
    described(
      globs,
      'Files that are never checked, even if they are named. As in a .gitignore: a pattern without a slash matches at any depth, a folder stands for everything in it, `!` takes back.',
    ),
  ),
  include: v.optional(described(globs, 'If present, only these files are checked.')),
  shardKeys: v.optional(
    described(
      v.record(v.string(), v.pipe(v.string(), v.nonEmpty())),
      'Tables that are spread over shards, and by which column: `{ "orders": "tenant_id" }`. What migrations and schemas say of it is read anyway.',
    ),
  ),
  knowledge: v.optional(described(v.array(knowledge), 'What calls cost that scalelint does not know: your own helpers, or packages.')),
});

export type Config = v.InferOutput<typeof configSchema>;
export type ConfigKnowledge = v.InferOutput<typeof knowledge>;

/** Keys that are allowed at a path of the configuration, for “did you mean”. */
export function keysAt(path: readonly (string | number)[]): readonly string[] {
  if (path.length === 0) return Object.keys(configSchema.entries);
  if (path[0] === 'overrides' && path.length === 2) return Object.keys(override.entries);
  if (path[0] === 'knowledge' && path.length === 2) return Object.keys(knowledge.entries);
  return [];
}
