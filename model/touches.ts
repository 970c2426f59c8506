/**
 * Which relations of a row a piece of code touches: as attributes of the variable that holds it, by calls that ask for them, in methods and
 * properties of its class, and in functions that it is handed to.
 */
import { argumentOf } from './arguments.ts';
import { infoOf } from './calls.ts';
import { laterLinks } from './chains.ts';
import type { Binding, FileModel, Span, Value } from './file.ts';
import type { TraceStep } from './finding.ts';
import type { FnRef, Program } from './program.ts';
import { type Load, loadOf } from './relation-loads.ts';
import { type ClassRef, methodOf, type Relation, relationsOf } from './relations.ts';
import type { Use } from './use.ts';
import { spanHolds } from './within.ts';

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
  /** The call that asks for it, where no attribute does. */
  readonly load: Load | null;
  /** Only of a row that has nothing of its own to say: `return self.label or self.author.name`. */
  readonly isFallback?: boolean;
}

/** What is known of the rows' class: of `db.User.findAll()` it may be the name alone. */
export interface Model {
  readonly of: ClassRef | null;
  readonly model: string | null;
}

/** Beyond this many calls in between, who reads the finding no longer sees why. */
const DEEPEST = 3;

/** What the uses of a variable, which holds a row of a class, touch. */
export function touchesOf(
  program: Program,
  file: FileModel,
  uses: readonly Use[],
  model: Model,
  depth = 0,
  known: ReadonlySet<string> = new Set(),
): Touch[] {
  const { of } = model;
  const relations = of ? relationsOf(program, of) : new Map<string, Relation>();
  // What the code sets itself it need not load.
  const set = new Set([...known, ...uses.flatMap((u) => (u.kind === 'assign' && u.path.length === 1 ? (u.path[0] ?? []) : []))]);
  return uses.flatMap((use): Touch[] => {
    const load = loadOf(program, file, use, model);
    if (load)
      return load.relations.map(
        (each): Touch => ({ path: [relations.get(each.name) ?? each], text: `.${each.name}`, span: load.call.span, use, steps: [], load }),
      );
    const [name] = use.path;
    if (name === undefined) return depth < DEEPEST ? throughCall(program, file, use, model, depth, set) : [];
    const relation = relations.get(name);
    if (!relation) return of && depth < DEEPEST ? throughProperty(program, file, use, name, of, depth, set) : [];
    if (set.has(name) || relation.isEager || !relation.isLazy) return [];
    const touch = { span: use.span, use, steps: [], load: null };
    if (relation.holds === 'many') return isWhole(program, file, use, relation) ? [{ ...touch, path: [relation], text: `.${name}` }] : [];
    if (use.kind === 'assign' && use.path.length === 1) return [];
    const path = [relation, ...further(program, relation, use.path.slice(1), use.method === 'all')];
    return [{ ...touch, path, text: `.${use.path.join('.')}` }];
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
  if (use.path.length !== 1) return file.language !== 'python';
  if (relation.remedy === 'prefetch_related' || relation.remedy === 'select_related') {
    const call = use.method === 'all' && use.call !== null ? file.calls[use.call] : undefined;
    // What is handed to another query is part of that: `filter(id__in=author.books.all())`.
    return call?.awaited === true && laterLinks(program, file, call).length === 0;
  }
  return file.language === 'python' ? /^(iterate|length|test|copy|read)$/.test(use.kind) : !/^(assign|property)$/.test(use.kind);
}

const WRITES = /^(save|asave|delete|adelete|clean|full_clean|refresh_from_db)$/;

/** `book.title_line()`, `describe(book)` */
function throughCall(program: Program, file: FileModel, use: Use, model: Model, depth: number, set: ReadonlySet<string>): Touch[] {
  const call = use.call === null ? undefined : file.calls[use.call];
  if (!call) return [];
  if (use.kind === 'call' && use.method !== null) {
    // To write a row is a unit of work of its own.
    const method = WRITES.test(use.method) || !model.of ? null : methodOf(program, model.of, use.method);
    return method ? inMethod(program, file, use, call.span, method, model, depth, set) : [];
  }
  const { target } = use.kind === 'argument' ? infoOf(program, file, call) : { target: null };
  if (!target) return [];
  return target.fn.params.flatMap((param, at) => {
    const given = argumentOf(call, target.fn, at)?.value;
    const handed = given && given.path.length === 0 && given.span.start === use.span.start;
    const binding: Binding | undefined = handed && param.binding !== null ? target.file.bindings[param.binding] : undefined;
    return binding ? carried(file, use, call.span, target, touchesOf(program, target.file, binding.uses, model, depth + 1, set)) : [];
  });
}

/** `book.shelf_mark`, where that is a property that looks at `self.shelf`. */
function throughProperty(program: Program, file: FileModel, use: Use, name: string, of: ClassRef, depth: number, set: ReadonlySet<string>): Touch[] {
  const method = methodOf(program, of, name);
  return method?.fn.kind === 'getter' ? inMethod(program, file, use, use.span, method, { of, model: of.class.name }, depth, set) : [];
}

function inMethod(
  program: Program,
  file: FileModel,
  use: Use,
  span: Span,
  method: FnRef,
  model: Model,
  depth: number,
  set: ReadonlySet<string>,
): Touch[] {
  return carried(file, use, span, method, touchesOf(program, method.file, usesOfSelf(method), model, depth + 1, set));
}

/** What a method or a property of a row touches, by its name. */
export function touchesOfMember(program: Program, of: ClassRef, name: string): Touch[] {
  const method = WRITES.test(name) ? null : methodOf(program, of, name);
  if (!method) return [];
  return touchesOf(program, method.file, usesOfSelf(method), { of, model: of.class.name }, 1).map((touch) =>
    touch.steps.length > 0
      ? touch
      : {
          ...touch,
          isFallback: isAfterOwn(method, touch.use),
          steps: [{ file: method.file.path, span: touch.span, message: `touches \`${touch.text.slice(1)}\`` }],
        },
  );
}

/** What a method does with `self.author.name`: uses of the field `author`, as deep as the rest says. */
export function usesOfSelf({ file, fn }: FnRef): Use[] {
  const owner = fn.class === null ? undefined : file.classes[fn.class];
  return (owner?.fields ?? []).flatMap((field) =>
    field.uses.filter((u) => u.fn === fn.id).map((u): Use => ({ ...u, path: [field.name, ...u.path] })),
  );
}

function carried(file: FileModel, use: Use, span: Span, into: FnRef, touches: readonly Touch[]): Touch[] {
  return touches.map((touch) => ({
    ...touch,
    span,
    use,
    isFallback: touch.isFallback || (touch.steps.length === 0 && isAfterOwn(into, touch.use)),
    steps: [
      { file: file.path, span, message: into.fn.kind === 'getter' ? `reads \`${into.fn.name}\`` : `calls \`${into.fn.name}\`` },
      ...(touch.steps.length > 0
        ? touch.steps
        : [
            {
              file: into.file.path,
              span: touch.span,
              message: touch.load ? `\`${touch.load.call.text}\` asks for it` : `touches \`${touch.text.slice(1)}\``,
            },
          ]),
    ],
  }));
}

/** Have: if self.label: return self.label, then return self.author.name; return self.label or self.author.name */
function isAfterOwn({ file, fn }: FnRef, { span }: Use): boolean {
  const isOwn = ({ root, path }: Value): boolean =>
    path.length === 1 && (root.kind === 'this' || (root.kind === 'binding' && file.bindings[root.binding]?.param !== null));
  const isLeft = fn.body.some((node) => {
    if (node.kind !== 'branch' || node.span.end > span.start || !node.test) return false;
    return isOwn(node.test) && !/\s/.test(node.test.text) && node.arms[0]?.at(-1)?.kind === 'exit';
  });
  return isLeft || fn.returns.some((value) => isOwn(value) && value.elements.some((other) => spanHolds(other.span, span)));
}

/** A method that is handed one row: `get_author_name(self, book)`, `to_representation(self, book)`. */
export function touchesOfParameter(program: Program, file: FileModel, fn: number, of: ClassRef): Touch[] {
  const method = file.functions[fn];
  const binding = method?.params[0]?.binding;
  const uses = binding === null || binding === undefined ? [] : (file.bindings[binding]?.uses ?? []);
  return touchesOf(program, file, uses, { of, model: of.class.name }).map((each) => ({
    ...each,
    steps: [{ file: file.path, span: each.span, message: `\`${method?.name}\` touches it` }, ...each.steps],
  }));
}
