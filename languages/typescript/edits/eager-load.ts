/**
 * `eager-load`: the query brings relations along with its rows.
 *
 *     users.find({ where: { active: true } })
 *     =>
 *     users.find({ where: { active: true }, relations: ['posts'] })
 *
 * Always a suggestion: it loads more at once, and nobody but the reader knows whether every row's relation is needed.
 */
import ts from 'typescript';
import type { Edit, Fix, FixIntent } from '../../../model/finding.ts';
import { assume, fixOf, newLedger, prove, refuse } from '../../outcome.ts';
import { nodeAt, replace, type View } from '../proofs/view.ts';
import { quote } from './layout.ts';

type Intent = FixIntent & { kind: 'eager-load' };

export function eagerLoad(view: View, intent: Intent): Fix {
  const { method, names, position = 0 } = intent;
  const query = nodeAt(view, intent.query, ts.isCallExpression) ?? refuse('the query is not where it was');
  if (query.arguments.some(ts.isSpreadElement)) refuse('what the query is given is spread, and may load anything');
  const ledger = newLedger();
  prove(ledger, 'the query does not load it yet');
  assume(ledger, `most rows' ${listed(names)} will be needed`);
  const edit = query.arguments.length > position ? inArgument(view, query, intent) : newArgument(view, query, intent);
  return fixOf(`Load ${listed(names)} with the query (\`${method}\`)`, ledger, [edit]);
}

function listed(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(' and ');
}

/** `find()` => `find({ relations: ['posts'] })` */
function newArgument(view: View, query: ts.CallExpression, { method, names, position = 0 }: Intent): Edit {
  if (query.arguments.length < position) refuse('an argument is missing before the options of the query');
  const written = `{ ${method}: ${list(view, names)} }`;
  const last = query.arguments.at(-1);
  return last === undefined ? replace(view, query.end - 1, query.end - 1, written) : replace(view, last.end, last.end, `, ${written}`);
}

function inArgument(view: View, query: ts.CallExpression, { method, names, position = 0 }: Intent): Edit {
  const options = query.arguments[position];
  if (options === undefined || !ts.isObjectLiteralExpression(options)) refuse('the options of the query are not written where it is asked');
  const { properties } = options;
  if (properties.some(ts.isSpreadAssignment)) refuse('the options of the query spread others, which may load anything');
  const some = properties.flatMap((property) => nameOf(property.name) ?? []).find((name) => name === 'select' || name === 'fields');
  if (some !== undefined) refuse(`\`${some}\` may leave out what leads to the others`);
  const known = properties.find((property) => nameOf(property.name) === method);
  const last = properties.at(-1);
  if (known) return inList(view, known, names);
  if (last === undefined) return replace(view, options.getStart(view.source), options.end, `{ ${method}: ${list(view, names)} }`);
  const start = last.getStart(view.source);
  const lead = view.text.slice(view.text.lastIndexOf('\n', start) + 1, start);
  const isOwnLine = /^[ \t]*$/.test(lead) && properties.length > 0;
  return replace(view, last.end, last.end, `,${isOwnLine ? `\n${lead}` : ' '}${method}: ${list(view, names)}`);
}

/** `relations: ['team']` => `relations: ['team', 'posts']`, and `{ team: true }` => `{ team: true, posts: true }` */
function inList(view: View, known: ts.ObjectLiteralElementLike, names: readonly string[]): Edit {
  const given = ts.isPropertyAssignment(known) ? known.initializer : refuse('what the query loads is not written where it is asked');
  const isList = ts.isArrayLiteralExpression(given);
  if (!isList && !ts.isObjectLiteralExpression(given)) refuse('what the query loads is not written where it is asked');
  const parts: readonly ts.Node[] = isList ? given.elements : given.properties;
  const last = parts.at(-1);
  if (isList && parts.some((part) => !ts.isStringLiteralLike(part))) refuse('what the query loads is not named by texts');
  const written = isList ? names.map((name) => quote(view, name)).join(', ') : names.map((name) => `${name}: true`).join(', ');
  if (last === undefined) return replace(view, given.getStart(view.source), given.end, isList ? `[${written}]` : `{ ${written} }`);
  return replace(view, last.end, last.end, `, ${written}`);
}

function nameOf(name: ts.PropertyName | undefined): string | null {
  return name && (ts.isIdentifier(name) || ts.isStringLiteralLike(name)) ? name.text : null;
}

function list(view: View, names: readonly string[]): string {
  return `[${names.map((name) => quote(view, name)).join(', ')}]`;
}
