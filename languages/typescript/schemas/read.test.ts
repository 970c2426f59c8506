/** What is read from schemas, whole and broken. */
import { expect, test } from 'vitest';
import { readSchema } from './read.ts';

const only = (text: string) => readSchema(text).models[0];
const model = (...lines: string[]) => only(`model Book {\n${lines.join('\n')}\n}\n`);

test('fields, with what their attributes say', () => {
  const text = 'model Book {\n  id   Int @id @default(autoincrement())\n  tags String[] // many\n  state String? @default("new")\n}\n';
  const fields = only(text)?.fields ?? [];
  expect(fields.map(({ name, type, isList, isKey, isShared }) => [name, type, isList, isKey, isShared])).toEqual([
    ['id', 'Int', false, true, false],
    ['tags', 'String', true, false, false],
    ['state', 'String', false, false, true],
  ]);
  expect(fields.map(({ span }) => text.slice(span.start, span.end))).toEqual([
    'id   Int @id @default(autoincrement())',
    'tags String[]',
    'state String? @default("new")',
  ]);
});

test.each([
  ['@@index([shop, number])', ['shop']],
  ['@@unique(fields: [shop], map: "a[b")', ['shop']],
  ['@@id(name: "key", fields: [shop, number])', ['shop']],
  ['@@index([shop(sort: Desc), number], type: BTree)', ['shop']],
  ['@@index(\n  [\n    // first\n    shop,\n    number\n  ]\n)', ['shop']],
  ['// @@index([shop])', []],
  ['/* @@index([shop])\n */', []],
  ['@@fulltext([shop])\n@@map("books")\n@@unheard.of(shop)', []],
])('%s begins with %j', (line, leading) => {
  expect(model('shop Int', line)?.leading).toEqual(leading);
});

test('an index that cannot be read makes the model unknown', () => {
  expect(model('shop Int', '@@index(shop)')).toBeUndefined();
});

test('what SQL calls it', () => {
  expect([model('id Int'), model('id Int', '@@map("shop_books")'), model('id Int', '// @@map("no")')].map((each) => each?.table)).toEqual([
    'Book',
    'shop_books',
    'Book',
  ]);
});

test('foreign keys, whatever else a relation says', () => {
  expect(model('a Author @relation("by(", onDelete: Cascade, fields: [authorId, b], references: [id, b])')?.foreign).toEqual(['authorId']);
});

test('the database, where the schema says which', () => {
  const datasource = (lines: string) => readSchema(`datasource db {\n${lines}\n}`).datasource;
  expect(datasource('provider = "mysql"\nrelationMode="prisma"')).toEqual({ provider: 'mysql', relationMode: 'prisma' });
  expect(datasource('// provider = "mysql"\nprovider = env("DB")')).toEqual({ provider: null, relationMode: null });
  expect(readSchema('model A {\n}').datasource).toBeNull();
});

test('what is broken costs only itself, and nothing crashes', () => {
  const text =
    'enum State {\n  Open\n}\nmodel Torn {\n  id Int @id(\nmodel Book {\n  id Int @id\n  @@index([\n}\nmodel Shop {\n  name String @unique\n}\n';
  expect(readSchema(text).models.map(({ name }) => name)).toEqual(['Shop']);
  expect(readSchema(text).enums).toEqual(['State']);
  for (let end = 0; end <= text.length; end++) expect(() => readSchema(text.slice(0, end) + text.slice(end + 3))).not.toThrow();
});
