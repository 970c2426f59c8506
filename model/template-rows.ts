/**
 * Which rows a template looks something up in, once it is rendered with a context: names lead to rows, loops to each of them, relations on to
 * others, through `with`, blocks, and templates that are extended or included.
 */
import { infoOf } from './calls.ts';
import { extentOf, isFew, isPage, isPiled, isShortPage } from './extents.ts';
import type { Call, FileModel, Span, Value } from './file.ts';
import { isPersonsQuery } from './of-one-person.ts';
import { type Program, templateAt } from './program.ts';
import { type ClassRef, type Relation, relationsOf } from './relations.ts';
import type { Handed, Render } from './renders.ts';
import { plainRows, type Rows, rowsOf } from './rows.ts';
import type { Lookup, Naming, Template, TemplatePart } from './template.ts';
import { thingOf } from './things.ts';
import { isWholeQueryset } from './whole-tables.ts';

/** What the code handed in: many rows of a query, or one. */
export interface Source {
  readonly rows: Rows;
  /** Nothing can be added to the query, for there is none to be seen. */
  readonly isClosed: boolean;
  /** As the code itself shows: what a view lists, all rows of a table, a long page of them. What belongs to one thing may be a handful. */
  readonly isMany: boolean;
  /** How many a page of them shows, where there are pages. */
  readonly most: number | null;
}

export interface TemplateLoop {
  readonly template: Template;
  readonly span: Span;
  /** What one row is called, and what the loop walks. */
  readonly element: string;
  readonly over: Lookup;
}

/** A row under a name of a template. */
export interface TemplateRow {
  readonly of: ClassRef;
  readonly from: Source;
  /** The relations that lead to it from the rows that were handed in. */
  readonly path: readonly Relation[];
  /** The innermost loop that has another row each time; null for one that stands alone. */
  readonly loop: TemplateLoop | null;
}

/** Something is looked up in a row. */
export interface RowLookup {
  readonly row: TemplateRow;
  /** What follows the row's name. */
  readonly steps: readonly string[];
  readonly lookup: Lookup;
  readonly template: Template;
  readonly shown: boolean;
  /** It stands in a template that several may include, where an `if` asks something else than a row: not all of them show it. */
  readonly depends: boolean;
}

/** What a loop walks, by name: `books` of `books`, `author.books.all`, `shelf.books.all.0`. */
export function overName({ over }: TemplateLoop): string {
  const [name = '', ...steps] = over.path;
  return steps.filter((step) => !/^(all|object_list|\d+|\(\))$/.test(step)).at(-1) ?? name;
}

/** What a name stands for; `many`: rows of the class, each reached through the path; `isFew`: less than a page of them. */
type Held = TemplateRow & { readonly many: boolean; readonly isFew: boolean };
type Names = ReadonlyMap<string, Held | null>;

interface Walk {
  readonly program: Program;
  readonly file: FileModel;
  readonly found: RowLookup[];
  /** Parts that may still be walked: templates that include each other in many ways end somewhere. */
  budget: number;
}

interface Place {
  readonly template: Template;
  /** Blocks that templates further down have filled. */
  readonly blocks: ReadonlyMap<string, Block>;
  /** Names of the templates around, the innermost first. */
  readonly around: readonly string[];
  readonly isIncluded: boolean;
  readonly depends: boolean;
}

interface Block {
  readonly template: Template;
  readonly parts: readonly TemplatePart[];
}

const DEEPEST = 10;
const MOST_PARTS = 20_000;

export function lookupsInRows(program: Program, render: Render): RowLookup[] {
  const template = templateAt(program, render.file, render.template);
  if (!template) return [];
  const names = new Map<string, Held | null>();
  for (const [name, handed] of render.context) names.set(name, heldOf(program, handed));
  if ([...names.values()].every((held) => held === null)) return [];
  const walk: Walk = { program, file: render.file, found: [], budget: MOST_PARTS };
  walkTemplate(walk, template, names, { template, blocks: new Map(), around: [], isIncluded: false, depends: false });
  return walk.found;
}

function heldOf(program: Program, handed: Handed): Held | null {
  if (handed.kind !== 'value') {
    if (!handed.rows.of) return null;
    const { rows, kind, most } = handed;
    const page = most === null ? null : paged(most);
    // Of the rows that meet a condition, two in five were few where they were read.
    const isMany =
      kind === 'many' &&
      !isPersonsQuery(program, rows.file, rows.query) &&
      (page ? !isShortPage(page) : isWholeQueryset(program, rows.file, rows.query));
    return {
      of: handed.rows.of,
      from: { rows, isClosed: rows.isImplied === true, isMany, most },
      path: [],
      loop: null,
      many: kind === 'many',
      isFew: page !== null && isFew(page),
    };
  }
  const { file, value } = handed;
  const rows = rowsOf(program, file, value);
  const extent = extentOf(program, file, value);
  if (rows?.of)
    return {
      of: rows.of,
      from: {
        rows,
        isClosed: false,
        // A page whose size only the settings know may show ten.
        isMany: isPiled(extent) || (isPage(extent) && extent.count !== null && !isShortPage(extent)),
        most: isPage(extent) ? extent.count : null,
      },
      path: [],
      loop: null,
      many: true,
      isFew: isFew(extent),
    };
  const one = oneOf(program, file, value, 0);
  return one?.rows.of ? { of: one.rows.of, from: one, path: [], loop: null, many: false, isFew: false } : null;
}

const paged = (count: number) => ({ class: 'bounded', count, why: '', from: 'page' }) as const;

const PICKS = /^a?(get|first|last|earliest|latest)$/;

/** `get_object_or_404(Book, pk=pk)`, `Book.objects.get(pk=pk)`: a row, by the query that it comes from. */
function oneOf(program: Program, file: FileModel, value: Value, depth: number): Source | null {
  if (depth > DEEPEST || value.path.length > 0) return null;
  const { root } = value;
  if (root.kind === 'binding') {
    const binding = file.bindings[root.binding];
    return binding?.init && binding.param === null && binding.assigned.length === 0 ? oneOf(program, file, binding.init, depth + 1) : null;
  }
  const call: Call | undefined = root.kind === 'call' ? file.calls[root.call] : undefined;
  if (!call) return null;
  if (call.member !== null && PICKS.test(call.member)) {
    const rows = rowsOf(program, file, call.callee);
    return rows && { rows, isClosed: false, isMany: false, most: null };
  }
  const [first] = call.args;
  if (!infoOf(program, file, call).row?.picks || !first) return null;
  const rows = rowsOf(program, file, first.value);
  if (rows) return { rows, isClosed: false, isMany: false, most: null };
  const thing = thingOf(program, file, first.value);
  if (thing?.kind !== 'class') return null;
  return { rows: { ...plainRows(thing), file, query: first.value.span }, isClosed: true, isMany: false, most: null };
}

/** A template, in the one that it extends if it does. */
function walkTemplate(walk: Walk, template: Template, names: Names, at: Place): void {
  if (at.around.includes(template.name) || at.around.length > DEEPEST) return;
  const around = [template.name, ...at.around];
  const extending = template.parts.find((part) => part.kind === 'extends');
  if (!extending) return walkParts(walk, template.parts, names, { ...at, template, around });
  const blocks = new Map(at.blocks);
  const own = blocksIn(template.parts);
  for (const [name, parts] of own) if (!blocks.has(name)) blocks.set(name, { template, parts });
  const base = extending.name === null ? null : named(walk, template, extending.name);
  if (base) return walkTemplate(walk, base, names, { ...at, template: base, blocks, around });
  // Of a base that is not known its blocks are: they are shown once each.
  for (const parts of own.values()) walkParts(walk, parts, names, { ...at, template, blocks, around });
}

function named(walk: Walk, from: Template, name: string): Template | null {
  const folder = from.name.slice(0, from.name.lastIndexOf('/') + 1);
  return templateAt(walk.program, walk.file, /^\.\.?\//.test(name) ? `${folder}${name.replace(/^\.\//, '')}` : name);
}

function blocksIn(parts: readonly TemplatePart[]): Map<string, readonly TemplatePart[]> {
  return new Map(parts.flatMap((part) => (part.kind === 'block' ? [[part.name, part.parts] as const] : [])));
}

function walkParts(walk: Walk, parts: readonly TemplatePart[], given: Names, at: Place): void {
  const names = new Map(given);
  for (const part of parts) {
    if (walk.budget-- <= 0) return;
    switch (part.kind) {
      case 'lookup':
        lookUp(walk, part.lookup, names, at, part.shown);
        break;
      case 'for':
        walkLoop(walk, part, names, at);
        break;
      case 'if': {
        const asksOther =
          part.tests.length > 0 && part.tests.every(({ path: [name = ''] }) => !names.get(name)?.loop && !/^(forloop|loop)$/.test(name));
        walkParts(walk, part.parts, names, { ...at, depends: at.depends || (at.isIncluded && asksOther) });
        break;
      }
      case 'with':
        walkParts(walk, part.parts, withNames(walk, part.names, names, names, at), at);
        break;
      case 'set':
        for (const [name, held] of withNames(walk, part.names, names, new Map(), at)) names.set(name, held);
        break;
      case 'include': {
        const inside = withNames(walk, part.names, names, part.only ? new Map() : names, at);
        const template = part.name === null ? null : named(walk, at.template, part.name);
        if (template) walkTemplate(walk, template, inside, { ...at, template, blocks: new Map(), isIncluded: true });
        break;
      }
      case 'block': {
        const filled = at.blocks.get(part.name);
        if (filled) walkParts(walk, filled.parts, names, { ...at, template: filled.template });
        else walkParts(walk, part.parts, names, at);
        break;
      }
      case 'extends':
        break;
    }
  }
}

function withNames(walk: Walk, namings: readonly Naming[], names: Names, start: Names, at: Place): Map<string, Held | null> {
  const all = new Map(start);
  for (const { name, value } of namings) all.set(name, value ? filtered(lookUp(walk, value, names, at, false), value) : null);
  return all;
}

function walkLoop(walk: Walk, part: TemplatePart & { kind: 'for' }, names: Names, at: Place): void {
  const over = part.over && filtered(lookUp(walk, part.over, names, at, false), part.over);
  const inside = new Map(names);
  for (const name of ['forloop', 'loop', ...part.names]) inside.set(name, null);
  const [element] = part.names;
  if (over?.many && part.over && element !== undefined && part.names.length === 1) {
    const loop = over.isFew ? over.loop : { template: at.template, span: part.span, element, over: part.over };
    inside.set(element, { ...over, many: false, loop });
  }
  walkParts(walk, part.parts, inside, at);
}

/** Filters after which there are still the same rows, in another order or fewer of them; after others nobody knows what there is. */
const KEEPS_ROWS = /^(slice|dictsort|dictsortreversed|sort|list|reverse|default|safe|unique)$/;

function filtered(held: Held | null, { filters }: Lookup): Held | null {
  if (!held || !filters.every(({ name }) => held.many && KEEPS_ROWS.test(name))) return filters.length === 0 ? held : null;
  // `books|slice:":5"`
  const pages = filters.flatMap(({ name, argument }) => {
    const most = name === 'slice' ? /^["']\d*:(\d+)["']$/.exec(argument ?? '')?.[1] : undefined;
    return most === undefined ? [] : [paged(Number(most))];
  });
  const from = { ...held.from, isMany: held.from.isMany && !pages.some(isShortPage) };
  return { ...held, from, isFew: held.isFew || pages.some(isFew) };
}

/** What a lookup leads to, and a note of each row that it starts from. */
function lookUp(walk: Walk, lookup: Lookup, names: Names, at: Place, shown: boolean): Held | null {
  const [name = '', ...steps] = lookup.path;
  const held = names.get(name);
  if (!held) return null;
  const { start, rest } = startOf(held, steps);
  if (start === null) return null;
  if (!start.many) walk.found.push({ row: start, steps: rest, lookup, template: at.template, shown, depends: at.depends });
  return follow(walk.program, start, rest);
}

/** `books.0.author` starts from one of the books. */
function startOf(held: Held, steps: readonly string[]): { start: Held | null; rest: readonly string[] } {
  if (!held.many) return { start: held, rest: steps };
  const [step, ...rest] = steps;
  if (step === undefined) return { start: held, rest: [] };
  // The rows of a page, or of a query that is asked once more.
  if (step === 'object_list' || step === 'all') return startOf(held, rest);
  return /^(\d+|first|last)$/.test(step) ? { start: { ...held, many: false }, rest } : { start: null, rest };
}

function follow(program: Program, held: Held, steps: readonly string[]): Held | null {
  const [step, ...rest] = steps;
  if (step === undefined) return held;
  const relation = held.many ? undefined : relationsOf(program, held.of).get(step);
  if (!relation?.target || relation.isEager) return null;
  const next: Held = { ...held, of: relation.target, path: [...held.path, relation], many: relation.holds === 'many', isFew: false };
  if (!next.many) return follow(program, next, rest);
  const all = relation.remedy === 'selectinload' ? rest : rest[0] === 'all' ? rest.slice(1) : null;
  if (all === null) return null;
  const { start, rest: further } = startOf(next, all);
  return start && follow(program, start, further);
}
