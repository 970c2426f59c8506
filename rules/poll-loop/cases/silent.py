# Something else ends it, or nothing does: then it is a worker.
import asyncio
import time

import httpx
from fastapi import FastAPI

app = FastAPI()
client = httpx.AsyncClient()


async def status_of(id: str) -> str:
    answer = await client.get(f'https://jobs.example/{id}')
    return answer.json()['status']


@app.post('/tries')
async def tries(id: str):
    attempts = 0
    while True:
        status = await status_of(id)  #= so many tries
        if status == 'done':
            break
        attempts += 1
        if attempts > 20:
            raise TimeoutError
        await asyncio.sleep(1)


@app.post('/counted')
async def counted(id: str):
    for _ in range(20):
        if await status_of(id) == 'done':  #= so many tries
            break
        await asyncio.sleep(1)


@app.post('/deadline')
async def deadline(id: str):
    end = time.monotonic() + 60
    while time.monotonic() < end:
        if await status_of(id) == 'done':  #= a deadline
            break
        await asyncio.sleep(1)


@app.post('/longer-each-time')
async def longer(id: str):
    pause = 0.1
    while await status_of(id) != 'done':  #= it waits longer each time
        await asyncio.sleep(pause)
        pause *= 2


@app.post('/worker')
async def worker(id: str):
    while True:
        await status_of(id)  #= it never ends: a worker
        await asyncio.sleep(60)


@app.post('/failed')
async def failed(id: str):
    while True:
        status = await status_of(id)  #= only a failure ends it
        if status == 'failed':
            raise RuntimeError
        await asyncio.sleep(1)


@app.post('/here')
async def here(found: list[str]):
    while not found:  #= nobody is asked
        await asyncio.sleep(0.1)


@app.post('/no-pause')
async def pages(id: str):
    page = ''
    while page != 'last':
        page = await status_of(f'{id}?from={page}')  #= it walks pages


@app.post('/pages-with-pauses')
async def pages_with_pauses(id: str):
    page = 1
    while True:
        status = await status_of(f'{id}?page={page}')  #= another page each time
        if status == 'last':
            break
        page += 1
        await asyncio.sleep(1)
