/**
 * Python text to a syntax tree of plain objects. The parser is tree-sitter's, compiled to WebAssembly: each question across that
 * border costs more than parsing, so the tree is copied once, in one pass, and nothing asks the parser again.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { Edit, Language, Parser, type Point, type Tree } from 'web-tree-sitter';
import type { Span } from '../../model/file.ts';
import { withoutBrokenLines } from './broken-lines.ts';

/** A named node of the grammar, or a token that says something (an operator, `async`). Offsets are UTF-16 units. */
export interface Syntax {
  readonly type: string;
  /** Its part in its parent: `left`, `body`; null for most. */
  readonly field: string | null;
  readonly start: number;
  readonly end: number;
  readonly parent: Syntax | null;
  readonly children: readonly Syntax[];
}

export interface SyntaxTree {
  readonly root: Syntax;
  readonly text: string;
  readonly comments: readonly Span[];
  /** Where the parser stumbled first. */
  readonly error: Span | null;
  /** What the next text of the same file can be parsed from; null where nobody asked for it. */
  readonly kept: Tree | null;
}

let parser: Parser | null = null;
let ready: Promise<void> | null = null;
/** By the grammar's numbers. */
let kinds: readonly Kind[] = [];
let fields: readonly (string | null)[] = [];

interface Kind {
  readonly type: string;
  readonly named: boolean;
  /** A token that says something: an operator, `async`. */
  readonly telling: boolean;
  /** Has nothing below it. */
  readonly leaf: boolean;
}

/** Loads the parser, once. Nothing can be parsed before. */
export function prepareParser(): Promise<void> {
  ready ??= load();
  return ready;
}

async function load(): Promise<void> {
  await Parser.init({ wasmBinary: readFileSync(beside('web-tree-sitter.wasm', 'web-tree-sitter/web-tree-sitter.wasm')) });
  const language = await Language.load(readFileSync(beside('tree-sitter-python.wasm', 'tree-sitter-python/tree-sitter-python.wasm')));
  kinds = language.types.map((type, id) => ({
    type: asConstant(type ?? ''),
    named: language.nodeTypeIsNamed(id),
    telling: TELLING.test(type ?? ''),
    leaf: LEAVES.has(type ?? ''),
  }));
  fields = language.fields.map((field) => field && asConstant(field));
  parser = new Parser();
  parser.setLanguage(language);
}

/** A text that was read out of memory is compared letter by letter; the name of a property, like a constant in the code, at a glance. */
function asConstant(text: string): string {
  return Object.keys({ [text]: null })[0] ?? '';
}

/** In the bundle the two files lie beside the code; in a checkout they are where npm put them. */
function beside(name: string, installed: string): string {
  const own = new URL(`./${name}`, import.meta.url);
  return import.meta.url.endsWith('.ts') ? createRequire(import.meta.url).resolve(installed) : fileURLToPath(own);
}

/**
 * Parses a text. `before`: the same file as it was parsed last, which this uses up. `keep`: the next text will be parsed from this one.
 * Throws where the parser was not prepared.
 */
export function parseTree(text: string, keep: boolean, before?: SyntaxTree): SyntaxTree {
  if (!parser) throw new Error('The Python parser was not loaded.');
  const old = before?.kept ?? null;
  if (old && before) old.edit(changeBetween(before.text, text));
  const tree = parser.parse(text, old);
  old?.delete();
  if (!tree) throw new Error('The Python parser gave up.');
  // While somebody types, most errors are their own, and soon over.
  const whole = tree.rootNode.hasError && !old ? parsedWhole(parser, text) : null;
  const copied = copy(whole ?? tree, text);
  whole?.delete();
  // A tree of another text is no good to begin from.
  const isKept = keep && !whole;
  if (!isKept) tree.delete();
  return { ...copied, text, kept: isKept ? tree : null };
}

/** The tree of a text that the grammar stumbles over though it is right. */
function parsedWhole(from: Parser, text: string): Tree | null {
  const other = withoutBrokenLines(text);
  const tree = other === null ? null : from.parse(other);
  if (!tree?.rootNode.hasError) return tree;
  tree.delete();
  return null;
}

/** Forgets a tree that was kept and that nothing will be parsed from. */
export function releaseTree(tree: SyntaxTree): void {
  tree.kept?.delete();
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
interface Building extends Mutable<Omit<Syntax, 'children' | 'parent'>> {
  parent: Building | null;
  children: Building[];
}

/** What reads a tree calls itself at each level. Python gives up at a hundred nested blocks or two hundred parentheses; what lies deeper is left out. */
const DEEPEST = 400;

const TELLING = /^(?:async|in|is|not in|is not|and|or|[-+*/%@&|^~<>=!]+)$/;
const LEAVES: ReadonlySet<string> = new Set([
  'identifier',
  'integer',
  'float',
  'true',
  'false',
  'none',
  'comment',
  'string_start',
  'string_end',
  'pass_statement',
]);

function copy(tree: Tree, text: string): Pick<SyntaxTree, 'root' | 'comments' | 'error'> {
  const comments: Span[] = [];
  const root: Building = { type: 'module', field: null, start: 0, end: text.length, parent: null, children: [] };
  const cursor = tree.walk();
  const broken = tree.rootNode.hasError;
  let error: Span | null = null;
  const stumble = (type: string): void => {
    if (error === null && broken && (type === 'ERROR' || cursor.nodeIsMissing)) error = { start: cursor.startIndex, end: cursor.endIndex };
  };
  let above = root;
  let depth = 0;
  let more = cursor.gotoFirstChild();
  while (more) {
    const { type, named, telling, leaf } = kinds[cursor.nodeTypeId] ?? ERROR;
    stumble(type);
    const fieldId = named || telling ? cursor.currentFieldId : 0;
    if (named || fieldId !== 0 || type === 'async') {
      const node: Building = { type, field: fields[fieldId] ?? null, start: cursor.startIndex, end: cursor.endIndex, parent: above, children: [] };
      if (type === 'comment') comments.push({ start: node.start, end: node.end });
      else if (type !== 'line_continuation') {
        above.children.push(node);
        if (!leaf && depth < DEEPEST && !isPlainString(node, text) && cursor.gotoFirstChild()) {
          above = node;
          depth++;
          continue;
        }
      }
    }
    more = cursor.gotoNextSibling();
    while (!more && above.parent !== null) {
      above = above.parent;
      depth--;
      cursor.gotoParent();
      more = cursor.gotoNextSibling();
    }
  }
  cursor.delete();
  return { root, comments, error };
}

/** Errors have a number of their own, outside of the grammar. */
const ERROR: Kind = { type: 'ERROR', named: true, telling: false, leaf: false };

/** Without expressions in it. */
function isPlainString(node: Building, text: string): boolean {
  return node.type === 'string' && !/^[rRbBuU]*[fFtT]/.test(text.slice(node.start, node.start + 3));
}

/** From the first to the last character that differs. */
function changeBetween(before: string, after: string): Edit {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let tail = 0;
  while (tail < most - start && before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)) tail++;
  const oldEnd = before.length - tail;
  const newEnd = after.length - tail;
  return new Edit({
    startIndex: start,
    oldEndIndex: oldEnd,
    newEndIndex: newEnd,
    startPosition: pointAt(before, start),
    oldEndPosition: pointAt(before, oldEnd),
    newEndPosition: pointAt(after, newEnd),
  });
}

function pointAt(text: string, offset: number): Point {
  let row = 0;
  let from = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) {
    row++;
    from = at + 1;
  }
  return { row, column: offset - from };
}
