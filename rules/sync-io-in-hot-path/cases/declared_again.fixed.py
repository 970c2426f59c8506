# Of two functions of a name, who calls it runs the later one.
import asyncio
import requests
from fastapi import FastAPI

app = FastAPI()


async def start():
    await asyncio.to_thread(requests.get, 'https://old.example', timeout=3)


@app.get('/')
async def begin():
    await start()


async def start():
    await asyncio.to_thread(requests.get, 'https://new.example', timeout=3)
