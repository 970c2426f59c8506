/** Functions that look like handlers, and that nobody mounts. */
import { collected } from './collected.ts';
import type { FileModel } from './file.ts';
import { importersOf, mentionsOf } from './handed-in.ts';
import { asked, pathOf } from './loaded-by-name.ts';
import type { FnRef, Program } from './program.ts';
import type { Use } from './use.ts';

/**
 * A function that takes what handlers take, and that no file names to mount it: none names it at all, or those that do call it with nothing, as jobs do.
 * What is offered together with others as one object may be taken from it by any name.
 */
export function isMountedNowhere(program: Program, { file, fn }: FnRef): boolean {
  const isNamed =
    file.bindings.some((b) => b.function === fn.id) || file.exports.some(({ value }) => value?.root.kind === 'function' && value.root.fn === fn.id);
  if (!isNamed || file.language !== 'typescript') return false;
  const mentions = mentionsOf(program, { file, fn });
  if (mentions.length > 0) return mentions.every((each) => isBareCall(each.file, each.use));
  const names = importersOf(program, file.path).map(({ imported }) => imported);
  // Have: exports.resize = (req, res) => …, which a platform calls: nobody imports its file. What is told what comes next is no such function.
  const isMiddleware = fn.params[2]?.name === 'next' && fn.params[2].type !== null;
  return (names.length > 0 || isMiddleware) && !names.some((name) => /^(\*|=|default)$/.test(name)) && !isAskedFor(program, file.path);
}

/** Have: cron.schedule('01 00 * * *', () => { refresh(); }) */
function isBareCall(file: FileModel, { kind, path, call }: Use): boolean {
  return kind === 'call' && path.length === 0 && call !== null && file.calls[call]?.args.length === 0;
}

/** Somebody asks for the file in an expression, not in a declaration that names what it takes, or offers what it offers. */
function isAskedFor(program: Program, path: string): boolean {
  return (
    collected<Asked>(program, 'files asked for', path, (file) => {
      const declared = new Set(file.imports.map(({ specifier }) => specifier));
      const inExpressions = asked(file).filter((specifier) => !declared.has(specifier));
      const paths = [...file.exports.flatMap((e) => e.from ?? []), ...inExpressions].flatMap((specifier) => pathOf(program, file, specifier) ?? []);
      return new Map(paths.map((each) => [each, [{ by: file.path }]]));
    }).length > 0
  );
}

interface Asked {
  readonly by: string;
}
