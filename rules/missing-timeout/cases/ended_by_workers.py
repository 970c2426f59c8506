# Plain workers of Gunicorn are ended after a while with all that they wait for.
#- shop/views.py
import requests
from flask import Flask

app = Flask(__name__)


@app.get('/rates')
def rates():
    return requests.get('https://rates.example').json()  #! missing-timeout hint
#- shop/config.py
bind = '0.0.0.0:8000'
workers = 4
timeout = 30
