import socket
from urllib.request import urlopen

import requests
from flask import Flask

from .adapters import Limited

socket.setdefaulttimeout(5)
app = Flask(__name__)
session = requests.Session()
session.mount('https://', Limited())


@app.get('/page')
def page():
    return urlopen('https://pages.example').read()  #= all sockets have a limit


@app.get('/rates')
def rates():
    return session.get('https://rates.example').json()  #= its adapter may limit it


@app.get('/plain')
def plain():
    return requests.get('https://rates.example').json()  #! missing-timeout warning
