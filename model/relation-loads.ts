/** Calls that ask for a relation of one row, as the knowledge tables know them: `user.getPosts()`, `book.author.load()`, `doc.populate('author')`. */
import { associationOf } from './associations.ts';
import { infoOf } from './calls.ts';
import { laterLinks } from './chains.ts';
import type { Call, FileModel, Value } from './file.ts';
import type { LoadRow } from './knowledge.ts';
import type { Program } from './program.ts';
import type { Relation } from './relations.ts';
import type { Model } from './touches.ts';
import type { Use } from './use.ts';

export interface Load {
  readonly call: Call;
  readonly relations: readonly Relation[];
  /** It asks the database although the row has the relation already. */
  readonly again: boolean;
}

/** What a use of a row asks for. Null: it is no such call, or asks for a part of the related rows, which no query brings along. */
export function loadOf(program: Program, file: FileModel, use: Use, model: Model): Load | null {
  const at = use.call === null ? undefined : file.calls[use.call];
  // `wrap(book.author).init()`, `user.related('posts').fetch()`: the next call may be the one.
  for (const call of at ? [at, ...laterLinks(program, file, at).slice(0, 1)] : []) {
    const loads = infoOf(program, file, call).row?.loads;
    const relations = loads && isWhole(program, file, call, loads) ? relationsAsked(program, file, use, call, loads, model) : [];
    if (loads && relations.length > 0) return { call, relations, again: loads.again === true };
  }
  return null;
}

function relationsAsked(program: Program, file: FileModel, use: Use, call: Call, loads: LoadRow, model: Model): Relation[] {
  if (loads.named === 'receiver') {
    const [name, ...rest] = use.path;
    if (name !== undefined) return rest.length === 0 ? [named(file, call, name)] : [];
    const before = call.callee.root.kind === 'call' ? file.calls[call.callee.root.call] : undefined;
    return use.kind === 'call' && before ? namesIn(before.args[0]?.value).map((each) => named(file, call, each)) : [];
  }
  if (use.path.length > 0) return [];
  if (loads.row !== undefined ? call.args[loads.row]?.value.span.start !== use.span.start : use.kind !== 'call' || use.call !== call.id) return [];
  if (loads.named !== 'member') return namesIn(call.args[loads.named]?.value).map((each) => named(file, call, each));
  const known = associationOf(program, model.model, call.member ?? '');
  return known ? [{ ...named(file, call, known.name), file: known.file, span: known.span, remedy: known.isAlias ? null : known.name }] : [];
}

/** All of the related rows. What the chain goes on to ask makes it another query. */
function isWhole(program: Program, file: FileModel, call: Call, { parts }: LoadRow): boolean {
  if (laterLinks(program, file, call).some((link) => !/^(then|catch|finally|execPopulate)$/.test(link.member ?? ''))) return false;
  return (
    parts === undefined ||
    call.args.every(
      ({ value }) => value.root.kind === 'new-object' && value.extent.class === 'constant' && !value.properties.some((p) => parts.includes(p.name)),
    )
  );
}

/** A relation that nobody is known to declare: the call that asks for it says what it is called. */
function named(file: FileModel, call: Call, name: string): Relation {
  return { name, holds: 'many', remedy: null, file, span: call.span, target: null, back: null, isEager: false, isLazy: false };
}

/** `'author'`, `'author reviewer'`, `['author']`, `{ path: 'author' }` */
function namesIn(value: Value | undefined): string[] {
  if (!value) return [];
  if (typeof value.literal === 'string') return value.literal.split(/[\s,[\]()]+/).filter((name) => name !== '');
  if (value.root.kind === 'new-list') return value.elements.flatMap(namesIn);
  const path = value.properties.find((p) => p.name === 'path')?.value;
  return path ? namesIn(path) : [];
}
