import { describe, expect, it } from 'vitest';
import { indexKnowledge } from '../../../model/knowledge-index.ts';
import { knowledge } from './index.ts';

const { rows, types } = knowledge;
const known = indexKnowledge([knowledge]);

const library = (symbol: string): string => symbol.slice(0, symbol.indexOf('#'));

function twice(names: readonly string[]): string[] {
  const seen = new Set<string>();
  return names.filter((name) => seen.size === seen.add(name).size);
}

describe('every row', () => {
  it('stands once, under a symbol of Python', () => {
    const grammar = /^py:\w+#[\w*]+(\.[\w*]+)*$/;
    expect(twice(rows.map((r) => r.symbol))).toEqual([]);
    expect(twice(types.map((t) => t.type))).toEqual([]);
    const names = [...rows.flatMap((r) => [r.symbol, r.returns ?? 'self']), ...types.flatMap((t) => [t.type, t.like])];
    expect(names.filter((name) => name !== 'self' && !grammar.test(name))).toEqual([]);
  });

  it('says something', () => {
    expect(rows.filter((r) => Object.keys(r).length < 2).map((r) => r.symbol)).toEqual([]);
  });

  it('that waits until it is needed describes what it will yield', () => {
    const lazy = rows.filter((r) => r.op?.kind === 'query' && known.isLazy(library(r.symbol)) && !r.eager);
    expect(lazy.filter((r) => r.returns === undefined && r.result === undefined).map((r) => r.symbol)).toEqual([]);
  });

  it('whose thread waits says what would help', () => {
    const waits = rows.filter((r) => r.blocks || r.op?.kind === 'blocking');
    expect(waits.filter((r) => r.remedy === undefined && r.twin === undefined).map((r) => r.symbol)).toEqual([]);
    expect(waits.filter((r) => r.remedy && !/^[A-Z].*\.$/.test(r.remedy)).map((r) => r.symbol)).toEqual([]);
    const asynchronous = /\bAsync(?!Result)\w*\.|Asyncio\.|\.aio\.|_asyncio#|^py:(motor|asyncpg|aio\w+)#/;
    expect(waits.filter((r) => asynchronous.test(r.symbol)).map((r) => r.symbol)).toEqual([]);
  });
});

describe('types', () => {
  it('are alike without going in a circle', () => {
    const like = new Map(types.map((t) => [t.type, t.like]));
    for (const { type } of types) {
      const seen = [type];
      for (let at = like.get(type); at !== undefined; at = like.get(at)) {
        expect(seen, `${type} goes in a circle`).not.toContain(at);
        seen.push(at);
      }
    }
  });
});
