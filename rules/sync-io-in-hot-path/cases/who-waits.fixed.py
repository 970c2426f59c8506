import asyncio
import threading
from contextlib import asynccontextmanager

import requests
from fastapi import FastAPI

app = FastAPI()


async def fetch(url):
    return requests.get(url)


def report(url):
    return asyncio.run(fetch(url))


class Group:
    def _in_thread(self, coro):
        def go():
            loop = asyncio.new_event_loop()
            loop.run_until_complete(coro)
        threading.Thread(target=go).start()

    def step(self, url):
        self._in_thread(self._work(url))

    async def _work(self, url):
        return requests.get(url)


async def fetch2(url):
    await asyncio.gather(asyncio.sleep(3))
    return await asyncio.to_thread(requests.get, url)


def report2(url):
    return asyncio.run(fetch2(url))


async def helper(url):
    return await asyncio.to_thread(requests.get, url)


@app.get('/x')
async def x(url: str):
    return await helper(url)


async def free(url):
    return await asyncio.to_thread(requests.get, url)


@app.get('/y')
async def y(url: str):
    return requests.get(url)


@asynccontextmanager
async def lifespan(app):
    requests.get('https://config.example')
    yield
