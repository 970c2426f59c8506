/** Looks library symbols up in the knowledge tables: exact ones first, then patterns, then what a type inherits. */
import type { DecoratorRow, EntryKind, FileEntryRow, Knowledge, KnowledgeRow } from './knowledge.ts';

export interface KnowledgeIndex {
  row(symbol: string): KnowledgeRow | null;
  decorator(symbol: string): DecoratorRow | null;
  paramEntry(symbol: string): EntryKind | null;
  isLazy(library: string): boolean;
  /** The library that a generated module stands for. */
  alias(specifier: string): string | null;
  readonly fileEntries: readonly FileEntryRow[];
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
  const paramEntries = new Map<string, EntryKind>();
  const members = new Set<string>();
  const lazy = new Set(tables.flatMap((t) => t.lazy ?? []));
  const aliases = tables.flatMap((t) => t.aliases ?? []);
  for (const table of tables) {
    for (const row of table.rows) {
      const [module = '', path = ''] = split(row.symbol);
      const segments = path.split('.');
      const last = segments[segments.length - 1] ?? '';
      members.add(last);
      if (!row.symbol.includes('*')) {
        // The first table to speak of a symbol is right: users know their libraries.
        if (!exact.has(row.symbol)) exact.set(row.symbol, row);
      } else patterns.set(last, [...(patterns.get(last) ?? []), { module, segments, row }]);
    }
    for (const t of table.types) likes.set(t.type, [...(likes.get(t.type) ?? []), t.like]);
    for (const d of table.decorators) decorators.set(d.symbol, d);
    for (const p of table.paramEntries) paramEntries.set(p.symbol, p.entry);
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
    const [head, ...rest] = segments;
    if (depth > 4 || rest.length === 0) return null;
    for (const like of likes.get(`${module}#${head}`) ?? []) {
      const inherited = find(`${like}.${rest.join('.')}`, depth + 1);
      if (inherited) return inherited;
    }
    return null;
  };
  return {
    row: (symbol) => find(symbol, 0),
    decorator: (symbol) => decorators.get(symbol) ?? null,
    paramEntry: (symbol) => paramEntries.get(symbol) ?? null,
    isLazy: (library) => lazy.has(library),
    alias: (specifier) => aliases.find((a) => a.specifier.test(specifier))?.module ?? null,
    fileEntries: tables.flatMap((t) => t.fileEntries),
    members,
  };
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
