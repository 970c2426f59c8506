# What a loop writes or asks one by one, and what may be written or asked together instead.
import psycopg2
import pymysql
from django.http import HttpRequest, JsonResponse
from psycopg2.extras import execute_batch
from sqlalchemy import create_engine, text

from shop.models import Author, Book, Event, Item, Label, Note, Tool

engine = create_engine('postgresql:///shop')


def creates(request: HttpRequest):
    Author.objects.bulk_create(
        [Author(name=name) for name in request.POST.getlist('names')]
    )
    authors = []
    for name in request.POST.getlist('names'):
        wanted = name.strip()
        if not wanted:
            continue
        authors.append(Author(name=wanted))
    Author.objects.bulk_create(authors)
    authors2 = []
    for name in request.POST.getlist('names'):
        author = Author(name=name)
        authors2.append(author)
    Author.objects.bulk_create(authors2)
    return JsonResponse({})


def hooked(request: HttpRequest):
    for name in request.POST.getlist('names'):
        # Its base class has a `save` of its own.
        Label.objects.create(name=name)
    for name in request.POST.getlist('names'):
        # Somebody listens for it.
        Event.objects.create(name=name)
    for name in request.POST.getlist('names'):
        # Its rows are rows of another table as well.
        Tool.objects.create(name=name)
    for name in request.POST.getlist('names'):
        # The key of the row is wanted.
        author = Author.objects.create(name=name)
        print(author.pk)
    return JsonResponse({})


def updates(request: HttpRequest):
    changed = []
    for book in Book.objects.filter(published=False):
        book.published = True
        changed.append(book)
    Book.objects.bulk_update(changed, ['published'], batch_size=1000)
    changed2 = []
    for book in Book.objects.all():
        if book.year < 1900:
            book.author_id = None
            changed2.append(book)
    Book.objects.bulk_update(changed2, ['author'], batch_size=1000)
    for note in Note.objects.all():
        note.text = note.text.strip()
        # `save` also sets when it was changed.
        note.save()
    for book in Book.objects.all():
        book.retitle()
        # Which columns change does not show here.
        book.save()
    return JsonResponse({})


def lookups(request: HttpRequest):
    rows = []
    books = list(Book.objects.all())
    authors_by_id = Author.objects.in_bulk({book.author_id for book in books})
    for book in books:
        try:
            author = authors_by_id[book.author_id]
        except KeyError:
            continue
        rows.append(author.name)
    slugs = list(Book.objects.values_list('item_slug', flat=True))
    items_by_slug = Item.objects.in_bulk(slugs, field_name='slug')
    for slug in slugs:
        rows.append(items_by_slug[slug].name)
    for book in Book.objects.all():
        # Two may have one name.
        rows.append(Author.objects.filter(name=book.writer).first())
    for key in request.GET.getlist('author'):
        # A text, where the keys of rows are numbers.
        rows.append(Author.objects.get(pk=key).name)
    for book in Book.objects.all():
        # Two books of one author would share it.
        author = Author.objects.get(pk=book.author_id)
        author.name = author.name.strip()
        rows.append(author)
    return JsonResponse({'rows': rows})


def statements(request: HttpRequest):
    names = request.POST.getlist('names')
    cursor = psycopg2.connect('').cursor()
    rows = []
    for name in names:
        # `executemany` of this driver sends one after the other.
        rows.append((name,))
    execute_batch(cursor, 'insert into authors (name) values (%s)', rows)
    for name in names:
        cursor.execute('insert into authors (name) values (%s) returning id', (name,))
    with pymysql.connect().cursor() as other:
        other.executemany(
            'insert into authors (name) values (%s)',
            [(name,) for name in names],
        )
        for name in names:
            # Only inserts are sent together.
            other.execute('delete from authors where name = %s', (name,))
    with engine.begin() as connection:
        rows2 = [{'name': name} for name in names]
        if rows2:
            connection.execute(text('insert into authors (name) values (:name)'), rows2)
    return JsonResponse({})

#- shop/signals.py
from django.db.models.signals import post_save
from django.dispatch import receiver

from shop.models import Event


@receiver(post_save, sender=Event)
def announce(sender, instance, **_kwargs):
    print(sender, instance)

#- shop/models.py
from django.db import models


class Author(models.Model):
    name = models.CharField(max_length=100)


class Named(models.Model):
    name = models.CharField(max_length=100)

    class Meta:
        abstract = True

    def save(self, *args, **kwargs):
        self.name = self.name.strip()
        super().save(*args, **kwargs)


class Label(Named):
    color = models.CharField(max_length=10)


class Event(models.Model):
    name = models.CharField(max_length=100)


class Item(models.Model):
    name = models.CharField(max_length=100)
    slug = models.SlugField(unique=True)


class Tool(Item):
    weight = models.IntegerField(default=0)


class Note(models.Model):
    text = models.TextField()
    changed = models.DateTimeField(auto_now=True)


class Book(models.Model):
    title = models.CharField(max_length=200)
    writer = models.CharField(max_length=100)
    item_slug = models.SlugField()
    year = models.IntegerField()
    published = models.BooleanField()
    author = models.ForeignKey(Author, null=True, on_delete=models.CASCADE)

    def retitle(self):
        self.title = self.title.title()
