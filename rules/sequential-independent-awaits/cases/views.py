#- shop/views.py
import asyncpg
import httpx
from fastapi import Depends, FastAPI
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from .models import Order, User

app = FastAPI()
pool = asyncpg.create_pool()
client = httpx.AsyncClient()


@app.get('/orders')
async def orders():
    rows = await pool.fetch('select * from orders limit 20')
    total = await pool.fetchval('select count(*) from orders')  #! sequential-independent-awaits hint
    return {'rows': rows, 'total': total}


@app.get('/rates')
async def rates(day: str):
    rates = await client.get(f'https://rates.example/{day}')
    prices = await client.get(f'https://prices.example/{day}')  #! sequential-independent-awaits hint
    return [rates.json(), prices.json()]


@app.get('/needed')
async def needed(id: int):
    user = await pool.fetchrow('select * from users where id = $1', id)
    found = await pool.fetch('select * from orders where user_id = $1', user['id'])  #= needs the user
    return found


@app.get('/session')
async def session(session: AsyncSession = Depends()):
    users = await session.scalars(select(User))
    orders = await session.scalars(select(Order))  #= a session has one connection
    return [users.all(), orders.all()]


@app.get('/connection')
async def connection():
    async with pool.acquire() as connection:
        users = await connection.fetch('select * from users')
        orders = await connection.fetch('select * from orders')  #= one connection
    return [users, orders]


@app.post('/written')
async def written(name: str):
    user = await pool.fetchrow('insert into users (name) values ($1) returning id', name)
    total = await pool.fetchval('select count(*) from users')  #= counts the new one as well
    return [user, total]


@app.get('/checked')
async def checked(id: int):
    user = await pool.fetchrow('select * from users where id = $1', id)
    if user is None:
        return None
    found = await pool.fetch('select * from orders where user_id = $1', id)  #= only for those who are there
    return [user, found]


@app.post('/sent')
async def sent():
    order = await client.post('https://crm.example/orders')
    orders = await client.get('https://crm.example/orders')  #= the first one changes something
    return [order.json(), orders.json()]


@app.get('/reloaded')
async def reloaded():
    rates = await client.get('https://rates.example')
    print(rates)
    prices = await client.get('https://prices.example')  #= something happens in between
    return [rates.json(), prices.json()]
