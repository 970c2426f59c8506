# A handler that waits for nothing had better be a plain function: FastAPI runs those in threads.
import asyncio
import requests
from aiocache import cached
from fastapi import Depends, FastAPI
from sqlalchemy import create_engine, select
from sqlalchemy.orm import Session

app = FastAPI()
engine = create_engine('postgresql:///shop')


def session():
    with Session(engine) as opened:
        yield opened


@app.get('/prices/{key}')
async def price(key: str, db: Session = Depends(session)):
    rows = db.execute(select(1)).all()
    more = requests.get(f'https://prices.example/{key}', timeout=3)
    db.commit()
    return rows, more.json()


@app.get('/orders/{key}')
async def order(key: str, db: Session = Depends(session)):
    rows = db.execute(select(2)).all()
    await known(key)
    more = await asyncio.to_thread(requests.get, f'https://prices.example/{key}', timeout=3)
    db.commit()
    return rows, more.json()


# What the other decorator makes of it may be awaited: there it has to stay `async`.
@app.get('/kept/{key}')
@cached(ttl=60)
async def kept(key: str, db: Session = Depends(session)):
    rows = db.execute(select(4)).all()
    more = await asyncio.to_thread(requests.get, f'https://prices.example/{key}', timeout=3)
    return rows, more.json()


@app.get('/plain/{key}')
def plain(key: str, db: Session = Depends(session)):
    return db.execute(select(3)).all()


async def known(key: str) -> bool:
    return key != ''
