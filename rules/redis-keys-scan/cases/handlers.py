#- shop/views.py
import redis
from celery import shared_task
from django.core.cache import cache, caches
from flask import Flask

from .sessions import clear

app = Flask(__name__)
store = redis.Redis()
by_name = {}


@app.get('/online')
def online():
    return {'online': len(store.keys('online:*'))}  #! redis-keys-scan hint O(keys)


@app.delete('/sessions/<user>')
def sessions(user):
    clear(store, user)
    return {}


@app.get('/names')
def names():
    return {'names': list(by_name.keys())}  #= keys of a dict


@app.get('/walked')
def walked():
    return {'online': sum(1 for _ in store.scan_iter(match='online:*'))}  #= page after page


@app.get('/user/<key>')
def user(key):
    return {'user': store.hgetall(f'user:{key}')}  #= the fields of one object


@app.get('/cached')
def cached():
    return {'cached': cache.keys('page:*')}  #! redis-keys-scan hint O(keys)


@app.get('/in-memory')
def in_memory(name):
    own = caches[name]
    return {'cached': list(own._cache.keys())}  #= a dictionary of this process


@app.post('/reset')
def reset():
    store.flushdb()  #! redis-keys-scan hint O(keys)
    store.flushdb(asynchronous=True)  #= in the background
    return {}


@shared_task
def sweep():
    for key in store.keys('old:*'):  #! redis-keys-scan hint O(keys)
        print(key)


def init_app():
    for key in store.keys('boot:*'):  #= when the program starts
        print(key)


def batched(names):
    pipe = store.pipeline()
    for name in names:
        pipe.get(name)  #= one key each, and all in one round trip
    return pipe.execute()


def many(pipe):
    return pipe.keys('x:*')  #? miss: nothing tells what a parameter is that nobody passes
#- shop/sessions.py
from redis import Redis


def clear(store: Redis, user: str) -> None:
    keys = [key for key in store.keys(f'session:{user}:*')]  #! redis-keys-scan hint O(keys)
    if keys:
        store.delete(*keys)
