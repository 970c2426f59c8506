/** Do two calls ask the same? Both have the same form, and are given what is the same at both places, as far as the code shows. */
import { earlierLinks, laterLinks } from './chains.ts';
import type { Call, FileModel, Value } from './file.ts';
import type { Program } from './program.ts';
import { callsIn } from './settled.ts';
import { samePlace } from './wording.ts';

const DEEPEST = 6;

export function asksTheSame(program: Program, file: FileModel, a: Call, b: Call): boolean {
  const [first, second] = [linksOf(program, file, a), linksOf(program, file, b)];
  return first.length === second.length && first.every((link, i) => isSameLink(file, link, second[i] as Call));
}

/** The whole chain that a query is described by: `session.query(Book).filter(…).all()` */
export function linksOf(program: Program, file: FileModel, call: Call): Call[] {
  return [...earlierLinks(file, call).reverse(), call, ...laterLinks(program, file, call)];
}

function isSameLink(file: FileModel, a: Call, b: Call): boolean {
  if (a.member !== b.member || a.args.length !== b.args.length || a.isNew !== b.isNew) return false;
  const isSameReceiver =
    (a.callee.root.kind === 'call' && b.callee.root.kind === 'call' && a.member !== null) || isSameValue(file, a.callee, b.callee);
  return isSameReceiver && a.args.every((given, i) => isSameArgument(file, given, b.args[i]));
}

function isSameArgument(file: FileModel, a: Call['args'][number], b: Call['args'][number] | undefined): boolean {
  return (
    b !== undefined && a.name === b.name && a.spread === b.spread && a.closure === null && b.closure === null && isSameValue(file, a.value, b.value)
  );
}

/** Literals, variables that keep their value, and objects and lists of these. */
function isSameValue(file: FileModel, a: Value, b: Value, depth = 0): boolean {
  if (depth > DEEPEST || a.root.kind !== b.root.kind || a.path.includes('[]') || b.path.includes('[]')) return false;
  const isSame = (x: Value, y: Value | undefined): boolean => y !== undefined && isSameValue(file, x, y, depth + 1);
  switch (a.root.kind) {
    case 'literal':
      return a.literal !== null ? a.literal === b.literal : a.text === b.text && !a.text.endsWith('…') && isConstant(file, a);
    case 'binding':
      return samePlace(a, b) && keeps(file, a.root.binding);
    case 'this':
      return samePlace(a, b);
    case 'new-object':
      return (
        a.extent.class === 'constant' &&
        b.extent.class === 'constant' &&
        a.properties.length === b.properties.length &&
        a.extent.count === b.extent.count &&
        a.properties.every((p, i) => p.name === b.properties[i]?.name && isSame(p.value, b.properties[i]?.value))
      );
    case 'new-list':
      return a.elements.length === a.extent.count && a.elements.length === b.elements.length && a.elements.every((e, i) => isSame(e, b.elements[i]));
    // `user.id as string`, `Book.title == title`: whatever is written alike and reads what keeps its value, and calls nothing.
    case 'unknown':
      return a.text === b.text && !a.text.endsWith('…') && isConstant(file, a) && sameReads(a, b);
    default:
      return false;
  }
}

function isConstant(file: FileModel, value: Value): boolean {
  return callsIn(file, value).length === 0 && value.reads.every((id) => keeps(file, id));
}

function sameReads(a: Value, b: Value): boolean {
  return a.reads.length === b.reads.length && a.reads.every((id, i) => id === b.reads[i]);
}

/** It has one value for its whole life, and nobody changes what that holds. */
function keeps(file: FileModel, id: number): boolean {
  const binding = file.bindings[id];
  if (!binding) return false;
  if (/^(import|class|enum|type|function|global)$/.test(binding.kind)) return true;
  return binding.assigned.length === 0 && binding.uses.every(({ kind }) => !/^(assign|property|grow|shrink|reorder)$/.test(kind));
}
