import asyncio
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager

import requests
from asgiref.sync import sync_to_async
from channels.db import database_sync_to_async
from django.core.cache import cache
from django.http import HttpRequest, JsonResponse
from fastapi import Depends, FastAPI
from sqlalchemy import select
from sqlalchemy.orm import Session, sessionmaker

from library.models import Book


@asynccontextmanager
async def lifespan(_app):
    requests.get('https://prices.example/health') #= once, before there are requests
    yield


app = FastAPI(lifespan=lifespan)
sessions = sessionmaker()


def open_session():
    with sessions() as session:
        yield session


@app.get('/prices')
async def with_session(session: Session = Depends(open_session)):
    return session.execute(select(1)).all() #! sync-io-in-hot-path


@sync_to_async
def load_books():
    return list(Book.objects.all())


@database_sync_to_async
def count_books():
    return Book.objects.count()


async def decorated(request: HttpRequest):
    books = await load_books() #= its decorator runs it in a thread
    return JsonResponse({'books': books, 'count': await count_books()}) #= as above


async def mapped(keys: list[str]):
    pool = ThreadPoolExecutor()
    pool.map(requests.get, keys) #? false: runs in threads, and nobody waits for it


async def collected(keys: list[str]):
    with ThreadPoolExecutor() as pool:
        jobs = [pool.submit(requests.get, key) for key in keys]
        return [job.result() for job in jobs] #! sync-io-in-hot-path


async def from_cache(request: HttpRequest):
    return JsonResponse({'price': cache.get('price')}) #? miss: who asks a cache is taken to spare something dearer


async def measured(request: HttpRequest):
    books = Book.objects.all() #! sync-io-in-hot-path hint
    count = len(books)
    async for book in books: #= walked without the thread, and loaded already
        count += book.pk
    return JsonResponse({'count': count})


class Source:
    def load(self, key):
        return requests.get(key)


async def either(source: Source, key: str):
    if asyncio.iscoroutinefunction(source.load):
        return await source.load(key) #= what is awaited here is not the plain one
    return await asyncio.to_thread(source.load, key) #= runs in a thread


def later():
    time.sleep(1) #! sync-io-in-hot-path


async def registers():
    asyncio.get_running_loop().call_later(1, later)


class Receiver(asyncio.Protocol):
    def data_received(self, data):
        requests.post('https://log.example', data=data) #? miss: the loop calls it


async def worker():
    while True:
        time.sleep(1) #? miss: started once, and never over
        await asyncio.sleep(0)


async def main():
    await worker()


if __name__ == '__main__':
    asyncio.run(main())


#- shop/deep.py
import requests


def one():
    return two()


def two():
    return three()


def three():
    return four()


def four():
    return requests.get('https://prices.example')


#- shop/views.py
from django.http import HttpRequest, JsonResponse

from shop.deep import one


async def prices(request: HttpRequest):
    return JsonResponse({'prices': one().json()}) #? miss: more than three calls in between


#- library/models.py
from django.db import models


class Book(models.Model):
    title = models.CharField(max_length=200)
