from django.core.exceptions import ObjectDoesNotExist
from django.db import models
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


# trap: keys of a request are texts, and in_bulk() gives numbers: no text is found
def by_texts(request: HttpRequest) -> JsonResponse:
    names = []
    for key in request.GET.getlist('authors'):
        author = Author.objects.get(pk=key)  #! n-plus-one-query 💡none
        names.append(author.name)
    return JsonResponse({'names': names})


# trap: the same row twice is two objects here, and one from a dict: the second title would overwrite the first
def two_objects(request: HttpRequest) -> JsonResponse:
    authors = []
    for chapter in Chapter.objects.order_by('title'):
        author = Author.objects.get(pk=chapter.author_id)  #! n-plus-one-query 💡none
        author.chapter = chapter.title
        authors.append(author)
    return JsonResponse({'lines': [f'{author.name}: {author.chapter}' for author in authors]})


# trap: each time the row is read anew, with what the last one wrote
def counted(request: HttpRequest) -> JsonResponse:
    for chapter in Chapter.objects.order_by('title'):
        author = Author.objects.get(pk=chapter.author_id)  #! n-plus-one-query 💡none
        Author.objects.filter(pk=author.pk).update(works=author.works + 1)  #! n-plus-one-query 💡none
    return JsonResponse({})


# trap: a row that is missing raises, and somebody further out catches it
def all_or_none(request: HttpRequest) -> JsonResponse:
    names = []
    try:
        for chapter in Chapter.objects.order_by('title'):
            names.append(Author.objects.get(pk=chapter.author_id).name)  #! n-plus-one-query 💡none
    except Author.DoesNotExist:
        names = []
    return JsonResponse({'names': names})


# trap: a missing row is caught by the base class of its error
def each_or_none(request: HttpRequest) -> JsonResponse:
    names = []
    for chapter in Chapter.objects.order_by('title'):
        try:
            author = Author.objects.get(pk=chapter.author_id)  #! n-plus-one-query 💡suggestion
        except ObjectDoesNotExist:
            continue
        names.append(author.name)
    return JsonResponse({'names': names})


# trap: a KeyError of the other lookup in the try would be taken for a missing row
def two_lookups(request: HttpRequest, prices: dict[str, int]) -> JsonResponse:
    lines = []
    for chapter in Chapter.objects.order_by('title'):
        try:
            author = Author.objects.get(pk=chapter.author_id)  #! n-plus-one-query 💡none
            lines.append((author.name, prices[chapter.title]))
        except Author.DoesNotExist:
            continue
    return JsonResponse({'lines': lines})


# trap: None has no row, and no place in the dict
def editors(request: HttpRequest) -> JsonResponse:
    names = []
    for chapter in Chapter.objects.order_by('title'):
        editor = Author.objects.filter(pk=chapter.editor_id).first()  #! n-plus-one-query 💡suggestion
        names.append(editor.name if editor else '')
    return JsonResponse({'names': names})


# trap: a field that is not unique: get() raises for two, and first() takes one
def by_email(request: HttpRequest) -> JsonResponse:
    names = []
    for chapter in Chapter.objects.order_by('title'):
        author = Author.objects.get(email=chapter.author_email)  #! n-plus-one-query 💡none #! missing-index
        names.append(author.name)
    return JsonResponse({'names': names})


# trap: a unique text: the database may take `Ann` and `ann` for one, and a dict does not
def by_slug(request: HttpRequest) -> JsonResponse:
    names = []
    for chapter in Chapter.objects.order_by('title'):
        author = Author.objects.get(slug=chapter.author_slug)  #! n-plus-one-query 💡suggestion
        names.append(author.name)
    return JsonResponse({'names': names})


# trap: one more condition, the same for all
def living(request: HttpRequest) -> JsonResponse:
    names = []
    for chapter in Chapter.objects.order_by('title'):
        author = Author.objects.get(pk=chapter.author_id, deleted=False)  #! n-plus-one-query 💡suggestion
        names.append(author.name)
    return JsonResponse({'names': names})
