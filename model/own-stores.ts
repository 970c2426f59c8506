/** Caches that a project writes itself, and hands to its framework as the one to use. */
import { collected } from './collected.ts';
import type { FileModel } from './file.ts';
import type { Program } from './program.ts';

/** Have: class PrefixCache(RedisCache): def keys(self, prefix): …, which does what it does, whatever the library's own would do. */
export function hasOwnCacheWith(program: Program, member: string): boolean {
  return collected<{ readonly name: string }>(program, 'methods of own caches', member, methodsIn).length > 0;
}

function methodsIn(file: FileModel): ReadonlyMap<string, readonly { readonly name: string }[]> {
  const caches = file.context === 'test' ? [] : file.classes.filter((each) => each.extends.some(({ text }) => /Cache$/.test(text)));
  return new Map(caches.flatMap((each) => each.methods.map(({ name }) => [name, [{ name: each.name }]] as const)));
}
