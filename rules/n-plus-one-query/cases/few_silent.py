from enum import IntEnum

import redis
import requests
from fastapi import FastAPI

from queues.levels import ALL_LEVELS

app = FastAPI()
store = redis.Redis()


class Priority(IntEnum):
    LOW = 1
    HIGH = 2


LEVELS = {'quiet': ['debug', 'info'], 'loud': ['warning', 'error']}
OWN_LEVELS = sorted(level for levels in LEVELS.values() for level in levels)


@app.get('/queues/{queue}')
def by_priority(queue: str):
    waiting = [store.lrange(f'{queue}:{at}', 0, -1) for at in range(len(Priority))] #= as many as the enum has members
    waiting += [store.lrange(f'{queue}:{priority}', 0, -1) for priority in Priority] #= as above
    return waiting


@app.get('/levels')
def by_level():
    return [store.get(level) for level in OWN_LEVELS] #= made of constants


@app.get('/all')
def by_any_level():
    return [store.get(level) for level in ALL_LEVELS] #= as above, elsewhere


@app.post('/archives/{wanted}')
def first_match(wanted: str, archives: list[dict]):
    for archive in archives:
        if archive['name'] == wanted:
            data = requests.get(archive['url']) #= the first that matches is the last
            return data.json()
    return None


@app.post('/others/{wanted}')
def all_others(wanted: str, archives: list[dict]):
    sizes = []
    for archive in archives:
        if archive['name'] == wanted:
            return sizes
        else:
            sizes.append(requests.get(archive['url']).headers) #! n-plus-one-query
    return sizes


#- queues/levels.py
LEVELS = {'quiet': ['debug', 'info'], 'loud': ['warning', 'error']}
ALL_LEVELS = sorted(level for levels in LEVELS.values() for level in levels)
