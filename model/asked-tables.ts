/** Which table a query asks, and what its conditions name, in whichever words it is asked. What cannot be read is null. */
import { infoOf, libraryOf } from './calls.ts';
import { earlierLinks, laterLinks } from './chains.ts';
import { conditionsGiven, isNarrowedLater, namesIn, namesOfJoined } from './condition-objects.ts';
import type { Call, Class, FileModel, Value } from './file.ts';
import { handedFor } from './handed-in.ts';
import { askedByKeyword } from './keyword-conditions.ts';
import { type FnRef, memo, type Program } from './program.ts';
import { type ClassRef, fieldOf } from './relations.ts';
import { rowsOf } from './rows.ts';
import type { Store } from './sharded-tables.ts';
import { statementGiven } from './sql-given.ts';
import { askedBySql } from './sql-text.ts';
import { tableAsked } from './table-asked.ts';
import { primaryKeyOf, tableNames } from './table-names.ts';
import { thingOf } from './things.ts';

export interface AskedTable {
  readonly store: Store;
  readonly library: string;
  readonly of: ClassRef | null;
  /** Names that the table goes by; of a statement all tables in it. */
  readonly tables: readonly string[];
  /** Columns that the conditions name, and whatever else they name. */
  readonly names: readonly string[];
  /** The query itself, where a function of the project is handed its conditions. */
  readonly query: { readonly file: FileModel; readonly call: Call };
}

export function askedTable(program: Program, file: FileModel, call: Call): AskedTable | null {
  const { row, symbol, target } = infoOf(program, file, call);
  if (target) return askedThrough(program, file, call, target);
  const library = libraryOf(symbol ?? '#');
  const query = { file, call };
  const store: Store = /mongo|typegoose|motor/.test(library) ? 'mongo' : 'sql';
  const byClass = file.language === 'python' ? (byKeywords(program, file, call) ?? byComparisons(program, file, call)) : null;
  if (byClass) return { store, library, of: byClass.of, tables: tableNames(program, byClass.of), names: byClass.names, query };
  if (row?.op?.kind !== 'query') return null;
  const sql = statementGiven(file, call);
  const told = sql === null ? null : askedBySql(sql);
  if (told) return { store: 'sql', library: 'sql', of: null, ...told, query };
  if (!row.conditions || !isPlainQuery(program, file, call)) return null;
  const given = conditionsGiven(program, file, call);
  // The primary key of a document goes by one name everywhere.
  const names = row.conditions === 'key' ? (store === 'mongo' ? ['_id'] : null) : given && namesIn(file, given);
  const table = names && names.length > 0 ? tableAsked(program, file, call) : null;
  return table && names && { store, library, names: [...names, ...namesOfJoined(call)], query, ...table };
}

/** Have: exports.findOne = (filter) => User.findOne({ where: filter }) … users.findOne({ id }) */
function askedThrough(program: Program, file: FileModel, call: Call, target: FnRef): AskedTable | null {
  const [asked, ...others] = handedConditions(program, target);
  const binding = asked && others.length === 0 ? target.file.bindings[asked.param] : undefined;
  const given = binding && handedFor(call, target.fn, binding);
  const names = given && namesIn(file, given);
  return asked && names && names.length > 0 ? { ...asked.table, names: [...names, ...asked.table.names] } : null;
}

interface Handed {
  readonly param: number;
  readonly table: AskedTable;
}

/** The queries of a function whose conditions are, as they are, what it is handed. */
function handedConditions(program: Program, { file, fn }: FnRef): readonly Handed[] {
  return memo<object, readonly Handed[]>(program, 'handed conditions', fn, [], () =>
    file.calls.flatMap((call) => {
      const { row, symbol } = call.fn === fn.id ? infoOf(program, file, call) : { row: null, symbol: null };
      if (!row?.conditions || !isPlainQuery(program, file, call)) return [];
      const given = conditionsGiven(program, file, call);
      const param = given?.root.kind === 'binding' && given.path.length === 0 ? given.root.binding : null;
      const binding = param === null ? undefined : file.bindings[param];
      // Whatever else is done with it may add to it.
      if (param === null || binding?.param === null || binding?.fn !== fn.id || binding.uses.length > 1) return [];
      const table = tableAsked(program, file, call);
      const library = libraryOf(symbol ?? '#');
      const store: Store = /mongo|typegoose|motor/.test(library) ? 'mongo' : 'sql';
      return table ? [{ param, table: { store, library, names: namesOfJoined(call), query: { file, call }, ...table } }] : [];
    }),
  );
}

/** Nothing before or after it in its chain adds conditions. */
function isPlainQuery(program: Program, file: FileModel, call: Call): boolean {
  const starts = /^(collection|get_collection|db|get_database|model|getRepository|getMongoRepository|getModel|get_default_database|useDb)$/;
  return !isNarrowedLater(program, file, call) && earlierLinks(file, call).every((link) => starts.test(link.member ?? link.text));
}

interface OfClass {
  readonly of: ClassRef;
  readonly names: readonly string[];
}

/** Have: Order.objects.filter(status=status), get_object_or_404(Order, pk=pk) */
function byKeywords(program: Program, file: FileModel, call: Call): OfClass | null {
  const told = askedByKeyword(program, file, call) ?? picked(program, file, call);
  const names = told?.keywords.filter((name) => name !== null) ?? [];
  if (!told || names.length === 0 || names.length < told.keywords.length) return null;
  return { of: told.of, names: names.map((name) => (name === 'pk' ? (primaryKeyOf(program, told.of) ?? 'id') : name)) };
}

function picked(program: Program, file: FileModel, call: Call): { of: ClassRef; keywords: readonly (string | null)[] } | null {
  const [first, ...others] = call.args;
  const thing = infoOf(program, file, call).row?.picks && first ? thingOf(program, file, first.value) : null;
  if (thing?.kind !== 'class') return null;
  return { of: { file: thing.file, class: thing.class }, keywords: others.map((a) => (a.spread ? null : a.name)) };
}

const COMPARES = /^(where|filter|filter_by)$/;
const STEPS =
  /^(query|select|where|filter|filter_by|order_by|limit|offset|distinct|first|one|one_or_none|all|count|scalars|scalar|options|with_for_update|update|delete|exists)$/;

/** Have: select(Order).where(Order.status == status), session.query(Order).filter(Order.id.in_(ids)) */
function byComparisons(program: Program, file: FileModel, call: Call): OfClass | null {
  if (!COMPARES.test(call.member ?? '') || laterLinks(program, file, call).some(({ member }) => COMPARES.test(member ?? ''))) return null;
  const chain = [...earlierLinks(file, call), call, ...laterLinks(program, file, call)];
  if (!chain.every((link) => STEPS.test(link.member ?? link.text))) return null;
  const of = rowsOf(program, file, call.callee)?.of;
  if (!of || !fieldOf(program, of, '__tablename__')) return null;
  const names = chain
    .filter(({ member }) => COMPARES.test(member ?? ''))
    .flatMap((link) => link.args.map((a) => (a.spread ? null : (a.name ?? comparedColumn(file, a.value, of.class)))));
  const known = names.filter((name) => name !== null);
  return known.length === names.length && known.length > 0 ? { of, names: known } : null;
}

/** `Order.status == status`, `Order.id.in_(ids)`: one comparison, and not several that are combined. */
function comparedColumn(file: FileModel, { root, kind, text }: Value, { name }: Class): string | null {
  const asked = root.kind === 'call' ? file.calls[root.call] : undefined;
  if (asked && /^(in_|is_|is_not|like|ilike|between|startswith)$/.test(asked.member ?? '')) {
    const [owner, column] = asked.callee.text.split('.');
    return owner === name ? (column ?? null) : null;
  }
  const [, owner, column] = kind === 'primitive' ? (/^(\w+)\.(\w+)\s*(?:==|!=|<=?|>=?)/.exec(text) ?? []) : [];
  return owner === name ? (column ?? null) : null;
}
