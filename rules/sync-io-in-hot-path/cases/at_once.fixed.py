import asyncio
import queue
import socket

from fastapi import FastAPI

app = FastAPI()
jobs: queue.Queue[str] = queue.Queue()


@app.get('/job')
async def next_job():
    if not jobs.empty():
        return jobs.get()
    return None


@app.get('/next')
async def next_or_none():
    return jobs.get(block=False)


@app.get('/now')
async def now_or_none():
    return jobs.get(False)


def taken():
    return jobs.get(block=False) if jobs.qsize() else None


@app.get('/taken')
async def taken_or_none():
    return taken()


@app.get('/wait')
async def wait_for_job():
    await asyncio.sleep(0)
    if jobs.empty():
        return await asyncio.to_thread(jobs.get)
    return await asyncio.to_thread(jobs.get)


@app.get('/address')
async def address():
    own = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    own.connect(('10.255.255.255', 1))
    return own.getsockname()[0]


@app.get('/ping')
async def ping(host: str):
    peer = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    peer.connect((host, 80))
    return peer.getsockname()[0]
