import asyncio
import hashlib
import os
import shutil
import subprocess
import urllib.request
from pathlib import Path

import bcrypt
import boto3
import httpx
import psycopg2
import redis
import requests
from fastapi import Depends, FastAPI, WebSocket
from sqlalchemy import create_engine, select
from sqlalchemy.orm import Session

from shop.clients import Prices, price_of, price_of_awaited

app = FastAPI()
engine = create_engine('postgresql:///shop')
store = redis.Redis()
files = boto3.client('s3')


@app.get('/requests/{key}')
async def with_requests(key: str):
    await asyncio.sleep(0)
    first = await asyncio.to_thread(requests.get, f'https://prices.example/{key}')
    second = await asyncio.to_thread(httpx.get, f'https://prices.example/{key}')
    third = await asyncio.to_thread(urllib.request.urlopen, f'https://prices.example/{key}')
    fourth = await asyncio.to_thread(files.get_object, Bucket='prices', Key=key)
    return first.json(), second.json(), third.read(), fourth


@app.get('/stores/{key}')
async def with_stores(key: str):
    await asyncio.sleep(0)
    price = store.get(key)
    with Session(engine) as session:
        rows = session.execute(select(1)).all()
    cursor = (await asyncio.to_thread(psycopg2.connect, '')).cursor()
    cursor.execute('select price from prices where key = %s', (key,))
    return price, rows, cursor.fetchone()


@app.post('/slow/{name}')
async def slow(name: str, password: str):
    await asyncio.sleep(0)
    await asyncio.sleep(0.2)
    await asyncio.to_thread(subprocess.run, ['convert', name], check=True)
    await asyncio.to_thread(os.system, 'sync')
    known = await asyncio.to_thread(bcrypt.checkpw, password.encode(), b'')
    return known, await asyncio.to_thread(hashlib.pbkdf2_hmac, 'sha256', password.encode(), b'salt', 600_000)


# Files are mostly small, and in the system's cache.
@app.post('/files/{name}')
async def with_files(name: str, names: list[str]):
    await asyncio.sleep(0)
    text = Path(name).read_text()
    with open(name) as file:
        text += file.read()
    shutil.copy(name, f'{name}.old')
    exists = os.path.exists(name)
    sizes = [os.stat(each).st_size for each in names]
    return text, exists, sizes


@app.get('/helpers/{key}')
async def helpers(key: str, keys: list[str]):
    first = await asyncio.to_thread(price_of, key)
    second = await asyncio.to_thread(Prices().price, key)
    third = await price_of_awaited(key)
    prices = [await asyncio.to_thread(price_of, each) for each in keys]
    prices += map(price_of, keys)
    prices += sorted(keys, key=lambda each: price_of(each))
    return first, second, third, prices


@app.get('/inner')
async def inner():
    def work():
        return requests.get('https://prices.example')

    return work().json()


async def current_user(token: str):
    return (await asyncio.to_thread(requests.get, 'https://users.example', params={'token': token})).json()


@app.get('/me')
async def me(user=Depends(current_user)):
    return user


@app.websocket('/prices')
async def socket(connection: WebSocket):
    while True:
        key = await connection.receive_text()
        await connection.send_json(await asyncio.to_thread(price_of, key))

#- shop/clients.py
import asyncio
import requests


def price_of(key):
    return requests.get(f'https://prices.example/{key}').json()


async def price_of_awaited(key):
    return (await asyncio.to_thread(requests.get, f'https://prices.example/{key}')).json()


class Prices:
    def __init__(self):
        self.session = requests.Session()

    def price(self, key):
        return self.session.get(f'https://prices.example/{key}').json()

#- shop/jobs.py
import asyncio

import requests


# Nothing shows how often it runs, but its author wrote `async`: something else may be waiting.
async def prices(keys):
    for key in keys:
        yield (await asyncio.to_thread(requests.get, f'https://prices.example/{key}')).json()


class Feed:
    async def __aenter__(self):
        self.first = (await asyncio.to_thread(requests.get, 'https://prices.example')).json()
        return self

    async def __aexit__(self, *_error):
        return None

    async def refresh(self):
        self.first = await asyncio.to_thread(self._load)

    def _load(self):
        return self._ask().json()

    def _ask(self):
        return requests.get('https://prices.example')

    async def wait(self):
        for attempt in range(3):
            await asyncio.sleep(attempt)
