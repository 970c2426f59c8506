/** `await-twin`, `to-thread` and `eager-load`: always a suggestion. */
import { beforeAll, describe, expect, test } from 'vitest';
import { prepareParser } from '../tree.ts';
import { FILE, type Intent, isRefused, isSuggested } from './testing/try-fix.ts';

beforeAll(() => prepareParser());

const NOWHERE = { start: 0, end: 0 };
const sleep =
  (call = 'time.sleep(1)'): Intent =>
  (find) => ({ kind: 'await-twin', file: FILE, call: find.exactly(call), fn: NOWHERE, module: 'asyncio', twin: 'sleep' });
const thread =
  (call: string): Intent =>
  (find) => ({ kind: 'to-thread', file: FILE, call: find.exactly(call), fn: NOWHERE });
const load =
  (query: string, method: 'select_related' | 'prefetch_related' | 'options', ...names: string[]): Intent =>
  (find) => ({
    kind: 'eager-load',
    file: FILE,
    query: find.exactly(query),
    method,
    names,
  });

const pause = /nothing relies on it running without a pause/;

describe('await-twin', () => {
  test('the import goes in its place of the alphabet, below what must come first', () => {
    const code =
      '"""Doc."""\nfrom __future__ import annotations\n\nimport abc\nimport time\n\nfrom x import y\n\nasync def f():\n    time.sleep(1)\n';
    const after = code.replace('import time\n', 'import asyncio\n').replace('time.sleep(1)', 'await asyncio.sleep(1)');
    expect(isSuggested(code, sleep(), pause)).toBe(after);
  });

  test('no imports: below the docstring', () => {
    expect(isSuggested('"""Doc."""\n\nasync def f():\n    time.sleep(1)\n', sleep(), pause)).toBe(
      '"""Doc."""\n\nimport asyncio\n\nasync def f():\n    await asyncio.sleep(1)\n',
    );
  });

  test('no imports and no docstring: above the first comment of the code, below the lines that must be first', () => {
    expect(isSuggested('#!/bin/python\n# coding: latin-1\n# F.\nasync def f():\n    time.sleep(1)\n', sleep(), pause)).toBe(
      '#!/bin/python\n# coding: latin-1\nimport asyncio\n\n\n# F.\nasync def f():\n    await asyncio.sleep(1)\n',
    );
  });

  test('what is still used stays imported', () => {
    const code = 'from time import sleep\n\nasync def f():\n    sleep(1)\n\ndef g():\n    sleep(1)\n';
    expect(isSuggested(code, sleep('sleep(1)'), pause)).toBe(`import asyncio\n${code.replace('sleep(1)', 'await asyncio.sleep(1)')}`);
  });

  test('what is not is left out, unless `__all__` names it or a comment stands there', () => {
    const of = (line: string): string => isSuggested(`${line}\n\nasync def f():\n    time.sleep(1)\n`, sleep(), pause).split('\n\nasync')[0] ?? '';
    expect(of('import os, time')).toBe('import asyncio\nimport os');
    expect(of('import time, os')).toBe('import asyncio\nimport os');
    expect(of('import time  # noqa')).toBe('import asyncio\nimport time  # noqa');
    expect(of("import time\n__all__ = ['time']")).toBe("import asyncio\nimport time\n__all__ = ['time']");
  });

  test('a twin deep in a package', () => {
    const twin: Intent = (find) => ({
      kind: 'await-twin',
      file: FILE,
      call: find.exactly('check(p)'),
      fn: NOWHERE,
      module: 'django.contrib.auth.hashers',
      twin: 'acheck',
    });
    expect(isSuggested('from django.contrib.auth.hashers import check\nasync def f(p):\n    return check(p)\n', twin, pause)).toBe(
      'from django.contrib.auth.hashers import acheck\nasync def f(p):\n    return await acheck(p)\n',
    );
  });

  test('imported under another name', () =>
    expect(isSuggested('import asyncio as aio\nasync def f():\n    time.sleep(1)\n', sleep(), pause)).toContain('await aio.sleep(1)'));

  test('the name means something else there', () => {
    const after = isSuggested('import asyncio\nasync def f(asyncio):\n    time.sleep(1)\n', sleep(), pause);
    expect(after).toContain('import asyncio as asyncio2\n');
    expect(after).toContain('await asyncio2.sleep(1)');
  });

  test('an import that only a function makes', () => {
    const after = isSuggested('def g():\n    import asyncio\nasync def f():\n    time.sleep(1)\n', sleep(), pause);
    expect(after).toMatch(/^import asyncio\n/);
  });

  test('parentheses where more follows', () => {
    expect(isSuggested('import asyncio\nasync def f():\n    return time.sleep(1).real, -time.sleep(2)\n', sleep(), pause)).toContain(
      'return (await asyncio.sleep(1)).real, -time.sleep(2)',
    );
  });

  test('a lock of asyncio may be held', () =>
    expect(isSuggested('import asyncio\nasync def f(lock):\n    async with lock:\n        time.sleep(1)\n', sleep(), pause)).toContain('await'));

  test('a time that may be negative', () => {
    const code = (body: string): string => `import asyncio\nasync def f(t):\n${body}`;
    isSuggested(code('    time.sleep(t - 1)\n'), sleep('time.sleep(t - 1)'), /`t - 1` is not negative/);
    const handled = code('    try:\n        time.sleep(t)\n    except (OSError, ValueError):\n        pass\n');
    isRefused(handled, sleep('time.sleep(t)'), /the ValueError of a negative time is handled/);
  });

  test('a comprehension can wait, in a text as well', () => {
    expect(isSuggested('import asyncio\nasync def f(xs):\n    return f"{[time.sleep(1) for x in xs]}"\n', sleep(), pause)).toContain(
      'f"{[await asyncio.sleep(1) for x in xs]}"',
    );
  });

  const cases: readonly (readonly [name: string, code: string, reason: RegExp])[] = [
    ['a plain function', 'def f():\n    time.sleep(1)\n', /not async/],
    ['a lock of threads', 'async def f(self):\n    with self._lock:\n        time.sleep(1)\n', /`self._lock` is held while others run/],
    ['a lock by another name', 'M = threading.Lock()\nasync def f():\n    with M:\n        time.sleep(1)\n', /`M` is held/],
    ['a lock that is taken by hand', 'async def f(lock):\n    lock.acquire()\n    time.sleep(1)\n', /`lock` is held/],
    ['another loop', 'import trio\nasync def f():\n    time.sleep(1)\n', /`trio` runs in a loop of its own/],
    ['a plain function in an async one', 'async def f():\n    def g():\n        time.sleep(1)\n', /not async/],
    ['the module', 'time.sleep(1)\n', /not async/],
    ['a lambda', 'async def f():\n    return lambda: time.sleep(1)\n', /a lambda cannot wait/],
    ['a generator', 'async def f(xs):\n    return sum(time.sleep(1) for x in xs)\n', /a generator that waits/],
    [
      'a comprehension of a comprehension',
      'async def f(xs):\n    return [[time.sleep(1) for y in x] for x in xs]\n',
      /comprehension of a comprehension/,
    ],
    ['a default', 'async def f():\n    async def g(x=time.sleep(1)): pass\n', /where the function is defined/],
    ['a decorator', 'async def f():\n    @time.sleep(1)\n    async def g(): pass\n', /in a decorator/],
    ['the body of a class', 'async def f():\n    class A:\n        x = time.sleep(1)\n', /body of a class/],
  ];
  for (const [name, code, reason] of cases) test(`refused: ${name}`, () => isRefused(code, sleep(), reason));
});

describe('to-thread', () => {
  test('arguments of all kinds', () => {
    expect(
      isSuggested(
        'import asyncio\nasync def f(u, o):\n    return requests.get(u, timeout=3, **o).text\n',
        thread('requests.get(u, timeout=3, **o)'),
        /Python 3.9/,
      ),
    ).toContain('return (await asyncio.to_thread(requests.get, u, timeout=3, **o)).text');
  });
  test('none', () =>
    expect(isSuggested('import asyncio\nasync def f(u):\n    u.load( )\n', thread('u.load( )'), pause)).toContain(
      'await asyncio.to_thread(u.load )',
    ));
  test('a generator', () =>
    expect(isSuggested('import asyncio\nasync def f(u):\n    load(x for x in u)\n', thread('load(x for x in u)'), pause)).toContain(
      'await asyncio.to_thread(load, (x for x in u))',
    ));
  test('one argument a line', () => {
    expect(
      isSuggested('import asyncio\nasync def f(u):\n    load(\n        u,  # first\n    )\n', thread('load(\n        u,  # first\n    )'), pause),
    ).toContain('await asyncio.to_thread(load,\n        u,  # first\n    )');
  });
  test('refused: a function that is made on the spot', () =>
    isRefused('async def f(u):\n    make()(u)\n', thread('make()(u)'), /made by another call/));
  test('refused: a comment that would be lost', () =>
    isRefused('async def f(u):\n    (u  # c\n     .load(1))\n', thread('u  # c\n     .load(1)'), /a comment/));
});

describe('eager-load', () => {
  const needed = /rows' `author` will be needed/;
  test('at the end of the query', () =>
    expect(isSuggested("qs = Book.objects.filter(a='b')\n", load("Book.objects.filter(a='b')", 'select_related', 'author'), needed)).toBe(
      "qs = Book.objects.filter(a='b').select_related('author')\n",
    ));
  test('with those that are loaded already', () => {
    expect(
      isSuggested(
        'qs = Book.objects.select_related("shelf")\n',
        load('Book.objects.select_related("shelf")', 'select_related', 'author', 'shelf'),
        /needed/,
      ),
    ).toBe('qs = Book.objects.select_related("shelf", "author")\n');
  });
  test('on a line of its own', () => {
    const query = 'Book.objects\n    .all()\n    .order_by("x")';
    expect(isSuggested(`qs = (\n    ${query}\n)\n`, load(query, 'prefetch_related', 'tags'), /needed/)).toBe(
      `qs = (\n    ${query}\n    .prefetch_related("tags")\n)\n`,
    );
  });
  test('behind a backslash', () =>
    expect(isSuggested('qs = Book.objects \\\n    .all()\n', load('Book.objects \\\n    .all()', 'select_related', 'author'), needed)).toBe(
      "qs = Book.objects \\\n    .all().select_related('author')\n",
    ));
  test('a variable, and a choice', () => {
    expect(isSuggested('for b in books: print(b)\n', load('books', 'select_related', 'author'), needed)).toBe(
      "for b in books.select_related('author'): print(b)\n",
    );
    expect(isSuggested('qs = a or b\n', load('a or b', 'select_related', 'author'), needed)).toBe("qs = (a or b).select_related('author')\n");
  });
  test('options of SQLAlchemy, with the import', () => {
    expect(isSuggested('from sqlalchemy import select\n\nq = select(Book)\n', load('select(Book)', 'options', 'Book.author'), /needed/)).toBe(
      'from sqlalchemy import select\nfrom sqlalchemy.orm import selectinload\n\nq = select(Book).options(selectinload(Book.author))\n',
    );
  });
  test('options go to the statement, not to what it found', () => {
    const options = (query: string, ...names: string[]): string =>
      isSuggested(
        `from sqlalchemy.orm import selectinload\nfrom shop.models import Order, Item\n\nrows = ${query}\n`,
        load(query, 'options', ...names),
        /needed/,
      ).split('rows = ')[1] ?? '';
    expect(options('session.scalars(select(Order).where(Order.paid)).all()', 'Order.items')).toBe(
      'session.scalars(select(Order).where(Order.paid).options(selectinload(Order.items))).all()\n',
    );
    expect(options('session.query(Order).filter_by(paid=1).all()', 'Order.items', 'Order.owner')).toBe(
      'session.query(Order).filter_by(paid=1).options(selectinload(Order.items), selectinload(Order.owner)).all()\n',
    );
    expect(options('Order.query.all()', 'Order.items Item.product')).toBe(
      'Order.query.options(selectinload(Order.items).selectinload(Item.product)).all()\n',
    );
  });
  test('options name the class as the statement does', () => {
    const query = 'db.query(orm.Order).all()';
    expect(isSuggested(`from shop import orm\nrows = ${query}\n`, load(query, 'options', 'Order.items'), /needed/)).toContain(
      'db.query(orm.Order).options(selectinload(orm.Order.items)).all()',
    );
  });
  test('options behind the comment of their line', () => {
    const query = 'q\n    .query(Order)\n    .filter(a == True)  # noqa\n    .all()';
    expect(isSuggested(`rows = (\n    ${query}\n)\n`, load(query, 'options', 'Order.items'), /needed/)).toContain(
      '    .filter(a == True)  # noqa\n    .options(selectinload(Order.items))\n    .all()\n',
    );
  });
  test('the import goes among those of other packages, or gets a place of its own', () => {
    const written = (imports: string): string =>
      isSuggested(`${imports}\n\nq = select(Book)\n`, load('select(Book)', 'options', 'Book.author'), /needed/).split('\n\nq =')[0] ?? '';
    const line = 'from sqlalchemy.orm import selectinload';
    expect(written('import os\n\nimport flask\nimport yaml')).toBe(`import os\n\nimport flask\nimport yaml\n${line}`);
    expect(written('import os\nimport sys')).toBe(`import os\nimport sys\n\n${line}`);
    expect(written('from .models import Book')).toBe(`${line}\n\nfrom .models import Book`);
    expect(written('import os\n\nimport flask\n\nfrom sqlalchemy import select')).toBe(
      `import os\n\nimport flask\n\nfrom sqlalchemy import select\n${line}`,
    );
    expect(written('from sqlalchemy.orm import (\n    Session,\n    joinedload,\n)')).toBe(
      'from sqlalchemy.orm import (\n    Session,\n    joinedload,\n    selectinload,\n)',
    );
  });
  test('the import behind a backslash', () => {
    const code = 'from sqlalchemy.orm import a, \\\n    b\n\nq = select(Book)\n';
    expect(isSuggested(code, load('select(Book)', 'options', 'Book.author'), /needed/)).toContain('import a, \\\n    b, selectinload\n');
  });
  test('refused: what was prefetched would be asked for again', () => {
    const code = "for a in Author.objects.prefetch_related('books'):\n    for b in a.books.all(): print(b.author)\n";
    isRefused(code, load('a.books.all()', 'select_related', 'author'), /prefetched/);
    isSuggested(code.replace("'books'", "'prizes'"), load('a.books.all()', 'select_related', 'author'), needed);
  });
  test('before the rows are walked a few at a time', () => {
    const walk = (query: string, method: 'select_related' | 'prefetch_related'): string =>
      isSuggested(`qs = ${query}\n`, load(query, method, 'author'), needed);
    expect(walk("Book.objects.select_related('shelf').iterator()", 'select_related')).toBe(
      "qs = Book.objects.select_related('shelf', 'author').iterator()\n",
    );
    expect(walk('books.iterator()', 'select_related')).toBe("qs = books.select_related('author').iterator()\n");
    expect(walk('Book.objects.all().iterator(chunk_size=50)', 'prefetch_related')).toBe(
      "qs = Book.objects.all().prefetch_related('author').iterator(chunk_size=50)\n",
    );
    isRefused('qs = books.iterator()\n', load('books.iterator()', 'prefetch_related', 'author'), /prefetches nothing/);
  });
  const unwritten: readonly (readonly [name: string, query: string, relation: string, reason: RegExp])[] = [
    ['the statement came from elsewhere', 'session.scalars(statement).all()', 'Order.items', /not written in one place/],
    ['it has two statements', 'session.scalars(select(Order).where(Order.id.in_(select(Item)))).all()', 'Order.items', /not written in one place/],
    ['it chooses its columns', 'select(Order).options(load_only(Order.id))', 'Order.items', /chooses its columns/],
    ['another class is not imported', 'select(Order)', 'Order.items Item.product', /`Item` is not imported/],
    ['the class is computed', 'session.query(model()).all()', 'Order.items', /which rows it reads/],
  ];
  for (const [name, query, relation, reason] of unwritten)
    test(`refused: ${name}`, () => isRefused(`rows = ${query}\n`, load(query, 'options', relation), reason));

  const cases: readonly (readonly [name: string, query: string, reason: RegExp])[] = [
    ['the query runs at once', 'Book.objects.get(id=1)', /runs the query/],
    ['values are no objects', "Book.objects.values('a').filter(b=1)", /yields no objects/],
    ['a union cannot be asked for more', 'a.union(b)', /yields no objects/],
    ['others would be locked', 'Book.objects.select_for_update()', /would lock the others/],
    ['columns are left out', "Book.objects.only('name')", /may leave out the column/],
    ['it is loaded already', "Book.objects.select_related('author').all()", /loads it already/],
    ['all are loaded already', 'Book.objects.select_related()', /loads it already/],
    ['it was awaited', 'await books', /has run/],
  ];
  for (const [name, query, reason] of cases)
    test(`refused: ${name}`, () => isRefused(`async def f():\n    qs = ${query}\n`, load(query, 'select_related', 'author'), reason));
});
