#- shop/views.py
from functools import partial
from urllib.request import urlopen

import httpx
import requests
from celery import shared_task
from flask import Flask

from .prices import price_of

app = Flask(__name__)
LIMITS = {'timeout': 3}


@app.get('/rates')
def rates():
    return requests.get('https://rates.example').json()  #! missing-timeout warning


@app.get('/frozen')
def frozen():
    return []
    return requests.get('https://rates.example/frozen').json()  #= it never comes as far as this


@app.get('/price/<key>')
def price(key):
    return {'price': price_of(key)}


@app.get('/page')
def page():
    return urlopen('https://pages.example').read()  #! missing-timeout warning


@app.get('/limited')
def limited():
    return requests.get('https://rates.example', timeout=3).json()  #= three seconds


ask = partial(requests.get, timeout=3)
ask_all = partial(requests.get, headers={'Accept': 'text/csv'})


@app.get('/bound')
def bound():
    return ask('https://rates.example').json()  #= three seconds, bound before


@app.get('/bound-otherwise')
def bound_otherwise():
    return ask_all('https://rates.example').text  #! missing-timeout warning


def ask_by(method, url):
    if method.lower() == 'get':
        return requests.get(url, timeout=3)
    if method.lower() == 'put':
        return requests.put(url)  #! missing-timeout warning
    if method.lower() == 'delete':
        return requests.delete(url)  #= nobody asks to delete
    return None


@app.get('/by-method')
def by_method():
    ask_by('PUT', 'https://rates.example')
    return ask_by('GET', 'https://rates.example').json()


@app.get('/others')
def others():
    return requests.get('https://rates.example', **LIMITS).json()  #= says so in what it is given


@app.get('/third')
def third():
    return urlopen('https://pages.example', None, 3).read()  #= three seconds, by position


@app.get('/httpx')
def own_limit():
    return httpx.get('https://rates.example').json()  #= five seconds, unless told otherwise


@shared_task
def refresh():
    requests.post('https://hooks.example', json={})  #! missing-timeout hint


def init_rates():
    return requests.get('https://rates.example').json()  #= when the program starts


def nobody_knows():
    return requests.get('https://rates.example').json()  #= nothing tells that a request leads here
#- shop/prices.py
import requests

session = requests.Session()


def price_of(key):
    return session.get(f'https://prices.example/{key}').json()['price']  #! missing-timeout warning
#- tests/test_prices.py
import requests


def test_price(server):
    assert requests.get(server.url).ok  #= a test
