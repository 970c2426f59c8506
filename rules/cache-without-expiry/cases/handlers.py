#- shop/views.py
import redis
from celery import shared_task
from django.core.cache import cache
from flask import Flask

from .pages import keep

app = Flask(__name__)
store = redis.Redis()
local = {}


@app.get('/title/<page>')
def title(page):
    known = store.get(f'title:{page}')
    if known is None:
        store.set(f'title:{page}', page.title())  #! cache-without-expiry hint
    return {'title': page.title()}


@app.post('/login/<token>')
def login(token):
    store.set('session:' + token, 'user')  #! cache-without-expiry hint
    store.set(f'lock:{token}', 'user', nx=True)  #! cache-without-expiry hint
    store.set(f'nonce:{token}', 'user', ex=60)  #= for a minute
    store.set(f'captcha:{token}', 'user', keepttl=True)  #= as long as it was told before
    store.setex(f'otp:{token}', 60, 'user')  #= for a minute
    store.set('session:last', token)  #= one key
    local[f'session:{token}'] = 'user'  #= no store that others share
    return {}


@app.post('/user/<key>')
def user(key):
    store.set(f'user:{key}', key)  #= Redis is the database here: nobody asks first, nor is it called a cache
    return {}


@app.get('/cached/<page>')
def cached(page):
    cache.set(f'page-cache:{page}', page, timeout=None)  #! cache-without-expiry hint
    cache.set(f'page-cache:{page}', page)  #= Django says five minutes
    cache.set(f'page-cache:{page}', page, 60)  #= for a minute
    return keep(store, page)


@app.post('/try/<ip>')
def attempt(ip):
    store.set(f'attempts:{ip}', 1)  #= its time is told a line below
    store.expire(f'attempts:{ip}', 60)
    return {}


@app.post('/verify/<phone>')
def verify(phone):
    store.set(f'code-token:{phone}', 1)  #= taken out below
    return {}


@app.post('/verified/<phone>')
def verified(phone):
    store.delete(f'code-token:{phone}')
    return {}


@shared_task
def refresh():
    store.set('session:refreshed', 1)  #= one key


def warm(key):
    store.set(f'page-cache:{key}', 1)  #= nobody is seen to call it
#- shop/pages.py
from redis import Redis


def keep(store: Redis, page: str) -> dict:
    store.set(f'rendered-cache:{page}', page)  #! cache-without-expiry hint
    return {}
