/**
 * The file that a fix is written for: its tree, its names, and how its parts are found and quoted. Parsed from the text as
 * it was analysed, so that offsets of an intent mean the same here, and once for all fixes of a file, which come one after the other.
 */
import type { Span } from '../../../model/file.ts';
import type { Edit } from '../../../model/finding.ts';
import { refuse } from '../../outcome.ts';
import { unwrap } from '../lower/state.ts';
import { parseTree, type Syntax } from '../tree.ts';
import { type Names, namesOf } from './names.ts';

export interface View {
  readonly file: string;
  readonly text: string;
  readonly root: Syntax;
  readonly comments: readonly Span[];
  readonly names: Names;
}

let latest: View | null = null;

export function viewOf(file: string, text: string): View {
  if (latest?.file === file && latest.text === text) return latest;
  const { root, comments, error } = parseTree(text, false);
  if (error !== null) refuse('the file does not parse');
  latest = { file, text, root, comments, names: namesOf(root, text) };
  return latest;
}

export function textOf(view: View, node: Syntax): string {
  return view.text.slice(node.start, node.end);
}

/** For messages: one line, not too long. */
export function brief(view: View, node: Syntax): string {
  const text = textOf(view, node).replace(/\s+/g, ' ');
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

export function replace(view: View, start: number, end: number, text: string): Edit {
  return { file: view.file, span: { start, end }, text };
}

export function isInside(node: Span, outer: Span): boolean {
  return node.start >= outer.start && node.end <= outer.end;
}

/** The outermost node of these types that fills the span exactly. */
export function nodeAt(view: View, span: Span, types: RegExp): Syntax | null {
  let at: Syntax | null = view.root;
  while (at) {
    if (at.start === span.start && at.end === span.end && types.test(at.type)) return at;
    at = at.children.find((child) => isInside(span, child)) ?? null;
  }
  return null;
}

/** Every node below, and the node itself, in order of text. */
export function* nodesIn(node: Syntax): Generator<Syntax> {
  yield node;
  for (const child of node.children) yield* nodesIn(child);
}

/** The nearest node around (or this one) that is of one of these types. */
export function around(node: Syntax, types: RegExp): Syntax | null {
  let at: Syntax | null = node;
  while (at && !types.test(at.type)) at = at.parent;
  return at;
}

const FRAMES = /^(function_definition|lambda|class_definition|module)$/;

/**
 * What a node runs as part of: the body of a function, a class or the module. The default of a parameter and the expression that a
 * class extends run where the definition stands.
 */
export function frameOf(node: Syntax): Syntax {
  let at = node;
  for (;;) {
    const { parent } = at;
    if (!parent) return at;
    if (FRAMES.test(parent.type) && (parent.type === 'module' || at.field === 'body')) return parent;
    at = parent;
  }
}

/** The statement that a node belongs to, and the block or module that it stands in. */
export function statementOf(node: Syntax): Syntax | null {
  let at: Syntax | null = node;
  while (at?.parent && at.parent.type !== 'block' && at.parent.type !== 'module') at = at.parent;
  return at?.parent ? at : null;
}

/** A call of one of Python's own functions by its bare name, which nothing in the file hides; its name. */
export function builtinCall(view: View, node: Syntax): string | null {
  const callee = node.type === 'call' ? node.children.find((c) => c.field === 'function') : undefined;
  return callee?.type === 'identifier' && isBuiltin(view, callee) ? textOf(view, callee) : null;
}

export function isBuiltin(view: View, name: Syntax): boolean {
  return view.names.of(name)?.scope === null && !view.names.hasWildcard;
}

/** What a call is given by position; null where it takes lists or dictionaries apart. */
export function argumentsOf(call: Syntax): readonly Syntax[] | null {
  const given = call.children.find((c) => c.field === 'arguments');
  if (!given) return null;
  if (given.type === 'generator_expression') return [given];
  return given.children.some((c) => c.type.endsWith('_splat')) ? null : given.children.filter((c) => c.type !== 'keyword_argument');
}

/** Two expressions without effects that say the same. */
export function sameText(view: View, a: Syntax, b: Syntax): boolean {
  const plain = (node: Syntax): string => textOf(view, unwrap(node)).replace(/\s+/g, '');
  return plain(a) === plain(b);
}
