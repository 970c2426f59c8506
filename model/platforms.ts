/** What the server or the platform around the handlers of a package does for all of them, as far as its imports and what starts it tell. */
import { collected } from './collected.ts';
import type { FileModel } from './file.ts';
import { endsWorkersOf, type Program } from './program.ts';

/** Whoever comes by is sent away after a while: by a middleware, an interceptor, or a platform that ends what takes too long. */
export function endsRequests(program: Program, file: FileModel): boolean {
  // Workers that run an event loop are alive whatever one request waits for.
  const endsWorkers = limits(program, file, 'ends plain workers') || (file.language === 'python' && endsWorkersOf(program, file));
  const isEnded = endsWorkers && !limits(program, file, 'asynchronous');
  return isEnded || limits(program, file, 'ends') || servesOneAtATime(program, file);
}

/** Each process has one request at a time, as a function of a cloud has: nobody else waits in it. */
export function servesOneAtATime(program: Program, file: FileModel): boolean {
  return limits(program, file, 'one at a time');
}

function limits(program: Program, file: FileModel, how: string): boolean {
  const keyIn = ({ path }: FileModel, name: string): string => `${name} in ${program.packageOf(path).root}`;
  return (
    collected<{ readonly path: string }>(program, 'limits of handlers', keyIn(file, how), (each) => {
      const library = each.language === 'python' ? 'py:' : '';
      const ends =
        each.context === 'test'
          ? []
          : each.imports.map(({ specifier, imported }) => program.knowledge.row(`${library}${specifier}#${imported}`)?.endsRequests);
      const isEnded =
        ends.includes('always') || hasMiddleware(each) || (ends.includes('interceptor') && each.functions.some((fn) => /\.intercept$/.test(fn.name)));
      const names = [
        ...(isEnded ? ['ends'] : []),
        ...(endsWorkers(each) ? ['ends plain workers'] : []),
        ...(isAsynchronous(program, each) ? ['asynchronous'] : []),
        ...(ends.includes('platform') ? ['one at a time'] : []),
      ];
      return new Map(names.map((name) => [keyIn(each, name), [{ path: each.path }]]));
    }).length > 0
  );
}

/** Have: from fastapi import FastAPI */
function isAsynchronous(program: Program, { context, language, imports }: FileModel): boolean {
  const topOf = (specifier: string): string => specifier.split('.', 1)[0] ?? '';
  return context !== 'test' && language === 'python' && imports.some(({ specifier }) => program.knowledge.hasEventLoop(topOf(specifier)));
}

/** Not what logs out who was idle for a while: `SessionTimeoutMiddleware`. */
const ENDS = /^(?!.*(session|idle|inactiv|log_?(in|out)|skip|no_?timeout)).*timeout_?(middleware|interceptor)$/i;

/** Have: app.wsgi_app = TimeoutMiddleware(app), of whichever library. */
function hasMiddleware({ context, imports, classes, functions, calls }: FileModel): boolean {
  const names = [...imports.map(({ imported }) => imported), ...[...classes, ...functions].map(({ name }) => name), ...calls.map(({ text }) => text)];
  return context !== 'test' && names.some((name) => ENDS.test(name) || CUTS.test(name));
}

/** Have: app.use((req, res, next) => { req.setTimeout(120_000); next(); }) */
const CUTS = /^(req|request|res|response|server|httpServer)\.setTimeout$/;

/** The configuration of Gunicorn, whose plain workers are ended with all that they wait for: `timeout = 30` beside `workers = 4`. */
function endsWorkers({ context, path, language, bindings }: FileModel): boolean {
  if (context === 'test' || language !== 'python') return false;
  const set = (name: string): string | undefined => bindings.find((binding) => binding.fn === 0 && binding.name === name)?.init?.text;
  const isOfGunicorn = /(^|\/)gunicorn[\w.-]*\.py$/.test(path) || (set('bind') !== undefined && set('workers') !== undefined);
  // Those of other kinds, and those with threads, go on for the others.
  const isPlain = set('threads') === undefined && !/gthread|gevent|eventlet|uvicorn|tornado|aiohttp/i.test(set('worker_class') ?? '');
  return isOfGunicorn && isPlain && set('timeout') !== undefined && set('timeout') !== '0';
}
