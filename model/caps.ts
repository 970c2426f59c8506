/** What stops a query after so many rows: `take: 20`, `.limit(20)`, `limit 20` in its text. */
import { infoOf } from './calls.ts';
import { earlierLinks, laterLinks, madeBy } from './chains.ts';
import type { Call, Extent, FileModel, Value } from './file.ts';
import { handedFor } from './handed-in.ts';
import { numberOf } from './numbers.ts';
import { pagerOf } from './pagers.ts';
import type { FnRef, Program } from './program.ts';
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
    if (found) return page(numberOf(program, file, found.value), `${found.name}: ${found.value.text}`);
  }
  const isCap = (link: Call): boolean => link.member !== null && names.includes(link.member);
  const chain = [...laterLinks(program, file, call), call, ...earlierLinks(file, call)];
  const capping = chain.find(isCap) ?? setElsewhere(file, chain.at(-1) ?? call, isCap);
  const most = capping?.args[0]?.value;
  return capping ? page(most ? numberOf(program, file, most) : null, `${capping.member}`) : null;
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

/** `Paginator(books, 25).page(number)`: one page of so many. */
export function capOfPage(program: Program, file: FileModel, call: Call): Extent | null {
  const size = pagerOf(program, file, call)?.args[1]?.value;
  const most = size ? numberOf(program, file, size) : null;
  return size && most !== null ? page(most, `pages of ${size.text}`) : null;
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

/** What a function of the project is told to stop after by this call of it: `newest(shop, 6)`, where it says `.limit(limit)`. */
export function capHanded(program: Program, file: FileModel, call: Call, target: FnRef): Extent | null {
  const limits = target.file.calls.filter((each) => each.fn === target.fn.id).flatMap((each) => limitsOf(each));
  const handed = limits.flatMap(({ root, path }) => {
    const binding = root.kind === 'binding' && path.length === 0 ? target.file.bindings[root.binding] : undefined;
    return binding?.fn === target.fn.id && binding.param !== null ? [handedFor(call, target.fn, binding)] : [];
  });
  const numbers = handed.map((value) => value && numberOf(program, file, value));
  const [first] = handed;
  const most = numbers.every((each) => each !== null) ? Math.max(...numbers) : null;
  return first && most !== null ? page(most, first.text) : null;
}

function limitsOf({ member, args }: Call): Value[] {
  const given = args.flatMap(({ value }) => value.properties.filter((p) => LIMITS.test(p.name)).map((p) => p.value));
  return LIMITS.test(member ?? '') && args[0] ? [args[0].value, ...given] : given;
}

const LIMITS = /^\$?(limit|take|top)$/;
