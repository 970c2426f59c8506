# What is called alike, or ends workers of another kind, ends no request that waits.
#- people/pyproject.toml
[project]
name = "people"
#- people/views.py
import requests
from flask import Flask

app = Flask(__name__)


class SessionTimeoutMiddleware:
    def __init__(self, app):
        self.app = app


app.wsgi_app = SessionTimeoutMiddleware(app.wsgi_app)


@app.get('/rates')
def rates():
    return requests.get('https://rates.example').json()  #! missing-timeout warning
#- loops/pyproject.toml
[project]
name = "loops"
#- loops/gunicorn_conf.py
bind = '0.0.0.0:8000'
workers = 4
timeout = 30
#- loops/views.py
import requests
from fastapi import FastAPI

app = FastAPI()


@app.get('/rates')
def rates():
    return requests.get('https://rates.example').json()  #! missing-timeout warning
#- kinds/pyproject.toml
[project]
name = "kinds"
#- kinds/gunicorn_conf.py
bind = '0.0.0.0:8000'
workers = 4
worker_class = 'gevent'
timeout = 30
#- kinds/views.py
import requests
from flask import Flask

app = Flask(__name__)


@app.get('/rates')
def rates():
    return requests.get('https://rates.example').json()  #! missing-timeout warning
