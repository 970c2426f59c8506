from django.db import models
from django.http import HttpRequest, JsonResponse

from library.counts import recent_count


class Author(models.Model):
    name = models.CharField(max_length=200)


class Book(models.Model):
    title = models.CharField(max_length=200)
    author = models.ForeignKey(Author, related_name='books', on_delete=models.CASCADE)


def overview(request: HttpRequest):
    total = len(Book.objects.all()) #! count-by-loading hint
    untitled = Book.objects.filter(title='').exclude(author=None) #! count-by-loading hint
    if len(untitled) > 10:
        total -= len(untitled)
    return JsonResponse({'total': total, 'recent': recent_count()})


def uncalled():
    return len(Book.objects.filter(title='')) #! count-by-loading hint


def per_author():
    return [len(Book.objects.filter(author=author)) for author in Author.objects.all()] #! count-by-loading hint #! n-plus-one-query


def listed(request: HttpRequest):
    books = Book.objects.filter(title='') #= walked as well, which fetches them all
    return JsonResponse({'count': len(books), 'titles': [book.title for book in books]})


def guarded():
    books = Book.objects.filter(title='') #= walked where there are some
    if len(books) > 0:
        for book in books:
            print(book.title)


def of_author(author: Author):
    return len(author.books.all()) #= the books may have come with the author


def first_three():
    books = Book.objects.order_by('title')[:3] #= three rows at most
    return len(books)


def locked():
    return len(Book.objects.select_for_update().filter(title='')) #= locks what it reads


def asked():
    return Book.objects.filter(title='').count() #= counted by the database


def titles():
    names = list(Book.objects.values_list('title', flat=True)) #? miss: a list of them in between
    return len(names)


#- library/counts.py
from library.views import Book


def recent_count():
    recent = Book.objects.order_by('-id') #! count-by-loading hint
    return len(recent)


#- library/views.py
from django.db import models


class Book(models.Model):
    title = models.CharField(max_length=200)
