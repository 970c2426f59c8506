# A handler that waits for nothing had better be a plain function: FastAPI runs those in threads.
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
    rows = db.execute(select(1)).all()  #! sync-io-in-hot-path warning
    more = requests.get(f'https://prices.example/{key}', timeout=3)  #= said with the first
    db.commit()  #= as above
    return rows, more.json()


@app.get('/orders/{key}')
async def order(key: str, db: Session = Depends(session)):
    rows = db.execute(select(2)).all()  #! sync-io-in-hot-path hint
    await known(key)
    more = requests.get(f'https://prices.example/{key}', timeout=3)  #! sync-io-in-hot-path warning
    db.commit()  #= said with the first query
    return rows, more.json()


# What the other decorator makes of it may be awaited: there it has to stay `async`.
@app.get('/kept/{key}')
@cached(ttl=60)
async def kept(key: str, db: Session = Depends(session)):
    rows = db.execute(select(4)).all()  #! sync-io-in-hot-path hint
    more = requests.get(f'https://prices.example/{key}', timeout=3)  #! sync-io-in-hot-path warning
    return rows, more.json()


@app.get('/plain/{key}')
def plain(key: str, db: Session = Depends(session)):
    return db.execute(select(3)).all()  #= runs in a thread


async def known(key: str) -> bool:
    return key != ''
