/** Tables that a call declares in code, and the columns that it describes: `sequelize.define('User', { … })`, `model('User', new Schema({ … }))`, `pgTable('users', { … })`. */
import { infoOf } from './calls.ts';
import { chainedColumns, chainedIndexes } from './chained-columns.ts';
import type { Column } from './columns.ts';
import type { DeclaredTable } from './declared-table.ts';
import { describedColumns, describedIndexes } from './described-columns.ts';
import type { Call, Class, FileModel, Value } from './file.ts';
import { isIndexedElsewhere } from './indexes-elsewhere.ts';
import { plainColumn } from './plain-names.ts';
import { memo, type Program } from './program.ts';
import { type Made, thingOf } from './things.ts';

/** The table that a model, or whatever else stands for a table, was made for. */
export function madeTable(program: Program, file: FileModel, value: Value): DeclaredTable | null {
  const thing = thingOf(program, file, value);
  if (thing?.kind === 'instance' && thing.made && thing.path.length <= 1) return tableMadeBy(program, thing.made, 0);
  const made = thing?.kind === 'class' ? initOf(program, thing.file, thing.class) : null;
  const table = made && tableMadeBy(program, made, 0);
  return table && thing?.kind === 'class' ? { ...table, name: thing.class.name } : table;
}

/** Have: class User extends Model {} User.init({ … }, { sequelize }) */
function initOf(program: Program, file: FileModel, owner: Class): Made | null {
  const calls = file.calls.filter(({ member, callee }) => {
    if (member !== 'init') return false;
    if (callee.root.kind === 'this') return callee.root.class === owner.id && callee.path.length === 0;
    const thing = thingOf(program, file, callee);
    return thing?.kind === 'class' && thing.class === owner;
  });
  const [call, ...others] = calls;
  return call && others.length === 0 ? { file, call } : null;
}

function tableMadeBy(program: Program, { file, call }: Made, depth: number): DeclaredTable | null {
  return memo<Call, DeclaredTable | null>(program, 'made table', call, null, () => {
    const row = infoOf(program, file, call).row?.table;
    if (depth > 3) return null;
    // `User.scope('active')` asks the table of `User`.
    const from = typeof row === 'number' ? call.args[row]?.value : row ? undefined : call.callee;
    if (!row || typeof row === 'number') {
      const thing = from ? thingOf(program, file, from) : null;
      const table = thing?.kind === 'instance' && thing.made ? tableMadeBy(program, thing.made, depth + 1) : null;
      return table && row !== undefined ? { ...table, name: nameOf(call) ?? table.name } : table;
    }
    if (call.args.some(({ spread }) => spread)) return null;
    const described = call.args[row.columns]?.value;
    if (described?.root.kind !== 'new-object') return null;
    const leading = [...describedIndexes(program, file, call, row), ...chainedIndexes(program, file, call, row)];
    // An index that cannot be read may begin with any of them.
    if (leading.includes(null)) return null;
    const columns = [...describedColumns(program, file, described, row), ...chainedColumns(program, file, described, row)];
    // Where nothing is a key, keys and indexes are declared elsewhere: the description was made from the database, or for it.
    if (row.keyed && !leading.length && !columns.some((column) => column.isIndexed)) return null;
    const indexed = new Set(leading.map((name) => plainColumn(name ?? '')));
    const known = columns.map((column): [string, Column] => {
      const isIndexed = column.isIndexed || indexed.has(plainColumn(column.name)) || isIndexedElsewhere(program, column.name);
      return [column.name, isIndexed ? { ...column, isIndexed } : column];
    });
    const told = call.args[row.options]?.value.properties.find(({ name }) => name === 'tableName')?.value.literal;
    const inSql = typeof told === 'string' ? told : row.keyed ? nameOf(call) : null;
    return { name: nameOf(call) ?? '', inSql: inSql ?? undefined, columns: new Map(known) };
  });
}

function nameOf({ args: [first] }: Call): string | null {
  return typeof first?.value.literal === 'string' ? first.value.literal : null;
}
