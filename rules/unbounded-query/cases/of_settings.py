from django.core.paginator import Paginator
from django.db import models
from django.http import HttpRequest, JsonResponse
from rest_framework import viewsets


class Book(models.Model):
    title = models.CharField(max_length=200)


class Shelf(models.Model):
    name = models.CharField(max_length=200)


class Books(viewsets.ModelViewSet):
    queryset = Book.objects.all()  #! unbounded-query hint


class Stated(viewsets.ModelViewSet):
    # scalelint-size books <= 50
    queryset = Book.objects.all()  #= stated to be few


class Shelves(viewsets.ModelViewSet):
    queryset = Shelf.objects.all()  #= nobody reads shelves page by page


def page(request: HttpRequest):
    books = Paginator(Book.objects.order_by('pk'), 25).get_page(request.GET.get('page'))
    return JsonResponse({'books': [book.title for book in books]})


#- library/settings.py
REST_FRAMEWORK = {
    'DEFAULT_PAGINATION_CLASS': None,
    'PAGE_SIZE': 50,
}


#- tests/settings.py
REST_FRAMEWORK = {
    'DEFAULT_PAGINATION_CLASS': 'rest_framework.pagination.LimitOffsetPagination',
    'PAGE_SIZE': 50,
}
