/**
 * What is held while a call runs, and others may have to wait for: a transaction of the database, or a lock. Held by the function that a closure is handed to,
 * by Python's `with`, by a decorator, or from one call to another.
 */
import { infoOf } from './calls.ts';
import type { Call, FileModel, Fn, Span, Value } from './file.ts';
import { heldBetween } from './held-between.ts';
import { type FnRef, memo, type Program } from './program.ts';
import { knowledgeSymbol, thingOf } from './things.ts';
import { type Place, walk } from './walk.ts';
import { spanHolds } from './within.ts';

export interface Held {
  readonly what: 'transaction' | 'lock';
  /** Where it is taken. */
  readonly at: Span;
  readonly text: string;
  /** What runs meanwhile. */
  readonly while: Span;
  /** Which lock it is; null for a transaction. */
  readonly lock: Value | null;
}

/** Innermost first; the call is walked as part of the function. */
export function heldAt(program: Program, { file, fn: walked }: FnRef, call: Call, place: Place): Held | null {
  for (let fn: Fn | undefined = place.fn; fn; fn = fn === walked || fn.parent === null ? undefined : file.functions[fn.parent]) {
    const given = fn.passedTo ? file.calls[fn.passedTo.call] : undefined;
    // Have: transaction.afterCommit(() => notify(order))
    if (given && fn !== walked && AFTERWARDS.test(given.text)) return null;
    const held =
      withAround(program, file, fn, call) ??
      heldBetween(program, file, fn, call, place) ??
      decorating(program, file, fn) ??
      (given && fn !== walked ? heldFor(program, file, given, fn) : null);
    if (held) return held;
  }
  return null;
}

const AFTERWARDS = /commit/i;

/** Have: with transaction.atomic(): …, with self._lock: … */
function withAround(program: Program, file: FileModel, fn: Fn, call: Call): Held | null {
  const around = file.withs.filter((each) => each.fn === fn.id && spanHolds(each.span, call.span));
  for (const { value, span } of around.reverse()) {
    const { root, path } = value;
    const taken = root.kind === 'call' && path.length === 0 ? file.calls[root.call] : undefined;
    const held = { at: value.span, text: value.text, while: span };
    if (taken && infoOf(program, file, taken).row?.holds === 'transaction') return { ...held, what: 'transaction', lock: null };
    if (!taken && holdsBy(program, file, value) === 'lock') return { ...held, what: 'lock', lock: value };
  }
  return null;
}

/** Have: @transaction.atomic, @Transactional() */
function decorating(program: Program, file: FileModel, fn: Fn): Held | null {
  const decorator = fn.decorators.find(({ callee }) => holdsBy(program, file, callee) === 'transaction');
  return decorator ? { what: 'transaction', at: decorator.callee.span, text: `@${decorator.name}`, while: fn.span, lock: null } : null;
}

function holdsBy(program: Program, file: FileModel, value: Value): 'transaction' | 'lock' | 'lock of key' | undefined {
  const thing = thingOf(program, file, value);
  return program.knowledge.row((thing && knowledgeSymbol(thing)) ?? '')?.holds;
}

/** Have: prisma.$transaction(async (tx) => …), mutex.runExclusive(async () => …) */
function heldFor(program: Program, file: FileModel, given: Call, closure: Fn): Held | null {
  const { row, target } = infoOf(program, file, given);
  const held = { at: given.nameSpan, text: given.text, while: closure.span };
  const at = closure.passedTo?.arg ?? 0;
  if (row?.holds === 'transaction' || (target && runsInTransaction(program, target, at))) return { ...held, what: 'transaction', lock: null };
  if (row?.holds === 'lock') return { ...held, what: 'lock', lock: given.callee };
  // `locks.acquire(order.id, …)` is one of many locks.
  const isOfAll = row?.holds === 'lock of key' && typeof given.args[0]?.value.literal === 'string';
  return isOfAll ? { ...held, what: 'lock', lock: given.callee } : null;
}

/** Does a function run what it is handed inside of a transaction? Have: function inTransaction(work) { return prisma.$transaction((tx) => work(tx)); } */
function runsInTransaction(program: Program, ref: FnRef, param: number): boolean {
  return parametersInTransaction(program, ref).has(param);
}

function parametersInTransaction(program: Program, ref: FnRef): ReadonlySet<number> {
  return memo<Fn, ReadonlySet<number>>(program, 'run in transaction', ref.fn, new Set(), () => {
    const { file, fn } = ref;
    const found = new Set<number>();
    const parameterOf = ({ root, path }: Value): number | null => {
      const binding = root.kind === 'binding' && path.length === 0 ? file.bindings[root.binding] : undefined;
      return binding && binding.fn === fn.id && !binding.part ? binding.param : null;
    };
    walk(program, file, fn, {
      call(call, place) {
        const run = call.member === null ? parameterOf(call.callee) : null;
        if (run !== null && heldAt(program, ref, call, place)?.what === 'transaction') found.add(run);
        for (const [at, { value }] of call.args.entries()) {
          const handed = parameterOf(value);
          if (handed === null) continue;
          const { row, target } = infoOf(program, file, call);
          if (row?.holds === 'transaction' || (target && runsInTransaction(program, target, at))) found.add(handed);
        }
      },
    });
    return found;
  });
}
