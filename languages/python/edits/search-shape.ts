/** What a search asks: which list, which key, and in which words the answer is used. */
import type { Span } from '../../../model/file.ts';
import type { Edit } from '../../../model/finding.ts';
import { refuse } from '../../outcome.ts';
import { part, unwrap } from '../lower/state.ts';
import { argumentsOf, isInside, nodeAt, nodesIn, replace, textOf, type View } from '../proofs/view.ts';
import type { Syntax } from '../tree.ts';

export interface Search {
  /** `test`: `x in xs`; `position`: `xs.index(x)`; `count`: `xs.count(x)`. */
  readonly asks: 'test' | 'position' | 'count';
  /** The comparison or the call. */
  readonly node: Syntax;
  /** The list as written, parentheses included. */
  readonly written: Syntax;
  readonly list: Syntax;
  readonly key: Syntax;
}

export function searchAt(view: View, span: Span): Search {
  const call = nodeAt(view, span, /^call$/);
  if (call) return callSearch(view, call);
  for (const node of nodesIn(view.root)) {
    if (node.type !== 'comparison_operator' || !isInside(span, node)) continue;
    const found = testsIn(node).find((test) => test.key.start === span.start && test.written.end === span.end);
    if (found) return found;
  }
  return refuse('the search is not where it was');
}

/** Have: `a < x in xs`: an `in` of a chain asks the list behind it, which must not be compared with what follows. */
export function testsIn(comparison: Syntax): Search[] {
  return comparison.children.flatMap((operator, at): Search[] => {
    const [key, written] = [comparison.children[at - 1], comparison.children[at + 1]];
    if (operator.field !== 'operators' || !/^(in|not in)$/.test(operator.type) || !key || !written || comparison.children[at + 2]) return [];
    return [{ asks: 'test', node: comparison, written, list: unwrap(written), key }];
  });
}

function callSearch(view: View, call: Syntax): Search {
  const callee = part(call, 'function');
  const written = callee?.type === 'attribute' ? part(callee, 'object') : null;
  const method = callee?.type === 'attribute' ? part(callee, 'attribute') : null;
  const given = argumentsOf(call) ?? [];
  const [key] = given;
  const name = method ? textOf(view, method) : '';
  if (!written || !key || given.length !== 1 || !/^(index|count)$/.test(name)) refuse('the search is no plain question');
  if (part(call, 'arguments')?.children.length !== 1 || key.type === 'generator_expression') refuse('the search is no plain question');
  return { asks: name === 'index' ? 'position' : 'count', node: call, written, list: unwrap(written), key };
}

/** The edits that let a search ask `name` instead. */
export function askInstead(view: View, search: Search, name: string): Edit[] {
  const { node, key, written, list } = search;
  if (search.asks !== 'test') {
    // Have: `xs.index(x,)`: a comma behind the key would make it a tuple.
    return [replace(view, node.start, key.start, `${name}[`), replace(view, key.end, node.end, ']')];
  }
  // Have: `x in(xs)and y`: the parentheses keep the words apart.
  const touches = /\w/.test(view.text[written.start - 1] ?? '') || /\w/.test(view.text[written.end] ?? '');
  const at = touches && list !== written ? list : written;
  return [replace(view, at.start, at.end, name)];
}
