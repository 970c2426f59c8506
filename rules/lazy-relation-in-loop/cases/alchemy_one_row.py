#@ no-run: a database
from fastapi import APIRouter
from sqlalchemy import ForeignKey, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, relationship, selectinload

router = APIRouter()


class Base(DeclarativeBase):
    pass


class Author(Base):
    __tablename__ = 'authors'
    id: Mapped[int] = mapped_column(primary_key=True)
    books: Mapped[list['Book']] = relationship()


class Book(Base):
    __tablename__ = 'books'
    id: Mapped[int] = mapped_column(primary_key=True)
    author_id: Mapped[int] = mapped_column(ForeignKey('authors.id'))
    publisher_id: Mapped[int] = mapped_column(ForeignKey('publishers.id'))
    publisher: Mapped['Publisher'] = relationship()


class Publisher(Base):
    __tablename__ = 'publishers'
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]


def find_author(session: Session, id, query=None) -> Author:
    return session.scalar(query.filter_by(id=id).limit(1))


@router.get('/given')
def given(id: int, session: Session):
    query = select(Author).options(selectinload(Author.books).selectinload(Book.publisher))
    author = find_author(session, id, query=query)
    return [book.publisher.name for book in author.books] #= the query that is handed in loads them


def load_author(session: Session, id) -> Author:
    query = select(Author).options(selectinload(Author.books).selectinload(Book.publisher))
    return session.execute(query.filter_by(id=id)).scalar_one()


@router.get('/loaded')
def loaded(id: int, session: Session):
    author = load_author(session, id)
    return [book.publisher.name for book in author.books] #= loaded where the author is


@router.get('/plain')
def plain(id: int, session: Session):
    author = session.get(Author, id)
    return [book.publisher.name for book in author.books] #! lazy-relation-in-loop


@router.get('/options')
def with_options(id: int, session: Session):
    author = session.get(Author, id, options=[selectinload(Author.books).selectinload(Book.publisher)])
    return [book.publisher.name for book in author.books] #= the options load them
