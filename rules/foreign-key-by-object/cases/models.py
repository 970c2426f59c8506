from django.contrib.contenttypes.fields import GenericForeignKey
from django.db import models
from django.http import HttpRequest, JsonResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse


class Shop(models.Model):
    name = models.CharField(max_length=200)


class Country(models.Model):
    code = models.CharField(max_length=2, primary_key=True)


class Author(models.Model):
    name = models.CharField(max_length=200)
    shop = models.ForeignKey(Shop, on_delete=models.CASCADE)


class Book(models.Model):
    title = models.CharField(max_length=200)
    author = models.ForeignKey(Author, related_name='books', on_delete=models.CASCADE)
    editor = models.ForeignKey(Author, related_name='edited', to_field='name', on_delete=models.CASCADE)
    country = models.ForeignKey(Country, on_delete=models.CASCADE)
    thing = GenericForeignKey()

    def get_absolute_url(self):
        return reverse('author', args=[self.author.id])  #! foreign-key-by-object hint

    def get_shop_url(self):
        return reverse('shop', args=[self.author.shop.pk])  #! foreign-key-by-object hint

    def save(self, *args, **kwargs):
        self.title = f'{self.title} of {self.author.id}'  #= who writes a row has just given it what it belongs to
        super().save(*args, **kwargs)

    def by_key(self):
        return reverse('author', args=[self.author_id])  #= the column

    def by_name(self):
        return reverse('author', args=[self.author.id, self.author.name])  #= loaded for its name as well

    def if_any(self):
        return self.author.id if self.author else None  #= loaded to see whether there is one

    def by_other(self):
        return [self.editor.id, self.country.id]  #= the columns hold a name and a code

    def by_any(self):
        return self.thing.id  #= whatever it is

    def by_country(self):
        return self.country.pk  #! foreign-key-by-object hint


def book(request: HttpRequest, pk: int):
    found = get_object_or_404(Book, pk=pk)
    return JsonResponse({'author': found.author.id})  #! foreign-key-by-object hint


def one(request: HttpRequest, pk: int):
    found = Book.objects.get(pk=pk)
    return JsonResponse({'author': found.author.pk, 'again': found.author.pk})  #! foreign-key-by-object hint


def loaded(request: HttpRequest, pk: int):
    found = Book.objects.select_related('author').get(pk=pk)
    return JsonResponse({'author': found.author.id})  #= came with the book


def put(request: HttpRequest, author: Author):
    found = Book(title='x')
    found.author = author
    return JsonResponse({'author': found.author.id})  #= set before


def handed(request: HttpRequest, pk: int):
    found = Book.objects.get(pk=pk)
    return JsonResponse({'id': found.author.id, 'name': str(found.author)})  #= handed on as a whole as well


def per_row(request: HttpRequest):
    ids = []
    for each in Book.objects.filter(title='x'):
        ids.append(each.author.id)  #! lazy-relation-in-loop
    return JsonResponse({'ids': ids})


def back(request: HttpRequest, author: Author):
    return JsonResponse({'shop': author.shop.id})  #! foreign-key-by-object hint


def authors_of(found):
    return {each.author.pk for each in found}  #! foreign-key-by-object hint


def columns_of(found):
    return {each.author_id for each in found}  #= the column


def ids_of(found):
    return {each.author.id for each in found}  #= anything has an id: these may be no rows


def names_of(found):
    return {each.author.pk: each.author.name for each in found}  #= loaded for its name as well


def shops_of(lines):
    return [line.shop.pk for line in lines]  #= a basket's lines have a shop as well, and hold it


class Line:
    def __init__(self, shop: Shop):
        self.shop = shop
