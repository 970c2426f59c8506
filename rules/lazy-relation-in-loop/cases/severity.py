from celery import shared_task
from django.db.models.signals import post_migrate
from django.dispatch import receiver
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_GET

from library.models import Author, Book
from library.texts import line_of


@require_GET
def on_request(request):
    return [book.author.name for book in Book.objects.all()] #! lazy-relation-in-loop warning


@require_GET
def in_order(request):
    return [book.author.name for book in Book.objects.order_by('title')] #! lazy-relation-in-loop warning


@require_GET
def published(request):
    return [book.author.name for book in Book.objects.filter(published=True)] #! lazy-relation-in-loop hint


@require_GET
def first_ten(request):
    return [book.author.name for book in Book.objects.all()[:10]] #! lazy-relation-in-loop hint


@require_GET
def next_twenty(request):
    return [book.author.name for book in Book.objects.all()[20:40]] #! lazy-relation-in-loop hint


@require_GET
def first_fifty(request):
    return [book.author.name for book in Book.objects.all()[0:50]] #! lazy-relation-in-loop warning


# Code that runs, but no request is known to come by.
def called():
    return [book.author.name for book in Book.objects.filter(published=True)] #! lazy-relation-in-loop hint


def caller():
    return called()


def uncalled():
    return [book.author.name for book in Book.objects.all()] #! lazy-relation-in-loop hint


@shared_task
def nightly():
    return [book.author.name for book in Book.objects.all()] #! lazy-relation-in-loop hint


@receiver(post_migrate)
def on_event(sender, **_kwargs):
    return [book.author.name for book in Book.objects.all()] #! lazy-relation-in-loop hint


@require_GET
def deliberate(request):
    names = []
    # One at a time, to keep memory low.
    for book in Book.objects.all():
        names.append(book.author.name) #! lazy-relation-in-loop hint
    return names


@require_GET
def written(request):
    for book in Book.objects.all():
        book.title = f'{book.title} ({book.author.name})' #! lazy-relation-in-loop hint
        book.save()


def migrate_names():
    return [book.author.name for book in Book.objects.all()] #! lazy-relation-in-loop hint


def install():
    return migrate_names()


@require_GET
def deep(request):
    return [line_of(book) for book in Book.objects.all()] #! lazy-relation-in-loop hint


@require_GET
def of_one(request, pk):
    author = get_object_or_404(Author, pk=pk)
    return [book.shelf.name for book in author.books.all()] #! lazy-relation-in-loop hint


@require_GET
def of_handed(request, pk):
    return shelves_of(get_object_or_404(Author, pk=pk))


def shelves_of(author: Author):
    return [book.shelf.name for book in author.books.all()] #! lazy-relation-in-loop hint


@require_GET
def one_page(request):
    return [book.author.name for book in Book.objects.all()[:50]] #! lazy-relation-in-loop warning


@require_GET
def few(request):
    return [book.author.name for book in Book.objects.all()[:9]] #= less than a page


#- library/management/commands/list_books.py
from django.core.management.base import BaseCommand

from library.models import Book


class Command(BaseCommand):
    def handle(self, *_args, **_options):
        for book in Book.objects.all():
            self.stdout.write(book.author.name) #! lazy-relation-in-loop hint


#- library/texts.py
def line_of(book):
    return head_of(book) + '.'


def head_of(book):
    return name_of(book).upper()


def name_of(book):
    return book.author.name


#- library/models.py
from django.db import models


class Author(models.Model):
    name = models.CharField(max_length=100)


class Shelf(models.Model):
    name = models.CharField(max_length=100)


class Book(models.Model):
    title = models.CharField(max_length=200)
    published = models.BooleanField()
    author = models.ForeignKey(Author, related_name='books', on_delete=models.CASCADE)
    shelf = models.ForeignKey(Shelf, on_delete=models.CASCADE)
#- library/pages.py
from django.core.paginator import Paginator

from library.models import Book


def pages(request):
    return Paginator(Book.objects.order_by('pk'), 50).get_page(request.GET.get('page'))
