import hashlib
import json
import shutil

import aiohttp
import boto3
import requests
from fastapi import FastAPI, UploadFile

app = FastAPI()
s3 = boto3.client('s3')


@app.post('/uploads/{name}')
async def upload(name: str, file: UploadFile):
    with open(f'/var/uploads/{name}', 'wb') as out:
        content = await file.read()  #! whole-file-read hint
        out.write(content)
    return {}


@app.post('/stored/{name}')
async def store(name: str, file: UploadFile):
    s3.put_object(Bucket='uploads', Key=name, Body=await file.read())  #! whole-file-read
    return {}


@app.post('/copied/{name}')
def copied(name: str, file: UploadFile):
    with open(f'/var/uploads/{name}', 'wb') as out:
        shutil.copyfileobj(file.file, out)  #= piece by piece
    return {}


@app.post('/pieces/{name}')
async def pieces(name: str, file: UploadFile):
    with open(f'/var/uploads/{name}', 'wb') as out:
        while chunk := await file.read(65536):
            out.write(chunk)  #= piece by piece
    return {}


@app.post('/limited/{name}')
async def limited(name: str, file: UploadFile):
    content = await file.read()  #= how long it is decides
    if len(content) > 1_000_000:
        return {'too': 'long'}
    with open(f'/var/uploads/{name}', 'wb') as out:
        out.write(content)
    return {}


@app.post('/parsed')
async def parsed(file: UploadFile):
    return json.loads(await file.read())  #= parsed as one


def download(url, path):
    response = requests.get(url, timeout=30)
    response.raise_for_status()
    with open(path, 'wb') as out:
        out.write(response.content)  #! whole-file-read


async def mirror(session: aiohttp.ClientSession, url, path):
    async with session.get(url) as response:
        with open(path, 'wb') as out:
            out.write(await response.read())  #! whole-file-read


def restore(key, path):
    body = s3.get_object(Bucket='backups', Key=key)['Body'].read()  #! whole-file-read
    with open(path, 'wb') as out:
        out.write(body)


def streamed(url, path):
    with requests.get(url, stream=True, timeout=30) as response, open(path, 'wb') as out:
        for chunk in response.iter_content(65536):
            out.write(chunk)  #= piece by piece


def checked(url, path):
    response = requests.get(url, timeout=30)
    with open(path, 'wb') as out:
        out.write(response.content)  #= it is hashed, too
    return hashlib.sha256(response.content).hexdigest()


def digest(path):
    with open(path, 'rb') as f:
        return hashlib.sha256(f.read()).hexdigest()  #! whole-file-read


def added(path):
    total = hashlib.new('sha256')
    with open(path, 'rb') as f:
        total.update(f.read())  #! whole-file-read
    return total.hexdigest()


def of_all(paths):
    total = hashlib.md5()
    for path in paths:
        with open(path, 'rb') as f:
            total.update(f.read())  #! whole-file-read
    return total.hexdigest()


def digested(path):
    with open(path, 'rb') as f:
        return hashlib.file_digest(f, 'sha256').hexdigest()  #= piece by piece


def of_part(path):
    with open(path, 'rb') as f:
        return hashlib.sha256(f.read(4096)).hexdigest()  #= so much of it only


class Graph:
    def __init__(self, path):
        self.path = path

    def version(self):
        with open(self.path, 'rb') as f:
            return hashlib.md5(f.read()).hexdigest()  #= one file of the program's, as far as anybody knows
