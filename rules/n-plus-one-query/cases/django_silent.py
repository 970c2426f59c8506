from functools import lru_cache

from django.http import HttpRequest, JsonResponse

from library.models import Author, Book


def all_at_once(request: HttpRequest):
    books = list(Book.objects.all())
    authors = Author.objects.in_bulk([book.author_id for book in books]) #= one query for all keys
    by_key = {author.pk: author for author in Author.objects.filter(pk__in=[book.author_id for book in books])} #= one query, and a dictionary
    rows = [authors[book.author_id] for book in books] #= read from memory
    rows += [by_key.get(book.author_id) for book in books] #= read from memory
    return JsonResponse({'rows': rows})


def written_at_once(request: HttpRequest):
    names = request.POST.getlist('names')
    Author.objects.bulk_create([Author(name=name) for name in names]) #= one statement for all rows
    books = list(Book.objects.all())
    for book in books:
        book.published = True #= written below
    Book.objects.bulk_update(books, ['published']) #= one statement for all rows
    Book.objects.filter(published=False).update(published=True) #= the database walks its rows itself
    return JsonResponse({})


def in_chunks(request: HttpRequest):
    authors = [Author(name=name) for name in request.POST.getlist('names')]
    for start in range(0, len(authors), 500):
        Author.objects.bulk_create(authors[start : start + 500]) #= one statement per five hundred rows
    for chunk in chunks(authors, 500):
        Author.objects.bulk_create(chunk) #= each iteration writes many
    return JsonResponse({})


def chunks(items, size):
    for start in range(0, len(items), size):
        yield items[start : start + size]


def joined(request: HttpRequest):
    rows = [book.author.name for book in Book.objects.select_related('author')] #= loaded with the rows
    rows += [list(author.book_set.all()) for author in Author.objects.prefetch_related('book_set')] #= loaded with the rows
    return JsonResponse({'rows': rows})


def titles_of(author):
    return ', '.join(book.title for book in author.book_set.all())


def loaded_with_rows(request: HttpRequest):
    rows = [titles_of(author) for author in Author.objects.prefetch_related('book_set')] #= the helper walks what was loaded with the rows
    return JsonResponse({'rows': rows})


def genres_of(author: Author):
    return [book.genre for book in author.book_set.all()]


def shown(request: HttpRequest, progress):
    rows = [genres_of(author) for author in progress(Author.objects.prefetch_related('book_set'))] #= loaded with the rows, which are handed through what nobody knows
    rows += [genres_of(author) for author in Author.objects.all()] #= the business of lazy-relation-in-loop
    return JsonResponse({'rows': rows})


def described(request: HttpRequest):
    queries = [Book.objects.filter(author=author) for author in Author.objects.all()] #= described, and never walked here
    wanted = Book.objects.none()
    for author in Author.objects.filter(living=True):
        wanted |= Book.objects.filter(author=author) #= parts of one query
    inner = Author.objects.filter(living=True)
    books = Book.objects.filter(author__in=inner) #= a query inside a query
    return JsonResponse({'queries': str(queries[0].query), 'wanted': list(wanted), 'books': list(books)})


def remembered(request: HttpRequest):
    known = {}
    rows = []
    for book in Book.objects.all():
        if book.author_id not in known:
            known[book.author_id] = Author.objects.get(pk=book.author_id) #= once per author
        rows.append(known[book.author_id])
    rows += [author_by_key(book.author_id) for book in Book.objects.all()] #= lru_cache remembers
    return JsonResponse({'rows': rows})


@lru_cache(maxsize=1000)
def author_by_key(key):
    return Author.objects.get(pk=key)


def few(request: HttpRequest):
    rows = [Book.objects.filter(year=year).count() for year in (2023, 2024)] #= two years
    rows += [Book.objects.filter(year=2020 + at).count() for at in range(3)] #= three
    for book in Book.objects.order_by('-year')[:5]:
        rows.append(Author.objects.get(pk=book.author_id)) #= five rows
    return JsonResponse({'rows': rows})


def pages(request: HttpRequest):
    last = 0
    rows = []
    while True:
        page = list(Book.objects.filter(pk__gt=last).order_by('pk')[:500]) #= one query per page, and the next needs the last
        if not page:
            return JsonResponse({'rows': rows})
        rows.extend(page)
        last = page[-1].pk


def same_every_time(request: HttpRequest):
    rows = []
    for book in Book.objects.all():
        rows.append((book.title, Author.objects.count())) #= does not hang on the element; it can move out of the loop
    return JsonResponse({'rows': rows})


def found(request: HttpRequest):
    for book in Book.objects.all():
        if book.title == request.GET['title']:
            Author.objects.filter(pk=book.author_id).update(living=True) #= the loop ends here, so it happens once
            break
    return JsonResponse({})


#- tests/test_books.py
from library.models import Author, Book


def test_authors():
    for book in Book.objects.all():
        assert Author.objects.get(pk=book.author_id) #= a test


#- library/migrations/0002_fill.py
from library.models import Author, Book


def forwards(apps, schema_editor):
    for book in Book.objects.all():
        Author.objects.filter(pk=book.author_id).update(living=True) #= a migration


#- library/models.py
from django.db import models


class Author(models.Model):
    name = models.CharField(max_length=100)
    living = models.BooleanField()


class Book(models.Model):
    title = models.CharField(max_length=200)
    year = models.IntegerField()
    published = models.BooleanField()
    author = models.ForeignKey(Author, on_delete=models.CASCADE)
