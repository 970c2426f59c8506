#- shop/views.py
import secrets
from collections import defaultdict

from flask import Flask, abort, request
from flask_limiter import Limiter

app = Flask(__name__)
limiter = Limiter(app=app, key_func=lambda: request.remote_addr)  #! in-process-state hint O(processes)

codes = {}
sessions = {}
attempts = defaultdict(int)
titles = {}
clients = {}
marks = set()


@app.post('/send')
def send():
    codes[request.json['phone']] = secrets.token_hex(3)  #! in-process-state hint
    return {}


@app.post('/verify')
def verify():
    phone = request.json['phone']
    if codes.get(phone) != request.json['code']:
        abort(403)
        return {}
    codes.pop(phone)
    return {}


@app.post('/login')
def login():
    token = secrets.token_hex(16)
    sessions[token] = request.json['user']  #! in-process-state hint
    return {'token': token}


@app.get('/me')
def me():
    token = request.headers['token']
    if token not in sessions:
        return {}, 401
    return {'user': sessions[token]}


@app.post('/try')
def attempt():
    attempts[request.remote_addr] += 1  #! in-process-state hint
    if attempts[request.remote_addr] > 3:
        return {}, 429
    return {}


@app.get('/title/<page>')
def title(page):
    if page in titles:
        return titles[page]
    titles[page] = page.title()  #= a cache: who misses it fills it
    titles.pop('', None)
    return titles[page]


@app.post('/listen/<key>')
def listen(key):
    clients[key] = open(key)  #= belongs to the process
    return {}


@app.post('/tell/<key>')
def tell(key):
    if key not in clients:
        return {}, 404
    clients.pop(key).close()
    return {}


@app.post('/mark/<key>')
def mark(key):
    marks.add(key)  #= nobody decides by it
    marks.discard('')
    return {}


@app.get('/marks')
def marked():
    return {'marks': sorted(marks)}
#- api/limits.py
from flask import Flask
from flask_limiter import Limiter

app = Flask(__name__)
stored = Limiter(app=app, storage_uri='redis://store')  #= counts in Redis
#- api/slow.py
from slowapi import Limiter

slow = Limiter(key_func=str)  #! in-process-state hint
#- api/told.py
import os

from slowapi import Limiter

told = Limiter(key_func=str, **dict(os.environ))  #= what it is told we do not see
#- api/test_limits.py
from slowapi import Limiter

limiter = Limiter(key_func=str)  #= a test
