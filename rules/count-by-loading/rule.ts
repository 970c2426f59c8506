/** Rows of a database that are loaded for nothing but their number, which the database can tell without sending one of them. */
import { infoOf } from '../../model/calls.ts';
import { earlierLinks, laterLinks } from '../../model/chains.ts';
import { isQuerying } from '../../model/contexts.ts';
import { extentOf, extentOfCall, isLarge, isSmall } from '../../model/extents.ts';
import type { Binding, Call, FileModel, Fn, Value } from '../../model/file.ts';
import type { Finding } from '../../model/finding.ts';
import { hotEntry, isRare } from '../../model/how-often.ts';
import { memo, type Program } from '../../model/program.ts';
import { relationAsked } from '../../model/rows.ts';
import { statedSizeOf } from '../../model/stated-size.ts';
import { standing, walk } from '../../model/walk.ts';
import { spanHolds } from '../../model/within.ts';
import { callText, entryStep, evidenceOf } from '../../model/wording.ts';
import type { Rule } from '../rule.ts';

export const countByLoading: Rule = {
  name: 'count-by-loading',
  summary: 'Rows are loaded from the database only to be counted.',
  subject: 'database',
  severity: 'info',
  languages: ['typescript', 'python'],
  fixes: 'never',
  *check(program, files) {
    for (const { file, fn } of standing(program, files, isQuerying)) {
      const found: Counted[] = [];
      const tests: Value[] = [];
      walk(program, file, fn, {
        call(call) {
          const counted = countedRows(program, file, call);
          if (counted) found.push(counted);
        },
        branch({ test }) {
          if (test) tests.push(test);
        },
      });
      // Have: return taken.length > 0;
      tests.push(...fn.returns.filter(({ text }) => /[<>=]/.test(text)));
      for (const counted of found) yield* finding(program, file, fn, counted, isAskedForAny(counted, tests));
    }
  },
};

interface Counted {
  readonly query: Call;
  readonly holder: Binding | null;
  readonly by: string;
}

function countedRows(program: Program, file: FileModel, query: Call): Counted | null {
  const { row } = infoOf(program, file, query);
  const later = laterLinks(program, file, query);
  // Have: Book.objects.filter(…).exclude(…): the last link that describes the query stands for all.
  if (!row?.countedBy || later.some((link) => infoOf(program, file, link).row?.countedBy)) return null;
  if ([...earlierLinks(file, query), query, ...later].some(isOtherwise)) return null;
  // Have: len(author.books.all()): they may have come with the author.
  if (relationAsked(program, file, query)) return null;
  const last = later.at(-1) ?? query;
  // Have: len(Book.objects.filter(…)), (await repository.find()).length
  if (last.result === 'counted') return { query, holder: null, by: row.countedBy };
  // Have: const users = await db.user.findMany(); … users.length
  const holder = holders(program, file).get(last.id);
  return holder && isOnlyCounted(holder) ? { query, holder, by: row.countedBy } : null;
}

const OTHERWISE =
  /^(distinct|group(_?by)?|having|select_?for_?update|with_?for_?update|for_?update|setLock|lock|extra|raw|union|slice|skip|offset)$/i;

/** What changes which rows there are in a way that a count may not know, or does more to them than read them. */
function isOtherwise({ member, args }: Call): boolean {
  return OTHERWISE.test(member ?? '') || args.some(({ value }) => value.properties.some(({ name }) => OTHERWISE.test(name)));
}

function holders(program: Program, file: FileModel): ReadonlyMap<number, Binding> {
  return memo<FileModel, ReadonlyMap<number, Binding>>(program, 'holders of results', file, new Map(), () => {
    const found = new Map<number, Binding>();
    for (const binding of file.bindings) {
      const { init } = binding;
      if (init?.root.kind === 'call' && init.path.length === 0 && !binding.part) found.set(init.root.call, binding);
    }
    return found;
  });
}

/** Have: if (users.length > 0) …: and nobody asks for one of them. */
function isOnlyCounted({ kind, exported, uses }: Binding): boolean {
  return kind === 'const' && !exported && uses.length > 0 && uses.every((use) => use.kind === 'length' && use.path.length === 0);
}

/**
 * Have: if (taken.length > 0) return refuse(). Nobody wants to know how many there are, and where there may be none or one, there hardly ever are more.
 */
function isAskedForAny({ holder }: Counted, tests: readonly Value[]): boolean {
  if (!holder) return false;
  return holder.uses.every(({ span }) => {
    const test = tests.find((t) => spanHolds(t.span, span));
    // Have: if (limit < rows.length), and a test so long that its text was cut.
    if (
      !test ||
      test.text.length < span.end - test.span.start ||
      !/(^|[(!]|&&|\|\||\b(not|and|or)\b)\s*(len\()?$/.test(test.text.slice(0, span.start - test.span.start))
    )
      return false;
    const rest = test.text.slice(span.end - test.span.start).replace(/^\s*\??\.length\b/, '');
    return /^[\s)]*($|&&|\|\||and\b|or\b|(>|[!=]==?)\s*0(?![\d.])|>=\s*1(?![\d.])|<\s*1(?![\d.]))/.test(rest);
  });
}

/** Have: // scalelint-size orders <= 20 */
function isStated(file: FileModel, { id, name, init }: Binding): boolean {
  return init !== null && statedSizeOf(file, { ...init, root: { kind: 'binding', binding: id } }, name) !== undefined;
}

function* finding(program: Program, file: FileModel, fn: Fn, { query, holder, by }: Counted, forAny: boolean): Iterable<Finding> {
  const extent = extentOfCall(program, file, query);
  // Have: books = Book.objects.order_by('title')[:3]
  const isCut = holder?.init && isSmall(extentOf(program, file, holder.init));
  if (!isLarge(extent) || isCut || (holder && isStated(file, holder))) return;
  const hot = hotEntry(program, file, fn);
  if (!hot && isRare(program, file, fn)) return;
  const only = holder ? `, and \`${holder.name}\` is asked for nothing else` : '';
  yield {
    rule: 'count-by-loading',
    file: file.path,
    span: query.span,
    severity: 'info',
    message: forAny
      ? `${callText(query)} loads all rows to see whether there are any${only}. Let the database look for one.`
      : `${callText(query)} loads all rows to count them${only}. Let the database count: \`${by}\`.`,
    growth: holder ? `O(${holder.name})` : null,
    evidence: [...evidenceOf(holder?.name ?? null, extent), ...(hot ? [`${hot.entry.label} leads here`] : [])],
    trace: [
      ...(hot ? [entryStep(hot)] : []),
      { file: file.path, span: query.span, message: 'loads the rows' },
      ...(holder?.uses ?? []).map(({ span }) => ({ file: file.path, span, message: `counts \`${holder?.name}\`` })),
    ],
    fix: null,
  };
}
