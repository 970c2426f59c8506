# Transactions of SQLAlchemy and asyncpg, in FastAPI.
#- app.py
import asyncio

import aiohttp
import asyncpg
import httpx
from fastapi import FastAPI
from sqlalchemy import text
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine

app = FastAPI()
engine = create_async_engine('postgresql+asyncpg://localhost/shop')
Session = async_sessionmaker(engine)
client = httpx.AsyncClient()


@app.post('/pay/{order}')
async def pay(order: int):
    async with Session.begin() as session:
        await session.execute(text('UPDATE orders SET paid = true'))
        await client.post('https://payments.example/charges')  #! lock-held-across-io


@app.post('/ship/{order}')
async def ship(order: int):
    async with engine.begin() as connection:
        await connection.execute(text('UPDATE orders SET shipped = true'))
        await label(order)  #! lock-held-across-io


@app.post('/tell/{order}')
async def tell(order: int):
    async with engine.begin() as connection:
        await connection.execute(text('UPDATE orders SET told = true'))
        asyncio.create_task(label(order))  #= nobody waits for it
    await label(order)  #= it is committed


@app.post('/stock/{order}')
async def stock(order: int):
    pool = await asyncpg.create_pool()
    async with pool.acquire() as connection:
        await label(order)  #= a connection, and no transaction
        async with connection.transaction():
            await connection.execute('UPDATE stock SET left = left - 1')
            await label(order)  #! lock-held-across-io


@app.post('/weigh/{order}')
async def weigh(order: int):
    async with aiohttp.ClientSession() as http, engine.begin() as connection:
        await connection.execute(text('UPDATE orders SET weighed = true'))
        async with http.get('https://parcels.example/weights') as response:  #! lock-held-across-io warning
            return await response.json()


async def label(order: int):
    response = await client.get(f'https://parcels.example/{order}')
    return response.json()
