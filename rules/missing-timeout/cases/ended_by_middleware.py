# A middleware that sends whoever waits too long away, whichever library it is of.
#- shop/views.py
import requests
from flask import Flask
from platform_utils import eventlet

app = Flask(__name__)
app.wsgi_app = eventlet.EventletTimeoutMiddleware(app.wsgi_app, timeout_seconds=30)


@app.get('/rates')
def rates():
    return requests.get('https://rates.example').json()  #! missing-timeout hint
