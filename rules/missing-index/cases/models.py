from django.db import models
from django.db.models import Q
from django.http import HttpRequest, JsonResponse
from django.shortcuts import render
from django.contrib.auth.models import AbstractUser

from library import borrowing
from library.shelves import on_shelf


class Author(AbstractUser):
    pen_name = models.CharField(max_length=200)


class Dated(models.Model):
    created = models.DateTimeField(auto_now_add=True)

    class Meta:
        abstract = True


class Book(Dated):
    title = models.CharField(max_length=200)
    isbn = models.CharField(max_length=13, unique=True)
    slug = models.SlugField()
    shelf = models.IntegerField()
    year = models.IntegerField()
    state = models.CharField(max_length=3, choices=[('new', 'New'), ('old', 'Old')])
    is_lent = models.BooleanField(default=False)
    author = models.ForeignKey(Author, related_name='books', on_delete=models.CASCADE)
    publisher = models.CharField(max_length=200)
    number = models.IntegerField()

    class Meta:
        indexes = [models.Index(fields=['-year', 'title'])]
        unique_together = [('publisher', 'number')]
        constraints = [models.CheckConstraint(check=Q(year__gt=0), name='after_christ')]


def by_title(request: HttpRequest):
    book = Book.objects.get(title=request.GET['title']) #! missing-index hint O(Book rows)
    return JsonResponse({'book': book.isbn, 'shelf': on_shelf(3)})


def by_title_and_state(request: HttpRequest):
    books = Book.objects.filter(state='new', title=request.GET['title']).order_by('-pk') #! missing-index hint
    return JsonResponse({'books': [book.isbn for book in books]})


def since(request: HttpRequest):
    return JsonResponse({'count': Book.objects.filter(created__gte=request.GET['since']).count()}) #! missing-index hint


def by_reader(request: HttpRequest):
    return JsonResponse({'lent': borrowing.Loan.objects.filter(reader=request.GET['reader']).count()}) #! missing-index hint


def in_loop(titles: list[str]):
    return [Book.objects.filter(title=title).first() for title in titles] #! missing-index hint #! n-plus-one-query


def by_index(request: HttpRequest):
    found = [
        Book.objects.get(isbn='x'), #= unique
        Book.objects.get(pk=1), #= the key
        Book.objects.get(slug='x'), #= slugs have an index of their own
        Book.objects.filter(author=request.user).first(), #= foreign keys have one as well
        Book.objects.filter(year=1999, title='x').first(), #= an index begins with the year
        Book.objects.filter(publisher='x', title='x').first(), #= what is unique together has an index that begins with the first
        Book.objects.filter(title='x').filter(isbn='x').first(), #= another part of the chain is answered by an index
    ]
    return JsonResponse({'found': found})


def unreadable(request: HttpRequest, conditions: dict):
    found = [
        Book.objects.filter(Q(title='x')).first(), #= conditions that are not read
        Book.objects.filter(**conditions).first(), #= as above
        Book.objects.filter(author__pen_name='x').first(), #= another table's column
        Book.objects.filter(title__icontains='x').first(), #= a question that no plain index answers
        request.user.books.filter(title='x').first(), #= only rows of one author are looked through
        Author.objects.filter(email='x').first(), #= a column that the project does not declare
    ]
    return JsonResponse({'found': found})


def few(request: HttpRequest):
    lent = Book.objects.filter(is_lent=True).count() #= of two values an index chooses neither
    new = Book.objects.filter(state='new').count() #= of few values as well
    return JsonResponse({'lent': lent, 'new': new})


def nobody_calls_this():
    return Book.objects.get(title='x') #= runs who knows when


#- library/shelves.py
from library.views import Book


def on_shelf(shelf: int):
    return Book.objects.filter(shelf=shelf).count() #! missing-index hint


#- library/views.py
from django.db import models
from django.http import HttpRequest, JsonResponse

from library.indexes import made
from library.shelves import on_shelf


class Book(models.Model):
    shelf = models.IntegerField()


class Plugin(models.Model):
    code = models.CharField(max_length=2)


class Odd(models.Model):
    name = models.CharField(max_length=20)

    class Meta:
        indexes = made()


def shelf(request: HttpRequest):
    Plugin.objects.get(code='x') #= plugins are few
    Odd.objects.get(name='x') #= its indexes cannot be read
    return JsonResponse({'count': on_shelf(2)})


#- library/indexes.py
def made():
    return []


#- library/borrowing.py
from django.db import models


class Loan(models.Model):
    reader = models.CharField(max_length=20)
