/** `batch-query` for rows of Django that a loop writes one by one. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { DeclaredClass, DeclaredField } from '../../../model/finding.ts';
import { prepareParser } from '../tree.ts';
import { FILE, type Intent, isRefused, isSuggested } from './testing/try-fix.ts';

beforeAll(() => prepareParser());

const field = (name: string, made: string, options: DeclaredField['options'] = {}): DeclaredField => ({ name, made, options });
const COLUMNS = [
  field('name', 'models.CharField'),
  field('price', 'models.IntegerField'),
  field('shelf', 'models.ForeignKey'),
  field('cover', 'models.ImageField'),
  field('tags', 'models.ManyToManyField'),
  field('code', 'models.CharField', { primary_key: true }),
];
const declared = (more: Partial<DeclaredClass> = {}): DeclaredClass => ({
  name: 'Tag',
  methods: [],
  fields: COLUMNS,
  foreign: ['models.Model'],
  heard: [],
  ...more,
});

const write =
  (call: string, loop = 'for n', rows: readonly DeclaredClass[] | null = [declared()]): Intent =>
  (find) => ({ kind: 'batch-query', file: FILE, call: find.exactly(call), loop: find.loop(loop), recipe: 'django-write', rows });

/** The body of a function that knows the model. */
const within = (body: string): string => `from shop.models import Tag\n\ndef run(ns):\n    ${body}\n`;
const lines = (text: string): string => text.replaceAll('\n', '\n    ');
const becomes = (body: string, intent: Intent, after: string): void =>
  expect(isSuggested(within(lines(body)), intent, /needs no signals; all rows may fail with one; no row needs one/)).toBe(within(lines(after)));

describe('bulk_create', () => {
  test('one row per element', () =>
    becomes(
      'for n in ns:\n    Tag.objects.create(name=n)',
      write('Tag.objects.create(name=n)'),
      'Tag.objects.bulk_create([Tag(name=n) for n in ns])',
    ));

  test('under a condition, on lines of its own where it is long', () => {
    const call =
      'Tag.objects.create(\n            name=n.strip().casefold().replace(" ", "-"),\n            price=prices[n.strip().casefold()],\n        )';
    becomes(
      `for n in ns:\n    if n:\n        ${call.replaceAll('\n    ', '\n')}`,
      write(call),
      [
        'Tag.objects.bulk_create(',
        '    [',
        '        Tag(',
        '            name=n.strip().casefold().replace(" ", "-"),',
        '            price=prices[n.strip().casefold()],',
        '        )',
        '        for n in ns',
        '        if n',
        '    ]',
        ')',
      ].join('\n'),
    );
  });

  test('arguments that hang below the first are laid out anew', () =>
    becomes(
      'for n in ns:\n    Tag.objects.create(name=n,\n                       price=1)',
      write('Tag.objects.create(name=n,\n                           price=1)'),
      'Tag.objects.bulk_create([Tag(name=n, price=1) for n in ns])',
    ));

  test('awaited, and in brackets where a comprehension needs them', () => {
    const code = 'async def run(a, b):\n    for n in a, b:\n        await Tag.objects.acreate(name=n)\n';
    expect(isSuggested(code, write('Tag.objects.acreate(name=n)'), /signals/)).toContain(
      '    await Tag.objects.abulk_create([Tag(name=n) for n in (a, b)])',
    );
  });

  test('a loop that prepares its rows gathers them', () =>
    becomes(
      'for n in ns:\n    name = n.strip()\n    if not name:\n        continue\n    Tag.objects.create(name=name)',
      write('Tag.objects.create(name=name)'),
      'tags = []\nfor n in ns:\n    name = n.strip()\n    if not name:\n        continue\n    tags.append(Tag(name=name))\nTag.objects.bulk_create(tags)',
    ));

  test('so does one whose variable is read later, or in which a comment stands', () => {
    becomes(
      'for n in ns:\n    Tag.objects.create(name=n)\nprint(n)',
      write('Tag.objects.create(name=n)'),
      'tags = []\nfor n in ns:\n    tags.append(Tag(name=n))\nTag.objects.bulk_create(tags)\nprint(n)',
    );
    becomes(
      'for n in ns:\n    # Why.\n    Tag.objects.create(name=n)',
      write('Tag.objects.create(name=n)'),
      'tags = []\nfor n in ns:\n    # Why.\n    tags.append(Tag(name=n))\nTag.objects.bulk_create(tags)',
    );
  });

  test('made and saved, in one or in two steps', () => {
    becomes('for n in ns:\n    Tag(name=n).save()', write('Tag(name=n).save()'), 'Tag.objects.bulk_create([Tag(name=n) for n in ns])');
    becomes(
      'for n in ns:\n    tag = Tag(name=n)\n    tag.price = 1\n    tag.save()',
      write('tag.save()'),
      'tags = []\nfor n in ns:\n    tag = Tag(name=n)\n    tag.price = 1\n    tags.append(tag)\nTag.objects.bulk_create(tags)',
    );
  });

  test('a text of several lines stays as it is', () =>
    becomes(
      'for n in ns:\n    Tag.objects.create(name="""\n  a\n""" + n)',
      write('Tag.objects.create(name="""\n      a\n    """ + n)'),
      'tags = []\nfor n in ns:\n    tags.append(\n        Tag(name="""\n  a\n""" + n)\n    )\nTag.objects.bulk_create(tags)',
    ));

  test('the loop shares its line', () =>
    becomes('for n in ns: Tag.objects.create(name=n)', write('Tag.objects.create(name=n)'), 'Tag.objects.bulk_create([Tag(name=n) for n in ns])'));

  test('a name that is taken', () =>
    becomes(
      'tags = 1\nfor n in ns:\n    name = n\n    Tag.objects.create(name=name)',
      write('Tag.objects.create(name=name)'),
      'tags = 1\ntags2 = []\nfor n in ns:\n    name = n\n    tags2.append(Tag(name=name))\nTag.objects.bulk_create(tags2)',
    ));

  const create = 'Tag.objects.create(n=n)';
  const cases: readonly (readonly [name: string, body: string, call: string, reason: RegExp])[] = [
    ['an effect besides', `for n in ns:\n        print(n)\n        ${create}`, create, /more than write rows/],
    ['related objects', 'for n in ns:\n        tag.items.create(n=n)', 'tag.items.create(n=n)', /is not the manager of a model/],
    ['what is written is kept', `for n in ns:\n        tag = ${create}`, create, /gives back is used/],
    ['what is written is handed on', `for n in ns:\n        ts.append(${create})`, create, /gives back is used/],
    ['`get_or_create`', 'for n in ns:\n        Tag.objects.get_or_create(n=n)', 'Tag.objects.get_or_create(n=n)', /writes no row of a model/],
    ['not awaited', 'for n in ns:\n        Tag.objects.acreate(n=n)', 'Tag.objects.acreate(n=n)', /writes no row of a model/],
    [
      'an error of one row is handled',
      `for n in ns:\n        try:\n            ${create}\n        except ValueError:\n            pass`,
      create,
      /more than write/,
    ],
    ['each in a transaction of its own', `for n in ns:\n        with atomic():\n            ${create}`, create, /more than write rows/],
    ['it stops at the first', `for n in ns:\n        if n:\n            break\n        ${create}`, create, /more than write rows/],
    ['it may fail between two', `for n in ns:\n        if n:\n            raise ValueError\n        ${create}`, create, /more than write rows/],
    [
      'it asks for what it wrote',
      `for n in ns:\n        had = Tag.objects.filter(n=n)\n        ${create}`,
      create,
      /asks the database for more: `Tag/,
    ],
    ['it writes something else', `for n in ns:\n        x = other.save()\n        ${create}`, create, /asks the database for more/],
    ['somebody else begins with the row', `for n in ns:\n        job = task.delay(n)\n        ${create}`, create, /more than write rows/],
    ['an `else`', `for n in ns:\n        ${create}\n    else:\n        pass`, create, /no plain `for`/],
    ['an asynchronous loop', `async for n in ns:\n        ${create}`, create, /no plain `for`/],
    ['two loops', `for n in ns:\n        for m in n:\n            ${create}`, create, /another loop/],
    ['a few rows at a time', `for n in ns.iterator():\n        ${create}`, create, /a few rows at a time/],
    [
      'a row that is used once it was written',
      'for n in ns:\n        t = Tag(n=n)\n        t.save()\n        out.append(t)',
      't.save()',
      /is used once it was written/,
    ],
    ['a database', "for n in ns:\n        Tag(n=n).save(using='b')", "Tag(n=n).save(using='b')", /says how to write/],
    ['a key that may be there', 'for n in ns:\n        Tag(pk=n).save()', 'Tag(pk=n).save()', /may be the key of a row/],
    ['a key given later', 'for n in ns:\n        t = Tag(n=n)\n        t.id = n\n        t.save()', 't.save()', /may be the key of a row/],
    ['a way to write', 'for n in ns:\n        t = Tag(n=n)\n        t.save(force_insert=True)', 't.save(force_insert=True)', /says how to write/],
  ];
  for (const [name, body, call, reason] of cases)
    test(`refused: ${name}`, () => isRefused(within(body), write(call, /^async/.test(body) ? 'async for n' : 'for n'), reason));

  const models: readonly (readonly [name: string, rows: readonly DeclaredClass[] | null, reason: RegExp])[] = [
    ['nobody knows it', null, /does not show which model/],
    ['it has a `save` of its own', [declared({ methods: ['save'] })], /has a `save` of its own/],
    ['a base class has one', [declared(), declared({ name: 'Base', methods: ['asave'], fields: [] })], /`Base` has a `asave`/],
    ['a signal is listened to', [declared({ heard: ['(post_save, post_delete)'] })], /`post_save` of `Tag` is listened to/],
    ['a base class of another library', [declared({ foreign: ['MPTTModel'] })], /`MPTTModel` may write in a way of its own/],
    ['a row of two tables', [declared(), declared({ name: 'Item' })], /each `Tag` is a row of `Item` as well/],
    ['another name', [declared({ name: 'Label' })], /another name where it is declared/],
  ];
  for (const [name, rows, reason] of models)
    test(`refused for a model: ${name}`, () => isRefused(within(`for n in ns:\n        ${create}`), write(create, 'for n', rows), reason));

  test('an abstract base is no table, and deleted rows are no matter', () => {
    const base = declared({ name: 'Base', fields: [field('Meta.abstract', '', { '': true })], heard: ['post_delete'] });
    isSuggested(within(`for n in ns:\n        ${create}`), write(create, 'for n', [declared({ foreign: [] }), base]), /needs no signals/);
  });
});

describe('bulk_update', () => {
  test('what the loop gives values to', () =>
    becomes(
      'for n in ns:\n    n.price = price_of(n.name)\n    n.shelf_id = 1\n    n.save()',
      write('n.save()'),
      "changed = []\nfor n in ns:\n    n.price = price_of(n.name)\n    n.shelf_id = 1\n    changed.append(n)\nTag.objects.bulk_update(changed, ['price', 'shelf_id'], batch_size=1000)",
    ));

  test('under a condition, and what `update_fields` says', () =>
    becomes(
      "for n in ns:\n    if n.price > 1:\n        n.price = 1\n        n.save(update_fields=['price'])",
      write("n.save(update_fields=['price'])"),
      "changed = []\nfor n in ns:\n    if n.price > 1:\n        n.price = 1\n        changed.append(n)\nTag.objects.bulk_update(changed, ['price'], batch_size=1000)",
    ));

  test('the model as the file speaks of it', () => {
    const code = 'from shop import models\n\ndef run(t: models.Tag):\n    for n in t.others.all():\n        n.price = 1\n        n.save()\n';
    expect(isSuggested(code, write('n.save()'), /signals/)).toContain("    models.Tag.objects.bulk_update(changed, ['price'], batch_size=1000)\n");
  });

  const cases: readonly (readonly [name: string, body: string, call: string, reason: RegExp])[] = [
    ['nothing is changed', 'for n in ns:\n        n.save()', 'n.save()', /no field a value/],
    [
      'a method may change more',
      'for n in ns:\n        x = n.grow()\n        n.price = x\n        n.save()',
      'n.save()',
      /may change more of the row/,
    ],
    ['so may a function', 'for n in ns:\n        n.price = f(n)\n        n.save()', 'n.save()', /may change more of the row/],
    ['another row', 'for n in ns:\n        n.price = 1\n        n.shelf.name = 2\n        n.save()', 'n.save()', /changes another row/],
    ['no column', 'for n in ns:\n        n.total = 1\n        n.save()', 'n.save()', /`total` is no column/],
    ['a file', 'for n in ns:\n        n.cover = f\n        n.save()', 'n.save()', /`cover` is no column/],
    ['its key', 'for n in ns:\n        n.code = 1\n        n.save()', 'n.save()', /`code` is no column/],
    [
      'columns that do not show',
      'for n in ns:\n        n.price = 1\n        n.save(update_fields=fs)',
      'n.save(update_fields=fs)',
      /says how to write/,
    ],
    ['it is used afterwards', 'for n in ns:\n        n.price = 1\n        n.save()\n        out.append(n.price)', 'n.save()', /once it was written/],
    [
      'another row than the loop walks',
      'for n in ns:\n        m = n.next\n        m.price = 1\n        m.save()',
      'm.save()',
      /no row that the loop walks/,
    ],
    ['another row by the same name', 'for n in ns:\n        n = n.next\n        n.price = 1\n        n.save()', 'n.save()', /given another value/],
  ];
  for (const [name, body, call, reason] of cases) test(`refused: ${name}`, () => isRefused(within(body), write(call), reason));

  test('refused: a column that each `save` sets', () => {
    const stamped = declared({ fields: [...COLUMNS, field('seen', 'models.DateTimeField', { auto_now: true })] });
    isRefused(within('for n in ns:\n        n.price = 1\n        n.save()'), write('n.save()', 'for n', [stamped]), /`seen` is set by each `save`/);
  });

  test('refused: a column that a package sets at each `save`', () => {
    const stamped = declared({ fields: [...COLUMNS, field('seen', 'ModificationDateTimeField')] });
    isRefused(within('for n in ns:\n        n.price = 1\n        n.save()'), write('n.save()', 'for n', [stamped]), /`seen` is set by each `save`/);
  });

  test('refused: `objects` is missing, or may leave out rows', () => {
    const by = (name: string, made: string): DeclaredClass[] => [declared({ fields: [...COLUMNS, field(name, made)] })];
    const loop = (rows: string): string => within(`for n in ${rows}:\n        n.price = 1\n        n.save()`);
    isRefused(loop('Tag.everything.all()'), write('n.save()', 'for n', by('everything', 'models.Manager')), /no manager `objects`/);
    isRefused(loop('ns'), write('n.save()', 'for n', by('objects', 'ActiveManager')), /may leave out rows/);
    isSuggested(loop('Tag.objects.all()'), write('n.save()', 'for n', by('objects', 'ActiveManager')), /signals/);
  });

  test('refused: rows of another database', () =>
    isRefused(
      within("for n in Tag.objects.using('b').all():\n        n.price = 1\n        n.save()"),
      write('n.save()'),
      /rows may be of another database/,
    ));

  test('refused: the model is not imported', () =>
    isRefused('def run(ns):\n    for n in ns:\n        n.price = 1\n        n.save()\n', write('n.save()'), /`Tag` is not imported here/));
});
