/** Loops, callbacks and comprehensions that keep some rows of a list by a condition on their columns, and leave the others aside. */
import { comparedColumns } from './column-tests.ts';
import type { Binding, Call, FileModel, Loop, Node, Span } from './file.ts';
import type { Program } from './program.ts';
import { type ClassRef, fieldOf, methodOf } from './relations.ts';
import { spanHolds } from './within.ts';

export interface KeptRows {
  readonly loop: Loop;
  /** As written. */
  readonly condition: string;
  readonly span: Span;
  readonly columns: readonly string[];
  /** It looks for one of them. */
  readonly isForOne: boolean;
}

/** Not `findIndex`: at which place a row stands, all before it decide. */
const KEEPS = /^(filter|find|findLast|some)$/;

export function keptRows(program: Program, file: FileModel, loop: Loop, of: ClassRef | null): KeptRows | null {
  const call = loop.call === null ? null : (file.calls[loop.call] ?? null);
  const asked = loop.style === 'callback' ? askedByCallback(file, loop, call) : askedByGuard(file, loop);
  const row = elementOf(file, loop);
  if (!asked || !row) return null;
  const columns = comparedColumns(asked.text, row.name);
  if (!columns?.every((name) => isColumn(program, of, name, file))) return null;
  const isForOne = call !== null && call.member !== null && call.member !== 'filter';
  return { loop, condition: asked.text, span: asked.span, columns, isForOne };
}

interface Asked {
  readonly text: string;
  readonly span: Span;
}

/** Have: users.filter((user) => user.active), filter(lambda user: user.active, users) */
function askedByCallback(file: FileModel, loop: Loop, call: Call | null): Asked | null {
  const fn = loop.closure === null ? undefined : file.functions[loop.closure];
  if (!call || !fn || !KEEPS.test(call.member ?? call.text) || fn.async) return null;
  const [only, ...others] = fn.returns;
  return only && others.length === 0 && fn.body.every(isPlain) ? only : null;
}

function isPlain(node: Node): boolean {
  return node.kind === 'call' || node.kind === 'exit';
}

/** Have: [user for user in users if user.active], for user in users: if user.active: …, for …: if not user.active: continue */
function askedByGuard(file: FileModel, loop: Loop): Asked | null {
  if (!/^(for-of|comprehension)$/.test(loop.style) || loop.closure !== null) return null;
  const at = loop.body.findIndex((node) => node.kind === 'branch');
  const branch = loop.body[at];
  if (branch?.kind !== 'branch' || !branch.test || branch.memo) return null;
  const { test } = branch;
  // What stands before the condition is asked by it, or is done with every row.
  const before = loop.body.slice(0, at);
  if (!before.every((node) => node.kind === 'call' && isWithin(file, node.id, test.span))) return null;
  const [first = [], ...others] = branch.arms;
  const isOnly = at === loop.body.length - 1 && others.every((arm) => arm.length === 0) && first.length > 0;
  const skips = others.every((arm) => arm.length === 0) && first.length === 1 && first[0]?.kind === 'exit' && first[0].exit === 'continue';
  return isOnly || skips || loop.style === 'comprehension' ? test : null;
}

function isWithin(file: FileModel, call: number, span: Span): boolean {
  const inner = file.calls[call]?.span;
  return inner !== undefined && spanHolds(span, inner);
}

/** The variable that holds the row. One that is taken apart has names of its own for its columns. */
function elementOf(file: FileModel, loop: Loop): Binding | null {
  const [row, ...others] = loop.elements.flatMap((id) => file.bindings[id] ?? []);
  return row && others.length === 0 && !row.part ? row : null;
}

/** Of a class that declares its columns, what it computes is none. */
function isColumn(program: Program, of: ClassRef | null, name: string, file: FileModel): boolean {
  if (!of) return file.language !== 'python';
  if (methodOf(program, of, name)) return false;
  return /^(id|pk|_id)$/.test(name) || fieldOf(program, of, name) !== null || fieldOf(program, of, name.replace(/_id$/, '')) !== null;
}
