/** The path of a finding holds together: each step leads to the next. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { check } from './check.ts';

let folder = '';
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('the path leads from the loop to the client, and through no other caller of what makes it', async () => {
  folder = mkdtempSync(join(tmpdir(), 'scalelint-trace-'));
  const text = `from elasticsearch import Elasticsearch


def new_client():
    return Elasticsearch('https://search.example')


def amend(book):
    new_client().index(index='books', document=book)


def is_known(name):
    return new_client().exists(index='books', id=name)


def known(names):
    return [name for name in names if is_known(name)]


def amend_all(books):
    amend(books[0])
`;
  writeFileSync(join(folder, 'search.py'), text);
  const { findings } = await check({ cwd: folder, paths: ['.'] });
  const found = findings.filter(({ rule }) => rule === 'client-per-request');
  const lines = found.map(({ trace }) => trace.map(({ span, message }) => `${text.slice(0, span.start).split('\n').length} ${message}`));
  expect(lines).toEqual([['17 loop over `names`', '17 calls `is_known`', '13 calls `new_client`', '5 makes a pool']]);
});

test('what a relation has to be loaded with is on the path, also where its query stands in another function', async () => {
  folder = mkdtempSync(join(tmpdir(), 'scalelint-trace-'));
  const text = `from django.db import models


class Author(models.Model):
    name = models.CharField(max_length=80)


class Book(models.Model):
    author = models.ForeignKey(Author, on_delete=models.CASCADE)


def books():
    return Book.objects.order_by('pk')


def names(request):
    return [book.author.name for book in books()]


def others(request):
    return [book.author.name for book in Book.objects.order_by('-pk')]


def page(number):
    return Paginator(Book.objects.order_by('pk'), 50).get_page(number)
`;
  writeFileSync(join(folder, 'views.py'), text);
  const { findings } = await check({ cwd: folder, paths: ['.'] });
  const found = findings.filter(({ rule }) => rule === 'lazy-relation-in-loop');
  const lines = found.map(({ trace }) => trace.map(({ span, message }) => `${text.slice(0, span.start).split('\n').length} ${message}`));
  expect(lines).toEqual([
    ['16 `names`, which Django calls', '13 queries the rows of `Book`', '17 loop over `books()`', '9 `author` is loaded when it is touched'],
    ['20 `others`, which Django calls', "21 loop over `Book.objects.order_by('-pk')`", '9 `author` is loaded when it is touched'],
  ]);
});
