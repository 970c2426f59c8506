/**
 * Whether an expression means the same in each iteration of a loop: what it reads is neither the loop's own nor changed by it, and evaluating it does
 * nothing but look. What cannot be followed may be another each time.
 */
import { infoOf, operationOf } from './calls.ts';
import type { Binding, Call, FileModel, Loop, Value } from './file.ts';
import { standingAround } from './hot-path.ts';
import { isWithin, type Program } from './program.ts';
import { isRead, mayChange } from './reading.ts';
import { callsIn } from './settled.ts';
import type { Use } from './use.ts';
import { spanHolds } from './within.ts';
import { declarationOf } from './written-types.ts';

const DEEPEST = 4;

/** What an expression reads is listed as far as this; longer ones may read more. */
const LONGEST = 1500;

export function isSameEachTime(program: Program, file: FileModel, value: Value, loop: Loop, depth = 0): boolean {
  if (depth > DEEPEST || value.span.end - value.span.start > LONGEST) return false;
  const asks = { program, file, value, loop, depth };
  return (
    value.reads.every((id) => isSteady(asks, file.bindings[id])) &&
    fieldsIn(file, value).every((uses) => isLeftAlone(asks, uses) && isMadeOnce(file, uses)) &&
    callsIn(file, value).every((call) => onlyLooks(program, file, call))
  );
}

interface Asks {
  readonly program: Program;
  readonly file: FileModel;
  readonly value: Value;
  readonly loop: Loop;
  readonly depth: number;
}

/** Methods and functions of the languages that look at what they are given, and make something new of it. */
const LOOKS =
  /^(join|split|splitlines|trim|strip|rstrip|lstrip|lower|upper|toLowerCase|toUpperCase|slice|concat|flat|map|filter|flatMap|keys|values|entries|items|includes|has|indexOf|some|every|find|replace|replaceAll|startsWith|endsWith|startswith|endswith|casefold|escape|String|Number|Boolean|len|str|int|float|range|zip|enumerate|reversed|sorted|list|tuple|min|max|sum|any|all)$/;

function onlyLooks(program: Program, file: FileModel, call: Call): boolean {
  const { target, row } = infoOf(program, file, call);
  if (target) return false;
  if (row?.derives) return true;
  const op = operationOf(program, file, call);
  if (op && op.kind !== 'scan' && op.kind !== 'copy' && op.kind !== 'sort') return false;
  return op !== null || LOOKS.test(call.member ?? call.text);
}

function isSteady(asks: Asks, binding: Binding | undefined): boolean {
  const { program, file, value, loop, depth } = asks;
  if (!binding) return false;
  // Parameters of its own callbacks, names of its own comprehensions.
  if (spanHolds(value.span, binding.span)) return true;
  switch (binding.kind) {
    case 'function':
    case 'class':
    case 'enum':
    case 'type':
      return true;
    case 'global':
      return !CHANGING.test(binding.name);
    case 'import': {
      const declared = declarationOf(program, file, binding.id);
      const source = declared?.file.bindings[declared.binding];
      return isLeftAlone(asks, binding.uses) && (!source || source.kind === 'import' || !source.uses.some((use) => use.fn !== 0 && mayChange(use)));
    }
    default:
  }
  if (binding.elementOf !== null && isWithin(file, binding.elementOf, loop.id)) return false;
  if (binding.loop !== null && isWithin(file, binding.loop, loop.id)) {
    const isPlain =
      binding.init !== null && !binding.part && binding.assigned.length === 0 && binding.uses.every((use) => isRead(program, file, use));
    return isPlain && binding.init !== null && isSameEachTime(program, file, binding.init, loop, depth + 1);
  }
  return isLeftAlone(asks, binding.uses) && !isChangedByOthers(program, file, binding);
}

const CHANGING = /^(window|document|self|globalThis|global|process|location|navigator|event|globals|locals)$/;

/** Does nothing in the loop change it, or hand it to somebody who might? */
function isLeftAlone({ program, file, value, loop }: Asks, uses: readonly Use[]): boolean {
  return uses.every((use) => !use.loops.includes(loop.id) || spanHolds(value.span, use.span) || isRead(program, file, use));
}

/** Have: const add = (x) => seen.push(x); for (…) { … add(x); } */
function isChangedByOthers(program: Program, file: FileModel, binding: Binding): boolean {
  const home = standingAround(program, file, binding.fn);
  return binding.uses.some((use) => mayChange(use) && standingAround(program, file, use.fn) !== home);
}

/** Uses of the fields of its instance that an expression reads. */
function fieldsIn(file: FileModel, value: Value): readonly (readonly Use[])[] {
  return file.classes.flatMap(({ fields }) =>
    fields.filter(({ uses }) => uses.some((use) => spanHolds(value.span, use.span))).map(({ uses }) => uses),
  );
}

/** What methods change may change with each of their calls. */
function isMadeOnce(file: FileModel, uses: readonly Use[]): boolean {
  return uses.every((use) => !mayChange(use) || file.functions[use.fn]?.kind === 'constructor');
}
