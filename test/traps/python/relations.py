from django.db import models
from django.http import HttpRequest, JsonResponse


class Author(models.Model):
    name = models.CharField(max_length=100)


class Series(models.Model):
    name = models.CharField(max_length=100)


class Book(models.Model):
    title = models.CharField(max_length=200)
    author = models.ForeignKey(Author, related_name='books', on_delete=models.CASCADE)
    series = models.ForeignKey(Series, null=True, on_delete=models.SET_NULL)
    readers = models.ManyToManyField(Author, related_name='read')


# trap: only() leaves the column out that leads on: both together raise
def only(request: HttpRequest) -> JsonResponse:
    #! unbounded-query hint
    return JsonResponse({'names': [book.author.name for book in Book.objects.only('title')]})  #! lazy-relation-in-loop 💡none


# trap: defer() of the relation and loading it raise
def deferred(request: HttpRequest) -> JsonResponse:
    #! unbounded-query hint
    return JsonResponse({'names': [book.author.name for book in Book.objects.defer('author')]})  #! lazy-relation-in-loop 💡none


# trap: select_related() after union() raises
def united(request: HttpRequest) -> JsonResponse:
    books = Book.objects.filter(title='a').union(Book.objects.filter(title='b'))  #! missing-index
    return JsonResponse({'names': [book.author.name for book in books]})  #! lazy-relation-in-loop 💡none


# trap: prefetch_related() after union() raises
def united_readers(request: HttpRequest) -> JsonResponse:
    books = Book.objects.filter(title='a').union(Book.objects.filter(title='b'))  #! missing-index
    return JsonResponse({'names': [[reader.name for reader in book.readers.all()] for book in books]})  #! lazy-relation-in-loop 💡none


# trap: PostgreSQL locks no row of an outer join: the series may be null
def locked(request: HttpRequest) -> JsonResponse:
    names = []
    for book in Book.objects.select_for_update().order_by('title'):
        names.append(book.series.name if book.series else '')  #! lazy-relation-in-loop 💡none
    return JsonResponse({'names': names})


# trap: what is set to the rows in the loop is not seen in rows that were loaded before
def renamed(request: HttpRequest) -> JsonResponse:
    names = []
    for book in Book.objects.order_by('title'):
        Author.objects.filter(books=book).update(name=book.title)  #! n-plus-one-query 💡none
        names.append(book.author.name)  #! lazy-relation-in-loop 💡none
    return JsonResponse({'names': names})


# trap: a book that is made in the loop is not among the books that were loaded before it
def added(request: HttpRequest) -> JsonResponse:
    counts = []
    for author in Author.objects.order_by('name'):
        Book.objects.create(title='new', author=author)  #! n-plus-one-query 💡none
        counts.append([book.title for book in author.books.all()])  #! lazy-relation-in-loop 💡none
    return JsonResponse({'counts': counts})


# trap: filter() of a relation asks again, whatever was loaded
def filtered(request: HttpRequest) -> JsonResponse:
    counts = []
    for author in Author.objects.order_by('name'):
        counts.append([book.title for book in author.books.filter(title='a')])  #! n-plus-one-query 💡none
    return JsonResponse({'counts': counts})


# trap: iterator() with prefetch_related() needs its chunk_size
def streamed(request: HttpRequest) -> JsonResponse:
    titles = []
    for author in Author.objects.iterator():
        titles.append([book.title for book in author.books.all()])  #! lazy-relation-in-loop 💡none
    return JsonResponse({'titles': titles})


# trap: iterator() with select_related() needs nothing
def streamed_authors(request: HttpRequest) -> JsonResponse:
    names = []
    for book in Book.objects.iterator():
        names.append(book.author.name)  #! lazy-relation-in-loop 💡suggestion
    return JsonResponse({'names': names})


# trap: a slice may still be told what to load
def sliced(request: HttpRequest) -> JsonResponse:
    return JsonResponse({'names': [book.author.name for book in Book.objects.order_by('title')[:100]]})  #! lazy-relation-in-loop 💡suggestion


# trap: the rows were walked before, and are loaded
def walked(request: HttpRequest) -> JsonResponse:
    #! unbounded-query hint
    books = Book.objects.order_by('title')
    count = len(books)
    return JsonResponse({'count': count, 'names': [book.author.name for book in books]})  #! lazy-relation-in-loop 💡suggestion


# trap: the query set is also a part of another one: a list of columns more would not fit
def part(request: HttpRequest) -> JsonResponse:
    books = Book.objects.filter(title='a')  #! missing-index
    authors = Author.objects.filter(books__in=books).count()
    return JsonResponse({'authors': authors, 'names': [book.author.name for book in books]})  #! lazy-relation-in-loop 💡suggestion


# trap: readers.add() in the loop
def joined(request: HttpRequest, reader: Author) -> JsonResponse:
    names = []
    for book in Book.objects.order_by('title'):
        book.readers.add(reader)
        names.append([each.name for each in book.readers.all()])  #! lazy-relation-in-loop 💡none
    return JsonResponse({'names': names})
