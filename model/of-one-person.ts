/** Queries for what one person has: mostly a handful, however many rows their table has. */
import { callAt, earlierLinks, laterLinks } from './chains.ts';
import { conditionsGiven } from './condition-objects.ts';
import type { Call, FileModel, Span, Value } from './file.ts';
import type { Program } from './program.ts';
import { sqlOf } from './sql-text.ts';

/** Have: Loan.objects.filter(reader=request.user), loans.find({ readerId }), select … where reader_id = $1 */
export function isOfOnePerson(program: Program, file: FileModel, call: Call): boolean {
  return [...earlierLinks(file, call), call, ...laterLinks(program, file, call)].some(
    (link) => isNamedByKeyword(link) || isNamedInText(link) || isNamedIn(conditionsGiven(program, file, link)) || isOwned(link),
  );
}

/** The same of the query that ends at a place. */
export function isPersonsQuery(program: Program, file: FileModel, query: Span): boolean {
  const call = callAt(file, query);
  return call !== undefined && isOfOnePerson(program, file, call);
}

/** Have: self.user.quotas.filter(…), request.user.books.all(); not models.User.objects.all() */
function isOwned({ member, callee: { path } }: Call): boolean {
  const owner = path.at(-2) ?? '';
  return /^(filter|exclude|all|order_by)$/.test(member ?? '') && /^[a-z_]/.test(owner) && isPerson(owner);
}

/** Who asks, or what is one's own: `request.user`, `req.user.id`, `userId`, `request.user.email`. */
const ASKER = /(^|\.)((current_?)?user)(\.?_?(id|pk)|\.(email|e_mail|phone|phone_number|username|login))?$/i;

const PERSON =
  'user|owner|person|member|author|writer|creator|created_by|requester|applicant|candidate|customer|buyer|guest|reader|student|learner|teacher|instructor|employee|patient|participant|contributor|volunteer|profile|parent|guardian|e_?mail|user_?name';
const NAME = new RegExp(`(^|_)(${PERSON})(_?id|_?pk|__id|__pk)?$`, 'i');
const COMPARED = new RegExp(`(^|[._"'\`\\s(])(${PERSON})(_?id)?["'\`)]*\\s*={1,2}\\s*(?!none|null|true|false)[\\w$?:%.]`, 'i');

function isPerson(name: string): boolean {
  return NAME.test(inWords(name));
}

/** filter(reader=request.user), filter_by(reader_id=reader.id); not filter(reader__in=friends), filter(loan__reader=reader) */
function isNamedByKeyword({ member, args }: Call): boolean {
  return (
    /^(filter|filter_by|get_queryset)$/.test(member ?? '') &&
    args.some(
      ({ name, value }) =>
        name !== null &&
        (ASKER.test(value.text) || (!/__(?!id$|pk$)/.test(name) && isPerson(name) && value.literal === null && value.text !== 'None')),
    )
  );
}

/** Have: where('loan.readerId = :readerId'), where(Loan.reader_id == reader.id), query('select … where reader_id = $1') */
function isNamedInText({ member, args }: Call): boolean {
  if (/^(filter|where|andWhere)$/.test(member ?? ''))
    return args.some(
      ({ value }) =>
        value.properties.length === 0 &&
        value.root.kind !== 'function' &&
        COMPARED.test(inWords(typeof value.literal === 'string' ? value.literal : value.text)),
    );
  const sql = args[0] && args[0].value.root.kind !== 'function' ? sqlOf(args[0].value) : '';
  const at = sql.search(/\bwhere\b/i);
  return at >= 0 && COMPARED.test(inWords(sql.slice(at)));
}

/** `reader_Id` of `readerId` */
function inWords(text: string): string {
  return text.replace(/([a-z0-9])([A-Z])/g, '$1_$2');
}

/** { readerId }, { reader: { id } }, { reader: reader._id } */
function isNamedIn(where: Value | null): boolean {
  return (
    where?.properties.some(({ name, value }) => {
      const isOne =
        value.root.kind !== 'new-list' && (value.root.kind !== 'new-object' || value.properties.every((p) => /^(_?id|equals|\$eq)$/.test(p.name)));
      return isOne && (isPerson(name) || ASKER.test(value.text)) && value.text !== 'null' && !/\$?in\b/.test(value.properties[0]?.name ?? '');
    }) === true
  );
}
