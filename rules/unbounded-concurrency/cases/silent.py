#- shop/views.py
import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor

import aiohttp
import asyncpg
import httpx
from fastapi import FastAPI

app = FastAPI()
pool = asyncpg.create_pool()
semaphore = asyncio.Semaphore(10)
client = httpx.AsyncClient()
session = aiohttp.ClientSession()
HOSTS = ['https://a.example', 'https://b.example']


async def one(id):
    async with semaphore:
        return await client.get(f'https://crm.example/{id}')


@app.get('/limited')
async def limited():
    users = await pool.fetch('select id from users')
    return await asyncio.gather(*[one(user['id']) for user in users])  #! n-plus-one-query hint


@app.get('/hosts')
async def hosts():
    return await asyncio.gather(*[client.get(host) for host in HOSTS])  #= two hosts


@app.get('/pooled')
async def pooled():
    users = await pool.fetch('select id from users')
    return await asyncio.gather(*[session.get(f'https://crm.example/{user["id"]}') for user in users])  #! n-plus-one-query hint


@app.get('/some')
async def some():
    users = await pool.fetch('select id from users limit 20')
    return await asyncio.gather(*[client.get(f'https://crm.example/{user["id"]}') for user in users])  #= a page


@app.get('/slept')
async def slept():
    users = await pool.fetch('select id from users')
    await asyncio.gather(*[asyncio.sleep(1) for _ in users])  #= nothing is open


@app.get('/workers')
def workers():
    for _ in range(8):
        threading.Thread(target=print).start()  #= eight threads


@app.get('/lines')
def lines():
    names = open('names').read().splitlines()
    with ThreadPoolExecutor() as executor:
        executor.map(print, names)  #= so many threads and no more
    for name in names:
        thread = threading.Thread(target=print, args=(name,))  #= one after the other
        thread.start()
        thread.join()
