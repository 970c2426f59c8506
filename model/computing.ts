/** Functions that do nothing but compute in the interpreter, which runs one thread at a time: they wait for nobody, and let nobody in. */
import { infoOf } from './calls.ts';
import { extentOf, isSmall } from './extents.ts';
import type { Call, FileModel, Fn, Loop, Value } from './file.ts';
import type { TraceStep } from './finding.ts';
import { importsLibrary } from './modules.ts';
import { type FnRef, isInside, memo, type Program } from './program.ts';
import { thingOf } from './things.ts';
import { walk } from './walk.ts';

/** What takes long in a function that only computes: a loop or a recursion, and the calls that lead to it. Null where anything else happens, or may. */
export function longComputing(program: Program, ref: FnRef): readonly TraceStep[] | null {
  return !ref.fn.generator && onlyComputes(program, ref, new Set()) ? worksLong(program, ref, new Set()) : null;
}

/** Whatever it calls is known, and so is whatever that calls. */
function onlyComputes(program: Program, ref: FnRef, above: Set<Fn>): boolean {
  if (above.has(ref.fn)) return true;
  if (ref.fn.async || program.knowledge.native.some((library) => importsLibrary(ref.file, library))) return false;
  above.add(ref.fn);
  return callsIn(program, ref).every((call) => isInterpreted(program, ref.file, call, (target) => onlyComputes(program, target, above)));
}

/** Does a call wait for nobody, as far as anybody can tell? What libraries compute outside of the interpreter counts as well. */
export function onlyComputing(program: Program, file: FileModel, call: Call, above = new Set<Fn>()): boolean {
  const { row, symbol } = infoOf(program, file, call);
  if (symbol !== null && program.knowledge.native.includes(symbol.slice(0, symbol.indexOf('#'))))
    return row?.op === undefined || row.op.kind === 'copy';
  return isInterpreted(program, file, call, (target) => {
    if (above.has(target.fn)) return true;
    above.add(target.fn);
    return !target.fn.async && callsIn(program, target).every((inner) => onlyComputing(program, target.file, inner, above));
  });
}

function isInterpreted(program: Program, file: FileModel, call: Call, computes: (target: FnRef) => boolean): boolean {
  const { target, row, symbol } = infoOf(program, file, call);
  if (target) return computes(target);
  if (row?.op && row.op.kind !== 'compute' && row.op.kind !== 'copy') return false;
  if (symbol !== null) return program.knowledge.isInterpreted(symbol);
  return isOfBuiltIn(file, call) || thingOf(program, file, call.callee)?.kind === 'class';
}

function callsIn(program: Program, { file, fn }: FnRef): readonly Call[] {
  return memo<Fn, readonly Call[]>(program, 'calls within', fn, [], () => file.calls.filter((call) => isInside(file, call.fn, fn.id)));
}

/** Members that lists, sets, dictionaries and texts have, and little else. */
const OF_BUILT_IN =
  /^(__contains__|append|extend|appendleft|popleft|setdefault|items|keys|values|sort|reverse|discard|union|intersection|difference|issubset|issuperset|split|rsplit|splitlines|partition|rpartition|strip|lstrip|rstrip|lower|upper|title|casefold|capitalize|startswith|endswith|removeprefix|removesuffix|isdigit|isalpha|isalnum|isnumeric|isspace|isupper|islower|zfill|ljust|rjust|bit_length|most_common)$/;

/** `count` and `update` are what a database does as well: there the kind has to tell. */
const OF_KIND = /^(get|pop|add|remove|insert|clear|copy|count|index|find|rfind|update|replace|join|format|encode|decode|translate)$/;

function isOfBuiltIn(file: FileModel, { member, callee }: Call): boolean {
  if (member === null) return false;
  return OF_BUILT_IN.test(member) || (OF_KIND.test(member) && isBuiltIn(file, callee));
}

function isBuiltIn(file: FileModel, value: Value): boolean {
  if (/^(list|set|map|string|primitive)$/.test(value.kind) || value.root.kind === 'literal') return true;
  const binding = value.root.kind === 'binding' && value.path.length === 0 ? file.bindings[value.root.binding] : undefined;
  return /^(str|bytes|bytearray|list|dict|set|frozenset|List|Dict|Set|\[\])$/.test(binding?.type?.name ?? '');
}

function worksLong(program: Program, ref: FnRef, above: Set<Fn>): readonly TraceStep[] | null {
  if (above.has(ref.fn)) return null;
  above.add(ref.fn);
  const { file, fn } = ref;
  let found: readonly TraceStep[] | null = null;
  walk(program, file, fn, {
    loop(loop) {
      if (isLong(program, file, loop)) found ??= [{ file: file.path, span: loop.head, message: loop.over ? `walks \`${loop.over.text}\`` : 'loops' }];
    },
    call(call) {
      if (found) return;
      const { target, row } = infoOf(program, file, call);
      const step = (message: string): TraceStep => ({ file: file.path, span: call.span, message });
      if (row?.op?.kind === 'compute') found = [step(`\`${call.text}\` computes`)];
      else if (target?.fn === fn) found = [step(`\`${fn.name}\` calls itself`)];
      else if (target) {
        const below = worksLong(program, target, above);
        if (below) found = [step(`calls \`${target.fn.name}\``), ...below];
      }
    },
  });
  return found;
}

/** Steps that nobody notices. */
const FEW = 1000;

function isLong(program: Program, file: FileModel, { over, test }: Loop): boolean {
  if (!over) return test !== null;
  const extent = extentOf(program, file, over);
  return !isSmall(extent) || (extent.count ?? 0) > FEW;
}
