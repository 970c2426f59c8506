from typing import Annotated

import psycopg2
from django.http import HttpRequest, JsonResponse
from fastapi import Depends, FastAPI
from sqlalchemy import select
from sqlalchemy.orm import Session, sessionmaker

from library.models import Author, Book
from shop.models import Customer, Order

app = FastAPI()
sessions = sessionmaker()


def open_session():
    with sessions() as session:
        yield session


@app.get('/default')
def by_default(session: Session = Depends(open_session)):
    return [session.get(Customer, order.customer_id) for order in session.scalars(select(Order))] #! n-plus-one-query


@app.get('/annotated')
def by_annotation(session: Annotated[Session, Depends(open_session)]):
    return [session.get(Customer, order.customer_id) for order in session.scalars(select(Order))] #! n-plus-one-query


@app.post('/commit')
def commits(names: list[str]):
    with sessions() as session:
        for name in names:
            session.add(Customer(name=name))
            session.commit() #? miss: it is given nothing that comes from the element


@app.get('/cursor')
def walked_cursor():
    rows = []
    connection = psycopg2.connect('')
    orders, customers = connection.cursor(), connection.cursor()
    orders.execute('select customer_id from orders')
    for order in orders:
        customers.execute('select name from customers where id = %s', (order[0],)) #! n-plus-one-query
        rows.append(customers.fetchone())
    return rows


def in_methods(request: HttpRequest):
    rows = []
    for author in Author.objects.all():
        rows.append(author.works()) #! n-plus-one-query
        rows.append(author.newest) #! n-plus-one-query
        rows.append(author.namesakes()) #! n-plus-one-query
        author.rename() #= to write a row is a unit of work of its own
    return JsonResponse({'rows': rows})


def tested(request: HttpRequest):
    rows = []
    for author in Author.objects.all():
        works = Book.objects.filter(author=author) #! n-plus-one-query
        if works:
            rows.append(author)
    for author in Author.objects.all():
        rows += Book.objects.filter(author=author) #! n-plus-one-query
    for author in Author.objects.all():
        first, *_others = Book.objects.filter(author=author) #! n-plus-one-query
        rows.append(first)
    return JsonResponse({'rows': rows})


def handed_on(request: HttpRequest):
    rows = []
    for author in Author.objects.all():
        works = Book.objects.filter(author=author)
        rows.append(years_of(works)) #? miss: whoever is handed a query may walk it
    return JsonResponse({'rows': rows})


def years_of(books):
    return [book.year for book in books]


def related(request: HttpRequest, tag: str):
    for book in Book.objects.all():
        book.tags.add(tag) #? miss: it takes many, and is given one
    return JsonResponse({})


def loaded(request: HttpRequest):
    rows = [book.tags.all().count() for book in Book.objects.prefetch_related('tags')] #= what was loaded is counted without a query
    rows += [author.book_set.count() for author in Author.objects.prefetch_related('book_set')] #= as above
    rows += [author.book_set.exists() for author in Author.objects.prefetch_related('book_set')] #= as above
    return JsonResponse({'rows': rows})


def described(request: HttpRequest):
    queries = [works_of(author) for author in Author.objects.all()] #? false: a query that a function gives back has not run
    wanted = Book.objects.none()
    for author in Author.objects.all():
        more = Book.objects.filter(author=author) #? false: parts of one query
        wanted = wanted | more
    return JsonResponse({'queries': str(queries[0].query), 'wanted': list(wanted)})


def works_of(author):
    return Book.objects.filter(author=author)


#- library/schema.py
import strawberry
from graphene_django import DjangoObjectType

from library.models import Author, Book


class BookType(DjangoObjectType):
    class Meta:
        model = Book
        fields = ('title',)

    def resolve_author_name(self, info):
        return Author.objects.get(pk=self.author_id).name #! n-plus-one-query


@strawberry.type
class Work:
    title: str
    author_id: int

    @strawberry.field
    async def author(self) -> str:
        author = await Author.objects.aget(pk=self.author_id) #! n-plus-one-query
        return author.name


#- library/models.py
from django.db import models


class Author(models.Model):
    name = models.CharField(max_length=100)

    def works(self):
        return list(Book.objects.filter(author=self))

    @property
    def newest(self):
        return Book.objects.filter(author=self).latest('year')

    def namesakes(self):
        return Author.objects.filter(name__endswith=f' {self.name}').count()

    def rename(self):
        self.name = self.name.strip()
        self.save()


class Tag(models.Model):
    name = models.CharField(max_length=100)


class Book(models.Model):
    title = models.CharField(max_length=200)
    year = models.IntegerField()
    author = models.ForeignKey(Author, on_delete=models.CASCADE)
    tags = models.ManyToManyField(Tag)


#- shop/models.py
from sqlalchemy import ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Customer(Base):
    __tablename__ = 'customers'
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]


class Order(Base):
    __tablename__ = 'orders'
    id: Mapped[int] = mapped_column(primary_key=True)
    customer_id: Mapped[int] = mapped_column(ForeignKey('customers.id'))
