#@ no-run: a database
from django.db import models
from django.db.models import Prefetch, QuerySet
from django.shortcuts import get_object_or_404


class Library(models.Model):
    name = models.CharField(max_length=100)


class Shelf(models.Model):
    library = models.ForeignKey(Library, related_name='shelves', on_delete=models.CASCADE)


class Book(models.Model):
    title = models.CharField(max_length=200)
    shelf = models.ForeignKey(Shelf, related_name='books', on_delete=models.CASCADE)


def first_library(request):
    libraries = Library.objects.prefetch_related(Prefetch('shelves', queryset=Shelf.objects.prefetch_related('books')))
    if library := libraries.first():
        return [shelf.books.all() for shelf in library.shelves.all()] #= the one library brings what its query loads


def library_of(request, pk):
    library = Library.objects.prefetch_related('shelves__books').get(pk=pk)
    return [list(shelf.books.all()) for shelf in library.shelves.all()] #= loaded with it


def library_or_404(request, pk):
    library = get_object_or_404(Library.objects.prefetch_related('shelves__books'), pk=pk)
    return [list(shelf.books.all()) for shelf in library.shelves.all()] #= loaded with it


def plain_library(request, pk):
    library = get_object_or_404(Library.objects.prefetch_related('shelves'), pk=pk)
    return [list(shelf.books.all()) for shelf in library.shelves.all()] #! lazy-relation-in-loop


def library_by_class(request, pk):
    library = get_object_or_404(Library, pk=pk)
    return [list(shelf.books.all()) for shelf in library.shelves.all()] #! lazy-relation-in-loop


def full_library(pk) -> Library:
    return Library.objects.prefetch_related('shelves__books').get(pk=pk)


def library_of_helper(request, pk):
    library = full_library(pk)
    return [list(shelf.books.all()) for shelf in library.shelves.all()] #= the helper has loaded them


def chosen_library(libraries, pk) -> Library:
    return libraries.get(pk=pk)


def library_of_somebody(request, pk):
    library = chosen_library(request.user.libraries, pk)
    return [list(shelf.books.all()) for shelf in library.shelves.all()] #= nobody can tell what the query loads


def reported(libraries: QuerySet[Library]):
    found = []
    for library in libraries.prefetch_related('shelves__books').order_by('name'):
        for shelf in library.shelves.all():
            found.append(list(shelf.books.all())) #= loaded here, whoever made the query
    return found


def reported_by_caller(libraries: QuerySet[Library]):
    found = []
    for library in libraries.prefetch_related('shelves'):
        for shelf in library.shelves.all():
            found.append(list(shelf.books.all())) #! lazy-relation-in-loop
    return found


def report(request):
    return reported_by_caller(Library.objects.filter(name=request.GET['name']))


def reported_by_nobody(libraries: QuerySet[Library]):
    found = []
    for library in libraries:
        for shelf in library.shelves.all(): #= whoever hands the query in may have loaded them
            found.append(shelf.pk)
    return found
