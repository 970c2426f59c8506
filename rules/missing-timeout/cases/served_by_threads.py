# Workers with threads go on for the others, whatever one of them waits for.
#- Procfile
web: gunicorn --workers 4 --threads 8 --timeout 60 shop.views:app
#- shop/views.py
import requests
from flask import Flask

app = Flask(__name__)


@app.get('/rates')
def rates():
    return requests.get('https://rates.example').json()  #! missing-timeout warning
