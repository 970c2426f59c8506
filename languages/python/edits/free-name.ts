/** A name for what a fix makes, which means nothing else wherever it will be seen. */
import { refuse } from '../../outcome.ts';
import { builtinCall, frameOf, nodesIn, textOf, type View } from '../proofs/view.ts';
import type { Syntax } from '../tree.ts';

/** Nothing reaches the names of a function or module without saying them. */
export function isUnseen(view: View, frame: Syntax): void {
  for (const call of nodesIn(frame)) {
    const name = (call.type === 'call' ? builtinCall(view, call) : null) ?? '';
    const isBare = /^(locals|vars|dir)$/.test(name) && textOf(view, call).endsWith('()') && (frame.type !== 'module' || frameOf(call) === frame);
    const isAny = /^(eval|exec)$/.test(name) || (name === 'globals' && frame.type === 'module');
    if (isBare || isAny) refuse(`\`${name}\` sees every name of the ${frame.type === 'module' ? 'module' : 'function'}`);
  }
}

/** `wanted`, or `wanted2`, … `frame`: the function or module that will bind it. */
export function freeName(view: View, wanted: string, frame: Syntax, taken: readonly string[] = []): string {
  isUnseen(view, frame);
  const used = new Set(taken);
  for (const node of view.names.all.keys()) if (node.start >= frame.start && node.end <= frame.end) used.add(textOf(view, node));
  for (const node of nodesIn(frame)) {
    if (/^(global|nonlocal)_statement$/.test(node.type)) for (const child of node.children) used.add(textOf(view, child));
  }
  if (!used.has(wanted)) return wanted;
  let number = 2;
  while (used.has(`${wanted}${number}`)) number++;
  return `${wanted}${number}`;
}

/** `self._banned_ids` => `banned_ids`: what the new name says of the list. A constant of the module stays one. */
export function stemOf(text: string, frame: Syntax): string {
  const last = /([A-Za-z_]\w*)\W*$/.exec(text)?.[1] ?? 'values';
  const bare = last.replace(/^_+|_+$/g, '') || 'values';
  // What is private to the module stays so, and no name begins with a digit.
  const stem = (frame.type === 'module' && last.startsWith('_')) || /^\d/.test(bare) ? `_${bare}` : bare;
  return frame.type === 'module' && isConstant(stem) ? stem : snake(stem);
}

/** `userId` => `user_id`, `userIDs` => `user_ids` */
export function snake(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/([A-Z]+)([A-Z](?!s(?![a-z]))[a-z])/g, '$1_$2')
    .replace(/([A-Z]s)(?=[A-Z])/g, '$1_')
    .toLowerCase();
}

/** `banned` => `banned_set`, `BANNED` => `BANNED_SET` */
export function suffixed(stem: string, suffix: string): string {
  return `${stem}_${isConstant(stem) ? suffix.toUpperCase() : suffix}`;
}

function isConstant(name: string): boolean {
  return /^[A-Z0-9_]{2,}$/.test(name) && /[A-Z]/.test(name);
}

/** `UserProfile` => `user_profiles`: what a list of such rows is called. */
export function pluralOf(name: string): string {
  const one = snake(name.split('.').pop() ?? name).replace(/^_+/, '');
  if (/[^aeiou]y$/.test(one)) return `${one.slice(0, -1)}ies`;
  return /(s|x|z|ch|sh)$/.test(one) ? `${one}es` : `${one}s`;
}
