# Whoever waits for a job asks all the time, and for ever where it hangs.
import asyncio
import time

import boto3
import httpx
from fastapi import FastAPI
from sqlalchemy.orm import Session

from orders import Order

app = FastAPI()
athena = boto3.client('athena')
client = httpx.AsyncClient()


@app.post('/queries')
def query(id: str):
    while True:
        state = athena.get_query_execution(QueryExecutionId=id)['QueryExecution']['Status']['State']  #! poll-loop hint
        if state in ('SUCCEEDED', 'FAILED'):
            break
        time.sleep(1)
    return state


@app.post('/reports')
async def report(id: str):
    status = 'waiting'
    while status == 'waiting':
        await asyncio.sleep(1)
        status = await status_of(id)  #! poll-loop hint
    return status


async def status_of(id: str) -> str:
    answer = await client.get(f'https://jobs.example/{id}')
    return answer.json()['status']


@app.post('/rows')
def row(id: int, session: Session):
    while True:
        order = session.get(Order, id)  #! poll-loop hint
        if order.done:
            return order
        time.sleep(0.5)


@app.post('/in-its-head')
async def in_its_head(id: str):
    while await status_of(id) != 'done':  #! poll-loop hint
        await asyncio.sleep(1)


#- orders.py
from sqlalchemy import Boolean
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Order(Base):
    __tablename__ = 'orders'
    id: Mapped[int] = mapped_column(primary_key=True)
    done: Mapped[bool] = mapped_column(Boolean)
