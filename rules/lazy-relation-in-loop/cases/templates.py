from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, render
from django.template.loader import get_template, render_to_string
from django.template.response import TemplateResponse
from django.views.generic import DetailView, ListView, TemplateView
from library.models import Author, Book, Shelf


def plain(request):
    return render(request, 'library/names.html', {'books': Book.objects.all()}) #! lazy-relation-in-loop warning 💡suggestion O(books)


def with_names(request):
    books = Book.objects.filter(published=True).order_by('title') #! lazy-relation-in-loop hint 💡suggestion O(books)
    context = {'books': books}
    return render(request, 'library/names.html', context)


def added_later(request):
    context = {}
    context['books'] = Book.objects.all() #! lazy-relation-in-loop warning 💡suggestion
    return TemplateResponse(request, 'library/names.html', context)


def updated(request):
    context = dict(title='Books')
    context.update({'books': Book.objects.all()}) #! lazy-relation-in-loop warning 💡suggestion
    return render(request, 'library/names.html', context=context)


def from_a_function(request):
    return render(request, 'library/names.html', shelf_context(request))


def shelf_context(request):
    return {'books': Book.objects.filter(shelf=request.GET['shelf'])} #! lazy-relation-in-loop hint 💡suggestion


def as_text(request):
    books = Book.objects.all() #! lazy-relation-in-loop warning 💡suggestion
    return render_to_string('library/names.html', {'books': books}, request=request)


def by_loader(request):
    template = get_template('library/names.html')
    return template.render({'books': []}) + get_template('library/names.html').render({'books': Book.objects.all()}) #! lazy-relation-in-loop warning 💡suggestion


def one_page(request):
    paginator = Paginator(Book.objects.all(), 25) #! lazy-relation-in-loop warning 💡suggestion
    return render(request, 'library/names.html', {'books': paginator.get_page(request.GET.get('page'))})


def many(request):
    return render(request, 'library/tags.html', {'books': Book.objects.all()}) #! lazy-relation-in-loop warning 💡suggestion


def both(request):
    books = Book.objects.all() #! lazy-relation-in-loop warning 💡suggestion #! lazy-relation-in-loop warning
    return render(request, 'library/both.html', {'books': books})


def included(request):
    return render(request, 'library/included.html', {'rows': Book.objects.all()}) #! lazy-relation-in-loop warning 💡suggestion


def extended(request):
    return render(request, 'library/extended.html', {'books': Book.objects.all()}) #! lazy-relation-in-loop warning 💡suggestion


def as_a_text(request):
    return render(request, 'library/authors.html', {'authors': Author.objects.all()}) #! lazy-relation-in-loop hint 💡suggestion


def addresses(request):
    return render(request, 'library/links.html', {'books': Book.objects.all()}) #! lazy-relation-in-loop warning 💡suggestion


def tags_of_django(request):
    return render(request, 'library/builtin_tags.html', {'books': Book.objects.all()}) #! lazy-relation-in-loop warning 💡suggestion


def grouped(request):
    return render(request, 'library/grouped.html', {'books': Book.objects.all()}) #! lazy-relation-in-loop warning 💡suggestion


def filtered(request):
    return render(request, 'library/filtered.html', {'books': Book.objects.all()}) #! lazy-relation-in-loop hint 💡suggestion


def shared_part(request):
    return render(request, 'library/shared.html', {'books': Book.objects.all()}) #! lazy-relation-in-loop hint


def books_of_one(request, pk):
    author = get_object_or_404(Author, pk=pk) #! lazy-relation-in-loop hint 💡none
    return render(request, 'library/author.html', {'author': author})


def books_of_another(request, pk):
    author = Author.objects.get(pk=pk) #! lazy-relation-in-loop hint 💡suggestion
    return render(request, 'library/author.html', {'author': author})


class BookList(ListView):
    model = Book #! lazy-relation-in-loop warning 💡none O(object_list)


class NamedList(ListView):
    queryset = Book.objects.filter(published=True) #! lazy-relation-in-loop hint 💡suggestion
    template_name = 'library/names.html'
    context_object_name = 'books'


class Narrowed(ListView):
    model = Book
    template_name = 'library/names.html'
    context_object_name = 'books'
    paginate_by = 50

    def get_queryset(self):
        return super().get_queryset().filter(published=True) #! lazy-relation-in-loop warning 💡suggestion


class Base(ListView):
    template_name = 'library/names.html'
    context_object_name = 'books'


class Inheriting(Base):
    queryset = Book.objects.all() #! lazy-relation-in-loop warning 💡suggestion


class AuthorDetail(DetailView):
    model = Author #! lazy-relation-in-loop hint
    template_name = 'library/author.html'


class Front(TemplateView):
    template_name = 'library/names.html'

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        context['books'] = Book.objects.all() #! lazy-relation-in-loop warning 💡suggestion
        return context


class HandedOn(TemplateView):
    template_name = 'library/names.html'

    def get_context_data(self, **kwargs):
        return super().get_context_data(books=Book.objects.all(), **kwargs) #! lazy-relation-in-loop warning 💡suggestion


def shelves(request):
    shelves = Shelf.objects.prefetch_related('books') #! lazy-relation-in-loop hint 💡suggestion
    return render(request, 'library/shelves.html', {'shelves': shelves})

#- library/models.py
from django.db import models
from django.urls import reverse


class Publisher(models.Model):
    name = models.CharField(max_length=100)


class Author(models.Model):
    name = models.CharField(max_length=100)
    publisher = models.ForeignKey(Publisher, on_delete=models.CASCADE)

    def __str__(self):
        return f'{self.name} ({self.publisher.name})'


class Tag(models.Model):
    name = models.CharField(max_length=100)


class Shelf(models.Model):
    mark = models.CharField(max_length=20)


class Book(models.Model):
    title = models.CharField(max_length=200)
    published = models.BooleanField()
    author = models.ForeignKey(Author, related_name='books', on_delete=models.CASCADE)
    shelf = models.ForeignKey(Shelf, related_name='books', on_delete=models.CASCADE)
    tags = models.ManyToManyField(Tag)

    def get_absolute_url(self):
        return reverse('book', args=[self.author.name, self.title])

#- library/templates/library/names.html
{% for book in books %}
  <li>{{ book.title }} by {{ book.author.name|upper }}</li>
{% endfor %}

#- library/templates/library/tags.html
{% for book in books %}
  {{ book.title }}: {% for tag in book.tags.all %}{{ tag.name }}{% empty %}none{% endfor %}
{% endfor %}

#- library/templates/library/both.html
{% for book in books reversed %}
  {% if book.author.publisher and book.tags.all %}{{ book.shelf.mark }}{% endif %}
{% endfor %}

#- library/templates/library/included.html
{% for row in rows %}{% include 'library/parts/book.html' with book=row only %}{% endfor %}

#- library/templates/library/parts/book.html
{% load i18n %}
{% with author=book.author %}<b>{{ author.name }}</b>{% endwith %}

#- library/templates/library/base.html
<main>{% for book in books %}{% block row %}{{ book.title }}{% endblock %}{% endfor %}</main>

#- library/templates/library/extended.html
{% extends './base.html' %}
{% block row %}{{ book.shelf.mark }}{% endblock %}

#- library/templates/library/authors.html
{% for author in authors %}{{ author }}{% endfor %}

#- library/templates/library/links.html
{% for book in books %}<a href="{{ book.get_absolute_url }}">{{ book.title }}</a>{% endfor %}

#- library/templates/library/builtin_tags.html
{% for book in books %}
  <a href="{% url 'author' pk=book.author.pk %}">{{ book.title }}</a>
  {% blocktranslate trimmed with mark=book.shelf.mark %}on {{ mark }}{% endblocktranslate %}
{% endfor %}

#- library/templates/library/grouped.html
{% regroup books by author as shelves %}

#- library/templates/library/filtered.html
{% with sorted=books|dictsort:"title" %}
  {% for book in sorted|slice:":20" %}{{ book.tags.all|length }} {{ book.tags.all|join:", " }}{% endfor %}
{% endwith %}

#- library/templates/library/shared.html
{% for book in books %}{% include 'library/parts/line.html' %}{% endfor %}

#- library/templates/library/parts/line.html
{% if book.published %}{{ book.title }}{% endif %} {% if with_author %}{{ book.author.name }}{% endif %}

#- library/templates/library/author.html
{% for book in author.books.all %}
  {{ book.title }} by {{ book.author.name }}, on {{ book.shelf.mark }}
{% endfor %}

#- library/templates/library/book_list.html
{% for book in object_list %}{{ book.author.name }}{% endfor %}

#- library/templates/library/shelves.html
{% for shelf in shelves %}
  {% for book in shelf.books.all %}{{ book.shelf.mark }} {{ book.author.name }}{% endfor %}
{% endfor %}

#- library/urls.py
from django.urls import path

import templates as views

urlpatterns = [
    path('plain/', views.plain),
    path('with-names/', views.with_names),
    path('added-later/', views.added_later),
    path('updated/', views.updated),
    path('from-a-function/', views.from_a_function),
    path('as-text/', views.as_text),
    path('by-loader/', views.by_loader),
    path('one-page/', views.one_page),
    path('many/', views.many),
    path('both/', views.both),
    path('included/', views.included),
    path('extended/', views.extended),
    path('as-a-text/', views.as_a_text),
    path('addresses/', views.addresses),
    path('tags-of-django/', views.tags_of_django),
    path('grouped/', views.grouped),
    path('filtered/', views.filtered),
    path('shared-part/', views.shared_part),
    path('books-of-one/', views.books_of_one),
    path('books-of-another/', views.books_of_another),
    path('shelves/', views.shelves),
]
