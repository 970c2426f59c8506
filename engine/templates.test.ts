/** Findings that rest on templates follow what becomes of the templates, and of the views that render them. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { check } from './check.ts';
import { createSession, type FileReport } from './session.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const models = `from django.db import models


class Author(models.Model):
    name = models.CharField(max_length=100)


class Book(models.Model):
    title = models.CharField(max_length=100)
    author = models.ForeignKey(Author, on_delete=models.CASCADE)
`;

const view = (query: string): string => `from django.shortcuts import render

from shop.models import Book


def books(request):
    return render(request, 'shop/books.html', {'books': ${query}})
`;

const touching = '{% for book in books %}\n  {{ book.author.name }}\n{% endfor %}\n';
const harmless = '{% for book in books %}\n  {{ book.title }}\n{% endfor %}\n';

function project(files: Readonly<Record<string, string>>) {
  const cwd = mkdtempSync(join(tmpdir(), 'scalelint-templates-'));
  folders.push(cwd);
  const path = (name: string): string => join(cwd, name);
  const write = (name: string, text: string): void => {
    mkdirSync(dirname(path(name)), { recursive: true });
    writeFileSync(path(name), text);
  };
  write('pyproject.toml', '[project]\nname = "shop"\n');
  write('shop/models.py', models);
  for (const [name, text] of Object.entries(files)) write(name, text);
  return { cwd, path, write };
}

const template = 'shop/templates/shop/books.html';
const lines = (report: FileReport): string[] => report.findings.map((f) => /line \d+, `[^`]+`/.exec(f.message)?.[0] ?? f.message);

test('a session notices that a template changes, comes and goes, and that its view does', async () => {
  const { cwd, path, write } = project({ [template]: harmless, 'shop/views.py': view('Book.objects.all()') });
  const session = createSession({ root: cwd });
  const views = path('shop/views.py');
  session.hold(views, view('Book.objects.all()'));
  expect(lines(await session.check(views, 'types'))).toEqual([]);

  write(template, touching);
  expect(lines(await session.check(views, 'syntax'))).toEqual([]);
  session.touched([path(template)]);
  expect(lines(await session.check(views, 'syntax'))).toEqual(['line 2, `book.author.name`']);

  session.hold(views, view("Book.objects.select_related('author')"));
  expect(lines(await session.check(views, 'syntax'))).toEqual([]);
  session.hold(views, view('Book.objects.all()'));
  expect(lines(await session.check(views, 'syntax'))).toEqual(['line 2, `book.author.name`']);

  rmSync(path(template));
  session.touched([path(template)]);
  expect(lines(await session.check(views, 'syntax'))).toEqual([]);

  const other = 'shop/templates/shop/parts/book.html';
  write(template, '{% for book in books %}{% include "shop/parts/book.html" %}{% endfor %}');
  write(other, '\n\n{{ book.author.name }}');
  session.touched([path(template), path(other)]);
  expect(lines(await session.check(views, 'syntax'))).toEqual(['line 3, `book.author.name`']);

  // Another application takes the name as well: which one is shown is not known any more.
  write('other/templates/shop/parts/book.html', 'nothing');
  session.touched([path('other/templates/shop/parts/book.html')]);
  expect(lines(await session.check(views, 'syntax'))).toEqual([]);
  session.dispose();
});

test('the text of a template is at hand for whoever shows the path, and templates are not checked themselves', async () => {
  const { cwd, path } = project({ [template]: touching, 'shop/templates/unused.html': touching, 'shop/views.py': view('Book.objects.all()') });
  const result = await check({ cwd, paths: ['.'] });
  const [finding] = result.findings;
  expect(result.files.map((file) => file.slice(cwd.length + 1))).toEqual(['shop/models.py', 'shop/views.py']);
  expect(finding?.file).toBe(path('shop/views.py'));
  const steps = finding?.trace.map((step) => result.sources.get(step.file)?.slice(step.span.start, step.span.end));
  expect(steps?.slice(0, 2)).toEqual(['for book in books', 'book.author.name']);
  expect(result.sources.has(path('shop/templates/unused.html'))).toBe(false);
});
