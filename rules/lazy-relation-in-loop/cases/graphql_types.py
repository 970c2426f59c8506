import graphene
from ariadne import ObjectType
from graphene_django import DjangoObjectType

from library.models import Book


class BookType(DjangoObjectType):
    class Meta:
        model = Book
        fields = ('id', 'title')

    writer = graphene.String()
    year = graphene.Int()
    shelf = graphene.String()

    @staticmethod
    def resolve_writer(root: Book, info):
        return root.author.name #! lazy-relation-in-loop hint 💡none

    @staticmethod
    def resolve_year(root: Book, info):
        return root.year #= a column of the row itself

    @staticmethod
    async def resolve_shelf(root: Book, info):
        shelf = await info.context.shelves.load(root.shelf_id) #= a loader asks for all of them at once
        return shelf.mark


class Query(graphene.ObjectType):
    books = graphene.List(BookType)
    newest = graphene.String()

    @staticmethod
    def resolve_books(_root, info):
        return Book.objects.all()

    @staticmethod
    def resolve_newest(_root, info):
        return Book.objects.latest('year').author.name #= one row, once per question


book_type = ObjectType('Book')


@book_type.field('writer')
def resolve_writer(book: Book, info):
    return book.author.name #! lazy-relation-in-loop hint 💡none


@book_type.field('title')
def resolve_title(book: Book, info):
    return book.title.upper() #= a column of the row itself


#- library/models.py
from django.db import models


class Author(models.Model):
    name = models.CharField(max_length=100)


class Shelf(models.Model):
    mark = models.CharField(max_length=10)


class Book(models.Model):
    title = models.CharField(max_length=200)
    year = models.IntegerField()
    author = models.ForeignKey(Author, on_delete=models.CASCADE)
    shelf = models.ForeignKey(Shelf, on_delete=models.CASCADE)
