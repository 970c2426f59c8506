from rest_framework import serializers, viewsets
from rest_framework.decorators import action
from rest_framework.response import Response
from rest_framework.views import APIView

from library.models import Author, Book


class BookSerializer(serializers.ModelSerializer):
    publisher = serializers.CharField(source='publisher_name')

    class Meta:
        model = Book
        fields = ['id', 'title', 'publisher']


class ShortSerializer(serializers.ModelSerializer):
    class Meta:
        model = Book
        exclude = ['tags']


class KeysSerializer(serializers.ModelSerializer):
    class Meta:
        model = Book
        exclude = ['notes']


class AuthorSerializer(serializers.ModelSerializer):
    books = serializers.SerializerMethodField()
    all_books = serializers.SerializerMethodField()

    class Meta:
        model = Author
        fields = ['id', 'books', 'all_books']

    def get_books(self, author):
        return BookSerializer(author.book_set.all(), many=True).data #? miss: whose row it is, the model of the serializer says

    def get_all_books(self, author: Author):
        books = author.book_set.all() #= whoever asked for the author may have loaded them, with what they lead to
        return BookSerializer(books, many=True).data


class BooksView(APIView):
    def get(self, request):
        books = Book.objects.filter(title__startswith=request.GET['title']) #! lazy-relation-in-loop hint
        return Response(BookSerializer(books, many=True).data)

    def put(self, request):
        books = Book.objects.select_related('publisher') #= loaded with the rows
        return Response(BookSerializer(books, many=True).data)

    def post(self, request):
        return Response(BookSerializer(Book.objects.first()).data) #= one book

    def patch(self, request):
        return Response(BookSerializer(Book.objects.all()[:5], many=True).data) #= five books

    def delete(self, request):
        return Response(ShortSerializer(Book.objects.all(), many=True).data) #= the keys of the tags are left out

    def head(self, request):
        return Response(KeysSerializer(instance=Book.objects.all(), many=True).data) #! lazy-relation-in-loop hint

    def options(self, request):
        serializer = BookSerializer(data=request.data, many=True) #= what is sent, and no rows
        serializer.is_valid()
        return Response(serializer.data)


class BooksViewSet(viewsets.GenericViewSet):
    serializer_class = BookSerializer

    @action(detail=False)
    def recent(self, request):
        books = Book.objects.order_by('-id') #! lazy-relation-in-loop hint
        serializer = self.get_serializer(books, many=True)
        return Response(serializer.data)

    @action(detail=False, serializer_class=ShortSerializer)
    def short(self, request):
        books = Book.objects.order_by('-id') #= serialized by another
        return Response(self.get_serializer(books, many=True).data)


class AuthorsView(viewsets.ReadOnlyModelViewSet):
    queryset = Author.objects.all() #= the books of each are a query of their own
    serializer_class = AuthorSerializer
#- library/models.py
from django.db import models


class Tag(models.Model):
    name = models.CharField(max_length=100)


class Publisher(models.Model):
    name = models.CharField(max_length=100)


class Author(models.Model):
    name = models.CharField(max_length=100)


class Book(models.Model):
    title = models.CharField(max_length=100)
    notes = models.TextField()
    author = models.ForeignKey(Author, on_delete=models.CASCADE)
    publisher = models.ForeignKey(Publisher, on_delete=models.CASCADE)
    tags = models.ManyToManyField(Tag, related_name='books')

    @property
    def publisher_name(self):
        return self.publisher.name
