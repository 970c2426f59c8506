from django.db import models
from django.http import HttpRequest, JsonResponse
from django_tenants.utils import schema_context


class Author(models.Model):
    name = models.CharField(max_length=200, unique=True)


class Book(models.Model):
    title = models.CharField(max_length=200)
    author = models.ForeignKey(Author, related_name='books', on_delete=models.CASCADE)


def book(request: HttpRequest, pk: int):
    title = Book.objects.get(pk=pk).title
    author = Book.objects.get(pk=pk).author_id  #! repeated-identical-query hint
    return JsonResponse({'title': title, 'author': author})


def titles(request: HttpRequest):
    rows = []
    for each in Book.objects.filter(title__gt='a'):
        total = Book.objects.count()  #! repeated-identical-query warning
        rows.append((each.title, total))
    return JsonResponse({'rows': rows})


def walked(request: HttpRequest):
    books = Book.objects.filter(title__gt='a')
    rows = []
    for each in books:
        rows.append((each.title, books.count()))  #= the loop has loaded them, and they are counted without a query
    return JsonResponse({'rows': rows})


def silent(request: HttpRequest, pk: int):
    first = Book.objects.filter(pk=pk).first()
    Book.objects.filter(pk=pk).update(title='x')
    second = Book.objects.filter(pk=pk).first()  #= written in between
    last = Book.objects.filter(pk=pk).last()  #= another question
    locked = Author.objects.select_for_update().get(pk=pk)
    again = Author.objects.select_for_update().get(pk=pk)  #= locks what it reads
    return JsonResponse({'all': [first, second, last, locked, again]})


def related(author: Author):
    if not author.books.all():
        return None
    return max(book.title for book in author.books.all())  #= they may have come with the author


def counted(request: HttpRequest):
    books = Book.objects.filter(title='x')
    if books.count() == 1:
        return JsonResponse({'one': True})
    return JsonResponse({'many': books.count() > 1})  #! repeated-identical-query hint


def per_schema(request: HttpRequest):
    rows = []
    for author in Author.objects.filter(name__gt='a'):
        with schema_context(author.name):
            rows.append(Book.objects.count())  #= each of them has a schema of its own
    return JsonResponse({'rows': rows})


def walked(request: HttpRequest):
    rows = []
    books = Book.objects.filter(title__lt='x')
    names = {book.pk: book.title for book in books}
    for author in Author.objects.filter(name__gt='a'):
        rows.append((author.name, books.count()))  #= they were walked, and are counted without a query
    return JsonResponse({'rows': rows, 'names': names})


def any_one(request: HttpRequest):
    one = Book.objects.order_by('?').first()
    other = Book.objects.order_by('?').first()  #= in any order, so another one each time
    return JsonResponse({'one': one, 'other': other})


def some(request: HttpRequest, wanted: bool):
    rows = []
    for each in Book.objects.filter(title__gt='a'):
        if wanted:
            rows.append(Book.objects.count())  #= not for each of them
        rows.append(each.title)
    return JsonResponse({'rows': rows})
