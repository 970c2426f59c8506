from django.db import models
from sqlalchemy import create_engine, select, text
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column

engine = create_engine('postgresql://localhost/shop')


class Book(models.Model):
    title = models.CharField(max_length=20)


class Base(DeclarativeBase):
    pass


class Event(Base):
    __tablename__ = 'events'
    id: Mapped[int] = mapped_column(primary_key=True)


def titles():
    offset = 0
    while True:
        books = list(Book.objects.order_by('id')[offset:offset + 1000]) #! deep-offset-pagination hint O(rows²/page)
        if not books:
            return
        yield from (book.title for book in books)
        offset += 1000


def walked():
    books = Book.objects.order_by('id')
    for start in range(0, books.count(), 1000):
        for book in books[start:start + 1000]: #! deep-offset-pagination
            print(book)


def longer():
    offset = 0
    while True:
        books = Book.objects.exclude(title='').filter(title__startswith='A').order_by('title', 'id')[offset:offset + 1000] #! deep-offset-pagination
        if not books:
            break
        for book in books:
            print(book)
        offset += 1000


def events(session: Session):
    page = 0
    while True:
        found = session.scalars(select(Event).order_by(Event.id).offset(page * 100).limit(100)).all() #! deep-offset-pagination
        if not found:
            break
        page += 1


def raw():
    offset = 0
    with engine.connect() as connection:
        while True:
            rows = connection.execute(text(f'SELECT * FROM events ORDER BY id LIMIT 100 OFFSET {offset}')).all() #? miss: what is put into a text is not told from what is handed over beside it
            if not rows:
                break
            offset += len(rows)


def after_last_key():
    last = 0
    while True:
        books = list(Book.objects.filter(id__gt=last).order_by('id')[:1000]) #= begins after the last key
        if not books:
            return
        yield from books
        last = books[-1].id


def chunks(books: list[str]):
    start = 0
    while start < len(books):
        yield books[start:start + 100] #= a list, and no query
        start += 100


def page(number: int):
    return list(Book.objects.order_by('id')[number * 20:number * 20 + 20]) #= one page, whichever it is


def first(size: int):
    return Book.objects.order_by('id')[:size] #= the first page


def every_author(names: list[str]):
    offset = 20
    for name in names:
        yield list(Book.objects.filter(title=name)[offset:offset + 20]) #= the same page each time


def iterated():
    for book in Book.objects.order_by('id').iterator(1000): #= the database keeps its place
        print(book)
