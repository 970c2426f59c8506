#- shop/views.py
from collections import defaultdict

from cachetools import TTLCache
from flask import Flask, request

from .profiles import profile_of

app = Flask(__name__)

visits = {}
seen = set()
log = []
groups = defaultdict(list)
by_locale = {}
by_kind = {}
pending = {}
limited = {}
fresh = TTLCache(maxsize=1000, ttl=60)
registry = {}
parsed = {}
times = []


@app.get('/pages/<page>')
def pages(page):
    visits[page] = visits.get(page, 0) + 1  #! unbounded-cache hint O(page)
    seen.add(request.remote_addr)  #! unbounded-cache hint
    log.append(page)  #! unbounded-cache hint O(requests)
    return {'visits': visits[page]}


@app.get('/texts/<locale>')
def texts(locale):
    by_locale[locale] = locale  #= there are only so many languages
    by_locale['last'] = locale  #= one entry
    return by_locale


@app.get('/kinds/<key>')
def kinds(key):
    by_kind[key.__class__] = key  #= a program has only so many classes
    return {}


@app.post('/begin/<key>')
def begin(key):
    pending[key] = True  #= taken out when it ends
    fresh[key] = True  #= limits itself
    return {}


@app.post('/end/<key>')
def end(key):
    del pending[key]
    return {}


@app.post('/limited/<key>')
def limit(key):
    if len(limited) < 1000:
        limited[key] = True  #= never more than a thousand
    times.append(key)  #= only the last hundred are kept
    del times[:-100]
    return profile_of(key)


@app.get('/buckets/<int:key>')
def buckets(key):
    parsed[key % 16] = True  #= sixteen of them
    local = {}
    local[key] = True  #= made for each request
    return local


def register(name, handler):
    registry[name] = handler  #= no request leads here


register('pages', pages)
#- shop/profiles.py
_profiles = {}


def profile_of(key):
    if key not in _profiles:
        _profiles[key] = {'key': key}  #! unbounded-cache hint O(key)
    return _profiles[key]


class Profiles:
    def __init__(self):
        self.found = {}

    def of(self, key):
        self.found[key] = key  #= as long as one of them lives, and nobody makes one
        return self.found
#- tests/test_views.py
calls = []


def test_pages(client):
    calls.append(client.get('/pages/a'))  #= a test
