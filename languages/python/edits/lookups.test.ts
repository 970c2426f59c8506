/** `batch-query` for lookups in loops: `in_bulk` of Django, `mget` of Redis. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { DeclaredClass, DeclaredField } from '../../../model/finding.ts';
import { prepareParser } from '../tree.ts';
import { allBehaveAlike, FILE, type Intent, isRefused, isSuggested } from './testing/try-fix.ts';

beforeAll(() => prepareParser());

const field = (name: string, made: string, options: DeclaredField['options'] = {}): DeclaredField => ({ name, made, options });
const AUTHOR: DeclaredClass = {
  name: 'Author',
  methods: [],
  fields: [
    field('name', 'models.CharField'),
    field('slug', 'models.SlugField', { unique: true }),
    field('number', 'models.IntegerField', { unique: true }),
  ],
  foreign: ['models.Model'],
  heard: [],
};

const ask =
  (call: string, loop: string, rows: readonly DeclaredClass[] | null = [AUTHOR]): Intent =>
  (find) => ({ kind: 'batch-query', file: FILE, call: find.exactly(call), loop: find.loop(loop), recipe: 'django-in-bulk', rows });
const get =
  (call: string, loop: string): Intent =>
  (find) => ({ kind: 'batch-query', file: FILE, call: find.exactly(call), loop: find.loop(loop), recipe: 'redis-mget' });

/** A manager that finds rows as Django does: by a key or its text, and in bulk by what the rows hold. */
const FAKE = `
class Author:
    class DoesNotExist(Exception): pass
    def __init__(self, pk): self.pk, self.id, self.name, self.slug = pk, pk, 'author %d' % pk, 'a%d' % pk
class Found:
    def __init__(self, rows): self.rows = rows
    def first(self): return self.rows[0] if self.rows else None
class Manager:
    rows = [Author(at) for at in range(1, 5)]
    def filter(self, **given):
        (name, value), = given.items()
        return Found([r for r in self.rows if value is not None and str(getattr(r, name)) == str(value)])
    def get(self, **given):
        found = self.filter(**given).first()
        if found is None: raise Author.DoesNotExist
        return found
    def in_bulk(self, keys, field_name='pk'):
        keys = {str(k) for k in keys if k is not None}
        return {getattr(r, field_name): r for r in self.rows if str(getattr(r, field_name)) in keys}
Author.objects = Manager()
class Book:
    def __init__(self, author_id): self.author_id = author_id
    def __repr__(self): return 'Book %s' % self.author_id
def shelf(*ids): return [Book(i) for i in ids]
`;
const BOOKS = ['shelf(1, 2, 2, 4)', 'shelf()'];

/** The function by itself: what the fake needs stands before it. */
function becomes(code: string, intent: Intent, assumed: RegExp, after: string, inputs: readonly string[] = []): void {
  expect(isSuggested(FAKE + code, intent, assumed, inputs).slice(FAKE.length)).toBe(after);
}

describe('in_bulk', () => {
  test('a loop over what nobody knows makes it a list first', () =>
    becomes(
      'def run(books):\n    out = []\n    for book in books:\n        author = Author.objects.get(pk=book.author_id)\n        out.append(author.name)\n    return out\n',
      ask('Author.objects.get(pk=book.author_id)', 'for book'),
      /nothing changes rows of `Author`, which several elements may share; nobody waits for `Author.DoesNotExist`/,
      'def run(books):\n    out = []\n    books = list(books)\n    authors_by_id = Author.objects.in_bulk({book.author_id for book in books})\n    for book in books:\n        author = authors_by_id[book.author_id]\n        out.append(author.name)\n    return out\n',
      BOOKS,
    ));

  test('an iterator is still walked once', () =>
    becomes(
      'def run(books):\n    return [Author.objects.get(pk=book.author_id).name for book in iter(books)]\n',
      ask('Author.objects.get(pk=book.author_id)', '[Author.objects'),
      /DoesNotExist/,
      'def run(books):\n    books2 = list(iter(books))\n    authors_by_id = Author.objects.in_bulk({book.author_id for book in books2})\n    return [authors_by_id[book.author_id].name for book in books2]\n',
      BOOKS,
    ));

  test('`first` gives None where nothing is found, and so does the dictionary', () =>
    becomes(
      'def run(books):\n    books = list(books)\n    return [getattr(Author.objects.filter(pk=book.author_id).first(), "name", None) for book in books]\n',
      ask('Author.objects.filter(pk=book.author_id).first()', '[getattr'),
      /nothing changes rows of `Author`, which several elements may share$/,
      'def run(books):\n    books = list(books)\n    authors_by_id = Author.objects.in_bulk({book.author_id for book in books})\n    return [getattr(authors_by_id.get(book.author_id), "name", None) for book in books]\n',
      [...BOOKS, 'shelf(7, None, 1)'],
    ));

  test('an `except` around the query alone learns of the other error', () =>
    becomes(
      'def run(books):\n    out = []\n    for book in list(books):\n        try:\n            author = Author.objects.get(pk=book.author_id)\n        except Author.DoesNotExist:\n            out.append(None)\n            continue\n        out.append(author.name)\n    return out\n',
      ask('Author.objects.get(pk=book.author_id)', 'for book'),
      /nothing changes rows of `Author`, which several elements may share$/,
      'def run(books):\n    out = []\n    books2 = list(books)\n    authors_by_id = Author.objects.in_bulk({book.author_id for book in books2})\n    for book in books2:\n        try:\n            author = authors_by_id[book.author_id]\n        except KeyError:\n            out.append(None)\n            continue\n        out.append(author.name)\n    return out\n',
      [...BOOKS, 'shelf(7, None, 1)'],
    ));

  test('numbers themselves', () =>
    becomes(
      'def run(n):\n    return [Author.objects.get(id=i).name for i in range(1, n)]\n',
      ask('Author.objects.get(id=i)', '[Author.objects'),
      /DoesNotExist/,
      'def run(n):\n    authors_by_id = Author.objects.in_bulk(range(1, n))\n    return [authors_by_id[i].name for i in range(1, n)]\n',
      ['4', '0'],
    ));

  test('elements with their numbers, and elements that are taken apart', () => {
    becomes(
      'def run(books):\n    return [(at, Author.objects.get(pk=book.author_id).name) for at, book in enumerate(iter(books))]\n',
      ask('Author.objects.get(pk=book.author_id)', '[(at'),
      /DoesNotExist/,
      'def run(books):\n    books2 = list(iter(books))\n    authors_by_id = Author.objects.in_bulk({book.author_id for book in books2})\n    return [(at, authors_by_id[book.author_id].name) for at, book in enumerate(books2)]\n',
      BOOKS,
    );
    becomes(
      'def run(books):\n    pairs = [(book, 1) for book in books]\n    return [Author.objects.get(pk=book.author_id).name for book, n in pairs if n]\n',
      ask('Author.objects.get(pk=book.author_id)', '[Author.objects'),
      /DoesNotExist/,
      'def run(books):\n    pairs = [(book, 1) for book in books]\n    authors_by_id = Author.objects.in_bulk({book.author_id for book, _ in pairs})\n    return [authors_by_id[book.author_id].name for book, n in pairs if n]\n',
      BOOKS,
    );
  });

  test('what a call gives may be a generator', () =>
    becomes(
      'def each(books):\n    yield from books\ndef run(books):\n    shelf = each(books)\n    return [Author.objects.get(pk=book.author_id).name for book in shelf]\n',
      ask('Author.objects.get(pk=book.author_id)', '[Author.objects'),
      /DoesNotExist/,
      'def each(books):\n    yield from books\ndef run(books):\n    shelf = each(books)\n    shelf = list(shelf)\n    authors_by_id = Author.objects.in_bulk({book.author_id for book in shelf})\n    return [authors_by_id[book.author_id].name for book in shelf]\n',
      BOOKS,
    ));

  test('another unique field', () =>
    becomes(
      'def run(slugs: list[str]):\n    return [Author.objects.get(slug=s).name for s in slugs]\n',
      ask('Author.objects.get(slug=s)', '[Author.objects'),
      /DoesNotExist/,
      "def run(slugs: list[str]):\n    authors_by_slug = Author.objects.in_bulk(slugs, field_name='slug')\n    return [authors_by_slug[s].name for s in slugs]\n",
      ["['a1', 'a3', 'a1']", '[]'],
    ));

  test('conditions that are the same for all, and rows of a query', () => {
    const code =
      'def run(day):\n    for row in Sale.objects.values("author_id"):\n        a = Author.objects.select_related("home").get(pk=row["author_id"], born=day)\n';
    expect(isSuggested(code, ask('Author.objects.select_related("home").get(pk=row["author_id"], born=day)', 'for row'), /DoesNotExist/)).toBe(
      'def run(day):\n    sales = list(Sale.objects.values("author_id"))\n    authors_by_id = Author.objects.select_related("home").filter(born=day).in_bulk({row["author_id"] for row in sales})\n    for row in sales:\n        a = authors_by_id[row["author_id"]]\n',
    );
  });

  test('awaited', () => {
    const code = 'async def run(books: list):\n    for book in books:\n        a = await Author.objects.aget(pk=book.author_id)\n';
    expect(isSuggested(code, ask('Author.objects.aget(pk=book.author_id)', 'for book'), /DoesNotExist/)).toBe(
      'async def run(books: list):\n    authors_by_id = await Author.objects.ain_bulk({book.author_id for book in books})\n    for book in books:\n        a = authors_by_id[book.author_id]\n',
    );
  });

  const asks = 'Author.objects.get(pk=b.author_id)';
  const cases: readonly (readonly [name: string, body: string, call: string, reason: RegExp])[] = [
    ['a key of unknown type', 'for b in bs:\n        a = Author.objects.get(pk=b)', 'Author.objects.get(pk=b)', /may be another type/],
    ['a key of somebody’s data', 'for b in bs:\n        a = Author.objects.get(pk=b["id"])', 'Author.objects.get(pk=b["id"])', /may be another type/],
    ['texts for numbers', 'for b in "1 2".split():\n        a = Author.objects.get(pk=b)', 'Author.objects.get(pk=b)', /may be another type/],
    [
      'texts for a number of another name',
      'for b in "1 2".split():\n        a = Author.objects.get(number=b)',
      'Author.objects.get(number=b)',
      /may be another type/,
    ],
    ['a key that is computed', 'for b in bs:\n        a = Author.objects.get(pk=key(b))', 'Author.objects.get(pk=key(b))', /is computed/],
    [
      'a key that the loop makes',
      'for b in bs:\n        k = b.author_id\n        a = Author.objects.get(pk=k)',
      'Author.objects.get(pk=k)',
      /made inside the loop/,
    ],
    [
      'a key that is checked before',
      'for b in range(9):\n        if b > 1:\n            a = Author.objects.get(pk=b)',
      'Author.objects.get(pk=b)',
      /looked at before/,
    ],
    [
      'a way that may end',
      'for b in bs:\n        if b.c:\n            a = Author.objects.get(pk=b.c.author_id)',
      'Author.objects.get(pk=b.c.author_id)',
      /looked at before/,
    ],
    [
      'many rows',
      'for b in bs:\n        a = Author.objects.filter(name=b.name).first()',
      'Author.objects.filter(name=b.name).first()',
      /another for each row/,
    ],
    [
      'two keys',
      'for b in bs:\n        a = Author.objects.get(pk=b.author_id, name=b.name)',
      'Author.objects.get(pk=b.author_id, name=b.name)',
      /more than one value/,
    ],
    [
      'a lookup',
      'for b in bs:\n        a = Author.objects.get(pk__lte=b.author_id)',
      'Author.objects.get(pk__lte=b.author_id)',
      /another for each row/,
    ],
    [
      'another manager for each',
      'for b in bs:\n        a = b.authors.get(pk=b.author_id)',
      'b.authors.get(pk=b.author_id)',
      /another for each element/,
    ],
    ['who knows what', 'for b in bs:\n        a = rows.get(pk=b.author_id)', 'rows.get(pk=b.author_id)', /no manager of a model/],
    [
      'rows that are no objects',
      'for b in bs:\n        a = Author.objects.values("x").get(pk=b.author_id)',
      'Author.objects.values("x").get(pk=b.author_id)',
      /no manager of a model/,
    ],
    ['it stops early', `for b in bs:\n        a = ${asks}\n        if a:\n            break`, asks, /may stop before its end/],
    ['it returns', `for b in bs:\n        a = ${asks}\n        if a:\n            return a`, asks, /may stop before its end/],
    ['it hands out', `for b in bs:\n        yield ${asks}`, asks, /hands out one after the other/],
    ['the row is saved', `for b in bs:\n        a = ${asks}\n        a.save()`, asks, /may change what the query reads/],
    ['the row is changed', `for b in bs:\n        a = ${asks}\n        a.name = 1`, asks, /changes the row/],
    ['the row is deleted', `for b in bs:\n        ${asks}.delete()`, asks, /may change what the query reads/],
    ['the row is changed by name', `for b in bs:\n        a = ${asks}\n        setattr(a, b.n, 1)`, asks, /may change what the query reads/],
    ['the key is changed first', `for b in bs:\n        b.author_id = b.other\n        a = ${asks}`, asks, /given another value in the loop/],
    ['the row is read anew', `for b in bs:\n        b.refresh_from_db()\n        a = ${asks}`, asks, /may change what the query reads/],
    ['only some have the field', `for b in bs:\n        if isinstance(b, Book):\n            a = ${asks}`, asks, /looked at before/],
    ['rows are made', `for b in bs:\n        a = ${asks}\n        Author.objects.create(name=a.name)`, asks, /may change what the query reads/],
    [
      'somebody further out waits for it',
      `try:\n        for b in bs:\n            a = ${asks}\n    except Author.DoesNotExist:\n        pass`,
      asks,
      /handled together/,
    ],
    [
      'it is handled with more',
      `for b in bs:\n        try:\n            a = ${asks}\n            f(a)\n        except Author.DoesNotExist:\n            pass`,
      asks,
      /handled together/,
    ],
    [
      'it is handled with other errors',
      `for b in bs:\n        try:\n            a = ${asks}\n        except (ValueError, Author.DoesNotExist):\n            pass`,
      asks,
      /handled together/,
    ],
    ['it may not run', `x = bs and [${asks} for b in bs]`, asks, /may not run at all/],
    ['a lambda', `for b in bs:\n        fs.append(lambda: ${asks})`, asks, /when the function around it is called/],
    ['a few rows at a time', `for b in bs.iterator():\n        a = ${asks}`, asks, /a few rows at a time/],
    ['a list that another loop makes', `x = [[${asks} for b in c.books] for c in bs]`, asks, /made anew inside the loop/],
  ];
  for (const [name, body, call, reason] of cases)
    test(`refused: ${name}`, () =>
      isRefused(
        `def run(bs, fs):\n    ${body}\n`,
        ask(call, body.includes('for b') && /^(x =|try)/.test(body) ? (body.startsWith('try') ? 'for b' : `[${asks}`) : 'for b'),
        reason,
      ));

  test('`id` of a model that nobody knows is taken for its key, of one with another key it is not', () => {
    const code = 'def run(bs: list):\n    return [Author.objects.get(id=b.author_id) for b in bs]\n';
    isSuggested(code, ask('Author.objects.get(id=b.author_id)', '[Author.objects', null), /`id` is the primary key of `Author`/);
    const user = { ...AUTHOR, fields: [field('user', 'models.OneToOneField', { primary_key: true })] };
    const byUser = 'Author.objects.get(user=b.user_id)';
    isRefused(`def run(bs: list):\n    return [${byUser} for b in bs]\n`, ask(byUser, '[Author.objects', [user]), /another for each row/);
    const other = { ...AUTHOR, fields: [field('code', 'models.CharField', { primary_key: true })] };
    isRefused(code, ask('Author.objects.get(id=b.author_id)', '[Author.objects', [other]), /another for each row/);
  });
});

const CLIENT = `
class Client:
    def __init__(self, **held): self.held = held
    def __repr__(self): return repr(self.held)
    def get(self, key): return self.held.get(key)
    def mget(self, keys): return [self.held.get(key) for key in keys]
`;

describe('mget', () => {
  const redis = (code: string, intent: Intent, after: string, inputs: readonly string[] = []): void =>
    expect(isSuggested(CLIENT + code, intent, /all keys live on one server/, inputs).slice(CLIENT.length)).toBe(after);

  test('the elements are the keys', () =>
    redis(
      'def run(r, keys: list):\n    return {k: r.get(k) for k in keys}\n',
      get('r.get(k)', '{k'),
      'def run(r, keys: list):\n    value_by_key = dict(zip(keys, r.mget(keys)))\n    return {k: value_by_key[k] for k in keys}\n',
      ["Client(a='1'), ['a', 'b', 'a']", 'Client(), []'],
    ));

  test('keys that are made of them', () =>
    redis(
      "def run(r, ids):\n    out = []\n    for i in ids:\n        if i:\n            out.append(r.get(f'user_{i}'))\n    return out\n".replace(
        '        if i:\n            out',
        '        out',
      ),
      get("r.get(f'user_{i}')", 'for i'),
      "def run(r, ids):\n    out = []\n    ids = list(ids)\n    keys = [f'user_{i}' for i in ids]\n    value_by_key = dict(zip(keys, r.mget(keys)))\n    for i in ids:\n        out.append(value_by_key[f'user_{i}'])\n    return out\n",
      ["Client(user_1='x'), iter([1, 2])".replace('iter([1, 2])', '(1, 2)'), 'Client(), ()'],
    ));

  test('awaited', () => {
    const code = 'async def run(self, ids: list):\n    return [await self.redis.get(i) for i in ids]\n';
    expect(isSuggested(code, get('self.redis.get(i)', '[await'), /one server/)).toContain(
      '    value_by_key = dict(zip(ids, await self.redis.mget(ids)))\n    return [value_by_key[i] for i in ids]\n',
    );
  });

  const cases: readonly (readonly [name: string, body: string, call: string, reason: RegExp])[] = [
    ['it writes as well', 'for k in ks:\n        v = r.get(k)\n        r.set(k, 1)', 'r.get(k)', /may change what the query reads/],
    ['another client for each', 'for k in ks:\n        v = k.redis.get(k.name)', 'k.redis.get(k.name)', /another for each element/],
    ['a default, so no Redis', 'for k in ks:\n        v = r.get(k, 1)', 'r.get(k, 1)', /no single key/],
    ['a key that depends on what was read', 'k = 1\n    for n in ks:\n        k = r.get(k)', 'r.get(k)', /made inside the loop/],
    ['the first that is there', 'for k in ks:\n        if r.get(k):\n            break', 'r.get(k)', /may stop/],
    ['asked until it is there', 'for k in ks:\n        while r.get(k) is None:\n            wait()', 'r.get(k)', /asked again until/],
    ['in a text', 'for k in ks:\n        print(f"{r.get(k)}")', 'r.get(k)', /stands in a text/],
  ];
  for (const [name, body, call, reason] of cases)
    test(`refused: ${name}`, () => isRefused(`def run(r, ks):\n    ${body}\n`, get(call, body.startsWith('k =') ? 'for n' : 'for k'), reason));
});

test('what came with inputs behaves as before', allBehaveAlike);
