/**
 * Which relations of a row a piece of code touches: as attributes of the variable that holds it, in methods and properties of its class, and in
 * functions that it is handed to.
 */
import { argumentOf } from '../../model/arguments.ts';
import { infoOf } from '../../model/calls.ts';
import { laterLinks } from '../../model/chains.ts';
import type { Binding, FileModel, Span } from '../../model/file.ts';
import type { TraceStep } from '../../model/finding.ts';
import type { FnRef, Program } from '../../model/program.ts';
import { type ClassRef, lineage, type Relation, relationsOf } from '../../model/relations.ts';
import type { Use } from '../../model/use.ts';

export interface Touch {
  /** The relation, and where it leads on to others, those as well. */
  readonly path: readonly Relation[];
  /** What is written: `.author.publisher`. */
  readonly text: string;
  /** Where the code that was asked about does it: the attribute, or the call that leads to it. */
  readonly span: Span;
  readonly use: Use;
  /** From there on to the attribute, if it stands elsewhere. */
  readonly steps: readonly TraceStep[];
}

/** Beyond this many calls in between, who reads the finding no longer sees why. */
const DEEPEST = 3;

/** What the uses of a variable, which holds a row of a class, touch. */
export function touchesOf(
  program: Program,
  file: FileModel,
  uses: readonly Use[],
  of: ClassRef,
  depth = 0,
  known: ReadonlySet<string> = new Set(),
): Touch[] {
  const relations = relationsOf(program, of);
  // What the code sets itself it need not load.
  const set = new Set([...known, ...uses.flatMap((u) => (u.kind === 'assign' && u.path.length === 1 ? (u.path[0] ?? []) : []))]);
  return uses.flatMap((use): Touch[] => {
    const [name] = use.path;
    if (name === undefined) return depth < DEEPEST ? throughCall(program, file, use, of, depth, set) : [];
    const relation = relations.get(name);
    if (!relation) return depth < DEEPEST ? throughProperty(program, file, use, name, of, depth, set) : [];
    if (set.has(name) || relation.isEager) return [];
    if (relation.holds === 'many')
      return isWhole(program, file, use, relation) ? [{ path: [relation], text: `.${name}`, span: use.span, use, steps: [] }] : [];
    if (use.kind === 'assign' && use.path.length === 1) return [];
    return [
      {
        path: [relation, ...further(program, relation, use.path.slice(1), use.method === 'all')],
        text: `.${use.path.join('.')}`,
        span: use.span,
        use,
        steps: [],
      },
    ];
  });
}

/** `author.publisher.name` leads through two relations. */
function further(program: Program, from: Relation, path: readonly string[], asksAll: boolean): Relation[] {
  const [name, ...rest] = path;
  const next = name === undefined || !from.target ? undefined : relationsOf(program, from.target).get(name);
  if (!next || next.isEager || (next.holds === 'many' && !(asksAll && rest.length === 0))) return [];
  return [next, ...further(program, next, rest, asksAll)];
}

/** All of the related rows, which can be loaded ahead; a part of them (`tags.filter(…)`) is a query of its own each time. */
function isWhole(program: Program, file: FileModel, use: Use, relation: Relation): boolean {
  if (use.path.length !== 1) return false;
  if (relation.row.remedy === 'prefetch_related' || relation.row.remedy === 'select_related') {
    const call = use.method === 'all' && use.call !== null ? file.calls[use.call] : undefined;
    // What is handed to another query is part of that: `filter(id__in=author.books.all())`.
    return call?.awaited === true && laterLinks(program, file, call).length === 0;
  }
  return /^(iterate|length|test|copy|read)$/.test(use.kind);
}

const WRITES = /^(save|asave|delete|adelete|clean|full_clean|refresh_from_db)$/;

/** `book.title_line()`, `describe(book)` */
function throughCall(program: Program, file: FileModel, use: Use, of: ClassRef, depth: number, set: ReadonlySet<string>): Touch[] {
  const call = use.call === null ? undefined : file.calls[use.call];
  if (!call) return [];
  if (use.kind === 'call' && use.method !== null) {
    // To write a row is a unit of work of its own.
    const method = WRITES.test(use.method) ? null : methodOf(program, of, use.method);
    return method ? inMethod(program, file, use, call.span, method, of, depth, set) : [];
  }
  const { target } = use.kind === 'argument' ? infoOf(program, file, call) : { target: null };
  if (!target) return [];
  return target.fn.params.flatMap((param, at) => {
    const given = argumentOf(call, target.fn, at)?.value;
    const handed = given && given.path.length === 0 && given.span.start === use.span.start;
    const binding: Binding | undefined = handed && param.binding !== null ? target.file.bindings[param.binding] : undefined;
    return binding ? carried(file, use, call.span, target, touchesOf(program, target.file, binding.uses, of, depth + 1, set)) : [];
  });
}

/** `book.shelf_mark`, where that is a property that looks at `self.shelf`. */
function throughProperty(program: Program, file: FileModel, use: Use, name: string, of: ClassRef, depth: number, set: ReadonlySet<string>): Touch[] {
  const method = methodOf(program, of, name);
  return method?.fn.kind === 'getter' ? inMethod(program, file, use, use.span, method, of, depth, set) : [];
}

function inMethod(
  program: Program,
  file: FileModel,
  use: Use,
  span: Span,
  method: FnRef,
  of: ClassRef,
  depth: number,
  set: ReadonlySet<string>,
): Touch[] {
  return carried(file, use, span, method, inBody(program, method, of, depth + 1, set));
}

/** What a method or a property of a row touches, by its name. */
export function touchesOfMember(program: Program, of: ClassRef, name: string): Touch[] {
  const method = WRITES.test(name) ? null : methodOf(program, of, name);
  if (!method) return [];
  return inBody(program, method, of, 1, new Set()).map((touch) =>
    touch.steps.length > 0
      ? touch
      : { ...touch, steps: [{ file: method.file.path, span: touch.span, message: `touches \`${touch.text.slice(1)}\`` }] },
  );
}

function inBody(program: Program, method: FnRef, of: ClassRef, depth: number, set: ReadonlySet<string>): Touch[] {
  const owner = method.fn.class === null ? undefined : method.file.classes[method.fn.class];
  // What is touched is written `self.author.name` there: uses of the field `author`, as deep as the rest says.
  const uses = (owner?.fields ?? []).flatMap((field) =>
    field.uses.filter((u) => u.fn === method.fn.id).map((u): Use => ({ ...u, path: [field.name, ...u.path] })),
  );
  return touchesOf(program, method.file, uses, of, depth, set);
}

function carried(file: FileModel, use: Use, span: Span, into: FnRef, touches: readonly Touch[]): Touch[] {
  return touches.map((touch) => ({
    ...touch,
    span,
    use,
    steps: [
      { file: file.path, span, message: into.fn.kind === 'getter' ? `reads \`${into.fn.name}\`` : `calls \`${into.fn.name}\`` },
      ...(touch.steps.length > 0 ? touch.steps : [{ file: into.file.path, span: touch.span, message: `touches \`${touch.text.slice(1)}\`` }]),
    ],
  }));
}

function methodOf(program: Program, of: ClassRef, name: string): FnRef | null {
  for (const { file, class: owner } of lineage(program, of)) {
    const method = owner.methods.find((m) => m.name === name);
    const fn = method ? file.functions[method.fn] : undefined;
    if (fn) return { file, fn };
  }
  return null;
}
