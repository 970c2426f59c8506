/**
 * How large a collection can become, and the evidence for it. Precision of every rule rests on this: a search over
 * three modifiers is no finding. Names may only ever argue for small; large needs a reason in the code.
 */

import { argumentOf } from './arguments.ts';
import { UNKNOWN_EXTENT as UNKNOWN } from './blank.ts';
import { callersOf } from './callers.ts';
import { infoOf, operationOf } from './calls.ts';
import { cap, capHanded, capOfPage, capOfQuery, rangeLimit, sqlLimit } from './caps.ts';
import { usesOf } from './changes.ts';
import { entryOf } from './entries.ts';
import { isOfFew } from './few-names.ts';
import type { Binding, Call, Extent, FileModel, Fn, TypeName, Value } from './file.ts';
import { handedFor } from './handed-in.ts';
import { fileAt, memo, nameOf, type Program } from './program.ts';
import { queryPassedOn } from './queried-rows.ts';
import { rowsExtent } from './row-extents.ts';
import { statedSizeOf } from './stated-size.ts';
import { thingOf } from './things.ts';
import { declarationOf } from './written-types.ts';

const ORDER: readonly Extent['class'][] = ['constant', 'bounded', 'unknown', 'input', 'table'];

const FILLED = 'filled in a loop over ';

export function extentOf(program: Program, file: FileModel, value: Value, depth = 0): Extent {
  if (depth > 8) return UNKNOWN;
  return memo<Value, Extent>(program, 'extent', value, UNKNOWN, () => {
    const stated = statedSize(file, value);
    if (stated) return stated;
    if (value.extent.class !== 'unknown') return value.extent;
    if (value.element.variants !== null)
      return { class: 'bounded', count: value.element.variants, why: `its type has ${value.element.variants} variants` };
    const evident = fromStructure(program, file, value, depth);
    if (evident.class !== 'unknown') return evident;
    const name = nameOf(file, value);
    if (name && isNamedAs(program.smallNames(file.language), name))
      return { class: 'bounded', count: null, why: `\`${name}\` is a short list by nature` };
    return evident;
  });
}

function statedSize(file: FileModel, value: Value): Extent | null {
  const stated = statedSizeOf(file, value, nameOf(file, value));
  return stated ? { class: 'bounded', count: stated.max, why: `stated to be at most ${stated.max}` } : null;
}

/** Does a list of this name go by one of the names? `supportedLocales` is as short as `locales`. */
export function isNamedAs(names: ReadonlySet<string>, name: string): boolean {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/[_$-]+/g, ' ')
    .trim()
    .toLowerCase()
    .split(' ');
  let last = words[words.length - 1] ?? '';
  // `roleIds` and `localeCodes` are as short as `roles` and `locales`.
  if (/^(ids?|names?|codes?|list|array)$/.test(last) && words.length > 1) last = words[words.length - 2] ?? '';
  return names.has(last) || names.has(`${last}s`) || (words.length === 1 && names.has(name.toLowerCase()));
}

function fromStructure(program: Program, file: FileModel, value: Value, depth: number): Extent {
  if (value.viewOf) {
    const of = extentOf(program, file, value.viewOf, depth + 1);
    if (of.class !== 'unknown') return of;
  }
  const wellKnown = wellKnownSource(program, file, value);
  if (wellKnown) return wellKnown;
  switch (value.root.kind) {
    case 'call': {
      const call = file.calls[value.root.call];
      if (!call) return UNKNOWN;
      return value.path.length === 0 ? extentOfCall(program, file, call, depth) : rowsOf(program, file, call, value.path);
    }
    case 'new-object':
      return value.extent;
    case 'binding': {
      const binding = file.bindings[value.root.binding];
      if (!binding) return UNKNOWN;
      if (value.path.length === 0) return ofBinding(program, file, binding, value, depth);
      return ofProperty(program, file, binding, value, depth);
    }
    case 'this':
      return ofField(program, file, value, depth);
    case 'new-list': {
      const parts = value.elements.map((e) => extentOf(program, file, e, depth + 1));
      return parts.length > 0 && parts.every((e) => e.class === 'constant') ? { class: 'constant', count: null, why: 'literals' } : joined(parts);
    }
    default:
      return UNKNOWN;
  }
}

/** Request bodies, command-line arguments, environment: what the outermost names say. */
function wellKnownSource(program: Program, file: FileModel, value: Value): Extent | null {
  if (value.root.kind !== 'binding') return null;
  const binding = file.bindings[value.root.binding];
  const [first] = value.path;
  if (binding?.kind === 'global' && binding.name === 'process') {
    if (first === 'argv' || first === 'execArgv') return { class: 'bounded', count: null, why: 'command-line arguments' };
    if (first === 'env') return { class: 'bounded', count: null, why: 'environment' };
  }
  if (binding?.kind !== 'param') return null;
  if (first !== undefined && /^(body|data|POST|GET|json|form|query_params|FILES)$/.test(first) && /^(req|request|ctx|event)$/.test(binding.name))
    return { class: 'input', count: null, why: 'comes with the request', from: 'request' };
  // What a handler is handed comes from outside: `({ input }) => input.ids`, `async (message) => message.items`.
  const fn = file.functions[binding.fn];
  const isPayload = value.path.length > 0 || (file.language === 'python' && binding.type?.name === '[]');
  const entry = fn && isPayload ? entryOf(program, fn) : null;
  if (entry && entry.kind !== 'render' && !/^(res|response|reply|ctx|context|socket)$/.test(binding.name))
    return { class: 'input', count: null, why: `comes with each ${entry.kind}`, from: 'request' };
  return null;
}

/** Of what a call yields, once awaited. */
export function extentOfCall(program: Program, file: FileModel, call: Call, depth = 0): Extent {
  const { row, target } = infoOf(program, file, call);
  if (row?.result) {
    const capped =
      (row.cappedBy?.length ? cap(program, file, call, row.cappedBy) : null) ??
      sqlLimit(row.op?.kind, call) ??
      rangeLimit(call) ??
      capOfPage(program, file, call);
    if (capped) return capped;
    const cappedAbove = row.result.extent === 'table' ? capOfQuery(program, file, call) : null;
    if (cappedAbove) return cappedAbove;
    // Have: findMany({ distinct: ['kind'] }): there are as many as there are kinds.
    if (call.args.some((a) => a.value.properties.some((p) => p.name === 'distinct'))) return UNKNOWN;
    const { extent, why, from } = row.result;
    const described: Extent = { class: extent, count: null, why, ...(from && { from }) };
    return extent === 'table' ? rowsExtent(program, file, call, described) : described;
  }
  if (row?.op?.kind === 'query' && row.op.access !== 'write') return cap(program, file, call, row.cappedBy ?? ['take', 'limit', 'first']) ?? UNKNOWN;
  // `Object.freeze(xs)`, `structuredClone(xs)`: the same, frozen or copied.
  const [only] = call.args;
  if (only && /^(Object\.freeze|structuredClone|toRaw|unref)$/.test(call.text)) return extentOf(program, file, only.value, depth + 1);
  if (call.text === 'JSON.parse') return only ? parsed(extentOf(program, file, only.value, depth + 1)) : UNKNOWN;
  if (call.member === 'json' && call.awaited && call.args.length === 0) return { class: 'input', count: null, why: 'parsed data', from: 'data' };
  if (target) {
    const returned = joined(target.fn.returns.map((r) => extentOf(program, target.file, r, depth + 1)));
    return (isPage(returned) ? capHanded(program, file, call, target) : null) ?? returned;
  }
  const query = queryPassedOn(program, file, call);
  if (query) return extentOfCall(program, file, query, depth + 1);
  if (call.member === 'splitlines') return splitLines(program, file, call, depth);
  if (call.member === 'split' && operationOf(program, file, call) === null) return splitExtent(program, file, call, depth);
  return capOfQuery(program, file, call) ?? UNKNOWN;
}

/** What is written in a file that is parsed whole is mostly written by hand. */
function parsed(text: Extent): Extent {
  return text.class === 'input' && text.from === undefined ? { ...text, from: 'data' } : text;
}

/** Lines of a text are as many as the text is long; the parts of a path or a version are few. */
function splitExtent(program: Program, file: FileModel, call: Call, depth: number): Extent {
  const separator = call.args[0]?.value;
  if (typeof separator?.literal === 'string' && /^[./:\-@=?#]+$/.test(separator.literal))
    return { class: 'bounded', count: null, why: 'parts of a short string' };
  if (separator?.literal === '\n' || separator?.text.includes('\\n')) return splitLines(program, file, call, depth);
  const of = extentOf(program, file, call.callee, depth + 1);
  return isLarge(of) ? of : UNKNOWN;
}

/** Of a text that nothing is known of, which somebody may have typed. */
function splitLines(program: Program, file: FileModel, call: Call, depth: number): Extent {
  const of = extentOf(program, file, call.callee, depth + 1);
  // `row.note.split('\n')`: what stands in one cell is a few lines.
  const { root, path } = call.callee;
  if (!isLarge(of) && root.kind === 'binding' && path.length > 0 && file.bindings[root.binding]?.elementOf !== null) return UNKNOWN;
  if (isLarge(of)) return of;
  return { class: 'input', count: null, why: 'lines of a text', from: 'text' };
}

function ofBinding(program: Program, file: FileModel, binding: Binding, value: Value, depth: number): Extent {
  const grown = grownExtent(program, file, value, depth);
  if (grown) return grown;
  const checked = checkedExtent(file, binding);
  if (checked) return checked;
  const typed = ofType(binding.type);
  if (typed) return typed;
  if (binding.kind === 'enum' || isClass(program, file, value)) return { class: 'constant', count: null, why: 'an enum' };
  if (isMadeOfConstants(program, file, binding, depth)) return MADE;
  if (binding.kind === 'import') return ofImport(program, file, value, depth);
  if (binding.elementOf !== null) return UNKNOWN;
  if (binding.param !== null) return ofParameter(program, file, binding, depth);
  // Have: rows = rows.order_by('due')[:20], and before that rows = Task.objects.all()
  const cut = binding.assigned.map((given) => extentOf(program, file, given, depth + 1)).find((each) => isPage(each) && each.count !== null);
  if (cut) return cut;
  if (binding.init) {
    const init = extentOf(program, file, binding.init, depth + 1);
    // An empty list is made to be filled, if not here then by whom it is handed to.
    if (init.count === 0 && binding.uses.some((u) => u.kind === 'argument' || u.kind === 'escape')) return UNKNOWN;
    const reassigned = binding.uses.some((u) => u.kind === 'assign' && u.path.length === 0);
    if (init.class === 'constant' && reassigned) return UNKNOWN;
    return init;
  }
  return UNKNOWN;
}

/** In Python only a class that is an enum can be walked or measured. */
function isClass(program: Program, file: FileModel, value: Value): boolean {
  return file.language === 'python' && thingOf(program, file, value)?.kind === 'class';
}

const MADE: Extent = { class: 'bounded', count: null, why: 'made of constants' };

/** Have: ALL_LEVELS = sorted(level for levels in LEVELS.values() for level in levels), when the module loads. */
function isMadeOfConstants(program: Program, file: FileModel, { fn, kind, init }: Binding, depth: number): boolean {
  // `[...Object.keys(features), ...builtIns]` is more than one writes by hand.
  if (file.language !== 'python' || fn !== 0 || kind !== 'const' || init?.root.kind !== 'call') return false;
  const sources = init.reads.flatMap((id) => file.bindings[id] ?? []).filter((b) => b.elementOf === null && b.kind !== 'global');
  return (
    sources.length > 0 &&
    sources.every((b) => b.fn === 0 && b.kind === 'const' && b.init !== null && extentOf(program, file, b.init, depth + 1).class === 'constant')
  );
}

/** A list that is added to is as large as what the adding loops walk. */
function grownExtent(program: Program, file: FileModel, value: Value, depth: number): Extent | null {
  const place = usesOf(file, value);
  const grows =
    place?.uses.filter((u) => u.kind === 'grow' && u.path.length === place.path.length && u.path.every((s, i) => s === place.path[i])) ?? [];
  if (grows.length === 0) return null;
  const inLoops = grows.filter((u) => u.loops.length > 0);
  if (inLoops.length === 0) {
    // Filled by calls of a method, or of a closure that shares the variable.
    const home = value.root.kind === 'binding' ? file.bindings[value.root.binding]?.fn : null;
    const isFilledByCalls = grows.some((u) => u.fn !== home);
    // What a module fills while it loads, or lets others register with, is short: unless things are taken out of it as well (judged on Python only).
    const isRegistry = home === 0 && !(file.language === 'python' && place?.uses.some((u) => u.kind === 'shrink' && u.fn !== 0));
    return value.root.kind === 'this' || (isFilledByCalls && !isRegistry) ? UNKNOWN : null;
  }
  return joined(
    inLoops.map((use) => {
      // Have: latest[reading.sensor_type] = reading: as many as there are of those.
      if (use.key && isOfFew(use.key.path.at(-1) ?? use.key.text)) return UNKNOWN;
      const own = value.root.kind === 'binding' ? (file.bindings[value.root.binding]?.loop ?? null) : null;
      // Only loops that do not make the list anew.
      const loops = use.loops.slice(0, own === null ? undefined : Math.max(0, use.loops.indexOf(own)));
      const sizes = loops.map((id) => {
        const over = file.loops[id]?.over;
        return over ? extentOf(program, file, over, depth + 1) : UNKNOWN;
      });
      const largest = joined(sizes);
      const why = largest.why.startsWith(FILLED) ? largest.why : `${FILLED}${largest.why}`;
      return largest.class === 'unknown' || largest.class === 'constant' ? largest : { ...largest, why };
    }),
  );
}

/** `if (xs.length > limit) throw …`: whoever gets past it has few. */
function checkedExtent(file: FileModel, binding: Binding): Extent | null {
  const name = binding.name.replace(/\$/g, '\\$');
  const guard = new RegExp(`\\b${name}\\.(length|size)\\s*>|\\blen\\(${name}\\)\\s*>`);
  for (const node of file.functions[binding.fn]?.body ?? []) {
    if (node.kind !== 'branch' || !node.test?.reads.includes(binding.id) || !guard.test(node.test.text)) continue;
    const leaves = node.arms[0]?.some((n) => n.kind === 'exit' && (n.exit === 'throw' || n.exit === 'return'));
    if (leaves) return { class: 'bounded', count: null, why: `checked: \`${node.test.text}\`` };
  }
  return null;
}

function ofType(type: TypeName | null): Extent | null {
  if (!type) return null;
  if (type.name === 'tuple') return { class: 'constant', count: type.args.length, why: 'a tuple' };
  if (type.name === '[]' && type.args[0]?.name === 'literals') return { class: 'bounded', count: null, why: 'elements are a union of literals' };
  return null;
}

function ofImport(program: Program, file: FileModel, value: Value, depth: number): Extent {
  if (value.root.kind !== 'binding') return UNKNOWN;
  const declared = declarationOf(program, file, value.root.binding);
  const binding = declared?.file.bindings[declared.binding];
  if (declared && binding?.init)
    return isMadeOfConstants(program, declared.file, binding, depth) ? MADE : extentOf(program, declared.file, binding.init, depth + 1);
  const target = targetOf(program, file, value.root.binding);
  const exported = target?.file.exports.find((e) => e.name === target.imported);
  return target && exported?.value ? extentOf(program, target.file, exported.value, depth + 1) : UNKNOWN;
}

function targetOf(program: Program, file: FileModel, id: number): { readonly file: FileModel; readonly imported: string } | null {
  const imported = file.imports.find((i) => i.local === id);
  const target = imported ? program.resolve(file.path, imported.specifier) : null;
  const other = target?.kind === 'file' ? fileAt(program, target.path) : undefined;
  return imported && other ? { file: other, imported: imported.imported } : null;
}

/** A parameter is as large as what its callers hand in, where all of them are known. */
function ofParameter(program: Program, file: FileModel, binding: Binding, depth: number): Extent {
  const fn = file.functions[binding.fn] as Fn;
  if (binding.uses.some((u) => u.kind === 'grow' && u.path.length === 0)) return UNKNOWN;
  const parameter = fn.params[binding.param ?? 0];
  const callers = callersOf(program, fn);
  const given = callers.map(({ file: from, call }) => {
    const given = handedFor(call, fn, binding);
    if (given) return extentOf(program, from, given, depth + 1);
    if (argumentOf(call, fn, binding.param ?? 0)) return UNKNOWN;
    return binding.init ? extentOf(program, file, binding.init, depth + 1) : UNKNOWN;
  });
  if (given.length > 0) {
    const all = joined(given);
    // Constants from every known caller say little about an exported function's other callers, but they are all the evidence there is.
    if (all.class !== 'unknown') return all;
  }
  if (parameter?.rest) return { class: 'bounded', count: null, why: 'rest arguments' };
  return { class: 'unknown', count: null, why: `\`${binding.name}\` is a parameter` };
}

function ofProperty(program: Program, file: FileModel, binding: Binding, value: Value, depth: number): Extent {
  const grown = grownExtent(program, file, value, depth);
  if (grown && grown.class !== 'unknown') return grown;
  const target = thingOf(program, file, value);
  if (target?.kind === 'literal') return extentOf(program, target.file, target.value, depth + 1);
  if (/^(config|configuration|options|opts|settings|env|constants|theme|schema)$/i.test(binding.name))
    return { class: 'bounded', count: null, why: `comes from \`${binding.name}\`` };
  const whole =
    binding.init && binding.kind === 'const' && binding.init.path.length === 0 ? extentOf(program, file, binding.init, depth + 1) : UNKNOWN;
  if (whole.class === 'input' && (whole.from === 'data' || whole.why.startsWith('content of a file')))
    return { ...whole, why: `part of ${whole.why.replace(/^content/, 'the content')}` };
  const query = binding.init?.root.kind === 'call' && binding.init.path.length === 0 ? file.calls[binding.init.root.call] : undefined;
  return query ? rowsOf(program, file, query, value.path) : UNKNOWN;
}

/** `const { rows } = await pool.query(…)`; `const res = await pool.query(…); res.rows`; `const [rows] = await connection.query(…)` of mysql2. */
function rowsOf(program: Program, file: FileModel, call: Call, path: readonly string[]): Extent {
  if (path.length !== 1 || !/^(query|execute|raw)$/.test(call.member ?? '')) return UNKNOWN;
  const isRows = path[0] === 'rows' || (path[0] === '[]' && infoOf(program, file, call).symbol?.startsWith('mysql2'));
  const limit = isRows ? sqlLimit('query', call) : null;
  if (limit) return limit;
  if (!isRows) return UNKNOWN;
  return rowsExtent(program, file, call, { class: 'table', count: null, why: 'rows of a query' });
}

function ofField(program: Program, file: FileModel, value: Value, depth: number): Extent {
  const owner = value.root.kind === 'this' && value.root.class !== null ? file.classes[value.root.class] : undefined;
  const field = owner?.fields.find((f) => f.name === value.path[0]);
  if (!field) return UNKNOWN;
  if (value.path.length > 1)
    return /^(config|options|opts|settings)$/i.test(field.name) ? { class: 'bounded', count: null, why: `comes from \`${field.name}\`` } : UNKNOWN;
  const grown = grownExtent(program, file, value, depth);
  if (grown) return grown;
  const typed = ofType(field.type);
  if (typed) return typed;
  const reassigned = field.uses.some((u) => u.kind === 'assign' && u.path.length === 0);
  if (!field.init || (reassigned && extentOf(program, file, field.init, depth + 1).class === 'constant')) return UNKNOWN;
  return extentOf(program, file, field.init, depth + 1);
}

/** The largest of several sizes; one unknown among small ones makes the whole unknown. */
function joined(extents: readonly Extent[]): Extent {
  let largest: Extent | null = null;
  for (const extent of extents) if (!largest || ORDER.indexOf(extent.class) > ORDER.indexOf(largest.class)) largest = extent;
  return largest ?? UNKNOWN;
}

/** Grows with the input, as far as we can show. */
export function isLarge(extent: Extent): boolean {
  return extent.class === 'input' || extent.class === 'table';
}

/** Lines of a file, all rows of a table. Lines that somebody may have typed, rows that meet a condition, and what one request or one service sends, may be a handful. */
export function isPiled(extent: Extent): boolean {
  return isLarge(extent) && (extent.class === 'table' ? extent.from === 'all rows' : extent.from === undefined);
}

/** All rows of a table, or rows of one that is read page by page elsewhere: of others the code does not say whether they are three or thousands. */
export function isKnownMany({ from }: Extent): boolean {
  return from === 'all rows' || from === 'paged';
}

/** A list that a loop adds to. */
export const isFilled = ({ why }: Extent): boolean => why.startsWith(FILLED);

/** Shown to stay small. */
export function isSmall(extent: Extent): boolean {
  return extent.class === 'constant' || extent.class === 'bounded';
}

/** Less than a page of rows is not worth a word. */
export function isFew(extent: Extent): boolean {
  return isSmall(extent) && !isPage(extent);
}

/** Pages begin at ten rows. */
const PAGE = 10;

/** A query that stops at so many rows that they are hardly worth a query of another kind: `limit: 10`. */
export function isShortPage(extent: Extent): boolean {
  return isPage(extent) && extent.count !== null && extent.count <= SHORT;
}

const SHORT = 20;

/** A query that stops at so many rows, `limit: 25` or `take: pageSize`: few, but each still a round trip. */
export function isPage(extent: Extent): boolean {
  return extent.from === 'page' && (extent.count === null || extent.count >= PAGE);
}
