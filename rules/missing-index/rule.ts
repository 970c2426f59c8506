/** A query, asked once per request or per element, whose conditions no index answers: each time the database reads the whole table. */
import { type Column, columnsOf } from '../../model/columns.ts';
import { isQuerying } from '../../model/contexts.ts';
import { extentOf, isNamedAs, isSmall } from '../../model/extents.ts';
import { isTableOfKinds } from '../../model/few-names.ts';
import type { Call, FileModel, Fn } from '../../model/file.ts';
import type { Finding, TraceStep } from '../../model/finding.ts';
import { hotEntry } from '../../model/how-often.ts';
import { askedByKeyword } from '../../model/keyword-conditions.ts';
import { plainName } from '../../model/plain-names.ts';
import type { Program } from '../../model/program.ts';
import { isIndexedBySql, namesInSql } from '../../model/sql-schema.ts';
import { type Place, standing, walk } from '../../model/walk.ts';
import { callText, doubtText, loopStep } from '../../model/wording.ts';
import type { Rule } from '../rule.ts';
import { searchedByComparison } from './by-comparison.ts';
import { searchedByObject } from './by-object.ts';
import { searchedByStatement } from './by-statement.ts';
import type { Searched } from './searched.ts';

export const missingIndex: Rule = {
  name: 'missing-index',
  summary: 'A query that runs per request or in a loop looks for rows by columns without an index, so that it reads the whole table.',
  subject: 'database',
  severity: 'info',
  languages: ['typescript', 'python'],
  fixes: 'never',
  *check(program, files) {
    for (const { file, fn } of standing(program, files, isQuerying)) {
      const found: Finding[] = [];
      walk(program, file, fn, {
        call(call, place) {
          const searched = file.language === 'python' ? searchedInPython(program, file, call) : searchedInCode(program, file, call);
          if (searched && !place.memo) found.push(...finding(program, file, fn, call, place, searched));
        },
      });
      yield* found;
    }
  },
};

function searchedInCode(program: Program, file: FileModel, call: Call): Searched | null {
  return searchedByObject(program, file, call) ?? searchedByComparison(program, file, call) ?? searchedByStatement(program, file, call);
}

function searchedInPython(program: Program, file: FileModel, call: Call): Searched | null {
  return searchedByKeyword(program, file, call) ?? searchedByStatement(program, file, call);
}

/** Have: Book.objects.filter(isbn=isbn), session.query(Book).filter_by(isbn=isbn) */
function searchedByKeyword(program: Program, file: FileModel, call: Call): Searched | null {
  const told = askedByKeyword(program, file, call);
  const columns = told && columnsOf(program, told.of);
  if (!columns) return null;
  const all: Column[] = [];
  for (const name of told.keywords) {
    const column = name === null ? null : columnNamed(columns, name);
    // What an index may answer, or what cannot be read, leaves fewer rows to look through.
    if (!column || column.isIndexed) return null;
    all.push(column);
  }
  const asked = all.filter(({ isFew }) => !isFew);
  return asked.length > 0 ? { table: told.of.class.name, inSql: namesInSql(program, told.of), all, asked } : null;
}

/** `isbn`, `year__gte`; not `author__name`, which is another table's, nor `title__icontains`, which an index does not answer. */
function columnNamed(columns: ReadonlyMap<string, Column>, keyword: string): Column | null {
  const [name = '', ...lookups] = keyword.split('__');
  return lookups.length === 0 || /^(exact|in|gte?|lte?|range|startswith)$/.test(lookups.join('__')) ? (columns.get(name) ?? null) : null;
}

function* finding(program: Program, file: FileModel, fn: Fn, call: Call, place: Place, searched: Searched): Iterable<Finding> {
  const { table, inSql, all, asked } = searched;
  const [column] = asked;
  const loop = place.loops.find(({ over }) => over !== null && !isSmall(extentOf(program, file, over)));
  const hot = loop ? null : hotEntry(program, file, fn);
  if (!column || (!loop && !hot) || isNamedAs(program.smallNames(file.language), table) || isTableOfKinds(plainName(table))) return;
  // Asked last, because that reads files.
  if (inSql && all.some(({ name }) => isIndexedBySql(program, file, inSql, name))) return;
  const names = [...new Set(asked.map(({ name }) => `\`${name}\``))].join(' or ');
  const often: TraceStep = loop
    ? loopStep(file, loop)
    : { file: hot?.ref.file.path ?? file.path, span: (hot?.ref.fn ?? fn).nameSpan, message: hot?.entry.label ?? '' };
  yield {
    rule: 'missing-index',
    file: file.path,
    span: call.span,
    severity: 'info',
    message: `${callText(call)} reads every row of \`${table}\`: no index begins with ${names}. Index it, if there are many rows.`,
    growth: `O(${table} rows)`,
    evidence: [
      `\`${column.name}\` is declared without an index`,
      ...(hot ? [`${hot.entry.label} leads here`] : []),
      ...doubtText('the code does not say how many rows the table has'),
    ],
    trace: [
      often,
      { file: file.path, span: call.span, message: `looks for rows of \`${table}\`` },
      { file: column.file.path, span: column.span, message: `\`${column.name}\` has no index` },
    ],
    fix: null,
  };
}
