/**
 * Runs the modules of a case in a realm of their own: transpiled, with a `require` that knows the case's files and a few fakes.
 * Clocks and chance are fixed, so that two realms given the same calls can only differ by their code.
 */

import { posix } from 'node:path';
import type { Context } from 'node:vm';
import { createContext, Script } from 'node:vm';
import ts from 'typescript';
import { isCode } from '../cases/case-file.ts';
import type { ProjectFile } from '../cases/project.ts';
import { fakeLibrary, NeedsLibrary } from './fake-libraries.ts';
import type { Intrinsics } from './graph.ts';

export interface Program {
  /** A fresh start: every module is yet to be loaded, and calls may take so long. The realm's globals stay, because making a realm costs more than a run. */
  open(milliseconds: number): Realm;
}

export interface Realm {
  readonly intrinsics: Intrinsics;
  /** What the file exports; runs it on first use. */
  load(name: string): Record<string, unknown>;
  /** Calls inside the realm, with a limit on time. */
  call(fn: unknown, self: unknown, args: readonly unknown[], construct: boolean): unknown;
  /** What fakes of libraries were asked to do, in order. */
  readonly record: unknown[];
}

const LOAD_LIMIT = 10_000;

export function compile(files: readonly ProjectFile[]): Program {
  const context = createContext({ __fn: null, __self: null, __args: [], __construct: false, __outcome: null });
  new Script(SETUP).runInContext(context);
  const intrinsics = new Script('({ Array, Object, Set, Map, Date, Promise })').runInContext(context) as Intrinsics;
  const scripts = new Map<string, Script | null>();
  for (const file of files) {
    if (!isCode(file.name)) continue;
    const { outputText } = ts.transpileModule(file.text.replace(/^#!.*/, ''), {
      // A `.mts` would stay an ES module, which no script can run.
      fileName: file.name.replace(/\.[cm](?=[jt]s$)/, '.'),
      compilerOptions: {
        target: ts.ScriptTarget.ES2023,
        module: ts.ModuleKind.CommonJS,
        jsx: ts.JsxEmit.React,
        esModuleInterop: true,
        experimentalDecorators: true,
        useDefineForClassFields: true,
      },
    });
    const source = `(function (exports, require, module) {${outputText}\n})`;
    try {
      scripts.set(file.name, new Script(source, { filename: file.name }));
    } catch {
      // Such as `await` outside of functions: only modules can, and other files of the case can still be run.
      scripts.set(file.name, null);
    }
  }
  return { open: (milliseconds) => openRealm(context, intrinsics, scripts, milliseconds) };
}

const CALL = new Script('__outcome = __construct ? new __fn(...__args) : __fn.apply(__self, __args)');

function openRealm(context: Context, intrinsics: Intrinsics, scripts: ReadonlyMap<string, Script | null>, milliseconds: number): Realm {
  const record: unknown[] = [];
  const modules = new Map<string, { exports: Record<string, unknown> }>();

  const load = (name: string): Record<string, unknown> => {
    const known = modules.get(name);
    if (known) return known.exports;
    const script = scripts.get(name);
    if (!script) throw new NeedsLibrary(`${name}, which only a module loader can run`);
    const module = { exports: new intrinsics.Object() as Record<string, unknown> };
    modules.set(name, module);
    const require = (specifier: string): unknown => {
      if (!specifier.startsWith('.')) return fakeLibrary(specifier, record, intrinsics);
      const target = resolve(posix.join(posix.dirname(name), specifier), scripts);
      if (!target) throw new Error(`cannot find ${specifier}`);
      return load(target);
    };
    const body = script.runInContext(context, { timeout: LOAD_LIMIT }) as (...parts: unknown[]) => void;
    body(module.exports, require, module);
    return module.exports;
  };

  return {
    intrinsics,
    record,
    load,
    call(fn, self, args, construct) {
      Object.assign(context, { __fn: fn, __self: self, __args: args, __construct: construct });
      try {
        return CALL.runInContext(context, { timeout: milliseconds });
      } catch (error) {
        throw (error as { code?: string }).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT' ? new Endless() : error;
      }
    },
  };
}

/** Some generated inputs ask for endless work, such as a list of Infinity elements. */
export class Endless extends Error {}

const SETUP = `
  Math.random = () => 0.5;
  { const Real = Date; let now = 1_700_000_000_000;
    globalThis.Date = class Date extends Real { constructor(...args) { if (args.length === 0) super(now); else super(...args); } static now() { return now; } }; }
  globalThis.console = { log() {}, info() {}, warn() {}, error() {}, debug() {} };
  globalThis.React = { createElement: (type, props, ...children) => ({ type, props, children }), Fragment: 'fragment' };
`;

function resolve(path: string, scripts: ReadonlyMap<string, Script | null>): string | null {
  const bare = path.replace(/\.[cm]?js$/, '');
  return (
    [path, ...['.ts', '.tsx', '.js', '.jsx', '.mjs', '.cjs', '/index.ts', '/index.js'].map((end) => bare + end)].find((name) => scripts.has(name)) ??
    null
  );
}
