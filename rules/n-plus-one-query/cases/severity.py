from celery import shared_task
from django.http import HttpRequest, JsonResponse
from fastapi import FastAPI

import requests
from library.models import Author, Book, Workspace

app = FastAPI()


def on_request(request: HttpRequest):
    rows = [Author.objects.get(pk=book.author_id) for book in Book.objects.all()] #! n-plus-one-query hint
    # One page of rows.
    rows += [Author.objects.get(pk=book.author_id) for book in Book.objects.order_by('-year')[:50]] #! n-plus-one-query hint
    # What a person picks or fills in has few parts.
    rows += [Book.objects.get(pk=key) for key in request.GET.getlist('book')] #! n-plus-one-query hint
    # A person sets up each of them.
    rows += [Book.objects.filter(workspace_id=workspace.pk).count() for workspace in Workspace.objects.all()] #! n-plus-one-query hint
    return JsonResponse({'rows': rows})


@app.get('/books')
def on_another(keys: list[int]):
    return [Author.objects.get(pk=key) for key in keys] #! n-plus-one-query hint


# Code that runs, but no request is known to come by.
def called():
    return [Author.objects.get(pk=book.author_id) for book in Book.objects.all()] #! n-plus-one-query hint


def caller():
    return called()


def uncalled():
    return [Author.objects.get(pk=book.author_id) for book in Book.objects.all()] #! n-plus-one-query hint


@shared_task
def nightly():
    return [Author.objects.get(pk=book.author_id) for book in Book.objects.all()] #! n-plus-one-query hint


def deliberate(request: HttpRequest):
    rows = []
    # One after the other, so as not to overload the database.
    for book in Book.objects.all():
        rows.append(Author.objects.get(pk=book.author_id)) #! n-plus-one-query hint
    return JsonResponse({'rows': rows})


def written_as_well(request: HttpRequest):
    for book in Book.objects.all():
        book.writer = Author.objects.get(pk=book.author_id).name #! n-plus-one-query hint
        book.save() #! n-plus-one-query hint
    return JsonResponse({})


def asked_as_well(request: HttpRequest):
    rows = []
    for book in Book.objects.all():
        author = Author.objects.get(pk=book.author_id) #! n-plus-one-query hint
        rows.append(requests.get(author.page).text) #! n-plus-one-query hint
    return JsonResponse({'rows': rows})


#- library/management/commands/list_books.py
from django.core.management.base import BaseCommand

from library.models import Author, Book


class Command(BaseCommand):
    def handle(self, *_args, **_options):
        for book in Book.objects.all():
            self.stdout.write(Author.objects.get(pk=book.author_id).name) #! n-plus-one-query hint


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
