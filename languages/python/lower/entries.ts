/** What is put under names: `context['books'] = books`. */
import type { Syntax } from '../tree.ts';
import { type Lowering, type Place, part, resolveName, sourceOf } from './state.ts';
import { plainString } from './steps.ts';
import { valueOf } from './values.ts';

export function noteEntry(state: Lowering, target: Syntax, given: Syntax, at: Place): void {
  const holder = part(target, 'value');
  const key = part(target, 'subscript');
  const name = key && plainString(state, key);
  const binding = holder?.type === 'identifier' ? state.bindings[resolveName(state, sourceOf(state, holder), at.scope)] : undefined;
  if (binding && name !== null) binding.entries = [...binding.entries, { name, value: valueOf(state, given, at) }];
}
