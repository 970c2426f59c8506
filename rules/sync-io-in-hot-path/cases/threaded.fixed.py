# A threaded server has no event loop: a coroutine that one of its functions starts has a loop apart from requests.
import asyncio

import requests
from flask_restx import Resource


async def note(key: str):
    await asyncio.to_thread(requests.post, 'https://notes.example', json={'key': key}, timeout=3)


class Orders(Resource):
    def post(self, key: str):
        loop = asyncio.get_running_loop()
        asyncio.run_coroutine_threadsafe(note(key), loop)
        return {}
