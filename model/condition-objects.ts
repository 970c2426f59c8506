/** Conditions that are an object: `repository.findOneBy({ email })`, `prisma.user.findMany({ where: { email } })`, `users.find({ email })`. */
import { infoOf } from './calls.ts';
import { laterLinks } from './chains.ts';
import type { Call, FileModel, Value } from './file.ts';
import type { Program } from './program.ts';
import { thingOf } from './things.ts';

/** What a query is given as its conditions, whatever that is; null where it is none, or has none. */
export function conditionsGiven(program: Program, file: FileModel, call: Call): Value | null {
  const conditions = infoOf(program, file, call).row?.conditions;
  if (!conditions || conditions === 'key' || call.args.some((a) => a.spread)) return null;
  const [first, second] = call.args;
  const given = first && thingOf(program, file, first.value)?.kind === 'class' ? second : first;
  const named = call.args.find(({ name }) => name === 'filter');
  if (conditions === 'given') return (named ?? given)?.value ?? null;
  if (conditions === 'where') {
    // Have: User.update({ name }, { where: { id } })
    const options = call.args.map(({ value }) => value.properties.find(({ name }) => name === 'where'));
    return options.find((found) => found !== undefined)?.value ?? null;
  }
  const stages = given && settled(file, given.value);
  const stage = stages?.root.kind === 'new-list' ? stages.elements[0] : undefined;
  return stage?.properties.find(({ name }) => name === '$match')?.value ?? null;
}

/** An object that holds all its conditions itself: it spreads no other, and nobody adds any later. */
export function isClosed(value: Value): boolean {
  return value.root.kind === 'new-object' && value.path.length === 0 && value.extent.class === 'constant';
}

/** What a variable holds that is set once, and that nobody adds to. */
function settled(file: FileModel, value: Value): Value {
  const binding = value.root.kind === 'binding' && value.path.length === 0 ? file.bindings[value.root.binding] : undefined;
  if (!binding?.init || binding.param !== null || binding.assigned.length > 0 || binding.entries.length > 0) return value;
  // Whoever else is handed it may add to it.
  return binding.uses.length === 1 && binding.uses[0]?.path.length === 0 ? binding.init : value;
}

/** Combine what they hold; others compare a column with it. */
const COMBINES = /^(AND|OR|NOT|\$and|\$or|\$nor)$/;

/** Every name in it, of columns, relations and comparisons; null where some of it cannot be read. */
export function namesIn(file: FileModel, given: Value): readonly string[] | null {
  const value = settled(file, given);
  if (!isClosed(value)) return null;
  const all = value.properties.map(({ name, value: held }) => {
    const inner = namesUnder(file, held, COMBINES.test(name));
    return inner && [name, ...inner];
  });
  return all.length === value.extent.count && all.every((names) => names !== null) ? all.flat() : null;
}

function namesUnder(file: FileModel, given: Value, combines: boolean): readonly string[] | null {
  const value = settled(file, given);
  if (value.root.kind === 'new-object') return namesIn(file, value);
  if (value.root.kind !== 'new-list') return combines ? null : [];
  if (!combines) return [];
  const all = value.elements.map((element) => namesIn(file, element));
  return value.elements.length === value.extent.count && all.every((names) => names !== null) ? all.flat() : null;
}

/** What the conditions of joined tables name, which may tell those of the table itself: `include: [{ model: Line, where: { tenantId } }]`. */
export function namesOfJoined(call: Call): readonly string[] {
  const joined = call.args.flatMap(({ value }) => value.properties.filter(({ name }) => /^(include|join)$/.test(name)).map((p) => p.value));
  return joined.flatMap((value) => namesAnywhere(value, 0));
}

function namesAnywhere({ properties, elements }: Value, depth: number): string[] {
  if (depth > 8) return [];
  return [
    ...properties.map(({ name }) => name),
    ...[...properties.map((p) => p.value), ...elements].flatMap((each) => namesAnywhere(each, depth + 1)),
  ];
}

/** Links of a chain that may narrow a query further. */
const NARROWS = /^(where|\$where|and|or|nor|andWhere|orWhere|filter|find|match|merge|equals|in|scope|setOptions|elemMatch)$/;

export function isNarrowedLater(program: Program, file: FileModel, call: Call): boolean {
  return laterLinks(program, file, call).some(({ member }) => member !== null && NARROWS.test(member));
}
