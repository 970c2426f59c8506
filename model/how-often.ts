/** How often a function runs, as far as names, callers and entry points tell: once in the life of a program, now and then, or per request. */
import { callersOf } from './callers.ts';
import { infoOf } from './calls.ts';
import { isServing } from './contexts.ts';
import { entriesAbove, entryOf, type Reached } from './entries.ts';
import type { Call, FileModel, Fn } from './file.ts';
import { importersOf, isMentioned } from './handed-in.ts';
import { isLeftOut } from './left-out.ts';
import { type FnRef, isInside, memo, type Program } from './program.ts';
import { isRunUnseen } from './run-unseen.ts';

const RARE =
  /^(init|initialize|bootstrap|setup|onModuleInit|onApplicationBootstrap|startup|seed|populate|migrate|backfill|install|upgrade|mock|lifespan|shutdown|on_startup|on_shutdown)([A-Z_].*)?$|(Populator|Seeder|Migrator|Migration|Backfill|Mock|Debug)\./;

/**
 * Runs when the program starts, is installed or migrated, and not once per request: its name says so, or everybody who
 * calls it does. Slow work there is a hint at most.
 */
export function isRare(program: Program, file: FileModel, fn: Fn): boolean {
  return memo<Fn, boolean>(program, 'rare', fn, false, () => {
    if (fn.decorators.some((d) => /(^|\.)fixture$/.test(d.name)) || COMMANDS.test(file.path)) return true;
    // Vue's `setup` runs once per component, and a handler runs per request though `setupRoutes` registers it.
    const entry = entryOf(program, fn);
    if (entry && (entry.kind === 'render' || fn.kind === 'closure')) return false;
    if (RARE.test(fn.name) || RARE.test(fn.name.slice(fn.name.lastIndexOf('.') + 1))) return true;
    const outer = fn.parent === null || fn.parent === 0 ? undefined : file.functions[fn.parent];
    if (outer && fn.kind === 'closure') return isRare(program, file, outer);
    const callers = callersOf(program, fn);
    return callers.length > 0 && callers.every((c) => c.call.fn !== 0 && isRare(program, c.file, c.file.functions[c.call.fn] as Fn));
  });
}

/** Commands of Django: somebody or a timetable runs them. */
const COMMANDS = /(^|\/)management\/commands\//;

/**
 * The nearest entry point that leads here and runs per request, message or resolved field: somebody waits for it, and many may at the same time. One that
 * an administrator alone asks for only where there is no other.
 */
export function hotEntry(program: Program, file: FileModel, fn: Fn): Reached | null {
  return memo<Fn, Reached | null>(program, 'hot', fn, null, () => {
    let seldom: Reached | null = null;
    for (const reached of entriesAbove(program, { file, fn })) {
      const { ref, entry } = reached;
      if (!/^(request|message|resolver)$/.test(entry.kind) || !isServing(ref.file) || isRare(program, ref.file, ref.fn)) continue;
      if (!entry.administered) return reached;
      seldom ??= reached;
    }
    return seldom;
  });
}

/**
 * Nothing tells how often it runs, but production code calls it or hands it on: no entry point is known to lead here, so it may well be on the way
 * of a request that the call graph does not see through to. What nobody calls, or what only tests, migrations and command lines do, is not.
 */
export function isCalled(program: Program, file: FileModel, fn: Fn): boolean {
  let outer = fn;
  while (outer.kind === 'closure' && outer.parent !== null && outer.parent !== 0) outer = file.functions[outer.parent] as Fn;
  const [entry] = entriesAbove(program, { file, fn: outer });
  if (entry || isLeftOut(program, file)) return false;
  return callersOf(program, outer).length > 0
    ? isAlive(program, { file, fn: outer })
    : isMentioned(program, { file, fn: outer }) || isRunUnseen(program, { file, fn: outer });
}

/**
 * Somebody waits for it: a request leads there, or production code calls it, where calls tell who does. In Python they tell little: what nobody is
 * known to call a framework may be told of in text, and much of it runs once in a while.
 */
export function isWaitedFor(program: Program, file: FileModel, fn: Fn): boolean {
  return isServing(file) && (hotEntry(program, file, fn) !== null || (file.language === 'typescript' && isCalled(program, file, fn)));
}

/**
 * Called by what is alive, or handed to somebody who may call it. That something is exported tells nothing: who would import it is here, too. Python's
 * frameworks are told in text what to call, in settings and in routes: there, of whom nobody is known to call, anybody might.
 */
function isAlive(program: Program, { file, fn }: FnRef): boolean {
  return memo<Fn, boolean>(program, 'alive', fn, false, () => {
    // Who only calls itself is not called from anywhere yet.
    const callers = callersOf(program, fn).filter((c) => c.file.functions[fn.id] !== fn || !isInside(c.file, c.call.fn, fn.id));
    if (callers.length === 0 && (file.language === 'python' || isMentioned(program, { file, fn }))) return true;
    if (isRunUnseen(program, { file, fn })) return true;
    return callers.some((c) => isServing(c.file) && c.call.fn !== 0 && isAlive(program, { file: c.file, fn: c.file.functions[c.call.fn] as Fn }));
  });
}

/**
 * A program of its own, which runs its functions when it is loaded, and which nobody else loads: somebody starts it now and then, and waits for it alone.
 * What it serves has entry points.
 */
export function isCommand(program: Program, file: FileModel): boolean {
  return memo<FileModel, boolean>(program, 'command', file, false, () => {
    if (file.path.endsWith('.ipynb') || (file.language === 'typescript' && file.exports.length > 0)) return false;
    const runsItself = file.calls.some((call) => call.fn === 0 && infoOf(program, file, call).target?.file === file);
    return runsItself && importersOf(program, file.path).length === 0;
  });
}

/** Nobody waits for scheduled work, and what a route's cache answers does not run. */
export function isSeldom(program: Program, file: FileModel, call: Call): boolean {
  if (/(^|\/)(jobs?|crons?|schedule[sd]?|reapers?)\//.test(file.path)) return true;
  for (let fn: Fn | undefined = file.functions[call.fn]; fn; fn = fn.parent === null ? undefined : file.functions[fn.parent]) {
    if (entryOf(program, fn)?.kind === 'job') return true;
    const route = fn.passedTo ? file.calls[fn.passedTo.call] : undefined;
    if (route?.args.some((a) => a.value.root.kind === 'call' && /cache/i.test(file.calls[a.value.root.call]?.text ?? ''))) return true;
  }
  return false;
}
