# A query that begins in another file: what it is told to load is added where it is told here.
from django.http import JsonResponse

from shelf.store import books, sorted_books


def shown(request):
    rows = books().select_related('author', 'publisher')
    return JsonResponse({'rows': [book.publisher.name for book in rows]})


def loaded(request):
    rows = books().select_related('author')
    return JsonResponse({'rows': [book.author.name for book in rows]})


def sorted_somehow(request):
    rows = sorted_books(request.GET.get('by'))
    return JsonResponse({'rows': [book.publisher.name for book in rows]})

#- shelf/store.py
from shelf.models import Book


def books():
    return Book.objects.all()


def sorted_books(by=None):
    if by:
        return Book.objects.order_by(by)
    return Book.objects.all()


def authors():
    return [book.author_id for book in Book.objects.all()]

#- shelf/models.py
from django.db import models


class Author(models.Model):
    name = models.CharField(max_length=80)


class Publisher(models.Model):
    name = models.CharField(max_length=80)


class Book(models.Model):
    author = models.ForeignKey(Author, on_delete=models.CASCADE)
    publisher = models.ForeignKey(Publisher, on_delete=models.CASCADE)
