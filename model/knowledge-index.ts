/** Looks library symbols up in the knowledge tables: exact ones first, then patterns, then what a type inherits. */
import type { Language } from './file.ts';
import type { ComponentRow, DecoratorRow, DirectiveRow, FileEntryRow, HookRow, Knowledge, KnowledgeRow, ParamEntryRow } from './knowledge.ts';
import type { DiskRow, RelationRow } from './knowledge-tables.ts';
import type { RenderRow, ViewRow } from './knowledge-templates.ts';
import type { TakerRow, WholeRow } from './knowledge-wholes.ts';
import { plainName } from './plain-names.ts';

export interface KnowledgeIndex {
  /** The column by which a table is spread over shards, by its plain name. */
  shardKey(table: string): string | null;
  /** Are there such tables at all? */
  readonly isSharded: boolean;
  row(symbol: string): KnowledgeRow | null;
  decorator(symbol: string): DecoratorRow | null;
  paramEntry(symbol: string): ParamEntryRow | null;
  /** What is known of a type that a framework calls into, itself or through the type that it is like. */
  hook(symbol: string): HookRow | null;
  /** Is it a connection to a store, or what opens some: a pool, a client? */
  connects(type: string): boolean;
  isLazy(library: string): boolean;
  /** Do calls that are made at the same time go out as one? */
  merges(library: string, member: string): boolean;
  isPipelined(library: string): boolean;
  isPooled(library: string): boolean;
  /** Does a server of this module run an event loop? */
  hasEventLoop(module: string): boolean;
  /** Does it only hand something to a broker, which is nearby? */
  isBroker(library: string): boolean;
  /** May several of these calls be under way at the same time, and each on its own? */
  runsSideBySide(symbol: string): boolean;
  /** Does this call declare a relation between rows? */
  relation(symbol: string): RelationRow | null;
  /** May a call of this member declare one? */
  declaresRelations(member: string): boolean;
  /** Does this call render a template? */
  render(symbol: string): RenderRow | null;
  /** What a call does with files of its machine; by its member alone where it is none that we know. */
  disk(symbol: string | null, member: string | null, language: Language): DiskRow | null;
  /** May what has this name, or comes from this module, be one of those calls? */
  mayTouchDisk(name: string): boolean;
  isObjectStore(module: string): boolean;
  /** Does this class of a library render a template for whoever extends it? */
  view(symbol: string): ViewRow | null;
  /** Is this, or what is asked of what it yields, the whole content of something? */
  whole(symbol: string, asks: string | undefined): WholeRow | null;
  /** Does it hand on what it is given? */
  taker(symbol: string, asks: string | undefined): TakerRow | null;
  /** Does it yield the content that it is given first? */
  isCarrier(symbol: string): boolean;
  /** Does what it yields do what its first argument does? */
  isWrapper(symbol: string): boolean;
  /** Does what it decorates run once per key? */
  isMemoizer(symbol: string): boolean;
  /** Does it compute in the interpreter, and let no other of its threads in meanwhile? */
  isInterpreted(symbol: string): boolean;
  /** Libraries whose values compute outside of the interpreter. */
  readonly native: readonly string[];
  /** The type of a member by its name alone, where its owner is a class that nobody knows. */
  memberType(name: string): string | null;
  /** The symbol of a call with one of these keywords, whatever it is a member of. */
  toldByKeyword(member: string, keywords: readonly string[]): string | null;
  /** The library that a generated module stands for. */
  alias(specifier: string): string | null;
  /** The type of what an import that leads nowhere is all the same, by its name: `{ prisma }` from a package that is not there. */
  instance(specifier: string, imported: string): string | null;
  /** The type of the first parameter of a function with these parameters, if a convention says so. */
  convention(params: readonly string[]): string | null;
  readonly fileEntries: readonly FileEntryRow[];
  /** Those that are known by their looks: classes, or objects. */
  readonly lookalikes: { readonly class: readonly HookRow[]; readonly object: readonly HookRow[] };
  readonly directives: readonly DirectiveRow[];
  readonly components: readonly ComponentRow[];
  /** Members that any row names: worth asking the type checker about. */
  readonly members: ReadonlySet<string>;
}

interface Pattern {
  readonly module: string;
  readonly segments: readonly string[];
  readonly row: KnowledgeRow;
}

export function indexKnowledge(tables: readonly Knowledge[]): KnowledgeIndex {
  const exact = new Map<string, KnowledgeRow>();
  const patterns = new Map<string, Pattern[]>();
  const likes = new Map<string, string[]>();
  const decorators = new Map<string, DecoratorRow>();
  const paramEntries = new Map<string, ParamEntryRow>();
  const hooks = new Map<string, HookRow>();
  const members = new Set<string>();
  const lazy = new Set(tables.flatMap((t) => t.lazy ?? []));
  const aliases = tables.flatMap((t) => t.aliases ?? []);
  const merging = new Set(tables.flatMap((t) => t.merging ?? []));
  const pipelined = new Set(tables.flatMap((t) => t.pipelined ?? []));
  const sideBySide = tables.flatMap((t) => t.sideBySide ?? []);
  const eventLoops = new Set(tables.flatMap((t) => t.eventLoops ?? []));
  const brokers = new Set(tables.flatMap((t) => t.brokers ?? []));
  const pooled = tables.flatMap((t) => t.pooled ?? []);
  const relations = new Map(tables.flatMap((t) => (t.relations ?? []).map((row) => [row.symbol, row] as const)));
  const declaring = new Set([...relations.keys()].map((symbol) => symbol.slice(symbol.lastIndexOf('.') + 1)));
  const renders = new Map(tables.flatMap((t) => (t.renders ?? []).map((row) => [row.symbol, row] as const)));
  const disk = new Map(tables.flatMap((t) => (t.disk ?? []).map((row) => [row.symbol, row] as const)));
  const diskMembers = new Map(
    [...disk.values()]
      .filter((row) => row.byMember)
      .map((row) => [`${languageOf(row.symbol)} ${row.symbol.slice(row.symbol.lastIndexOf('.') + 1)}`, row]),
  );
  const touching = new Set([...disk.keys()].flatMap((symbol) => (/^(?:py:)?([^#]+)#(?:.*\.)?([^.]+)$/.exec(symbol) ?? []).slice(1)));
  const touched = once((symbol) => inherited(disk, symbol, 0));
  const objectStores = tables.flatMap((t) => t.objectStores ?? []);
  const views = new Map(tables.flatMap((t) => (t.views ?? []).map((row) => [row.symbol, row] as const)));
  const wholes = grouped(tables.flatMap((t) => t.wholes ?? []));
  const takers = grouped(tables.flatMap((t) => t.takers ?? []));
  const carriers = new Set(tables.flatMap((t) => t.carriers ?? []));
  const wrappers = new Set(tables.flatMap((t) => t.wrappers ?? []));
  const memoizers = new Set(tables.flatMap((t) => t.memoizers ?? []));
  const interpreted = new Set(tables.flatMap((t) => t.interpreted ?? []));
  const tellingKeywords = tables.flatMap((t) => t.tellingKeywords ?? []);
  const tellingMembers = new Map(tables.flatMap((t) => Object.entries(t.tellingMembers ?? {})));
  const connecting = new Set(
    tables.flatMap((t) =>
      t.rows.flatMap(({ symbol, makes, returns }) => (makes && CONNECTS.test(makes) ? [symbol, ...(returns ? [returns] : [])] : [])),
    ),
  );
  const shardKeys = new Map(tables.flatMap((t) => Object.entries(t.shardKeys ?? {}).map(([table, column]) => [plainName(table), column] as const)));
  const conventions = tables.flatMap((t) => t.conventions ?? []);
  for (const table of tables) {
    for (const row of table.rows) {
      const [module = '', path = ''] = split(row.symbol);
      const segments = path.split('.');
      const last = segments[segments.length - 1] ?? '';
      members.add(last);
      if (!row.symbol.includes('*')) {
        // The first table to speak of a symbol is right: users know their libraries.
        if (!exact.has(row.symbol)) exact.set(row.symbol, row);
      } else patterns.set(keyOf(last), [...(patterns.get(keyOf(last)) ?? []), { module, segments, row }]);
    }
    for (const t of table.types) likes.set(t.type, [...(likes.get(t.type) ?? []), t.like]);
    for (const d of table.decorators) decorators.set(d.symbol, d);
    for (const h of table.hooks ?? []) hooks.set(h.symbol, h);
    for (const p of table.paramEntries) paramEntries.set(p.symbol, p);
  }
  const find = (symbol: string, depth: number): KnowledgeRow | null => {
    const known = exact.get(symbol);
    if (known) return known;
    const [module = '', path = ''] = split(symbol);
    const segments = path.split('.');
    const last = segments[segments.length - 1] ?? '';
    for (const candidates of [patterns.get(last), patterns.get('*')]) {
      const match = candidates?.find(
        (p) =>
          (p.module === module || fits(p.module, module)) &&
          p.segments.length === segments.length &&
          p.segments.every((s, i) => fits(s, segments[i] ?? '')),
      );
      if (match) return match.row;
    }
    if (depth > 4) return null;
    for (const [type, member] of owners(symbol)) {
      if (member === '') continue;
      for (const like of likes.get(type) ?? []) {
        const inherited = find(`${like}.${member}`, depth + 1);
        if (inherited) return inherited;
      }
    }
    return null;
  };
  /** Of a symbol, or of what its type is like. */
  const inherited = <T>(rows: ReadonlyMap<string, T>, symbol: string, depth: number): T | null => {
    const known = rows.get(symbol);
    if (known !== undefined || depth > 4) return known ?? null;
    for (const [type, member] of owners(symbol)) {
      for (const like of likes.get(type) ?? []) {
        const found = inherited(rows, member === '' ? like : `${like}.${member}`, depth + 1);
        if (found) return found;
      }
    }
    return null;
  };
  return {
    shardKey: (table) => shardKeys.get(table) ?? null,
    isSharded: shardKeys.size > 0,
    row: once((symbol) => find(symbol, 0)),
    decorator: once((symbol) => inherited(decorators, symbol, 0)),
    paramEntry: (symbol) => paramEntries.get(symbol) ?? null,
    hook: once((symbol) => inherited(hooks, symbol, 0)),
    connects: once((type) => connecting.has(type) || (likes.get(type) ?? []).some((like) => connecting.has(like))),
    isLazy: (library) => lazy.has(library),
    merges: (library, member) => merging.has(library) || merging.has(`${library}#${member}`),
    isPipelined: (library) => pipelined.has(library),
    runsSideBySide: once((symbol) => sideBySide.some((begin) => symbol.startsWith(begin) && /^($|[#./])/.test(symbol.slice(begin.length)))),
    hasEventLoop: (module) => eventLoops.has(module),
    isBroker: (library) => brokers.has(library),
    isPooled: once((library) => pooled.some((pattern) => fits(pattern, library))),
    relation: once((symbol) => inherited(relations, symbol, 0)),
    declaresRelations: (member) => declaring.has(member),
    render: once((symbol) => inherited(renders, symbol, 0)),
    disk(symbol, member, language) {
      const known = symbol === null ? null : touched(symbol);
      return known ?? (symbol !== null && find(symbol, 0) ? null : (diskMembers.get(`${language} ${member}`) ?? null));
    },
    mayTouchDisk: (name) => touching.has(name.replace(/^node:/, '')),
    isObjectStore: once((module) => objectStores.some((pattern) => fits(pattern, module))),
    view: once((symbol) => inherited(views, symbol, 0)),
    whole: (symbol, asks) => inherited(wholes, symbol, 0)?.find((row) => row.asks === asks) ?? null,
    taker: (symbol, asks) => inherited(takers, symbol, 0)?.find((row) => row.asks === asks) ?? null,
    isCarrier: (symbol) => carriers.has(symbol),
    isWrapper: (symbol) => wrappers.has(symbol),
    isMemoizer: (symbol) => memoizers.has(symbol),
    isInterpreted: (symbol) =>
      interpreted.has(symbol) ||
      interpreted.has(`${symbol.slice(0, Math.max(symbol.indexOf('#'), symbol.lastIndexOf('.')))}${symbol.includes('.') ? '.' : '#'}*`),
    native: tables.flatMap((t) => t.native ?? []),
    toldByKeyword: (member, keywords) => tellingKeywords.find((t) => t.member === member && keywords.includes(t.keyword))?.symbol ?? null,
    memberType: (name) => tellingMembers.get(name) ?? null,
    alias: (specifier) => aliases.find((a) => !a.instance && a.specifier.test(specifier))?.module ?? null,
    instance: (specifier, imported) => aliases.find((a) => a.instance?.imported === imported && a.specifier.test(specifier))?.instance?.type ?? null,
    convention: (params) => conventions.find((c) => c.params.every((name, i) => params[i] === name))?.type ?? null,
    fileEntries: tables.flatMap((t) => t.fileEntries),
    lookalikes: {
      class: [...hooks.values()].filter((h) => h.looks?.as === 'class'),
      object: [...hooks.values()].filter((h) => h.looks?.as === 'object'),
    },
    directives: tables.flatMap((t) => t.directives ?? []),
    components: tables.flatMap((t) => t.components ?? []),
    members,
  };
}

function languageOf(symbol: string): Language {
  return symbol.startsWith('py:') ? 'python' : 'typescript';
}

const CONNECTS = /^(pool|connection|client)$/;

function grouped<R extends { readonly symbol: string }>(rows: readonly R[]): ReadonlyMap<string, readonly R[]> {
  const groups = new Map<string, R[]>();
  for (const row of rows) groups.set(row.symbol, [...(groups.get(row.symbol) ?? []), row]);
  return groups;
}

/** The same symbols are asked about all the time. */
function once<T>(ask: (symbol: string) => T): (symbol: string) => T {
  const answers = new Map<string, T>();
  return (symbol) => {
    let answer = answers.get(symbol);
    if (answer === undefined) answers.set(symbol, (answer = ask(symbol)));
    return answer;
  };
}

/** A symbol as a type and its member, the longest type first: `admin.firestore.Firestore` may be one type or two. */
function* owners(symbol: string): Iterable<[type: string, member: string]> {
  const [module, path] = split(symbol);
  const segments = path.split('.');
  for (let length = segments.length; length > 0; length--)
    yield [`${module}#${segments.slice(0, length).join('.')}`, segments.slice(length).join('.')];
}

/** Patterns are kept by their last segment; those that end in one (`on*`) are asked for every name. */
function keyOf(segment: string): string {
  return segment.includes('*') ? '*' : segment;
}

function split(symbol: string): [string, string] {
  const at = symbol.indexOf('#');
  return [symbol.slice(0, at), symbol.slice(at + 1)];
}

/** `*`, `*Delegate`, `get*`. */
function fits(pattern: string, text: string): boolean {
  if (pattern === '*' || pattern === text) return true;
  if (pattern.startsWith('*')) return text.endsWith(pattern.slice(1));
  return pattern.endsWith('*') && text.startsWith(pattern.slice(0, -1));
}
