/**
 * One statement of a driver per element becomes one call with the values of all.
 *
 *     for row in rows:
 *         cursor.execute('INSERT INTO sales VALUES (%s, %s)', (row.day, row.sum))
 *     =>
 *     cursor.executemany('INSERT INTO sales VALUES (%s, %s)', [(row.day, row.sum) for row in rows])
 *
 * Which call spares round trips depends on the driver: `executemany` of psycopg2 sends one statement after the other, `execute_batch` does not;
 * those of MySQL gather inserts alone. SQLAlchemy takes a list of values, and takes an empty one for no values at all.
 *
 * Always a suggestion: all values are made before the first statement is sent, and what the cursor tells afterwards is another thing.
 */
import type { Edit, Fix } from '../../../model/finding.ts';
import { assume, fixOf, newLedger, prove, refuse } from '../../outcome.ts';
import { part } from '../lower/state.ts';
import { readsOf } from '../proofs/stays-unchanged.ts';
import { brief, frameOf, isInside, nodesIn, textOf, type View } from '../proofs/view.ts';
import type { Syntax } from '../tree.ts';
import { importName } from './add-import.ts';
import { freeName } from './free-name.ts';
import { type Laid, laid } from './layout.ts';
import { type BatchIntent, type Gathering, gathered, type WriteLoop, writeLoopAt } from './write-loop.ts';

interface Recipe {
  /** Statements that it sends together. */
  readonly verbs: RegExp;
  /** The values are arguments of their own: `execute(sql, a, b)`. */
  readonly spread?: boolean;
  readonly write: (view: View, asked: Asked) => Omit<Gathering, 'name'> & { readonly imports?: readonly Edit[] };
}

const WRITING = /^(insert|update|delete|replace|merge|upsert)$/;
const INSERTING = /^(insert|replace)$/;

function many(verbs: RegExp, spread = false): Recipe {
  return { verbs, spread, write: (_, { receiver, sql }) => ({ callee: `${receiver}.executemany`, given: (rows) => [() => sql, rows] }) };
}

const RECIPES: ReadonlyMap<string, Recipe> = new Map([
  ['execute-many', many(WRITING)],
  ['execute-many-inserts', many(INSERTING)],
  ['execute-many-spread', many(WRITING, true)],
  [
    'execute-batch',
    {
      verbs: WRITING,
      write: (view, { receiver, sql, call }) => {
        const { local, edits } = importName(view, 'psycopg2.extras', 'execute_batch', call);
        return { callee: local, given: (rows) => [() => receiver, () => sql, rows], imports: edits };
      },
    },
  ],
  [
    'execute-list',
    {
      verbs: WRITING,
      write: (_, { receiver, sql, method }) => ({ callee: `${receiver}.${method}`, given: (rows) => [() => sql, rows], ifAny: true }),
    },
  ],
]);

interface Asked {
  readonly call: Syntax;
  readonly receiver: string;
  readonly method: string;
  readonly sql: string;
}

/** Null for a recipe of others. */
export function executeMany(view: View, intent: BatchIntent): Fix | null {
  const recipe = RECIPES.get(intent.recipe);
  if (!recipe) return null;
  const at = writeLoopAt(view, intent);
  const callee = part(at.call, 'function');
  const receiver = callee?.type === 'attribute' ? part(callee, 'object') : null;
  if (!callee || !receiver || !/^[\w.]+$/.test(textOf(view, receiver))) refuse('whatever runs the statement is made anew for each');
  const { sql, values } = givenTo(view, at.call);
  const verb = verbOf(view, sql) ?? refuse('the statement is no constant text');
  if (!recipe.verbs.test(verb)) refuse(`\`${verb.toUpperCase()}\` is not sent for many at once`);
  staysPut(view, at, receiver, sql);
  const row = recipe.spread ? spread(view, values) : onlyValues(view, at, values);

  const ledger = newLedger();
  prove(ledger, 'the statement is the same for all');
  assume(ledger, 'what the cursor says of the last statement is not needed');
  assume(ledger, 'nothing is sent where the values of one fail to be made');
  const asked = {
    call: at.call,
    receiver: textOf(view, receiver),
    method: textOf(view, part(callee, 'attribute') ?? callee),
    sql: textOf(view, sql),
  };
  const { imports = [], ...write } = recipe.write(view, asked);
  const edits = gathered(view, at, row, { name: freeName(view, 'rows', frameOf(at.loop)), ...write });
  return fixOf('Send all statements together', ledger, [...imports, ...edits]);
}

function givenTo(view: View, call: Syntax): { sql: Syntax; values: readonly Syntax[] } {
  const [sql, ...values] = part(call, 'arguments')?.children ?? [];
  if (!sql || values.length === 0) refuse(`\`${brief(view, call)}\` is given no values beside the statement`);
  const plain = values.map((each) => {
    if (each.type !== 'keyword_argument') return each;
    const name = textOf(view, part(each, 'name') ?? each);
    const value = /^(params|parameters|args|vars)$/.test(name) ? part(each, 'value') : null;
    return value ?? refuse(`\`${name}\` is not understood for many at once`);
  });
  return { sql, values: plain };
}

/** `insert`, where the statement is one text that writes and gives nothing back. */
function verbOf(view: View, sql: Syntax): string | null {
  const inserts = sql.type === 'call' ? insertsInto(view, sql) : null;
  if (inserts !== null) return inserts;
  const wrapped = sql.type === 'call' && /^(\w+\.)?text$/.test(calleeText(view, sql)) ? part(sql, 'arguments')?.children[0] : sql;
  const text = wrapped ? constantText(view, wrapped) : null;
  if (text === null) return null;
  const bare = text.replace(/--.*|\/\*[\s\S]*?\*\//g, ' ').trim();
  if (/;\s*\S/.test(bare)) refuse('the text has more than one statement');
  if (/\breturning\b/i.test(bare)) refuse('the statement gives rows back');
  return /^\w+/.exec(bare)?.[0].toLowerCase() ?? null;
}

/** SQLAlchemy's `users.insert()` and `insert(User)`. With an `update` of a session a list means something else. */
function insertsInto(view: View, sql: Syntax): string | null {
  return /^(\w+\.)*insert$/.test(calleeText(view, sql)) && !textOf(view, sql).includes('.values(') ? 'insert' : null;
}

function calleeText(view: View, call: Syntax): string {
  return textOf(view, part(call, 'function') ?? call);
}

/** What a text says, in place or by a name that is given it once. */
function constantText(view: View, node: Syntax): string | null {
  if (node.type === 'parenthesized_expression' && node.children[0]) return constantText(view, node.children[0]);
  if (node.type === 'concatenated_string') {
    const parts = node.children.map((each) => constantText(view, each));
    return parts.every((each) => each !== null) ? parts.join('') : null;
  }
  if (node.type === 'string') {
    if ([...nodesIn(node)].some((each) => each.type === 'interpolation')) return null;
    return textOf(view, node).replace(/^\w*("""|'''|"|')([\s\S]*)\1$/, '$2');
  }
  const binds = node.type === 'identifier' ? (view.names.of(node)?.mentions.filter((m) => m.binds) ?? []) : [];
  const assignment = binds.length === 1 ? binds[0]?.node.parent : null;
  const value = assignment?.type === 'assignment' ? part(assignment, 'right') : null;
  if (value?.type === 'call' && /^(\w+\.)?text$/.test(calleeText(view, value))) {
    const [only] = part(value, 'arguments')?.children ?? [];
    return only ? constantText(view, only) : null;
  }
  return value && /string$|^parenthesized_expression$/.test(value.type) ? constantText(view, value) : null;
}

/** What a cursor says of its last statement. */
const LAST = /^(rowcount|lastrowid|statusmessage|description|fetch\w*)$/;

/** Neither the statement nor what runs it hangs on the element, and the loop does not walk what it would run. */
function staysPut(view: View, { loop, right, statement }: WriteLoop, receiver: Syntax, sql: Syntax): void {
  for (const each of [receiver, sql]) {
    for (const name of readsOf(view, each).names)
      if (name.mentions.some(({ node, binds }) => binds && isInside(node, loop))) refuse(`\`${name.text}\` is made anew inside the loop`);
  }
  // Have: `ids.append(cursor.lastrowid)`
  for (const node of nodesIn(part(loop, 'body') ?? loop))
    if (node.type === receiver.type && !isInside(node, statement) && textOf(view, node) === textOf(view, receiver))
      refuse(`the loop asks \`${brief(view, node.parent ?? node)}\` after each statement`);
  // Have: `return cursor.rowcount`
  const [after] = [...nodesIn(frameOf(loop))].filter(
    (n) => n.type === receiver.type && n.start >= loop.end && textOf(view, n) === textOf(view, receiver),
  );
  const asked = after?.parent?.type === 'attribute' ? part(after.parent, 'attribute') : null;
  if (after && asked && LAST.test(textOf(view, asked))) refuse(`\`${brief(view, after.parent ?? after)}\` is asked after the last statement`);
  const walked = new RegExp(`(^|[^\\w.])${textOf(view, receiver).replaceAll('.', '\\.')}($|\\W)`);
  if (walked.test(textOf(view, right))) refuse(`the loop walks what \`${textOf(view, receiver)}\` gives`);
}

function spread(view: View, values: readonly Syntax[]): Laid {
  if (values.some((each) => each.type.endsWith('_splat'))) refuse('the values are spread');
  const texts = values.map((each) => textOf(view, each));
  return () => (texts.length === 1 ? `(${texts[0]},)` : `(${texts.join(', ')})`);
}

/** One dictionary that each iteration fills anew would be gathered again and again. */
function onlyValues(view: View, { loop }: WriteLoop, [value, more]: readonly Syntax[]): Laid {
  if (!value || more || value.type.endsWith('_splat')) refuse('the statement is given more than its values');
  const name = value.type === 'identifier' ? view.names.of(value) : null;
  if (value.type === 'identifier' && !name?.mentions.some(({ node, binds }) => binds && isInside(node, loop)))
    refuse(`\`${textOf(view, value)}\` is one and the same for all`);
  return laid(view, value);
}
