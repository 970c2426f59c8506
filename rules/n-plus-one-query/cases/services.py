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
        rows.append(requests.get(f'https://prices.example/{key}').json()) #! n-plus-one-query hint O(keys)
    with requests.Session() as session:
        for key in keys:
            rows.append(session.get(f'https://prices.example/{key}').json()) #! n-plus-one-query hint
    rows += [httpx.get(f'https://prices.example/{key}').json() for key in keys] #! n-plus-one-query hint
    rows += [price_of(key) for key in keys] #! n-plus-one-query hint
    prices = Prices()
    rows += [prices.price(key) for key in keys] #! n-plus-one-query hint
    with ThreadPoolExecutor() as pool:
        rows += pool.map(price_of, keys) #! n-plus-one-query hint
    return rows


# Side by side they take less time, and are as many.
@app.post('/gathered')
async def gathered(keys: list[str]):
    async with httpx.AsyncClient() as client:
        rows = await asyncio.gather(*[client.get(f'https://prices.example/{key}') for key in keys]) #! unbounded-concurrency hint
        waiting = [client.get(f'https://prices.example/{key}') for key in keys] #! unbounded-concurrency hint
        rows += await asyncio.gather(*waiting)
    async with aiohttp.ClientSession() as session:
        for key in keys:
            async with session.get(f'https://prices.example/{key}') as response: #! n-plus-one-query hint
                rows.append(await response.json())
        async with asyncio.TaskGroup() as group:
            for key in keys:
                group.create_task(fetched(session, key)) #! n-plus-one-query hint
    return rows


async def fetched(session: aiohttp.ClientSession, key: str):
    async with session.get(f'https://prices.example/{key}') as response:
        return await response.json()


@app.post('/redis')
async def with_redis(keys: list[str]):
    rows = []
    for key in keys:
        rows.append(await other_store.get(f'price:{key}')) #! n-plus-one-query hint
    for key in keys:
        await other_store.set(f'price:{key}', 1) #! n-plus-one-query hint
    rows += await other_store.mget([f'price:{key}' for key in keys]) #= one round trip for all
    async with other_store.pipeline() as batch:
        for key in keys:
            batch.get(f'price:{key}') #= gathered here, and sent at once
        rows += await batch.execute() #= one round trip
    return rows


def all_prices():
    rows = [store.get(key) for key in store.scan_iter('price:*')] #! n-plus-one-query hint
    rows += [store.hgetall(key) for key in store.smembers('prices')] #! n-plus-one-query hint
    pipeline = store.pipeline()
    for key in store.scan_iter('price:*'):
        pipeline.get(key) #= gathered here, and sent at once
    return rows + pipeline.execute() #= one round trip


@app.get('/prices')
def prices_of_all():
    return all_prices()


@app.post('/documents')
async def with_documents(keys: list[str]):
    rows = []
    async for order in other_documents.orders.find():
        rows.append(await other_documents.customers.find_one({'_id': order['customer_id']})) #! n-plus-one-query hint
    rows += await other_documents.customers.find({'_id': {'$in': keys}}).to_list(1000) #= one query for all keys
    return rows


@app.post('/files')
def with_files(keys: list[str]):
    for key in keys:
        files.head_object(Bucket='prices', Key=key) #! n-plus-one-query hint
    files.delete_objects(Bucket='prices', Delete={'Objects': [{'Key': key} for key in keys]}) #= one request for all


@shared_task
def nightly():
    for order in documents.orders.find():
        documents.customers.find_one({'_id': order['customer_id']}) #! n-plus-one-query hint


@cache
def remembered(key):
    return documents.customers.find_one({'_id': key})


@app.get('/remembered')
def with_memory():
    return [remembered(order['customer_id']) for order in documents.orders.find()] #= functools.cache remembers


@app.get('/few')
def few():
    healthy = [requests.get(f'https://{host}.example/health').ok for host in ('prices', 'orders')] #= two hosts
    for attempt in range(3):
        healthy.append(requests.get('https://prices.example/health', params={'attempt': attempt}).ok) #= tried again, at most three times
    after = None
    while True:
        page = requests.get('https://prices.example/all', params={'after': after}).json() #= one request per page, and the next needs the last
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
