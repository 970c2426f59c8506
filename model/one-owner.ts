/**
 * Whether a query asks for what belongs to one given thing: the wallets of a customer, the steps of an order. They may be a handful, however many there
 * are of all.
 */
import { earlierLinks, laterLinks } from './chains.ts';
import { isOfFew } from './few-names.ts';
import type { Call, FileModel, Value } from './file.ts';
import type { Program } from './program.ts';
import { sqlOf } from './sql-text.ts';

/** By a condition that every row must meet: one column equals something that is given, and is no kind that many rows are of. */
export function isOfOneOwner(program: Program, file: FileModel, call: Call): boolean {
  const narrows = file.language === 'python' ? narrowsInPython : narrowsInTypeScript;
  return [...earlierLinks(file, call), call, ...laterLinks(program, file, call)].some((link) => narrows(file, link));
}

/** Have: filter(owner=user), filter_by(owner_id=user.id), filter(Book.owner_id == user.id) */
function narrowsInPython(file: FileModel, { member, args }: Call): boolean {
  if (!/^(filter|filter_by|where)$/.test(member ?? '')) return false;
  return args.some(({ name, value }) => {
    if (name !== null) return isKey(name.replace(/__(exact|iexact|id|pk|uuid)$/, '').replaceAll('__', '.')) && isOne(file, value);
    const [, column, given] = /^\w+\.(\w+)\s*==\s*([\w.]+)$/.exec(value.text) ?? [];
    return column !== undefined && given !== undefined && isKey(column) && !/^(True|False|None|\d.*)$/.test(given);
  });
}

const WHERE = /^(where|andWhere|filter|find|findBy|findAll|match|eq|query|execute|raw)$/;

function narrowsInTypeScript(file: FileModel, { member, args }: Call): boolean {
  const [first, second] = args;
  if (args.some(({ value }) => value.properties.some((p) => p.name === 'where' && asksForOne(file, p.value)))) return true;
  if (!first) return false;
  if (isKeyInText(first.value)) return true;
  if (!WHERE.test(member ?? '')) return false;
  if (typeof first.value.literal === 'string') {
    // `.where('order_id', orderId)`, `.where('order_id', '=', orderId)`
    const given = args.length === 3 && second?.value.literal === '=' ? args[2] : args.length === 2 ? second : undefined;
    return given !== undefined && isKey(first.value.literal) && isOne(file, given.value);
  }
  return asksForOne(file, first.value) || isEquality(file, first.value);
}

/** Have: { projectId, name: { contains: search } }, { user: { id: user.id } }, { phone: { equals: phone } } */
function asksForOne(file: FileModel, given: Value, of: string | null = null): boolean {
  const value = writtenOut(file, given);
  if (value.root.kind !== 'new-object') return false;
  return value.properties.some((p) => {
    if (p.value.root.kind === 'new-object') return of === null && asksForOne(file, p.value, p.name);
    return isKey(of ?? p.name) && (of === null || IS.test(p.name)) && isOne(file, p.value);
  });
}

const IS = /^(id|_id|pk|uuid|key|slug|email|equals|eq|\$eq)$/;

/** Have: eq(steps.orderId, orderId), and(eq(…), …) */
function isEquality(file: FileModel, { root }: Value): boolean {
  const call = root.kind === 'call' ? file.calls[root.call] : undefined;
  if (call?.text === 'and') return call.args.some(({ value }) => isEquality(file, value));
  const [left, right] = call?.text === 'eq' ? call.args : [];
  return left !== undefined && right !== undefined && isKey(left.value.path.at(-1) ?? '') && isOne(file, right.value);
}

/** Have: 'select * from steps where order_id = $1', 'step.orderId = :orderId' */
function isKeyInText(value: Value): boolean {
  if (value.root.kind === 'function' || value.root.kind === 'new-object') return false;
  const conditions = sqlOf(value);
  if (/\bor\b/i.test(conditions)) return false;
  return [...conditions.matchAll(/(\w+)["'`\]]?\s*=\s*(?:\$\d|\?|:\w|\$\{)/g)].some(([, name]) => isKey(name ?? ''));
}

/** What many rows share, beside kinds. */
const SHARED = /(active|enabled|deleted|archived|public|visible|city|year|month|date|day|period|chain|environment|source)$/i;

/** What belongs to a whole organisation may be as much as there is. */
const LARGE = /^(org|organi[sz]ation|team|tenant|workspace|company|shop|store|school|site|account|merchant|group|guild|server)/i;

function isKey(name: string): boolean {
  const last = name.slice(name.lastIndexOf('.') + 1);
  return !isOfFew(last) && !SHARED.test(last) && !LARGE.test(last);
}

/** Something given, and not a list of them, nor a constant that many rows have. */
function isOne(file: FileModel, value: Value): boolean {
  if (value.literal !== null || value.kind === 'list' || /^(new-list|new-object|function|literal)$/.test(value.root.kind)) return false;
  const call = value.root.kind === 'call' && value.path.length === 0 ? file.calls[value.root.call] : undefined;
  if (call) return /(^|\.)(ObjectId|ObjectID|String|Number|BigInt|parseInt|toString|toLowerCase|trim)$/.test(call.text);
  return !/(ids|list|s)$/i.test(value.text) || /(address|status|alias|hash)$/i.test(value.text);
}

function writtenOut(file: FileModel, value: Value): Value {
  const binding = value.root.kind === 'binding' && value.path.length === 0 ? file.bindings[value.root.binding] : undefined;
  return binding?.init?.root.kind === 'new-object' ? binding.init : value;
}
