# Workers with threads go on for the others: who waits in one of them waits on.
#- shop/views.py
import requests
from flask import Flask

app = Flask(__name__)


@app.get('/rates')
def rates():
    return requests.get('https://rates.example').json()  #! missing-timeout warning
#- gunicorn.conf.py
bind = '0.0.0.0:8000'
workers = 4
threads = 8
timeout = 30
