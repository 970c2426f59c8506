from django.db import connection
from django.http import HttpRequest, JsonResponse
from django.shortcuts import get_object_or_404

from library.loading import author_of, load_author, save_tag, works_of
from library.models import Author, Book


def one_each(request: HttpRequest):
    rows = []
    for book in Book.objects.all():
        rows.append(Author.objects.get(pk=book.author_id)) #! n-plus-one-query hint
    for book in Book.objects.all():
        rows.append(Author.objects.filter(pk=book.author_id).first()) #! n-plus-one-query hint
    for book in Book.objects.all():
        if Author.objects.filter(pk=book.author_id, living=True).exists(): #! n-plus-one-query hint
            rows.append(book)
    for book in Book.objects.all():
        rows.append(get_object_or_404(Author, pk=book.author_id)) #! n-plus-one-query hint
    return JsonResponse({'rows': rows})


def named(request: HttpRequest):
    books = Book.objects.filter(published=True)
    authors = {}
    for book in books:
        authors[book.pk] = Author.objects.get(pk=book.author_id) #! n-plus-one-query hint O(books)
    return JsonResponse({'authors': authors})


def comprehensions(request: HttpRequest):
    rows = [Author.objects.get(pk=book.author_id) for book in Book.objects.all()] #! n-plus-one-query hint
    by_id = {book.pk: Author.objects.get(pk=book.author_id) for book in Book.objects.all()} #! n-plus-one-query hint
    total = sum(Author.objects.filter(pk=book.author_id).count() for book in Book.objects.all()) #! n-plus-one-query hint
    first = next((book for book in Book.objects.all() if Author.objects.filter(pk=book.author_id).exists()), None) #! n-plus-one-query hint
    mapped = list(map(lambda book: Author.objects.get(pk=book.author_id), Book.objects.all())) #! n-plus-one-query hint
    return JsonResponse({'rows': rows, 'by_id': by_id, 'total': total, 'first': first, 'mapped': mapped})


# A queryset asks when somebody walks, measures or tests it.
def needed_later(request: HttpRequest):
    rows = []
    for author in Author.objects.all():
        for book in Book.objects.filter(author=author): #! n-plus-one-query hint
            rows.append(book.title)
    for author in Author.objects.all():
        works = Book.objects.filter(author=author) #! n-plus-one-query hint
        rows.append([book.title for book in works])
    for author in Author.objects.all():
        rows.extend(author.book_set.filter(published=True)) #! n-plus-one-query hint
    for author in Author.objects.all():
        rows.append(author.book_set.count()) #! n-plus-one-query hint
    for author in Author.objects.all():
        rows.append(list(Book.objects.filter(author=author).values('title'))) #! n-plus-one-query hint
    for author in Author.objects.all():
        rows.append(Book.objects.filter(author=author).order_by('-year')[0]) #! n-plus-one-query hint
    for author in Author.objects.all():
        rows.append(', '.join(author.book_set.values_list('title', flat=True))) #! n-plus-one-query hint
    for author in Author.objects.all():
        if author.pk in Book.objects.filter(author=author).values_list('author_id', flat=True): #! n-plus-one-query hint
            rows.append(author)
    return JsonResponse({'rows': rows})


def measured(request: HttpRequest):
    counts = []
    for author in Author.objects.all():
        works = Book.objects.filter(author=author) #! n-plus-one-query hint
        counts.append(len(works))
    return JsonResponse({'counts': counts})


def counted(request: HttpRequest):
    counts = []
    for author in Author.objects.all():
        works = Book.objects.filter(author=author)
        counts.append(works.count()) #! n-plus-one-query hint
    return JsonResponse({'counts': counts})


def helpers(request: HttpRequest):
    rows = [author_of(book) for book in Book.objects.all()] #! n-plus-one-query hint
    rows += [load_author(book.author_id) for book in Book.objects.all()] #! n-plus-one-query hint
    rows += [Author.objects.of_book(book) for book in Book.objects.all()] #! n-plus-one-query hint
    for author in Author.objects.all():
        rows.extend(works_of(author)) #! n-plus-one-query hint
    return JsonResponse({'rows': rows})


def keys(request: HttpRequest):
    ids = [book.author_id for book in Book.objects.all()]
    rows = [Author.objects.get(pk=key) for key in ids] #! n-plus-one-query hint O(ids)
    for key in {book.author_id for book in Book.objects.all()}:
        rows.append(Author.objects.get(pk=key)) #! n-plus-one-query hint
    for at, book in enumerate(Book.objects.all()):
        rows.append((at, Author.objects.get(pk=book.author_id))) #! n-plus-one-query hint
    return JsonResponse({'rows': rows})


def by_position(request: HttpRequest):
    rows = []
    books = list(Book.objects.all())
    for at in range(len(books)):
        rows.append(Author.objects.get(pk=books[at].author_id)) #! n-plus-one-query hint
    return JsonResponse({'rows': rows})


def statements(request: HttpRequest):
    rows = []
    with connection.cursor() as cursor:
        for book in Book.objects.all():
            cursor.execute('select name from authors where id = %s', [book.author_id]) #! n-plus-one-query hint
            rows.append(cursor.fetchone())
    return JsonResponse({'rows': rows})


async def asynchronous(request: HttpRequest):
    rows = []
    async for author in Author.objects.all():
        rows.append(await Book.objects.filter(author=author).afirst()) #! n-plus-one-query hint
    async for author in Author.objects.all():
        rows.append([book.title async for book in Book.objects.filter(author=author)]) #! n-plus-one-query hint
    return JsonResponse({'rows': rows})


def writes(request: HttpRequest):
    for name in request.POST.getlist('names'):
        Author.objects.create(name=name) #! n-plus-one-query hint 💡suggestion
    for name in request.POST.getlist('names'):
        Author(name=name).save() #! n-plus-one-query hint
    for name in request.POST.getlist('names'):
        Author.objects.get_or_create(name=name) #! n-plus-one-query hint
    for name in request.POST.getlist('names'):
        save_tag(name) #! n-plus-one-query hint
    for book in Book.objects.all():
        book.published = True
        book.save() #! n-plus-one-query hint
    for book in Book.objects.all():
        Author.objects.filter(pk=book.author_id).update(living=False) #! n-plus-one-query hint
    for book in Book.objects.all():
        book.delete() #! n-plus-one-query hint
    return JsonResponse({})


#- library/loading.py
from library.models import Author, Book, Tag


def author_of(book):
    return Author.objects.get(pk=book.author_id)


def load_author(key):
    return Author.objects.get(pk=key)


def works_of(author):
    return Book.objects.filter(author=author)


def save_tag(name):
    tag = Tag(name=name)
    tag.save()


#- library/trees.py
from library.models import Tag


def tree_of(tag):
    return {'name': tag.name, 'children': [tree_of(child) for child in Tag.objects.filter(parent=tag)]} #! n-plus-one-query


#- library/urls.py
from django.http import HttpRequest, JsonResponse
from django.urls import path

from library.models import Tag
from library.trees import tree_of


def tree(request: HttpRequest):
    return JsonResponse(tree_of(Tag.objects.get(pk=1)))


urlpatterns = [path('tree/', tree)]


#- library/models.py
from django.db import models


class AuthorManager(models.Manager):
    def of_book(self, book):
        return self.get(pk=book.author_id)


class Author(models.Model):
    name = models.CharField(max_length=100)
    living = models.BooleanField()

    objects = AuthorManager()


class Tag(models.Model):
    name = models.CharField(max_length=100)
    parent = models.ForeignKey('self', null=True, on_delete=models.CASCADE)


class Book(models.Model):
    title = models.CharField(max_length=200)
    year = models.IntegerField()
    published = models.BooleanField()
    author = models.ForeignKey(Author, on_delete=models.CASCADE)
