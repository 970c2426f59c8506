/** Runs a program of TypeScript at growing n, in this process. Libraries are stand-ins that do nothing but be asked. */
import * as crypto from 'node:crypto';
import * as util from 'node:util';
import { compileFunction } from 'node:vm';
import ts from 'typescript';
import type { Measured } from './fit.ts';
import type { GrowthProgram } from './programs.ts';

/** Short calls are repeated for so long, and the fastest counts: what disturbs a run only ever makes it slower. */
const LEAST_MILLISECONDS = 100;
/** What a timer is late by anyway, on a machine that does something else as well. */
const RESOLUTION_MILLISECONDS = 5;

export async function runTypeScript(program: GrowthProgram, text: string): Promise<Measured[]> {
  const world = newWorld();
  const measured: Measured[] = [];
  for (const n of program.sizes) {
    const call = callOf(program, text, n, world);
    measured.push({ n, cost: await cost(program, call, n, world) });
  }
  return measured;
}

async function cost({ unit }: GrowthProgram, call: () => unknown, n: number, world: World): Promise<number> {
  if (unit === 'queries') {
    world.queries = 0;
    await call();
    return world.queries;
  }
  if (unit === 'wait') return longestWait(() => Promise.all(Array.from({ length: n }, call)));
  let best = Number.POSITIVE_INFINITY;
  for (const begun = performance.now(); performance.now() - begun < LEAST_MILLISECONDS || best === Number.POSITIVE_INFINITY; ) {
    const before = process.cpuUsage();
    call();
    const { user, system } = process.cpuUsage(before);
    best = Math.min(best, (user + system) / 1000);
  }
  return best;
}

/** How long somebody who comes in at the worst moment waits for the event loop. */
async function longestWait(work: () => Promise<unknown>): Promise<number> {
  let longest = 0;
  let last = performance.now();
  const look = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  };
  const timer = setInterval(look, 1);
  await new Promise((resolve) => setTimeout(resolve, 20));
  longest = 0;
  look();
  await work();
  look();
  clearInterval(timer);
  return Math.max(longest, RESOLUTION_MILLISECONDS);
}

function callOf({ given = '', call }: GrowthProgram, text: string, n: number, world: World): () => unknown {
  const { outputText } = ts.transpileModule(text, {
    compilerOptions: { target: ts.ScriptTarget.ES2023, module: ts.ModuleKind.CommonJS, esModuleInterop: true },
  });
  const body = `${outputText}\n${given}\nreturn () => ${call};`;
  return compileFunction(body, ['require', 'exports', 'n'])((name: string) => world.libraries(name), {}, n) as () => unknown;
}

interface World {
  queries: number;
  libraries(name: string): unknown;
}

function newWorld(): World {
  const world: World = {
    queries: 0,
    libraries(name) {
      const found = known.get(name);
      if (found === undefined) throw new Error(`${name} has no stand-in in ${import.meta.filename}`);
      return found;
    },
  };
  const rowOf = (id: string) => ({ id, name: id });
  const table = {
    async findUnique({ where }: { where: { id: string } }) {
      world.queries++;
      return rowOf(where.id);
    },
    async findMany({ where }: { where: { id: { in: string[] } } }) {
      world.queries++;
      return where.id.in.map(rowOf);
    },
  };
  class PrismaClient {
    readonly user = table;
  }
  class DataSource {
    getRepository() {
      let rows: object[] = [];
      return {
        save: (saved: object[]) => {
          rows = saved;
        },
        async find({ relations = [] }: { relations?: string[] } = {}) {
          world.queries++;
          return rows.map((row) => lazyRow(row, relations));
        },
      };
    }
  }
  /** A relation that was not loaded asks when it is touched. */
  const lazyRow = (row: object, loaded: readonly string[]) => ({
    ...row,
    get posts() {
      if (!loaded.includes('posts')) world.queries++;
      return Promise.resolve([]);
    },
  });
  const known = new Map<string, unknown>([
    ['node:crypto', crypto],
    ['node:util', util],
    ['express', { __esModule: true, default: express, Router: express }],
    ['@prisma/client', { PrismaClient }],
    ['typeorm', { DataSource, Entity: decorator, ManyToOne: decorator, OneToMany: decorator }],
  ]);
  return world;
}

type Handler = (request: unknown, response: { json(value: unknown): void }) => Promise<void>;

const decorator = () => () => undefined;

function express() {
  const handlers = new Map<string, Handler>();
  const add = (path: string, handler: Handler) => handlers.set(path, handler);
  return {
    get: add,
    post: add,
    send: (path: string, request: unknown) => handlers.get(path)?.(request, { json: () => undefined }),
  };
}
