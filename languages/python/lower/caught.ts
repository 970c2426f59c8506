/** What a `try` around a call says of it: who catches `Book.DoesNotExist` asks a database, whatever the receiver is. */
import type { DeclaredCallee } from '../../../model/declared-callee.ts';
import type { Syntax } from '../tree.ts';
import { type Lowering, part, sourceOf } from './state.ts';

/** Have: try: found = page.get_sections().get(slot=slot) … except Section.DoesNotExist: … A dictionary's `get` takes no keywords. */
export function toldByHandler(state: Lowering, call: Syntax, member: string | null): DeclaredCallee | null {
  const given = part(call, 'arguments');
  if (member !== 'get' || given?.type !== 'argument_list' || given.children.length === 0) return null;
  if (!given.children.every((each) => each.type === 'keyword_argument')) return null;
  for (let at: Syntax | null = call; at?.parent; at = at.parent) {
    if (at.type === 'function_definition' || at.type === 'lambda') return null;
    if (at.type !== 'block' || at.parent.type !== 'try_statement' || at.field !== 'body') continue;
    const handlers = at.parent.children.filter((each) => each.type === 'except_clause').map((each) => each.children[0]);
    const caught = handlers.map((each) => (each && each.type !== 'block' ? sourceOf(state, each) : '')).join(' ');
    if (/\b(\w+\.DoesNotExist|ObjectDoesNotExist)\b/.test(caught))
      return { module: 'py:django', type: 'db.models.QuerySet', member, file: null, start: 0 };
  }
  return null;
}
