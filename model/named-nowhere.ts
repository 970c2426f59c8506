/** Functions that nobody names. */
import { collected } from './collected.ts';
import { importersOf, isMentioned } from './handed-in.ts';
import { asked, pathOf } from './loaded-by-name.ts';
import type { FnRef, Program } from './program.ts';

/**
 * A function that looks like a handler, and that no file names, neither to mount it nor to call it. Those that are offered with others as one object
 * may be taken from it by any name.
 */
export function isNamedNowhere(program: Program, { file, fn }: FnRef): boolean {
  const declared = file.bindings.some(({ function: of }) => of === fn.id);
  if (!declared || file.language !== 'typescript' || isMentioned(program, { file, fn })) return false;
  const names = importersOf(program, file.path).map(({ imported }) => imported);
  // Have: exports.resize = (req, res) => …, which a platform calls: nobody imports its file. What is told what comes next is no such function.
  const isMiddleware = fn.params[2]?.name === 'next' && fn.params[2].type !== null;
  return (names.length > 0 || isMiddleware) && !names.some((name) => /^(\*|=|default)$/.test(name)) && !isAskedFor(program, file.path);
}

/** Somebody asks for the file in an expression, or offers what it offers. */
function isAskedFor(program: Program, path: string): boolean {
  return (
    collected<Asked>(program, 'files asked for', path, (file) => {
      const paths = [...file.exports.flatMap((e) => e.from ?? []), ...asked(file)].flatMap((specifier) => pathOf(program, file, specifier) ?? []);
      return new Map(paths.map((each) => [each, [{ by: file.path }]]));
    }).length > 0
  );
}

interface Asked {
  readonly by: string;
}
