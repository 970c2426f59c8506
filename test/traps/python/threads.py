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
    return current()  #! sync-io-in-hot-path 💡suggestion


# trap: a session of one thread
async def prices(keys: list[str]):
    session = requests.Session()
    return [session.get(key) for key in keys]  #! n-plus-one-query 💡none #! sync-io-in-hot-path 💡suggestion
