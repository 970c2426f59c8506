#@ no-run: a database
from django.db import models
from django.db.models import Prefetch
from rest_framework import serializers, viewsets
from rest_framework.response import Response


class Publisher(models.Model):
    name = models.CharField(max_length=100)


class Author(models.Model):
    name = models.CharField(max_length=100)
    tags = models.ManyToManyField('Tag', related_name='authors')


class Tag(models.Model):
    name = models.CharField(max_length=100)


class Book(models.Model):
    title = models.CharField(max_length=200)
    author = models.ForeignKey(Author, related_name='books', on_delete=models.CASCADE)
    publisher = models.ForeignKey(Publisher, on_delete=models.CASCADE)


def shelves(request):
    #= the query of the books brings their publishers
    authors = Author.objects.prefetch_related(Prefetch('books', queryset=Book.objects.select_related('publisher')))
    return {author.name: [book.publisher.name for book in author.books.all()] for author in authors}


def shelves_without(request):
    authors = Author.objects.prefetch_related(Prefetch('books', queryset=Book.objects.order_by('title')))
    return {author.name: [book.publisher.name for book in author.books.all()] for author in authors} #! lazy-relation-in-loop


class BookSerializer(serializers.ModelSerializer):
    writer = serializers.CharField(source='author.name')

    class Meta:
        model = Book
        fields = ['title', 'writer']


class AuthorSerializer(serializers.ModelSerializer):
    books = BookSerializer(many=True)

    class Meta:
        model = Author
        fields = ['name', 'books']


class AuthorViewSet(viewsets.ModelViewSet):
    queryset = Author.objects.prefetch_related('books') #= books that are fetched for an author know it
    serializer_class = AuthorSerializer


class PlainAuthorViewSet(viewsets.ModelViewSet):
    queryset = Author.objects.all() #! lazy-relation-in-loop
    serializer_class = AuthorSerializer


class CountingViewSet(viewsets.ModelViewSet):
    queryset = Author.objects.all() #= its list shows no rows
    serializer_class = AuthorSerializer

    def list(self, request, *args, **kwargs):
        return Response({'count': Author.objects.count()})


class LoadingViewSet(viewsets.ModelViewSet):
    queryset = Author.objects.all() #= its list loads them
    serializer_class = AuthorSerializer

    def list(self, request, *args, **kwargs):
        return Response(self.get_serializer(self.get_queryset().prefetch_related('books'), many=True).data)


def current_authors():
    return Author.objects.prefetch_related('books')


class CurrentViewSet(viewsets.ModelViewSet):
    queryset = Author.objects.all() #= its list shows other rows
    serializer_class = AuthorSerializer

    def list(self, request, *args, **kwargs):
        return Response(self.get_serializer(current_authors(), many=True).data)


class BareAuthorSerializer(AuthorSerializer):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields.pop('books')


class BareAuthorViewSet(viewsets.ModelViewSet):
    queryset = Author.objects.all() #= the books are taken out
    serializer_class = BareAuthorSerializer


class CutAuthorSerializer(AuthorSerializer):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        del self.fields['books']


class CutAuthorViewSet(viewsets.ModelViewSet):
    queryset = Author.objects.all() #! lazy-relation-in-loop hint
    serializer_class = CutAuthorSerializer


class AskedAuthorSerializer(AuthorSerializer):
    def __init__(self, *args, **kwargs):
        with_books = kwargs.pop('with_books', True)
        super().__init__(*args, **kwargs)
        if not with_books:
            self.fields.pop('books')


class AskedAuthorViewSet(viewsets.ModelViewSet):
    queryset = Author.objects.all() #! lazy-relation-in-loop hint
    serializer_class = AskedAuthorSerializer


class ShelfSerializer(serializers.ModelSerializer):
    author = AuthorSerializer(fields=['name'])

    class Meta:
        model = Book
        fields = ['title', 'author']


class ShelfViewSet(viewsets.ModelViewSet):
    queryset = Book.objects.select_related('author') #= of an author the name alone is shown
    serializer_class = ShelfSerializer


class SortingViewSet(viewsets.ModelViewSet):
    queryset = Author.objects.all() #! lazy-relation-in-loop
    serializer_class = AuthorSerializer

    def list(self, request, *args, **kwargs):
        return Response(self.get_serializer(self.get_queryset().order_by('name'), many=True).data)


class NameSerializer(serializers.ModelSerializer):
    class Meta:
        model = Author
        fields = ['name']


class DetailViewSet(viewsets.ModelViewSet):
    queryset = Author.objects.all() #= the books are shown of one author at a time

    def get_serializer_class(self):
        if self.action == 'list':
            return NameSerializer
        if self.action == 'retrieve':
            return AuthorSerializer
        return super().get_serializer_class()


class EditingViewSet(viewsets.ModelViewSet):
    queryset = Author.objects.all() #! lazy-relation-in-loop

    def get_serializer_class(self):
        if self.action in ('create', 'update'):
            return NameSerializer
        return AuthorSerializer
