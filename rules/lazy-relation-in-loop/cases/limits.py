from django.http import HttpRequest, JsonResponse
from django.views.generic import DetailView, ListView
from rest_framework.decorators import api_view
from rest_framework.response import Response

from library.models import Author, Book
from library.serializers import BookSerializer


def known_owner(request: HttpRequest, key: int):
    author = Author.objects.get(pk=key)
    lines = [book.author.name for book in author.book_set.all()] #= rows that their owner leads to know it
    return JsonResponse({'lines': lines})


def after_the_loop(request: HttpRequest, key: int):
    for book in Book.objects.all():
        print(book.title)
    book = Book.objects.get(pk=key)
    return JsonResponse({'author': book.author.name}) #= another row by the same name, after the loop


def one_of_them(request: HttpRequest, key: int):
    for book in Book.objects.all():
        if book.pk == key:
            return JsonResponse({'author': book.author.name}) #= only one book has this key
    return JsonResponse({})


def first_of_them(request: HttpRequest):
    return JsonResponse({'author': next((book.author.name for book in Book.objects.all()), None)}) #? false: only the first is asked for


def twice(request: HttpRequest):
    books = Book.objects.all()
    names = [book.author.name for book in books] #! lazy-relation-in-loop hint
    names += [book.author.name for book in books] #= the objects are the same, and by now they know their authors
    return JsonResponse({'names': names})


def loaded_by_helper(request: HttpRequest):
    return JsonResponse({'names': [book.author.name for book in with_authors(Book.objects.all())]}) #? false: the helper gives its parameter a query that loads it


def with_authors(books, wanted=True):
    if wanted:
        books = books.select_related('author')
    return books


def numbered(request: HttpRequest):
    return JsonResponse({'rows': [(at, book.author.name) for at, book in enumerate(Book.objects.all())]}) #! lazy-relation-in-loop


def mapped(request: HttpRequest):
    return JsonResponse({'names': list(map(name_of, Book.objects.all()))}) #? miss: a function that is mapped by its name


def name_of(book):
    return book.author.name


def as_text(request: HttpRequest):
    return JsonResponse({'names': [str(book) for book in Book.objects.all()]}) #? miss: `__str__` is called by no name


def by_key(request: HttpRequest):
    return JsonResponse({'names': [book.author.name for book in Book.objects.in_bulk().values()]}) #? miss: rows in a dictionary


class AuthorView(DetailView):
    model = Author

    def get_context_data(self, **kwargs):
        books = [[tag.name for tag in book.tags.all()] for book in self.object.book_set.all()] #? miss: `self.object` is made by the framework
        return {**super().get_context_data(**kwargs), 'books': books}


class BooksView(ListView):
    model = Book

    def get_context_data(self, **kwargs):
        names = [book.author.name for book in self.object_list] #? miss: so is `self.object_list`
        return {**super().get_context_data(**kwargs), 'names': names}


class TemplateView(ListView):
    queryset = Book.objects.all() #? miss: templates are not read, where `{{ book.author.name }}` does the same
    template_name = 'books.html'


@api_view(['GET'])
def serialized(request):
    return Response(BookSerializer(Book.objects.all(), many=True).data) #! lazy-relation-in-loop hint


#- library/views.py
from rest_framework import viewsets

from library.models import Book
from library.serializers import AllSerializer, BookSerializer, DeepSerializer, KeysSerializer, PropertySerializer


class AllViewSet(viewsets.ReadOnlyModelViewSet):
    queryset = Book.objects.all() #! lazy-relation-in-loop
    serializer_class = AllSerializer


class DeepViewSet(viewsets.ReadOnlyModelViewSet):
    queryset = Book.objects.all() #? miss: `depth` nests the author
    serializer_class = DeepSerializer


class PropertyViewSet(viewsets.ReadOnlyModelViewSet):
    queryset = Book.objects.all() #! lazy-relation-in-loop
    serializer_class = PropertySerializer


class ByActionViewSet(viewsets.ModelViewSet):
    queryset = Book.objects.all() #= lists are made with the keys alone

    def get_serializer_class(self):
        if self.action == 'list':
            return KeysSerializer
        return BookSerializer


#- library/serializers.py
from rest_framework import serializers

from library.models import Author, Book


class AuthorSerializer(serializers.ModelSerializer):
    class Meta:
        model = Author
        fields = ['id', 'name']


class BookSerializer(serializers.ModelSerializer):
    author = AuthorSerializer()

    class Meta:
        model = Book
        fields = ['id', 'title', 'author']


class KeysSerializer(serializers.ModelSerializer):
    class Meta:
        model = Book
        fields = ['id', 'title', 'author']


class AllSerializer(serializers.ModelSerializer):
    class Meta:
        model = Book
        fields = '__all__'


class DeepSerializer(serializers.ModelSerializer):
    class Meta:
        model = Book
        fields = ['id', 'author']
        depth = 1


class PropertySerializer(serializers.ModelSerializer):
    class Meta:
        model = Book
        fields = ['id', 'author_name']


#- library/schema.py
import graphene
from graphene_django import DjangoObjectType

from library.models import Book


class BookType(DjangoObjectType):
    class Meta:
        model = Book
        fields = ('id', 'title')

    writer = graphene.String()
    shelf = graphene.String()

    def resolve_writer(self, info):
        return self.author.name #! lazy-relation-in-loop

    def resolve_shelf(root: Book, info):
        return root.author.name #! lazy-relation-in-loop


#- library/models.py
from django.db import models


class Author(models.Model):
    name = models.CharField(max_length=100)


class Tag(models.Model):
    name = models.CharField(max_length=100)


class Book(models.Model):
    title = models.CharField(max_length=200)
    author = models.ForeignKey(Author, on_delete=models.CASCADE)
    tags = models.ManyToManyField(Tag)

    @property
    def author_name(self):
        return self.author.name

    def __str__(self):
        return f'{self.title} by {self.author.name}'
