from django.contrib.sitemaps import Sitemap
from django.contrib.syndication.views import Feed

from library.models import Book


class BookSitemap(Sitemap):
    limit = 50_000

    def items(self):
        return Book.objects.filter(year=2024).order_by('pk') #! lazy-relation-in-loop 💡

    def lastmod(self, book):
        return book.changed


class LoadedSitemap(Sitemap):
    def items(self):
        return Book.objects.select_related('author') #= loaded with the rows


class OwnSitemap(Sitemap):
    def items(self):
        return Book.objects.all() #= where it stands is said here, and touches nothing

    def location(self, book):
        return f'/books/{book.pk}'


class TouchingSitemap(Sitemap):
    def items(self):
        return Book.objects.all() #! lazy-relation-in-loop 💡

    def location(self, book):
        return f'/{book.author.name}/{book.pk}'


class NewBooks(Feed):
    title = 'New books'
    link = '/new'

    def items(self):
        return Book.objects.order_by('-changed') #! lazy-relation-in-loop 💡

    def item_title(self, book):
        return book.title


class FewBooks(Feed):
    def items(self):
        return Book.objects.order_by('-changed')[:5] #= five books

    def item_title(self, book):
        return book.title


class TenBooks(Feed):
    def items(self):
        return Book.objects.order_by('-changed')[:10] #! lazy-relation-in-loop hint

    def item_title(self, book):
        return book.title


class Names(Sitemap):
    def items(self):
        return ['about', 'imprint'] #= no rows


#- library/models.py
from django.db import models
from django.urls import reverse


class Author(models.Model):
    name = models.CharField(max_length=100)


class Book(models.Model):
    title = models.CharField(max_length=200)
    year = models.IntegerField()
    changed = models.DateTimeField()
    author = models.ForeignKey(Author, on_delete=models.CASCADE)

    def get_absolute_url(self):
        return reverse('book', args=[self.author.name, self.pk])
