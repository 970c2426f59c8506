/** Which functions are hot entry points: run once per request, message, job, event. And how we know. */
import { isMountedForAdministrators } from './admin-mounts.ts';
import { isAdministrativePlace, isDecoratedForAdministrators, isForAdministrators, isGuardedItself } from './administrators.ts';
import { RECEIVER } from './arguments.ts';
import { callersOf } from './callers.ts';
import { isDeferred } from './deferred.ts';
import { registration } from './entry-handed.ts';
import { hookedIn, membersOf, membersPerObject } from './entry-hooks.ts';
import { functionsIn } from './entry-reach.ts';
import type { Call, Export, FileModel, Fn, Value } from './file.ts';
import { isForDevelopers, isTrialRoute } from './for-developers.ts';
import type { EntryKind, Serverless } from './knowledge.ts';
import { isLeftOut } from './left-out.ts';
import { importsLibrary } from './modules.ts';
import { isMountedNowhere } from './mounted-nowhere.ts';
import { allFiles, type FnRef, memo, type Program } from './program.ts';
import { isOfUnmountedRouter } from './router-mounts.ts';
import { knowledgeSymbol, thingOf } from './things.ts';
import { standsAlone } from './walk.ts';
import { calleeText } from './wording.ts';
import { typeThing } from './written-types.ts';

export interface Entry {
  readonly kind: EntryKind;
  /** For people: `handler of app.get`, `exported handler of AWS Lambda`. */
  readonly label: string;
  /** The parameter (or `RECEIVER`) that is an object which another entry yields, and once for each of which this one runs: the parent of a field in GraphQL. */
  readonly object: number | null;
  /** Runs on an event loop though it is not `async`. */
  readonly onLoop: boolean;
  /** Somebody must load its file to register it. */
  readonly registered: boolean;
  /** Only what it takes says so: who registers it explains more. */
  readonly byParameters: boolean;
  /**
   * Its platform starts it when it is needed, and ends what takes too long. `typed`, `named`: a process serves one at a time; and where it is only
   * exported by the name of a handler, nobody knows what sets it off: it may be a deployment. `isolate`: a process serves several, but what one request
   * opened, others cannot use.
   */
  readonly serverless: Serverless | null;
  /** One at a time, whoever asks: nobody waits longer because it blocks. */
  readonly inTurn: boolean;
  /** An administrator alone asks for it. */
  readonly administered: boolean;
}

export function entryOf(program: Program, fn: Fn): Entry | null {
  return entries(program).get(fn) ?? null;
}

export interface Reached {
  readonly ref: FnRef;
  readonly entry: Entry;
}

/** The entry points from which a function is reached, nearest first. */
export function* entriesAbove(program: Program, from: FnRef): Iterable<Reached> {
  const seen = new Set<Fn>();
  const queue = [from];
  // The queue grows while it is walked: breadth first.
  for (const ref of queue) {
    if (seen.has(ref.fn)) continue;
    seen.add(ref.fn);
    const entry = entryOf(program, ref.fn);
    if (entry) yield { ref, entry };
    const around = ref.fn.parent === null ? undefined : ref.file.functions[ref.fn.parent];
    if (around && !standsAlone(program, ref.file, ref.fn)) queue.push({ file: ref.file, fn: around });
    for (const { file, call } of isDeferred(ref.fn) ? [] : callersOf(program, ref.fn)) {
      const fn = file.functions[call.fn];
      if (fn) queue.push({ file, fn });
    }
  }
}

/** A function may be named an entry by any file: the first that does so, in the order of files, explains it. */
function entries(program: Program): ReadonlyMap<Fn, Entry> {
  return memo<object, Map<Fn, Entry>>(program, 'entries', program.files, new Map(), () => {
    const all = new Map<Fn, Entry>();
    for (const file of allFiles(program))
      for (const [fn, entry] of namedBy(program, file)) {
        if (entry.registered && isLeftOut(program, file)) continue;
        const known = all.get(fn);
        if (!known || known.byParameters) all.set(fn, entry);
        // What others ask for as well is not for administrators alone.
        else if (known.administered && !entry.administered) all.set(fn, { ...known, administered: false });
      }
    // Whoever names it, the handler itself may send others away.
    for (const file of allFiles(program))
      for (const fn of file.functions) {
        const entry = all.get(fn);
        if (entry && !entry.administered && isGuarded(program, file, fn)) all.set(fn, { ...entry, administered: true });
      }
    return all;
  });
}

/** All entries are gone through after every edit, and a function that stands guards itself as it did before. */
function isGuarded(program: Program, file: FileModel, fn: Fn): boolean {
  return memo<Fn, boolean>(program, 'guarded itself', fn, false, () => isGuardedItself(file, fn));
}

function namedBy(program: Program, file: FileModel): ReadonlyMap<Fn, Entry> {
  return memo<FileModel, Map<Fn, Entry>>(program, 'entries of a file', file, new Map(), () => {
    const found = new Map<Fn, Entry>();
    const place = withinPackage(program, file);
    if (isTrialRoute(place)) return found;
    fromCalls(program, file, found);
    fromDecorators(program, file, found);
    fromHooks(program, file, found);
    fromExports(program, file, found);
    fromDirectives(program, file, found);
    fromComponents(program, file, found);
    fromParameters(program, file, found);
    if (isAdministrativePlace(place) || isMountedForAdministrators(program, file))
      for (const [fn, entry] of found) found.set(fn, { ...entry, administered: true });
    return found;
  });
}

function add(found: Map<Fn, Entry>, fn: Fn, kind: EntryKind, label: string, more: Partial<Omit<Entry, 'kind' | 'label'>> = {}): void {
  const known = found.get(fn);
  // `server.on('request', (req, res) => …)`: what its parameters say is more than that it listens.
  if (!known || (known.kind === 'event' && kind === 'request'))
    found.set(fn, {
      kind,
      label,
      object: null,
      onLoop: false,
      registered: false,
      byParameters: false,
      serverless: null,
      inTurn: false,
      administered: false,
      ...more,
    });
  else if (known.administered && !more.administered && !more.byParameters) found.set(fn, { ...known, administered: false });
}

/** `app.get('/', handler)`: every function among the arguments, also by name and in option objects. */
function fromCalls(program: Program, file: FileModel, found: Map<Fn, Entry>): void {
  for (const call of file.calls) {
    const row = call.args.length > 0 ? registration(program, file, call) : null;
    const name = call.args[0]?.value.literal;
    if (!row?.entry || (typeof name === 'string' && row.once?.includes(name)) || isForDevelopers(file, call)) continue;
    const administered = isForAdministrators(file, call);
    for (const argument of call.args)
      for (const fn of functionsIn(program, file, argument.value, 0))
        add(found, fn, row.entry, `handler of \`${calleeText(call)}\``, {
          registered: true,
          serverless: row.serverless ?? null,
          inTurn: row.inTurn === true && !isTakenSideBySide(file, call),
          administered,
        });
  }
}

/** Have: Application.builder().concurrent_updates(True), CommandHandler('orders', orders, block=False) */
function isTakenSideBySide(file: FileModel, call: Call): boolean {
  return (
    call.args.some(({ name, value }) => name === 'block' && value.text === 'False') ||
    file.calls.some(({ member }) => member === 'concurrent_updates')
  );
}

/** `class Guard implements CanActivate`, `const plugin: Plugin = { transform() {} }`, `makeExecutableSchema({ resolvers })`. */
function fromHooks(program: Program, file: FileModel, found: Map<Fn, Entry>): void {
  for (const hooked of hookedIn(program, file)) {
    const perObject = membersPerObject(program, hooked);
    for (const fn of membersOf(program, hooked)) {
      const object = perObject.has(fn) ? (hooked.row.perObject?.receives && !fn.static ? RECEIVER : 0) : null;
      add(found, fn, hooked.row.entry, `\`${fn.name}\` of a ${typeText(hooked.row.symbol)}`, {
        object,
        onLoop: hooked.row.onLoop ?? false,
        registered: true,
        serverless: hooked.row.serverless ?? null,
      });
    }
  }
}

/** `py:django#views.View` is `django.views.View` to people. */
function typeText(symbol: string): string {
  return symbol.startsWith('py:') ? symbol.slice(3).replace('#', '.') : symbol.replace('#', ' ');
}

function fromDecorators(program: Program, file: FileModel, found: Map<Fn, Entry>): void {
  for (const fn of file.functions) {
    for (const decorator of fn.decorators) {
      if (isOfUnmountedRouter(program, file, decorator)) continue;
      const thing = thingOf(program, file, decorator.callee);
      const symbol = thing && knowledgeSymbol(thing);
      const row = symbol ? program.knowledge.decorator(symbol) : null;
      const object = row?.receives && fn.class !== null && !fn.static ? RECEIVER : row?.perObject ? objectParameter(fn, row.perObject) : null;
      if (row)
        add(found, fn, row.entry, `handler decorated with \`@${decorator.name}\``, {
          object,
          registered: true,
          administered: isDecoratedForAdministrators(fn, file.classes[fn.class ?? -1]),
        });
    }
  }
}

/** `@ResolveField() author(@Parent() post: Post)` */
function objectParameter(fn: Fn, decorators: readonly string[]): number | null {
  if (decorators.length === 0) return 0;
  const at = fn.params.findIndex((p) => p.decorators.some((d) => decorators.includes(d.name)));
  return at < 0 ? null : at;
}

/** Pages and answers to GET that a build renders once serve no requests: `export const dynamic = 'force-static'`. */
function isBuiltOnce(file: FileModel): boolean {
  return file.exports.some(
    ({ name, binding }) =>
      name === 'getStaticPaths' ||
      name === 'generateStaticParams' ||
      (name === 'dynamic' && file.bindings[binding ?? -1]?.init?.literal === 'force-static'),
  );
}

/** Have: app/api/cron/backup/route.ts, which a clock asks for. */
const BY_CLOCK = /(^|\/)api\/(?:.*\/)?crons?\//;

/** Have: export const config = { schedule: '@hourly' }, which Netlify reads. */
function isScheduled({ exports, bindings }: FileModel): boolean {
  const config = bindings[exports.find(({ name }) => name === 'config')?.binding ?? -1];
  return config?.init?.properties.some(({ name }) => name === 'schedule') ?? false;
}

function withinPackage(program: Program, { path }: FileModel): string {
  const { root } = program.packageOf(path);
  return path.startsWith(`${root}/`) ? path.slice(root.length + 1) : path;
}

const CHANGES = /^(POST|PUT|PATCH|DELETE)$/;

function fromExports(program: Program, file: FileModel, found: Map<Fn, Entry>): void {
  const builtOnce = isBuiltOnce(file);
  const { dependencies } = program.packageOf(file.path);
  const relative = withinPackage(program, file);
  const isByClock = BY_CLOCK.test(relative) || isScheduled(file);
  for (const row of program.knowledge.fileEntries) {
    if (!row.path.test(relative) || !row.dependsOn.some((d) => dependencies.has(d) || importsLibrary(file, d))) continue;
    for (const e of file.exports) {
      if ((!row.exports.includes('*') && !row.exports.includes(e.name)) || (builtOnce && !CHANGES.test(e.name))) continue;
      for (const f of functionsBehind(program, file, e))
        if ((row.given === undefined || f.params[0]?.name.replace(/^_/, '') === row.given) && !(row.ofObject && isItself(file, e, f)))
          add(
            found,
            f,
            row.entry === 'request' && isByClock ? 'job' : row.entry,
            `\`${e.name === '=' ? 'module.exports' : e.name}\`, which ${row.framework} calls`,
            {
              serverless: row.serverless ?? null,
            },
          );
    }
  }
}

/** `'use server'`, at the head of a function or of the file. */
function fromDirectives(program: Program, file: FileModel, found: Map<Fn, Entry>): void {
  for (const { directive, entry, framework } of program.knowledge.directives) {
    const label = `\`'${directive}'\`: ${framework} calls it`;
    for (const fn of file.functions) {
      if (!fn.directives.includes(directive)) continue;
      if (fn.kind !== 'module') add(found, fn, entry, label);
      else
        for (const e of file.exports)
          for (const exported of functionsBehind(program, file, e)) add(found, exported, entry, label, { registered: true });
    }
  }
}

/** `function Price() { return <b>…</b>; }` */
function fromComponents(program: Program, file: FileModel, found: Map<Fn, Entry>): void {
  if (!/\.([jt]sx|[cm]?js)$/.test(file.path) || isBuiltOnce(file)) return;
  const { dependencies } = program.packageOf(file.path);
  const row = program.knowledge.components.find((c) => c.dependsOn.some((d) => dependencies.has(d)));
  if (!row) return;
  // Nothing but markup begins with `<`.
  const isMarkup = (value: Value): boolean => value.text.startsWith('<') || (value.root.kind === 'unknown' && value.elements.some(isMarkup));
  for (const fn of file.functions)
    if (/^[A-Z]\w*$/.test(fn.name) && fn.class === null && fn.kind === 'function' && fn.returns.some(isMarkup))
      add(found, fn, 'render', `a component of ${row.framework}`);
}

/** `export default async (app) => …`, and not `export default { fetch() { … } }`. */
function isItself(file: FileModel, { binding, value }: Export, fn: Fn): boolean {
  const behind = value ?? file.bindings[binding ?? -1]?.init ?? null;
  return file.bindings[binding ?? -1]?.function === fn.id || (behind?.root.kind === 'function' && behind.root.fn === fn.id);
}

/** `export const handler = middy(async (event) => …)`. */
function functionsBehind(program: Program, file: FileModel, { binding: id, value }: Export): Fn[] {
  const binding = id === null ? undefined : file.bindings[id];
  const fn = file.functions[binding?.function ?? -1];
  if (fn) return [fn];
  const behind = value ?? binding?.init ?? null;
  return behind ? functionsIn(program, file, behind, 0) : [];
}

/** A function that takes a request is a handler, however it was registered. */
function fromParameters(program: Program, file: FileModel, found: Map<Fn, Entry>): void {
  for (const fn of file.functions) {
    const given = fn.passedTo ? file.calls[fn.passedTo.call] : undefined;
    if ((given && isForDevelopers(file, given)) || fn.decorators.some((each) => isOfUnmountedRouter(program, file, each))) continue;
    for (const param of fn.params) {
      const thing = param.type ? typeThing(program, file, param.type) : null;
      const symbol = thing?.kind === 'instance' && thing.path.length === 0 ? thing.type : thing ? knowledgeSymbol(thing) : null;
      const row = symbol ? program.knowledge.paramEntry(symbol) : null;
      if (row && !isMountedNowhere(program, { file, fn }))
        add(found, fn, row.entry, `takes a \`${param.type?.name}\``, { registered: true, byParameters: true, serverless: row.serverless ?? null });
    }
    // `(req, res) => …` and `(req, res, next) => …` in plain JavaScript; both names together mean HTTP.
    const names = fn.params.map((p) => p.name.replace(/^_/, ''));
    if (/^(req|request)$/.test(names[0] ?? '') && /^(res|response|reply)$/.test(names[1] ?? '') && !isMountedNowhere(program, { file, fn }))
      add(found, fn, 'request', `takes \`${names[0]}, ${names[1]}\``, { registered: true, byParameters: true });
  }
}
