from enum import IntEnum

import redis
import requests
from fastapi import FastAPI
from sqlalchemy import select
from sqlalchemy.orm import Session

from queues.levels import ALL_LEVELS
from queues.models import Job

app = FastAPI()
store = redis.Redis()


class Priority(IntEnum):
    LOW = 1
    HIGH = 2


LEVELS = {'quiet': ['debug', 'info'], 'loud': ['warning', 'error']}
OWN_LEVELS = sorted(level for levels in LEVELS.values() for level in levels)


@app.get('/queues/{queue}')
def by_priority(queue: str):
    waiting = [store.lrange(f'{queue}:{at}', 0, -1) for at in range(len(Priority))] #= as many as the enum has members
    waiting += [store.lrange(f'{queue}:{priority}', 0, -1) for priority in Priority] #= as above
    return waiting


@app.get('/best')
def best_five():
    return [store.get(name) for name in store.zrange('scores', 0, 4)] #= five


@app.get('/levels')
def by_level():
    return [store.get(level) for level in OWN_LEVELS] #= made of constants


@app.get('/all')
def by_any_level():
    return [store.get(level) for level in ALL_LEVELS] #= as above, elsewhere


@app.post('/archives/{wanted}')
def first_match(wanted: str, archives: list[dict]):
    for archive in archives:
        if archive['name'] == wanted:
            data = requests.get(archive['url']) #= the first that matches is the last
            return data.json()
    return None


@app.post('/others/{wanted}')
def all_others(wanted: str, archives: list[dict]):
    sizes = []
    for archive in archives:
        if archive['name'] == wanted:
            return sizes
        else:
            sizes.append(requests.get(archive['url']).headers) #! n-plus-one-query
    return sizes


def top_jobs(session: Session, limit: int = 9):
    best = session.query(Job).order_by(Job.cost).limit(limit).all()
    return [requests.get(job.key) for job in best] #= nine, for nobody asks for more


def page_of_jobs(session: Session, limit: int = 10):
    page = session.query(Job).order_by(Job.cost).limit(limit).all()
    return [requests.get(job.key) for job in page] #! n-plus-one-query hint


def first_jobs(session: Session, limit: int = 9):
    statement = select(Job).order_by(Job.cost).limit(limit)
    return [requests.get(job.key) for job in session.scalars(statement).all()] #= as above


def recent_jobs(session: Session, limit: int = 10):
    recent = session.query(Job).order_by(Job.id).limit(limit).all()
    return [requests.get(job.key) for job in recent] #! n-plus-one-query


@app.get('/summary')
def summary(session: Session, size: int):
    return [top_jobs(session), top_jobs(session, limit=5), first_jobs(session), recent_jobs(session), recent_jobs(session, size)]


#- queues/models.py
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Job(Base):
    __tablename__ = 'jobs'
    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str]
    cost: Mapped[int]


#- queues/levels.py
LEVELS = {'quiet': ['debug', 'info'], 'loud': ['warning', 'error']}
ALL_LEVELS = sorted(level for levels in LEVELS.values() for level in levels)
