/** What a finding advises is what the library takes. */
import { expect, test } from 'vitest';
import { lint } from './cases/linter.ts';

const models = `from django.db import models


class Author(models.Model):
    name = models.TextField()


class Book(models.Model):
    author = models.ForeignKey(Author, on_delete=models.CASCADE)
`;

const views = `from django.shortcuts import render

from shop.models import Author


def authors(request):
    return render(request, 'shop/authors.html', {'authors': Author.objects.all()})
`;

test('rows are counted by the name that queries know, without the `_set` of attributes', async () => {
  const template = '{% for author in authors %}{{ author.book_set.count }}{% endfor %}\n';
  const files = { 'shop/__init__.py': '', 'shop/models.py': models, 'shop/views.py': views, 'shop/templates/shop/authors.html': template };
  const { found } = await lint(
    Object.entries(files).map(([name, text]) => ({ name, text })),
    [],
  );
  expect(found.map(({ message }) => /annotate\(Count\('\w+'\)\)/.exec(message)?.[0])).toEqual(["annotate(Count('book'))"]);
});
