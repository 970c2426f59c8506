from guardian.core import ObjectPermissionChecker
from guardian.shortcuts import assign_perm, bulk_assign_perm, get_objects_for_user

from library.models import Book


def may_change(user, book):
    checker = ObjectPermissionChecker(user)
    return book.owner == user or checker.has_perm("change_book", book)


def all_changeable(user, keys: list[int]) -> bool:
    books = Book.objects.filter(id__in=keys)
    return all(may_change(user, book) for book in books)  #! n-plus-one-query


def share(user, books: list[Book]) -> None:
    for book in books:
        assign_perm("view_book", user, book)  #! n-plus-one-query


def share_all(user, books: list[Book]) -> None:
    #= one query for all
    bulk_assign_perm("view_book", user, books)


def shown(user, books: list[Book]) -> list[Book]:
    checker = ObjectPermissionChecker(user)
    checker.prefetch_perms(books)
    #= all were fetched beforehand
    return [book for book in books if checker.has_perm("view_book", book)]


def readable(user):
    #= one query
    return get_objects_for_user(user, "library.view_book")


#- library/models.py
from django.db import models


class Book(models.Model):
    title = models.CharField(max_length=80)
    owner = models.ForeignKey("auth.User", on_delete=models.CASCADE)
