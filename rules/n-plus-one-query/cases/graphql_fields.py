import strawberry
from django.db import models
from strawberry.dataloader import DataLoader


class Author(models.Model):
    name = models.CharField(max_length=200)


class Book(models.Model):
    title = models.CharField(max_length=200)
    author_number = models.IntegerField()


async def load_authors(keys):
    return [None for key in keys]


authors = DataLoader(load_fn=load_authors)


@strawberry.type
class BookType:
    title: str
    author_number: int

    @strawberry.field
    def author(self) -> str:
        return Author.objects.get(pk=self.author_number).name  #! n-plus-one-query hint

    @strawberry.field
    async def loaded(self) -> str:
        return await authors.load(self.author_number)  #= a DataLoader sends all keys as one


@strawberry.type
class Query:
    @strawberry.field
    def book(self, pk: int) -> str:
        return Book.objects.get(pk=pk).title  #= once per request
