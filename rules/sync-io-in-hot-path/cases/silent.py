import asyncio
import time
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache, partial
from pathlib import Path

import aiohttp
import anyio.to_thread
import httpx
import redis.asyncio
import requests
from fastapi import BackgroundTasks, Depends, FastAPI
from fastapi.concurrency import run_in_threadpool
from sqlalchemy import select
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine

from shop.clients import price_of

app = FastAPI()
store = redis.asyncio.Redis()
sessions = async_sessionmaker(create_async_engine('postgresql+asyncpg:///shop'))
TERMS = Path('terms.html').read_text() #= once, when the module loads


@app.get('/threads/{key}')
async def in_threads(key: str, tasks: BackgroundTasks):
    loop = asyncio.get_running_loop()
    prices = [await asyncio.to_thread(price_of, key)] #= runs in a thread
    prices.append(await asyncio.to_thread(lambda: price_of(key))) #= runs in a thread
    prices.append(await loop.run_in_executor(None, price_of, key)) #= runs in a thread
    prices.append(await loop.run_in_executor(None, partial(requests.get, key, timeout=5))) #= runs in a thread
    prices.append(await run_in_threadpool(price_of, key)) #= runs in a thread
    prices.append(await anyio.to_thread.run_sync(price_of, key)) #= runs in a thread
    prices += await asyncio.gather(asyncio.to_thread(price_of, key), asyncio.to_thread(time.sleep, 1)) #= run in threads
    prices.append(await asyncio.wait_for(asyncio.to_thread(price_of, key), 5)) #= runs in a thread
    with ThreadPoolExecutor() as pool:
        prices += await asyncio.gather(*[loop.run_in_executor(pool, price_of, each) for each in key.split(',')]) #= run in threads
        pool.submit(price_of, key) #= runs in a thread
    tasks.add_task(price_of, key) #= after the answer, in a thread

    def work():
        return requests.get(key) #= handed to a thread below

    prices.append(await asyncio.to_thread(work))
    return prices


@app.get('/awaited/{key}')
async def awaited(key: str):
    async with httpx.AsyncClient() as client:
        first = await client.get(key) #= awaited
    async with aiohttp.ClientSession() as session, session.get(key) as response: #= awaited
        second = await response.text()
    third = await store.get(key) #= awaited
    async with sessions() as session:
        rows = await session.execute(select(1)) #= awaited
    await asyncio.sleep(1) #= awaited
    process = await asyncio.create_subprocess_exec('ls') #= awaited
    return first, second, third, rows.all(), await process.wait()


@app.get('/plain/{key}')
def plain(key: str):
    return price_of(key), requests.get(key).json() #= FastAPI runs plain handlers in threads


def plain_dependency(key: str):
    return requests.get(key).json() #= and plain dependencies


@app.get('/dependency')
async def with_dependency(prices=Depends(plain_dependency)):
    return prices


def nobody_async_calls_it(keys):
    time.sleep(1) #= a plain function that plain code calls
    return [requests.get(key) for key in keys] #= a plain function that plain code calls


@lru_cache
def terms():
    return requests.get('https://shop.example/terms').text


_currency = None


@app.get('/once')
async def once():
    global _currency
    if _currency is None:
        _currency = requests.get('https://shop.example/currency').text #= once, and then it is remembered
    return _currency, terms() #= lru_cache remembers


@app.on_event('startup')
async def startup():
    requests.get('https://prices.example/health') #= once, before there are requests


async def main():
    time.sleep(1) #= the program is alone yet
    await asyncio.sleep(1)


if __name__ == '__main__':
    asyncio.run(main())


#- shop/clients.py
import requests


def price_of(key):
    return requests.get(f'https://prices.example/{key}').json()


#- shop/feeds.py
import requests
from fastapi import APIRouter

router = APIRouter()


def _walk(urls):
    for url in urls:
        yield requests.get(url).text


def pages(urls):
    return _walk(urls)


@router.post('/feeds')
async def with_pages(urls: list[str]):
    return pages(urls) #= a generator runs when somebody walks it, and who does stands elsewhere


#- shop/files.py
import json
import sqlite3

from fastapi import APIRouter

router = APIRouter()


def settings():
    with open('settings.json') as file:
        return json.load(file)


@router.get('/files')
async def with_files():
    rows = sqlite3.connect('shop.db').execute('select * from prices') #= a file of the same machine: mostly short
    return rows.fetchall(), settings() #= files behind a helper are mostly small


#- tests/test_prices.py
import time


async def test_price():
    time.sleep(1) #= a test


#- scripts/import_prices.py
import asyncio

import requests


async def fill():
    requests.get('https://prices.example') #= a script
    await asyncio.sleep(0)


asyncio.run(fill())
