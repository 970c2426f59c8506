import asyncio

from django.conf import settings
from django.http import HttpRequest, JsonResponse
from fastapi import FastAPI
from pymongo import MongoClient
from sqlalchemy import create_engine, select, text
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.orm import Session

from shop.models import Order

app = FastAPI()
engines = [create_engine(url) for url in settings.SHARDS]
async_engines = [create_async_engine(url) for url in settings.SHARDS]
by_region = {'eu': create_engine('postgresql://eu'), 'us': create_engine('postgresql://us')}
clients = [MongoClient('eu'), MongoClient('us')]


def orders(request: HttpRequest):
    found = []
    for alias in settings.DATABASES:
        found.extend(Order.objects.using(alias).filter(state=request.GET['state'])) #! sequential-cross-shard-query hint
    count = sum(Order.objects.using(alias).count() for alias in settings.DATABASES) #! sequential-cross-shard-query
    return JsonResponse({'orders': found, 'count': count})


def order(request: HttpRequest, pk: int):
    for alias in settings.DATABASES:
        found = Order.objects.using(alias).filter(pk=pk).first() #= the next one is asked only where this one does not know
        if found:
            return JsonResponse({'order': found.pk})
    for alias in settings.DATABASES:
        Order.objects.using(alias).filter(pk=pk).delete() #= one write after the other may be meant
    return JsonResponse({})


@app.get('/rows')
def rows(state: str):
    found = []
    for engine in engines:
        with engine.connect() as connection:
            found.extend(connection.execute(text('SELECT * FROM orders WHERE state = :state'), {'state': state})) #! sequential-cross-shard-query
    for engine in by_region.values():
        with Session(engine) as session:
            found.extend(session.scalars(select(Order)).all()) #! sequential-cross-shard-query
    for client in clients:
        found.append(client.shop.orders.count_documents({})) #! sequential-cross-shard-query
    return found


@app.get('/rows/together')
async def together(state: str):
    async def of_shard(engine):
        async with engine.connect() as connection:
            return (await connection.execute(text('SELECT 1'))).all()

    return await asyncio.gather(*[of_shard(engine) for engine in async_engines]) #= they are asked together


@app.get('/rows/one-by-one')
async def one_by_one():
    found = []
    for engine in async_engines:
        async with engine.connect() as connection:
            found.append(await connection.execute(text('SELECT 1'))) #! sequential-cross-shard-query
    return found


@app.get('/rows/named')
def named():
    found = []
    for name, engine in by_region.items():
        with engine.connect() as connection:
            found.append(connection.execute(text('SELECT 1'))) #? miss: what a pair of `items` holds is not followed
    return found


@app.get('/tables')
def tables():
    found = []
    for table in ('orders', 'lines'):
        with engines[0].connect() as connection:
            found.append(connection.execute(text(f'SELECT count(*) FROM {table}')).all()) #= one database, and as many tables as the code names
    return found
#- shop/models.py
from django.db import models


class Order(models.Model):
    state = models.CharField(max_length=20, db_index=True)
