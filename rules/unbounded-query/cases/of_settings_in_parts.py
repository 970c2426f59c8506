from django.core.paginator import Paginator
from django.db import models
from django.http import HttpRequest, JsonResponse
from rest_framework import viewsets


class Book(models.Model):
    title = models.CharField(max_length=200)


class Books(viewsets.ModelViewSet):
    queryset = Book.objects.all()  #= in production they have pages


class Everything(viewsets.ModelViewSet):
    queryset = Book.objects.all()  #! unbounded-query hint
    pagination_class = None


def page(request: HttpRequest):
    books = Paginator(Book.objects.order_by('pk'), 25).get_page(request.GET.get('page'))
    return JsonResponse({'books': [book.title for book in books]})


#- library/settings/base.py
REST_FRAMEWORK = {
    'DEFAULT_PERMISSION_CLASSES': ['rest_framework.permissions.IsAuthenticated'],
}


#- library/settings/production.py
from .base import REST_FRAMEWORK

REST_FRAMEWORK['DEFAULT_PAGINATION_CLASS'] = 'rest_framework.pagination.LimitOffsetPagination'
