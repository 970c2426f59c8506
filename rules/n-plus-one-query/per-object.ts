/** A field of a GraphQL type that queries: no loop in sight, for the executor is the loop. It calls the resolver once per object of an answer. */
import { type Entry, entryOf } from '../../model/entries.ts';
import type { FileModel, Fn } from '../../model/file.ts';
import type { Finding } from '../../model/finding.ts';
import type { FnRef, Program } from '../../model/program.ts';
import { relationAsked } from '../../model/rows.ts';
import { type Effect, summaryOf } from '../../model/summaries.ts';
import { callText, doubtText, NOT_LISTED } from '../../model/wording.ts';

/** Have: @ResolveField() author(@Parent() post: Post) { return this.users.findOneBy({ id: post.authorId }); } */
export function* perObject(program: Program, ref: FnRef): Iterable<Finding> {
  const { file, fn } = ref;
  const entry = fn.params.length > 0 || fn.class !== null ? entryOf(program, fn) : null;
  if (!entry || entry.object === null) return;
  for (const effect of summaryOf(program, ref).effects) {
    const [first] = effect.trace;
    const call = file.calls.find((c) => c.span.start === first?.span.start && c.span.end === first.span.end);
    if (!call || !effect.keys.has(entry.object) || !isLookup(effect) || hangsOnArguments(fn, entry.object, effect)) continue;
    // A loop of its own repeats it already; and what goes out at the same time goes out as one.
    if (call.loops.length > 0 || (effect.op.library && program.knowledge.merges(effect.op.library, effect.op.form))) continue;
    // What may have been loaded with the object is the business of lazy-relation-in-loop.
    if (effect.call && file.language === 'python' && relationAsked(program, effect.file, effect.call)) continue;
    const type = fn.params[entry.object]?.type?.name ?? null;
    const per = objectName(file, fn, entry.object, type);
    yield {
      rule: 'n-plus-one-query',
      file: file.path,
      span: call.span,
      severity: 'info',
      message: `${callText(call)} ${effect.kind === 'request' ? 'sends one request' : 'queries the database'} once per ${per} in an answer: ${reasonOf(entry)}`,
      growth: null,
      evidence: [`runs per ${per}: ${entry.label}`, ...doubtText(NOT_LISTED)],
      trace: [{ file: file.path, span: fn.nameSpan, message: entry.label }, ...effect.trace],
      fix: null,
    };
    return;
  }
}

function reasonOf(entry: Entry): string {
  return entry.kind === 'resolver'
    ? 'GraphQL resolves the field for each. Load them together, with a DataLoader.'
    : 'each is serialized by itself. Load them with the rows, for all at once.';
}

/** A page or a selection of its own for each object: no loader asks for those at once. */
function hangsOnArguments(fn: Fn, object: number, { keys }: Effect): boolean {
  const isArguments = (param: number): boolean => fn.params[param]?.decorators.some((d) => /^Args?$/.test(d.name)) ?? false;
  const isDecorated = fn.params.some((p) => p.decorators.length > 0);
  return [...keys].some((param) => (isDecorated ? isArguments(param) : param === object + 1));
}

function isLookup(effect: Effect): boolean {
  return (effect.kind === 'query' && effect.op.access !== 'write' && effect.op.weight !== 'light') || effect.kind === 'request';
}

function objectName(file: FileModel, fn: Fn, param: number, type: string | null): string {
  if (type !== null && type !== 'any' && type !== 'unknown') return `\`${type}\``;
  const binding = file.bindings[fn.params[param]?.binding ?? -1];
  return binding && !/^(_.*|parent|root|source|obj|object|self)$/.test(binding.name) ? `\`${binding.name}\`` : 'object';
}
