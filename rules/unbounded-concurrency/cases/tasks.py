#- shop/views.py
import asyncio
import threading

import asyncpg
import httpx
from celery import shared_task
from fastapi import FastAPI

from .crm import seen, seen_gently

app = FastAPI()
pool = asyncpg.create_pool()
client = httpx.AsyncClient()


@app.get('/owners')
async def owners():
    users = await pool.fetch('select id from users')
    return await asyncio.gather(*[client.get(f'https://crm.example/{user["id"]}') for user in users])  #! unbounded-concurrency hint O(users)


@app.get('/seen')
async def all_seen():
    users = await pool.fetch('select id from users')
    tasks = [asyncio.create_task(seen(user['id'])) for user in users]  #! unbounded-concurrency hint O(users)
    await asyncio.gather(*tasks)


@app.get('/grouped')
async def grouped():
    users = await pool.fetch('select id from users')
    async with asyncio.TaskGroup() as tasks:
        for user in users:
            tasks.create_task(seen(user['id']))  #! unbounded-concurrency hint O(users)


@app.post('/picked')
async def picked(ids: list[int]):
    await asyncio.gather(*(seen(id) for id in ids))  #! unbounded-concurrency hint O(ids)


@app.get('/gently')
async def gently():
    users = await pool.fetch('select id from users')
    await asyncio.gather(*[seen_gently(user['id']) for user in users])  #! n-plus-one-query hint


@shared_task
def rebuild(path):
    lines = open(path).read().splitlines()
    for line in lines:
        threading.Thread(target=print, args=(line,)).start()  #! unbounded-concurrency hint O(lines)
#- shop/crm.py
import asyncio

import httpx

gate = asyncio.Semaphore(10)


async def seen(id):
    async with httpx.AsyncClient() as client:
        await client.post('https://crm.example/seen', json={'id': id})


async def seen_gently(id):
    async with gate_semaphore(), httpx.AsyncClient() as client:
        await client.post('https://crm.example/seen', json={'id': id})


def gate_semaphore():
    return gate
