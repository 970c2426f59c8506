from django.core.paginator import Paginator
from django.http import JsonResponse
from django.shortcuts import render
from django.template.response import TemplateResponse
from django.views.generic import ListView
from library import models
from library.models import Author, Reader, Town


def counted(request):
    return render(request, 'library/counts.html', {'authors': Author.objects.all()}) #! n-plus-one-query warning O(authors)


def all_counted(request):
    return render(request, 'library/all_counts.html', {'authors': Author.objects.all()}) #! n-plus-one-query warning


def several(request):
    authors = Author.objects.filter(active=True) #! n-plus-one-query hint #! n-plus-one-query hint
    return render(request, 'library/first_and_any.html', {'authors': authors})


def by_methods(request):
    authors = Author.objects.all() #! n-plus-one-query warning O(authors) #! n-plus-one-query warning
    return render(request, 'library/methods.html', {'authors': authors})


def by_condition(request):
    authors = Author.objects.all() #! n-plus-one-query hint
    return render(request, 'library/latest.html', {'authors': authors})


class AuthorList(ListView):
    queryset = Author.objects.all() #! n-plus-one-query warning
    template_name = 'library/counts.html'
    context_object_name = 'authors'
    paginate_by = 50


class OwnAuthorList(ListView):
    template_name = 'library/counts.html'
    context_object_name = 'authors'
    paginate_by = 50

    def get_queryset(self):
        return Author.objects.filter(fans=self.request.user) #! n-plus-one-query hint


class FollowedAuthorList(ListView):
    model = Author
    template_name = 'library/counts.html'
    context_object_name = 'authors'
    paginate_by = 50

    def get_queryset(self):
        return Author.objects.filter(country=self.request.GET['country']) #! n-plus-one-query warning


class ReaderAuthorList(ListView):
    template_name = 'library/counts.html'
    context_object_name = 'authors'
    paginate_by = 50
    reader: Reader

    def get_queryset(self):
        return self.reader.authors.filter(living=True) #! n-plus-one-query hint


class TownAuthorList(ListView):
    template_name = 'library/counts.html'
    context_object_name = 'authors'
    paginate_by = 50
    town: Town

    def get_queryset(self):
        return self.town.authors.filter(living=True) #! n-plus-one-query warning


class ReaderList(ListView):
    queryset = models.Reader.objects.order_by('name') #! n-plus-one-query warning
    template_name = 'library/readers.html'
    context_object_name = 'readers'
    paginate_by = 50


class AuthorPage(ListView):
    queryset = Author.objects.all() #! n-plus-one-query warning
    template_name = 'library/counts.html'
    context_object_name = 'authors'

    def get(self, request):
        self.object_list = self.get_queryset()
        return TemplateResponse(request, self.template_name, self.get_context_data())


class AuthorTotal(ListView):
    queryset = Author.objects.all() #= it answers without the template
    template_name = 'library/counts.html'
    context_object_name = 'authors'

    def get(self, request):
        return JsonResponse({'authors': len(self.get_queryset())})


def one_page(request):
    page = Paginator(Author.objects.all(), 25).get_page(request.GET.get('page')) #! n-plus-one-query warning
    return render(request, 'library/counts.html', {'authors': page})


def nobody_calls(name):
    return render(None, 'library/counts.html', {'authors': Author.objects.filter(name=name)}) #! n-plus-one-query hint


def loaded(request):
    authors = Author.objects.prefetch_related('books') #= what is loaded is counted without a query
    return render(request, 'library/counts.html', {'authors': authors})


def few(request):
    return render(request, 'library/counts.html', {'authors': Author.objects.all()[:5]}) #= less than a page


def one(request, pk):
    return render(request, 'library/one.html', {'author': Author.objects.get(pk=pk)}) #= one query for one author


def shown(request):
    return render(request, 'library/shown.html', {'authors': Author.objects.all()}) #= what shows them all is the business of lazy-relation-in-loop


def plain_methods(request):
    return render(request, 'library/plain_methods.html', {'authors': Author.objects.all()}) #= methods that ask nothing, or not for this row


def annotated(request):
    return render(request, 'library/annotated.html', {'authors': Author.objects.all()}) #= a number that the query brings


def lazily(request):
    return render(request, 'library/lazily.html', {'authors': Author.objects.all()}) #! n-plus-one-query warning

#- library/models.py
from django.db import models


class Town(models.Model):
    name = models.CharField(max_length=100)


class Reader(models.Model):
    name = models.CharField(max_length=100)


class Author(models.Model):
    town = models.ForeignKey(Town, related_name='authors', on_delete=models.CASCADE)
    fan = models.ForeignKey(Reader, related_name='authors', on_delete=models.CASCADE)
    name = models.CharField(max_length=100)
    active = models.BooleanField()

    def newest(self):
        return self.books.order_by('-year').first()

    @property
    def works(self):
        return Book.objects.filter(author=self).count()

    def latest(self):
        if not self.active:
            return None
        return self.books.order_by('-year').first()

    def in_print(self):
        return self.books.filter(year__gt=2000)

    def shout(self):
        return self.name.upper()

    def rank(self, year):
        return self.books.filter(year=year).count()

    def everybody(self):
        return Author.objects.count()


class Book(models.Model):
    title = models.CharField(max_length=200)
    year = models.IntegerField()
    author = models.ForeignKey(Author, related_name='books', on_delete=models.CASCADE)

#- library/templates/library/counts.html
{% for author in authors %}{{ author.name }}: {{ author.books.count }}{% endfor %}

#- library/templates/library/readers.html
{% for reader in readers %}{{ reader.name }}: {{ reader.authors.count }}{% endfor %}

#- library/templates/library/all_counts.html
{% for author in authors %}{{ author.name }}: {{ author.books.all.count }}{% endfor %}

#- library/templates/library/first_and_any.html
{% for author in authors %}{% if author.books.exists %}{{ author.books.first.title }} {{ author.books.first.year }}{% endif %}{% endfor %}

#- library/templates/library/methods.html
{% for author in authors %}{{ author.newest }} {{ author.works }} {{ author.works }}{% endfor %}

#- library/templates/library/latest.html
{% for author in authors %}{{ author.latest }}{% endfor %}

#- library/templates/library/one.html
{{ author.books.count }} {{ author.newest }}

#- library/templates/library/shown.html
{% for author in authors %}{{ author.books.count }}: {% for book in author.books.all %}{{ book.title }}{% endfor %}{% endfor %}

#- library/templates/library/plain_methods.html
{% for author in authors %}{{ author.shout }} {{ author.rank }} {{ author.everybody }}{% endfor %}

#- library/templates/library/annotated.html
{% for author in authors %}{{ author.book_count }}{% endfor %}

#- library/templates/library/lazily.html
{% for author in authors %}{% for book in author.in_print %}{{ book.title }}{% endfor %}{% endfor %}

#- library/urls.py
from django.urls import path

import templates as views

urlpatterns = [
    path('counted/', views.counted),
    path('all/', views.all_counted),
    path('several/', views.several),
    path('methods/', views.by_methods),
    path('latest/', views.by_condition),
    path('page/', views.one_page),
    path('loaded/', views.loaded),
    path('few/', views.few),
    path('one/', views.one),
    path('shown/', views.shown),
    path('plain/', views.plain_methods),
    path('annotated/', views.annotated),
    path('lazily/', views.lazily),
]
