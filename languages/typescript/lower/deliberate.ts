/** Whether the author says, in a comment at a loop, that doing one at a time is meant. */
import ts from 'typescript';
import type { Lowering } from './state.ts';

const MEANT =
  /\b(serial(ly)?|sequential(ly)?|one (at a time|by one|after (the|an)other)|overload\w*|overwhelm\w*|rate.?limit\w*|throttl\w*|in order|order matters|avoid\w* (holding|loading|memory)|memory|concurren\w*|createMany|bulk|batch\w*)\b/i;

/** `pMap(xs, f, { concurrency: 4 })`, `async.eachLimit(xs, 4, f)`: somebody has thought about how many at a time. */
export function isLimited(call: ts.CallExpression): boolean {
  const callee = call.expression;
  const name = ts.isPropertyAccessExpression(callee) ? callee.name.text : ts.isIdentifier(callee) ? callee.text : '';
  if (name.endsWith('Limit')) return true;
  return call.arguments.some(
    (a) =>
      ts.isObjectLiteralExpression(a) && a.properties.some((p) => p.name !== undefined && ts.isIdentifier(p.name) && p.name.text === 'concurrency'),
  );
}

/** Looks at the comments above the loop's statement, and at those at the top of its body. */
export function isDeliberate(state: Lowering, loop: ts.Node): boolean {
  let statement = loop;
  while (statement.parent && !ts.isStatement(statement)) statement = statement.parent;
  const places = [statement.pos];
  const body = ts.isIterationStatement(loop, false) ? loop.statement : null;
  const [first] = body && ts.isBlock(body) ? body.statements : [];
  if (first) places.push(first.pos);
  return places.some((pos) => (ts.getLeadingCommentRanges(state.file.text, pos) ?? []).some((c) => MEANT.test(state.file.text.slice(c.pos, c.end))));
}
