# A viewset that no router has lists nothing, beside others that routers have.
from django.urls import include, path
from rest_framework.routers import DefaultRouter

from shop import views

router = DefaultRouter()
router.register('books', views.BookViewSet)
router.register('new', views.NewBookViewSet)
router.register('lent', views.LentBookViewSet)
router.register('read', views.ReadBookViewSet)
router.register('authors/<author>/books', views.AuthorBookViewSet)
LATER = [('listed', views.ListedBookViewSet)]
for name, view in LATER:
    router.register(name, view)

urlpatterns = [path('api', include(router.urls))]

#- shop/models.py
from django.conf import settings
from django.db import models


class Author(models.Model):
    name = models.TextField()


class Book(models.Model):
    author = models.ForeignKey(Author, on_delete=models.CASCADE)
    tags = models.ManyToManyField(Author, related_name='tagged')
    readers = models.ManyToManyField(settings.AUTH_USER_MODEL)

#- shop/serializers.py
from rest_framework import serializers

from shop.models import Author, Book


class BookSerializer(serializers.ModelSerializer):
    name = serializers.CharField(source='author.name')

    class Meta:
        model = Book
        fields = ['name']


class LentBookSerializer(serializers.ModelSerializer):
    tags = serializers.PrimaryKeyRelatedField(many=True, write_only=True, queryset=Author.objects.all())

    class Meta:
        model = Book
        fields = ['id', 'tags']


class ReaderSerializer(serializers.Serializer):
    email = serializers.CharField()


class ReadBookSerializer(serializers.ModelSerializer):
    readers = ReaderSerializer(many=True)

    class Meta:
        model = Book
        fields = ['id', 'readers']

#- shop/views.py
from rest_framework import viewsets
from rest_framework.response import Response
from rest_framework_nested.viewsets import NestedViewSetMixin

from shop.models import Book
from shop.serializers import BookSerializer, LentBookSerializer, ReadBookSerializer


class BookViewSet(viewsets.ModelViewSet):
    queryset = Book.objects.all().select_related('author')
    serializer_class = BookSerializer


class NewBookViewSet(viewsets.ModelViewSet):
    queryset = Book.objects.order_by('-id').select_related('author')
    serializer_class = BookSerializer


class LentBookViewSet(viewsets.ModelViewSet):
    queryset = Book.objects.all()
    serializer_class = LentBookSerializer


class ReadBookViewSet(viewsets.ModelViewSet):
    queryset = Book.objects.all().prefetch_related('readers')
    serializer_class = ReadBookSerializer


class ListedBookViewSet(viewsets.ModelViewSet):
    queryset = Book.objects.all().select_related('author')
    serializer_class = BookSerializer


class AuthorBookViewSet(NestedViewSetMixin, viewsets.ModelViewSet):
    queryset = Book.objects.all().select_related('author')
    serializer_class = BookSerializer


class OldBookViewSet(viewsets.ModelViewSet):
    queryset = Book.objects.all().select_related('author')
    serializer_class = BookSerializer


class OneBookViewSet(viewsets.ModelViewSet):
    queryset = Book.objects.all()
    serializer_class = BookSerializer


class BothBookViewSet(viewsets.ModelViewSet):
    queryset = Book.objects.all().select_related('author')
    serializer_class = BookSerializer


class BookDetails(viewsets.ModelViewSet):
    queryset = Book.objects.all()
    serializer_class = BookSerializer


class BookIndex(viewsets.ModelViewSet):
    queryset = Book.objects.all().select_related('author')
    serializer_class = BookSerializer


class RecentBookViewSet(viewsets.ModelViewSet):
    queryset = Book.objects.all().select_related('author')
    serializer_class = BookSerializer

    def recent(self, request):
        return Response(self.get_serializer(self.get_queryset(), many=True).data)


class LongBookViewSet(viewsets.ModelViewSet):
    queryset = Book.objects.all().select_related('author')
    serializer_class = BookSerializer

#- shop/older.py
from rest_framework import viewsets

from shop.models import Book
from shop.serializers import BookSerializer


class OldestBookViewSet(viewsets.ModelViewSet):
    queryset = Book.objects.all().select_related('author')
    serializer_class = BookSerializer

#- shop/more_urls.py
from django.urls import path
from rest_framework.routers import DefaultRouter

from shop import views

router = DefaultRouter()
router.register('index', views.BookIndex)

urlpatterns = [
    path('one/<int:pk>/', views.OneBookViewSet.as_view({'get': 'retrieve', 'put': 'update'})),
    path('both/<int:pk>/', views.BothBookViewSet.as_view({'get': 'retrieve'})),
    path('both/', views.BothBookViewSet.as_view({'get': 'list', 'post': 'create'})),
    path('details/<int:pk>/', views.BookDetails.as_view({'get': 'retrieve'})),
    path('recent/', views.RecentBookViewSet.as_view({'get': 'recent'})),
    path('long/', views.LongBookViewSet.as_view({'post': 'create', 'put': 'update', 'delete': 'destroy', 'get': 'list'})),
    path('index/<int:pk>/', views.BookIndex.as_view({'get': 'retrieve'})),
]

#- shop/pages.py
from django.core.paginator import Paginator

from shop.models import Book


def pages(request):
    return Paginator(Book.objects.order_by('pk'), 50).get_page(request.GET.get('page'))
