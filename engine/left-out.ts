/**
 * Files that are listed but not read: tests and migrations in Python. No rule judges them, production code calls none of their functions, and in
 * many projects they are half of all code. What they hold is unknown, which is what everything that follows makes of an empty model.
 */
import { blankFn } from '../model/blank.ts';
import type { FileContext, FileModel } from '../model/file.ts';
import { languageOf } from './languages.ts';

/** Comments that speak to scalelint are read wherever they stand. */
export function isLeftOut(path: string, context: FileContext, text: string): boolean {
  if (languageOf(path) !== 'python' || text.includes('scalelint-')) return false;
  // Migrations say which tables are spread over shards.
  return context === 'test' || context === 'benchmark' || (context === 'migration' && !text.includes('create_distributed_table'));
}

export function emptyModel(path: string, context: FileContext, length: number): FileModel {
  return {
    path,
    language: languageOf(path),
    context,
    functions: [blankFn({ id: 0, kind: 'module', name: 'module', span: { start: 0, end: length }, nameSpan: { start: 0, end: 0 }, parent: null })],
    loops: [],
    calls: [],
    rebuilds: [],
    bindings: [],
    classes: [],
    imports: [],
    exports: [],
    withs: [],
    statedSizes: [],
    broken: false,
  };
}
