from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, render
from django.template.loader import get_template, render_to_string
from django.template.response import TemplateResponse
from django.views.generic import DetailView, ListView, TemplateView
from library.models import Author, Book, Shelf


def plain(request):
    return render(request, 'library/names.html', {'books': Book.objects.all().select_related('author')})


def with_names(request):
    books = Book.objects.filter(published=True).order_by('title').select_related('author')
    context = {'books': books}
    return render(request, 'library/names.html', context)


def added_later(request):
    context = {}
    context['books'] = Book.objects.all().select_related('author')
    return TemplateResponse(request, 'library/names.html', context)


def updated(request):
    context = dict(title='Books')
    context.update({'books': Book.objects.all().select_related('author')})
    return render(request, 'library/names.html', context=context)


def from_a_function(request):
    return render(request, 'library/names.html', shelf_context(request))


def shelf_context(request):
    return {'books': Book.objects.filter(shelf=request.GET['shelf']).select_related('author')}


def as_text(request):
    books = Book.objects.all().select_related('author')
    return render_to_string('library/names.html', {'books': books}, request=request)


def by_loader(request):
    template = get_template('library/names.html')
    return template.render({'books': []}) + get_template('library/names.html').render({'books': Book.objects.all().select_related('author')})


def one_page(request):
    paginator = Paginator(Book.objects.all().select_related('author'), 25)
    return render(request, 'library/names.html', {'books': paginator.get_page(request.GET.get('page'))})


def many(request):
    return render(request, 'library/tags.html', {'books': Book.objects.all().prefetch_related('tags')})


def both(request):
    books = Book.objects.all().select_related('author__publisher', 'shelf').prefetch_related('tags')
    return render(request, 'library/both.html', {'books': books})


def included(request):
    return render(request, 'library/included.html', {'rows': Book.objects.all().select_related('author')})


def extended(request):
    return render(request, 'library/extended.html', {'books': Book.objects.all().select_related('shelf')})


def as_a_text(request):
    return render(request, 'library/authors.html', {'authors': Author.objects.all().select_related('publisher')})


def addresses(request):
    return render(request, 'library/links.html', {'books': Book.objects.all().select_related('author')})


def tags_of_django(request):
    return render(request, 'library/builtin_tags.html', {'books': Book.objects.all().select_related('author', 'shelf')})


def grouped(request):
    return render(request, 'library/grouped.html', {'books': Book.objects.all().select_related('author')})


def filtered(request):
    return render(request, 'library/filtered.html', {'books': Book.objects.all().prefetch_related('tags')})


def shared_part(request):
    return render(request, 'library/shared.html', {'books': Book.objects.all().select_related('author')})


def books_of_one(request, pk):
    author = get_object_or_404(Author, pk=pk)
    return render(request, 'library/author.html', {'author': author})


def books_of_another(request, pk):
    author = Author.objects.prefetch_related('books__shelf').get(pk=pk)
    return render(request, 'library/author.html', {'author': author})


class BookList(ListView):
    model = Book


class NamedList(ListView):
    queryset = Book.objects.filter(published=True).select_related('author')
    template_name = 'library/names.html'
    context_object_name = 'books'


class Narrowed(ListView):
    model = Book
    template_name = 'library/names.html'
    context_object_name = 'books'
    paginate_by = 50

    def get_queryset(self):
        return super().get_queryset().filter(published=True).select_related('author')


class Base(ListView):
    template_name = 'library/names.html'
    context_object_name = 'books'


class Inheriting(Base):
    queryset = Book.objects.all().select_related('author')


class AuthorDetail(DetailView):
    model = Author
    template_name = 'library/author.html'


class Front(TemplateView):
    template_name = 'library/names.html'

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        context['books'] = Book.objects.all().select_related('author')
        return context


class HandedOn(TemplateView):
    template_name = 'library/names.html'

    def get_context_data(self, **kwargs):
        return super().get_context_data(books=Book.objects.all().select_related('author'), **kwargs)


def shelves(request):
    shelves = Shelf.objects.prefetch_related('books', 'books__author')
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
