from django.db import models, transaction
from django.http import HttpRequest, JsonResponse


class Author(models.Model):
    name = models.CharField(max_length=100)
    slug = models.CharField(max_length=100, unique=True)
    email = models.CharField(max_length=100)
    works = models.IntegerField()
    deleted = models.BooleanField()


class Chapter(models.Model):
    title = models.CharField(max_length=100)
    author_id = models.IntegerField()
    editor_id = models.IntegerField(null=True)
    author_slug = models.CharField(max_length=100)
    author_email = models.CharField(max_length=100)


# trap: the row is locked when it is read, one after the other
def locked(request: HttpRequest) -> JsonResponse:
    names = []
    with transaction.atomic():
        for chapter in Chapter.objects.order_by('title'):
            author = Author.objects.select_for_update().get(pk=chapter.author_id)  #! n-plus-one-query 💡none
            names.append(author.name)
    return JsonResponse({'names': names})


# trap: the key is put together in the loop
def with_fallback(request: HttpRequest) -> JsonResponse:
    names = []
    for chapter in Chapter.objects.order_by('title'):
        key = chapter.author_id
        if chapter.editor_id:
            key = chapter.editor_id
        author = Author.objects.get(pk=key)  #! n-plus-one-query 💡none
        names.append(author.name)
    return JsonResponse({'names': names})


# trap: the key is only there where the question before said so
def guarded(request: HttpRequest, keys: dict[str, int]) -> JsonResponse:
    names = []
    for chapter in Chapter.objects.order_by('title'):  #! filter-in-application hint
        if chapter.title in keys:
            author = Author.objects.get(pk=keys[chapter.title])  #! n-plus-one-query 💡none
            names.append(author.name)
    return JsonResponse({'names': names})


# trap: the loop stops at the first one: the other rows are never read
def first_living(request: HttpRequest) -> JsonResponse:
    found = None
    for chapter in Chapter.objects.order_by('title'):
        author = Author.objects.get(pk=chapter.author_id)  #! n-plus-one-query 💡none
        if not author.deleted:
            found = author.name
            break
    return JsonResponse({'found': found})


# trap: a generator: whoever walks it may stop, or write in between
def names_of_all():
    for chapter in Chapter.objects.order_by('title'):
        author = Author.objects.get(pk=chapter.author_id)  #! n-plus-one-query 💡none
        yield author.name


def names_view(request: HttpRequest) -> JsonResponse:
    return JsonResponse({'names': list(names_of_all())})


# trap: iterator() keeps few rows in memory at a time
def streamed(request: HttpRequest) -> JsonResponse:
    names = []
    for chapter in Chapter.objects.iterator():
        author = Author.objects.get(pk=chapter.author_id)  #! n-plus-one-query 💡none
        names.append(author.name)
    return JsonResponse({'names': names})


# trap: the row is written: the next read sees it
def renamed(request: HttpRequest) -> JsonResponse:
    for chapter in Chapter.objects.order_by('title'):
        author = Author.objects.get(pk=chapter.author_id)  #! n-plus-one-query 💡none
        author.name = f'{author.name}, {chapter.title}'
        author.save()  #! n-plus-one-query 💡none
    return JsonResponse({})


# trap: the new names are taken: by a parameter and by a name of the module
def taken(request: HttpRequest, authors_by_id: dict, chapters: list) -> JsonResponse:
    names = []
    for chapter in Chapter.objects.order_by('title'):
        author = Author.objects.get(pk=chapter.author_id)  #! n-plus-one-query 💡suggestion
        names.append((author.name, authors_by_id, chapters))
    return JsonResponse({'names': names})


# trap: one question for all keys, and each row by its key
def plain(request: HttpRequest) -> JsonResponse:
    names = []
    for chapter in Chapter.objects.order_by('title'):
        author = Author.objects.get(pk=chapter.author_id)  #! n-plus-one-query 💡suggestion
        names.append(author.name)
    return JsonResponse({'names': names})


# trap: a function that is handed the row may change it
def handed(request: HttpRequest, describe) -> JsonResponse:
    names = []
    for chapter in Chapter.objects.order_by('title'):
        author = Author.objects.get(pk=chapter.author_id)  #! n-plus-one-query 💡suggestion
        names.append(describe(author))
    return JsonResponse({'names': names})


# trap: the rows are collected and sorted out later: identity and equality of rows
def collected(request: HttpRequest) -> JsonResponse:
    authors = []
    for chapter in Chapter.objects.order_by('title'):
        author = Author.objects.get(pk=chapter.author_id)  #! n-plus-one-query 💡none
        authors.append(author)
    for at, author in enumerate(authors):
        author.works = at
    return JsonResponse({'works': [author.works for author in authors]})


# trap: the key changes before the question
def moved(request: HttpRequest) -> JsonResponse:
    names = []
    for chapter in Chapter.objects.order_by('title'):
        chapter.author_id += 1
        author = Author.objects.get(pk=chapter.author_id)  #! n-plus-one-query 💡none
        names.append(author.name)
    return JsonResponse({'names': names})
