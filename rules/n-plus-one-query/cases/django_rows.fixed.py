from django.db import connection
from django.http import HttpRequest, JsonResponse
from django.shortcuts import get_object_or_404

from library.loading import author_of, load_author, save_tag, works_of
from library.models import Author, Book


def one_each(request: HttpRequest):
    rows = []
    books = list(Book.objects.all())
    authors_by_id = Author.objects.in_bulk({book.author_id for book in books})
    for book in books:
        rows.append(authors_by_id[book.author_id])
    books2 = list(Book.objects.all())
    authors_by_id2 = Author.objects.in_bulk({book.author_id for book in books2})
    for book in books2:
        rows.append(authors_by_id2.get(book.author_id))
    for book in Book.objects.all():
        if Author.objects.filter(pk=book.author_id, living=True).exists():
            rows.append(book)
    for book in Book.objects.all():
        rows.append(get_object_or_404(Author, pk=book.author_id))
    return JsonResponse({'rows': rows})


def named(request: HttpRequest):
    books = Book.objects.filter(published=True)
    authors = {}
    authors_by_id = Author.objects.in_bulk({book.author_id for book in books})
    for book in books:
        authors[book.pk] = authors_by_id[book.author_id]
    return JsonResponse({'authors': authors})


def comprehensions(request: HttpRequest):
    books = list(Book.objects.all())
    authors_by_id = Author.objects.in_bulk({book.author_id for book in books})
    rows = [authors_by_id[book.author_id] for book in books]
    books2 = list(Book.objects.all())
    authors_by_id2 = Author.objects.in_bulk({book.author_id for book in books2})
    by_id = {book.pk: authors_by_id2[book.author_id] for book in books2}
    total = sum(Author.objects.filter(pk=book.author_id).count() for book in Book.objects.all())
    first = next((book for book in Book.objects.all() if Author.objects.filter(pk=book.author_id).exists()), None)
    mapped = list(map(lambda book: Author.objects.get(pk=book.author_id), Book.objects.all()))
    return JsonResponse({'rows': rows, 'by_id': by_id, 'total': total, 'first': first, 'mapped': mapped})


# A queryset asks when somebody walks, measures or tests it.
def needed_later(request: HttpRequest):
    rows = []
    for author in Author.objects.all():
        for book in Book.objects.filter(author=author):
            rows.append(book.title)
    for author in Author.objects.all():
        works = Book.objects.filter(author=author)
        rows.append([book.title for book in works])
    for author in Author.objects.all():
        rows.extend(author.book_set.filter(published=True))
    for author in Author.objects.all():
        rows.append(author.book_set.count())
    for author in Author.objects.all():
        rows.append(list(Book.objects.filter(author=author).values('title')))
    for author in Author.objects.all():
        rows.append(Book.objects.filter(author=author).order_by('-year')[0])
    for author in Author.objects.all():
        rows.append(', '.join(author.book_set.values_list('title', flat=True)))
    for author in Author.objects.all():
        if author.pk in Book.objects.filter(author=author).values_list('author_id', flat=True):
            rows.append(author)
    return JsonResponse({'rows': rows})


def measured(request: HttpRequest):
    counts = []
    for author in Author.objects.all():
        works = Book.objects.filter(author=author)
        counts.append(len(works))
    return JsonResponse({'counts': counts})


def counted(request: HttpRequest):
    counts = []
    for author in Author.objects.all():
        works = Book.objects.filter(author=author)
        counts.append(works.count())
    return JsonResponse({'counts': counts})


def helpers(request: HttpRequest):
    rows = [author_of(book) for book in Book.objects.all()]
    rows += [load_author(book.author_id) for book in Book.objects.all()]
    rows += [Author.objects.of_book(book) for book in Book.objects.all()]
    for author in Author.objects.all():
        rows.extend(works_of(author))
    return JsonResponse({'rows': rows})


def keys(request: HttpRequest):
    ids = [book.author_id for book in Book.objects.all()]
    authors_by_id = Author.objects.in_bulk(ids)
    rows = [authors_by_id[key] for key in ids]
    for key in {book.author_id for book in Book.objects.all()}:
        rows.append(Author.objects.get(pk=key))
    books = list(Book.objects.all())
    authors_by_id2 = Author.objects.in_bulk({book.author_id for book in books})
    for at, book in enumerate(books):
        rows.append((at, authors_by_id2[book.author_id]))
    return JsonResponse({'rows': rows})


def by_position(request: HttpRequest):
    rows = []
    books = list(Book.objects.all())
    authors_by_id = Author.objects.in_bulk({books[at].author_id for at in range(len(books))})
    for at in range(len(books)):
        rows.append(authors_by_id[books[at].author_id])
    return JsonResponse({'rows': rows})


def statements(request: HttpRequest):
    rows = []
    with connection.cursor() as cursor:
        for book in Book.objects.all():
            cursor.execute('select name from authors where id = %s', [book.author_id])
            rows.append(cursor.fetchone())
    return JsonResponse({'rows': rows})


async def asynchronous(request: HttpRequest):
    rows = []
    async for author in Author.objects.all():
        rows.append(await Book.objects.filter(author=author).afirst())
    async for author in Author.objects.all():
        rows.append([book.title async for book in Book.objects.filter(author=author)])
    return JsonResponse({'rows': rows})


def writes(request: HttpRequest):
    Author.objects.bulk_create(
        [Author(name=name) for name in request.POST.getlist('names')]
    )
    Author.objects.bulk_create(
        [Author(name=name) for name in request.POST.getlist('names')]
    )
    for name in request.POST.getlist('names'):
        Author.objects.get_or_create(name=name)
    for name in request.POST.getlist('names'):
        save_tag(name)
    changed = []
    for book in Book.objects.all():
        book.published = True
        changed.append(book)
    Book.objects.bulk_update(changed, ['published'], batch_size=1000)
    for book in Book.objects.all():
        Author.objects.filter(pk=book.author_id).update(living=False)
    for book in Book.objects.all():
        book.delete()
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
    return {'name': tag.name, 'children': [tree_of(child) for child in Tag.objects.filter(parent=tag)]}

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
