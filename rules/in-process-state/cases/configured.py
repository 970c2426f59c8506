#- shop/config.py
class Config:
    RATELIMIT_STORAGE_URI = 'redis://store'
#- shop/views.py
from flask import Flask
from flask_limiter import Limiter

app = Flask(__name__)
app.config.from_object('shop.config.Config')
limiter = Limiter(app=app, key_func=str)  #= its setting names a store
#- gunicorn.conf.py
workers = 4
#- shop/codes.py
from flask import Flask, request
from slowapi import Limiter

app = Flask(__name__)
codes = {}
slow = Limiter(key_func=str)  #! in-process-state hint O(processes)


@app.post('/send')
def send():
    codes[request.json['phone']] = 1  #! in-process-state hint
    return {}


@app.post('/verify')
def verify():
    if request.json['phone'] not in codes:
        return {}, 403
    del codes[request.json['phone']]
    return {}
