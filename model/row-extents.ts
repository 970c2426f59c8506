/** How many rows a query may yield, as its table and its conditions tell. */
import { earlierLinks, laterLinks } from './chains.ts';
import { isOfEach, isTableOfKinds } from './few-names.ts';
import type { Call, Extent, FileModel, Value } from './file.ts';
import { numberOf } from './numbers.ts';
import { isOfOnePerson } from './of-one-person.ts';
import { isPagedSomewhere, isUnpagedUnlikeOthers, tableOf } from './paged-tables.ts';
import type { Program } from './program.ts';
import { sqlOf } from './sql-text.ts';
import { isAppend } from './use.ts';
import { isWholeChain, isWholeStatement, isWholeTable } from './whole-tables.ts';

/** `described`: what the library says that the call yields. */
export function rowsExtent(program: Program, file: FileModel, call: Call, described: Extent): Extent {
  const limit = stageOf(file, call, '$limit');
  const most = limit ? numberOf(program, file, limit) : null;
  if (limit && most !== null) return { class: 'bounded', count: most, why: `\`$limit: ${limit.text}\``, from: 'page' };
  const table = tableOf(program, file, call);
  if (table !== null && isTableOfKinds(table))
    return { class: 'table', count: null, why: 'kinds of things, of which a program has only so many', from: 'kinds' };
  if (isOfDistinct(program, file, call)) return { class: 'table', count: null, why: 'what a column has many times, once each', from: 'kinds' };
  if (isWholeTable(program, file, call) || isWholeChain(program, file, call) || isWholeStatement(call))
    return { class: 'table', count: null, why: 'all rows of a table', from: isUnpagedUnlikeOthers(program, table) ? 'unpaged' : 'all rows' };
  // The environments of a project are as likely three as thousands, unless somebody reads them page by page.
  return table !== null && !isGrouped(file, call) && !isOfOnePerson(program, file, call) && isPagedSomewhere(program, table)
    ? { class: 'table', count: null, why: 'rows of a query, of a table that is read page by page elsewhere', from: 'paged' }
    : described;
}

/** Have: select assigned_id, count(*) from leads group by assigned_id: as many as there are of those. */
function isGrouped(file: FileModel, call: Call): boolean {
  const [first] = call.args;
  return (
    stageOf(file, call, '$group') !== undefined ||
    (first !== undefined && first.value.root.kind !== 'function' && /\bgroup\s+by\b/i.test(sqlOf(first.value)))
  );
}

/** Of a pipeline of MongoDB: `20` of aggregate([{ $match: … }, { $limit: 20 }]) */
function stageOf(file: FileModel, { member, args: [first] }: Call, name: string): Value | undefined {
  const stages = member === 'aggregate' && first ? stagesOf(file, first.value) : [];
  return stages.flatMap(({ properties }) => properties).find((p) => p.name === name)?.value;
}

/** Have: const pipeline = [{ $match: … }]; pipeline.push({ $limit: 20 }); */
function stagesOf(file: FileModel, pipeline: Value): readonly Value[] {
  const binding = pipeline.root.kind === 'binding' && pipeline.path.length === 0 ? file.bindings[pipeline.root.binding] : undefined;
  if (!binding) return pipeline.elements;
  const added = binding.uses.flatMap((use) => (isAppend(use) && use.call !== null ? (file.calls[use.call]?.args ?? []) : []));
  return [...(binding.init?.elements ?? []), ...added.map(({ value }) => value)];
}

/** Have: Order.objects.values_list('source', flat=True).distinct(): as many as there are sources. */
function isOfDistinct(program: Program, file: FileModel, call: Call): boolean {
  const links = [...earlierLinks(file, call), call, ...laterLinks(program, file, call)];
  const picked = links.find(({ member }) => member === 'values_list' || member === 'values')?.args.map(({ value }) => value.literal) ?? [];
  const [only, ...others] = picked.filter((name) => typeof name === 'string');
  return only !== undefined && others.length === 0 && !isOfEach(only) && links.some(({ member }) => member === 'distinct');
}
