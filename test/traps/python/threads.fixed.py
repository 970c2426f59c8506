import asyncio
import threading
import time

import requests

_local = threading.local()


def current():
    time.sleep(0.1)
    return _local.user


# trap: the user of this thread is not that of the other one
async def greet(user):
    _local.user = user
    return await asyncio.to_thread(current)


# trap: a session of one thread
async def prices(keys: list[str]):
    session = requests.Session()
    return [await asyncio.to_thread(session.get, key) for key in keys]
