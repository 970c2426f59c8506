/** Is a name of Python itself still Python's own where a fix writes it? */
import { assume, type Ledger, prove, refuse } from '../../outcome.ts';
import type { Syntax } from '../tree.ts';
import type { View } from './view.ts';

/** Nothing around hides `set`. */
export function isPythonsOwn(view: View, ledger: Ledger, builtin: string, at: Syntax): void {
  if (view.names.lookup(builtin, at) !== null) refuse(`\`${builtin}\` is not Python's own here`);
  if (view.names.hasWildcard) assume(ledger, `\`${builtin}\` is Python's own`);
  else prove(ledger, `\`${builtin}\` is Python's own`);
}
