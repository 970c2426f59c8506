import asyncio
import queue
import socket

from fastapi import FastAPI

app = FastAPI()
jobs: queue.Queue[str] = queue.Queue()


@app.get('/job')
async def next_job():
    if not jobs.empty():
        return jobs.get() #= there is one
    return None


@app.get('/next')
async def next_or_none():
    return jobs.get(block=False) #= raises where there is none


@app.get('/now')
async def now_or_none():
    return jobs.get(False) #= raises where there is none


def taken():
    return jobs.get(block=False) if jobs.qsize() else None


@app.get('/taken')
async def taken_or_none():
    return taken() #= as above, in a function


@app.get('/wait')
async def wait_for_job():
    await asyncio.sleep(0)
    if jobs.empty():
        return jobs.get() #! sync-io-in-hot-path
    return jobs.get() #! sync-io-in-hot-path


@app.get('/address')
async def address():
    own = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    own.connect(('10.255.255.255', 1)) #= nobody is at the other end
    return own.getsockname()[0]


@app.get('/ping')
async def ping(host: str):
    peer = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    peer.connect((host, 80)) #! sync-io-in-hot-path
    return peer.getsockname()[0]
