/**
 * What a parameter holds because of who hands it in: the socket of `io.on('connection', (socket) => …)`, the compiler of a plugin's
 * `apply(compiler)`, whatever all callers of a function pass. Only registrations are asked about; everything else follows declared types.
 */
import { argumentOf } from './arguments.ts';
import { infoOf } from './calls.ts';
import { handedByHook } from './entry-hooks.ts';
import type { Binding, Call, FileModel, Value } from './file.ts';
import { mentionedIn, namedCalls, ownCalls } from './handed-in.ts';
import type { KnowledgeRow } from './knowledge.ts';
import { type FnRef, memo, type Program } from './program.ts';
import { knowledgeSymbol, memberOf, type Thing, thingOf } from './things.ts';

/** What the knowledge tables say of a call, also where its receiver was handed in. */
export function registration(program: Program, file: FileModel, call: Call): KnowledgeRow | null {
  const { row, target } = infoOf(program, file, call);
  if (row || target) return row;
  if (call.member === null || !program.knowledge.members.has(call.member)) return null;
  return memo<Call, KnowledgeRow | null>(program, 'registration', call, null, () => rowBehind(program, file, call, 0));
}

function rowBehind(program: Program, file: FileModel, call: Call, depth: number): KnowledgeRow | null {
  const receiver = held(program, file, call.callee, depth);
  const callee = receiver && call.member !== null ? memberOf(program, receiver, call.member) : receiver;
  const symbol = callee && knowledgeSymbol(callee);
  return symbol ? program.knowledge.row(symbol) : null;
}

function held(program: Program, file: FileModel, value: Value, depth: number): Thing | null {
  if (depth > 5) return null;
  const known = thingOf(program, file, value);
  if (known) return known;
  let thing: Thing | null = null;
  if (value.root.kind === 'binding') {
    const binding = file.bindings[value.root.binding];
    if (binding && binding.param !== null) thing = ofParameter(program, file, binding, depth + 1);
    // `const { hooks } = compiler`
    else if (binding?.kind === 'const' && binding.init) thing = held(program, file, binding.init, depth + 1);
  } else if (value.root.kind === 'call') {
    const call = file.calls[value.root.call];
    const returns = call && rowBehind(program, file, call, depth + 1)?.returns;
    if (call && returns) thing = returns === 'self' ? held(program, file, call.callee, depth + 1) : { kind: 'instance', type: returns, path: [] };
  }
  for (const step of value.path) thing = thing && memberOf(program, thing, step);
  return thing;
}

function ofParameter(program: Program, file: FileModel, binding: Binding, depth: number): Thing | null {
  const fn = file.functions[binding.fn];
  if (!fn || binding.part || binding.param === null) return null;
  const call = fn.passedTo ? file.calls[fn.passedTo.call] : undefined;
  const row = call ? (infoOf(program, file, call).row ?? rowBehind(program, file, call, depth)) : null;
  const types = row?.hands ?? handedByHook(program, file, fn) ?? handedByName(program, { file, fn });
  const type = types?.[binding.param];
  if (type && type !== 'self') return { kind: 'instance', type, path: [] };
  return call ? null : ofCallers(program, { file, fn }, binding.param, depth);
}

/** Named functions that somebody registers: `io.on('connection', chat)`. */
function handedByName(program: Program, ref: FnRef): KnowledgeRow['hands'] {
  for (const { file, call } of mentionedIn(program, ref)) {
    const { hands } = infoOf(program, file, call).row ?? {};
    if (hands) return hands;
  }
  return undefined;
}

/** What all callers pass, if that is one and the same. */
function ofCallers(program: Program, ref: FnRef, param: number, depth: number): Thing | null {
  let found: Thing | null = null;
  for (const { file, call } of [...namedCalls(program, ref), ...ownCalls(ref)]) {
    const argument = argumentOf(call, ref.fn, param);
    const thing = argument && !argument.spread ? held(program, file, argument.value, depth) : null;
    if (thing?.kind !== 'instance' || (found && knowledgeSymbol(found) !== knowledgeSymbol(thing))) return null;
    found = thing;
  }
  return found;
}
