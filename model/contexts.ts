/** Which files are judged as production code: what runs once on a developer's machine may be as slow as it likes. */
import { callersOf } from './callers.ts';
import type { FileModel, Fn } from './file.ts';
import { memo, type Program } from './program.ts';

/** Code whose running time users feel: services, libraries, applications, and command-line tools. */
export function isJudged(file: FileModel): boolean {
  return file.context === 'source' || file.context === 'cli';
}

/** Code that serves many at once: where one blocked thread stops everybody. */
export function isServing(file: FileModel): boolean {
  return file.context === 'source';
}

const RARE =
  /^(init|initialize|bootstrap|setup|onModuleInit|onApplicationBootstrap|startup|seed|populate|migrate|backfill|install|upgrade|mock)([A-Z_].*)?$|(Populator|Seeder|Migrator|Migration|Backfill|Mock)\./;

/**
 * Runs when the program starts, is installed or migrated, and not once per request: its name says so, or everybody who
 * calls it does. Slow work there is a hint at most.
 */
export function isRare(program: Program, file: FileModel, fn: Fn): boolean {
  return memo<Fn, boolean>(program, 'rare', fn, false, () => {
    if (RARE.test(fn.name) || RARE.test(fn.name.slice(fn.name.lastIndexOf('.') + 1))) return true;
    const outer = fn.parent === null || fn.parent === 0 ? undefined : file.functions[fn.parent];
    if (outer && fn.kind === 'closure') return isRare(program, file, outer);
    const callers = callersOf(program, fn);
    return callers.length > 0 && callers.every((c) => c.call.fn !== 0 && isRare(program, c.file, c.file.functions[c.call.fn] as Fn));
  });
}
