/** Indexes that are made beside the models, in migrations or at the start: `queryInterface.addIndex('users', ['email'])`, `CREATE INDEX … (email)`. */
import { collected } from './collected.ts';
import type { Call, FileModel, Value } from './file.ts';
import { plainColumn } from './plain-names.ts';
import type { Program } from './program.ts';

/** Of whichever table: the model and the migration seldom call it the same. */
export function isIndexedElsewhere(program: Program, column: string): boolean {
  return collected<{ readonly path: string }>(program, 'indexes elsewhere', plainColumn(column), contribution).length > 0;
}

/** Does Python have migrations beside the code? They are not read, and may make any index. */
export function hasUnreadMigrations(program: Program): boolean {
  const found = collected<{ readonly path: string }>(program, 'unread migrations', '', ({ path, language, context }) => {
    return new Map(language === 'python' && context === 'migration' ? [['', [{ path }]]] : []);
  });
  return found.length > 0;
}

const MAKES = /(^|[a-z_])(add|create|ensure)_?(unique)?_?(index|indexes|constraint)$|^addUnique$/i;
const STATEMENT = /\b(?:index\b[^(;]*?\bon\b[^(;]*|unique\s*|primary\s+key\s*)\(\s*["'`[]?(\w+)/gi;

function contribution(file: FileModel): ReadonlyMap<string, readonly { readonly path: string }[]> {
  if (file.context === 'test') return new Map();
  const names = file.calls.flatMap((call) => {
    const name = call.member ?? call.text;
    // Have: cursor.execute('CREATE INDEX … (email)'). What else Python calls so is another's.
    if (file.language === 'python') return statementsIn(call);
    if (MAKES.test(name)) return call.args.flatMap((a) => leadingIn(a.value, 0));
    return name === 'createTable' || name === 'addColumn' || name === 'changeColumn' ? uniqueIn(call) : statementsIn(call);
  });
  return new Map(names.map((name) => [plainColumn(name), [{ path: file.path }]]));
}

/** The column that an index begins with: `['email', 'name']`, `{ fields: ['email'], type: 'unique' }`, `{ email: 1 }`, `[{ key: { email: 1 } }]` */
function leadingIn({ literal, elements, properties }: Value, depth: number): string[] {
  if (depth > 3) return [];
  if (typeof literal === 'string') return [literal];
  const told = properties.find(({ name }) => /^(fields|columnNames|columns|key)$/.test(name))?.value;
  if (told) return leadingIn(told, depth + 1);
  const [first] = elements;
  return [
    ...properties.slice(0, 1).map((p) => p.name),
    ...(first?.properties.length ? elements : elements.slice(0, 1)).flatMap((each) => leadingIn(each, depth + 1)),
  ];
}

/** Have: createTable('users', { email: { type: STRING, unique: true } }), addColumn('users', 'email', { unique: true }) */
function uniqueIn({ args }: Call): string[] {
  const isUnique = ({ properties }: Value): boolean => properties.some((p) => /^(unique|primaryKey)$/.test(p.name) && p.value.literal !== false);
  const added = args[1]?.value;
  const last = args[2]?.value;
  if (typeof added?.literal === 'string') return last && isUnique(last) ? [added.literal] : [];
  return added?.properties.flatMap((p) => (isUnique(p.value) ? [p.name] : [])) ?? [];
}

function statementsIn({ args }: Call): string[] {
  return args.flatMap(({ value: { statement } }) => (statement ? [...statement.matchAll(STATEMENT)].flatMap((found) => found[1] ?? []) : []));
}
