from django.core.paginator import Paginator
from django.db import models
from django.http import HttpRequest, JsonResponse
from rest_framework import viewsets

from library.defaults import DEFAULTS


class Book(models.Model):
    title = models.CharField(max_length=200)


class Shelf(models.Model):
    name = models.CharField(max_length=200)


class Books(viewsets.ModelViewSet):
    queryset = Book.objects.all()  #= what is spread may name a class that paginates


class Shelves(viewsets.ModelViewSet):
    queryset = Shelf.objects.all()


def shelves(request: HttpRequest):
    return JsonResponse({'names': [shelf.name for shelf in Shelf.objects.all()]})  #= nothing shows that a view pages through them


def page(request: HttpRequest):
    books = Paginator(Book.objects.order_by('pk'), 25).get_page(request.GET.get('page'))
    return JsonResponse({'books': [book.title for book in books], 'defaults': len(DEFAULTS)})


#- library/defaults.py
DEFAULTS = {'PAGE_SIZE': 50}


#- library/settings.py
from library.defaults import DEFAULTS

REST_FRAMEWORK = {
    **DEFAULTS,
    'DEFAULT_PERMISSION_CLASSES': ['rest_framework.permissions.IsAuthenticated'],
}
REST_FRAMEWORK.update(DEFAULTS)


#- tests/settings.py
REST_FRAMEWORK = {
    'DEFAULT_PAGINATION_CLASS': 'rest_framework.pagination.LimitOffsetPagination',
}
