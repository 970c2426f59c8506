/** Whether what an expression makes is only asked afterwards, so that one would do for all who make it. */
import { operationOf } from './calls.ts';
import type { Binding, Call, FileModel, Span, Value } from './file.ts';
import type { Program } from './program.ts';
import { isRead } from './reading.ts';
import type { Use } from './use.ts';

export interface MadeHere {
  readonly span: Span;
  /** The call that makes it, if one does. */
  readonly call: Call | null;
}

/** Copies that are changed, kept or handed to others are each meant to be. To walk one costs as much as to make it. */
export function isOnlyAsked(program: Program, file: FileModel, { span, call }: MadeHere): boolean {
  const isIt = (value: Value | null): boolean =>
    value !== null &&
    ((call !== null && value.root.kind === 'call' && value.root.call === call.id) ||
      (value.span.start === span.start && value.span.end === span.end));
  // Have: state = deepcopy(base); states.append(state['owner']): an entry of a copy is a copy as well.
  const isCopy = call !== null && operationOf(program, file, call)?.kind === 'copy';
  const isAsked = (use: Use): boolean => isRead(program, file, use) || (!isCopy && use.path.length > 0 && /^(argument|escape)$/.test(use.kind));
  const isAskedOnly = ({ init, uses }: Binding): boolean =>
    (!isCopy && init?.path.at(-1) === '[]') || (uses.every(isAsked) && uses.some((use) => use.path.length > 0 || !/^(iterate|copy)$/.test(use.kind)));
  const holders = file.bindings.filter((b) => isIt(b.init) && b.param === null);
  if (holders.length > 0) return holders.every(isAskedOnly);
  const asks = file.calls.find((each) => each.member !== null && isIt(each.callee));
  if (!asks) return call?.result === 'tested';
  // Have: owners.map((owner) => owner.id).includes(id): a search, which nested-loop-lookup speaks of.
  const op = operationOf(program, file, asks);
  return op?.kind === 'scan' ? op.on?.kind !== 'list' : op === null && ASKS.test(asks.member ?? '');
}

const ASKS =
  /^(has|get|at|includes|test|exec|match|search|fullmatch|findall|finditer|sub|index|find|count|issuperset|issubset|isdisjoint|most_common)$/;
