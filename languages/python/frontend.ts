/**
 * The door to everything that knows Python: reading files into models, following imports, writing fixes. The engine uses this and
 * nothing below it.
 */
import type { FileContext, FileModel, Span } from '../../model/file.ts';
import type { Fix, FixIntent, Refusal } from '../../model/finding.ts';
import type { ImportTarget } from '../../model/program.ts';
import type { StatedSize } from '../../model/stated-size.ts';
import { filesBelow } from '../workspace-files.ts';
import { statementAt } from './comments.ts';
import { writeFix } from './edits/write-fix.ts';
import { lower } from './lower/lower.ts';
import { createPythonResolver } from './resolve.ts';
import { type FoundTemplate, findTemplates, isTemplate } from './templates/find.ts';
import { parseTree, releaseTree, type SyntaxTree } from './tree.ts';

export { knowledge, smallNames } from './knowledge/index.ts';
export { isTemplate, templateExtensions } from './templates/find.ts';
export { prepareParser } from './tree.ts';

/** A parsed file, as long as somebody needs its tree. */
export interface ParsedPython {
  readonly path: string;
  comments(): Span[];
  statementAt(offset: number): Span & { readonly inJsx: false };
  lower(context: FileContext, sizes: readonly StatedSize[]): FileModel;
  /** Where the parser stumbled first, if it did. */
  readonly syntaxError: { readonly span: Span; readonly message: string } | null;
  /** Frees what was kept for the next text. Nothing may be parsed from this afterwards. */
  release(): void;
}

const trees = new WeakMap<ParsedPython, SyntaxTree>();

/**
 * `before`: the same file as it was parsed last, which this uses up. `keep`: the next text of the file will be parsed from this one.
 * The parser must have been prepared.
 */
export function parsePython(path: string, text: string, keep: boolean, before?: ParsedPython): ParsedPython {
  const tree = parseTree(text, keep, before && trees.get(before));
  const { error } = tree;
  const parsed: ParsedPython = {
    path,
    comments: () => [...tree.comments],
    statementAt: (offset) => ({ ...statementAt(tree.root, offset), inJsx: false }),
    lower: (context, sizes) => lower(path, tree, context, sizes),
    syntaxError: error ? { span: error, message: explained(text.slice(error.start, error.end)) } : null,
    release: () => releaseTree(tree),
  };
  trees.set(parsed, tree);
  return parsed;
}

function explained(text: string): string {
  const [line = ''] = text.trim().split('\n');
  return line === '' ? 'something is missing here.' : `\`${line.length > 40 ? `${line.slice(0, 39)}…` : line}\` was not expected here.`;
}

export interface PythonWorkspace {
  resolve(file: string, specifier: string): ImportTarget;
  /** The template that a name means, and its text. */
  template(name: string): FoundTemplate | null;
  /** A file appeared, changed or went away. */
  update(file: string): void;
  writeFix(intent: FixIntent, textOf: (file: string) => string | undefined): Fix | Refusal;
}

/** `overlay` answers for unsaved buffers and standard input before the disk is asked. */
export function openPython(root: string, overlay: (path: string) => string | undefined): PythonWorkspace {
  const files = filesBelow(root, overlay);
  const resolver = createPythonResolver(root, files);
  const templates = findTemplates(root, files);
  const present = new Map<string, boolean>();
  return {
    resolve: (file, specifier) => resolver.resolve(file, specifier),
    template: (name) => templates.named(name),
    update(file) {
      if (isTemplate(file)) return templates.update();
      const isThere = files.isFile(file);
      if (present.get(file) !== isThere || file.endsWith('.toml')) resolver.forget();
      present.set(file, isThere);
    },
    writeFix(intent, textOf) {
      const text = textOf(intent.file);
      return text === undefined ? { refused: 'the file was not read' } : writeFix(intent, text);
    },
  };
}
