import asyncio
from concurrent.futures import ThreadPoolExecutor
from functools import cache

import aiohttp
import boto3
import httpx
import redis
import redis.asyncio
import requests
from celery import shared_task
from fastapi import FastAPI
from motor.motor_asyncio import AsyncIOMotorClient
from pymongo import MongoClient

from shop.clients import Prices, price_of

app = FastAPI()
store = redis.Redis()
other_store = redis.asyncio.Redis()
documents = MongoClient().shop
other_documents = AsyncIOMotorClient().shop
files = boto3.client('s3')


@app.post('/requests')
def with_requests(keys: list[str]):
    rows = []
    for key in keys:
        rows.append(requests.get(f'https://prices.example/{key}').json())
    with requests.Session() as session:
        for key in keys:
            rows.append(session.get(f'https://prices.example/{key}').json())
    rows += [httpx.get(f'https://prices.example/{key}').json() for key in keys]
    rows += [price_of(key) for key in keys]
    prices = Prices()
    rows += [prices.price(key) for key in keys]
    with ThreadPoolExecutor() as pool:
        rows += pool.map(price_of, keys)
    return rows


# Side by side they take less time, and are as many.
@app.post('/gathered')
async def gathered(keys: list[str]):
    async with httpx.AsyncClient() as client:
        rows = await asyncio.gather(*[client.get(f'https://prices.example/{key}') for key in keys])
        waiting = [client.get(f'https://prices.example/{key}') for key in keys]
        rows += await asyncio.gather(*waiting)
    async with aiohttp.ClientSession() as session:
        for key in keys:
            async with session.get(f'https://prices.example/{key}') as response:
                rows.append(await response.json())
        async with asyncio.TaskGroup() as group:
            for key in keys:
                group.create_task(fetched(session, key))
    return rows


async def fetched(session: aiohttp.ClientSession, key: str):
    async with session.get(f'https://prices.example/{key}') as response:
        return await response.json()


@app.post('/redis')
async def with_redis(keys: list[str]):
    rows = []
    keys2 = [f'price:{key}' for key in keys]
    value_by_key = dict(zip(keys2, await other_store.mget(keys2)))
    for key in keys:
        rows.append(value_by_key[f'price:{key}'])
    for key in keys:
        await other_store.set(f'price:{key}', 1)
    rows += await other_store.mget([f'price:{key}' for key in keys])
    async with other_store.pipeline() as batch:
        for key in keys:
            batch.get(f'price:{key}')
        rows += await batch.execute()
    return rows


def all_prices():
    rows = [store.get(key) for key in store.scan_iter('price:*')]
    rows += [store.hgetall(key) for key in store.smembers('prices')]
    pipeline = store.pipeline()
    for key in store.scan_iter('price:*'):
        pipeline.get(key)
    return rows + pipeline.execute()


@app.get('/prices')
def prices_of_all():
    return all_prices()


@app.post('/documents')
async def with_documents(keys: list[str]):
    rows = []
    async for order in other_documents.orders.find():
        rows.append(await other_documents.customers.find_one({'_id': order['customer_id']}))
    rows += await other_documents.customers.find({'_id': {'$in': keys}}).to_list(1000)
    return rows


@app.post('/files')
def with_files(keys: list[str]):
    for key in keys:
        files.head_object(Bucket='prices', Key=key)
    files.delete_objects(Bucket='prices', Delete={'Objects': [{'Key': key} for key in keys]})


@shared_task
def nightly():
    for order in documents.orders.find():
        documents.customers.find_one({'_id': order['customer_id']})


@cache
def remembered(key):
    return documents.customers.find_one({'_id': key})


@app.get('/remembered')
def with_memory():
    return [remembered(order['customer_id']) for order in documents.orders.find()]


@app.get('/few')
def few():
    healthy = [requests.get(f'https://{host}.example/health').ok for host in ('prices', 'orders')]
    for attempt in range(3):
        healthy.append(requests.get('https://prices.example/health', params={'attempt': attempt}).ok)
    after = None
    while True:
        page = requests.get('https://prices.example/all', params={'after': after}).json()
        after = page['next']
        if after is None:
            return healthy

#- shop/clients.py
import requests


def price_of(key):
    return requests.get(f'https://prices.example/{key}').json()


class Prices:
    def __init__(self):
        self.session = requests.Session()

    def price(self, key):
        return self.session.get(f'https://prices.example/{key}').json()
