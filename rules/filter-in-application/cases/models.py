from django.core.cache import cache
from django.db import models
from django.http import HttpRequest, JsonResponse

from library.shelves import of_shelf


class Author(models.Model):
    name = models.CharField(max_length=200)


class Book(models.Model):
    title = models.CharField(max_length=200)
    shelf = models.IntegerField()
    is_lent = models.BooleanField()
    author = models.ForeignKey(Author, related_name='books', on_delete=models.CASCADE)

    @property
    def is_old(self):
        return self.title < 'b'


class Language(models.Model):
    code = models.CharField(max_length=2)


def lent(request: HttpRequest):
    books = [book.title for book in Book.objects.all() if book.is_lent]  #! filter-in-application hint
    return JsonResponse({'books': books, 'shelf': of_shelf(3)})


def one(request: HttpRequest):
    book = next((b for b in Book.objects.order_by('title') if b.title == request.GET['title']), None)  #! filter-in-application hint
    return JsonResponse({'book': book.pk})


def walked(request: HttpRequest):
    titles = []
    for book in Book.objects.all():  #! filter-in-application hint
        if book.shelf != 3 or book.is_lent:
            continue
        titles.append(book.title)
    return JsonResponse({'titles': titles})


def filtered(request: HttpRequest):
    books = Book.objects.all()  #! filter-in-application hint
    return JsonResponse({'books': [b.pk for b in filter(lambda book: book.shelf in (1, 2), books)]})


def silent(request: HttpRequest):
    old = [book.title for book in Book.objects.all() if book.is_old]  #= what the class computes is no column
    some = [book.title for book in Book.objects.filter(shelf=1) if book.is_lent]  #= a condition leaves fewer rows
    mine = [book.title for book in request.user.books.all() if book.is_lent]  #= only one author's books
    long = [book.title for book in Book.objects.all() if len(book.title) > 20]  #= what is asked is computed
    code = next(x for x in Language.objects.all() if x.code == 'de')  #= languages are few
    first = [book.title for book in Book.objects.all()[:20] if book.is_lent]  #= twenty rows
    next_twenty = Book.objects.all()[20:40]  #= as above
    second = [book.title for book in next_twenty if book.is_lent]
    books = Book.objects.all()  #= walked whole as well
    lent = [book for book in books if book.is_lent]
    return JsonResponse({'old': old, 'some': some, 'mine': mine, 'long': long, 'code': code, 'lent': lent, 'all': list(books), 'first': [first, second]})


def split(request: HttpRequest):
    lent, free = 0, 0
    for book in Book.objects.all():  #= every row counts for one or the other
        if book.is_lent:
            lent += 1
        else:
            free += 1
    return JsonResponse({'lent': lent, 'free': free})


def before(request: HttpRequest):
    titles = []
    for book in Book.objects.all():  #= something is done with every row
        titles.append(book.title)
        if book.is_lent:
            titles.append('lent')
    return JsonResponse({'titles': titles})


def nobody_calls_this():
    return [book.title for book in Book.objects.all() if book.is_lent]  #= runs who knows when


#- library/shelves.py
from library.views import Book


def everything():
    return Book.objects.all()


def of_shelf(shelf: int):
    return [book.title for book in everything() if book.shelf == shelf]  #! filter-in-application hint


#- library/views.py
from django.db import models
from django.http import HttpRequest, JsonResponse

from library.shelves import of_shelf


class Book(models.Model):
    title = models.CharField(max_length=200)
    shelf = models.IntegerField()


def shelf(request: HttpRequest):
    return JsonResponse({'books': of_shelf(2)})
