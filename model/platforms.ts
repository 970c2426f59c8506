/** What the server or the platform around all handlers does for them, as far as the project's imports tell. */
import { collected } from './collected.ts';
import type { Program } from './program.ts';

/** Whoever comes by is sent away after a while: by a middleware, an interceptor, or a platform that ends what takes too long. */
export function endsRequests(program: Program): boolean {
  return limits(program, 'ends') || servesOneAtATime(program);
}

/** Each process has one request at a time, as a function of a cloud has: nobody else waits in it. */
export function servesOneAtATime(program: Program): boolean {
  return limits(program, 'one at a time');
}

function limits(program: Program, how: string): boolean {
  return (
    collected<{ readonly name: string }>(program, 'limits of handlers', how, ({ imports, functions, context }) => {
      const ends = context === 'test' ? [] : imports.map(({ specifier, imported }) => endsOf(program, specifier, imported));
      const isEnded = ends.includes('always') || (ends.includes('interceptor') && functions.some((fn) => /\.intercept$/.test(fn.name)));
      const names = [...(isEnded ? ['ends'] : []), ...(ends.includes('platform') ? ['one at a time'] : [])];
      return new Map(names.map((name) => [name, [{ name }]]));
    }).length > 0
  );
}

function endsOf({ knowledge }: Program, specifier: string, imported: string): string | undefined {
  return (knowledge.row(`${specifier}#${imported}`) ?? knowledge.row(`py:${specifier}#${imported}`))?.endsRequests;
}
