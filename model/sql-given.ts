/** The statement of SQL that a query runs, where it is known: given as a text, prepared before, or handed on by a function of the project. */
import { infoOf } from './calls.ts';
import { earlierLinks, madeBy } from './chains.ts';
import type { Binding, Call, FileModel, Fn, Value } from './file.ts';
import { handedFor } from './handed-in.ts';
import { type FnRef, isInside, memo, type Program } from './program.ts';

/** Null where a call is no query, or where its text is not known as a whole. */
export function statementRun(program: Program, file: FileModel, call: Call): string | null {
  const { row, target } = infoOf(program, file, call);
  if (target) return statementHanded(program, file, call, target);
  return row?.op?.kind === 'query' ? (statementGiven(file, call) ?? statementPrepared(file, call)) : null;
}

/** Have: db.prepare('select …').bind(email).first(), const byEmail = db.prepare('select …') and byEmail.get(email) */
function statementPrepared(file: FileModel, call: Call): string | null {
  const links = earlierLinks(file, call);
  const prepares = [...links, madeBy(file, (links.at(-1) ?? call).callee)].find((link) => link?.member === 'prepare');
  return prepares ? statementGiven(file, prepares) : null;
}

/** Have: const query = (text, values) => pool.query(text, values) … query('select …', [email]) */
function statementHanded(program: Program, file: FileModel, call: Call, target: FnRef): string | null {
  // Most calls hand on no statement, and need no look at what they call.
  const handed = call.args.map(({ value }) => statementIn(file, value, 0));
  if (handed.every((statement) => statement === null)) return null;
  const param = paramRun(program, target);
  const given = param && handedFor(call, target.fn, param);
  return given ? statementIn(file, given, 0) : null;
}

/** The parameter that a function runs as a statement, as it is handed. */
function paramRun(program: Program, { file, fn }: FnRef): Binding | null {
  return memo<Fn, Binding | null>(program, 'statement handed', fn, null, () => {
    const run = file.calls.flatMap((call) => {
      if (!isInside(file, call.fn, fn.id)) return [];
      const { row, target } = infoOf(program, file, call);
      const inner = target && call.args.length > 0 ? paramRun(program, target) : null;
      const value = inner && target ? handedFor(call, target.fn, inner) : row?.op?.kind === 'query' ? call.args[0]?.value : null;
      const binding = value?.root.kind === 'binding' && value.path.length === 0 ? file.bindings[value.root.binding] : undefined;
      const isHanded = binding?.fn === fn.id && binding.param !== null && !binding.part && binding.assigned.length === 0;
      return isHanded && !binding.uses.some(({ kind }) => kind === 'assign') ? [binding] : [];
    });
    const [only] = run;
    return only && run.every((each) => each === only) ? only : null;
  });
}

/** What a call is given as SQL: a text, `text('…')`, `{ text: '…' }`, a template behind a tag, or a constant that holds it. */
export function statementGiven(file: FileModel, call: Call): string | null {
  const [first] = call.args;
  return first ? statementIn(file, first.value, 0) : null;
}

function statementIn(file: FileModel, value: Value, depth: number): string | null {
  if (value.statement !== undefined) return value.statement;
  if (depth > 3) return null;
  const { root, path } = value;
  const inside = value.properties.find(({ name }) => /^(text|sql|statement)$/.test(name))?.value;
  if (inside) return statementIn(file, inside, depth + 1);
  const made = root.kind === 'call' && path.length === 0 ? file.calls[root.call] : undefined;
  if (made) return /^(text|sql|raw|SQL)$/.test(made.member ?? made.text) && made.args[0] ? statementIn(file, made.args[0].value, depth + 1) : null;
  const binding = root.kind === 'binding' && path.length === 0 ? file.bindings[root.binding] : undefined;
  const isSet = binding?.param === null && binding.assigned.length === 0 && !binding.uses.some(({ kind }) => kind === 'assign' || kind === 'grow');
  return isSet && binding.init ? statementIn(file, binding.init, depth + 1) : null;
}
