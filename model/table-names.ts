/** What a table is called: by its class, its model, in SQL. Tools turn one into the other, so that names are compared without how they are written. */
import type { FileModel, Value } from './file.ts';
import { inMeta } from './meta.ts';
import type { Program } from './program.ts';
import { type ClassRef, fieldOf, lineage } from './relations.ts';

/** All names that the table of a class goes by. */
export function tableNames(program: Program, of: ClassRef): readonly string[] {
  const told = toldNames(program, of);
  return told.length > 0 ? [...told, of.class.name] : [of.class.name, ...byApp(of.file, of.class.name)];
}

/** What SQL calls it, where the class says so. */
export function toldNames(program: Program, of: ClassRef): readonly string[] {
  const { file, class: owner } = of;
  const declared = [inMeta(file, owner, 'db_table'), fieldOf(program, of, '__tablename__')?.field.init ?? null, ...decorated(of)];
  return declared.flatMap((value) => (typeof value?.literal === 'string' ? [value.literal] : []));
}

/** Have: @Entity('orders'), @Entity({ name: 'orders' }), @Table({ tableName: 'orders' }) */
function decorated({ class: { decorators } }: ClassRef): (Value | null)[] {
  return decorators
    .filter(({ name }) => /(^|\.)(Entity|Table|Schema)$/.test(name))
    .flatMap(({ args: [first] }) =>
      first ? [first, ...first.properties.filter(({ name }) => /^(name|tableName|collection)$/.test(name)).map((p) => p.value)] : [],
    );
}

/** Django names a table for the app as well, which is a folder: `shop_order`. */
function byApp({ path, language }: FileModel, name: string): string[] {
  const app = language === 'python' ? /([^/]+)\/models(?:\.py|\/[^/]+\.py)$/.exec(path)?.[1] : undefined;
  return app === undefined ? [] : [`${app}_${name}`];
}

/** What a class calls its primary key, where it says so. */
export function primaryKeyOf(program: Program, of: ClassRef): string | null {
  for (const { file, class: owner } of lineage(program, of))
    for (const { name, init } of owner.fields) {
      const call = init?.root.kind === 'call' ? file.calls[init.root.call] : undefined;
      if (call?.args.some((a) => a.name === 'primary_key' && a.value.literal === true)) return name;
    }
  return null;
}
