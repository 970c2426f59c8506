# What starts the program says that workers which take too long are ended.
#- entrypoint.sh
#!/bin/sh
exec gunicorn --workers 4 --timeout 60 shop.views:app
#- shop/views.py
import requests
from flask import Flask

app = Flask(__name__)


@app.get('/rates')
def rates():
    return requests.get('https://rates.example').json()  #! missing-timeout hint
