/** Whether somebody else adds conditions to the queries of a table: a tenant that is set for the whole request, a manager, a hook, an extension of the client. */
import { collected } from './collected.ts';
import type { Call, FileModel } from './file.ts';
import type { Program } from './program.ts';
import { type ClassRef, fieldOf, lineage } from './relations.ts';

interface Scope {
  readonly path: string;
}

const SCOPES = 'scopes of queries';

/** `library`: whose query it is. */
export function isScoped(program: Program, library: string, of: ClassRef | null): boolean {
  const tells = (key: string): boolean => collected<Scope>(program, SCOPES, key, scopesIn).length > 0;
  if (/prisma/.test(library)) return tells('prisma');
  if (/sequelize/.test(library)) return tells('sequelize');
  if (/mongoose|typegoose/.test(library)) return tells('mongoose');
  return of !== null && ((isOfTenant(program, of) && tells('django')) || hasOwnManager(program, of));
}

/** Have: class Order(TenantModel) */
export function isOfTenant(program: Program, of: ClassRef): boolean {
  return lineage(program, of).some((each) => each.class.extends.some(({ text }) => /Tenant(Model|ModelMixin)$/.test(text)));
}

/** Have: objects = TenantManager() */
function hasOwnManager(program: Program, of: ClassRef): boolean {
  const init = fieldOf(program, of, 'objects')?.field.init;
  return init !== null && init !== undefined && !/^(models\.)?Manager\(\)$/.test(init.text);
}

function scopesIn(file: FileModel): ReadonlyMap<string, readonly Scope[]> {
  const keys = new Set(file.context === 'test' ? [] : file.calls.flatMap((call) => scopeOf(call) ?? []));
  if (file.imports.some(({ specifier }) => /^django_multitenant\b.*middleware/.test(specifier)) || settingsName(file)) keys.add('django');
  return new Map([...keys].map((key) => [key, [{ path: file.path }]]));
}

function scopeOf({ member, text, args }: Call): string | null {
  const [first] = args;
  if (/(^|\.)set_current_tenant$/.test(text)) return 'django';
  if (member === '$use') return 'prisma';
  if (member === '$extends')
    return first?.value.root.kind !== 'new-object' || first.value.properties.some(({ name }) => name === 'query') ? 'prisma' : null;
  if (member === 'beforeFind' || (member === 'addHook' && /find/i.test(first?.value.text ?? ''))) return 'sequelize';
  if (args.some(({ value }) => value.properties.some(({ name }) => name === 'defaultScope'))) return 'sequelize';
  // Have: mongoose.plugin(tenants), schema.pre('find', …), schema.pre(/^find/, …)
  if (member === 'plugin' && (text === 'mongoose.plugin' || /tenan|scope|shard/i.test(first?.value.text ?? ''))) return 'mongoose';
  return member === 'pre' && /find|count|aggregate/.test(first?.value.text ?? '') ? 'mongoose' : null;
}

/** Have: MIDDLEWARE = ['django_multitenant.middlewares.MultitenantMiddleware'] */
function settingsName({ bindings, language }: FileModel): boolean {
  return (
    language === 'python' &&
    bindings.some(({ init }) =>
      init?.elements.some(({ literal }) => typeof literal === 'string' && /^django_multitenant\..*middleware/i.test(literal)),
    )
  );
}
