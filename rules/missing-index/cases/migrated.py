from django.db import models
from django.http import HttpRequest, JsonResponse
from fastapi import FastAPI
from sqlalchemy import String
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column

app = FastAPI()


class Base(DeclarativeBase):
    pass


class Job(Base):
    __tablename__ = 'jobs'
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(50))
    owner: Mapped[str] = mapped_column(String(50))


class Book(models.Model):
    isbn = models.CharField(max_length=13)
    title = models.CharField(max_length=200)

    class Meta:
        db_table = 'library_books'


class Author(models.Model):
    name = models.CharField(max_length=200)
    pen_name = models.CharField(max_length=200)


@app.get('/jobs/{name}')
def jobs(session: Session, name: str):
    named = session.query(Job).filter_by(name=name).first() #! missing-index hint O(Job rows)
    return [named, session.query(Job).filter_by(owner=name).all()] #= a file of SQL makes its index


def book(request: HttpRequest):
    found = Book.objects.get(isbn=request.GET['isbn']) #= a file of SQL makes its index
    titled = Book.objects.get(title=request.GET['title']) #! missing-index hint O(Book rows)
    named = Author.objects.get(name=request.GET['name']) #! missing-index hint O(Author rows)
    pen = Author.objects.get(pen_name=request.GET['pen']) #! missing-index hint O(Author rows)
    return JsonResponse({'book': [found.pk, titled.pk, named.pk, pen.pk]})
#- db/init.sql
CREATE TABLE jobs (id serial PRIMARY KEY, name text, owner text);
CREATE INDEX jobs_by_owner ON jobs (owner, name);
CREATE INDEX books_by_isbn ON library_books (isbn);
CREATE INDEX by_pen ON writers (pen_name);
