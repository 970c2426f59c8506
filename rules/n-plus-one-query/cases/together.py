# What a loop writes or asks one by one, and what may be written or asked together instead.
import psycopg2
import pymysql
from django.http import HttpRequest, JsonResponse
from sqlalchemy import create_engine, text

from shop.models import Author, Book, Event, Item, Label, Note, Tool

engine = create_engine('postgresql:///shop')


def creates(request: HttpRequest):
    for name in request.POST.getlist('names'):
        Author.objects.create(name=name) #! n-plus-one-query 💡suggestion
    for name in request.POST.getlist('names'):
        wanted = name.strip()
        if not wanted:
            continue
        Author.objects.create(name=wanted) #! n-plus-one-query 💡suggestion
    for name in request.POST.getlist('names'):
        author = Author(name=name)
        author.save() #! n-plus-one-query 💡suggestion
    return JsonResponse({})


def hooked(request: HttpRequest):
    for name in request.POST.getlist('names'):
        # Its base class has a `save` of its own.
        Label.objects.create(name=name) #! n-plus-one-query 💡none
    for name in request.POST.getlist('names'):
        # Somebody listens for it.
        Event.objects.create(name=name) #! n-plus-one-query 💡none
    for name in request.POST.getlist('names'):
        # Its rows are rows of another table as well.
        Tool.objects.create(name=name) #! n-plus-one-query 💡none
    for name in request.POST.getlist('names'):
        # The key of the row is wanted.
        author = Author.objects.create(name=name) #! n-plus-one-query 💡none
        print(author.pk)
    return JsonResponse({})


def updates(request: HttpRequest):
    for book in Book.objects.filter(published=False):
        book.published = True
        book.save() #! n-plus-one-query 💡suggestion
    for book in Book.objects.all():
        if book.year < 1900:
            book.author_id = None
            book.save(update_fields=['author']) #! n-plus-one-query 💡suggestion
    for note in Note.objects.all():
        note.text = note.text.strip()
        # `save` also sets when it was changed.
        note.save() #! n-plus-one-query 💡none
    for book in Book.objects.all():
        book.retitle()
        # Which columns change does not show here.
        book.save() #! n-plus-one-query 💡none
    return JsonResponse({})


def lookups(request: HttpRequest):
    rows = []
    for book in Book.objects.all():
        try:
            author = Author.objects.get(pk=book.author_id) #! n-plus-one-query 💡suggestion
        except Author.DoesNotExist:
            continue
        rows.append(author.name)
    for slug in Book.objects.values_list('item_slug', flat=True):
        rows.append(Item.objects.get(slug=slug).name) #! n-plus-one-query 💡suggestion
    for book in Book.objects.all():
        # Two may have one name.
        rows.append(Author.objects.filter(name=book.writer).first()) #! n-plus-one-query 💡none
    for key in request.GET.getlist('author'):
        # A text, where the keys of rows are numbers.
        rows.append(Author.objects.get(pk=key).name) #! n-plus-one-query 💡none
    for book in Book.objects.all():
        # Two books of one author would share it.
        author = Author.objects.get(pk=book.author_id) #! n-plus-one-query 💡none
        author.name = author.name.strip()
        rows.append(author)
    return JsonResponse({'rows': rows})


def statements(request: HttpRequest):
    names = request.POST.getlist('names')
    cursor = psycopg2.connect('').cursor()
    for name in names:
        # `executemany` of this driver sends one after the other.
        cursor.execute('insert into authors (name) values (%s)', (name,)) #! n-plus-one-query 💡suggestion
    for name in names:
        cursor.execute('insert into authors (name) values (%s) returning id', (name,)) #! n-plus-one-query 💡none
    with pymysql.connect().cursor() as other:
        for name in names:
            other.execute('insert into authors (name) values (%s)', (name,)) #! n-plus-one-query 💡suggestion
        for name in names:
            # Only inserts are sent together.
            other.execute('delete from authors where name = %s', (name,)) #! n-plus-one-query 💡none
    with engine.begin() as connection:
        for name in names:
            connection.execute(text('insert into authors (name) values (:name)'), {'name': name}) #! n-plus-one-query 💡suggestion
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
