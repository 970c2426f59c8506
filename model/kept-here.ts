/** Library calls that keep what they note of users in the memory of their process, because nobody told them of a store. */
import { infoOf } from './calls.ts';
import { collected } from './collected.ts';
import type { Call, FileModel, Value } from './file.ts';
import { option, optionsOf } from './given-options.ts';
import type { KeepsHere } from './knowledge.ts';
import type { Program } from './program.ts';
import { knowledgeSymbol, thingOf } from './things.ts';

export interface KeptHere {
  readonly call: Call;
  readonly what: KeepsHere['what'];
}

export function keptHereBy(program: Program, file: FileModel, call: Call): KeptHere | null {
  const keeps = keepsOf(program, file, call);
  if (!keeps || !isHere(file, call, keeps)) return null;
  if (keeps.setting !== undefined && isSetSomewhere(program, keeps.setting)) return null;
  return isAlternative(program, file, call, keeps) ? null : { call, what: keeps.what };
}

/** `session(options)`, and `app.register(session, options)`. */
function keepsOf(program: Program, file: FileModel, call: Call): KeepsHere | undefined {
  const plugin = call.member === 'register' ? call.args[0]?.value : undefined;
  const thing = plugin && thingOf(program, file, plugin);
  const symbol = thing && knowledgeSymbol(thing);
  return (symbol ? program.knowledge.row(symbol) : infoOf(program, file, call).row)?.keepsHere;
}

function isHere(file: FileModel, call: Call, { unless, position, only }: KeepsHere): boolean {
  if (position === null) return !call.args.some((a) => a.spread || unless.includes(a.name ?? '') || isElsewhere(a.value, unless));
  if (unless.length === 0 && !only) return true;
  const options = optionsOf(file, call, position);
  if (options === null) return false;
  if (options === 'none') return !only;
  return !unless.some((name) => option(options, name) !== null) && (!only || option(options, only.option)?.literal === only.value);
}

/** Without a name nobody tells what `Limiter(app, options)` is given. */
function isElsewhere({ root, properties }: Value, unless: readonly string[]): boolean {
  return root.kind === 'new-object' && properties.some((p) => unless.includes(p.name));
}

/** Have: const limiter = url ? new RateLimiterRedis({ …, insuranceLimiter: new RateLimiterMemory(…) }) : new RateLimiterMemory(…) */
function isAlternative(program: Program, file: FileModel, call: Call, keeps: KeepsHere): boolean {
  const { symbol } = infoOf(program, file, call);
  const library = symbol?.slice(0, symbol.indexOf('#'));
  return file.calls.some((other) => {
    if (other === call) return false;
    // Have: isTest ? new RateLimiterMemory(options) : new RateLimiterRedisV4(options), which the project made of the library's
    if (keeps.unless.length === 0 && other.isNew && call.isNew && other.text !== call.text && stemOf(other.text) === stemOf(call.text)) return true;
    const known = infoOf(program, file, other).symbol;
    if (!known?.startsWith(`${library}#`)) return false;
    const row = program.knowledge.row(known)?.keepsHere;
    return row ? !isHere(file, other, row) : keeps.unless.length === 0 && other.isNew;
  });
}

/** `RateLimiter` of `RateLimiterMemory` */
function stemOf(name: string): string {
  return /^([A-Z][a-z]+){2}/.exec(name)?.[0] ?? name;
}

/** `app.config['RATELIMIT_STORAGE_URI'] = …`, `class Config: RATELIMIT_STORAGE_URI = …` */
function isSetSomewhere(program: Program, setting: string): boolean {
  return (
    collected<{ readonly path: string }>(program, 'settings that are set', setting, (file) => {
      const name = new RegExp(`^['"]?${setting}['"]?$`);
      const isSet =
        file.bindings.some((b) => name.test(b.name) || b.uses.some((use) => use.key !== null && name.test(use.key.text))) ||
        file.classes.some(({ fields }) => fields.some((field) => name.test(field.name))) ||
        file.calls.some((call) => call.args.some((a) => name.test(a.name ?? '') || a.value.properties.some((p) => name.test(p.name))));
      return isSet ? new Map([[setting, [{ path: file.path }]]]) : new Map();
    }).length > 0
  );
}
