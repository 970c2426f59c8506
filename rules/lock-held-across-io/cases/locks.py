# Locks that threads or tasks of a process share.
#- app.py
import asyncio
import subprocess
import threading
import time

import httpx
import requests
from fastapi import FastAPI
from flask import Flask

app = Flask(__name__)
api = FastAPI()
client = httpx.AsyncClient()
_lock = threading.Lock()
_counts_lock = threading.Lock()
_token_lock = threading.Lock()
_locks = {}
_tasks_lock = asyncio.Lock()
counts = {}
rates = None


@app.post('/count/<name>')
def count(name):
    with _counts_lock:
        counts[name] = counts.get(name, 0) + 1
        requests.post('https://metrics.example', json=counts, timeout=5)  #! lock-held-across-io warning
    return {}


@app.post('/render')
def render():
    with _lock:
        subprocess.run(['render'], check=True)  #! lock-held-across-io warning
    return {}


@app.post('/report')
def report():
    with _lock:
        send()  #! lock-held-across-io warning
    return {}


def send():
    requests.post('https://reports.example', timeout=5)


@api.post('/tell')
async def tell():
    async with _tasks_lock:
        await client.post('https://hooks.example')  #! lock-held-across-io warning


@app.get('/rates')
def get_rates():
    global rates
    with _lock:
        if rates is None:
            rates = requests.get('https://rates.example', timeout=5).json()  #= the lock is there to load them once
    return rates


@app.get('/login')
def login():
    with _token_lock:
        requests.post('https://login.example', timeout=5)  #= its name says that one at a time is meant
    return {}


@app.post('/users/<user>')
def update(user):
    with _locks[user]:
        requests.post('https://users.example', json={'user': user}, timeout=5)  #= each user has a lock
    return {}


@app.get('/search')
def search():
    with _lock:
        requests.get('https://maps.example', timeout=5)  #= one each second is what the service allows
        time.sleep(1)
    return {}


@app.get('/alone')
def alone():
    lock = threading.Lock()
    with lock:
        requests.get('https://alone.example', timeout=5)  #= nobody else has this lock
    return {}


@app.get('/before')
def before():
    found = requests.get('https://before.example', timeout=5).json()  #= before it is taken
    with _counts_lock:
        counts['before'] = found
    return {}


class Store:
    def __init__(self, url):
        self._lock = threading.Lock()
        self._session = requests.Session()
        self.url = url
        self.sent = 0

    def send(self, rows):
        with self._lock:
            self.sent += 1
            requests.post(self.url, json=rows, timeout=5)  #! lock-held-across-io hint

    def ask(self):
        with self._lock:
            return self._session.get(self.url, timeout=5)  #= a session is for one thread at a time


store = None


@app.post('/store')
def put():
    Store('https://store.example').send([])
    return {}


@app.get('/store')
def ask():
    return Store('https://store.example').ask().json()


@app.post('/taken')
def taken():
    _lock.acquire()
    #? miss: taken and released by calls
    requests.post('https://taken.example', timeout=5)
    _lock.release()
    return {}
