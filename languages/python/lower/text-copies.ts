/**
 * Texts that are copied whole to add to them. Python extends a text where it is only for `text += x` and `text = text + x` of a name that nobody shares:
 * `out.text += x`, `text = x + text`, `text = text + x + y` and `text = f"{text}{x}"` write all of it anew.
 */
import type { Node } from '../../../model/file.ts';
import type { Syntax } from '../tree.ts';
import { type Lowering, type Place, part, sourceOf, spanOf, unwrap } from './state.ts';
import { textOf, valueOf } from './values.ts';

/** Of an assignment to a name, an attribute or an item. */
export function lowerTextCopy(state: Lowering, node: Syntax, { left, right }: Record<'left' | 'right', Syntax>, at: Place, out: Node[]): void {
  const isAdded = node.type === 'augmented_assignment';
  if ((isAdded && part(node, 'operator')?.type !== '+=') || /^(integer|float|list|tuple)$/.test(unwrap(right).type)) return;
  const name = sourceOf(state, left);
  const isWhole = (each: Syntax): boolean => sourceOf(state, unwrap(each)) === name;
  const pieces = isAdded ? [left, right] : piecesOf(right);
  const added = pieces.filter((each) => !isWhole(each));
  // Twice of it doubles, which is soon done.
  if (added.length === 0 || pieces.length - added.length !== 1) return;
  const isAtEnd =
    left.type === 'identifier' && pieces.length === 2 && (isAdded || !isFormatted(right)) && pieces[0] !== undefined && isWhole(pieces[0]);
  const id = state.rebuilds.length;
  state.rebuilds.push({
    id,
    fn: at.fn,
    span: spanOf(node),
    text: textOf(state, node),
    place: valueOf(state, left, at),
    added: added.map((each) => valueOf(state, each, at)),
    how: isAtEnd ? 'text-end' : 'text',
    call: null,
    returned: false,
  });
  out.push({ kind: 'rebuild', id });
}

/** What `a + b + c` and `f"{a}{b}"` are put together from, in order; the plain parts of an f-string go as the string itself. */
function piecesOf(expression: Syntax): Syntax[] {
  const node = unwrap(expression);
  if (isFormatted(node)) return [...node.children.flatMap((each) => (each.type === 'interpolation' ? each.children.slice(0, 1) : [])), node];
  const [left, right] = [part(node, 'left'), part(node, 'right')];
  if (node.type !== 'binary_operator' || part(node, 'operator')?.type !== '+' || !left || !right) return [node];
  // Parentheses make a piece of their own: `text + (a + b)`.
  return [...(left.type === 'parenthesized_expression' ? [left] : piecesOf(left)), right];
}

function isFormatted(expression: Syntax): boolean {
  const node = unwrap(expression);
  return node.type === 'string' && node.children.some((each) => each.type === 'interpolation');
}
