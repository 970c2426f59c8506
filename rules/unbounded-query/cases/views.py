from django.db import models
from django.http import HttpRequest, JsonResponse
from django.shortcuts import render
from rest_framework import generics, viewsets
from rest_framework.decorators import api_view
from rest_framework.pagination import PageNumberPagination
from rest_framework.response import Response

from library.serializers import BookSerializer


class Author(models.Model):
    email = models.EmailField()
    born = models.DateField()


class Book(models.Model):
    title = models.CharField(max_length=200)
    author = models.ForeignKey(Author, related_name='books', on_delete=models.CASCADE)


class Subject(models.Model):
    name = models.CharField(max_length=20)


@api_view(['GET'])
def books(request: HttpRequest):
    rows = Book.objects.all()  #! unbounded-query hint
    return Response(BookSerializer(rows, many=True).data)


def titles(request: HttpRequest):
    return JsonResponse({'titles': [book.title for book in Book.objects.all()]})  #! unbounded-query hint


def shown(request: HttpRequest):
    books = Book.objects.select_related('author')  #! unbounded-query hint
    return render(request, 'books.html', {'books': books})


def first(request: HttpRequest):
    books = Book.objects.all()
    names = [book.title for book in Book.objects.order_by('title')[:100]]  #= a page
    return JsonResponse({'titles': [book.title for book in books[:100]], 'names': names})


def silent(request: HttpRequest):
    page = Book.objects.all()[:20]  #= a page
    mine = Book.objects.filter(author=request.user)  #= one author's books
    theirs = request.user.books.all()  #= one author's books
    authors = Author.objects.all()  #= nobody reads authors page by page
    subjects = Subject.objects.all()  #= nobody reads subjects page by page
    total = Book.objects.all().count()  #= a number is sent
    return JsonResponse({'a': page, 'b': mine, 'c': theirs, 'd': authors, 'e': subjects, 'f': total})


class Books(viewsets.ModelViewSet):
    queryset = Book.objects.all()  #! unbounded-query hint
    serializer_class = BookSerializer


class Listed(generics.ListAPIView):
    queryset = Book.objects.select_related('author')  #! unbounded-query hint


class Paged(viewsets.ModelViewSet):
    queryset = Book.objects.all()  #= in pages
    pagination_class = PageNumberPagination


class Own(viewsets.ModelViewSet):
    queryset = Book.objects.all()  #= decides for itself which rows it lists

    def get_queryset(self):
        return Book.objects.filter(author=self.request.user)


class One(generics.RetrieveAPIView):
    queryset = Book.objects.all()  #= one of them


class Subjects(viewsets.ModelViewSet):
    queryset = Subject.objects.all()  #= nobody reads subjects page by page


#- library/serializers.py
from rest_framework import serializers


class BookSerializer(serializers.Serializer):
    title = serializers.CharField()


#- library/settings.py
REST_FRAMEWORK = {
    'DEFAULT_PERMISSION_CLASSES': ['rest_framework.permissions.IsAuthenticated'],
}
