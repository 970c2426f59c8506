from ariadne import ObjectType
from django.contrib import admin
from rest_framework import serializers

from library.models import Author, Book
from library.shelves import copies_of


class BookSerializer(serializers.ModelSerializer):
    copies = serializers.SerializerMethodField()
    stars = serializers.SerializerMethodField()

    class Meta:
        model = Book
        fields = ['title', 'copies', 'stars']

    def get_copies(self, book):
        return copies_of(book) #! n-plus-one-query hint

    def get_stars(self, book):
        return book.stars * 2 #= asks nobody

    def to_representation(self, instance):
        shown = super().to_representation(instance)
        shown['author'] = Author.objects.get(pk=instance.author_id).name #! n-plus-one-query hint
        return shown

    def validate_title(self, title):
        if Book.objects.filter(title=title).exists(): #= once per book that somebody sends
            raise serializers.ValidationError('There is one.')
        return title


@admin.register(Book)
class BookAdmin(admin.ModelAdmin):
    list_display = ['title', 'copies']

    @admin.display(description='copies')
    def copies(self, book):
        return Book.objects.filter(title=book.title).count() #! n-plus-one-query hint


book_type = ObjectType('Book')


@book_type.field('author')
def resolve_author(book, info):
    return Author.objects.get(pk=book.author_id) #! n-plus-one-query hint


@book_type.field('publisher')
async def resolve_publisher(book, info):
    return await info.context['publishers'].load(book.publisher_id) #= a loader asks for all of them at once


#- library/schema.py
import graphene
from graphene_django import DjangoObjectType

from library.models import Author, Book


class BookType(DjangoObjectType):
    class Meta:
        model = Book
        fields = ('title',)

    author_name = graphene.String()

    @staticmethod
    def resolve_author_name(root: Book, info):
        return Author.objects.get(pk=root.author_id).name #! n-plus-one-query hint


class Query(graphene.ObjectType):
    books = graphene.List(BookType, year=graphene.Int())

    def resolve_books(self, info, year):
        return Book.objects.filter(year=year) #= once per question


#- library/shelves.py
from library.models import Book


def copies_of(book):
    return Book.objects.filter(title=book.title).count()


#- library/models.py
from django.db import models


class Author(models.Model):
    name = models.CharField(max_length=100)


class Publisher(models.Model):
    name = models.CharField(max_length=100)


class Book(models.Model):
    title = models.CharField(max_length=200)
    year = models.IntegerField()
    stars = models.IntegerField()
    author = models.ForeignKey(Author, on_delete=models.CASCADE)
    publisher = models.ForeignKey(Publisher, on_delete=models.CASCADE)
