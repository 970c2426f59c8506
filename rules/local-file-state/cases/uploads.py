#- shop/folders.py
import os
from pathlib import Path

BASE = Path(__file__).resolve().parent.parent
PICTURES = BASE / 'pictures'
UPLOADS = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'uploads')
#- shop/views.py
import os

from flask import Flask, request, send_from_directory

from .folders import UPLOADS

app = Flask(__name__)


@app.post('/uploads')
def upload():
    file = request.files['file']
    file.save(os.path.join(UPLOADS, file.filename))  #! local-file-state hint
    return {}


@app.get('/uploads/<name>')
def show(name):
    return send_from_directory(UPLOADS, name)
#- shop/pictures.py
import shutil

from fastapi import FastAPI, UploadFile
from fastapi.staticfiles import StaticFiles

from .folders import PICTURES

app = FastAPI()
app.mount('/pictures', StaticFiles(directory=PICTURES), name='pictures')  #! local-file-state hint
app.mount('/static', StaticFiles(directory='static'), name='static')  #= what is shipped with the program


def keep(file, path):
    with open(path, 'wb') as target:
        shutil.copyfileobj(file, target)


@app.post('/pictures')
def take(file: UploadFile):
    keep(file.file, PICTURES / file.filename)
    return {}
#- shop/orders.py
import json
from pathlib import Path

from flask import Flask, request

orders = Flask(__name__)
FILE = Path('data') / 'orders.json'


def load():
    return json.loads(FILE.read_text())


def store(rows):
    with FILE.open('w') as target:  #! local-file-state hint
        json.dump(rows, target)


@orders.post('/orders')
def add():
    store([*load(), request.json])
    return {}


@orders.get('/orders')
def listed():
    return load()
#- shop/reports.py
from fastapi import APIRouter, FastAPI
from fastapi.responses import FileResponse

app = FastAPI()
router = APIRouter()


@router.post('/reports/{name}')
def write(name: str, text: str):
    with open(f'reports/{name}.txt', 'w') as target:  #! local-file-state hint
        target.write(text)
    return {}


@router.get('/reports/{name}')
def read(name: str):
    return FileResponse(f'reports/{name}.txt')


app.include_router(router)
