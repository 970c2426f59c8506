# Of two functions of a name, who calls it runs the later one.
import requests
from fastapi import FastAPI

app = FastAPI()


async def start():
    requests.get('https://old.example', timeout=3)  #! sync-io-in-hot-path hint


@app.get('/')
async def begin():
    await start()


async def start():
    requests.get('https://new.example', timeout=3)  #! sync-io-in-hot-path warning
