import { expect, test } from 'vitest';
import { tryFix } from './testing/try-fix.ts';

/** The query after the fix, or the reason why there is none. */
function told(query: string, { method = 'relations', position = 0, names = ['posts'] } = {}): string {
  const code = `declare const users: { find(...given: any[]): Promise<unknown[]> };\ndeclare const more: object;\nexport const run = () => ${query};\nvoid more;\n`;
  const { fix, after } = tryFix({
    code,
    intent: (find) => ({ kind: 'eager-load', file: find.file, query: find.call(query), method, position, names }),
  });
  if ('refused' in fix) return `refused: ${fix.refused}`;
  expect(fix.level).toBe('suggestion');
  return after?.split('export const run = () => ')[1]?.split(';\nvoid more')[0] ?? '';
}

test.each([
  ['users.find()', "users.find({ relations: ['posts'] })"],
  ['users.find({})', "users.find({ relations: ['posts'] })"],
  ['users.find({ where: { id: 1 } })', "users.find({ where: { id: 1 }, relations: ['posts'] })"],
  ['users.find({\n  where: {},\n  take: 50,\n})', "users.find({\n  where: {},\n  take: 50,\n  relations: ['posts'],\n})"],
  ["users.find({ relations: ['team'] })", "users.find({ relations: ['team', 'posts'] })"],
  ['users.find({ relations: [] })', "users.find({ relations: ['posts'] })"],
  ['users.find({ relations: { team: true } })', 'users.find({ relations: { team: true, posts: true } })'],
  ['users.find({ relations: {} })', 'users.find({ relations: { posts: true } })'],
])('%s', (query, expected) => expect(told(query)).toBe(expected));

test('options may stand behind other arguments', () => {
  const second = { method: 'populate', position: 1 };
  expect(told('users.find({ id: 1 })', second)).toBe("users.find({ id: 1 }, { populate: ['posts'] })");
  expect(told("users.find({}, { populate: ['team'] })", second)).toBe("users.find({}, { populate: ['team', 'posts'] })");
});

test('several relations at once', () =>
  expect(told('users.find()', { names: ['posts', 'team'] })).toBe("users.find({ relations: ['posts', 'team'] })"));

test.each([
  ['users.find(more)', 'the options of the query are not written where it is asked'],
  ['users.find(...[more])', 'what the query is given is spread, and may load anything'],
  ['users.find({ ...more })', 'the options of the query spread others, which may load anything'],
  ['users.find({ relations: more })', 'what the query loads is not written where it is asked'],
  ['users.find({ relations: [more] })', 'what the query loads is not named by texts'],
  ["users.find({ select: ['name'] })", '`select` may leave out what leads to the others'],
])('no fix for %s', (query, reason) => expect(told(query)).toBe(`refused: ${reason}`));

test('no fix where an argument is missing in between', () => {
  expect(told('users.find()', { method: 'populate', position: 1 })).toBe('refused: an argument is missing before the options of the query');
});
