/** What a call runs and costs, once imports and types are followed. */
import { usesOf } from './changes.ts';
import type { DeclaredCallee } from './declared-callee.ts';
import { extentOf } from './extents.ts';
import type { Call, FileModel, Fn, Operation, Value } from './file.ts';
import { onlyImplementation } from './implementations.ts';
import { exportThing } from './modules.ts';
import { type CallInfo, type FnRef, fileAt, memo, type Program } from './program.ts';
import { calleeThing, knowledgeSymbol, memberOf, type Thing } from './things.ts';

export function infoOf(program: Program, file: FileModel, call: Call): CallInfo {
  return memo<Call, CallInfo>(program, 'call', call, NOTHING, () => {
    const thing = calleeThing(program, file, call.id);
    const target = targetOf(program, call, thing);
    if (target) {
      // A configuration may say what the project's own functions do: `./src/db#query`.
      const own = ownRow(program, target);
      return own ? { target: null, row: own, symbol: own.symbol } : { target, row: null, symbol: null };
    }
    const known = thing ? knowledgeSymbol(thing) : null;
    for (const symbol of [known, toldByKeyword(program, call)]) {
      const row = symbol ? program.knowledge.row(symbol) : null;
      if (row) return { target: null, row, symbol };
    }
    const declared = declaredRow(program, call);
    return { target: null, row: declared?.row ?? null, symbol: declared?.symbol ?? known };
  });
}

/** `book.save(update_fields=…)` says by a keyword what it is, whoever `book` is. */
function toldByKeyword(program: Program, call: Call): string | null {
  const keywords = call.args.flatMap((a) => a.name ?? []);
  return call.member !== null && keywords.length > 0 ? program.knowledge.toldByKeyword(call.member, keywords) : null;
}

function ownRow(program: Program, { file, fn }: FnRef): CallInfo['row'] {
  const path = file.path.replace(/\.[cm]?[jt]sx?$/, '');
  return (
    program.knowledge.row(`${path}#${fn.name}`) ??
    (path.endsWith('/index') ? program.knowledge.row(`${path.slice(0, -'/index'.length)}#${fn.name}`) : null)
  );
}

const NOTHING: CallInfo = { target: null, row: null, symbol: null };

function targetOf(program: Program, call: Call, thing: Thing | null): FnRef | null {
  if (thing?.kind === 'function') return thing.ref;
  if (thing?.kind === 'class' && (call.isNew || thing.file.language === 'python')) {
    const constructor = thing.class.methods.find((m) => m.name === 'constructor');
    const fn = constructor ? thing.file.functions[constructor.fn] : undefined;
    return fn ? { file: thing.file, fn } : null;
  }
  if (thing?.kind === 'namespace') {
    const callable = exportThing(program, thing.file, 'default', 0);
    return callable?.kind === 'function' ? callable.ref : null;
  }
  // The type checker knows where a project function is declared even where names could not be followed.
  const declared = call.declared;
  if (!thing && declared?.file) {
    const other = fileAt(program, declared.file);
    const fn = other && (other.functions.find((f) => f.span.start === declared.start) ?? onlyNamed(other, declared));
    if (other && fn) return { file: other, fn };
    if (other) return implementedBy(program, other, declared);
  }
  return null;
}

/** A method of an interface that one class implements. */
function implementedBy(program: Program, file: FileModel, { type, member }: DeclaredCallee): FnRef | null {
  const binding = type === null ? undefined : file.bindings.find((b) => b.kind === 'type' && b.name === type);
  const implementation = binding ? onlyImplementation(program, file, binding.id) : null;
  const thing = implementation && memberOf(program, implementation, member);
  return thing?.kind === 'function' ? thing.ref : null;
}

/** Edits move declarations, and what the type checker said of them stays true. */
function onlyNamed(file: FileModel, { type, member }: DeclaredCallee): Fn | undefined {
  const name = type ? `${type}.${member}` : member;
  const found = file.functions.filter((fn) => fn.name === name);
  return found.length === 1 ? found[0] : undefined;
}

function declaredRow(program: Program, call: Call): { row: CallInfo['row']; symbol: string } | null {
  const declared = call.declared;
  if (!declared?.module || declared.module === 'lib') return null;
  const symbol = `${declared.module}#${declared.type ? `${declared.type}.` : ''}${declared.member}`;
  return { row: program.knowledge.row(symbol), symbol };
}

/** The operation that a call performs: the language's own on lists, or a library's. Null where neither is known. */
export function operationOf(program: Program, file: FileModel, call: Call): Operation | null {
  return memo<Call, Operation | null>(program, 'operation', call, null, () => {
    const { target, row, symbol } = infoOf(program, file, call);
    if (target) return null;
    // Functions that are the language's own, and names that nobody declares.
    if (!row) return symbol === null || /^(global#|py:builtins#\w+$)/.test(symbol) || isOnList(program, file, call) ? call.op : null;
    const op = row.op;
    if (!op) return row.entry || row.callbacks === 'each' ? null : call.op;
    const library = libraryOf(row.symbol);
    if (row.unlessAfter && usesOf(file, call.callee)?.uses.some((use) => use.method === row.unlessAfter)) return null;
    // A cache is asked so that something dearer need not be.
    if (op.kind === 'query' && CACHE.test(call.text)) return null;
    if (
      (op.kind === 'query' || op.kind === 'request') &&
      program.knowledge.isLazy(library) &&
      !row.eager &&
      !call.awaited &&
      call.result === 'used' &&
      !call.args.some((a) => a.closure !== null)
    )
      return null;
    const on = op.on === undefined ? null : (call.args[op.on]?.value ?? null);
    return {
      kind: op.kind,
      form: call.member ?? call.text,
      on,
      key: call.args[0]?.value ?? null,
      predicate: null,
      library,
      access: op.access ?? (op.kind === 'query' ? sqlAccess(file, call) : null),
      batch: op.batch ?? null,
      weight: op.weight ?? null,
      blocks:
        op.kind === 'blocking' || (row.blocks === true && !call.suspends && !(call.handedBack && !row.eager && program.knowledge.isLazy(library))),
    };
  });
}

/** Whichever library a list came from, it does what lists do. Nothing but rows takes a callback that compares something with each of them. */
function isOnList(program: Program, file: FileModel, { callee, op }: Call): boolean {
  if (callee.kind === 'list' && callee.sure !== 'guessed') return true;
  return op?.kind === 'scan' && op.predicate !== null && op.key !== null && extentOf(program, file, callee).class === 'table';
}

const CACHE = /cache\w*\.(get|hget|has|exists)$/i;

function sqlAccess(file: FileModel, call: Call): Operation['access'] {
  return accessOf(sqlVerb(file, call));
}

export function accessOfStatement(file: FileModel, statement: Value): Operation['access'] {
  return accessOf(verbOf(file, statement));
}

function accessOf(verb: string | null): Operation['access'] {
  if (verb === null) return null;
  return verb === 'select' ? 'read' : 'write';
}

/** What a statement given as text begins with: sql`DELETE FROM …`, pool.query('SELECT …'), sql`…`.execute(db). */
export function sqlVerb(file: FileModel, call: Call): string | null {
  const [given] = call.args;
  const verb = given ? verbOf(file, given.value) : null;
  if (verb) return verb;
  const before = call.callee.root.kind === 'call' && call.callee.path.length === 0 ? file.calls[call.callee.root.call] : undefined;
  return before ? sqlVerb(file, before) : null;
}

function verbOf(file: FileModel, { root, path, text }: Value): string | null {
  const binding = root.kind === 'binding' && path.length === 0 ? file.bindings[root.binding] : undefined;
  const isSettled = binding && (binding.kind === 'const' || binding.kind === 'let') && !binding.uses.some((use) => use.kind === 'assign');
  const found = /^(?:[\w.]*\()?[\w.]*[`'"]+\s*(select|insert|update|delete|merge|replace|truncate|create|drop|alter)\b/i.exec(
    (isSettled ? binding.init?.text : null) ?? text,
  );
  return found?.[1]?.toLowerCase() ?? null;
}

export function libraryOf(symbol: string): string {
  const module = symbol.slice(0, symbol.indexOf('#'));
  const parts = module.split('/');
  return module.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? module);
}

/** Does a closure handed to this call run as part of it? Registered handlers and timers run some other time. */
export function runsClosures(program: Program, file: FileModel, call: Call): boolean {
  const { row, target } = infoOf(program, file, call);
  if (row?.entry || row?.callbacks === 'later' || row?.offloads) return false;
  if (row || target) return true;
  // Unknown receivers with the names of registration keep their callbacks.
  return !(call.member !== null && REGISTERS.has(call.member));
}

const REGISTERS = new Set([
  'on',
  'once',
  'addListener',
  'addEventListener',
  'prependListener',
  'off',
  'subscribe',
  'watch',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'nextTick',
  'requestAnimationFrame',
  'describe',
  'it',
  'test',
  'beforeEach',
  'afterEach',
  'beforeAll',
  'afterAll',
  'get',
  'post',
  'put',
  'patch',
  'delete',
  'use',
  'all',
  'route',
  'register',
  'hook',
  'tap',
  'tapAsync',
  'tapPromise',
  'command',
  'action',
  'handle',
  'schedule',
  'process',
  'listen',
  'plugin',
  'addHook',
  'setErrorHandler',
  'define',
  'option',
]);
