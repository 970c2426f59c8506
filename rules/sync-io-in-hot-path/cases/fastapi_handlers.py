import asyncio
import hashlib
import os
import shutil
import subprocess
import time
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
    first = requests.get(f'https://prices.example/{key}') #! sync-io-in-hot-path warning
    second = httpx.get(f'https://prices.example/{key}') #! sync-io-in-hot-path warning
    third = urllib.request.urlopen(f'https://prices.example/{key}') #! sync-io-in-hot-path warning
    fourth = files.get_object(Bucket='prices', Key=key) #! sync-io-in-hot-path warning
    return first.json(), second.json(), third.read(), fourth


@app.get('/stores/{key}')
async def with_stores(key: str):
    await asyncio.sleep(0)
    price = store.get(key) #! sync-io-in-hot-path hint
    with Session(engine) as session:
        rows = session.execute(select(1)).all() #! sync-io-in-hot-path hint
    cursor = psycopg2.connect('').cursor() #! sync-io-in-hot-path warning
    cursor.execute('select price from prices where key = %s', (key,)) #! sync-io-in-hot-path hint
    return price, rows, cursor.fetchone()


@app.post('/slow/{name}')
async def slow(name: str, password: str):
    await asyncio.sleep(0)
    time.sleep(0.2) #! sync-io-in-hot-path warning 💡suggestion
    subprocess.run(['convert', name], check=True) #! sync-io-in-hot-path warning
    os.system('sync') #! sync-io-in-hot-path warning
    known = bcrypt.checkpw(password.encode(), b'') #! sync-io-in-hot-path warning
    return known, hashlib.pbkdf2_hmac('sha256', password.encode(), b'salt', 600_000) #! sync-io-in-hot-path warning


# Files are mostly small, and in the system's cache.
@app.post('/files/{name}')
async def with_files(name: str, names: list[str]):
    await asyncio.sleep(0)
    text = Path(name).read_text() #! sync-io-in-hot-path hint
    with open(name) as file: #! sync-io-in-hot-path hint
        text += file.read()
    shutil.copy(name, f'{name}.old') #! sync-io-in-hot-path hint
    exists = os.path.exists(name) #= a word with the file system
    sizes = [os.stat(each).st_size for each in names] #! sync-io-in-hot-path hint
    return text, exists, sizes


@app.get('/helpers/{key}')
async def helpers(key: str, keys: list[str]):
    first = price_of(key) #! sync-io-in-hot-path warning
    second = Prices().price(key) #! sync-io-in-hot-path warning
    third = await price_of_awaited(key) #= said where it blocks
    prices = [price_of(each) for each in keys] #! sync-io-in-hot-path warning
    prices += map(price_of, keys) #! sync-io-in-hot-path warning
    prices += sorted(keys, key=lambda each: price_of(each)) #! sync-io-in-hot-path warning
    return first, second, third, prices


@app.get('/inner')
async def inner():
    def work():
        return requests.get('https://prices.example')

    return work().json() #! sync-io-in-hot-path warning


async def current_user(token: str):
    return requests.get('https://users.example', params={'token': token}).json() #! sync-io-in-hot-path warning


@app.get('/me')
async def me(user=Depends(current_user)):
    return user


@app.websocket('/prices')
async def socket(connection: WebSocket):
    while True:
        key = await connection.receive_text()
        await connection.send_json(price_of(key)) #! sync-io-in-hot-path warning


#- shop/clients.py
import requests


def price_of(key):
    return requests.get(f'https://prices.example/{key}').json()


async def price_of_awaited(key):
    return requests.get(f'https://prices.example/{key}').json() #! sync-io-in-hot-path warning


class Prices:
    def __init__(self):
        self.session = requests.Session()

    def price(self, key):
        return self.session.get(f'https://prices.example/{key}').json()


#- shop/jobs.py
import time

import requests


# Nothing shows how often it runs, but its author wrote `async`: something else may be waiting.
async def prices(keys):
    for key in keys:
        yield requests.get(f'https://prices.example/{key}').json() #! sync-io-in-hot-path hint


class Feed:
    async def __aenter__(self):
        self.first = requests.get('https://prices.example').json() #! sync-io-in-hot-path hint
        return self

    async def __aexit__(self, *_error):
        return None

    async def refresh(self):
        self.first = self._load() #! sync-io-in-hot-path hint

    def _load(self):
        return self._ask().json()

    def _ask(self):
        return requests.get('https://prices.example')

    async def wait(self):
        for attempt in range(3):
            time.sleep(attempt) #! sync-io-in-hot-path hint 💡suggestion
