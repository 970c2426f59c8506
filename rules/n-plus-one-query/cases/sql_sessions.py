import asyncio

import psycopg
from fastapi import FastAPI
from sqlalchemy import select, text

from shop.db import async_sessions, pool, sessions
from shop.models import Customer, Order
from shop.repository import Customers, customer_of

app = FastAPI()


@app.get('/statements')
def statements():
    rows = []
    with sessions() as session:
        for order in session.scalars(select(Order)):
            rows.append(session.get(Customer, order.customer_id)) #! n-plus-one-query hint
        for order in session.scalars(select(Order).where(Order.paid)).all():
            rows.append(session.execute(select(Customer).where(Customer.id == order.customer_id)).scalar_one()) #! n-plus-one-query hint
        for order in session.execute(select(Order)).scalars():
            wanted = select(Customer).where(Customer.id == order.customer_id)
            rows.append(session.scalars(wanted).first()) #! n-plus-one-query hint
        for key, customer_id in session.execute(text('select id, customer_id from orders')):
            rows.append((key, session.execute(text('select * from customers where id = :id'), {'id': customer_id}).fetchone())) #! n-plus-one-query hint
    return rows


@app.get('/queries')
def queries():
    with sessions() as session:
        rows = [session.query(Customer).get(order.customer_id) for order in session.query(Order)] #! n-plus-one-query hint
        for order in session.query(Order).filter(Order.paid).all():
            rows.append(session.query(Customer).filter(Customer.id == order.customer_id).first()) #! n-plus-one-query hint
        for order in session.query(Order):
            rows.extend(session.query(Customer).filter_by(id=order.customer_id)) #! n-plus-one-query hint
        return rows


@app.get('/repository')
def repository():
    with sessions() as session:
        customers = Customers(session)
        rows = [customers.by_id(order.customer_id) for order in session.scalars(select(Order))] #! n-plus-one-query hint
        rows += [customer_of(session, order) for order in session.scalars(select(Order))] #! n-plus-one-query hint
        return rows


@app.post('/writes')
def writes(names: list[str]):
    with sessions() as session:
        for name in names:
            session.add(Customer(name=name)) #= written when it is flushed, all at once
        session.commit() #= once
        for order in session.scalars(select(Order)):
            session.delete(order) #! n-plus-one-query hint
        session.add_all([Customer(name=name) for name in names]) #= written when it is flushed


@app.get('/async')
async def asynchronous():
    async with async_sessions() as session:
        orders = (await session.scalars(select(Order))).all()
        rows = [await session.get(Customer, order.customer_id) for order in orders] #! n-plus-one-query hint O(orders)
        found = await session.scalars(select(Customer).where(Customer.id.in_([order.customer_id for order in orders]))) #= one query for all keys
        by_key = {customer.id: customer for customer in found}
        return rows, [by_key[order.customer_id] for order in orders] #= read from memory


@app.get('/asyncpg')
async def with_asyncpg():
    rows = []
    async with pool.acquire() as connection:
        orders = await connection.fetch('select id, customer_id from orders')
        for order in orders:
            rows.append(await connection.fetchrow('select name from customers where id = $1', order['customer_id'])) #! n-plus-one-query hint O(orders)
        for order in orders:
            await connection.execute('update orders set seen = true where id = $1', order['id']) #! n-plus-one-query hint
        await connection.executemany('update orders set seen = true where id = $1', [(order['id'],) for order in orders]) #= all at once
        rows += await connection.fetch('select name from customers where id = any($1)', [order['customer_id'] for order in orders]) #= one query for all keys
        few = await connection.fetch('select id from orders order by id limit 5')
        for order in few:
            rows.append(await connection.fetchval('select name from customers where id = $1', order['id'])) #= five rows
    rows += await asyncio.gather(*[pool.fetchval('select name from customers where id = $1', order['id']) for order in orders]) #! n-plus-one-query hint
    return rows


@app.get('/psycopg')
def with_psycopg():
    rows = []
    with psycopg.connect('') as connection, connection.cursor() as cursor:
        cursor.execute('select id, customer_id from orders')
        for key, customer_id in cursor.fetchall():
            cursor.execute('select name from customers where id = %s', (customer_id,)) #! n-plus-one-query hint
            rows.append((key, cursor.fetchone()))
        for key, customer_id in connection.execute('select id, customer_id from orders'):
            rows.append((key, connection.execute('select name from customers where id = %s', (customer_id,)).fetchone())) #! n-plus-one-query hint
        cursor.executemany('insert into seen values (%s)', rows) #= all at once
    return rows


#- shop/db.py
import asyncpg
from sqlalchemy import create_engine
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
from sqlalchemy.orm import sessionmaker

sessions = sessionmaker(create_engine('postgresql:///shop'))
async_sessions = async_sessionmaker(create_async_engine('postgresql+asyncpg:///shop'))
pool = asyncpg.create_pool()


#- shop/files.py
import sqlite3

from fastapi import APIRouter

router = APIRouter()


@router.get('/files')
def in_a_file():
    connection = sqlite3.connect('shop.db')
    names = []
    for (key,) in connection.execute('select customer_id from orders'):
        names.append(connection.execute('select name from customers where id = ?', (key,)).fetchone()) #= a file of the same process: no way to go
    return names


#- shop/repository.py
from shop.models import Customer
from sqlalchemy import select
from sqlalchemy.orm import Session


def customer_of(session: Session, order):
    return session.get(Customer, order.customer_id)


class Customers:
    def __init__(self, session: Session):
        self.session = session

    def by_id(self, key):
        return self.session.scalars(select(Customer).where(Customer.id == key)).first()


#- shop/models.py
from sqlalchemy import ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Customer(Base):
    __tablename__ = 'customers'
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]


class Order(Base):
    __tablename__ = 'orders'
    id: Mapped[int] = mapped_column(primary_key=True)
    paid: Mapped[bool]
    customer_id: Mapped[int] = mapped_column(ForeignKey('customers.id'))
