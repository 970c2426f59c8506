# Views that no module imports are no views: beside others that the routes name.
from django.urls import path

from shop.views import books, readers, shelves
from shop.views.loans import LoanViews

urlpatterns = [
    path('books', books.books),
    path('readers', readers.readers),
    path('shelves', shelves.shelves),
    path('loans', LoanViews.as_view({'get': 'list'})),
]

#- shop/models.py
from django.db import models


class Author(models.Model):
    name = models.TextField()


class Book(models.Model):
    author = models.ForeignKey(Author, on_delete=models.CASCADE)

#- shop/serializers.py
from rest_framework.serializers import CharField, ModelSerializer

from shop.models import Book


class BookSerializer(ModelSerializer):
    name = CharField(source='author.name')

    class Meta:
        model = Book
        fields = ['name']

#- shop/views/books.py
from django.http import JsonResponse
from django.views.decorators.http import require_GET

from shop.models import Book


@require_GET
def books(request):
    return JsonResponse({'names': [book.author.name for book in Book.objects.all().select_related('author')]})

#- shop/views/readers.py
from django.http import JsonResponse


def readers(request):
    return JsonResponse({})

#- shop/views/shelves.py
from django.http import JsonResponse


def shelves(request):
    return JsonResponse({})

#- shop/views/loans.py
from rest_framework.viewsets import ModelViewSet

from shop.models import Book
from shop.serializers import BookSerializer


class LoanViews(ModelViewSet):
    queryset = Book.objects.all().select_related('author')
    serializer_class = BookSerializer

#- shop/views/old.py
from django.http import JsonResponse
from django.views.decorators.http import require_GET
from rest_framework.viewsets import ModelViewSet

from shop.models import Book
from shop.serializers import BookSerializer


@require_GET
def old(request):
    return JsonResponse({'names': [book.author.name for book in Book.objects.all().select_related('author')]})


class OldViews(ModelViewSet):
    queryset = Book.objects.all().select_related('author')
    serializer_class = BookSerializer

#- shop/pages.py
from django.core.paginator import Paginator

from shop.models import Book


def pages(request):
    return Paginator(Book.objects.order_by('pk'), 50).get_page(request.GET.get('page'))
