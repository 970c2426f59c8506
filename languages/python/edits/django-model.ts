/** What the declaration of a Django model says about asking and writing its rows in another way than one by one. */
import type { DeclaredClass, DeclaredField, RowClass } from '../../../model/finding.ts';
import { refuse } from '../../outcome.ts';

const MODEL = /^(\w+\.)*Model$/;
const COLUMN = /(Field|ForeignKey)$/;
/** What these hold is written elsewhere, or on the way. */
const NO_COLUMN = /(ManyToManyField|FileField|ImageField|GenericForeignKey|GenericRelation)$/;
const LEADS_ON = /(ForeignKey|OneToOneField)$/;
/** Of packages for Django: each `save` gives them a value. */
const SETS_ITSELF = /(ModificationDateTime|AutoLastModified|Monitor|AutoSlug)Field$/;
const MANAGER = /Manager$|\.as_manager$/;
const WRITTEN = /\b(pre|post)_save\b/;

/** `bulk_create` and `bulk_update` call neither `save` nor signals, and know no model of several tables. The class of the rows, where that is all the same. */
export function writesPlainly(rows: RowClass | null | undefined): DeclaredClass {
  const [own, ...bases] = rows ?? [];
  if (!rows || !own) refuse('it does not show which model the rows are of');
  for (const { name, methods, foreign, heard } of rows) {
    const method = methods.find((m) => /^a?save$/.test(m));
    if (method) refuse(`\`${name}\` has a \`${method}\` of its own`);
    const event = heard.map((e) => WRITTEN.exec(e)?.[0]).find((e) => e !== undefined);
    if (event) refuse(`\`${event}\` of \`${name}\` is listened to`);
    const other = foreign.find((base) => !MODEL.test(base) && base !== 'object');
    if (other) refuse(`\`${other}\` may write in a way of its own`);
  }
  const parent = bases.find((base) => isTable(base));
  if (parent) refuse(`each \`${own.name}\` is a row of \`${parent.name}\` as well`);
  return own;
}

/** Not an abstract base, and not a mixin. */
function isTable({ fields, foreign }: DeclaredClass): boolean {
  return !fields.some((f) => f.name === 'Meta.abstract' && f.options[''] === true) && (foreign.some((b) => MODEL.test(b)) || fields.some(isColumn));
}

function isColumn({ made }: DeclaredField): boolean {
  return COLUMN.test(made) && !NO_COLUMN.test(made);
}

function fieldsOf(rows: RowClass): DeclaredField[] {
  return rows.flatMap(({ fields }) => fields);
}

/** Names of a row that `bulk_update` can write. */
export function writesColumns(rows: RowClass, names: readonly string[]): void {
  const fields = fieldsOf(rows);
  const stamped = fields.find((f) => f.options.auto_now === true || SETS_ITSELF.test(f.made));
  if (stamped) refuse(`\`${stamped.name}\` is set by each \`save\``);
  for (const name of names) {
    const field = fields.find((f) => f.name === name || (LEADS_ON.test(f.made) && `${f.name}_id` === name));
    if (!field || !isColumn(field) || field.options.primary_key === true) refuse(`\`${name}\` is no column that can be updated`);
  }
}

/** A model with managers of other names has no `objects`. Null where Django's own manager is called so; else what makes it. */
export function ownManager(rows: RowClass): string | null {
  const managers = fieldsOf(rows).filter(({ name, made }) => name === 'objects' || MANAGER.test(made));
  const objects = managers.find(({ name }) => name === 'objects');
  if (managers.length > 0 && !objects) refuse(`\`${rows[0]?.name}\` has no manager \`objects\``);
  return !objects || /^(models\.)?Manager$/.test(objects.made) ? null : objects.made;
}

/** Is a row the only one with such a value? `unknown` for `id` where the model does not show. */
export function identifies(rows: RowClass | null | undefined, name: string): 'yes' | 'no' | 'unknown' {
  if (name === 'pk') return 'yes';
  const fields = rows ? fieldsOf(rows) : [];
  // A row behind a relation is the key that `in_bulk` would give, not that row's own key.
  const field = fields.find((f) => f.name === name && COLUMN.test(f.made));
  if (field && LEADS_ON.test(field.made)) return 'no';
  if (field && (field.options.unique === true || field.options.primary_key === true)) return 'yes';
  if (name !== 'id' || field) return 'no';
  if (fields.some((f) => f.options.primary_key === true)) return 'no';
  return rows?.every(({ foreign }) => foreign.every((base) => MODEL.test(base) || base === 'object')) ? 'yes' : 'unknown';
}

export function holdsText(rows: RowClass | null | undefined, name: string): boolean {
  const field = rows && fieldsOf(rows).find((f) => (name === 'pk' ? f.options.primary_key === true : f.name === name));
  return field != null && /(Char|Slug|Text|Email|URL)Field$/.test(field.made);
}
