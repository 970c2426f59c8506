import shelving
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, render
from django.views.generic import ListView
from library.models import Author, Book


def loaded(request):
    books = Book.objects.select_related('author__publisher').prefetch_related('tags') #= the query loads all that the template touches
    return render(request, 'library/books.html', {'books': books})


def loaded_for_one(request, pk):
    author = get_object_or_404(Author.objects.prefetch_related('books__tags'), pk=pk) #= so does the query for one row
    return render(request, 'library/author.html', {'author': author})


def few(request):
    return render(request, 'library/books.html', {'books': Book.objects.order_by('title')[:5]}) #= less than a page


MOST = 3


def few_by_name(request):
    return render(request, 'library/books.html', {'books': Book.objects.order_by('title')[:MOST]}) #= a number with a name


def cut_in_the_template(request):
    return render(request, 'library/first_books.html', {'books': Book.objects.all()}) #= the template shows three of them


def small_pages(request):
    page = Paginator(Book.objects.select_related('author__publisher').prefetch_related('tags'), 25).get_page(1) #= what a page is made of loads them
    return render(request, 'library/books.html', {'books': page})


class SmallPages(ListView):
    queryset = Book.objects.all() #= pages of five
    template_name = 'library/books.html'
    context_object_name = 'books'
    paginate_by = 5


def plain_rows(request):
    return render(request, 'library/books.html', {'books': Book.objects.values('title')}) #= dictionaries lead nowhere


def columns(request):
    return render(request, 'library/columns.html', {'books': Book.objects.all()}) #= the key of the author stands in the row


def kept(request):
    return render(request, 'library/kept.html', {'books': Book.objects.all()}) #= a cache keeps what the template makes of them


def not_shown(request):
    return render(request, 'library/not_shown.html', {'books': Book.objects.all()}) #= comments, and what is meant for another language


def unknown_tags(request):
    return render(request, 'library/unknown_tags.html', {'books': Book.objects.all()}) #= nobody knows what a custom tag does with its arguments


def unknown_filters(request):
    return render(request, 'library/unknown_filters.html', {'books': Book.objects.all()}) #= nor what a custom filter leaves of the rows


def other_names(request):
    return render(request, 'library/books.html', {'items': Book.objects.all()}) #= the template looks up another name


def shadowed(request):
    return render(request, 'library/shadowed.html', {'books': Book.objects.all()}) #= the template gives the name to something else


def alone(request):
    return render(request, 'library/only.html', {'books': Book.objects.all()}) #= the template that is included sees none of them


def one(request, pk):
    return render(request, 'library/one.html', {'book': Book.objects.get(pk=pk)}) #= one row is one query


def way_back(request, pk):
    author = get_object_or_404(Author, pk=pk) #= books that are reached from an author know their author
    return render(request, 'library/way_back.html', {'author': author})


def two_files(request):
    return render(request, 'library/twice.html', {'books': Book.objects.all()}) #= two applications have a template of this name


def loaded_on_the_way(request):
    books = Book.objects.order_by('title') #= what the queries of the function load comes with the rows
    books = with_all(books.distinct())
    return render(request, 'library/books.html', {'books': books})


def with_all(books):
    return books.select_related('author__publisher').prefetch_related('tags')


def loaded_later(request):
    books = Book.objects.order_by('title') #= so does what a later chain loads
    books = books.distinct().select_related('author__publisher').prefetch_related('tags').order_by('id')
    return render(request, 'library/books.html', {'books': books})


def handed_to_a_library(request):
    books = Book.objects.order_by('title') #= nobody knows what a library makes of a query
    books = shelving.arranged(books)
    return render(request, 'library/books.html', {'books': books})


def of_one_owner(request, pk):
    books = Author.objects.get(pk=pk).books.all() #= all books share the author, whose publisher is asked for once
    return render(request, 'library/publishers.html', {'books': books})


def chosen(request):
    name = 'library/books.html' if request.user.is_staff else 'library/one.html'
    return render(request, name, {'books': Book.objects.all()}) #= which template it is shows at run time


def given_twice(request):
    context = {}
    context['books'] = Book.objects.all() #= it may be any of two
    if request.GET.get('q'):
        context['books'] = search(request.GET['q'])
    return render(request, 'library/books.html', context)


def search(text):
    return [book for book in Book.objects.select_related('author__publisher').prefetch_related('tags') if text in book.title]


def ignored(request):
    # scalelint-ignore lazy-relation-in-loop: a dozen books
    return render(request, 'library/names.html', {'books': Book.objects.all()}) #= somebody has answered for it

#- library/models.py
from django.db import models


class Publisher(models.Model):
    name = models.CharField(max_length=100)


class Author(models.Model):
    name = models.CharField(max_length=100)
    publisher = models.ForeignKey(Publisher, on_delete=models.CASCADE)


class Tag(models.Model):
    name = models.CharField(max_length=100)


class Book(models.Model):
    title = models.CharField(max_length=200)
    author = models.ForeignKey(Author, related_name='books', on_delete=models.CASCADE)
    tags = models.ManyToManyField(Tag)

#- library/templates/library/books.html
{% for book in books %}
  {{ book.author.publisher.name }} {% for tag in book.tags.all %}{{ tag.name }}{% endfor %}
{% else %}
  {{ book.author.name }}
{% endfor %}
{{ books.0.author.name }}

#- library/templates/library/names.html
{% for book in books %}{{ book.author.name }}{% endfor %}

#- library/templates/library/author.html
{% for book in author.books.all %}{% for tag in book.tags.all %}{{ tag.name }}{% endfor %}{% endfor %}

#- library/templates/library/first_books.html
{% with first=books|slice:":3" %}{% for book in first %}{{ book.author.name }}{% endfor %}{% endwith %}
{% for book in books|slice:":3" %}{{ book.author.name }}{% endfor %}

#- library/templates/library/columns.html
{% for book in books %}{{ book.author_id }} {{ book.title }} {{ book.tags }}{% endfor %}

#- library/templates/library/kept.html
{% load cache %}{% cache 500 books %}{% for book in books %}{{ book.author.name }}{% endfor %}{% endcache %}

#- library/templates/library/not_shown.html
{% for book in books %}
  {# {{ book.author.name }} #}
  {% comment "later" %}{{ book.author.name }}{% endcomment %}
  {% verbatim %}{{ book.author.name }}{% endverbatim %}
  { book.author.name } {{ "book.author.name" }}
{% endfor %}

#- library/templates/library/unknown_tags.html
{% for book in books %}{% cover book.author %}{% cover book.tags.all as cover %}{{ cover }}{% endfor %}

#- library/templates/library/unknown_filters.html
{% for book in books|in_stock %}{{ book.author.name }}{% endfor %}
{% for group in books|batch:3 %}{{ group.author.name }}{% endfor %}

#- library/templates/library/shadowed.html
{% search request.GET.q as books %}{% for book in books %}{{ book.author.name }}{% endfor %}

#- library/templates/library/only.html
{% include 'library/names.html' with title='Books' only %}

#- library/templates/library/publishers.html
{% for book in books %}{{ book.author.publisher.name }}{% endfor %}

#- library/templates/library/one.html
{{ book.author.publisher.name }} {% for tag in book.tags.all %}{{ tag.name }}{% endfor %}

#- library/templates/library/way_back.html
{% for book in author.books.all %}{{ book.author.name }}{% endfor %}

#- library/templates/library/twice.html
{% for book in books %}{{ book.author.name }}{% endfor %}

#- shop/templates/library/twice.html
{% for book in books %}{{ book.title }}{% endfor %}
