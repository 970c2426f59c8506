/** What leaves a thing as it is: uses that only look at it. Whoever is handed it is looked into; who cannot be looked into may change it. */
import { argumentOf } from './arguments.ts';
import { infoOf } from './calls.ts';
import type { FileModel } from './file.ts';
import type { FnRef, Program } from './program.ts';
import type { Use } from './use.ts';

const DEEPEST = 3;

/** Methods of lists, maps, sets and texts that leave them alone, beside those that uses are sorted by. */
const LOOKS =
  /^(has|get|includes|test|exec|match|search|fullmatch|finditer|findall|format|formatToParts|compare|resolvedOptions|entries|most_common|elements|total|items|replace|replaceAll|startsWith|endsWith|charAt|charCodeAt|startswith|endswith|split|trim|strip|at|sub)$/;

export function isRead(program: Program, file: FileModel, use: Use, depth = 0): boolean {
  switch (use.kind) {
    case 'test':
    case 'search':
    case 'iterate':
    case 'length':
    case 'read':
    case 'copy':
      return true;
    case 'call':
      return use.method === null || LOOKS.test(use.method);
    case 'argument':
      return isReadByCallee(program, file, use, depth);
    default:
      return false;
  }
}

/** Changes the place itself, as far as the mention alone shows. */
export function mayChange({ kind }: Use): boolean {
  return kind === 'assign' || kind === 'grow' || kind === 'shrink' || kind === 'reorder' || kind === 'property';
}

function isReadByCallee(program: Program, file: FileModel, use: Use, depth: number): boolean {
  const call = use.call === null ? undefined : file.calls[use.call];
  if (!call) return false;
  const { target, row } = infoOf(program, file, call);
  if (!target) return row?.derives !== undefined || row?.op?.kind === 'scan' || row?.op?.kind === 'copy';
  const at = target.fn.params.findIndex((_, i) => argumentOf(call, target.fn, i)?.value.span.start === use.span.start);
  return at >= 0 && depth < DEEPEST && leavesParameter(program, target, at, depth + 1);
}

/** Does a function only look at what it is handed there? */
export function leavesParameter(program: Program, { file, fn }: FnRef, param: number, depth = 0): boolean {
  const id = fn.params[param]?.binding;
  const binding = id === undefined || id === null ? undefined : file.bindings[id];
  return binding?.uses.every((use) => isRead(program, file, use, depth)) ?? false;
}
