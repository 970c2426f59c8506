/** The step that a subscript takes: `row['name']` goes by its name, every other index by `[]`. */
import type { Syntax } from '../tree.ts';
import { type Lowering, part, sourceOf } from './state.ts';

export function stepOf(state: Lowering, subscript: Syntax): string {
  const index = part(subscript, 'subscript');
  return (index && plainString(state, index)) ?? '[]';
}

/** The text of a string literal without expressions in it; escapes are left as written. */
export function plainString(state: Lowering, node: Syntax): string | null {
  if (node.type === 'concatenated_string') {
    const all = node.children.map((c) => plainString(state, c));
    return all.every((t) => t !== null) ? all.join('') : null;
  }
  if (node.type !== 'string' || node.children.some((c) => c.type === 'interpolation')) return null;
  return /^[a-zA-Z]*("""|'''|"|')([\s\S]*)\1$/.exec(sourceOf(state, node))?.[2] ?? null;
}

/** What stands between the expressions of a text: `['SELECT … WHERE id = ', '']` of `f"SELECT … WHERE id = {id}"`. */
export function piecesOf(state: Lowering, node: Syntax): string[] {
  if (node.type === 'concatenated_string') {
    return node.children.reduce<string[]>((pieces, child) => {
      const [first = '', ...others] = piecesOf(state, child);
      return [...pieces.slice(0, -1), `${pieces.at(-1) ?? ''}${first}`, ...others];
    }, []);
  }
  const holes = node.children.filter((child) => child.type === 'interpolation');
  const whole = plainString(state, node);
  if (whole !== null) return [whole];
  const pieces: string[] = [];
  let from = node.start;
  for (const hole of holes) {
    pieces.push(state.text.slice(from, hole.start));
    from = hole.end;
  }
  pieces.push(state.text.slice(from, node.end));
  const quotes = /^[a-zA-Z]*("""|'''|"|')/.exec(pieces[0] ?? '')?.[0] ?? '';
  const closing = quotes.replace(/^[a-zA-Z]*/, '').length;
  return pieces.map((piece, i) => piece.slice(i === 0 ? quotes.length : 0, i === pieces.length - 1 ? piece.length - closing : undefined));
}
