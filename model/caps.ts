/** What stops a query after so many rows: `take: 20`, `.limit(20)`, `limit 20` in its text. */
import { argumentOf } from './arguments.ts';
import { callersOf } from './callers.ts';
import { infoOf } from './calls.ts';
import { earlierLinks, laterLinks, madeBy } from './chains.ts';
import type { Call, Extent, FileModel, Value } from './file.ts';
import { handedFor } from './handed-in.ts';
import type { Program } from './program.ts';
import { queriedRows } from './queried-rows.ts';
import { sqlOf } from './sql-text.ts';

/** `pool.query('select … limit 20')` */
export function sqlLimit(kind: string | undefined, call: Call): Extent | null {
  const given = call.args[0]?.value;
  const sql = given && kind === 'query' ? sqlOf(given) : '';
  const limit = /\blimit\s+(?:(\d+)|\$\d|\?|:\w+|%s|\$\{\w+\})[\s;`'")]*(?:offset\b[^()]*)?$/i.exec(sql);
  return limit ? page(limit[1] === undefined ? null : Number(limit[1]), limit[0].trim()) : null;
}

/** `redis.zrange('scores', 0, 9)`: positions that are counted from the front. */
export function rangeLimit({ member, args: [, from, to] }: Call): Extent | null {
  const [first, last] = [from?.value.literal, to?.value.literal];
  const isCounted = /^(l|z|zrev)range$/i.test(member ?? '') && typeof first === 'number' && typeof last === 'number' && last >= first && first >= 0;
  return isCounted ? page(last - first + 1, `${first} to ${last}`) : null;
}

/** `findMany({ take: 20 })`, `find().limit(20)`: a property of an argument, or a call of the chain, that goes by one of the names. */
export function cap(program: Program, file: FileModel, call: Call, names: readonly string[]): Extent | null {
  for (const argument of call.args) {
    const found = argument.value.properties.find((p) => names.includes(p.name));
    if (found) return page(mostOf(program, file, found.value), `${found.name}: ${found.value.text}`);
  }
  const isCap = (link: Call): boolean => link.member !== null && names.includes(link.member);
  const chain = [...laterLinks(program, file, call), call, ...earlierLinks(file, call)];
  const capping = chain.find(isCap) ?? setElsewhere(file, chain.at(-1) ?? call, isCap);
  const most = capping?.args[0]?.value;
  return capping ? page(most ? mostOf(program, file, most) : null, `${capping.member}`) : null;
}

/** By another statement on the variable that the chain begins with: `query.take(20); … query.getMany()`. */
function setElsewhere(file: FileModel, { callee: { root, path } }: Call, isCap: (link: Call) => boolean): Call | undefined {
  const builder = root.kind === 'binding' && path.length === 0 ? file.bindings[root.binding] : undefined;
  // A builder is made for one query; what lives longer or is handed in makes many.
  if (!builder || builder.fn === 0 || builder.param !== null) return undefined;
  const made = builder.init?.root.kind === 'call' ? file.calls[builder.init.root.call] : undefined;
  const asked = builder.uses.flatMap(({ call }) => (call === null ? [] : (file.calls[call] ?? [])));
  return [...(made ? [made, ...earlierLinks(file, made)] : []), ...asked.filter(({ callee }) => callee.root.kind === 'binding')].find(isCap);
}

/** What caps a query that was described elsewhere: in the call that begins the chain, or in what the query is run with. */
export function capOfQuery(program: Program, file: FileModel, call: Call): Extent | null {
  // `Person.query().limit(3)`
  const query = queriedRows(program, file, call)?.call;
  if (query) return cap(program, file, query, infoOf(program, file, query).row?.cappedBy ?? []);
  // `session.scalars(select(Person).limit(3)).all()`
  const run = [call, ...earlierLinks(file, call)].find((link) => link.args[0] && infoOf(program, file, link).row?.op?.kind === 'query');
  const described = run?.args[0] && madeBy(file, run.args[0].value);
  return described ? cap(program, file, described, ['limit']) : null;
}

function page(count: number | null, what: string): Extent {
  return { class: 'bounded', count, why: `\`${what}\``, from: 'page' };
}

/** The number that a value is, or the largest that anybody hands in: `limit=10` that no caller overrides. */
function mostOf(program: Program, file: FileModel, value: Value, depth = 0): number | null {
  if (typeof value.literal === 'number') return value.literal;
  const binding = value.root.kind === 'binding' && value.path.length === 0 ? file.bindings[value.root.binding] : undefined;
  if (!binding || depth > 3 || binding.uses.some((use) => use.kind === 'assign')) return null;
  const init = binding.init ? mostOf(program, file, binding.init, depth + 1) : null;
  const fn = file.functions[binding.fn];
  if (binding.param === null || !fn) return binding.kind === 'const' ? init : null;
  const given = callersOf(program, fn).map(({ file: from, call }) => {
    const handed = handedFor(call, fn, binding);
    if (handed) return mostOf(program, from, handed, depth + 1);
    return argumentOf(call, fn, binding.param ?? 0) ? null : init;
  });
  return given.length > 0 && given.every((most) => most !== null) ? Math.max(...given) : null;
}
