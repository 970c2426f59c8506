/** A collection that lives as long as the program, that each request adds to, and that nothing is ever taken out of. */
import { isServing } from '../../model/contexts.ts';
import { isNamedAs } from '../../model/extents.ts';
import { isOfFew } from '../../model/few-names.ts';
import type { FileModel, Value } from '../../model/file.ts';
import type { Finding } from '../../model/finding.ts';
import { type HotWay, hotWay, standingAround, waysTo } from '../../model/hot-path.ts';
import { type Asked, asksOf, givenFor, isAskedOfNew, type KeptAnswers, keptAnswersIn } from '../../model/kept-answers.ts';
import { type Kept, keptIn, mayShrink } from '../../model/long-lived.ts';
import { processStateIn } from '../../model/process-state.ts';
import type { Program } from '../../model/program.ts';
import { namesFromEntry } from '../../model/request-data.ts';
import type { Use } from '../../model/use.ts';
import { entryStep, PER } from '../../model/wording.ts';
import type { Rule } from '../rule.ts';
import { ownObjects } from './own-objects.ts';

export const unboundedCache: Rule = {
  name: 'unbounded-cache',
  summary: 'A collection that lives as long as the program grows with each request, and nothing is ever taken out.',
  subject: 'caching',
  severity: 'info',
  languages: ['typescript', 'python'],
  fixes: 'never',
  *check(program, files) {
    for (const file of files) {
      if (!isServing(file) || STAND_IN.test(file.path)) continue;
      for (const kept of keptIn(program, file)) {
        const grows = kept.uses.filter((use) => use.kind === 'grow' && use.path.length === 0 && use.fn !== 0);
        if (grows.length === 0 || REGISTRY.test(kept.name) || mayShrink(program, kept)) continue;
        // What another request decides by must be kept elsewhere, and not in less memory: `in-process-state` says so.
        if (processStateIn(program, file, kept)) continue;
        for (const use of grows) {
          const found = ownObjects(program, file, kept, use) ?? grown(program, file, kept, use);
          if (!found) continue;
          yield found;
          break;
        }
      }
      for (const kept of keptAnswersIn(program, file)) {
        const found = answered(program, file, kept);
        if (found) yield found;
      }
    }
  },
};

/** What is made to hold all in memory, for tests and demonstrations, does. */
const STAND_IN = /(in[-_]?memory|mock|fake|stub|fixture|demo)[^/]*$/i;

/** What a program is extended with: as many as its administrator asks for. */
const REGISTRY =
  /(registry|registrations|providers|handlers|plugins|adapters|strategies|schemas|models|templates|factories|drivers|engines|modules|shards|rules|flags)$/i;

function grown(program: Program, file: FileModel, kept: Kept, use: Use): Finding | null {
  const root = standingAround(program, file, use.fn);
  if (!root) return null;
  const hot = hotWay(
    program,
    waysTo(program, { file, fn: root }, null, () => true),
  );
  if (!hot || hot.entry.kind === 'job') return null;
  const isList = kept.init.text.startsWith('[') || kept.init.text.startsWith('list');
  const key = keyOf(file, use);
  if (!isList && !isManifold(program, file, key, { file, fn: root }, hot)) return null;
  return finding(file, kept, use, key, hot, isList);
}

/** `cache.set(id, user)`, `seen.add(id)`, `cache[id] = user`, `cache.setdefault(id, [])` */
function keyOf(file: FileModel, use: Use): Value | null {
  return use.key ?? (use.call === null || use.method === 'update' ? null : (file.calls[use.call]?.args[0]?.value ?? null));
}

/** There may be as many keys as somebody sends: they come with the request, and are no kind, language or other word of a short list. */
function isManifold(
  program: Program,
  file: FileModel,
  key: Value | null,
  from: { file: FileModel; fn: NonNullable<FileModel['functions'][number]> },
  hot: HotWay,
): boolean {
  if (!key || key.literal !== null || key.element.variants !== null || /%|\b(floor|round|bool|Boolean)\b|\bnot\b|!/.test(key.text)) return false;
  const names = namesFromEntry(program, from, key.reads, hot);
  if (!names) return false;
  const all = [...names, ...key.path.filter((step) => step !== '[]').slice(-1)];
  const small = program.smallNames(file.language);
  return !all.some((name) => isOfFew(name) || isNamedAs(small, name));
}

/** `@lru_cache(maxsize=None)` on what is asked for as many things as requests bring along, or on objects that each of them makes. */
function answered(program: Program, file: FileModel, kept: KeptAnswers): Finding | null {
  for (const asked of asksOf(program, kept.fn)) {
    if (isAskedOfNew(program, file, kept.fn, asked)) return answers(file, kept, asked, 'self');
    for (const given of givenFor(asked.call, kept.fn))
      if (isManifold(program, asked.file, given, asked.from, asked.hot)) return answers(file, kept, asked, given.text);
  }
  return null;
}

function answers(file: FileModel, { fn, by }: KeptAnswers, { file: from, call, hot }: Asked, key: string): Finding {
  const per = PER[hot.entry.kind];
  const keeps =
    key === 'self'
      ? `keeps every object that it was asked of (\`@${by}\`): none is ever freed. Keep the answer in the object, with \`cached_property\`.`
      : `keeps its answer per \`${key}\` for ever (\`@${by}\`): memory grows until the process ends. Give it a \`maxsize\`.`;
  return {
    rule: 'unbounded-cache',
    file: file.path,
    span: fn.nameSpan,
    severity: 'info',
    message: `\`${fn.name}\` ${keeps}`,
    growth: key === 'self' ? 'O(objects)' : `O(${key})`,
    evidence: [`runs per ${per}: ${hot.entry.label}`],
    trace: [entryStep(hot), ...hot.steps, { file: from.path, span: call.span, message: `calls \`${fn.name}\`` }],
    fix: null,
  };
}

function finding(file: FileModel, { name }: Kept, use: Use, key: Value | null, hot: HotWay, isList: boolean): Finding {
  const per = PER[hot.entry.kind];
  const what = isList ? `grows on every ${per}` : `keeps an entry per \`${key?.text}\``;
  return {
    rule: 'unbounded-cache',
    file: file.path,
    span: use.span,
    // How many different keys come, and how long the process lives, the code seldom tells.
    severity: 'info',
    message: `\`${name}\` ${what}, and nothing is ever taken out: memory grows until the process ends. Limit its size or age.`,
    growth: isList ? `O(${per}s)` : `O(${key?.text})`,
    evidence: [`runs per ${per}: ${hot.entry.label}`],
    trace: [entryStep(hot), ...hot.steps, { file: file.path, span: use.span, message: `adds to \`${name}\`` }],
    fix: null,
  };
}
