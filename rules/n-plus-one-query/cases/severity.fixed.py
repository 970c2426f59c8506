from celery import shared_task
from django.http import HttpRequest, JsonResponse
from fastapi import FastAPI

import requests
from library.models import Author, Book, Workspace

app = FastAPI()


def on_request(request: HttpRequest):
    books = list(Book.objects.all())
    authors_by_id = Author.objects.in_bulk({book.author_id for book in books})
    rows = [authors_by_id[book.author_id] for book in books]
    books2 = list(Book.objects.order_by('-year')[:50])
    authors_by_id2 = Author.objects.in_bulk({book.author_id for book in books2})
    # One page of rows.
    rows += [authors_by_id2[book.author_id] for book in books2]
    # What a person picks or fills in has few parts.
    rows += [Book.objects.get(pk=key) for key in request.GET.getlist('book')]
    # A person sets up each of them.
    rows += [Book.objects.filter(workspace_id=workspace.pk).count() for workspace in Workspace.objects.all()]
    return JsonResponse({'rows': rows})


@app.get('/books')
def on_another(keys: list[int]):
    authors_by_id = Author.objects.in_bulk(keys)
    return [authors_by_id[key] for key in keys]


# Code that runs, but no request is known to come by.
def called():
    books = list(Book.objects.all())
    authors_by_id = Author.objects.in_bulk({book.author_id for book in books})
    return [authors_by_id[book.author_id] for book in books]


def caller():
    return called()


def uncalled():
    books = list(Book.objects.all())
    authors_by_id = Author.objects.in_bulk({book.author_id for book in books})
    return [authors_by_id[book.author_id] for book in books]


@shared_task
def nightly():
    books = list(Book.objects.all())
    authors_by_id = Author.objects.in_bulk({book.author_id for book in books})
    return [authors_by_id[book.author_id] for book in books]


def deliberate(request: HttpRequest):
    rows = []
    books = list(Book.objects.all())
    authors_by_id = Author.objects.in_bulk({book.author_id for book in books})
    # One after the other, so as not to overload the database.
    for book in books:
        rows.append(authors_by_id[book.author_id])
    return JsonResponse({'rows': rows})


def written_as_well(request: HttpRequest):
    books = list(Book.objects.all())
    authors_by_id = Author.objects.in_bulk({book.author_id for book in books})
    changed = []
    for book in books:
        book.writer = authors_by_id[book.author_id].name
        changed.append(book)
    Book.objects.bulk_update(changed, ['writer'], batch_size=1000)
    return JsonResponse({})


def asked_as_well(request: HttpRequest):
    rows = []
    books = list(Book.objects.all())
    authors_by_id = Author.objects.in_bulk({book.author_id for book in books})
    for book in books:
        author = authors_by_id[book.author_id]
        rows.append(requests.get(author.page).text)
    return JsonResponse({'rows': rows})

#- library/management/commands/list_books.py
from django.core.management.base import BaseCommand

from library.models import Author, Book


class Command(BaseCommand):
    def handle(self, *_args, **_options):
        books = list(Book.objects.all())
        authors_by_id = Author.objects.in_bulk({book.author_id for book in books})
        for book in books:
            self.stdout.write(authors_by_id[book.author_id].name)

#- library/models.py
from django.db import models


class Author(models.Model):
    name = models.CharField(max_length=100)
    page = models.URLField()


class Workspace(models.Model):
    name = models.CharField(max_length=100)


class Book(models.Model):
    title = models.CharField(max_length=200)
    writer = models.CharField(max_length=100)
    year = models.IntegerField()
    author = models.ForeignKey(Author, on_delete=models.CASCADE)
    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE)
