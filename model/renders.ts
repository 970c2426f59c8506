/**
 * Which templates the code of a file renders, and what it hands them: the context of a call, and what Django's generic views put together from
 * their fields and methods. What cannot be followed is left out, and looking it up in a template says nothing.
 */
import { argumentNamed } from './arguments.ts';
import { infoOf } from './calls.ts';
import { isServing } from './contexts.ts';
import type { Call, Class, FileModel, Fn, Span, Value } from './file.ts';
import { isRare, isWaitedFor } from './how-often.ts';
import type { ViewRow } from './knowledge-templates.ts';
import { isLeftOut } from './left-out.ts';
import { numberOf } from './numbers.ts';
import { type FnRef, memo, type Program } from './program.ts';
import { type ClassRef, fieldOf, lineage, methodOf } from './relations.ts';
import { plainRows, type Rows, rowsOf } from './rows.ts';
import { knowledgeSymbol, thingOf } from './things.ts';

/** What a template finds under a name: an expression of the code, or the rows of a view. */
export type Handed = { readonly kind: 'value'; readonly file: FileModel; readonly value: Value } | ViewRows;

export interface ViewRows {
  readonly kind: 'many' | 'one';
  readonly rows: Rows;
  /** Of one page, where the view says so. */
  readonly most: number | null;
}

export type Context = ReadonlyMap<string, Handed>;

export interface Render {
  readonly template: string;
  readonly context: Context;
  readonly file: FileModel;
  /** Where the template is named, or the view that names none. */
  readonly span: Span;
  /** What renders it, where that is no view. */
  readonly fn: Fn | null;
}

const DEEPEST = 6;

export function rendersIn(program: Program, file: FileModel): Render[] {
  return [
    ...file.calls.flatMap((call) => renderedBy(program, file, call)),
    ...file.classes.flatMap((view) => renderedByView(program, { file, class: view })),
  ];
}

/** `render(request, 'shop/books.html', {'books': books})` */
function renderedBy(program: Program, file: FileModel, call: Call): Render[] {
  const { symbol } = infoOf(program, file, call);
  const row = symbol ? program.knowledge.render(symbol) : null;
  if (!row) return [];
  const { template: at, context: given } = row;
  const receiver = call.callee.root.kind === 'call' ? file.calls[call.callee.root.call] : undefined;
  const named = at === 'receiver' ? receiver?.args[0]?.value : argumentNamed(call, at.keyword, at.position)?.value;
  const fn = file.functions[call.fn];
  if (typeof named?.literal !== 'string' || !fn) return [];
  const handed = given === 'keywords' ? null : argumentNamed(call, given.keyword, given.position)?.value;
  const context = given === 'keywords' ? keywordsOf(file, call) : handed ? entriesOf(program, file, handed, 0) : new Map();
  return [{ template: named.literal, context, file, span: call.span, fn }];
}

function keywordsOf(file: FileModel, call: Call): Map<string, Handed> {
  return new Map(call.args.flatMap(({ name, value }) => (name === null ? [] : [[name, { kind: 'value', file, value }]])));
}

/** What a dictionary holds by name, as far as it can be followed. What it is given twice is unknown. */
function entriesOf(program: Program, file: FileModel, value: Value, depth: number): Map<string, Handed> {
  const { root, path } = value;
  if (depth > DEEPEST || path.length > 0) return new Map();
  if (root.kind === 'new-object') return new Map(value.properties.map((p) => [p.name, { kind: 'value', file, value: p.value }]));
  if (root.kind === 'binding') {
    const binding = file.bindings[root.binding];
    if (!binding || binding.param !== null || binding.assigned.length > 0) return new Map();
    const entries = binding.init ? entriesOf(program, file, binding.init, depth + 1) : new Map<string, Handed>();
    const later = [
      ...binding.entries.map((entry) => [entry.name, { kind: 'value', file, value: entry.value }] as const),
      ...binding.uses.flatMap((use) => {
        const call = use.method === 'update' && use.path.length === 0 && use.call !== null ? file.calls[use.call] : undefined;
        const first = call?.args.find((a) => a.name === null)?.value;
        return call ? [...keywordsOf(file, call), ...(first ? entriesOf(program, file, first, depth + 1) : [])] : [];
      }),
    ];
    const again = new Set(later.map(([name]) => name).filter((name, i, all) => all.indexOf(name) !== i));
    for (const [name, handed] of later) entries.set(name, handed);
    for (const name of again) entries.delete(name);
    return entries;
  }
  const call = root.kind === 'call' ? file.calls[root.call] : undefined;
  if (!call) return new Map();
  if (call.text === 'dict') return keywordsOf(file, call);
  // `super().get_context_data(books=books, **kwargs)`
  if (call.member === 'get_context_data') return new Map([...inherited(program, file, call, depth), ...keywordsOf(file, call)]);
  const { target } = infoOf(program, file, call);
  return target ? returnedEntries(program, target, depth + 1) : new Map();
}

function inherited(program: Program, file: FileModel, call: Call, depth: number): Map<string, Handed> {
  const owner = file.classes[file.functions[call.fn]?.class ?? -1];
  const [, ...bases] = owner ? lineage(program, { file, class: owner }) : [];
  return contextMethod(program, bases, depth + 1);
}

function contextMethod(program: Program, classes: readonly ClassRef[], depth: number): Map<string, Handed> {
  for (const each of classes) {
    const fn = ownMethod(each, 'get_context_data');
    if (fn) return returnedEntries(program, { file: each.file, fn }, depth);
  }
  return new Map();
}

function returnedEntries(program: Program, { file, fn }: FnRef, depth: number): Map<string, Handed> {
  const [only, ...others] = fn.returns;
  return only && others.length === 0 ? entriesOf(program, file, only, depth) : new Map();
}

/** `class BookList(ListView): model = Book` */
function renderedByView(program: Program, view: ClassRef): Render[] {
  const row = viewOf(program, view);
  if (!row) return [];
  const classes = lineage(program, view);
  const rows = row.shows === 'nothing' ? null : rowsOfView(program, view);
  const named = fieldOf(program, view, 'template_name');
  const isChosen = classes.some((each) => ownMethod(each, 'get_template_names') !== null || answersItself(each));
  const template = named ? named.field.init?.literal : rows && row.suffix ? defaultName(rows, row.suffix) : null;
  if (isChosen || typeof template !== 'string') return [];
  const context = new Map<string, Handed>();
  if (rows) for (const [name, handed] of namesOf(program, view, row, rows)) context.set(name, handed);
  const extra = fieldOf(program, view, 'extra_context');
  if (extra?.field.init) for (const [name, handed] of entriesOf(program, extra.file, extra.field.init, 0)) context.set(name, handed);
  for (const [name, handed] of contextMethod(program, classes, 0)) context.set(name, handed);
  return [{ template, context, file: view.file, span: headOf(view.class), fn: null }];
}

/** Have: def get(self, request): return JsonResponse({'count': self.get_queryset().count()}) */
function answersItself(view: ClassRef): boolean {
  const { file } = view;
  const get = ownMethod(view, 'get');
  // `TemplateResponse(request, self.template_name)`, `ListView.get(self, request)`: who is handed something of the view may render it.
  const mayRender = ({ fn, member, text, args, callee: { root } }: Call): boolean =>
    fn === get?.id &&
    (text === 'super' ||
      /^render/.test(member ?? text) ||
      args.some(({ value }) => value.root.kind === 'this' && !/^(request|kwargs|args)$/.test(value.path[0] ?? '')) ||
      (root.kind === 'this' && !/^get_(queryset|context_data|object)$/.test(member ?? '')));
  return get !== null && !file.calls.some(mayRender);
}

/** What a class that extends a library's view renders like; null for others. */
function viewOf(program: Program, view: ClassRef): ViewRow | null {
  for (const { file, class: each } of lineage(program, view)) {
    for (const base of each.extends) {
      const thing = thingOf(program, file, base);
      const symbol = thing?.kind === 'symbol' || thing?.kind === 'instance' ? knowledgeSymbol(thing) : null;
      const row = symbol ? program.knowledge.view(symbol) : null;
      if (row) return row;
    }
  }
  return null;
}

/** `object_list`, `book_list`, `page_obj`, and the name that the view gives. */
function namesOf(program: Program, view: ClassRef, row: ViewRow, rows: Rows): [string, Handed][] {
  const named = fieldOf(program, view, 'context_object_name')?.field.init?.literal;
  const model = (rows.model ?? '').toLowerCase();
  if (row.shows === 'one') {
    const handed: Handed = { kind: 'one', rows, most: null };
    return ['object', typeof named === 'string' ? named : model].map((name) => [name, handed]);
  }
  const pages = fieldOf(program, view, 'paginate_by');
  const handed: Handed = { kind: 'many', rows, most: pages?.field.init ? numberOf(program, pages.file, pages.field.init) : null };
  return ['object_list', 'page_obj', typeof named === 'string' ? named : `${model}_list`].map((name) => [name, handed]);
}

/** The rows that a generic view lists or picks one of: of `get_queryset`, or else of `queryset`, or else of `model`. */
export function rowsOfView(program: Program, view: ClassRef): Rows | null {
  return memo<Class, Rows | null>(program, 'rows of view', view.class, null, () => {
    const method = methodOf(program, view, 'get_queryset');
    if (!method) return rowsOfFields(program, view);
    const [only, ...others] = method.fn.returns.map((value) => rowsOf(program, method.file, value));
    return only && others.length === 0 ? only : null;
  });
}

/** `queryset = Book.objects.all()`, `model = Book` */
function rowsOfFields(program: Program, view: ClassRef): Rows | null {
  const queryset = fieldOf(program, view, 'queryset');
  if (queryset?.field.init) return rowsOf(program, queryset.file, queryset.field.init);
  const model = fieldOf(program, view, 'model');
  const thing = model?.field.init ? thingOf(program, model.file, model.field.init) : null;
  if (!model?.field.init || thing?.kind !== 'class') return null;
  return { ...plainRows(thing), file: model.file, query: model.field.init.span, isImplied: true };
}

/** `super().get_queryset()` in a generic view. */
export function rowsOfSuper(program: Program, file: FileModel, call: Call): Rows | null {
  const owner = file.classes[file.functions[call.fn]?.class ?? -1];
  const before = call.callee.root.kind === 'call' ? file.calls[call.callee.root.call] : undefined;
  if (!owner || before?.text !== 'super' || !viewOf(program, { file, class: owner })) return null;
  const [, ...bases] = lineage(program, { file, class: owner });
  const rows = bases.some((base) => ownMethod(base, 'get_queryset')) ? null : rowsOfFields(program, { file, class: owner });
  return rows && { of: rows.of, model: rows.model, loaded: rows.loaded, brings: rows.brings, file, query: call.span };
}

/** Where a finding about what a template does with rows stands: at their query, where the remedy goes, or else where the template is rendered. */
export function placeOf({ file, span }: Render, rows: Rows): Span {
  return rows.file === file ? rows.query : span;
}

/** Is somebody known to wait for it: a request, or code that is called? */
export function isRenderWaitedFor(program: Program, { file, fn }: Render): boolean {
  return fn === null ? isServing(file) && !isLeftOut(program, file) : !isRare(program, file, fn) && isWaitedFor(program, file, fn);
}

/** `shop/book_list.html` of a model in `shop/models.py`. */
function defaultName({ of }: Rows, suffix: string): string | null {
  const app = of && /([^/]+)\/models(\.py|\/[^/]+\.py)$/.exec(of.file.path)?.[1];
  return !of || !app ? null : `${app}/${of.class.name.toLowerCase()}${suffix}.html`;
}

function ownMethod({ file, class: owner }: ClassRef, name: string): Fn | null {
  const method = owner.methods.find((m) => m.name === name);
  return (method && file.functions[method.fn]) ?? null;
}

function headOf({ span, name }: Class): Span {
  return { start: span.start, end: span.start + 'class '.length + name.length };
}
