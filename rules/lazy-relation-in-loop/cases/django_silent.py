from django.db.models import Prefetch, prefetch_related_objects
from django.shortcuts import get_object_or_404, render
from django.urls import path
from library.models import Author, Book, Page, Tag


def selected(request):
    lines = []
    for book in Book.objects.select_related('author'):
        lines.append(book.author.name) #= the query loads it
    for book in Book.objects.filter(published=True).select_related('author__publisher').order_by('title'):
        lines.append(book.author.name) #= loaded on the way to the publisher
        lines.append(book.author.publisher.name) #= the query loads it
    return render(request, 'lines.html', {'lines': lines})


def selected_later(request):
    books = Book.objects.all()
    books = books.select_related('author')
    return render(request, 'lines.html', {'lines': [book.author.name for book in books]}) #= the second line loads it


def without(request):
    lines = [book.author for book in Book.objects.filter(author__isnull=True)] #= there is none, as the row itself says
    return render(request, 'lines.html', {'lines': lines})


def made(request):
    books = [{'author': {'name': 'x'}} for _ in Book.objects.all()]
    lines = [book.author for book in books] #= as many as the rows, and none of them
    lines += [line.author for line in map(str, Book.objects.all())] #= as above
    return render(request, 'lines.html', {'lines': lines})


def selected_elsewhere(request):
    lines = [book.author.name for book in books_with_authors()] #= the function that gives back the query loads it
    lines += [book.author.name for book in Book.objects.for_list()] #= the queryset's own method loads it
    lines += [book.author.name for book in Book.listed.all()] #= the manager loads it for everybody
    lines += [book.author.name for book in Book.listed.filter(published=True)] #= so does what it refines
    return render(request, 'lines.html', {'lines': lines})


def books_with_authors():
    return Book.objects.select_related('author')


def handed(request):
    return render(request, 'lines.html', {'lines': lines_of(Book.objects.select_related('author'))})


def lines_of(books):
    return [book.author.name for book in books] #= all who call it load it


def prefetched(request):
    rows = []
    for book in Book.objects.prefetch_related('tags'):
        rows.append([tag.name for tag in book.tags.all()]) #= one query for the tags of all books
    for author in Author.objects.prefetch_related(Prefetch('book_set', queryset=Book.objects.order_by('year'))):
        rows.append([book.title for book in author.book_set.all()]) #= a Prefetch loads it, in an order of its own
    authors = list(Author.objects.all())
    prefetch_related_objects(authors, 'publisher')
    rows.append([author.publisher.name for author in authors]) #= loaded for all of them before
    return render(request, 'lines.html', {'rows': rows})


def chosen(request):
    wanted = request.GET.getlist('with')
    return render(request, 'lines.html', {'lines': [book.author.name for book in Book.objects.select_related(*wanted)]}) #= which ones it loads shows at run time


def all_of_them(request):
    return render(request, 'lines.html', {'lines': [book.author.name for book in Book.objects.select_related()]}) #= without a name it loads all that must be there


def plain_rows(request):
    rows = [row['author__name'] for row in Book.objects.values('title', 'author__name')] #= rows that are dictionaries lead nowhere
    counted = Book.objects.all()
    counted = counted.values('author', 'title').distinct()
    rows += [row['author'] for row in counted] #= as above, from a later statement on
    rows += [name for _title, name in Book.objects.values_list('title', 'author__name')] #= nor do tuples
    return render(request, 'lines.html', {'rows': rows})


def keys_only(request):
    ids = [book.author_id for book in Book.objects.all()] #= the key stands in the row itself
    return render(request, 'lines.html', {'ids': ids})


def one_row(request, key):
    book = get_object_or_404(Book, pk=key)
    first = Book.objects.first()
    names = [book.author.name, first.author.name] #= one row each, no loop
    for tag in book.tags.all(): #= one query for the tags of one book
        names.append(tag.name)
    return render(request, 'lines.html', {'names': names})


def few(request):
    top = [book.author.name for book in Book.objects.order_by('-sold')[:5]] #= five rows
    return render(request, 'lines.html', {'top': top})


def set_here(request, key):
    author = get_object_or_404(Author, pk=key)
    for book in Book.objects.filter(author=author):
        book.author = author
        print(book.author.name) #= set here, so nothing is loaded
    return render(request, 'lines.html')


def not_rows(request):
    entries = [Page(author='Ada'), Page(author='Ben')]
    return render(request, 'lines.html', {'lines': [entry.author.title() for entry in entries]}) #= objects of another class, whose attribute is a text


def a_part(request):
    rows = [book.tags.filter(name__startswith='a') for book in Book.objects.all()] #= not run here, and a part of them is no relation to load
    return render(request, 'lines.html', {'rows': rows, 'tags': Tag.objects.all()})


def shelved_books(years):
    if not years:
        return Book.objects.none()
    return Book.shelves.shelved().select_related('author').filter(year__in=years)


def shelved(request):
    return render(request, 'lines.html', {'lines': [book.author.name for book in shelved_books(request.GET)]}) #= loaded where they are shelved


urlpatterns = [
    path('shelved/', shelved),
    path('selected/', selected),
    path('selected-later/', selected_later),
    path('selected-elsewhere/', selected_elsewhere),
    path('handed/', handed),
    path('prefetched/', prefetched),
    path('chosen/', chosen),
    path('all/', all_of_them),
    path('plain/', plain_rows),
    path('keys/', keys_only),
    path('one/<int:key>/', one_row),
    path('few/', few),
    path('set-here/<int:key>/', set_here),
    path('not-rows/', not_rows),
    path('a-part/', a_part),
]


#- library/models.py
from dataclasses import dataclass

from django.db import models


class BookQuerySet(models.QuerySet):
    def for_list(self):
        return self.select_related('author').order_by('title')


class ListedManager(models.Manager):
    def get_queryset(self):
        return super().get_queryset().select_related('author')


class ShelvedQuerySet(models.QuerySet):
    def shelved(self):
        return self.exclude(year=0)


class ShelvedManager(models.Manager):
    def get_queryset(self):
        return ShelvedQuerySet(self.model, using=self._db)

    def shelved(self):
        return self.get_queryset().shelved()


class Publisher(models.Model):
    name = models.CharField(max_length=100)


class Author(models.Model):
    name = models.CharField(max_length=100)
    publisher = models.ForeignKey(Publisher, on_delete=models.CASCADE)


class Tag(models.Model):
    name = models.CharField(max_length=100)


class Book(models.Model):
    title = models.CharField(max_length=200)
    year = models.IntegerField()
    sold = models.IntegerField()
    published = models.BooleanField()
    author = models.ForeignKey(Author, on_delete=models.CASCADE)
    tags = models.ManyToManyField(Tag)

    objects = BookQuerySet.as_manager()
    listed = ListedManager()
    shelves = ShelvedManager()


@dataclass
class Page:
    author: str


#- tests/test_books.py
from library.models import Book


def test_all_have_authors():
    for book in Book.objects.all():
        assert book.author.name #= a test


#- library/migrations/0002_names.py
from library.models import Book


def forwards(apps, schema_editor):
    for book in Book.objects.all():
        print(book.author.name) #= a migration


#- scripts/list_books.py
from library.models import Book

for each in Book.objects.all():
    print(each.author.name) #= a script that somebody runs by hand
