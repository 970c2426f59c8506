import os
import sqlite3

import httpx
import redis
import spacy
from celery import shared_task
from fastapi import APIRouter, Depends, FastAPI, WebSocket
from sqlalchemy import create_engine
from sqlalchemy.orm import Session, sessionmaker

app = FastAPI()
Made = sessionmaker(create_engine(os.environ['DATABASE_URL']))  #= made once, when the module loads


def store():
    return redis.Redis()  #! client-per-request hint


def session():
    with Made() as opened:  #= a session takes its connection from the pool
        yield opened


def file():
    return sqlite3.connect('shop.db')  #= a file that is opened


@app.get('/hits')
def hits(found=Depends(store), db: Session = Depends(session), names=Depends(file)):
    return {'hits': found.get('hits'), 'names': names.execute('select 1').fetchone(), 'bind': str(db.bind)}


@app.get('/price/{key}')
async def price(key: str):
    async with httpx.AsyncClient() as client:  #! client-per-request hint
        return (await client.get(f'https://prices.example/{key}')).json()


@app.post('/words')
def words(text: str):
    model = spacy.load('en_core_web_sm')  #! client-per-request warning
    return {'words': len(model(text))}


class Words:
    def __init__(self):
        self.model = spacy.load('en_core_web_sm')  #! client-per-request warning

    def count(self, text: str) -> int:
        return len(self.model(text))


@app.post('/count')
def count(text: str):
    return {'words': Words().count(text)}


class Kept:
    def __init__(self):
        self.model = spacy.load('en_core_web_sm')  #= only one of these is made

    def count(self, text: str) -> int:
        return len(self.model(text))


kept = Kept()


@app.post('/kept')
def count_kept(text: str):
    return {'words': kept.count(text)}


@shared_task
def nightly():
    redis.StrictRedis().set('seen', 1)  #! client-per-request hint


@app.websocket('/feed')
async def feed(socket: WebSocket):
    await socket.send_text(redis.StrictRedis().get('seen'))  #! client-per-request hint


@app.on_event('startup')
async def startup():
    app.state.redis = redis.Redis()  #= when the program starts


def ping_all(hosts: list[str]):
    for host in hosts:
        redis.Redis(host=host).ping()  #= each host has its own


def count_all(names: list[str]):
    for name in names:
        create_engine('postgresql://db').connect().exec_driver_sql(f'analyze {name}')  #! client-per-request hint O(names)


def copy_all(names: list[str]):
    for at, name in enumerate(names):
        if at % 1000 == 0:
            create_engine('postgresql://db').connect().exec_driver_sql(f'analyze {name}')  #= once per thousand


def copy_some(accounts: list[str]):
    for account in accounts:
        if account.startswith('a'):
            create_engine('postgresql://db').connect().exec_driver_sql(f'analyze {account}')  #! client-per-request hint


websockets = APIRouter()
app.include_router(websockets)


@websockets.get('/feeds')
def feeds():
    return redis.Redis().get('feeds')  #! client-per-request hint


@app.get('/health')
def check_store():
    return {'up': redis.Redis().ping()}  #= tries whether one can connect


class Link:
    def __init__(self, host: str):
        self.host = host

    def ping(self) -> None:
        redis.Redis().ping()  #= each link has one


def ping_links(hosts: list[str]):
    for host in hosts:
        link = Link(host)
        link.ping()
