from django.core.paginator import Paginator
from django.shortcuts import render
from library.models import Author, Book, Order, Shelf
from library.texts import heading, line_of


def plain(request):
    lines = []
    for book in Book.objects.all().select_related('author'):
        lines.append(f'{book.title} by {book.author.name}')
    return render(request, 'lines.html', {'lines': lines})


def with_name(request):
    books = Book.objects.filter(published=True).order_by('title').select_related('author')
    lines = []
    for book in books:
        lines.append((book.title, book.author.name))
    return render(request, 'lines.html', {'lines': lines})


def comprehension(request):
    names = [book.author.name for book in Book.objects.filter(published=True).select_related('author')]
    publishers = {book.author.publisher.name for book in Book.objects.all().select_related('author__publisher')}
    return render(request, 'lines.html', {'names': names, 'publishers': publishers})


def generators(request):
    total = sum(order.customer.discount for order in Order.objects.all().select_related('customer'))
    text = ', '.join(book.author.name for book in Book.objects.all().select_related('author'))
    by_id = {book.id: book.author.name for book in Book.objects.all().select_related('author')}
    names = list(map(lambda book: book.author.name, Book.objects.all().select_related('author')))
    return render(request, 'lines.html', {'total': total, 'text': text, 'by_id': by_id, 'names': names})


def many(request):
    rows = []
    for book in Book.objects.all().prefetch_related('tags'):
        rows.append([tag.name for tag in book.tags.all()])
    return render(request, 'lines.html', {'rows': rows})


def ways_back(request):
    rows = []
    for author in Author.objects.all().prefetch_related('book_set'):
        rows.append([book.title for book in author.book_set.all()])
    for shelf in Shelf.objects.all().prefetch_related('places'):
        rows.append([place.book_id for place in shelf.places.all()])
    return render(request, 'lines.html', {'rows': rows})


def helper(request):
    lines = [line_of(book) for book in Book.objects.all().select_related('author')]
    headings = [heading(author=author) for author in Author.objects.all().select_related('publisher')]
    return render(request, 'lines.html', {'lines': lines, 'headings': headings})


def method(request):
    lines = []
    for book in Book.objects.all().select_related('author'):
        lines.append(book.describe())
    for book in Book.objects.filter(published=True).select_related('shelf'):
        lines.append(book.shelf_mark)
    return render(request, 'lines.html', {'lines': lines})


def several(request):
    rows = []
    for book in Book.objects.select_related('author', 'author__publisher', 'shelf'):
        rows.append(book.author.name)
        rows.append(book.author.publisher.name)
        rows.append(book.shelf.mark)
    return render(request, 'lines.html', {'rows': rows})


def chosen(request):
    books = Book.objects.all().select_related('author')
    if request.GET.get('year'):
        books = books.filter(year=request.GET['year'])
    lines = [(book.title, book.author.name) for book in books]
    return render(request, 'lines.html', {'lines': lines})


def page(request):
    books = Book.objects.order_by('-year').select_related('author')[:50]
    lines = [(book.title, book.author.name) for book in books]
    return render(request, 'lines.html', {'lines': lines})


def many_pages(request):
    orders = Paginator(Order.objects.all(), 25)
    authors = Paginator(Author.objects.all(), 25)
    shelves = Paginator(Shelf.objects.all(), 25)
    return render(request, 'lines.html', {'lines': [orders.count, authors.count, shelves.count]})


def one_page(request):
    page = Paginator(Book.objects.all().select_related('author'), 25).get_page(request.GET.get('page'))
    lines = [(book.title, book.author.name) for book in page]
    return render(request, 'lines.html', {'lines': lines})


def handed(request):
    return render(request, 'lines.html', {'lines': lines_of(Book.objects.all().select_related('author'))})


def lines_of(books):
    return [(book.title, book.author.name) for book in books]

#- library/models.py
from django.db import models


class Publisher(models.Model):
    name = models.CharField(max_length=100)


class Author(models.Model):
    name = models.CharField(max_length=100)
    publisher = models.ForeignKey(Publisher, on_delete=models.CASCADE)


class Shelf(models.Model):
    mark = models.CharField(max_length=10)


class Tag(models.Model):
    name = models.CharField(max_length=100)


class Book(models.Model):
    title = models.CharField(max_length=200)
    year = models.IntegerField()
    published = models.BooleanField()
    author = models.ForeignKey(Author, on_delete=models.CASCADE)
    shelf = models.ForeignKey('library.Shelf', null=True, on_delete=models.SET_NULL)
    tags = models.ManyToManyField('Tag')

    def describe(self):
        return f'{self.title} by {self.author.name}'

    @property
    def shelf_mark(self):
        return self.shelf.mark if self.shelf_id else ''


class Place(models.Model):
    shelf = models.ForeignKey(Shelf, related_name='places', on_delete=models.CASCADE)
    book = models.OneToOneField(Book, on_delete=models.CASCADE)


class Customer(models.Model):
    discount = models.IntegerField()


class Order(models.Model):
    customer = models.ForeignKey(Customer, on_delete=models.PROTECT)

#- library/texts.py
def line_of(book):
    return f'{book.title} by {book.author.name}'


def heading(author):
    return f'{author.name} ({author.publisher.name})'

#- library/urls.py
from django.urls import path

from django_views import chosen, comprehension, generators, handed, helper, many, method, one_page, page, plain, several, ways_back, with_name

urlpatterns = [
    path('plain/', plain),
    path('with-name/', with_name),
    path('comprehension/', comprehension),
    path('generators/', generators),
    path('many/', many),
    path('ways-back/', ways_back),
    path('helper/', helper),
    path('method/', method),
    path('one-page/', one_page),
    path('several/', several),
    path('chosen/', chosen),
    path('page/', page),
    path('handed/', handed),
]
