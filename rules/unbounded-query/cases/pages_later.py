from django.core.paginator import Paginator
from django.db import models
from django.http import HttpRequest, JsonResponse
from django.shortcuts import render


class Book(models.Model):
    title = models.CharField(max_length=200)
    owner = models.CharField(max_length=200)


def to_dict(book: Book):
    return {'title': book.title}


def in_pages(request: HttpRequest):
    books = Book.objects.order_by('pk')  #= a page is sent
    books = Paginator(books, 25).get_page(request.GET.get('page'))
    return render(request, 'books.html', {'books': books})


def cut(request: HttpRequest):
    books = Book.objects.order_by('pk')  #= cut before they are sent
    books = books[:20]
    return render(request, 'books.html', {'books': books})


def of_user(request: HttpRequest):
    books = Book.objects.all()  #= one user's books
    books = books.filter(owner=request.GET['owner'])
    return JsonResponse({'books': [to_dict(book) for book in books]})


def cut_list(request: HttpRequest):
    return JsonResponse({'books': list(Book.objects.all())[:20]})  #= cut before they are sent


def total_pages(books: models.QuerySet[Book]):
    return 1 + sum(1 for book in books if book.owner) // 20


def total(request: HttpRequest):
    books = Book.objects.all()  #= a number is sent
    return JsonResponse({'pages': total_pages(books)})


def stated(request: HttpRequest):
    # scalelint-size books <= 50
    return render(request, 'books.html', {'books': Book.objects.all()})  #= stated to be few


# scalelint-size books <= 50
def stated_above(request: HttpRequest):
    return JsonResponse({'books': [to_dict(book) for book in Book.objects.all()]})  #= stated to be few


def everything(request: HttpRequest):
    return render(request, 'books.html', {'books': Book.objects.all()})  #! unbounded-query hint
