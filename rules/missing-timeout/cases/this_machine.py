# What runs beside the program answers or is gone.
#- shop/settings.py
import os

MODEL = os.environ.get('MODEL_URL', 'http://localhost:11434')
#- shop/views.py
import requests
from flask import Flask

from shop.settings import MODEL

app = Flask(__name__)


@app.get('/models')
def models():
    return requests.get(f'{MODEL}/api/tags').json()  #! missing-timeout hint


@app.get('/rates')
def rates():
    return requests.get('https://rates.example').json()  #! missing-timeout
