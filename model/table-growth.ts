/** Whether the code shows that a table grows: requests add rows to it, or each of its rows belongs to a row of another table. */
import { infoOf } from './calls.ts';
import { collected } from './collected.ts';
import { isServing } from './contexts.ts';
import { entriesAbove } from './entries.ts';
import { isNamedAs } from './extents.ts';
import type { Call, FileModel } from './file.ts';
import { fileAt, type Program } from './program.ts';
import { entityOf } from './queried-rows.ts';
import { type ClassRef, relationsOf } from './relations.ts';
import { thingOf } from './things.ts';

/** `roles`, `plugins`; and what an organisation sets up one by one: `plans`, `dashboards`. */
export function isSmallTable(program: Program, file: FileModel, names: readonly (string | null)[]): boolean {
  return names.some((name) => name !== null && (isNamedAs(program.smallNames(file.language), name) || isNamedAs(program.fewNames, name)));
}

/** A reason in the code to think that the table grows. */
export function growthOf(program: Program, table: string | null, of: ClassRef | null): string | null {
  if (of && belongsToOthers(program, of)) return `each row of \`${of.class.name}\` belongs to a row of another table`;
  const adding = table === null ? null : addedTo(program, table);
  return adding ? `requests add rows to \`${table}\`: \`${adding.call.text}\`` : null;
}

/** What is few wherever it is kept: a name, and what goes with it. */
const LOOKUP =
  /^(_?id|pk|uuid|guid|key|name|title|label|code|slug|value|description|desc|color|colour|icon|order|position|rank|sort_?order|is_?active|active|enabled|(created|updated|modified|deleted)(_?(at|on|date))?|objects|.*_objects|__\w+__|id)$/i;

/** Have: class Category(models.Model): name = CharField(…): a list of words that somebody keeps. */
export function isLookup(program: Program, of: ClassRef): boolean {
  const names = of.class.fields.filter((field) => !field.static || of.file.language === 'python').map(({ name }) => name);
  const owned = [...relationsOf(program, of).values()].filter((r) => r.file === of.file && r.back === null && r.holds === 'one');
  return owned.length === 0 && names.every((name) => LOOKUP.test(name) || relationsOf(program, of).has(name));
}

/** Have: class Comment(models.Model): post = ForeignKey(Post) */
function belongsToOthers(program: Program, of: ClassRef): boolean {
  return [...relationsOf(program, of).values()].some(
    ({ holds, back, target, name }) => holds === 'one' && back === null && of.class.fields.some((f) => f.name === name) && target?.class !== of.class,
  );
}

interface Adding {
  readonly path: string;
  readonly call: number;
}

const ADDS =
  /^a?(create|createMany|createManyAndReturn|insert|insertOne|insertMany|insertAll|save|upsert|get_or_create|update_or_create|bulk_create|bulkCreate|findOrCreate|findOneAndUpdate|add)$/;

/** The call of a request that adds a row to the table, if there is one. */
function addedTo(program: Program, table: string): { readonly file: FileModel; readonly call: Call } | null {
  for (const { path, call: id } of collected<Adding>(program, 'rows added to tables', table.toLowerCase(), (file) => addsIn(program, file))) {
    const file = fileAt(program, path);
    const call = file?.calls[id];
    const fn = call && file?.functions[call.fn];
    if (!file || !call || !fn) continue;
    for (const { entry, ref } of entriesAbove(program, { file, fn }))
      if (/^(request|message|resolver)$/.test(entry.kind) && isServing(ref.file)) return { file, call };
  }
  return null;
}

function addsIn(program: Program, file: FileModel): ReadonlyMap<string, readonly Adding[]> {
  const found = new Map<string, Adding[]>();
  if (!isServing(file)) return found;
  for (const call of file.calls) {
    const table = addedBy(program, file, call)?.toLowerCase();
    if (table) found.set(table, [...(found.get(table) ?? []), { path: file.path, call: call.id }]);
  }
  return found;
}

function addedBy(program: Program, file: FileModel, call: Call): string | null {
  // `new Post({ … })`, `Book(title=title)`
  if (call.member === null || call.isNew) {
    const thing = /^[A-Z]/.test(call.text) && (call.isNew || file.language === 'python') ? thingOf(program, file, call.callee) : null;
    if (thing?.kind === 'class') return thing.class.name;
    return call.isNew && thing?.kind === 'instance' && /#Model$/.test(thing.type) ? call.text : null;
  }
  if (!ADDS.test(call.member)) return null;
  const { row } = infoOf(program, file, call);
  return row?.op?.kind === 'query' && row.op.access === 'write' ? tableOf(program, file, call) : null;
}

/** `user` of `prisma.user.create(…)`, `User` of `User.create(…)`, `User.objects.create(…)` and `em.save(User, …)`. */
function tableOf(program: Program, file: FileModel, call: Call): string | null {
  const entity = entityOf(program, file, call);
  if (entity) return entity.class.name;
  const { callee } = call;
  const steps = callee.path.filter((step) => !/^(objects|query)$/.test(step));
  const owner = thingOf(program, file, { ...callee, path: steps });
  if (owner?.kind === 'class') return owner.class.name;
  return steps.at(-1) ?? (callee.root.kind === 'binding' ? (file.bindings[callee.root.binding]?.name ?? null) : null);
}
